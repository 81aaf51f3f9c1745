"""How wide the columns of a table are on a terminal: no word is cut, and little is folded."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from commitrack.reports.by_column import widths_of

_WORD = 24
"""Longer words than this may be folded; a column is not widened for them."""


def fitted(rows: Sequence[Sequence[str]], room: int, gap: int) -> list[int] | None:
    """The width of each column in `room` cells, a `gap` between two; None when it is too narrow.

    Every column takes its longest word. A column that is whole with no more than its share of the
    room is made whole: a status is not folded for the sake of a title. What is left then goes, cell
    by cell, to the column whose cells would, by and large, be folded into the most lines.
    """
    columns = list(map(set, zip(*rows, strict=True)))
    widths = [_longest_word(column) for column in columns]
    sizes = [widths_of(column) for column in columns]
    whole = [max(1, *each) for each in sizes]
    widths = [min(least, most) for least, most in zip(widths, whole, strict=True)]
    left = room - gap * (len(columns) - 1) - sum(widths)
    if left < 0:
        return None
    narrow = [n for n, most in enumerate(whole) if widths[n] < most]
    for n in sorted(narrow, key=lambda n: whole[n]):
        share = (left + sum(widths[n] for n in narrow)) // len(narrow)
        if whole[n] > share or whole[n] - widths[n] > left:
            break
        left -= whole[n] - widths[n]
        widths[n] = whole[n]
        narrow.remove(n)
    usual = [sum(each) / len(each) for each in sizes]
    while left and narrow:
        n = max(narrow, key=lambda n: (usual[n] / widths[n], -n))
        widths[n] += 1
        left -= 1
        if widths[n] == whole[n]:
            narrow.remove(n)
    return widths


def _longest_word(column: Iterable[str]) -> int:
    return min(max(widths_of(" ".join(column).split()), default=1), _WORD)
