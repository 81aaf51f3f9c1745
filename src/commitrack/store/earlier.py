"""The record as it stood: what is on file now, with every change made since taken off.

The history holds the old value of each field that a change replaced. Of a field that changed more
than once since, the oldest of these is what it was.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Mapping, Sequence
from datetime import date, timedelta
from typing import Any, TypeAlias, TypeVar

from commitrack.model.records import Dossier
from commitrack.store import rows
from commitrack.store.engine import Connection, Row

T = TypeVar("T")
Value: TypeAlias = str | int | None
Old: TypeAlias = Mapping[tuple[str, int], Mapping[str, Value]]
"""For each record that has changed since, the fields that did and what they held."""

_BATCH = 500


def dossiers(connection: Connection, numbers: Sequence[int], day: date) -> dict[int, Dossier]:
    """The dossiers of these commitments as they stood at the end of a day, by their numbers.

    Those that were not on record then are left out. A dossier holds the commitment with its
    parties and what was filed about it, but neither links nor what its statement says.
    """
    found: dict[int, Dossier] = {}
    for first in range(0, len(numbers), _BATCH):
        found |= _batch(connection, numbers[first : first + _BATCH], day)
    return found


def _batch(connection: Connection, numbers: Sequence[int], day: date) -> dict[int, Dossier]:
    marks = ",".join("?" * len(numbers))
    since = (day + timedelta(days=1)).isoformat() if day < date.max else "9"
    old: dict[tuple[str, int], dict[str, Value]] = defaultdict(dict)
    for change in connection.execute(
        "SELECT ch.record, ch.row, ch.field, ch.old FROM changes ch "
        "JOIN transactions t ON t.id = ch.tx "
        f"WHERE ch.commitment IN ({marks}) AND t.at >= ? ORDER BY ch.id",
        (*numbers, since),
    ):
        old[change["record"], change["row"]].setdefault(change["field"], change["old"])

    def children(table: str, make: Callable[[Any], T]) -> dict[int, tuple[T, ...]]:
        grouped: dict[int, list[T]] = defaultdict(list)
        for row in _then(connection, table, f"commitment IN ({marks})", numbers, old):
            grouped[row["commitment"]].append(make(row))
        return {number: tuple(records) for number, records in grouped.items()}

    parties = {row["id"]: row["name"] for row in connection.execute("SELECT id, name FROM parties")}
    names: dict[tuple[int, str], list[tuple[int, int, str]]] = defaultdict(list)
    for row in _then(connection, "commitment_parties", f"commitment IN ({marks})", numbers, old):
        place = row["position"], row["id"], parties.get(row["party"], "")
        names[row["commitment"], row["role"]].append(place)

    def named(number: int, role: str) -> list[str]:
        return [name for _, _, name in sorted(names[number, role])]

    evidence = children("evidence", rows.evidence)
    checks = children("checks", rows.check)
    moves = children("date_moves", rows.date_move)
    reviews = children("reviews", rows.review)
    return {
        row["id"]: Dossier(
            rows.commitment(
                [row[name] for name in ("id", "tx", *rows.COMMITMENT_COLUMNS)],
                named(row["id"], "owner"),
                named(row["id"], "partner"),
            ),
            evidence=evidence.get(row["id"], ()),
            checks=checks.get(row["id"], ()),
            moves=moves.get(row["id"], ()),
            reviews=reviews.get(row["id"], ()),
        )
        for row in _then(connection, "commitments", f"id IN ({marks})", numbers, old)
    }


def _then(
    connection: Connection, table: str, where: str, numbers: Sequence[int], old: Old
) -> list[Any]:
    """The rows of a table that were present then, as they were."""
    found = connection.execute(
        f"SELECT * FROM {table} WHERE {where} ORDER BY id", tuple(numbers)
    ).fetchall()
    if not found:
        return []
    whole = _whole_numbers(connection, table)
    then = [_as_it_was(row, old.get((table, row["id"]), {}), whole) for row in found]
    return [row for row in then if row["present"]]


def _as_it_was(row: Row, old: Mapping[str, Value], whole: frozenset[str]) -> Mapping[str, Value]:
    """A row with the old values of its fields; the history holds every value as text."""
    if old.get("present", "1") in (None, "0", 0):
        return {"present": 0}
    read = {
        field: int(value) if field in whole and value is not None else value
        for field, value in old.items()
    }
    return {**{name: row[name] for name in row.keys()}, **read}  # noqa: SIM118 (a row is no dict)


def _whole_numbers(connection: Connection, table: str) -> frozenset[str]:
    """The columns of a table that hold whole numbers."""
    return frozenset(
        row["name"]
        for row in connection.execute(f"PRAGMA table_info({table})")
        if row["type"] == "INTEGER"
    )
