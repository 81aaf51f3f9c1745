"""How many commitments on record have each value of a field, kept by triggers as they change.

To count a million rows takes longer than to draw a screen, so the counts stand in a table of their
own. It follows from the record and is no part of it: it has no history, and can be made anew.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator

from commitrack.store.engine import Connection

TALLIED = (
    *("status", "kind", "lead", "reviewer", "strength", "testable"),
    *("priority", "topic", "visibility", "confidence"),
)
"""The fields of a commitment that are counted; each is a column by the same name."""

_NOTHING = ""
"""What stands for no value in the table, whose key cannot be missing."""

_ADD = "INSERT INTO tallies (field, value, count) "
_MEET = " ON CONFLICT (field, value) DO UPDATE SET count = count + excluded.count"


def create(connection: Connection) -> None:
    """Make the table, and count what is on record already."""
    connection.execute(
        "CREATE TABLE tallies (field TEXT NOT NULL, value TEXT NOT NULL, count INTEGER NOT NULL, "
        "PRIMARY KEY (field, value)) STRICT, WITHOUT ROWID"
    )
    add_since(connection, 0)


def recount(connection: Connection) -> None:
    """Count everything anew; inside the caller's transaction."""
    connection.execute("DELETE FROM tallies")
    add_since(connection, 0)


def forget(connection: Connection) -> None:
    """Leave out the values that nobody has any more: they may be words that were erased."""
    connection.execute("DELETE FROM tallies WHERE count = 0")


def wrong(connection: Connection) -> tuple[str, ...]:
    """The fields whose counts are not what is on record."""
    return tuple(
        field
        for field in TALLIED
        if dict(
            connection.execute(
                f"SELECT {_value(field)}, count(*) FROM commitments WHERE present = 1 GROUP BY 1"
            ).fetchall()
        )
        != {value or _NOTHING: count for value, count in of(connection, field).items()}
    )


def add_since(connection: Connection, number: int) -> None:
    """Count the commitments with numbers above this one in, which no trigger has counted."""
    for field in TALLIED:
        connection.execute(
            f"{_ADD}SELECT '{field}', {_value(field)}, count(*) FROM commitments "
            f"WHERE id > ? AND present = 1 GROUP BY 2{_MEET}",
            (number,),
        )


def _value(field: str, row: str = "") -> str:
    return f"coalesce(CAST({row}{field} AS TEXT), '{_NOTHING}')"


def trigger_sql() -> Iterator[str]:
    """The triggers that keep the counts. An edit of any other field meets none of them."""
    values = ", ".join(f"('{field}', {_value(field, 'NEW.')}, 1)" for field in TALLIED)
    yield (
        "CREATE TRIGGER tallies_inserted AFTER INSERT ON commitments WHEN NEW.present = 1 "
        f"BEGIN {_ADD}VALUES {values}{_MEET}; END"
    )
    # `present` moves every count, a field its own two.
    for field in TALLIED:
        less = f"{_ADD}SELECT '{field}', {_value(field, 'OLD.')}, -1 WHERE OLD.present = 1{_MEET}"
        more = f"{_ADD}SELECT '{field}', {_value(field, 'NEW.')}, 1 WHERE NEW.present = 1{_MEET}"
        yield (
            f"CREATE TRIGGER tallies_{field} AFTER UPDATE OF {field}, present ON commitments "
            f'WHEN OLD."{field}" IS NOT NEW."{field}" OR OLD.present IS NOT NEW.present '
            f"BEGIN {less}; {more}; END"
        )


def of(connection: Connection, field: str) -> dict[str | None, int]:
    """How many have each value of a field, None for none; values that nobody has are left out."""
    return {
        None if row["value"] == _NOTHING else row["value"]: row["count"]
        for row in connection.execute(
            "SELECT value, count FROM tallies WHERE field = ? AND count > 0 ORDER BY value",
            (field,),
        )
    }


def count(connection: Connection, field: str, values: Collection[str] | None) -> int:
    """How many have one of these values of a field; None: how many there are altogether."""
    return sum(
        found for value, found in of(connection, field).items() if values is None or value in values
    )
