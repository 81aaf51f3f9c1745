"""Reading the history: transactions with the fields they changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date, datetime
from typing import TypeAlias

from commitrack.model.history import FieldChange, Transaction
from commitrack.model.ids import commitment_id, statement_id
from commitrack.store import binding
from commitrack.store.engine import Connection, Row
from commitrack.store.sql import same_text

Value: TypeAlias = str | int | None
"""A value as history holds it."""

Batch: TypeAlias = tuple[FieldChange, ...]

_SINGULAR = {
    "parties": "party",
    "mentions": "mention",
    "commitment_parties": "party of",
    "evidence": "evidence",
    "checks": "check",
    "date_moves": "date move",
    "reviews": "review",
    "links": "link",
    "copies": "place",
    "readings": "reading",
    "dismissals": "dismissal",
    "suggestions": "suggestion",
    "saved_views": "saved view",
    "erasures": "erasure",
    "tombstones": "tombstone",
    "origins": "origin",
    "merges": "merge",
}


_BATCH = 1_000
"""Changes that are read at once where all of a transaction's are asked for."""


def transactions(
    connection: Connection,
    commitment: int | None = None,
    *,
    limit: int | None = None,
    before: int | None = None,
    only: int | None = None,
    actor: str | None = None,
    most: int | None = None,
) -> tuple[Transaction, ...]:
    """Transactions, newest first: all, those that touched a commitment, or the one `only`.

    What was done in several is told as one, by the first of them. With `before`, those that are
    older than that one; with `actor`, those of somebody, case aside. With `most`, each comes with
    its first so many changes, and with how many more there are.
    """
    conditions: list[str] = []
    values: list[object] = []
    if commitment is not None:
        conditions.append(
            "t.id IN (SELECT coalesce(x.part_of, x.id) FROM changes ch "
            "JOIN transactions x ON x.id = ch.tx WHERE ch.commitment = ?)"
        )
        values.append(commitment)
    elif only is None:
        conditions.append("t.part_of IS NULL")
    if only is not None:
        conditions.append("t.id = ?")
        values.append(only)
    if actor is not None:
        theirs = same_text("t.actor", actor)
        conditions.append(theirs.text)
        values += theirs.values
    if before is not None:
        conditions.append("t.id < ?")
        values.append(before)
    where = f"WHERE {' AND '.join(conditions)}" if conditions else ""
    rows = connection.execute(
        "SELECT t.*, (SELECT u.id FROM transactions u WHERE u.undoes = t.id AND NOT EXISTS "
        "(SELECT 1 FROM transactions r WHERE r.undoes = u.id) LIMIT 1) AS undone_by "
        f"FROM transactions t {where} ORDER BY t.id DESC LIMIT ?",
        (*values, -1 if limit is None else limit),
    ).fetchall()
    parts = binding.bound(connection, (row["id"] for row in rows))
    unfinished = {one.transaction for one in binding.unfinished(connection)}
    read = reader(connection)
    found = []
    for row in rows:
        bound = parts.get(row["id"], ())
        told, more = _changes(connection, (row["id"], *bound), commitment, most)
        found.append(
            Transaction(
                number=row["id"],
                at=datetime.fromisoformat(row["at"]),
                actor=row["actor"],
                client=row["client"],
                action=row["action"],
                why=row["why"],
                undoes=row["undoes"],
                undone_by=row["undone_by"],
                hash=row["hash"] or "",
                changes=tuple(map(read, told)),
                parts=bound,
                unfinished=row["id"] in unfinished,
                more=more,
            )
        )
    return tuple(found)


def changes(connection: Connection, transaction: int, after: int = 0) -> tuple[Batch, int]:
    """The changes of a transaction, a thousand at a time: those that come next, and where they end.

    A batch begins `after` the place where the one before it ended; the last one is empty.
    """
    for part in binding.all_of(connection, transaction):
        rows = connection.execute(
            "SELECT * FROM changes WHERE tx = ? AND id > ? ORDER BY id LIMIT ?",
            (part, after, _BATCH),
        ).fetchall()
        if rows:
            return tuple(map(reader(connection), rows)), rows[-1]["id"]
    return (), after


