"""The life of a commitment: statuses, stages and the moves between them (domain: status)."""

from __future__ import annotations

from enum import StrEnum
from types import MappingProxyType


class Stage(StrEnum):
    """The three parts of a commitment's life."""

    TRIAGE = "triage"
    OPEN = "open"
    CLOSED = "closed"


class Status(StrEnum):
    """What the record says of a commitment. A human judgement; stored, never derived."""

    CANDIDATE = "candidate"
    REJECTED = "rejected"
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    STALLED = "stalled"
    CLAIMED = "claimed"
    DELIVERED = "delivered"
    PARTLY_DELIVERED = "partly_delivered"
    NOT_DELIVERED = "not_delivered"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"
    UNVERIFIABLE = "unverifiable"

    @property
    def stage(self) -> Stage:
        """The part of the life this status belongs to."""
        if self in TRIAGE:
            return Stage.TRIAGE
        return Stage.OPEN if self in OPEN else Stage.CLOSED

    @property
    def words(self) -> str:
        """The status as people read it: ``in progress``."""
        return self.value.replace("_", " ")


TRIAGE = frozenset({Status.CANDIDATE, Status.REJECTED})
OPEN = frozenset({Status.OPEN, Status.IN_PROGRESS, Status.STALLED, Status.CLAIMED})
CLOSED = frozenset(set(Status) - TRIAGE - OPEN)

CLOSED_WITHOUT_CLAIM = frozenset(
    {Status.NOT_DELIVERED, Status.WITHDRAWN, Status.SUPERSEDED, Status.UNVERIFIABLE}
)
"""Closings that are proposed with a reason and approved, without a claim of delivery."""

NEEDS_APPROVAL = CLOSED
"""Every closing needs a second person, or an explicit self-verification."""

MOVES: MappingProxyType[Status, frozenset[Status]] = MappingProxyType(
    {
        Status.CANDIDATE: frozenset({Status.OPEN, Status.REJECTED}),
        Status.REJECTED: frozenset({Status.CANDIDATE}),
        Status.OPEN: frozenset({Status.IN_PROGRESS, Status.STALLED, Status.CLAIMED})
        | CLOSED_WITHOUT_CLAIM,
        Status.IN_PROGRESS: frozenset({Status.STALLED, Status.CLAIMED}) | CLOSED_WITHOUT_CLAIM,
        Status.STALLED: frozenset({Status.IN_PROGRESS, Status.CLAIMED}) | CLOSED_WITHOUT_CLAIM,
        Status.CLAIMED: frozenset({Status.DELIVERED, Status.PARTLY_DELIVERED, Status.IN_PROGRESS}),
        **{closed: frozenset({Status.OPEN, Status.IN_PROGRESS}) for closed in sorted(CLOSED)},
    }
)
"""Every allowed move; a pair that is not here is refused."""


def may_move(old: Status, new: Status) -> bool:
    """Whether the rules know a move from `old` to `new` (its needs are checked elsewhere)."""
    return new in MOVES[old]


class RejectReason(StrEnum):
    """Why a candidate was judged not to be a commitment."""

    PREDICTION = "prediction"
    NORM = "norm"
    DESCRIPTION = "description"
    ADVICE = "advice"
    PAST = "past"
    DUPLICATE = "duplicate"
    OTHER = "other"
