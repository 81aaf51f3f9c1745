"""Trying actions on dossiers in memory, to learn what the rules still ask for. Pure.

The rules live in `commitrack.model.workflow` alone. A dialog does not know them: it tries the
move, and shows a field for each need that the refusal names.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from commitrack.model.actions import Action, AddEvidence, RecordCheck, SetFields, SetStatus
from commitrack.model.errors import Refused
from commitrack.model.history import Signature
from commitrack.model.records import (
    Check,
    CheckResult,
    DateMove,
    Dossier,
    Evidence,
    EvidenceKind,
    Link,
    Review,
    SourceClass,
    Stance,
)
from commitrack.model.status import Status
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

_ANY_WORDS = "…"
"""Stands in for words that are yet to be typed, where a rule only asks that there are some."""


def signature(actor: str, today: date) -> Signature:
    """A signature to rehearse under; what is written is signed by the application."""
    return Signature(actor, today, datetime.combine(today, time(), UTC))


def rehearse(dossiers: Iterable[Dossier], actions: Sequence[Action], by: Signature) -> None:
    """Try `actions`, in order, on each dossier; raises what the rules raise, changes nothing."""
    for dossier in dossiers:
        tried = dossier
        for action in actions:
            tried = amended(tried, plan(tried, action, by))


def needs_of(dossiers: Iterable[Dossier], action: SetStatus, by: Signature) -> tuple[str, ...]:
    """Every need that keeps `action` from being done now, in the order the rules name them.

    Each refusal is answered with a stand-in and the move is tried again, until it is allowed. A
    refusal that no answer helps against is left to `rehearse`.
    """
    found: list[str] = []
    for dossier in dossiers:
        answers: list[str] = []
        while True:
            try:
                rehearse((dossier,), _answered(dossier, action, answers), by)
            except Refused as refusal:
                new = [need for need in refusal.needs if need not in answers]
                if not new:
                    break
                answers.extend(new)
            else:
                break
        found.extend(need for need in answers if need not in found)
    return tuple(found)


def _answered(dossier: Dossier, action: SetStatus, needs: Sequence[str]) -> tuple[Action, ...]:
    first: list[Action] = []
    if "evidence" in needs:
        withdrawal = action.status is Status.WITHDRAWN
        first.append(
            AddEvidence(
                _ANY_WORDS,
                SourceClass.SELF,
                EvidenceKind.OTHER,
                Stance.WITHDRAWS if withdrawal else Stance.SUPPORTS,
                quote=_ANY_WORDS,
            )
        )
    if "check" in needs:
        first.append(RecordCheck(CheckResult.NOTHING_FOUND, _ANY_WORDS))
    if "success_test" in needs:
        first.append(SetFields({"success_test": _ANY_WORDS}))
    if "owner" in needs:
        first.append(SetFields({"owner": (_ANY_WORDS,)}))
    why = action.why
    if "reason" in needs:
        why = "other" if action.status is Status.REJECTED else _ANY_WORDS
    return (
        *first,
        replace(
            action,
            why=why,
            self_verify=action.self_verify or "second_person" in needs,
            other=dossier.commitment.number + 1 if "other" in needs else action.other,
        ),
    )


def amended(dossier: Dossier, changes: Iterable[Change]) -> Dossier:
    """The dossier as it would be with `changes` made."""
    for change in changes:
        match change:
            case Assign(name, value):
                dossier = _with_fields(dossier, {name: value})
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
            case DecideReview():
                dossier = replace(
                    dossier,
                    reviews=tuple(
                        _decided(review, change) if review.number == change.review else review
                        for review in dossier.reviews
                    ),
                )
    return dossier


def _with_fields(dossier: Dossier, values: Mapping[str, Any]) -> Dossier:
    return replace(dossier, commitment=replace(dossier.commitment, **values))


def _filed(dossier: Dossier, record: Evidence | Check | DateMove | Review | Link) -> Dossier:
    match record:
        case Evidence():
            return replace(dossier, evidence=(*dossier.evidence, record))
        case Check():
            return replace(dossier, checks=(*dossier.checks, record))
        case DateMove():
            return replace(dossier, moves=(*dossier.moves, record))
        case Review():
            return replace(dossier, reviews=(*dossier.reviews, record))
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
