"""A dossier with changes made to it, in memory: for rehearsing what an action would lead to."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from typing import Any

from commitrack.model.kinds import Kind
from commitrack.model.records import (
    Check,
    DateMove,
    Dismissal,
    Dossier,
    Evidence,
    Link,
    Review,
    Suggestion,
    Visibility,
)
from commitrack.model.workflow.changes import (
    Assign,
    AssignParties,
    Change,
    DecideReview,
    DecideSuggestion,
    File,
    PartyRole,
    Recall,
    Retract,
)

_READERS: Mapping[str, Callable[[Any], object]] = {"kind": Kind, "visibility": Visibility}
"""Fields that are typed as a word and kept as a member of an enumeration."""


def amended(dossier: Dossier, changes: Iterable[Change]) -> Dossier:
    """The dossier as it would be with `changes` made; new records get provisional numbers."""
    for change in changes:
        match change:
            case Assign(name, value):
                read = _READERS.get(name)
                dossier = _with_fields(dossier, {name: read(value) if read else value})
            case AssignParties(PartyRole.OWNER, names):
                dossier = _with_fields(dossier, {"owners": names})
            case AssignParties(_, names):
                dossier = _with_fields(dossier, {"partners": names})
            case File(record):
                dossier = _filed(dossier, record)
            case Retract(number, reason):
                dossier = replace(
                    dossier,
                    evidence=tuple(
                        replace(piece, retracted=reason) if piece.number == number else piece
                        for piece in dossier.evidence
                    ),
                )
            case Recall(number):
                standing = tuple(one for one in dossier.dismissals if one.number != number)
                dossier = replace(dossier, dismissals=standing)
            case DecideReview():
                dossier = replace(
                    dossier,
                    reviews=tuple(
                        _decided(review, change) if review.number == change.review else review
                        for review in dossier.reviews
                    ),
                )
            case DecideSuggestion():
                dossier = replace(
                    dossier,
                    suggestions=tuple(
                        _judged(one, change) if one.number == change.suggestion else one
                        for one in dossier.suggestions
                    ),
                )
    return dossier


def _judged(suggestion: Suggestion, change: DecideSuggestion) -> Suggestion:
    return replace(
        suggestion,
        judgement=change.judgement,
        by=change.by,
        on=change.on,
        reason=change.reason,
    )


def _with_fields(dossier: Dossier, values: Mapping[str, Any]) -> Dossier:
    return replace(dossier, commitment=replace(dossier.commitment, **values))


def _filed(
    dossier: Dossier, record: Evidence | Check | DateMove | Review | Link | Dismissal
) -> Dossier:
    match record:
        case Evidence():
            numbered = replace(record, number=_next(dossier.evidence))
            return replace(dossier, evidence=(*dossier.evidence, numbered))
        case Check():
            return replace(dossier, checks=(*dossier.checks, record))
        case DateMove():
            return replace(dossier, moves=(*dossier.moves, record))
        case Review():
            asked = replace(record, number=_next(dossier.reviews))
            return replace(dossier, reviews=(*dossier.reviews, asked))
        case Link():
            return replace(dossier, links=(*dossier.links, record))
        case Dismissal():
            fresh = replace(record, number=_next(dossier.dismissals))
            return replace(dossier, dismissals=(*dossier.dismissals, fresh))


def _next(records: Iterable[Evidence | Review | Dismissal]) -> int:
    return max((record.number for record in records), default=0) + 1


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
