"""Rows of text as a table for people: as wide as the terminal, or whole when piped.

Nothing is ever cut off. A table in a pipe is written block by block, so that a long one does not
sit in memory whole.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import chain, islice, zip_longest
from typing import TYPE_CHECKING

from commitrack.cli.streams import on_terminal, put
from commitrack.model.cells import cell_width
from commitrack.model.cleaning import clean_line
from commitrack.model.rag import GLYPHS, Colour

if TYPE_CHECKING:
    from rich.console import Console

_GAP = "  "
_READABLE = 24
"""Cells of a terminal that are enough to read the last column in."""
_NARROW = 12
"""Cells of a terminal that are enough to read any other column of words in."""
_INDENT = 8
"""Cells before what stands below the first line of a row."""
BLOCK = 2_000
"""Rows whose widths are looked at together."""
_STYLES = {
    f"{GLYPHS[colour]} {colour.value}": style
    for colour, style in (
        (Colour.BLUE, "bright_blue"),
        (Colour.RED, "bold red"),
        (Colour.AMBER, "yellow"),
        (Colour.GREEN, "green"),
        (Colour.GREY, "dim"),
    )
}
"""How a traffic light looks where there are colours; its glyph and word say the same without."""


def put_table(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Print a table: laid out for the width of a terminal, or whole lines when piped."""
    cleaned = ([clean_line(cell) for cell in row] for row in rows)
    if on_terminal():
        block = list(islice(cleaned, BLOCK))
        _put_fitted(headings, block)
        while block := list(islice(cleaned, BLOCK)):
            _put_fitted(headings, block, headed=False)
        return
    for line in aligned(headings, cleaned):
        put(line)


def aligned(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines whose columns begin in the same cell, with no white space at their ends.

    The columns of a very long table may grow wider after some thousand lines.
    """
    widths = [0] * len(headings)
    lines = chain([headings], rows)
    while block := list(islice(lines, BLOCK)):
        widths = [
            max(width, *map(cell_width, column))
            for width, column in zip(widths, zip(*block, strict=True), strict=True)
        ]
        for line in block:
            padded = (
                cell + " " * (width - cell_width(cell))
                for cell, width in zip(line, widths, strict=True)
            )
            yield _GAP.join(padded).rstrip()


def _put_fitted(
    headings: Sequence[str], rows: Sequence[Sequence[str]], *, headed: bool = True
) -> None:
    """Print a table within the width of the terminal, however narrow that is.

    Columns are folded, the widest first. When they leave no room for the last one, it stands below
    them; when not even they fit side by side, each row is a small page of labelled cells.
    """
    from rich.console import Console

    console = Console(highlight=False)
    natural = [max(map(cell_width, column)) for column in zip(headings, *rows, strict=True)]
    least = [_least(column) for column in zip(headings, *rows, strict=True)]
    gaps = len(_GAP) * (len(natural) - 1)
    last = min(natural[-1], _READABLE)
    beside = _shrunk(natural, [*least[:-1], max(least[-1], last)], console.width - gaps)
    above = _shrunk(natural[:-1], least[:-1], console.width - gaps + len(_GAP))
    if headed and (beside or above) is not None:
        _put_line(console, headings, beside, above, "bold")
    for row in rows:
        if (beside or above) is not None:
            _put_line(console, row, beside, above)
        else:
            _put_page(console, headings, row)


def _put_line(
    console: Console,
    row: Sequence[str],
    beside: Sequence[int] | None,
    above: Sequence[int] | None,
    style: str = "",
) -> None:
    """Print a row with its last cell beside the others, or below them."""
    if beside is not None:
        _put_row(console, row, beside, style)
    elif above is not None:
        _put_row(console, row[:-1], above, style)
        _put_below(console, row[-1], style)


def _least(column: Sequence[str]) -> int:
    """The cells below which a column is not folded: a date, an ID or a light stays in one piece."""
    longest = max(
        cell_width(cell) if cell in _STYLES else max(map(cell_width, cell.split() or [""]))
        for cell in column
    )
    widest = max(map(cell_width, column))
    return min(widest, max(min(longest, _READABLE), _NARROW))


def _shrunk(natural: Sequence[int], least: Sequence[int], room: int) -> list[int] | None:
    """Widths that fit into the room, the widest columns made narrower; None when none do."""
    if sum(least) > room:
        return None
    widths = list(natural)
    while sum(widths) > room:
        open_ = [n for n, width in enumerate(widths) if width > least[n]]
        widest = max(open_, key=lambda n: widths[n])
        widths[widest] -= 1
    return widths


def _put_row(console: Console, row: Sequence[str], widths: Sequence[int], style: str) -> None:
    """Print a row: each cell folded into its column."""
    from rich.text import Text

    folded = [
        Text(cell).wrap(console, max(1, width), overflow="fold")
        for cell, width in zip(row, widths, strict=True)
    ]
    for parts in zip_longest(*folded):
        line = Text(style=style)
        for n, (part, cell, width) in enumerate(zip(parts, row, widths, strict=True)):
            words = "" if part is None else part.plain.rstrip()
            line.append(words, _STYLES.get(cell, ""))
            if n < len(row) - 1:
                line.append(" " * (width - cell_width(words)) + _GAP)
        line.rstrip()
        console.print(line, soft_wrap=True)


def _put_below(console: Console, cell: str, style: str) -> None:
    """Print the last cell of a row below the others."""
    from rich.text import Text

    indent = min(_INDENT, console.width // 4)
    for part in Text(cell).wrap(console, max(1, console.width - indent), overflow="fold"):
        line = Text(" " * indent, style=style).append_text(part)
        line.rstrip()
        console.print(line, soft_wrap=True)


def _put_page(console: Console, headings: Sequence[str], row: Sequence[str]) -> None:
    """Print a row for a narrow terminal: its first cell, and below it the others, labelled."""
    from rich.text import Text

    console.print(Text(row[0], style="bold"), soft_wrap=True)
    indent = min(_INDENT, console.width // 4)
    room = max(1, console.width - indent)
    line = Text()

    def flush() -> None:
        nonlocal line
        for part in line.wrap(console, room, overflow="fold") if line.plain else ():
            part.rstrip()
            console.print(Text(" " * indent) + part, soft_wrap=True)
        line = Text()

    for heading, cell in list(zip(headings, row, strict=True))[1:]:
        if not cell:
            continue
        item = Text.assemble((f"{heading} ", "dim"), (cell, _STYLES.get(cell, "")))
        if line.plain and cell_width(f"{line.plain}{_GAP}{item.plain}") > room:
            flush()
        line = Text.assemble(line, _GAP, item) if line.plain else item
    flush()


def markdown(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table; what would end a cell or begin markup is escaped."""
    from commitrack.model.inert import markdown_text  # here and below: for who prints such a form

    yield _pipes(headings)
    yield _pipes(["---"] * len(headings))
    for row in rows:
        yield _pipes([markdown_text(cell) for cell in row])


def _pipes(row: Sequence[str]) -> str:
    return f"| {' | '.join(row)} |"


def comma_separated(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """CSV lines; a cell that a spreadsheet would run as a formula is made inert."""
    import csv
    import io

    from commitrack.model.inert import csv_cell

    for row in chain([headings], rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow([csv_cell(cell) for cell in row])
        yield line.getvalue()


def tab_separated(headings: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Lines with a tab between two cells and no quoting: no cell holds a tab or a line's end.

    A cell that a spreadsheet would run as a formula is made inert, as in CSV.
    """
    from commitrack.model.inert import csv_cell

    for row in chain([headings], rows):
        yield "\t".join(map(csv_cell, row))
