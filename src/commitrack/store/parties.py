"""Parties on record: found by name or alias, made when they are new."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from commitrack.model.errors import BadInput, NotFound
from commitrack.model.party_names import folded, spellings
from commitrack.model.records import PartyKind
from commitrack.store.columns import to_column
from commitrack.store.engine import Connection

if TYPE_CHECKING:
    from commitrack.store.transacting import Writer  # only writers need what it brings in


def find(connection: Connection, name: str) -> int | None:
    """The number of the party with this name or alias.

    Case aside, and all that `spellings` folds too, when no name or alias is that very one.
    """
    ways = spellings(name)
    if (number := _named(connection, ways[:1])) is not None:
        return number
    marks = ",".join("?" * len(ways))
    also = connection.execute(
        "SELECT p.id, a.value = ? COLLATE NOCASE AS exact FROM parties p, json_each(p.aliases) a "
        f"WHERE a.value COLLATE NOCASE IN ({marks}) AND p.aliases <> '[]' AND p.present = 1 "
        "ORDER BY exact DESC, p.id LIMIT 1",
        (name, *ways),
    ).fetchone()
    if also is not None and also["exact"]:
        return int(also["id"])
    if (number := _named(connection, ways[1:])) is not None:
        return number
    return None if also is None else int(also["id"])


def _named(connection: Connection, names: Iterable[str]) -> int | None:
    """The party whose name is the first of these that is one; each is one step in an index."""
    for name in names:
        row = connection.execute(
            "SELECT id FROM parties WHERE name = ? COLLATE NOCASE AND present = 1", (name,)
        ).fetchone()
        if row is not None:
            return int(row[0])
    return None


def require(connection: Connection, name: str) -> int:
    """The number of the party with this name or alias; `NotFound` names near ones."""
    number = find(connection, name)
    if number is None:
        from difflib import get_close_matches  # only when there is something to ask about

        names = [row[0] for row in connection.execute("SELECT name FROM parties WHERE present = 1")]
        near = get_close_matches(name, names, 1)
        hint = f": did you mean {near[0]!r}?" if near else " (commitrack party list)"
        raise NotFound(f"no party is called {name!r}{hint}")
    return number


def ensure(writer: Writer, name: str, kind: PartyKind = PartyKind.ORGANISATION) -> int:
    """The number of the party with this name or alias, put on record now if it is new."""
    number = find(writer.connection, name)
    if number is None:
        even = " ".join(name.split())
        number = writer.insert("parties", {"name": even, "kind": kind.value, "aliases": "[]"})
    return number


def affiliate(writer: Writer, child: str, parent: str) -> None:
    """Record what a statement says of a body's parent, unless a parent is known already."""
    number = ensure(writer, child)
    above = ensure(writer, parent)
    known = writer.connection.execute(
        "SELECT parent FROM parties WHERE id = ?", (number,)
    ).fetchone()[0]
    if known is None and not _is_above(writer.connection, number, above):
        writer.update("parties", number, {"parent": above})


def learn(writer: Writer, aliases: Mapping[str, str]) -> None:
    """Record the short names that a statement gives of parties on record: short → full.

    A body is not put on record for having a short name, and one that another party has already, as
    its name or its alias, is left to a person, who may merge the two.
    """
    if not aliases:
        return
    taken = _aliases(writer.connection)
    for short, full in aliases.items():
        number = _known(writer.connection, full, taken)
        if number is not None and _known(writer.connection, short, taken) is None:
            row = writer.connection.execute(
                "SELECT aliases FROM parties WHERE id = ?", (number,)
            ).fetchone()
            names = [*json.loads(row[0]), short]
            writer.update("parties", number, {"aliases": json.dumps(names, ensure_ascii=False)})
            taken[folded(short)] = number


def _aliases(connection: Connection) -> dict[str, int]:
    """Every alias as it is compared, with its party: read once for many names."""
    return {
        folded(alias): row["id"]
        for row in connection.execute(
            "SELECT id, aliases FROM parties WHERE aliases <> '[]' AND present = 1 ORDER BY id DESC"
        )
        for alias in json.loads(row["aliases"])
    }


