"""Rows laid out in columns on a terminal: each cell folded to its column, none cut.

A record of a hundred thousand has tables as long, and what draws tables for any program takes most
of a minute for one. Here a cell that has room costs a look at its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from commitrack.model.cells import cell_width

Styled = str | tuple[str, str]
"""What stands in a cell; with the parameters of SGR in which it is shown, if in any."""


@dataclass(frozen=True, slots=True)
class Rail:
    """One column: how many cells it has, and whether its cells line up on the right."""

    width: int
    right: bool = False
    style: str = ""
    """How its cells are shown, as the parameters of SGR: ``2`` for dim."""


def laid(
    rails: Sequence[Rail], rows: Iterable[Sequence[Styled]], margin: str, *, low: bool = False
) -> Iterator[str]:
    """The lines of rows, each behind a margin and without white space at its end. What takes fewer
    lines than the rest of its row stands at the top of it, or `low`, at the bottom.
    """
    blank = [" " * rail.width for rail in rails]
    for row in rows:
        cells = [_lines(cell, rail) for cell, rail in zip(row, rails, strict=True)]
        high = max(map(len, cells))
        for n in range(high):
            line = "  ".join(
                lines[at] if 0 <= at < len(lines) else space
                for lines, space in zip(cells, blank, strict=True)
                for at in (n - (high - len(lines)) * low,)
            )
            yield f"{margin}{line}".rstrip()


def _lines(cell: Styled, rail: Rail) -> tuple[str, ...]:
    """A cell as lines, each as wide as its column."""
    text, style = (cell, rail.style) if isinstance(cell, str) else cell
    width = rail.width
    if not style and len(text) <= width and text.isascii():
        return (text.rjust(width) if rail.right else text.ljust(width),)
    return tuple(_padded(line, rail, style) for line in folded(text, width))


def _padded(line: str, rail: Rail, style: str) -> str:
    space = " " * (rail.width - cell_width(line))
    shown = f"\x1b[{style}m{line}\x1b[0m" if style and line else line
    return space + shown if rail.right else shown + space


@lru_cache(maxsize=1 << 12)
def folded(text: str, width: int) -> tuple[str, ...]:
    """A text in lines of no more cells: between words, and inside those that are longer alone."""
    lines: list[str] = []
    line, left = "", width
    for word in text.split():
        wide = cell_width(word)
        if line and wide < left:
            line = f"{line} {word}"
            left -= wide + 1
            continue
        if line:
            lines.append(line)
        *whole, line = _pieces(word, width) if wide > width else (word,)
        lines += whole
        left = width - cell_width(line)
    return (*lines, line)


def _pieces(word: str, width: int) -> Iterator[str]:
    """A word that is too long for a line, in pieces that are not."""
    piece, taken = "", 0
    for sign in word:
        wide = cell_width(sign)
        if piece and taken + wide > width:
            yield piece
            piece, taken = "", 0
        piece += sign
        taken += wide
    yield piece