def _changes(
    connection: Connection, parts: Sequence[int], commitment: int | None, most: int | None
) -> tuple[list[Row], int]:
    """The changes of a transaction, in all its parts, or of a commitment in it, and how many more
    there are.
    """
    condition, values = "tx = ?", []
    if commitment is not None:
        condition += " AND commitment = ?"
        values.append(commitment)
    found: list[Row] = []
    for part in parts:
        left = -1 if most is None else most + 1 - len(found)
        found += connection.execute(
            f"SELECT * FROM changes WHERE {condition} ORDER BY id LIMIT ?", (part, *values, left)
        )
        if left == 0:
            break
    if most is None or len(found) <= most:
        return found, 0
    kept = _whole_records(found[:most], found[most])
    every = sum(_how_many(connection, condition, [part, *values]) for part in parts)
    return kept, every - len(kept)


def _whole_records(found: list[Row], after: Row) -> list[Row]:
    """Without the changes of the record to which the change `after` them belongs: a new record is
    told whole or not at all. If they are all of that one record they stay.
    """
    key = (after["record"], after["row"])
    kept = list(found)
    while kept and (kept[-1]["record"], kept[-1]["row"]) == key:
        kept.pop()
    return kept or found


def _how_many(connection: Connection, condition: str, values: list[int]) -> int:
    """How many changes meet a condition on nothing but what their indexes hold."""
    counted: int = connection.execute(
        f"SELECT count(*) FROM changes WHERE {condition}", values
    ).fetchone()[0]
    return counted


_PARTY_COLUMNS = frozenset(
    {("commitment_parties", "party"), ("parties", "parent"), ("parties", "successor")}
)


def reader(connection: Connection) -> Callable[[Row], FieldChange]:
    """How a row of changes is read; the names of parties are looked up once, for the first."""
    names: dict[str, str] = {}

    def read(row: Row) -> FieldChange:
        if not names and (row["record"], row["field"]) in _PARTY_COLUMNS:
            names.update(_party_names(connection))
        value = _value(row["record"], row["field"], names)
        return FieldChange(
            table=row["record"],
            row=row["row"],
            field=row["field"],
            old=value(row["old"]),
            new=value(row["new"]),
            commitment=row["commitment"],
            statement=row["statement"],
            label=_label(row),
        )

    return read


def _value(record: str, field: str, names: Mapping[str, str]) -> Callable[[Value], Value]:
    """How a value of a field is read: a reference by the name of what it refers to."""
    if (record, field) in _PARTY_COLUMNS:
        return lambda value: names.get(str(value), value)
    if field == "other":
        return lambda value: None if value is None else commitment_id(int(value))
    return lambda value: value


def _party_names(connection: Connection) -> dict[str, str]:
    """Names by the text of their numbers, which is how history holds a reference."""
    return {str(row[0]): row[1] for row in connection.execute("SELECT id, name FROM parties")}


def _label(row: Row) -> str:
    if row["record"] == "commitments":
        return commitment_id(row["row"])
    if row["record"] == "statements":
        return statement_id(row["row"])
    word = _SINGULAR[row["record"]]
    if row["record"] == "commitment_parties":
        return f"{word} {commitment_id(row['commitment'])}"
    return f"{word} {row['row']}"


def days_on_record(connection: Connection, numbers: Sequence[int]) -> dict[int, tuple[date, date]]:
    """The day each of these commitments came on record and the day it last changed."""
    found: dict[int, tuple[date, date]] = {}
    for first in range(0, len(numbers), _BATCH):
        part = numbers[first : first + _BATCH]
        for number, born, changed in connection.execute(
            "SELECT c.id, (SELECT substr(t.at, 1, 10) FROM transactions t WHERE t.id = "
            "(SELECT min(ch.tx) FROM changes ch WHERE ch.commitment = c.id)), "
            "(SELECT substr(t.at, 1, 10) FROM transactions t WHERE t.id = c.tx) "
            f"FROM commitments c WHERE c.id IN ({', '.join('?' * len(part))}) AND c.present = 1",
            tuple(part),
        ):
            found[number] = date.fromisoformat(born), date.fromisoformat(changed)
    return found
