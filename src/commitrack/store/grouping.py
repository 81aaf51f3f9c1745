"""How many commitments each group of a list has, counted and not read."""

from __future__ import annotations

from commitrack.query import Query
from commitrack.store.asking import Lens
from commitrack.store.compiling import COLUMNS, FIRST_OWNER, compile_query, met
from commitrack.store.engine import Connection
from commitrack.store.sql import Sql

_OWNERS = (
    "SELECT p.name COLLATE NOCASE, sum(found.size) FROM "
    "(SELECT ({first}) AS party, count(*) AS size FROM commitments c "
    "WHERE c.present = 1 AND {where} GROUP BY 1) found "
    "LEFT JOIN parties p ON p.id = found.party GROUP BY 1 ORDER BY 1 ASC NULLS LAST"
)
"""Owners by their numbers first: a name is then looked up for each owner, not for each row."""


def sizes(connection: Connection, query: Query, lens: Lens) -> tuple[tuple[str | None, int], ...]:
    """The groups of what a query finds, in the order of the list: each value, and how many.

    Values that the list does not tell apart (letters of ASCII in either case) are one group, and
    what has several owners counts with the first. Empty for a field that only the model knows.
    """
    column = COLUMNS.get(query.group or "")
    if column is None:
        return ()
    if query.limit is None:
        where = met(connection, query, lens)
    else:
        found, bound = compile_query(connection, query, lens)
        where = Sql(f"c.id IN ({found})", tuple(bound))
    if query.group == "owner":
        grouped = _OWNERS.format(first=FIRST_OWNER.format("f.party"), where=where.text)
    else:
        grouped = (
            f"SELECT {column}, count(*) FROM commitments c WHERE c.present = 1 AND {where.text} "
            "GROUP BY 1 ORDER BY 1 ASC NULLS LAST"
        )
    return tuple(
        (None if value is None else str(value), size)
        for value, size in connection.execute(grouped, where.values)
    )
