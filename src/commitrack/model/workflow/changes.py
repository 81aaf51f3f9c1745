"""What an allowed action changes, field by field and record by record."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import TypeAlias

from commitrack.model.actions import FieldValue
from commitrack.model.records import (
    Check,
    DateMove,
    Decision,
    Dismissal,
    Evidence,
    Judgement,
    Link,
    Review,
)
from commitrack.model.status import Status


class PartyRole(StrEnum):
    """What a party is to a commitment."""

    OWNER = "owner"
    PARTNER = "partner"


@dataclass(frozen=True, slots=True)
class Assign:
    """Give a field of the commitment a value."""

    field: str
    value: FieldValue | bool


@dataclass(frozen=True, slots=True)
class AssignParties:
    """Give the commitment these owners or partners, in order; unknown names are new parties."""

    role: PartyRole
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class File:
    """Put a new record on file. A link is filed under its own `source`, the rest under the
    commitment the action is about.
    """

    record: Evidence | Check | DateMove | Review | Link | Dismissal


@dataclass(frozen=True, slots=True)
class Retract:
    """Mark a piece of evidence as retracted."""

    evidence: int
    reason: str


@dataclass(frozen=True, slots=True)
class Recall:
    """Take a dismissal off the record; its history stays."""

    dismissal: int


@dataclass(frozen=True, slots=True)
class DecideReview:
    """Write the decision into a review that waits."""

    review: int
    proposed: Status
    decision: Decision
    by: str
    on: date
    reason: str | None
    evidence: tuple[int, ...]
    self_verified: bool


@dataclass(frozen=True, slots=True)
class DecideSuggestion:
    """Write into a suggested link what a person made of it."""

    suggestion: int
    judgement: Judgement
    by: str
    on: date
    reason: str | None = None


Amendment: TypeAlias = Retract | Recall | DecideReview | DecideSuggestion
Change: TypeAlias = Assign | AssignParties | File | Amendment
