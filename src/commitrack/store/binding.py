"""Transactions that are one thing: the first of them stands for all, and the others say so.

An import that lets others write in between is several transactions. Whoever looks at what was done
sees one, by the number of the first; whoever undoes it undoes all of them. What is one by itself,
as nearly everything is, is bound to nothing.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from commitrack.store.engine import Connection


def all_of(connection: Connection, number: int) -> tuple[int, ...]:
    """A transaction and those that are bound to it, in their order."""
    found = connection.execute(
        "SELECT ?1 UNION SELECT id FROM transactions WHERE part_of = ?1 ORDER BY 1", (number,)
    )
    return tuple(row[0] for row in found)


def bound(connection: Connection, numbers: Iterable[int]) -> dict[int, tuple[int, ...]]:
    """Those that are bound to each of these transactions, in their order; none for most."""
    found: dict[int, list[int]] = defaultdict(list)
    for row in connection.execute(
        "SELECT t.part_of, t.id FROM json_each(?) n CROSS JOIN transactions t "
        "ON t.part_of = n.value ORDER BY t.id",
        (json.dumps(list(numbers)),),
    ):
        found[row[0]].append(row[1])
    return {number: tuple(parts) for number, parts in found.items()}


@dataclass(frozen=True, slots=True)
class Unfinished:
    """An import that has not come to its end: it is running, or it was cut short."""

    transaction: int
    source: str
    actor: str
    at: datetime

    def __str__(self) -> str:
        at = self.at.strftime("%Y-%m-%d %H:%M")
        return (
            f"the import of {self.source} by {self.actor} of {at} UTC, transaction "
            f"{self.transaction}"
        )


def unfinished(connection: Connection) -> tuple[Unfinished, ...]:
    """The imports that have not come to their end, the oldest first."""
    return tuple(
        Unfinished(row["id"], row["source"], row["actor"], datetime.fromisoformat(row["at"]))
        for row in connection.execute(
            "SELECT t.id, t.actor, t.at, m.source FROM merges m JOIN transactions t "
            "ON t.id = m.began WHERE m.unfinished = 1 AND m.present = 1 ORDER BY t.id"
        )
    )
