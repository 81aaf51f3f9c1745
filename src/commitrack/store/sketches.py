"""Finding the stored statements that a text may be a new version of, without reading them all.

The sketches are worked out from the texts and can be again, so they are no part of the record: they
have no history, and an undo leaves them where they are.
"""

from __future__ import annotations

import json
import secrets
from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence

from commitrack.model.likeness import VERSION, shared, sketch
from commitrack.store.engine import Connection
from commitrack.store.sql import number_list

_LOOKED_AT = 16
"""Statements whose sketches are compared in full: those that have most of the hashes."""


_TEXT = "SELECT text FROM statements WHERE id = ?"


def create(connection: Connection) -> None:
    """Make the table of sketches, and sketch every statement that is stored already."""
    connection.execute(
        "CREATE TABLE sketches (hash INTEGER NOT NULL, statement INTEGER NOT NULL "
        "REFERENCES statements (id), PRIMARY KEY (hash, statement)) STRICT, WITHOUT ROWID"
    )
    for (number,) in connection.execute("SELECT id FROM statements").fetchall():
        keep(connection, number, *connection.execute(_TEXT, (number,)).fetchone())


def keep(connection: Connection, statement: int, text: str) -> None:
    """Keep the sketch of a statement that has just been stored."""
    put(connection, ((number, statement) for number in sketch(text)))


def put(connection: Connection, pairs: Iterable[tuple[int, int]]) -> None:
    """Keep sketches that were made beforehand: each hash with the number of its statement.

    They lie in the order of the hashes, and are put in in it.
    """
    connection.executemany("INSERT INTO sketches (hash, statement) VALUES (?, ?)", sorted(pairs))


def stale(connection: Connection) -> tuple[int, ...]:
    """The statements whose sketch is not that of their text, or that have one and are gone.

    The hashes lie in their own order, not by statement: they are gone through once, and added up
    for each. Nobody can know beforehand which others would add up to the same.
    """
    kept: defaultdict[int, int] = defaultdict(int)
    for number, statement in connection.execute("SELECT hash, statement FROM sketches"):
        kept[statement] += _worth(number)
    wrong = {
        number
        for number, text in connection.execute("SELECT id, text FROM statements")
        if kept.pop(number, 0) != sum(map(_worth, sketch(text)))
    }
    return tuple(sorted(wrong | kept.keys()))


_SALT = secrets.randbits(60)


def _worth(number: int) -> int:
    return hash((_SALT, number))


def rebuild(connection: Connection, statements: Sequence[int]) -> None:
    """Sketch these statements anew; inside the caller's transaction."""
    forget(connection, statements)
    for number in statements:
        row = connection.execute(_TEXT, (number,)).fetchone()
        if row is not None:
            keep(connection, number, row[0])


def forget(connection: Connection, statements: Collection[int]) -> None:
    """Drop the sketches of statements whose text is erased or is another one now."""
    connection.execute(
        "DELETE FROM sketches WHERE statement IN (SELECT value FROM json_each(?))",
        (json.dumps(list(statements)),),
    )


def alike(connection: Connection, text: str) -> list[tuple[int, float]]:
    """Statements of which so much is in the text, and of the text in them, that one may be a
    version of the other: with the share of the longer one, the greatest first.
    """
    mine = sketch(text)
    found: list[tuple[int, float]] = []
    for number in _nearest(connection, mine):
        share = shared(mine, sketch(*connection.execute(_TEXT, (number,)).fetchone()))
        if share >= VERSION:
            found.append((number, share))
    return sorted(found, key=lambda pair: (-pair[1], -pair[0]))


def _nearest(connection: Connection, hashes: Sequence[int]) -> list[int]:
    """The statements that have most of the hashes; of equals, the newest."""
    if not hashes:
        return []
    found = connection.execute(
        "SELECT s.id FROM (SELECT statement, count(*) AS common FROM sketches "
        f"WHERE hash IN ({number_list(hashes)}) GROUP BY statement HAVING common >= ?) k "
        "JOIN statements s ON s.id = k.statement WHERE s.present = 1 "
        "ORDER BY k.common DESC, s.id DESC LIMIT ?",
        (int(VERSION * len(hashes)), _LOOKED_AT),
    )
    return [row[0] for row in found]
