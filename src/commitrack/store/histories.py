"""Reading the history: transactions with the fields they changed."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from datetime import datetime
from typing import TypeAlias

from commitrack.model.history import FieldChange, Transaction
from commitrack.model.ids import commitment_id, statement_id
from commitrack.store.engine import Connection, Row

Value: TypeAlias = str | int | None
"""A value as history holds it."""

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


def transactions(
    connection: Connection,
    commitment: int | None = None,
    *,
    limit: int | None = None,
    only: int | None = None,
) -> tuple[Transaction, ...]:
    """Transactions, newest first: all, those that touched a commitment, or the one `only`."""
    where, values = "", []
    if commitment is not None:
        where = "WHERE t.id IN (SELECT tx FROM changes WHERE commitment = ?)"
        values.append(commitment)
    elif only is not None:
        where = "WHERE t.id = ?"
        values.append(only)
    rows = connection.execute(
        "SELECT t.*, (SELECT u.id FROM transactions u WHERE u.undoes = t.id AND NOT EXISTS "
        "(SELECT 1 FROM transactions r WHERE r.undoes = u.id) LIMIT 1) AS undone_by "
        f"FROM transactions t {where} ORDER BY t.id DESC LIMIT ?",
        (*values, -1 if limit is None else limit),
    ).fetchall()
    changes = _changes(connection, rows, commitment)
    return tuple(
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
            changes=tuple(changes[row["id"]]),
        )
        for row in rows
    )


def _changes(
    connection: Connection, rows: list[Row], commitment: int | None
) -> dict[int, list[FieldChange]]:
    grouped: dict[int, list[FieldChange]] = defaultdict(list)
    if not rows:
        return grouped
    condition, values = "tx BETWEEN ? AND ?", [rows[-1]["id"], rows[0]["id"]]
    if commitment is not None:
        condition += " AND commitment = ?"
        values.append(commitment)
    names = _party_names(connection)
    for row in connection.execute(f"SELECT * FROM changes WHERE {condition} ORDER BY id", values):
        read = _reader(row["record"], row["field"], names)
        grouped[row["tx"]].append(
            FieldChange(
                table=row["record"],
                row=row["row"],
                field=row["field"],
                old=read(row["old"]),
                new=read(row["new"]),
                commitment=row["commitment"],
                statement=row["statement"],
                label=_label(row),
            )
        )
    return grouped


_PARTY_COLUMNS = frozenset(
    {("commitment_parties", "party"), ("parties", "parent"), ("parties", "successor")}
)


def _reader(record: str, field: str, names: Mapping[str, str]) -> Callable[[Value], Value]:
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
