"""What a command acts on: one commitment, some, or a million."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from commitrack.model.records import Dossier
from commitrack.store import Store

SAMPLE = 100
"""Commitments that a form is made by; it opens as soon for a million as for so many."""


@dataclass(frozen=True, slots=True)
class Hand:
    """The commitments in hand, all of them by their numbers."""

    numbers: Sequence[int]
    dossiers: tuple[Dossier, ...]
    """All of them, or of many a sample that is spread over all."""
    seen: int
    """The newest transaction when they were looked at."""

    @classmethod
    def of(cls, *dossiers: Dossier) -> Hand:
        """These, which were looked at one by one: whatever comes later has a greater number than
        the newest of their versions.
        """
        numbers = tuple(one.commitment.number for one in dossiers)
        return cls(numbers, dossiers, max((one.commitment.version for one in dossiers), default=0))

    @classmethod
    def take(cls, store: Store, numbers: Sequence[int]) -> Hand:
        """Look at these, or at some of them.

        Few are looked at while the store is gone, too: what is typed is kept until it is back.
        """
        count = len(numbers)
        if count <= SAMPLE:
            return cls.of(*store.dossiers(numbers))
        seen = store.pulse().newest
        sample = [numbers[at * count // SAMPLE] for at in range(SAMPLE)]
        return cls(numbers, store.dossiers(sample), seen)
