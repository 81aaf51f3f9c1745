"""From an action to its changes: one rule for each action."""

from __future__ import annotations

from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    AddLink,
    Approve,
    Claim,
    DeclineLink,
    DismissQuestion,
    LogSent,
    RecallQuestion,
    RecordCheck,
    Reject,
    Reopen,
    Restore,
    RetractEvidence,
    SendBack,
    SetFields,
    SetStatus,
)
from commitrack.model.history import Signature
from commitrack.model.ids import commitment_id
from commitrack.model.records import Dossier
from commitrack.model.workflow import (
    deciding,
    editing,
    filing,
    linking,
    progress,
    questioning,
    triage,
)
from commitrack.model.workflow.changes import Change


def plan(dossier: Dossier, action: Action, by: Signature) -> tuple[Change, ...]:
    """The changes that `action` makes to `dossier` when `by` does it today.

    Raises `Refused` when the rules do not allow it or a need is not met, `BadInput` for a value
    that cannot be, `NotFound` for a record that is not there. Nothing is changed in either case.
    """
    match action:
        case Accept():
            changes = triage.accept(dossier, action, by)
        case Reject():
            changes = triage.reject(dossier, action, by)
        case Restore():
            changes = triage.restore(dossier, action, by)
        case SetFields():
            changes = editing.set_fields(dossier, action, by)
        case AddEvidence():
            changes = filing.add_evidence(dossier, action, by)
        case RetractEvidence():
            changes = filing.retract_evidence(dossier, action, by)
        case RecordCheck():
            changes = filing.record_check(dossier, action, by)
        case LogSent():
            changes = filing.log_sent(dossier, action, by)
        case SetStatus():
            changes = progress.set_status(dossier, action, by)
        case Claim():
            changes = progress.claim(dossier, action, by)
        case Approve():
            changes = deciding.approve(dossier, action, by)
        case SendBack():
            changes = deciding.send_back(dossier, action, by)
        case Reopen():
            changes = deciding.reopen(dossier, action, by)
        case AddLink():
            changes = linking.add_link(dossier, action, by)
        case DeclineLink():
            changes = linking.decline_link(dossier, action, by)
        case DismissQuestion():
            changes = questioning.dismiss(dossier, action, by)
        case RecallQuestion():
            changes = questioning.recall(dossier, action, by)
    return tuple(changes)


def describe(action: Action) -> str:
    """What an action does, in a verb or two, for histories and notices."""
    match action:
        case SetFields():
            return f"set {', '.join(action.values)}"
        case SetStatus():
            return f"status {action.status.words}"
        case Approve(missing=str()):
            return "approve as partly delivered"
        case AddLink():
            return f"link {action.type.value.replace('_', ' ')}"
        case DismissQuestion() | RecallQuestion():
            verb = "dismiss" if isinstance(action, DismissQuestion) else "recall"
            return f"{verb} question {action.rule.strip().upper()}"
        case DeclineLink():
            return f"decline the link to {commitment_id(action.other)} of"
        case _:
            return _VERBS[type(action)]


_VERBS: dict[type, str] = {
    Accept: "accept",
    Reject: "reject",
    Restore: "restore",
    AddEvidence: "add evidence",
    RetractEvidence: "retract evidence",
    RecordCheck: "check",
    LogSent: "letter sent about",
    Claim: "claim",
    Approve: "approve",
    SendBack: "send back",
    Reopen: "reopen",
}
