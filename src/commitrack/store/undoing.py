"""Taking back and bringing back: a new transaction that restores field by field.

A transaction stands until another one undoes it; undoing an undo brings it back. Rows are never
deleted: what was put on record is marked as not present, and back again.
"""

from __future__ import annotations

from datetime import datetime

from commitrack.model.errors import Clash, Conflict, NotFound, Refused
from commitrack.model.ids import commitment_id, statement_id
from commitrack.model.integrity import bears, problems
from commitrack.store import merging
from commitrack.store.engine import Connection, Row
from commitrack.store.reading import dossiers
from commitrack.store.transacting import Writer

_STANDS = (
    "NOT EXISTS (SELECT 1 FROM transactions u WHERE u.undoes = t.id AND NOT EXISTS "
    "(SELECT 1 FROM transactions r WHERE r.undoes = u.id))"
)
"""A transaction stands unless an undo of it stands; an undo falls when it is itself undone."""


def last_standing(connection: Connection, actor: str) -> int | None:
    """The actor's last edit that still stands: what a plain undo takes back."""
    row = connection.execute(
        f"SELECT t.id FROM transactions t WHERE t.actor = ? AND t.undoes IS NULL AND {_STANDS} "
        "ORDER BY t.id DESC LIMIT 1",
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
    """The transaction to take back; refuses one that does not exist or is taken back already."""
    row: Row | None = connection.execute(
        f"SELECT t.*, {_STANDS} AS stands FROM transactions t WHERE t.id = ?", (number,)
    ).fetchone()
    if row is None:
        raise NotFound(f"there is no transaction {number} (commitrack history)")
    if not row["stands"]:
        raise Refused(f"transaction {number} ({row['action']}) is undone already")
    return row


def reverse(writer: Writer, number: int) -> None:
    """Restore every field that a transaction changed, or refuse the whole of it."""
    connection = writer.connection
    changes = connection.execute(
        "SELECT record, row, field, old, new, commitment FROM changes "
        "WHERE tx = ? ORDER BY id DESC",
        (number,),
    ).fetchall()
    touched = {row["commitment"] for row in changes if row["commitment"] is not None}
    # To look at everything about a hundred thousand commitments takes longer than to restore them.
    judged = {
        row["commitment"]
        for row in changes
        if row["commitment"] is not None and bears(row["record"], row["field"])
    }
    before = _problems(connection, judged) | merging.left_behind(connection, touched)
    inserted = {
        (row["record"], row["row"])
        for row in changes
        if row["field"] == "present" and row["old"] is None
    }
    clashes: list[Clash] = []
    brought_in: list[int] = []
    for change in changes:
        key = (change["record"], change["row"])
        if key in inserted:
            if change["field"] == "present" and key[0] == "parties":
                brought_in.append(key[1])
            elif change["field"] == "present":
                clashes += _later_edits(connection, key, number)
                writer.update(*key, {"present": 0})
            continue
        clash = _moved_on(connection, change, number)
        if clash is not None:
            clashes.append(clash)
            continue
        writer.update(*key, {change["field"]: change["old"]})
    for party in _remove_unnamed(writer, brought_in):
        clashes += _later_edits(connection, ("parties", party), number)
    if clashes:
        words = "; ".join(str(clash) for clash in clashes[:3])
        raise Conflict(f"changed since, so it cannot be undone: {words}", tuple(clashes))
    writer.touched.update(touched)
    worse = (_problems(connection, judged) | merging.left_behind(connection, touched)) - before
    if worse:
        raise Refused(
            f"undoing transaction {number} would leave {', '.join(sorted(worse))}; "
            "undo what came after it first"
        )


def _problems(connection: Connection, numbers: set[int]) -> set[str]:
    return {
        f"{dossier.commitment.id} {problem}"
        for dossier in dossiers(connection, sorted(numbers))
        for problem in problems(dossier)
    }


def _label(record: str, row: int) -> str:
    if record == "commitments":
        return commitment_id(row)
    return statement_id(row) if record == "statements" else f"{record.replace('_', ' ')} {row}"


def _moved_on(connection: Connection, change: Row, number: int) -> Clash | None:
    record, row, field = change["record"], change["row"], change["field"]
    now = connection.execute(
        f'SELECT CAST("{field}" AS TEXT) FROM "{record}" WHERE id = ?', (row,)
    ).fetchone()[0]
    if now == change["new"]:
        return None
    who, when = connection.execute(
        "SELECT t.actor, t.at FROM changes ch JOIN transactions t ON t.id = ch.tx "
        "WHERE ch.record = ? AND ch.row = ? AND ch.field = ? AND ch.tx >= ? "
        "ORDER BY ch.id DESC LIMIT 1",
        (record, row, field, number),
    ).fetchone()
    return Clash(
        _label(record, row), field, who, datetime.fromisoformat(when), str(now), str(change["old"])
    )


def _remove_unnamed(writer: Writer, parties: list[int]) -> list[int]:
    """Take parties off the record, unless what stays on record names them; those taken off.

    Removing a body can free its parent, so this goes round until nothing moves.
    """
    left, removed = list(parties), list[int]()
    while free := [party for party in left if not _named(writer.connection, party)]:
        for party in free:
            writer.update("parties", party, {"present": 0})
        removed += free
        left = [party for party in left if party not in free]
    return removed


def _named(connection: Connection, party: int) -> bool:
    found = connection.execute(
        "SELECT 1 FROM commitment_parties WHERE party = ?1 AND present = 1 UNION ALL "
        "SELECT 1 FROM parties WHERE (parent = ?1 OR successor = ?1) AND present = 1 LIMIT 1",
        (party,),
    ).fetchone()
    return found is not None


def _later_edits(connection: Connection, key: tuple[str, int], number: int) -> list[Clash]:
    """Later edits, by transactions that stand, of a record or of what is filed under it."""
    record, row = key
    column = {"commitments": "commitment", "statements": "statement"}.get(record)
    below = f"OR ch.{column} = ?2" if column else ""
    found = connection.execute(
        "SELECT t.actor, t.at, ch.field, ch.new FROM changes ch "
        "JOIN transactions t ON t.id = ch.tx "
        f"WHERE ((ch.record = ?1 AND ch.row = ?2) {below}) AND ch.tx > ?3 "
        f"AND t.undoes IS NULL AND {_STANDS} ORDER BY ch.id LIMIT 3",
        (record, row, number),
    ).fetchall()
    if record == "statements":
        found += _newer_versions(connection, row)
    return [
        Clash(_label(*key), field, who, datetime.fromisoformat(when), str(new), "nothing")
        for who, when, field, new in found
    ]


def _newer_versions(connection: Connection, statement: int) -> list[tuple[str, str, str, str]]:
    """The versions that were added of a statement since: without it they would hang in the air."""
    return [
        (row["fetched_by"], row["fetched_at"], "next version", statement_id(row["id"]))
        for row in connection.execute(
            "SELECT id, fetched_by, fetched_at FROM statements WHERE previous = ? AND present = 1",
            (statement,),
        )
    ]
