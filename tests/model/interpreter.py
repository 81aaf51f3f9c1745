"""A store in a few lines: it applies the planned changes to frozen dossiers in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from typing import Any

from commitrack.model.actions import Action
from commitrack.model.history import Signature
from commitrack.model.kinds import Kind
from commitrack.model.records import (
    Check,
    DateMove,
    Dossier,
    Evidence,
    Link,
    Review,
    Visibility,
)
from commitrack.model.workflow import (
    Assign,
    AssignParties,
    Change,
    DecideReview,
    File,
    PartyRole,
    Retract,
    plan,
)


def do(dossier: Dossier, action: Action, by: Signature) -> Dossier:
    """The dossier after an action; an error of the rules leaves the caller's dossier as it was."""
    return apply(dossier, plan(dossier, action, by))


def apply(dossier: Dossier, changes: Iterable[Change]) -> Dossier:
    """The dossier after these changes."""
    for change in changes:
        dossier = _one(dossier, change)
    return dossier


_READERS: dict[str, Callable[[Any], object]] = {"kind": Kind, "visibility": Visibility}
"""Fields that are typed as a word and kept as a member of an enumeration."""


def _one(dossier: Dossier, change: Change) -> Dossier:
    match change:
        case Assign(field, value):
            read = _READERS.get(field)
            return _with_fields(dossier, {field: value if read is None else read(value)})
        case AssignParties(role, names):
            return _with_fields(
                dossier, {"owners" if role is PartyRole.OWNER else "partners": names}
            )
        case File(record):
            return _filed(dossier, record)
        case Retract(number, reason):
            return replace(
                dossier,
                evidence=tuple(
                    replace(piece, retracted=reason) if piece.number == number else piece
                    for piece in dossier.evidence
                ),
            )
        case DecideReview():
            return replace(
                dossier,
                reviews=tuple(
                    _decided(review, change) if review.number == change.review else review
                    for review in dossier.reviews
                ),
            )


def _with_fields(dossier: Dossier, fields: dict[str, Any]) -> Dossier:
    return replace(dossier, commitment=replace(dossier.commitment, **fields))


def _filed(dossier: Dossier, record: Evidence | Check | DateMove | Review | Link) -> Dossier:
    match record:
        case Evidence():
            return replace(
                dossier,
                evidence=(*dossier.evidence, replace(record, number=len(dossier.evidence) + 1)),
            )
        case Check():
            return replace(dossier, checks=(*dossier.checks, record))
        case DateMove():
            return replace(dossier, moves=(*dossier.moves, record))
        case Review():
            return replace(
                dossier,
                reviews=(*dossier.reviews, replace(record, number=len(dossier.reviews) + 1)),
            )
        case Link():
            return replace(dossier, links=(*dossier.links, record))


def _decided(review: Review, change: DecideReview) -> Review:
    return replace(
        review,
        proposed=change.proposed,
        decision=change.decision,
        decided_by=change.by,
        decided_on=change.on,
        reason=change.reason,
        evidence=change.evidence,
        self_verified=change.self_verified,
    )
