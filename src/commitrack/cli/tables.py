"""Rows of text as a table for people, as Markdown or as CSV. Nothing is ever cut off."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commitrack.cli.streams import on_terminal, put
from commitrack.model.cells import cell_width
from commitrack.model.cleaning import clean_line
from commitrack.model.rag import GLYPHS, Colour

_GAP = "  "
_READABLE = 24
"""Cells of a terminal that are enough to read the last column in."""
_INDENT = 8
"""Cells before the last column when it stands below the others."""
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


def put_table(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table: folded to the width of a terminal, or whole lines when piped."""
    cleaned = [[clean_line(cell) for cell in row] for row in rows]
    if on_terminal():
        _put_folded(headings, cleaned)
        return
    for line in aligned(headings, cleaned):
        put(line)


def aligned(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """Lines whose columns begin in the same cell, with no white space at their ends."""
    lines = [headings, *rows]
    widths = [max(map(cell_width, column)) for column in zip(*lines, strict=True)]
    for line in lines:
        padded = (
            cell + " " * (width - cell_width(cell))
            for cell, width in zip(line, widths, strict=True)
        )
        yield "  ".join(padded).rstrip()


def _put_folded(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
    """Print a table whose last column is folded into the room that the others leave.

    When they leave too little, it stands below them. Nothing is cut off: a column that does not
    fit at all is left to the terminal to fold.
    """
    from rich.console import Console
    from rich.text import Text

    console = Console(highlight=False)
    widths = [max(map(cell_width, column)) for column in zip(headings, *rows, strict=True)][:-1]
    indent = sum(widths) + len(_GAP) * len(widths)
    below = console.width - indent < _READABLE
    if below:
        indent = _INDENT
    for n, row in enumerate((headings, *rows)):
        line = Text(style="bold" if n == 0 else "")
        for cell, width in zip(row, widths, strict=False):
            line.append(cell + " " * (width - cell_width(cell)), _STYLES.get(cell, "")).append(_GAP)
        folded = Text(row[-1]).wrap(console, max(1, console.width - indent), overflow="fold")
        if below:
            line.rstrip()
            console.print(line, soft_wrap=True)
        for number, part in enumerate(folded):
            start = Text(" " * indent) if below or number else line
            console.print(start + part, soft_wrap=True)


def markdown(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """A Markdown table; what would end a cell or begin markup is escaped."""
    from commitrack.model.inert import markdown_text  # here and below: for who prints such a form

    yield _pipes(headings)
    yield _pipes(["---"] * len(headings))
    for row in rows:
        yield _pipes([markdown_text(cell) for cell in row])


def _pipes(row: Sequence[str]) -> str:
    return f"| {' | '.join(row)} |"


def comma_separated(headings: Sequence[str], rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """CSV lines; a cell that a spreadsheet would run as a formula is made inert."""
    import csv
    import io

    from commitrack.model.inert import csv_cell

    for row in (headings, *rows):
        line = io.StringIO()
        csv.writer(line, lineterminator="").writerow([csv_cell(cell) for cell in row])
        yield line.getvalue()
