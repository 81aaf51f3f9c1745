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
        """These, which were looked at one by one."""
        numbers = tuple(one.commitment.number for one in dossiers)
        return cls(numbers, dossiers, max(one.commitment.version for one in dossiers))

    @classmethod
    def take(cls, store: Store, numbers: Sequence[int]) -> Hand:
        """Look at these, or at some of them."""
        seen = store.pulse().newest
        count = len(numbers)
        if count <= SAMPLE:
            dossiers = store.dossiers(numbers)
            return cls(tuple(one.commitment.number for one in dossiers), dossiers, seen)
        sample = [numbers[at * count // SAMPLE] for at in range(SAMPLE)]
        return cls(numbers, store.dossiers(sample), seen)
