"""Which transactions stand, and which can be taken back.

A transaction stands until another one undoes it; undoing an undo brings it back.
"""

from __future__ import annotations

from commitrack.model.errors import NotFound, Refused
from commitrack.store import tombstones
from commitrack.store.engine import Connection, Row

GONE = (
    "(EXISTS (SELECT 1 FROM tombstones s JOIN erasures e ON e.id = s.erasure "
    "WHERE s.record = ch.record AND s.row = ch.row AND e.subject <> 'party') "
    "OR EXISTS (SELECT 1 FROM tombstones s "
    "WHERE s.record = 'commitments' AND s.row = ch.commitment) "
    "OR EXISTS (SELECT 1 FROM tombstones s WHERE s.record = 'statements' AND s.row = ch.statement))"
)
"""A change of a record that was erased since: there is nothing to take back or to bring back. A
party that lost its names is still a party.
"""

_SOMETHING_LEFT = (
    "(NOT EXISTS (SELECT 1 FROM erasures e WHERE e.tx = t.id) "
    "AND (NOT EXISTS (SELECT 1 FROM erasures) OR EXISTS "
    "(SELECT 1 FROM changes ch WHERE ch.tx IN (SELECT t.id UNION ALL SELECT p.id FROM transactions "
    f"p WHERE p.part_of = t.id) AND NOT {GONE})))"
)
"""A transaction is no erasure, and not everything was erased that it did, or what is bound to it.
"""

STANDS = (
    "NOT EXISTS (SELECT 1 FROM transactions u WHERE u.undoes = coalesce(t.part_of, t.id) "
    "AND NOT EXISTS (SELECT 1 FROM transactions r WHERE r.undoes = u.id))"
)
"""A transaction stands unless an undo of it stands; an undo falls when it is itself undone. What is
bound to another one stands and falls with it. What brings an edit back is not undone itself (the
edit is, anew), so that to look two steps ahead is enough.
"""


def last_standing(connection: Connection, actor: str) -> int | None:
    """The actor's last edit that still stands: what a plain undo takes back."""
    row = connection.execute(
        "SELECT coalesce(t.part_of, t.id) FROM transactions t "
        f"WHERE t.actor = ? AND t.undoes IS NULL AND {STANDS} "
        f"AND {_SOMETHING_LEFT} ORDER BY t.id DESC LIMIT 1",
        (actor,),
    ).fetchone()
    return None if row is None else int(row[0])


def last_undo(connection: Connection, actor: str) -> int | None:
    """The actor's last undo that still stands, unless the actor has edited since."""
    row = connection.execute(
        "SELECT t.id FROM transactions t JOIN transactions o ON o.id = t.undoes "
        "WHERE t.actor = ? AND o.undoes IS NULL "
        "AND NOT EXISTS (SELECT 1 FROM transactions r WHERE r.undoes = t.id) "
        "AND t.id > coalesce((SELECT max(e.id) FROM transactions e WHERE e.actor = t.actor "
        "AND e.undoes IS NULL), 0) ORDER BY t.id DESC LIMIT 1",
        (actor,),
    ).fetchone()
    return None if row is None else int(row[0])


def require_undoable(connection: Connection, number: int) -> Row:
    """The transaction to take back; refuses one that does not exist or is taken back already.

    One that is bound to another is not taken back by itself: what came in together goes together.
    Nor is one that brought an edit back: the edit is undone once more.
    """
    row: Row | None = connection.execute(
        f"SELECT t.*, {STANDS} AS stands, {_SOMETHING_LEFT} AS something_left, "
        "(SELECT u.undoes FROM transactions u WHERE u.id = t.undoes) AS brought_back "
        "FROM transactions t WHERE t.id = ?",
        (number,),
    ).fetchone()
    if row is None:
        raise NotFound(f"there is no transaction {number} (commitrack history)")
    if row["part_of"] is not None:
        raise Refused(
            f"transaction {number} is part of transaction {row['part_of']}, which is undone whole: "
            f"commitrack undo {row['part_of']}"
        )
    if tombstones.by_transaction(connection, number):
        raise Refused(
            f"transaction {number} ({row['action']}) cannot be undone: it erased for good"
        )
    if not row["something_left"]:
        raise Refused(f"what transaction {number} ({row['action']}) did has been erased for good")
    if row["brought_back"] is not None:
        raise Refused(
            f"transaction {number} brought transaction {row['brought_back']} back, which can be "
            f"undone again: commitrack undo {row['brought_back']}"
        )
    if not row["stands"]:
        raise Refused(f"transaction {number} ({row['action']}) is undone already")
    return row
