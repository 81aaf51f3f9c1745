"""Stretches of a text with what stands there: which of them overlap a given one, quickly."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Iterable
from typing import Generic, TypeVar

from commitrack.model.wording import Span

T = TypeVar("T")


def overlap(one: Span, other: Span) -> int:
    """How many characters two stretches have in common."""
    return max(0, min(one[1], other[1]) - max(one[0], other[0]))


class Places(Generic[T]):
    """What stands where in a text."""

    def __init__(self, placed: Iterable[tuple[Span, T]] = ()) -> None:
        self._placed = sorted(placed, key=_span)
        self._longest = max((end - start for (start, end), _ in self._placed), default=0)

    def add(self, span: Span, what: T) -> None:
        """Put something down."""
        insort(self._placed, (span, what), key=_span)
        self._longest = max(self._longest, span[1] - span[0])

    def overlapping(self, span: Span) -> list[T]:
        """What stands in any part of a stretch, in the order of the text."""
        first = bisect_left(self._placed, (span[0] - self._longest, 0), key=_span)
        found = []
        for at in range(first, len(self._placed)):
            place, what = self._placed[at]
            if place[0] >= span[1]:
                break
            if overlap(place, span):
                found.append(what)
        return found


def _span(placed: tuple[Span, object]) -> Span:
    return placed[0]
