"""One record with all that a query can ask of it, in plain Python."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from commitrack.model.assurance import assurance
from commitrack.model.lint import asked
from commitrack.model.records import (
    CheckResult,
    Dossier,
    Stance,
)
from commitrack.model.specificity import specificity

OPEN = frozenset({"open", "in_progress", "stalled", "claimed"})
CLOSED = frozenset(
    {
        *("delivered", "partly_delivered", "not_delivered", "withdrawn", "superseded"),
        "unverifiable",
    }
)


@dataclass(frozen=True)
class Item:
    """One commitment with all that a query can ask of it."""

    dossier: Dossier
    created: date
    changed: date
    transaction: int
    """The one that last touched it."""
    weakened: bool
    """Whether another one weakens, delays or narrows it."""
    linked: frozenset[str]
    """The types of the links from it and to it."""
    suggested: bool

    @property
    def number(self) -> int:
        return self.dossier.commitment.number

    @property
    def status(self) -> str:
        return str(self.dossier.commitment.status)


def _slip(item: Item) -> int | None:
    one = item.dossier.commitment
    if one.due is None or one.due_original is None:
        return None
    return (one.due - one.due_original).days


def statement_of(item: Item) -> int | None:
    return None if item.dossier.source is None else item.dossier.source.number


def place_of(item: Item) -> int | None:
    starts = [one.start for one in item.dossier.mentions if one.statement == statement_of(item)]
    return min(starts, default=None)


DAYS: Mapping[str, Callable[[Item], date | None]] = {
    "due": lambda item: item.dossier.commitment.due,
    "follow_up": lambda item: item.dossier.commitment.follow_up,
    "checked": lambda item: item.dossier.commitment.last_checked,
    "original": lambda item: item.dossier.commitment.due_original,
    "moved": lambda item: max((one.on for one in item.dossier.moves), default=None),
    "closed_on": lambda item: item.dossier.commitment.closed_on,
    "created": lambda item: item.created,
    "changed": lambda item: item.changed,
}


NUMBERS: Mapping[str, Callable[[Item], int | None]] = {
    "id": lambda item: item.number,
    "statement": statement_of,
    "strength": lambda item: (
        None if item.dossier.commitment.strength is None else int(item.dossier.commitment.strength)
    ),
    "priority": lambda item: item.dossier.commitment.priority,
    "slip": _slip,
    "moves": lambda item: sum(
        1 for move in item.dossier.moves if move.new is not None and move.new > move.old
    ),
    "assurance": lambda item: int(assurance(item.dossier)),
    "specificity": lambda item: specificity(item.dossier.commitment),
}

SETS: Mapping[str, Callable[[Item], frozenset[str]]] = {
    "status": lambda item: frozenset({item.status}),
    "kind": lambda item: frozenset({str(item.dossier.commitment.kind)}),
    "visibility": lambda item: frozenset({str(item.dossier.commitment.visibility)}),
    "confidence": lambda item: frozenset(
        str(one) for one in (item.dossier.commitment.confidence,) if one is not None
    ),
    "testable": lambda item: frozenset({"yes" if item.dossier.commitment.testable else "no"}),
    "lint": lambda item: frozenset(one.rule for one in asked(item.dossier)),
    "dismissed": lambda item: frozenset(one.rule for one in item.dossier.dismissals),
    "link": lambda item: item.linked,
}


def has(item: Item, what: str) -> bool:
    one = item.dossier.commitment
    known = {
        "due": one.due is not None,
        "follow_up": one.follow_up is not None,
        "success_test": one.success_test is not None,
        "reviewer": one.reviewer is not None,
        "lead": one.lead is not None,
        "owner": bool(one.owners),
        "evidence": any(piece.retracted is None for piece in item.dossier.evidence),
        "suggestion": item.suggested,
    }
    return known[what]


def is_stale(dossier: Dossier, today: date) -> bool:
    looked = [check.on for check in dossier.checks if check.result is not CheckResult.ASKED]
    for piece in dossier.evidence:
        day = piece.accessed_on or piece.dated
        if piece.retracted is None and day is not None:
            looked.append(day)
    return bool(looked) and max(looked) < today - timedelta(days=dossier.commitment.cadence)


def waits(item: Item) -> bool:
    """Whether a closing waits for a decision, or an objection to one that nobody has weighed."""
    reviews = item.dossier.reviews
    if any(review.decision is None for review in reviews):
        return True
    return item.status in CLOSED and objected(item)


def objected(item: Item) -> bool:
    """Whether an objection stands that no review has weighed."""
    weighed = {number for review in item.dossier.reviews for number in review.evidence}
    return any(
        piece.retracted is None
        and piece.stance in (Stance.DISPUTES, Stance.WITHDRAWS)
        and piece.number not in weighed
        for piece in item.dossier.evidence
    )


def texts_of(item: Item) -> list[str]:
    one = item.dossier.commitment
    return [text for text in (one.title, one.quote, one.success_test, one.note) if text]
