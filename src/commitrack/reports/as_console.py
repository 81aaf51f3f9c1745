"""For a terminal: folded to its width, with colours when it has them. Words are never cut off."""

from __future__ import annotations

import io
from collections.abc import Iterable, Iterator, Sequence

from rich.console import Console, RenderableType
from rich.padding import Padding
from rich.table import Table as Grid
from rich.text import Text

from commitrack.model.cells import cell_width
from commitrack.reports.by_column import in_words
from commitrack.reports.cells import (
    group_title,
    headline,
    is_number,
    listed_by,
    table_title,
    words,
)
from commitrack.reports.drawing import drawings
from commitrack.reports.fitting import fitted
from commitrack.reports.frame import Column, Counts, Facts, Report, Row, Section, Sort, Table
from commitrack.reports.laying import Rail, Styled, laid

_LEAST = 20
"""Cells below which no terminal is taken to be."""
_GAP = 2
_LIGHTS = {"▲": "1;31", "●": "33", "■": "32", "◆": "94", "○": "2"}
"""The colours of traffic lights, as the parameters of SGR: red is bold, blue bright, grey dim."""


def as_console(report: Report, width: int, *, colour: bool) -> str:
    """The report for a terminal `width` cells wide."""
    paper = _Paper(max(width, _LEAST), colour=colour)
    paper.draw(Text(words(report.title), style="bold"))
    paper.draw(_pairs(headline(report), dim=True))
    for section in report.sections:
        paper.draw()
        _draw(paper, section)
    paper.draw()
    paper.draw(Text("Legend", style="dim"))
    for line in report.legend:
        paper.draw(_indented(Text(words(line), style="dim")))
    return paper.text


class _Paper:
    """What is on the terminal so far, without white space at the end of a line."""

    def __init__(self, width: int, *, colour: bool) -> None:
        self.width = width
        self.colour = colour
        self._drawn = io.StringIO()
        self._console = Console(
            file=self._drawn,
            width=width,
            force_terminal=colour,
            color_system="standard" if colour else None,
            no_color=not colour,
            highlight=False,
            markup=False,
            emoji=False,
            legacy_windows=False,
            _environ={},  # the caller decides, not COLUMNS or NO_COLOR: same input, same bytes
        )
        self._parts: list[str] = []

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self._parts)

    def draw(self, what: RenderableType = "") -> None:
        """Put down what rich draws; without anything, an empty line."""
        self._console.print(what)
        drawn = self._drawn.getvalue()
        self._drawn.seek(0)
        self._drawn.truncate()
        self._parts += (f"{line.rstrip()}\n" for line in drawn.splitlines())

    def put(self, lines: Iterable[str]) -> None:
        """Put down lines that are laid out already."""
        self._parts.append("\n".join((*lines, "")))


def _draw(paper: _Paper, section: Section) -> None:
    match section:
        case Table():
            _draw_table(paper, section)
        case Counts():
            paper.draw(Text(section.title, style="bold"))
            _draw_filter(paper, section)
            for drawn in drawings(section, paper.width - _GAP):
                paper.draw(_indented(drawn))
        case Facts():
            paper.draw(Text(section.title, style="bold"))
            facts = [(one.label, words(one.value)) for one in section.facts]
            paper.draw(_indented(_pairs(facts)))


def _draw_filter(paper: _Paper, section: Table | Counts) -> None:
    shown = listed_by(section)
    if shown is not None:
        paper.draw(_indented(Text(shown, style="dim")))


def _indented(what: RenderableType) -> Padding:
    return Padding(what, (0, 0, 0, _GAP))


def _pairs(
    pairs: list[tuple[str, str]] | tuple[tuple[str, str], ...], *, dim: bool = False
) -> Grid:
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(no_wrap=True, style="dim")
    grid.add_column(overflow="fold", style="dim" if dim else "")
    for label, value in pairs:
        grid.add_row(Text(words(label)), Text(value))
    return grid


def _draw_table(paper: _Paper, table: Table) -> None:
    paper.draw(Text(table_title(table), style="bold"))
    _draw_filter(paper, table)
    if not table.rows:
        paper.draw(Text(f"  {table.empty}", style="dim"))
    columns = table.shown_columns
    groups = [
        (value, rows, list(zip(*in_words(columns, rows), strict=True)) if columns else [])
        for value, rows in table.groups()
    ]
    heads = [column.heading for column in columns]
    every = [heads, *(row for _, _, shown in groups for row in shown)]
    room = paper.width - _GAP
    widths = fitted(every, room, _GAP) if columns else None
    for n, (value, rows, shown) in enumerate(groups):
        if table.group is not None:
            if n:
                paper.draw()
            title = Text(group_title(table, value, rows), style="underline")
            paper.draw(_indented(title))
        if not rows:
            continue
        paper.put(
            _cards(columns, rows, room, colour=paper.colour)
            if widths is None
            else _grid(columns, widths, shown, colour=paper.colour)
        )


_MARGIN = " " * _GAP
_DIM = "2"


def _grid(
    columns: tuple[Column, ...],
    widths: list[int],
    rows: Sequence[Sequence[str]],
    *,
    colour: bool,
) -> Iterator[str]:
    """A row to a line, or to as many as its longest cell is folded into."""
    rails = [
        Rail(width, right=is_number(column)) for column, width in zip(columns, widths, strict=True)
    ]
    dim = _DIM if colour else ""
    yield from laid(rails, [[(column.heading, dim) for column in columns]], _MARGIN, low=True)
    lights = [n for n, column in enumerate(columns) if column.sort is Sort.LIGHT]
    if not (colour and lights):
        yield from laid(rails, rows, _MARGIN)
        return
    yield from laid(
        rails,
        ([_lit(cell) if n in lights else cell for n, cell in enumerate(row)] for row in rows),
        _MARGIN,
    )


def _cards(
    columns: tuple[Column, ...], rows: tuple[Row, ...], room: int, *, colour: bool
) -> Iterator[str]:
    """A row to a card, a column to a line: for tables wider than the terminal."""
    told = [
        cell_width(column.heading)
        for n, column in enumerate(columns)
        if any(row[n] not in (None, "") for row in rows)
    ]
    label = min(max(told, default=1), room - _GAP - _VALUE)
    rails = [Rail(label, style=_DIM if colour else ""), Rail(room - _GAP - label)]
    for n, row in enumerate(rows):
        if n:
            yield ""
        yield from laid(
            rails,
            (
                (column.heading, _lit(shown) if colour and column.sort is Sort.LIGHT else shown)
                for column, cell in zip(columns, row, strict=True)
                if cell not in (None, "")
                for shown in (words(cell, column.sort),)
            ),
            _MARGIN,
        )


_VALUE = 10
"""Cells that what is told has at least, however long what it is called."""


def _lit(cell: str) -> Styled:
    """A traffic light in its colour."""
    return cell, _LIGHTS.get(cell[:1], "")
