"""How a record was when it was put on record: what two that met by their looks began with."""

from __future__ import annotations

from commitrack.store.engine import Connection
from commitrack.store.roles import ROLES, TABLE
from commitrack.store.since import Text

JUDGED = {
    "statements": ("title", "publisher", "speaker", "role", "occasion", "said_on", "precision"),
    "parties": ("name", "kind", "parent", "aliases", "successor"),
    "commitments": (
        *("title", "kind", "status", "reason", "beneficiary", "lead", "reviewer", "success_test"),
        *("due_original", "due", "due_text", "due_precision", "follow_up", "cadence", "priority"),
        *("topic", "tags", "note", "visibility"),
    ),
    "readings": ("note",),
    "dismissals": ("reason",),
    "saved_views": ("query", "description", "hotkey"),
}
"""What somebody says of a record. From which file it came, who met it when and which version of the
extractor read it may differ without anybody disagreeing.
"""
_NARROWED = {"commitments": "commitment", "statements": "statement"}


def birth(connection: Connection, table: str, row: int) -> int:
    """The transaction that put a record on record."""
    column = _NARROWED.get(table)
    narrowed = "" if column is None else f"AND {column} = ?2 "
    found = connection.execute(
        "SELECT min(tx) FROM changes WHERE record = ?1 AND row = ?2 AND field = 'present' "
        f"AND old IS NULL {narrowed}",
        (table, row),
    ).fetchone()
    return int(found[0] or 0)


def fields(connection: Connection, table: str, row: int) -> dict[str, Text]:
    """The fields that it had at first; one that is not named had no value."""
    found: dict[str, Text] = {}
    for change in connection.execute(
        "SELECT field, new FROM changes WHERE tx = ? AND record = ? AND row = ? AND old IS NULL "
        "ORDER BY id",
        (birth(connection, table, row), table, row),
    ):
        found.setdefault(change["field"], change["new"])
    return found


def listed(connection: Connection, commitment: int, field: str) -> list[int]:
    """The parties that a commitment had in a role at first, in order."""
    rows: dict[int, dict[str, str]] = {}
    for change in connection.execute(
        "SELECT row, field, new FROM changes WHERE commitment = ? AND tx = ? AND record = ? "
        "AND old IS NULL ORDER BY id",
        (commitment, birth(connection, "commitments", commitment), TABLE),
    ):
        rows.setdefault(change["row"], {}).setdefault(change["field"], change["new"])
    return [
        int(row["party"])
        for row in sorted(rows.values(), key=lambda one: int(one.get("position", 0)))
        if row.get("role") == ROLES[field]
    ]
