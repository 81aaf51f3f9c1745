"""Setting fields. The first due date is kept for good; every move of it has a reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from commitrack.model.actions import SetFields
from commitrack.model.errors import BadInput, Refused
from commitrack.model.fields import RULES
from commitrack.model.history import Signature
from commitrack.model.records import Commitment, DateMove, Dossier
from commitrack.model.statements import Precision
from commitrack.model.status import Stage, Status
from commitrack.model.workflow.changes import Assign, AssignParties, Change, File, PartyRole
from commitrack.model.workflow.needs import require_clock, require_owner

_ROLES = {"owner": PartyRole.OWNER, "partners": PartyRole.PARTNER}


def set_fields(dossier: Dossier, action: SetFields, by: Signature) -> Iterator[Change]:
    """Set fields, keeping what the status must have: an owner, a clock, a claim's success test."""
    commitment = dossier.commitment
    values = dict(action.values)
    unknown = set(values) - set(RULES)
    if unknown:
        raise BadInput(f"no field is called {', '.join(sorted(unknown))}")
    if commitment.status.stage is not Stage.TRIAGE and "owner" in values:
        require_owner(commitment, _names(values["owner"]))
    if commitment.status.stage is Stage.OPEN:
        require_clock(
            commitment,
            _day(values.get("due", commitment.due)),
            _day(values.get("follow_up", commitment.follow_up)),
        )
    if commitment.status is Status.CLAIMED and values.get("success_test", "") is None:
        raise Refused(
            f"{commitment.id} is claimed and must keep a success test: the review judges by it",
            ("success_test",),
        )
    for name, value in values.items():
        if name == "due":
            yield from _move_due(commitment, _day(value), action, by)
        elif name in _ROLES:
            yield AssignParties(_ROLES[name], _names(value))
        else:
            yield Assign(name, value)


def _move_due(
    commitment: Commitment, new: date | None, action: SetFields, by: Signature
) -> Iterator[Change]:
    if new == commitment.due:
        return
    first = commitment.due_original
    if commitment.status.stage is Stage.TRIAGE or first is None:
        yield Assign("due_original", new)
    else:
        why = " ".join((action.why or "").split())
        if not why:
            raise Refused(
                f"{commitment.id}: moving the due date from {commitment.due or first} to "
                f"{new or 'none'} needs a reason (--why)",
                ("reason",),
            )
        old = commitment.due or first
        yield File(DateMove(old, new, why, by.today, by.actor, action.announced))
    yield Assign("due", new)
    yield Assign("due_precision", Precision.UNKNOWN if new is None else Precision.DAY)


def _names(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,)
    return value if isinstance(value, tuple) else ()


def _day(value: object) -> date | None:
    return value if isinstance(value, date) else None
