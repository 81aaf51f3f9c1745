"""How many commitments a query finds: from the tallies where they say it, else off an index."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TypeAlias

from commitrack.model.frozen import replace
from commitrack.model.status import CLOSED, OPEN, Status
from commitrack.query import Everything, Field, Node, Query, Text
from commitrack.store import lights, tallies
from commitrack.store.asking import Lens
from commitrack.store.compiling import compile_query
from commitrack.store.engine import Connection
from commitrack.store.sql import Sql

_STATES = {
    "open": OPEN,
    "closed": CLOSED,
    "candidate": {Status.CANDIDATE},
    "rejected": {Status.REJECTED},
    "claimed": {Status.CLAIMED},
}
"""The values of ``is:`` that are statuses and nothing else."""

_EXACT = frozenset({"status", "kind", "visibility", "confidence"})
"""The tallied fields with a closed list of values, which are spelled in one way only."""


Values: TypeAlias = tuple[str | int | None, ...]
"""A value of each field that is counted by, in their order."""

_COLUMNS = frozenset({"statement", "status", "kind"})
"""Of the fields that can be counted by together, those that are columns by the same name."""


def breakdown(
    connection: Connection,
    query: Query,
    lens: Lens,
    fields: Sequence[str],
    day: date | None = None,
) -> dict[Values, int]:
    """How many of what a query finds have each combination of values of these fields; lights are
    judged as of the `day`, which is the lens's unless another is given.
    """
    unknown = set(fields) - _COLUMNS - {"rag"}
    if unknown or not fields:
        raise ValueError(f"nothing is counted by {', '.join(unknown) or 'nothing'}")
    sql, values = compile_query(connection, query, lens, ordered=False)
    judged = lights.light(replace(lens, today=day or lens.today), many=True)
    told = [judged if field == "rag" else Sql(f"c.{field}") for field in fields]
    return {
        tuple(row)[:-1]: row[-1]
        for row in connection.execute(
            f"SELECT {', '.join(one.text for one in told)}, count(*) FROM commitments c "
            f"WHERE c.id IN ({sql}) GROUP BY {', '.join(map(str, range(1, len(told) + 1)))}",
            [*(value for one in told for value in one.values), *values],
        )
    }


def count(connection: Connection, query: Query, lens: Lens) -> int:
    """How many a query finds; its limit counts, its order does not."""
    found = _tallied(connection, query.where)
    if found is None:
        sql, values = compile_query(connection, query, lens, ordered=False)
        return int(connection.execute(f"SELECT count(*) FROM ({sql})", values).fetchone()[0])
    return found if query.limit is None else min(found, query.limit)


def _tallied(connection: Connection, node: Node) -> int | None:
    """What the tallies say of a condition; None when they do not."""
    match node:
        case Everything():
            return tallies.count(connection, "status", None)
        case Field(name, values) if all(isinstance(one, Text) for one in values):
            words = [one.text for one in values if isinstance(one, Text)]
            if name in _EXACT:
                return tallies.count(connection, name, words)
            if name == "is" and all(word in _STATES for word in words):
                statuses = {str(status) for word in words for status in _STATES[word]}
                return tallies.count(connection, "status", statuses)
    return None
