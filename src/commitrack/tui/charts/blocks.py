"""Lengths as block characters: to an eighth of a cell, and parts that add up to the whole."""

from __future__ import annotations

from collections.abc import Sequence

_ACROSS = " ▏▎▍▌▋▊▉█"
_UP = " ▁▂▃▄▅▆▇█"


def eighths(value: int, most: int, cells: int) -> int:
    """How many eighths of a cell a value takes where `most` takes `cells`.

    What is not nought takes one at the least.
    """
    if value <= 0 or most <= 0 or cells <= 0:
        return 0
    return max(1, min(value, most) * cells * 8 // most)


def across(value: int, most: int, cells: int) -> str:
    """A bar from left to right, no wider than `cells`, without spaces behind it."""
    whole, rest = divmod(eighths(value, most, cells), 8)
    return "█" * whole + (_ACROSS[rest] if rest else "")


def upward(value: int, most: int, cells: int) -> str:
    """A column of one cell's width from the bottom up, a character for each cell it reaches."""
    whole, rest = divmod(eighths(value, most, cells), 8)
    return "█" * whole + (_UP[rest] if rest else "")


def portions(values: Sequence[int], cells: int) -> tuple[int, ...]:
    """Whole cells for each value, `cells` in all: by share, what is left over to the largest rest.

    What is not nought has a cell as long as there are enough of them. All noughts have none.
    """
    total = sum(values)
    if total <= 0 or cells <= 0:
        return (0,) * len(values)
    found = [value * cells // total for value in values]
    rests = sorted(range(len(values)), key=lambda n: (-(values[n] * cells % total), n))
    for place in rests[: cells - sum(found)]:
        found[place] += 1
    if cells >= sum(value > 0 for value in values):
        for place, value in enumerate(values):
            if value and not found[place]:
                found[found.index(max(found))] -= 1
                found[place] = 1
    return tuple(found)
