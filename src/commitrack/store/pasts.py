"""What became of some fields of many commitments: asked at once, not one history after another."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from datetime import datetime

from commitrack.model.history import Dated
from commitrack.store.engine import Connection
from commitrack.store.histories import reader

_BATCH = 500
"""Commitments in one question."""


def pasts(
    connection: Connection,
    numbers: Sequence[int],
    fields: Mapping[str, Collection[str]],
    *,
    since_birth: bool = False,
) -> dict[int, tuple[Dated, ...]]:
    """The changes of these fields, by table, of these commitments: each commitment's, oldest first.

    What nothing happened to is not named. With `since_birth`, nor is what a commitment came on
    record with.
    """
    found: dict[int, list[Dated]] = defaultdict(list)
    read = reader(connection)
    for first in range(0, len(numbers), _BATCH):
        batch = numbers[first : first + _BATCH]
        sql, values = question(batch, fields, since_birth=since_birth)
        for row in connection.execute(sql, values):
            found[row["commitment"]].append(Dated(datetime.fromisoformat(row["at"]), read(row)))
    return {number: tuple(changes) for number, changes in found.items()}


def question(
    numbers: Sequence[int], fields: Mapping[str, Collection[str]], *, since_birth: bool = False
) -> tuple[str, list[int | str]]:
    """The question in SQL, with its values.

    The order of the tables is fixed, and the index named: a planner that went along the
    transactions instead would read the whole history. What lies after a birth is found in the index
    without a look at what lies in it.
    """
    named = [
        (f"(ch.record = ? AND ch.field IN ({_marks(names)}))", (table, *names))
        for table, names in fields.items()
        if names
    ]
    wanted = " OR ".join(condition for condition, _ in named) or "0"
    these = f"IN ({_marks(numbers)})"
    index = "INDEXED BY idx_changes_commitment_tx"
    if since_birth:
        source = (
            f"commitments c CROSS JOIN changes ch {index} ON ch.commitment = c.id AND ch.tx > "
            "(SELECT min(b.tx) FROM changes b WHERE b.commitment = c.id)"
        )
    else:
        source = f"changes ch {index}"
    return (
        f"SELECT ch.*, t.at FROM {source} CROSS JOIN transactions t ON t.id = ch.tx "
        f"WHERE {'c.id' if since_birth else 'ch.commitment'} {these} AND ({wanted}) "
        "ORDER BY ch.id",
        [*numbers, *(value for _, values in named for value in values)],
    )


def _marks(values: Collection[object]) -> str:
    return ",".join("?" * len(values))
