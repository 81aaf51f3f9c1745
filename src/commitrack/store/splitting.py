"""How many of what a query finds also meet each of several others: one pass over all of it.

A chart asks that of every bar at once. Each is the same condition that a list of it would ask, so
a bar and the list it leads to count the same.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from commitrack.query import And, Field, Node, Query, Text
from commitrack.query.nodes import conjoin
from commitrack.store import clocks, lights
from commitrack.store.asking import Lens
from commitrack.store.compiling import condition
from commitrack.store.engine import Connection
from commitrack.store.sql import Sql

_IS_OPEN = Field("is", (Text("open", exact=True),))


def split(
    connection: Connection, within: Query, parts: Mapping[str, Query], lens: Lens
) -> dict[str, int]:
    """How many of `within` each of the parts finds; views must be expanded, limits do not count."""
    if not parts:
        return {}
    known = _conjuncts(within.where)
    parts = {name: replace(one, where=_without(one.where, known)) for name, one in parts.items()}
    colours = _colours(parts)
    if colours:
        return _by_light(connection, within, colours, lens)
    asked = {name: condition(connection, one, lens) for name, one in parts.items()}
    columns = ", ".join(f"count(*) FILTER (WHERE {one.text})" for one in asked.values())
    values = [value for one in asked.values() for value in one.values]
    source = _source(connection, within, lens)
    row = connection.execute(f"SELECT {columns} FROM {source.text}", (*values, *source.values))
    return dict(zip(asked, row.fetchone(), strict=True))


def _conjuncts(node: Node) -> tuple[Node, ...]:
    return node.parts if isinstance(node, And) else (node,)


def _without(node: Node, known: tuple[Node, ...]) -> Node:
    """A condition without those of its conjuncts that hold of the whole already."""
    return conjoin(one for one in _conjuncts(node) if one not in known)


def _colours(parts: Mapping[str, Query]) -> dict[str, str]:
    """The colour that each part asks for, when all of them ask for the light and nothing else."""
    found = {
        name: one.where.values[0].text
        for name, one in parts.items()
        if isinstance(one.where, Field)
        and one.where.name == "rag"
        and len(one.where.values) == 1
        and isinstance(one.where.values[0], Text)
    }
    return found if len(found) == len(parts) else {}


def _by_light(
    connection: Connection, within: Query, colours: Mapping[str, str], lens: Lens
) -> dict[str, int]:
    """The same for lights: each is looked at once, and not once for every colour."""
    source, found = _source(connection, within, lens), lights.light(lens, many=True)
    rows = connection.execute(
        f"SELECT {found.text}, count(*) FROM {source.text} GROUP BY 1",
        (*found.values, *source.values),
    )
    counted = dict(map(tuple, rows.fetchall()))
    return {name: counted.get(colour, 0) for name, colour in colours.items()}


def _source(connection: Connection, within: Query, lens: Lens) -> Sql:
    """Where to look: what has one of its dates in a stretch of days is met along the indexes of
    the open dates, everything open along one of them, which holds most of what is asked of it.
    """
    dated = clocks.only_dated(within.where, lens)
    if dated is not None:
        return Sql(f"commitments c WHERE c.id IN ({dated.text})", dated.values)
    where = condition(connection, within, lens)
    return Sql(
        f"commitments c {_index(within.where)}WHERE c.present = 1 AND {where.text}", where.values
    )


def _index(node: Node) -> str:
    return "INDEXED BY open_by_due " if node == _IS_OPEN else ""
