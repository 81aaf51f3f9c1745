"""``is:``, ``has:``, ``no:`` and ``overdue:`` as SQL."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.model.assurance import Assurance, assurance, stale
from commitrack.model.schedule import DUE_SOON_DAYS
from commitrack.query import Text, Value
from commitrack.store.derived import ask_the_model
from commitrack.store.engine import Connection
from commitrack.store.later import Later
from commitrack.store.protocol import Lens
from commitrack.store.sql import (
    EVERYTHING,
    IS_CLOSED,
    IS_OPEN,
    SUGGESTION_COUNTS,
    Sql,
    all_of,
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
_OWNED = (
    "EXISTS (SELECT 1 FROM commitment_parties cp WHERE cp.commitment = c.id "
    "AND cp.role = 'owner' AND cp.present = 1)"
)
_EVIDENCED = (
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

_PRESENCE = {
    "due": "c.due IS NOT NULL",
    "follow_up": "c.follow_up IS NOT NULL",
    "success_test": "c.success_test IS NOT NULL",
    "reviewer": "c.reviewer IS NOT NULL",
    "lead": "c.lead IS NOT NULL",
    "owner": _OWNED,
    "evidence": _EVIDENCED,
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
    "testable": "c.testable = 1",
    "verifiable": "(c.testable = 1 OR c.success_test IS NOT NULL)",
}


def flag_term(
    connection: Connection, name: str, value: Value, lens: Lens, within: Sql = EVERYTHING
) -> Sql:
    """One value of a flag field; what only the model knows is asked `within` a condition."""
    word = value.text if isinstance(value, Text) else ""
    if name == "has":
        return Sql(_PRESENCE[word])
    if name == "no":
        there = _PRESENCE[word]
        # A column that is missing is looked up in its index, but not by saying it is not there.
        return Sql(
            there.replace(" IS NOT NULL", " IS NULL") if "(" not in there else f"NOT {there}"
        )
    if name == "overdue":
        return open_before(lens.today.isoformat(), "due" if word == "due" else "follow_up")
    if word in _STATES:
        return Sql(_STATES[word])
    return _state(connection, word, lens, within)


def _state(connection: Connection, word: str, lens: Lens, within: Sql) -> Sql:
    today = lens.today.isoformat()
    if word == "overdue":
        return open_before(today, "due", "follow_up")
    if word == "chase":
        return Sql(f"({IS_OPEN} AND c.follow_up <= ?)", (today,))
    if word == "due-today":
        return Sql(f"({IS_OPEN} AND c.due = ?)", (today,))
    if word == "due-soon":
        return Sql(
            f"({IS_OPEN} AND c.due > ? AND julianday(c.due) - julianday(?) <= ?)",
            (today, today, DUE_SOON_DAYS),
        )
    if word == "mine":
        return field_terms.led_by(connection, lens.actor)
    if word == "stale":
        narrowed = all_of((Sql(IS_OPEN), within))
        return ask_the_model(connection, narrowed, lambda dossier: stale(dossier, lens.today))
    if word == "unverified":
        said = Sql("c.status IN ('claimed', 'delivered', 'partly_delivered')")
        return ask_the_model(
            connection,
            all_of((said, within)),
            lambda dossier: assurance(dossier) < Assurance.VERIFIED,
        )
    raise ValueError(f"is:{word} has no meaning here")
