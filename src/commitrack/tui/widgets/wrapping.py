"""Wrapping a long text to a width in cells, keeping offsets into the text. Pure."""

from __future__ import annotations

from array import array
from bisect import bisect_right
from itertools import pairwise

from rich.cells import get_character_cell_size

from commitrack.model.frozen import dataclass
from commitrack.model.patterns import late

_PLAIN = late(
    "[\x20-\x7e\xa0-\xac\xae-\u02ff\u0370-\u0482\u2010-\u2015\u2018-\u2027\u2030-\u205e"
    "\u20a0-\u20bf\u2122\ufffd]*"
)
"""Characters that are one cell wide everywhere, so that a length is a width."""

_LISTED = late(r"[-*•–—]|\(?\d+[.)]|\(?[a-z][.)]")
"""How an item of a list begins."""
_TYPED = 100
"""Characters of the longest line of a text that somebody wrapped as they typed."""


@dataclass(frozen=True, slots=True)
class Rows:
    """The rows a text takes at one width: half-open offsets, and the line each belongs to."""

    starts: array[int]
    ends: array[int]
    lines: array[int]
    """The line of the text, from 1; a wrapped line has several rows of the same number."""

    def __len__(self) -> int:
        return len(self.starts)

    def row_of(self, offset: int) -> int:
        """The row that shows the character at `offset` (the last row for one past the end)."""
        return max(0, bisect_right(self.starts, offset) - 1)

    def first_of_line(self, row: int) -> bool:
        """Whether `row` begins a line of the text, rather than continuing one."""
        return row == 0 or self.lines[row] != self.lines[row - 1]


def wrap(text: str, width: int) -> Rows:
    """Break `text` at its line feeds, and at spaces so that no row is wider than `width` cells.

    A word that is wider than a row is cut. A row leaves out the spaces it was broken at. The text
    is taken as cleaned: the only line break in it is the line feed.
    """
    width = max(1, width)
    rows = Rows(array("Q"), array("Q"), array("Q"))
    start = 0
    for number, line in enumerate(text.split("\n"), start=1):
        end = start + len(line)
        if _PLAIN.fullmatch(line):
            _wrap_plain(text, start, end, width, rows)
        else:
            _wrap_cells(text, start, end, width, rows)
        rows.lines.extend([number] * (len(rows.starts) - len(rows.lines)))
        start = end + 1
    return rows


def flowing(text: str) -> tuple[str, int]:
    """The text with line feeds inside its paragraphs made spaces, and the longest of its lines.

    A line feed is inside one where the next word had no room behind it. It becomes a space, one for
    one, so that offsets stay; of what nobody wrapped all line feeds stay.
    """
    lines = text.split("\n")
    longest = max(map(len, lines))
    if longest > _TYPED:
        return text, longest
    parts: list[str] = []
    for line, after in pairwise(lines):
        word = after.partition(" ")[0]
        inside = line and word and len(line) + 1 + len(word) > longest
        parts += (line, " " if inside and not _LISTED.match(after) else "\n")
    return "".join([*parts, lines[-1]]), longest


def _wrap_plain(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    while end - start > width:
        cut = text.rfind(" ", start + 1, start + width + 1)
        start = _break(text, start, start + width if cut < 0 else cut, end, rows)
    _put(start, end, rows)


def _wrap_cells(text: str, start: int, end: int, width: int, rows: Rows) -> None:
    used = 0
    space = -1
    position = start
    while position < end:
        character = text[position]
        cells = get_character_cell_size(character)
        if used + cells > width and position > start:
            cut = space if space > start else position
            start = position = _break(text, start, cut, end, rows)
            used, space = 0, -1
            continue
        if character == " ":
            space = position
        used += cells
        position += 1
    _put(start, end, rows)


def _break(text: str, start: int, cut: int, end: int, rows: Rows) -> int:
    """End a row at `cut`, and say where the next one starts: after the spaces."""
    _put(start, cut, rows)
    while cut < end and text[cut] == " ":
        cut += 1
    return cut


def _put(start: int, end: int, rows: Rows) -> None:
    rows.starts.append(start)
    rows.ends.append(end)
