"""How a body stands with what it promised: figures over many commitments, derived, never stored."""

from __future__ import annotations

from datetime import date

from commitrack.model.frozen import dataclass
from commitrack.model.records import PartyKind


@dataclass(frozen=True, slots=True)
class Body:
    """A party in the tree of parties, by number, and the number of the one it is part of."""

    number: int
    name: str
    kind: PartyKind = PartyKind.ORGANISATION
    parent: int | None = None
    aliases: tuple[str, ...] = ()
    owns: bool = True
    """Whether it is an owner of anything that was accepted, itself."""


@dataclass(frozen=True, slots=True)
class Standing:
    """What became of the commitments that a body, or several together, must deliver.

    Candidates and what was rejected count nowhere.
    """

    owned: int = 0
    open: int = 0
    overdue: int = 0
    """Open, and a due or a follow-up date has passed."""
    delivered: int = 0
    disputed: int = 0
    """With an objection that no review has weighed."""
    slipped: int = 0
    """With a due date later than the first one."""
    days: int = 0
    """By how many days those are later, in all."""
    contact: date | None = None
    """The day of the newest check or standing evidence: when anything was last learnt."""


@dataclass(frozen=True, slots=True)
class Slipping:
    """An owner whose dates moved on: of how many commitments, and by how many days in all."""

    name: str
    slipped: int
    days: int
