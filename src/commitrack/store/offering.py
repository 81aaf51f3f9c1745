"""The values that a field has among what a query finds, the most frequent first."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator

from commitrack.model.ids import commitment_id, statement_id
from commitrack.query import Everything, Query
from commitrack.store import parties, tallies
from commitrack.store.asking import Lens
from commitrack.store.compiling import compile_query
from commitrack.store.engine import Connection

_COUNTED = {
    "owner": "SELECT p.name, count(*) FROM commitment_parties cp JOIN parties p ON p.id = cp.party "
    "WHERE cp.role = 'owner' AND cp.present = 1 AND cp.commitment IN found GROUP BY p.id",
    "maker": "SELECT coalesce(s.publisher, s.speaker), count(*) FROM commitments c "
    "JOIN statements s ON s.id = c.statement WHERE c.id IN found GROUP BY 1",
    "tag": "SELECT j.value, count(*) FROM commitments c, json_each(c.tags) j "
    "WHERE c.tags <> '[]' AND c.id IN found GROUP BY 1",
    "statement": "SELECT c.statement, count(*) FROM commitments c WHERE c.id IN found GROUP BY 1",
    **{
        name: f"SELECT c.{name}, count(*) FROM commitments c WHERE c.id IN found GROUP BY 1"
        for name in ("lead", "reviewer", "topic")
    },
}
"""How often each value occurs among what is found, by the field."""


def values(
    connection: Connection, field: str, query: Query, lens: Lens, typed: str, limit: int
) -> tuple[str, ...]:
    """The values of a field that begin so, at the beginning of any of their words.

    Of fields whose values only a store knows.
    """
    if field == "id":
        sql, bound = compile_query(connection, query, lens)
        found = (commitment_id(row[0]) for row in connection.execute(sql, bound))
        return tuple(_first((one for one in found if _is_begun(one, typed)), limit))
    ranked = sorted(_counted(connection, field, query, lens), key=lambda one: (-one[1], one[0]))
    if field == "statement":
        return tuple(_first((one for one, _ in ranked if _is_begun(one, typed)), limit))
    words = typed.casefold()
    called = _aliases(connection) if field == "owner" and words else {}
    meant = (
        value
        for value, _ in ranked
        if not words
        or any(parties.holds(one, words) for one in (value.casefold(), *called.get(value, ())))
    )
    return tuple(_first(meant, limit))


_BEGUN = re.compile(r"([CS]?)-?([0-9]*)", re.IGNORECASE | re.ASCII)


def _is_begun(full: str, typed: str) -> bool:
    """Whether an ID begins as it is typed: ``C-0012`` by C-00, c-12, c1 and 12."""
    begun = _BEGUN.fullmatch(typed)
    if begun is None or begun[1].upper() not in ("", full[0]):
        return False
    digits, number = begun[2], begun[2].lstrip("0")
    return full[2:].startswith(digits) or (bool(number) and full[2:].lstrip("0").startswith(number))


def _first(found: Iterable[str], limit: int) -> Iterator[str]:
    for place, one in enumerate(found):
        if place == limit:
            return
        yield one


def _counted(
    connection: Connection, field: str, query: Query, lens: Lens
) -> Iterator[tuple[str, int]]:
    plain = query.where == Everything() and query.limit is None
    if plain and field in tallies.TALLIED:
        held = tallies.of(connection, field)
        yield from ((value, count) for value, count in held.items() if value is not None)
        return
    found, bound = compile_query(connection, query, lens, ordered=False)
    sql = f"WITH found AS ({found}) {_COUNTED[field]}"
    for value, count in connection.execute(sql, bound):
        if value is not None:
            yield (statement_id(value) if field == "statement" else str(value)), count


def _aliases(connection: Connection) -> dict[str, tuple[str, ...]]:
    return {
        row["name"]: tuple(str(one).casefold() for one in json.loads(row["aliases"]))
        for row in connection.execute("SELECT name, aliases FROM parties WHERE aliases <> '[]'")
    }
