"""Finding the stored statements that a text may be a new version of, without reading them all.

The sketches are worked out from the texts and can be again, so they are no part of the record: they
have no history, and an undo leaves them where they are.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

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
    connection.executemany(
        "INSERT INTO sketches (hash, statement) VALUES (?, ?)",
        ((number, statement) for number in sketch(text)),
    )


def stale(connection: Connection) -> tuple[int, ...]:
    """The statements whose sketch is not that of their text, or that have one and are gone."""
    wrong = {
        row[0]
        for row in connection.execute(
            "SELECT DISTINCT statement FROM sketches "
            "WHERE statement NOT IN (SELECT id FROM statements)"
        )
    }
    for number, text in connection.execute("SELECT id, text FROM statements"):
        kept = connection.execute("SELECT hash FROM sketches WHERE statement = ?", (number,))
        if {row[0] for row in kept} != set(sketch(text)):
            wrong.add(number)
    return tuple(sorted(wrong))


def rebuild(connection: Connection, statements: Sequence[int]) -> None:
    """Sketch these statements anew; inside the caller's transaction."""
    for number in statements:
        connection.execute("DELETE FROM sketches WHERE statement = ?", (number,))
        row = connection.execute(_TEXT, (number,)).fetchone()
        if row is not None:
            keep(connection, number, row[0])


def forget(connection: Connection, statements: Collection[int]) -> None:
    """Drop the sketches of statements whose text is erased or is another one now."""
    connection.executemany(
        "DELETE FROM sketches WHERE statement = ?", ((number,) for number in statements)
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
