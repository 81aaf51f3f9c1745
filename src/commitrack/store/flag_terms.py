"""``is:``, ``has:``, ``no:`` and ``overdue:`` as SQL."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from commitrack.model.house import house
from commitrack.query import Text, Value
from commitrack.store.asking import Lens
from commitrack.store.engine import Connection
from commitrack.store.later import Later
from commitrack.store.sql import (
    ALL_STALE,
    IS_CLOSED,
    IS_OPEN,
    SUGGESTION_COUNTS,
    Sql,
    is_open_before,
    open_before,
)

if TYPE_CHECKING:
    from commitrack.store import field_terms
else:
    field_terms = Later("field_terms")

_REVIEW = (
    "c.id IN (SELECT r.commitment FROM reviews r INDEXED BY waiting_reviews "
    "WHERE r.present = 1 AND r.decision IS NULL UNION "
    "SELECT e.commitment FROM evidence e INDEXED BY objections "
    "WHERE e.present = 1 AND e.retracted IS NULL AND e.stance IN ('disputes', 'withdraws') "
    "AND EXISTS (SELECT 1 FROM commitments d WHERE d.id = e.commitment AND "
    f"{IS_CLOSED.replace('c.', 'd.')}) "
    "AND NOT EXISTS (SELECT 1 FROM reviews r, json_each(r.evidence) j "
    "WHERE r.commitment = e.commitment AND r.present = 1 AND j.value = e.id))"
)
"""A closing waits for a decision, or there is an objection that none has weighed."""
_REVIEW_MET = (
    "(EXISTS (SELECT 1 FROM reviews r INDEXED BY waiting_reviews "
    "WHERE r.commitment = c.id AND r.present = 1 AND r.decision IS NULL) OR "
    f"({IS_CLOSED} AND EXISTS (SELECT 1 FROM evidence e INDEXED BY objections "
    "WHERE e.commitment = c.id AND e.present = 1 AND e.retracted IS NULL "
    "AND e.stance IN ('disputes', 'withdraws') "
    "AND NOT EXISTS (SELECT 1 FROM reviews r, json_each(r.evidence) j "
    "WHERE r.commitment = c.id AND r.present = 1 AND j.value = e.id))))"
)
"""The same, asked of one commitment."""
DISPUTED = (
    "EXISTS (SELECT 1 FROM evidence e INDEXED BY objections WHERE e.commitment = c.id "
    "AND e.present = 1 AND e.retracted IS NULL AND e.stance IN ('disputes', 'withdraws') "
    "AND NOT EXISTS (SELECT 1 FROM reviews r, json_each(r.evidence) j "
    "WHERE r.commitment = c.id AND r.present = 1 AND j.value = e.id))"
)
"""An objection stands that no review has weighed (`commitrack.model.assurance.disputed`)."""
_OWNED = (
    "EXISTS (SELECT 1 FROM commitment_parties cp WHERE cp.commitment = c.id "
    "AND cp.role = 'owner' AND cp.present = 1)"
)
EVIDENCED = (
    "EXISTS (SELECT 1 FROM evidence e WHERE e.commitment = c.id AND e.present = 1 "
    "AND e.retracted IS NULL)"
)
_WEAKENED = (
    "EXISTS (SELECT 1 FROM links l WHERE l.other = c.id AND l.present = 1 "
    "AND l.type IN ('weakens', 'delays', 'narrows'))"
)

_SUGGESTED = (
    "c.id IN (WITH open AS (SELECT s.commitment, s.other FROM suggestions s "
    f"WHERE s.present = 1 AND s.decision IS NULL AND {SUGGESTION_COUNTS}) "
    "SELECT commitment FROM open UNION SELECT other FROM open)"
)
"""A link is suggested from it or to it, and waits for a decision."""

_UNVERIFIED = (
    "(c.status = 'claimed' OR (c.status IN ('delivered', 'partly_delivered') AND coalesce("
    "(SELECT r.self_verified FROM reviews r WHERE r.commitment = c.id AND r.present = 1 "
    "AND r.decision = 'approved' AND r.proposed = c.status ORDER BY r.id DESC LIMIT 1), 1)))"
)
"""Said to be done, and no second person has found that it is (`commitrack.model.assurance`)."""

_STALE = f"c.id IN ({ALL_STALE})"
STALE_MET = "EXISTS (SELECT 1 FROM staleness s WHERE s.commitment = c.id AND s.day <= ?)"
"""Open, and the newest evidence or check, if there is any, is older than the cadence."""

_PRESENCE = {
    "due": "c.due IS NOT NULL",
    "follow_up": "c.follow_up IS NOT NULL",
    "success_test": "c.success_test IS NOT NULL",
    "reviewer": "c.reviewer IS NOT NULL",
    "lead": "c.lead IS NOT NULL",
    "owner": _OWNED,
    "evidence": EVIDENCED,
    "suggestion": _SUGGESTED,
}

_STATES = {
    "open": IS_OPEN,
    "closed": IS_CLOSED,
    "candidate": "c.status = 'candidate'",
    "rejected": "c.status = 'rejected'",
    "claimed": "c.status = 'claimed'",
    "public": "c.visibility = 'public'",
    "review": _REVIEW,
    "drifted": _WEAKENED,
    "disputed": DISPUTED,
    "unverified": _UNVERIFIED,
    "testable": "c.testable = 1",
    "verifiable": "(c.testable = 1 OR c.success_test IS NOT NULL)",
}


def flag_term(
    connection: Connection, name: str, value: Value, lens: Lens, *, met: bool = False
) -> Sql:
    """One value of a flag field.

    It names all that have the flag, off an index, or with `met` asks the one commitment at hand.
    """
    word = value.text if isinstance(value, Text) else ""
    if name == "has":
        return Sql(_PRESENCE[word])
    if name == "no":
        there = _PRESENCE[word]
        # A column that is missing is looked up in its index, but not by saying it is not there.
        return Sql(
            there.replace(" IS NOT NULL", " IS NULL") if "(" not in there else f"NOT {there}"
        )
    before = is_open_before if met else open_before
    if name == "overdue":
        return before(lens.today.isoformat(), "due" if word == "due" else "follow_up")
    if word == "overdue":
        return before(lens.today.isoformat(), "due", "follow_up")
    if word == "mine":
        return field_terms.led_by(connection, lens.actor, met=met)
    if word == "review" and met:
        return Sql(_REVIEW_MET)
    if word in _STATES:
        return Sql(_STATES[word])
    return _state(word, lens, met=met)


def _state(word: str, lens: Lens, *, met: bool) -> Sql:
    today = lens.today.isoformat()
    if word == "chase":
        return Sql(f"({IS_OPEN} AND c.follow_up <= ?)", (today,))
    if word == "due-today":
        return Sql(f"({IS_OPEN} AND c.due = ?)", (today,))
    if word == "due-soon":
        return Sql(
            f"({IS_OPEN} AND c.due > ? AND c.due <= ?)",
            (today, _days_on(lens.today, house().due_soon).isoformat()),
        )
    if word == "stale":
        return Sql(STALE_MET if met else _STALE, (today,))
    raise ValueError(f"is:{word} has no meaning here")


def _days_on(day: date, days: int) -> date:
    """A day so many days later, or the last there is."""
    return day + timedelta(min(days, (date.max - day).days))
