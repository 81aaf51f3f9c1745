"""Filing what was found: evidence and checks."""

from __future__ import annotations

from collections.abc import Iterator

from commitrack.model.actions import (
    REPLY_DAYS,
    AddEvidence,
    LogSent,
    RecordCheck,
    RetractEvidence,
)
from commitrack.model.errors import BadInput, NotFound, Refused
from commitrack.model.history import Signature
from commitrack.model.records import Check, CheckResult, Dossier, Evidence
from commitrack.model.status import Stage
from commitrack.model.workflow.changes import Assign, Change, File, Retract
from commitrack.model.workflow.needs import (
    next_look,
    require_not_past,
    require_past,
    require_reason,
)


def add_evidence(dossier: Dossier, action: AddEvidence, by: Signature) -> Iterator[Change]:
    """File a piece of evidence; it never changes the status by itself."""
    del dossier
    title = " ".join(action.title.split())
    if not title:
        raise BadInput("evidence needs a title")
    require_past("evidence dated", action.dated, by.today)
    require_past("evidence accessed on", action.accessed_on, by.today)
    yield File(
        Evidence(
            title=title,
            source=action.source,
            kind=action.kind,
            stance=action.stance,
            url=action.url,
            locator=action.locator,
            quote=action.quote,
            dated=action.dated,
            accessed_on=action.accessed_on or by.today,
            added_by=by.actor,
        )
    )


def retract_evidence(dossier: Dossier, action: RetractEvidence, by: Signature) -> Iterator[Change]:
    """Mark evidence as retracted, with a reason; it stays on file."""
    del by
    commitment = dossier.commitment
    piece = next((one for one in dossier.evidence if one.number == action.number), None)
    if piece is None:
        known = ", ".join(str(one.number) for one in dossier.evidence) or "none"
        raise NotFound(f"{commitment.id} has no evidence {action.number}; on file: {known}")
    if piece.retracted is not None:
        raise Refused(f"evidence {action.number} of {commitment.id} is retracted already")
    yield Retract(action.number, require_reason(commitment, action.why, "retracting evidence"))


def record_check(dossier: Dossier, action: RecordCheck, by: Signature) -> Iterator[Change]:
    """Record a look, and set the day of the next one while the commitment is open."""
    commitment = dossier.commitment
    if commitment.status.stage is Stage.TRIAGE:
        raise Refused(
            f"{commitment.id} is {commitment.status.words}: accept it before checking on it"
        )
    where = " ".join(action.where.split())
    if not where:
        raise BadInput("a check needs where you looked (--where)")
    require_not_past("the next follow-up", action.next_follow_up, by.today)
    coming = action.next_follow_up
    if coming is None and commitment.status.stage is Stage.OPEN:
        coming = next_look(commitment.cadence, by.today)
    yield File(Check(action.result, where, by.today, by.actor, action.note, coming))
    yield Assign("last_checked", by.today)
    if coming is not None:
        yield Assign("follow_up", coming)


def log_sent(dossier: Dossier, action: LogSent, by: Signature) -> Iterator[Change]:
    """Log a letter that was sent by hand, and look again when an answer may be there.

    It is no look: what was learnt of the commitment, and when, stays as it is.
    """
    commitment = dossier.commitment
    if commitment.status.stage is not Stage.OPEN:
        raise Refused(
            f"{commitment.id} is {commitment.status.words}: an owner is asked about what is open"
        )
    to = " ".join((action.to or "").split()) or commitment.owner
    if not to:
        raise BadInput(f"{commitment.id}: whom did the letter go to? (--to)")
    on = action.on or by.today
    require_past("the day it was sent", on, by.today)
    require_not_past("the next follow-up", action.next_follow_up, by.today)
    coming = action.next_follow_up or max(next_look(REPLY_DAYS, on), by.today)
    yield File(Check(CheckResult.ASKED, to, on, by.actor, action.note, coming))
    yield Assign("follow_up", coming)
