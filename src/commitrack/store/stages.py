"""What a query says of the status of all that it finds: its order is read off a shorter index."""

from __future__ import annotations

from collections.abc import Iterable

from commitrack.model.status import CLOSED, OPEN, Status
from commitrack.query import ME, And, Field, Node, Nothing, Or, Text, Value

_EVERY = frozenset(Status)
_FLAGS = {
    "open": OPEN,
    "closed": CLOSED,
    "candidate": frozenset({Status.CANDIDATE}),
    "rejected": frozenset({Status.REJECTED}),
    "claimed": frozenset({Status.CLAIMED}),
    **dict.fromkeys(("overdue", "chase", "due-today", "due-soon", "stale"), OPEN),
}
"""The values of ``is:`` that only some statuses have."""


def keeps_to(node: Node) -> frozenset[Status]:
    """The statuses that can be among what a node finds; all of them when it does not say."""
    match node:
        case And(parts):
            return _EVERY.intersection(*map(keeps_to, parts))
        case Or(parts):
            return _any_of(map(keeps_to, parts))
        case Field("is", values):
            return _any_of(_FLAGS.get(_word(one), _EVERY) for one in values)
        case Field("status", values) if all(isinstance(one, Text) for one in values):
            return frozenset(one for one in Status if one.value in map(_word, values))
        case Field("overdue"):
            return OPEN
    return _EVERY


def keeps_undated(node: Node) -> bool:
    """Whether a node finds nothing that has a due date."""
    match node:
        case And(parts):
            return any(map(keeps_undated, parts))
        case Field("no", (Text("due"),)) | Field("due", (Nothing(),)):
            return True
    return False


def keeps_to_lead(node: Node) -> Value | None:
    """Who leads all that a node finds; None when it does not say, or says several."""
    match node:
        case And(parts):
            return next((found for part in parts if (found := keeps_to_lead(part))), None)
        case Field("is", (Text("mine"),)):
            return Text(ME, exact=True)
        case Field("lead", (Text() as who,)):
            return who
    return None


def _any_of(found: Iterable[frozenset[Status]]) -> frozenset[Status]:
    return frozenset[Status]().union(*found)


def _word(value: Value) -> str:
    return value.text if isinstance(value, Text) else ""
