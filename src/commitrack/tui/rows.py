"""What is known of a long list: how many rows it has, and which commitments stand on some of them.

A list of a million is never fetched: the rows in view and around them are, page by page.
"""

from __future__ import annotations

from collections.abc import Sequence

_KEPT = 20_000
"""Rows that are remembered; of more, those far from where one is are forgotten."""
_ROUND = 64
"""Rows asked for on either side of those that are missing."""


class Rows:
    """A list by its rows, from 0. A row that is not known yet has no number."""

    def __init__(self, count: int = 0) -> None:
        self.count = count
        """How many rows there are."""
        self._numbers: dict[int, int] = {}
        self._places: dict[int, int] = {}

    @classmethod
    def of(cls, numbers: Sequence[int]) -> Rows:
        """A list that is known from end to end."""
        rows = cls(len(numbers))
        rows.put(0, numbers)
        return rows

    def put(self, first: int, numbers: Sequence[int]) -> None:
        """These stand on the rows from `first` on."""
        if len(self._numbers) + len(numbers) > _KEPT:
            self._forget(first)
        for row, number in enumerate(numbers, first):
            self._numbers[row] = number
            self._places[number] = row

    def _forget(self, here: int) -> None:
        """Keep half of what may be kept, around here."""
        kept = {
            row: number for row, number in self._numbers.items() if abs(row - here) < _KEPT // 4
        }
        self._numbers = kept
        self._places = {number: row for row, number in kept.items()}

    def number(self, row: int) -> int | None:
        """The number on a row, if it is known."""
        return self._numbers.get(row)

    def row_of(self, number: int | None) -> int | None:
        """The row of a number, if it is known."""
        return None if number is None else self._places.get(number)

    def between(self, first: int, end: int) -> tuple[int, ...]:
        """The numbers on the rows from `first` to before `end`, those that are known."""
        span = range(max(0, first), min(end, self.count))
        return tuple(self._numbers[row] for row in span if row in self._numbers)

    def missing(self, first: int, end: int) -> tuple[int, int] | None:
        """The first row to ask for and how many, to know all from `first` to before `end`."""
        unknown = [
            row for row in range(max(0, first), min(end, self.count)) if row not in self._numbers
        ]
        if not unknown:
            return None
        start = max(0, unknown[0] - _ROUND)
        return start, unknown[-1] + _ROUND + 1 - start

    @property
    def known(self) -> tuple[int, ...]:
        """All numbers that are known, in the order of their rows."""
        return tuple(self._numbers[row] for row in sorted(self._numbers))

    @property
    def greatest(self) -> int:
        """The greatest number that is known; 0 when none is."""
        return max(self._places, default=0)
