"""Rows laid out in columns on a terminal: each cell folded to its column, none cut.

A record of a hundred thousand has tables as long, and what draws tables for any program takes most
of a minute for one. Here a cell that has room costs a look at its length.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice

from commitrack.model.cells import cell_width, is_even

_AT_ONCE = 1_000
"""Rows that are laid together."""

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
    every = iter(rows)
    while some := list(islice(every, _AT_ONCE)):
        columns = [
            _column(cells, rail) for cells, rail in zip(zip(*some, strict=True), rails, strict=True)
        ]
        for cells in zip(*columns, strict=True):
            high = max(map(len, cells))
            beside = cells if high == 1 else _even(cells, blank, high, low)
            for pieces in zip(*beside, strict=True):
                yield f"{margin}{'  '.join(pieces)}".rstrip()


def _even(
    cells: Sequence[Sequence[str]], blank: Sequence[str], high: int, low: bool
) -> Sequence[Sequence[str]]:
    """The cells of a row, each in so many lines."""
    return [
        lines if len(lines) == high else _filled(lines, [space] * high, low)
        for lines, space in zip(cells, blank, strict=True)
    ]


def _filled(lines: Sequence[str], spaces: list[str], low: bool) -> list[str]:
    """As many lines as there are spaces, with space above, or else below."""
    if low:
        spaces[-len(lines) :] = lines
    else:
        spaces[: len(lines)] = lines
    return spaces


def _column(cells: Sequence[Styled], rail: Rail) -> list[Sequence[str]]:
    """Cells as lines, each as wide as their column. Nearly always each of their characters takes
    one cell, and no two spaces stand together: that is looked for in all of them at once.
    """
    texts = [cell for cell in cells if isinstance(cell, str)]
    whole = "".join(texts)
    plain = len(texts) == len(cells) and not rail.style
    if not (plain and whole.isprintable() and is_even(whole) and "  " not in whole):
        return [_lines(cell, rail) for cell in cells]
    width, pad = rail.width, str.rjust if rail.right else str.ljust
    made = {
        text: (pad(text, width),)
        if len(text) <= width
        else [pad(line, width) for line in _cut(text.strip(), width)]
        for text in set(texts)
    }
    return [made[text] for text in texts]


def _lines(cell: Styled, rail: Rail) -> tuple[str, ...]:
    """A cell as lines, each as wide as its column."""
    text, style = (cell, rail.style) if isinstance(cell, str) else cell
    width = rail.width
    if not style and len(text) <= width and text.isprintable() and is_even(text):
        return (text.rjust(width) if rail.right else text.ljust(width),)
    return _shown(text, width, rail.right, style)


@lru_cache(maxsize=1 << 12)
def _shown(text: str, width: int, right: bool, style: str) -> tuple[str, ...]:
    return tuple(_padded(line, width, right, style) for line in folded(text, width))


def _padded(line: str, width: int, right: bool, style: str) -> str:
    space = " " * (width - cell_width(line))
    shown = f"\x1b[{style}m{line}\x1b[0m" if style and line else line
    return space + shown if right else shown + space


def folded(text: str, width: int) -> tuple[str, ...]:
    """A text in lines of no more cells: between words, and inside those that are longer alone."""
    if text.isprintable() and is_even(text) and "  " not in text:
        return tuple(_cut(text.strip(), width))
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


def _cut(text: str, width: int) -> list[str]:
    """The same of a text with a cell for each character and one space between words."""
    lines, begin, last = [], 0, len(text) - width
    while begin < last:
        end = text.rfind(" ", begin, begin + width + 1)
        if end > begin:
            lines.append(text[begin:end])
            begin = end + 1
        else:  # a longer word
            lines.append(text[begin : begin + width])
            begin += width
    lines.append(text[begin:])
    return lines


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
