"""Counts as people would rather look at them: bars beside the numbers, a line over the weeks.

A drawing never stands for a number: the numbers are beside it, in a pipe and on a narrow terminal
alone.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from rich.table import Table as Grid
from rich.text import Text

from commitrack.model.cells import cell_width
from commitrack.reports.cells import bar, counts_rows
from commitrack.reports.frame import Counts

_GAP = 2
_STRIP = 60
"""Cells of a strip where there is room: wider ones are harder to compare."""
_BAR = 40
"""Cells of the longest bar where there is room."""
_LEAST_BAR = 8
"""Shorter bars than this tell no difference; then there is none."""
_EIGHTHS = " ▏▎▍▌▋▊▉"
_HEIGHTS = "▁▂▃▄▅▆▇█"
_MARKS = {"?": "yellow", "~": "bold", "·": "dim", "●": "green", "×": "dim", "–": "bright_blue"}
_LIGHTS = {
    "BLUE": "bright_blue",  # the other one can hardly be read on black
    "RED": "red",
    "AMBER": "yellow",
    "GREEN": "green",
    "GREY": "bright_black",
}
"""Parts that are called by a colour are drawn in it."""


def drawings(counts: Counts, width: int) -> Iterator[Text | Grid]:
    """What is drawn of counts in so many cells: a strip or a line, and the numbers with bars."""
    if counts.order:
        yield _strip(counts, min(width, _STRIP))
    if counts.trend and counts.total:
        yield Text(sparkline([count for _, count in counts.parts]), "cyan")
    yield _numbers(counts, width)


def sparkline(numbers: Sequence[int]) -> str:
    """A cell for each number, as high as the number is; what is nothing is the lowest."""
    most = max(numbers, default=0)
    steps = len(_HEIGHTS) - 1
    return "".join(_HEIGHTS[-(-one * steps // most) if most else 0] for one in numbers)


def length(number: int, most: int, width: int) -> str:
    """A bar that is to `width` cells as the number is to the greatest, to an eighth of a cell.

    What is more than nothing can be seen.
    """
    eighths = number * width * 8 // most if most else 0
    whole, rest = divmod(max(eighths, 1 if number else 0), 8)
    return ("█" * whole + _EIGHTHS[rest]).rstrip()


def _strip(counts: Counts, width: int) -> Text:
    """The whole in its order, a glyph a cell, and below it what the glyphs stand for."""
    text = Text()
    for place in bar(counts.order, width):
        glyph = counts.glyphs[place]
        text.append(glyph, _MARKS.get(glyph, ""))
    key = (
        f"{glyph} {label}"
        for glyph, (label, count) in zip(counts.glyphs, counts.parts, strict=True)
        if count
    )
    return text.append("\n").append("  ".join(key), "dim")


def _numbers(counts: Counts, width: int) -> Grid:
    """A line for each part: its label, its number, its change and, where there is room, a bar."""
    rows = counts_rows(counts)
    grid = Grid.grid(padding=(0, _GAP, 0, 0))
    grid.add_column(overflow="fold", style="dim")
    grid.add_column(justify="right", no_wrap=True)
    if counts.changes:
        grid.add_column(justify="right", no_wrap=True)
    taken = max(cell_width(label) for label, _, _ in rows)
    taken += max(len(str(number)) for _, number, _ in rows) + 8 * bool(counts.changes) + 2 * _GAP
    room = min(width - taken, _BAR)
    drawn = room >= _LEAST_BAR and len(counts.parts) > 1 and counts.total > 0
    if drawn:
        grid.add_column(no_wrap=True)
    most = max((count for _, count in counts.parts), default=0)
    for place, (label, number, change) in enumerate(rows):
        cells = [Text(label), Text(str(number))]
        if change is not None:
            cells.append(Text(f"{change:+d}", style="" if change else "dim"))
        if drawn and place < len(counts.parts):
            style = _LIGHTS.get(label.rpartition(" ")[2], "cyan")
            cells.append(Text(length(number, most, room), style=style))
        grid.add_row(*cells)
    return grid
