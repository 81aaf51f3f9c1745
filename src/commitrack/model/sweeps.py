"""Doing the same to many commitments: what becomes of them, or would."""

from __future__ import annotations

from commitrack.model.actions import Preview
from commitrack.model.frozen import dataclass
from commitrack.model.history import Receipt

TOLD = 10_000
"""Refused commitments that are told with their reasons; of more it is told how many they are."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What became of them, or would become of them. They are counted, whatever their number."""

    changed: int = 0
    same: int = 0
    """How many say already what they were to say."""
    refused: int = 0
    """How many are left as they are: the rules refuse it, or somebody has changed them since."""
    refusals: tuple[Preview, ...] = ()
    """The first `TOLD` of those, each with the reason."""
    receipt: Receipt | None = None
    """What was written, if anything was; it names none of the commitments."""

    @property
    def total(self) -> int:
        """How many it was about."""
        return self.changed + self.same + self.refused

    def __add__(self, more: Sweep) -> Sweep:
        """Both together."""
        room = TOLD - len(self.refusals)
        return Sweep(
            self.changed + more.changed,
            self.same + more.same,
            self.refused + more.refused,
            (*self.refusals, *more.refusals[:room]) if more.refusals else self.refusals,
            self.receipt or more.receipt,
        )
