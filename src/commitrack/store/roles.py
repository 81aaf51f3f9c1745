"""Who owns a commitment and who takes part, as lists: what both sides make of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping
from typing import TypeAlias

from commitrack.store.engine import Connection, Row
from commitrack.store.since import Knowledge, Moved, moves

ROLES: Mapping[str, str] = {"owner": "owner", "partners": "partner"}
"""The field that people know, and the role that the rows have."""
TABLE = "commitment_parties"

Listed: TypeAlias = tuple[list[int], list[int]]
"""Parties in order, by their numbers: what the other side knows, and by now."""


def moved_lists(
    connection: Connection,
    knowledge: Knowledge,
    birth: Callable[[int], int | None],
    wanted: Callable[[int], bool],
) -> dict[tuple[int, str], Listed]:
    """The lists of wanted commitments that a side has written since, by commitment and field."""

    def concerns(row: Row) -> bool:
        return bool(row["record"] == TABLE) and wanted(row["commitment"])

    def joined(row: Row) -> bool:
        return bool(birth(row["commitment"]) == row["tx"])

    by_commitment: dict[int, dict[int, dict[str, Moved]]] = defaultdict(dict)
    for (_, row), fields in moves(connection, knowledge, concerns, joined).items():
        commitment = connection.execute(
            f"SELECT commitment FROM {TABLE} WHERE id = ?", (row,)
        ).fetchone()[0]
        by_commitment[commitment][row] = fields
    found: dict[tuple[int, str], Listed] = {}
    for commitment, moved in by_commitment.items():
        for field, role in ROLES.items():
            before, now = (
                _before(connection, commitment, role, moved),
                listed(connection, commitment, field),
            )
            if before != now:
                found[commitment, field] = (before, now)
    return found


def listed(connection: Connection, commitment: int, field: str) -> list[int]:
    """The parties of a commitment in a role, in order."""
    return [
        row["party"]
        for row in connection.execute(
            f"SELECT party FROM {TABLE} WHERE commitment = ? AND role = ? AND present = 1 "
            "ORDER BY position, id",
            (commitment, ROLES[field]),
        )
    ]


def _before(
    connection: Connection, commitment: int, role: str, moved: Mapping[int, Mapping[str, Moved]]
) -> list[int]:
    placed = []
    for row in connection.execute(
        f"SELECT * FROM {TABLE} WHERE commitment = ? AND role = ? ORDER BY id", (commitment, role)
    ):
        fields = moved.get(row["id"], {})
        present = fields["present"].base if "present" in fields else str(row["present"])
        position = fields["position"].base if "position" in fields else str(row["position"])
        if present == "1":
            placed.append((int(position or 0), row["id"], row["party"]))
    return [party for _, _, party in sorted(placed)]