def _known(connection: Connection, name: str, aliases: Mapping[str, int]) -> int | None:
    """What `find` finds, without a look through the aliases for each name."""
    ways = spellings(name)
    number = _named(connection, ways)
    also = (aliases[key] for key in map(folded, ways) if key in aliases)
    return number if number is not None else next(also, None)


def change(writer: Writer, name: str, values: Mapping[str, object]) -> int:
    """Create a party or change it; `BadInput` for a name in use or a circle of parents."""
    number = find(writer.connection, name)
    if not name.strip():
        raise BadInput("a party needs a name")
    if number is None:
        kind = values.get("kind") or PartyKind.ORGANISATION
        number = writer.insert("parties", {"name": name, "kind": to_column(kind), "aliases": "[]"})
    for field, value in values.items():
        if field == "name":
            _rename(writer, number, str(value))
        elif field == "kind":
            writer.update("parties", number, {"kind": to_column(value)})
        elif field == "aliases":
            _alias(writer, number, value)
        elif field in ("parent", "successor"):
            _relate(writer, number, field, value)
        else:
            raise BadInput(
                f"a party has no field {field!r}; there are name, kind, parent, aliases, successor"
            )
    return number


def _rename(writer: Writer, number: int, name: str) -> None:
    other = find(writer.connection, name)
    if other not in (None, number):
        raise BadInput(f"another party is called {name!r} already")
    writer.update("parties", number, {"name": name})


def _alias(writer: Writer, number: int, value: object) -> None:
    names = [str(one) for one in value] if isinstance(value, tuple | list) else []
    for name in names:
        if find(writer.connection, name) not in (None, number):
            raise BadInput(f"{name!r} is the name or alias of another party")
    writer.update("parties", number, {"aliases": json.dumps(names, ensure_ascii=False)})


def _relate(writer: Writer, number: int, field: str, value: object) -> None:
    if value is None:
        writer.update("parties", number, {field: None})
        return
    other = ensure(writer, str(value))
    if other == number or (field == "parent" and _is_above(writer.connection, number, other)):
        raise BadInput(f"a body cannot be its own {field}, not even by a detour")
    writer.update("parties", number, {field: other})


def _is_above(connection: Connection, number: int, below: int) -> bool:
    """Whether `number` stands somewhere above `below`, or is it."""
    row = connection.execute(
        "WITH RECURSIVE above(id) AS (VALUES (?) UNION SELECT p.parent FROM parties p "
        "JOIN above ON p.id = above.id WHERE p.parent IS NOT NULL) "
        "SELECT 1 FROM above WHERE id = ?",
        (below, number),
    ).fetchone()
    return row is not None


def matching(connection: Connection, words: str, *, exact: bool) -> tuple[int, ...]:
    """Parties a filter's ``owner:`` means: by name or alias, and their child bodies.

    Without `exact` the words may be part of the name; with it the name is meant whole, and
    child bodies do not count. What `find` folds counts for as little here.
    """
    wanted = set(map(folded, spellings(words)))
    named = [
        row["id"]
        for row in connection.execute("SELECT id, name, aliases FROM parties WHERE present = 1")
        if any(
            name in wanted if exact else any(holds(name, one) for one in wanted)
            for name in map(folded, (row["name"], *json.loads(row["aliases"])))
        )
    ]
    if exact or not named:
        return tuple(named)
    marks = ",".join("?" * len(named))
    return tuple(
        row[0]
        for row in connection.execute(
            f"WITH RECURSIVE below(id) AS (SELECT id FROM parties WHERE id IN ({marks}) "
            "UNION SELECT p.id FROM parties p JOIN below ON p.parent = below.id) "
            "SELECT id FROM below",
            named,
        )
    )


def holds(name: str, words: str) -> bool:
    """Of two folded texts: whether `words` stand in `name` from the beginning of a word."""
    at = name.find(words)
    while at >= 0:
        if at == 0 or not name[at - 1].isalnum():
            return True
        at = name.find(words, at + 1)
    return False
