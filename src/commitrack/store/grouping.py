"""How many commitments each group of a list has, counted and not read."""

from __future__ import annotations

from commitrack.query import Query
from commitrack.store.asking import Lens
from commitrack.store.compiling import COLUMNS, compile_query
from commitrack.store.engine import Connection


def sizes(connection: Connection, query: Query, lens: Lens) -> tuple[tuple[str | None, int], ...]:
    """The groups of what a query finds, in the order of the list: each value, and how many.

    Values that the list does not tell apart (letters of ASCII in either case) are one group, and
    what has several owners counts with the first. Empty for a field that only the model knows.
    """
    column = COLUMNS.get(query.group or "")
    if column is None:
        return ()
    found, bound = compile_query(connection, query, lens, ordered=query.limit is not None)
    return tuple(
        (None if value is None else str(value), size)
        for value, size in connection.execute(
            f"SELECT {column}, count(*) FROM commitments c WHERE c.id IN ({found}) "
            "GROUP BY 1 ORDER BY 1 ASC NULLS LAST",
            bound,
        )
    )
