"""Charts as lines of styled pieces in a width of cells, and where each of their targets lies."""

from __future__ import annotations

from dataclasses import dataclass

from rich.cells import cell_len

from commitrack.model.cleaning import clean_line
from commitrack.tui.charts.blocks import across, eighths, portions, upward
from commitrack.tui.charts.chart import Bar, Chart, Kind
from commitrack.tui.prose import Line, Piece, fitted

COUNTING = "counting…"
ROWS = 5
"""Cells that the tallest column has, where nobody gives it more."""
_LEAST_BAR = 4
"""Cells that a bar has at the least where there is room for its name and its count."""
_ROOMY = 30
"""Cells from which names and bars share the room, however long the names are."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where a target lies: the line, its cells from `left` up to `right`, and which one it is."""

    row: int
    left: int
    right: int
    target: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """Lines of no more than the width that was asked for, and the spots in them."""

    lines: tuple[Line, ...]
    spots: tuple[Spot, ...]

    def at(self, row: int, column: int) -> int | None:
        """The target in a cell, if there is one."""
        return next(
            (one.target for one in self.spots if one.row == row and one.left <= column < one.right),
            None,
        )


def height(chart: Chart, rows: int = ROWS) -> int:
    """How many lines a chart takes, in any width, with any values; columns have so many `rows`."""
    if chart.kind is Kind.COLUMNS:
        return rows + 3 + bool(chart.legend)
    return 1 + chart.whole + len(chart.bars)


def draw(chart: Chart, width: int, cursor: int | None = None, rows: int = ROWS) -> Drawing:
    """The chart in a width; `cursor` is the target that is lit, if one is, `rows` are the cells of
    the tallest column.
    """
    pen = _Pen(max(1, width))
    if chart.kind is Kind.COLUMNS:
        _columns(pen, chart, cursor, rows)
    else:
        _bars(pen, chart, cursor)
    while len(pen.lines) < height(chart, rows):
        pen.line([])
    return Drawing(tuple(pen.lines), tuple(pen.spots))


class _Pen:
    """Lines as they are written, none wider than there is room."""

    def __init__(self, width: int) -> None:
        self.width = width
        self.lines: list[Line] = []
        self.spots: list[Spot] = []

    def line(self, pieces: list[Piece], target: int | None = None) -> None:
        """A line, which is a target as a whole if one is given."""
        room, shown = self.width, list[Piece]()
        for text, style in pieces:
            part = fitted(text, room) if cell_len(text) > room else text
            room -= cell_len(part)
            shown.append((part, style))
        if target is not None:
            self.spots.append(Spot(len(self.lines), 0, self.width, target))
        self.lines.append(tuple(shown))

    def title(self, title: str, aside: str, *, quiet: bool) -> None:
        """The title, and on the right what is to be said of it, if there is room."""
        title = clean_line(title)
        room = self.width - cell_len(title) - 3
        pieces: list[Piece] = [(title, "chart--title")]
        if aside and room >= min(8, cell_len(aside)):
            aside = fitted(aside, min(room, cell_len(aside)))
            gap = self.width - cell_len(title) - cell_len(aside) - 1
            style = "chart--muted" if quiet else "chart--said"
            pieces += [(" " * max(1, gap), ""), (aside, style)]
        self.line(pieces)


def _aside(chart: Chart, cursor: int | None) -> str:
    """What the title says beside itself: the target that is lit, or how many there are."""
    if chart.counting:
        return COUNTING
    if cursor is None or chart.kind is Kind.BARS:
        return f"{chart.total:,}"
    if cursor < len(chart.bars):
        bar = chart.bars[cursor]
        parts = [
            f"{value:,} {clean_line(one.called)}"
            for value, one in zip(bar.values or (), chart.series, strict=False)
            if value
        ]
        return f"{clean_line(bar.called)}: {', '.join(parts) or 'none'}"
    series = chart.series[cursor - len(chart.bars)]
    return f"{chart.of_series(cursor - len(chart.bars)):,} {clean_line(series.name)}"


