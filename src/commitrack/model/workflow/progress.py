"""Progress: moving on, stalling, claiming that it is done, proposing to close."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from commitrack.model.actions import (
    Accept,
    Approve,
    Claim,
    Reject,
    Reopen,
    Restore,
    SendBack,
    SetStatus,
)
from commitrack.model.errors import BadInput, Refused
from commitrack.model.history import Signature
from commitrack.model.house import FourEyes, house
from commitrack.model.ids import commitment_id
from commitrack.model.records import Decision, Dossier, Link, LinkType, Review, Stance
from commitrack.model.status import CLOSED_WITHOUT_CLAIM, RejectReason, Stage, Status
from commitrack.model.workflow import deciding, triage
from commitrack.model.workflow.changes import Assign, Change, File
from commitrack.model.workflow.needs import require_evidence, require_move, require_reason


def set_status(dossier: Dossier, action: SetStatus, by: Signature) -> Iterator[Change]:
    """Move to a status by name, through whichever rule leads there."""
    commitment = dossier.commitment
    require_move(commitment, action.status)
    if action.status is Status.CANDIDATE:
        return triage.restore(dossier, Restore(), by)
    if action.status is Status.REJECTED:
        return triage.reject(dossier, _reject(action), by)
    if commitment.status.stage is Stage.CLOSED:
        return deciding.reopen(dossier, Reopen(action.why or "", action.status), by)
    if action.status is Status.OPEN:
        return triage.accept(dossier, Accept(), by)
    if commitment.status is Status.CLAIMED:
        return _decide(dossier, action, by)
    if action.status is Status.CLAIMED:
        return claim(dossier, Claim(note=action.why), by)
    if action.status in CLOSED_WITHOUT_CLAIM:
        return _propose(dossier, action, by)
    return _work(dossier, action)


def _reject(action: SetStatus) -> Reject:
    word, _, note = (action.why or "").partition(":")
    try:
        return Reject(RejectReason(word.strip().lower()), note.strip() or None)
    except ValueError:
        reasons = ", ".join(RejectReason)
        raise Refused(f"rejecting needs a reason, one of {reasons} (--why)", ("reason",)) from None


def _decide(dossier: Dossier, action: SetStatus, by: Signature) -> Iterator[Change]:
    if action.status is Status.IN_PROGRESS:
        return deciding.send_back(dossier, SendBack(action.why or ""), by)
    if action.status is Status.PARTLY_DELIVERED:
        missing = require_reason(dossier.commitment, action.why, "partly delivered")
        return deciding.approve(
            dossier, Approve(missing=missing, self_verify=action.self_verify), by
        )
    return deciding.approve(dossier, Approve(action.why, self_verify=action.self_verify), by)


def _work(dossier: Dossier, action: SetStatus) -> Iterator[Change]:
    commitment = dossier.commitment
    if action.status is Status.IN_PROGRESS:
        require_evidence(dossier, Status.IN_PROGRESS)
        yield Assign("status", Status.IN_PROGRESS)
        yield Assign("reason", " ".join((action.why or "").split()) or None)
        return
    if not dossier.looks and not dossier.standing_evidence:
        raise Refused(
            f"{commitment.id} needs a check or evidence before it can be stalled "
            f"(commitrack check {commitment.id} --nothing-found --where …)",
            ("check",),
        )
    reason = require_reason(commitment, action.why, "stalled")
    yield Assign("status", Status.STALLED)
    yield Assign("reason", reason)


def claim(dossier: Dossier, action: Claim, by: Signature) -> Iterator[Change]:
    """→ claimed: needs a success test and evidence; a review by a second person follows."""
    commitment = dossier.commitment
    require_move(commitment, Status.CLAIMED)
    _require_no_pending(dossier)
    test = " ".join((action.success_test or "").split()) or commitment.success_test
    if not test:
        raise Refused(
            f"{commitment.id} needs a success test before it can be claimed: what would count as "
            f"done? (commitrack set {commitment.id} success_test=…)",
            ("success_test",),
        )
    require_evidence(dossier, Status.CLAIMED)
    note = " ".join((action.note or "").split()) or None
    yield Assign("success_test", test)
    yield Assign("status", Status.CLAIMED)
    yield Assign("reason", None)
    yield File(Review(Status.DELIVERED, by.actor, by.today, note))


def _require_no_pending(dossier: Dossier) -> None:
    pending = dossier.pending_review
    if pending is not None:
        raise Refused(
            f"{dossier.commitment.id} already waits for a review: {pending.proposed.words}, "
            f"asked by {pending.asked_by} on {pending.asked_on}; decide that first "
            f"(commitrack review {dossier.commitment.id} …)",
            ("review",),
        )


def _propose(dossier: Dossier, action: SetStatus, by: Signature) -> Iterator[Change]:
    """Propose a closing other than delivery; with `self_verify` it is approved at once."""
    commitment = dossier.commitment
    _require_no_pending(dossier)
    reason = require_reason(commitment, action.why, action.status.words)
    yield from _closing_needs(dossier, action, by)
    review = Review(action.status, by.actor, by.today, reason)
    if not action.self_verify:
        yield File(review)
        return
    if house().four_eyes is FourEyes.STRICT:
        raise Refused(
            f"{commitment.id} needs another person to approve it, whatever is said (four_eyes = "
            "strict in commitrack config); without --self-verify it waits for one",
            ("second_person",),
        )
    yield File(
        replace(
            review,
            decision=Decision.APPROVED,
            decided_by=by.actor,
            decided_on=by.today,
            reason=reason,
            evidence=tuple(piece.number for piece in dossier.standing_evidence),
            self_verified=True,
        )
    )
    yield from deciding.close(action.status, reason, by)


def _closing_needs(dossier: Dossier, action: SetStatus, by: Signature) -> Iterator[Change]:
    commitment = dossier.commitment
    if action.status is Status.NOT_DELIVERED and commitment.last_checked is None:
        raise Refused(
            f"{commitment.id} needs a check before it can be not delivered "
            f"(commitrack check {commitment.id} …)",
            ("check",),
        )
    if action.status is Status.WITHDRAWN and not any(
        piece.stance is Stance.WITHDRAWS and piece.quote for piece in dossier.standing_evidence
    ):
        raise Refused(
            f"{commitment.id} needs the withdrawal in the owner's words: add evidence with "
            "--stance withdraws and --quote",
            ("evidence",),
        )
    if action.status is Status.SUPERSEDED:
        yield from _superseding(dossier, action, by)


def _superseding(dossier: Dossier, action: SetStatus, by: Signature) -> Iterator[Change]:
    commitment = dossier.commitment
    successors = {
        link.source
        for link in dossier.links
        if link.type is LinkType.SUPERSEDES and link.other == commitment.number
    }
    if action.other == commitment.number:
        raise BadInput(f"{commitment.id} cannot supersede itself")
    if action.other is not None and action.other not in successors:
        yield File(Link(LinkType.SUPERSEDES, action.other, commitment.number, by.actor))
    elif not successors:
        raise Refused(
            f"{commitment.id} needs the commitment that replaces it (--by {commitment_id(12)})",
            ("other",),
        )
