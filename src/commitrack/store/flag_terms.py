"""``is:``, ``has:``, ``no:`` and ``overdue:`` as SQL."""

from __future__ import annotations

from commitrack.model.assurance import Assurance, assurance, stale
from commitrack.model.schedule import DUE_SOON_DAYS
from commitrack.query import Text, Value
from commitrack.store.derived import ask_the_model
from commitrack.store.engine import Connection
from commitrack.store.protocol import Lens
from commitrack.store.sql import (
    EVERYTHING,
    IS_CLOSED,
    IS_OPEN,
    SUGGESTION_COUNTS,
    Sql,
    all_of,
    any_of,
    open_before,
)

_PENDING = (
    "EXISTS (SELECT 1 FROM reviews r WHERE r.commitment = c.id AND r.present = 1 "
    "AND r.decision IS NULL)"
)
_DISPUTED = (
    f"({IS_CLOSED} AND EXISTS (SELECT 1 FROM evidence e WHERE e.commitment = c.id "
    "AND e.present = 1 AND e.retracted IS NULL AND e.stance IN ('disputes', 'withdraws') "
    "AND NOT EXISTS (SELECT 1 FROM reviews r, json_each(r.evidence) j "
    "WHERE r.commitment = c.id AND r.present = 1 AND j.value = e.id)))"
)
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
    "review": f"({_PENDING} OR {_DISPUTED})",
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
        return Sql(f"NOT {_PRESENCE[word]}")
    if name == "overdue":
        return _past("due" if word == "due" else "follow_up", lens)
    if word in _STATES:
        return Sql(_STATES[word])
    return _state(connection, word, lens, within)


def _past(column: str, lens: Lens) -> Sql:
    return open_before(column, lens.today.isoformat())


def _state(connection: Connection, word: str, lens: Lens, within: Sql) -> Sql:
    today = lens.today.isoformat()
    if word == "overdue":
        return any_of((_past("due", lens), _past("follow_up", lens)))
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
        return Sql("c.lead = ? COLLATE NOCASE", (lens.actor,))
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
