"""Sign-off: the second person approves, sends back, or somebody opens it again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from commitrack.model.actions import Approve, Reopen, SendBack
from commitrack.model.assurance import disputed
from commitrack.model.errors import BadInput, Refused
from commitrack.model.history import Signature
from commitrack.model.house import FourEyes, house
from commitrack.model.records import Decision, Dossier, Review
from commitrack.model.status import Stage, Status
from commitrack.model.workflow.changes import Assign, Change, DecideReview, File
from commitrack.model.workflow.needs import (
    evidence_of_action,
    next_look,
    require_evidence,
    require_move,
    require_reason,
)


def approve(dossier: Dossier, action: Approve, by: Signature) -> Iterator[Change]:
    """Approve what waits. Nobody approves their own claim without saying so (domain: status)."""
    pending = dossier.pending_review
    if pending is None:
        yield from _uphold(dossier, action, by)
        return
    own = _require_second_person(dossier, pending, by, self_verify=action.self_verify)
    outcome = pending.proposed
    missing = " ".join((action.missing or "").split())
    if action.missing is not None:
        if pending.proposed is not Status.DELIVERED:
            raise BadInput(
                f"{dossier.commitment.id} was proposed as {pending.proposed.words}: only a claim "
                "of delivery can be partly delivered"
            )
        require_reason(dossier.commitment, missing, "partly delivered")
        outcome = Status.PARTLY_DELIVERED
    require_move(dossier.commitment, outcome)
    if pending.proposed is Status.DELIVERED:
        require_evidence(dossier, outcome)
    reason = missing or " ".join((action.note or "").split()) or None
    yield DecideReview(
        pending.number,
        outcome,
        Decision.APPROVED,
        by.actor,
        by.today,
        reason,
        _considered(dossier),
        own,
    )
    yield from close(outcome, reason or pending.asked_note, by)


def _uphold(dossier: Dossier, action: Approve, by: Signature) -> Iterator[Change]:
    """A closing that new evidence disputes can be upheld: reviewed again, and left as it is."""
    commitment = dossier.commitment
    closing = dossier.closing_review
    if closing is None or not disputed(dossier):
        raise Refused(f"{commitment.id} has nothing to review: it is {commitment.status.words}")
    own = _require_second_person(dossier, closing, by, self_verify=action.self_verify)
    yield File(
        replace(
            closing,
            number=0,
            decided_by=by.actor,
            decided_on=by.today,
            reason=require_reason(commitment, action.note, "upholding a disputed closing"),
            evidence=_considered(dossier),
            self_verified=own,
        )
    )


def _require_second_person(
    dossier: Dossier, review: Review, by: Signature, *, self_verify: bool
) -> bool:
    """Refuse the asker's own approval unless the house allows it; True when it is self-verified."""
    own = review.asked_by.casefold() == by.actor.casefold()
    rule = house().four_eyes
    verb = "claimed" if review.proposed is Status.DELIVERED else "proposed"
    if own and rule is FourEyes.STRICT:
        raise Refused(
            f"{dossier.commitment.id} was {verb} by {review.asked_by}; needs another person, "
            "whatever is said (four_eyes = strict in commitrack config)",
            ("second_person",),
        )
    if own and rule is FourEyes.SAID and not self_verify:
        raise Refused(
            f"{dossier.commitment.id} was {verb} by {review.asked_by}; needs another person "
            "(or --self-verify, which is printed ever after)",
            ("second_person",),
        )
    return own


def _considered(dossier: Dossier) -> tuple[int, ...]:
    return tuple(piece.number for piece in dossier.standing_evidence)


def close(outcome: Status, reason: str | None, by: Signature) -> Iterator[Change]:
    """The fields that a closing sets."""
    yield Assign("status", outcome)
    yield Assign("reason", reason)
    yield Assign("closed_on", by.today)


def send_back(dossier: Dossier, action: SendBack, by: Signature) -> Iterator[Change]:
    """Decide against: a claim goes back to in progress, a proposal leaves the status alone."""
    commitment = dossier.commitment
    pending = dossier.pending_review
    if pending is None:
        raise Refused(f"{commitment.id} has nothing to send back: no review waits")
    note = require_reason(commitment, action.note, "sending back")
    yield DecideReview(
        pending.number,
        pending.proposed,
        Decision.SENT_BACK,
        by.actor,
        by.today,
        note,
        _considered(dossier),
        self_verified=False,
    )
    if commitment.status is Status.CLAIMED:
        yield Assign("status", Status.IN_PROGRESS)
        yield Assign("reason", f"sent back by {by.actor}: {note}")


def reopen(dossier: Dossier, action: Reopen, by: Signature) -> Iterator[Change]:
    """closed → open or in progress, with a reason; the clock is wound again."""
    commitment = dossier.commitment
    if commitment.status.stage is not Stage.CLOSED:
        raise Refused(f"{commitment.id} is {commitment.status.words}, not closed")
    reason = require_reason(commitment, action.why, "reopening")
    status = action.status
    if status is None:
        status = Status.IN_PROGRESS if evidence_of_action(dossier) else Status.OPEN
    require_move(commitment, status)
    if status is Status.IN_PROGRESS:
        require_evidence(dossier, status)
    yield Assign("status", status)
    yield Assign("reason", reason)
    yield Assign("closed_on", None)
    yield Assign("follow_up", next_look(commitment.cadence, by.today))
