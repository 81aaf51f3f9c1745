"""From a query to SQL: which commitments, in which order.

What SQLite can answer is answered there; what only the rules of the model know (the traffic
light, lint, staleness) is asked of the model, page by page, so that a rule exists once.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeAlias

from commitrack.query import (
    And,
    Everything,
    Field,
    Ids,
    Node,
    Not,
    Or,
    Phrase,
    Query,
    Sort,
    View,
    Word,
)
from commitrack.store import clocks
from commitrack.store.asking import Lens
from commitrack.store.derived import ASKED, model_order
from commitrack.store.engine import Connection
from commitrack.store.flag_terms import flag_term
from commitrack.store.later import Later
from commitrack.store.sql import (
    EVERYTHING,
    Sql,
    all_of,
    any_of,
    match_words,
    words_sql,
)

if TYPE_CHECKING:
    from commitrack.store import field_terms
else:
    field_terms = Later("field_terms")

_FLAGS = ("is", "has", "no", "overdue")
_BY_NUMBER = (Sort("id"),)

FIRST_OWNER = (
    "SELECT {} FROM commitment_parties f INDEXED BY places_of_parties WHERE f.commitment = c.id "
    "AND f.role = 'owner' AND f.present = 1 ORDER BY f.position, f.party LIMIT 1"
)
"""The owner of a commitment who comes first; which column of it is put in."""

Ordering: TypeAlias = str
COLUMNS: dict[str, Ordering] = {
    "id": "c.id",
    "status": "c.status",
    "title": "c.title COLLATE NOCASE",
    "kind": "c.kind",
    "lead": "c.lead COLLATE NOCASE",
    "reviewer": "c.reviewer COLLATE NOCASE",
    "due": "c.due",
    "follow_up": "c.follow_up",
    "checked": "c.last_checked",
    "original": "c.due_original",
    "changed": "c.tx",
    "created": "c.id",
    "strength": "c.strength",
    "testable": "c.testable",
    "priority": "c.priority",
    "topic": "c.topic COLLATE NOCASE",
    "statement": "c.statement",
    "visibility": "c.visibility",
    "confidence": "CASE c.confidence WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 END",
    "slip": "julianday(c.due) - julianday(c.due_original)",
    "moves": "(SELECT count(*) FROM date_moves m INDEXED BY put_off WHERE m.commitment = c.id "
    "AND m.present = 1 AND m.new > m.old)",
    "owner": f"(SELECT p.name FROM parties p WHERE p.id = ({FIRST_OWNER.format('f.party')})) "
    "COLLATE NOCASE",
    "maker": "(SELECT coalesce(s.publisher, s.speaker) FROM statements s "
    "WHERE s.id = c.statement) COLLATE NOCASE",
}
"""What each sortable field is ordered by; the rest is asked of the model."""

PLACE = (
    "(SELECT min(m.start) FROM mentions m WHERE m.commitment = c.id AND m.statement = c.statement "
    "AND m.present = 1)"
)
"""Where an item stands in its statement: what is listed by statement is read in its order."""


def compile_query(
    connection: Connection,
    query: Query,
    lens: Lens,
    *,
    ordered: bool = True,
    limit: int | None = None,
) -> tuple[str, Sequence[object]]:
    """The SELECT of the numbers a query finds, or of the first `limit` of them, and its values.

    Views must be expanded before (`commitrack.query.expand`).
    """
    words = _only_words(query.where)
    dated = clocks.only_dated(query.where, lens)
    by_number = not ordered or (query.sort in ((), _BY_NUMBER) and query.group is None)
    if dated is not None and by_number:
        sql, values = f"SELECT c.id FROM ({dated.text}) c", list(dated.values)
        order, more = "c.id", list[object]()
    elif words is not None and by_number:
        sql, values = _HOLDS_WORDS, list[object]((words,))
        order, more = "c.rowid", list[object]()
    else:
        where = _node(connection, query.where, lens)
        sql = (
            f"SELECT c.id FROM commitments c {clocks.index(query, ordered=ordered)}"
            f"WHERE c.present = 1 AND {where.text}"
        )
        values = list(where.values)
        order, more = ordering(connection, query, lens) if ordered else ("", [])
    if ordered:
        sql += f" ORDER BY {order}"
        values += more
    limit = query.limit if limit is None else limit
    if limit is not None:
        sql += " LIMIT ?"
        values.append(limit)
    return sql, values


def condition(connection: Connection, query: Query, lens: Lens) -> Sql:
    """What a commitment ``c`` that is met along an order, and is present, must be to be found.

    As far as can be it is asked of that commitment alone: nothing is gathered beforehand.
    """
    return _node(connection, query.where, lens, met=True)


def met(connection: Connection, query: Query, lens: Lens) -> Sql:
    """What a present commitment ``c`` must be to be found, of whatever else is asked of it."""
    return _node(connection, query.where, lens)


_HOLDS_WORDS = (
    "SELECT c.rowid AS id FROM commitments_fts c WHERE commitments_fts MATCH ? AND c.rowid NOT IN "
    "(SELECT g.id FROM commitments g INDEXED BY list_by_status WHERE g.present = 0)"
)
"""What holds words, off the word index alone: to look at a row for each hit takes far longer."""


def _only_words(node: Node) -> str | None:
    """What to look for in the word index when a query asks for nothing but words; None else."""
    parts = node.parts if isinstance(node, And) else (node,)
    found = [
        match_words(part.text, prefix=isinstance(part, Word))
        for part in parts
        if isinstance(part, Word | Phrase)
    ]
    if len(found) < len(parts) or None in found:
        return None
    return " AND ".join(f"({match})" for match in found)


def _node(
    connection: Connection, node: Node, lens: Lens, within: Sql = EVERYTHING, *, met: bool = False
) -> Sql:
    """The condition of a node. Only commitments that meet `within` can be in the result, so no
    others need be asked of the model. With `met` it is asked of one commitment after the other.
    """
    match node:
        case Everything():
            return EVERYTHING
        case And(parts):
            quick = [part for part in parts if not asks_the_model(part)]
            slow = [part for part in parts if asks_the_model(part)]
            known = [_node(connection, part, lens, within, met=met) for part in quick]
            within = all_of((within, *known))
            asked = [_node(connection, part, lens, within, met=met) for part in slow]
            return all_of((*known, *asked))
        case Or(parts):
            return any_of(_node(connection, part, lens, within, met=met) for part in parts)
        case Not(part):
            inner = _node(connection, part, lens, within, met=met)
            # A comparison with a missing value is false, and so its negation is true: NULL
            # must not leak through NOT.
            return Sql(f"NOT coalesce({inner.text}, 0)", inner.values)
        case Word(text):
            return words_sql(text, prefix=True)
        case Phrase(text):
            return words_sql(text, prefix=False)
        case Ids(kind, numbers):
            column = "c.id" if kind == "C" else "c.statement"
            return Sql(f"{column} IN ({', '.join('?' * len(numbers))})", numbers)
        case View(name):
            raise ValueError(f"the view @{name} was not expanded")
        case Field(name, values) if name in _FLAGS:
            found = (flag_term(connection, name, value, lens, met=met) for value in values)
            return any_of(found)
        case Field(name, values):
            term = field_terms.field_term
            return any_of(term(connection, name, value, lens, within, met=met) for value in values)


def asks_the_model(node: Node) -> bool:
    """Whether part of a node is asked of the model, page by page, rather than of SQLite."""
    match node:
        case And(parts) | Or(parts):
            return any(map(asks_the_model, parts))
        case Not(part):
            return asks_the_model(part)
        case Field(name):
            return name in ASKED
    return False


def gathers(node: Node) -> bool:
    """Whether a node is answered with a list that is gathered whole: what the word index finds."""
    match node:
        case And(parts) | Or(parts):
            return any(map(gathers, parts))
        case Not(part):
            return gathers(part)
        case Word() | Phrase():
            return True
        case Field(name):
            return name in ("text", "title", "quote")
    return False


def ordering(connection: Connection, query: Query, lens: Lens) -> tuple[str, list[object]]:
    """What the commitments ``c`` are ordered by, and its values."""
    keys: list[str] = []
    values: list[object] = []
    group = () if query.group is None else ((query.group, False),)
    fields = (*group, *((one.field, one.descending) for one in query.sort))
    for field, descending in fields:
        direction = "DESC" if descending else "ASC"
        column = COLUMNS.get(field)
        if column is None:
            # Ranks by the model, put in as a table of (number, rank).
            column = "(SELECT r.value ->> 1 FROM json_each(?) r WHERE r.value ->> 0 = c.id)"
            values.append(json.dumps(model_order(connection, field, lens)))
        keys.append(f"{column} {direction} NULLS LAST")
    if any(field == "statement" for field, _ in fields):
        keys.append(f"{PLACE} ASC NULLS LAST")
    # Ties go the way of the last key, so that an index can be read backwards.
    down = bool(fields) and fields[-1][1] and fields[-1][0] != "statement"
    return ", ".join([*keys, "c.id DESC" if down else "c.id"]), values
