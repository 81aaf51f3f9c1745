"""Tables made ready to be written a column at a time: a long one has a hundred thousand rows.

What has to be looked for in a text is hardly ever there. So it is looked for in all texts of a
column at once, and only where it is found in each of them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from operator import add

from commitrack.model.cells import cell_width, is_even
from commitrack.reports.cells import NOTHING, words
from commitrack.reports.frame import Cell, Column, Row, Sort


def columns_of(columns: Sequence[Column], rows: Sequence[Row]) -> list[Sequence[Cell]]:
    """The cells of rows, column by column."""
    return list(zip(*rows, strict=True)) if rows else [()] * len(columns)


def in_words(columns: Sequence[Column], rows: Sequence[Row]) -> list[Sequence[str]]:
    """The columns of rows, each cell in words."""
    return [
        _in_words(cells, column.sort)
        for column, cells in zip(columns, columns_of(columns, rows), strict=True)
    ]


def _in_words(cells: Sequence[Cell], sort: Sort) -> Sequence[str]:
    texts = [cell or NOTHING for cell in cells if cell is None or isinstance(cell, str)]
    if len(texts) == len(cells) and is_tidy(texts):
        return texts
    return [words(cell, sort) for cell in cells]


def is_tidy(texts: Sequence[str]) -> bool:
    """Whether every text is on one line, harmless, and without white space to fold; so it is
    nearly always when it may be, and never when it is not.
    """
    whole = f"|{'|'.join(texts)}|"
    return whole.isprintable() and not ("  " in whole or " |" in whole or "| " in whole)


def each(
    texts: Sequence[str], make: Callable[[str], str], acts: Callable[[str], object]
) -> Sequence[str]:
    """What is made of each text; nothing, when nothing that `acts` is in any of them."""
    return list(map(make, texts)) if acts("\n".join(texts)) else texts


def padded(texts: Sequence[str], *, right: bool = False, last: bool = False) -> Sequence[str]:
    """Texts with space in front or behind, so that all are as wide as the widest. What stands
    `last` on its line needs none behind.
    """
    if last and not right:
        return texts
    widths = widths_of(texts)
    width = max(widths)
    spaces = [" " * (width - wide) for wide in widths]
    return list(map(add, spaces, texts) if right else map(add, texts, spaces))


def widths_of(texts: Collection[str]) -> list[int]:
    """The cells of a terminal that each text takes."""
    return list(map(len if is_even("".join(texts)) else cell_width, texts))
