"""Triage: a candidate is accepted, rejected, or brought back."""

from __future__ import annotations

from collections.abc import Iterator

from commitrack.model.actions import Accept, Reject, Restore
from commitrack.model.errors import Refused
from commitrack.model.history import Signature
from commitrack.model.house import cadence_of
from commitrack.model.records import Dossier
from commitrack.model.statements import Precision
from commitrack.model.status import Status
from commitrack.model.workflow.changes import Assign, AssignParties, Change, PartyRole
from commitrack.model.workflow.needs import (
    next_look,
    require_clock,
    require_move,
    require_owner,
    require_quote,
)


def accept(dossier: Dossier, action: Accept, by: Signature) -> Iterator[Change]:
    """candidate → open: needs an owner and a date; our own clock is set by the cadence."""
    commitment = dossier.commitment
    if commitment.status is not Status.CANDIDATE:
        raise Refused(f"{commitment.id} is {commitment.status.words}, not a candidate")
    require_move(commitment, Status.OPEN)
    require_quote(commitment)
    require_owner(commitment, action.owners or commitment.owners)
    due = action.due or commitment.due
    cadence = cadence_of(commitment.cadence)
    follow_up = action.follow_up or commitment.follow_up or next_look(cadence, by.today)
    require_clock(commitment, due, follow_up)
    yield Assign("status", Status.OPEN)
    yield Assign("reason", None)
    yield Assign("follow_up", follow_up)
    yield Assign("cadence", cadence)
    if action.owners:
        yield AssignParties(PartyRole.OWNER, action.owners)
    if action.lead:
        yield Assign("lead", action.lead)
    if action.due:
        yield Assign("due", action.due)
        yield Assign("due_precision", Precision.DAY)
    yield Assign("due_original", due)


def reject(dossier: Dossier, action: Reject, by: Signature) -> Iterator[Change]:
    """candidate → rejected, with the reason; it stays in coverage."""
    del by
    commitment = dossier.commitment
    if commitment.status is not Status.CANDIDATE:
        raise Refused(
            f"{commitment.id} is {commitment.status.words}: only a candidate can be rejected"
        )
    note = " ".join((action.note or "").split())
    yield Assign("status", Status.REJECTED)
    yield Assign("reason", f"{action.reason.value}: {note}" if note else action.reason.value)


def restore(dossier: Dossier, action: Restore, by: Signature) -> Iterator[Change]:
    """rejected → candidate."""
    del action, by
    require_move(dossier.commitment, Status.CANDIDATE)
    yield Assign("status", Status.CANDIDATE)
    yield Assign("reason", None)