def _bars(pen: _Pen, chart: Chart, cursor: int | None) -> None:
    pen.title(chart.title, _aside(chart, cursor), quiet=True)
    if chart.is_empty and chart.empty:
        pen.line([(f" {chart.empty}", "chart--none")])
        return
    if chart.whole:
        pen.line(_whole(chart, pen.width - 2))
    labels = [clean_line(one.label) for one in chart.bars]
    counts = ["·" if one.total is None else f"{one.total:,}" for one in chart.bars]
    asides = [clean_line(one.aside) for one in chart.bars]
    count = max(map(cell_len, counts), default=1)
    aside = max(map(cell_len, asides), default=0)
    longest = max(map(cell_len, labels), default=1)
    if pen.width < count + aside + _ROOMY:
        aside = 0
    # A mark, the name, a space, the bar, a space, the count, what else there is, a space.
    spare = pen.width - 4 - count - (aside + 2 if aside else 0)
    label = max(1, min(longest, max(spare - _LEAST_BAR, 1) if spare < _ROOMY else spare * 3 // 5))
    most = max((one.total or 0 for one in chart.bars), default=0)
    for place, bar in enumerate(chart.bars):
        lit = place == cursor
        pieces: list[Piece] = [
            ("▌" if lit else " ", "chart--cursor"),
            (f"{fitted(labels[place], label)} ", "chart--lit" if lit else "chart--label"),
            *_stacked(chart, bar, most, max(0, spare - label)),
            (f" {counts[place]:>{count}}", "chart--count" if bar.total else "chart--none"),
        ]
        if aside:
            pieces.append((f"  {asides[place]}", "chart--muted"))
        pen.line(pieces, place)


def _stacked(chart: Chart, bar: Bar, most: int, cells: int) -> list[Piece]:
    """A bar with its parts one after the other, filled up with spaces to so many cells."""
    total = bar.total or 0
    if len(chart.series) == 1:
        drawn = across(total, most, cells)
        pieces: list[Piece] = [(drawn, bar.style or chart.series[0].style)]
    else:
        drawn = across(total, most, cells)
        parts = portions(bar.values or (), len(drawn))
        pieces = [
            (series.glyph * part, series.style)
            for series, part in zip(chart.series, parts, strict=False)
        ]
    return [*pieces, (" " * (cells - len(drawn)), "")]


def _whole(chart: Chart, cells: int) -> list[Piece]:
    """All bars as the parts of one, each in its own texture."""
    parts = portions([one.total or 0 for one in chart.bars], cells)
    return [
        (" ", ""),
        *((bar.glyph * part, bar.style) for bar, part in zip(chart.bars, parts, strict=True)),
    ]


def _columns(pen: _Pen, chart: Chart, cursor: int | None, rows: int) -> None:
    pen.title(chart.title, _aside(chart, cursor), quiet=cursor is None or chart.counting)
    if chart.is_empty and chart.empty:
        pen.line([(f" {chart.empty}", "chart--none")])
        return
    wide = max(1, min(7, (pen.width - 2) // max(1, len(chart.bars))))
    bars = chart.bars[: max(1, (pen.width - 2) // wide)]
    most = max((one.total or 0 for one in bars), default=0)
    stacks = [_column(chart, one, most, rows) for one in bars]
    block = max(1, wide - 1)
    top = len(pen.lines)
    for row in range(rows, -1, -1):
        pieces: list[Piece] = [(" ", "")]
        for bar, stack in zip(bars, stacks, strict=True):
            if row < len(stack):
                glyph, style = stack[row]
                text = glyph * block
            elif row == len(stack) and bar.total:
                text, style = f"{bar.total:,}", "chart--count"
                text = text if cell_len(text) <= block else ""
                text = f"{text:^{block}}"
            else:
                text, style = " " * block, ""
            pieces += [(text, style), (" " * (wide - block), "")]
        pen.line(pieces)
    _names(pen, bars, wide, block, cursor)
    for place in range(len(bars)):
        left = 1 + place * wide
        pen.spots += [Spot(row, left, left + wide, place) for row in range(top, top + rows + 2)]
    if chart.legend:
        _legend(pen, chart, cursor)


def _column(chart: Chart, bar: Bar, most: int, rows: int) -> list[Piece]:
    """The cells of a column from the bottom up, each with its style.

    The highest one is filled to an eighth where its texture allows it.
    """
    total = bar.total or 0
    drawn = upward(total, most, rows)
    values = bar.values or ()
    last = next((n for n in reversed(range(len(values))) if values[n]), 0)
    if chart.series[last].glyph != "█":  # a texture takes whole cells: the nearest number of them
        drawn = "█" * (max(1, (eighths(total, most, rows) + 4) // 8) if total else 0)
    parts = portions(values, len(drawn))
    cells = [
        (series.glyph, bar.style or series.style)
        for series, part in zip(chart.series, parts, strict=False)
        for _ in range(part)
    ]
    if cells and cells[-1][0] == "█":
        cells[-1] = (drawn[-1], cells[-1][1])
    return cells


def _names(pen: _Pen, bars: tuple[Bar, ...], wide: int, block: int, cursor: int | None) -> None:
    """The names below the columns: as much of each as there is room for."""
    pieces: list[Piece] = [(" ", "")]
    for place, bar in enumerate(bars):
        label = clean_line(bar.label)
        label = label if cell_len(label) <= block else fitted(label, block + 1).replace("…", "")
        label = fitted(label.strip()[:block], block)
        style = "chart--here" if place == cursor else "chart--label"
        pieces += [(label, style), (" " * (wide - block), "")]
    pen.line(pieces)


def _legend(pen: _Pen, chart: Chart, cursor: int | None) -> None:
    pieces: list[Piece] = [(" ", "")]
    left = 1
    for place, series in enumerate(chart.legend):
        target = len(chart.bars) + place
        words = f"{clean_line(series.name)} {chart.of_series(place):,}"
        style = "chart--here" if target == cursor else "chart--label"
        pieces += [(series.glyph, series.style), (f" {words}", style), ("  ", "")]
        right = left + 2 + cell_len(words)
        if left < pen.width:
            pen.spots.append(Spot(len(pen.lines), left, min(right, pen.width), target))
        left = right + 2
    pen.line(pieces)
