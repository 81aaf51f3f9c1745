"""From which day on each open commitment is stale, kept by triggers as its evidence changes.

It is stale once the newest evidence or check is older than its cadence
(`commitrack.model.assurance.stale`). To find that out for half a million takes most of a second, so
the day stands in a table of its own, with an index. It follows from the record and is no part of
it: it has no history, and can be made anew.
"""

from __future__ import annotations

from collections.abc import Iterator

from commitrack.store.engine import Connection
from commitrack.store.sql import IS_OPEN

_NEWEST = (
    "max(coalesce((SELECT max(coalesce(e.accessed_on, e.dated)) FROM evidence e "
    "WHERE e.commitment = c.id AND e.present = 1 AND e.retracted IS NULL), ''), "
    'coalesce((SELECT max(k."on") FROM checks k '
    "WHERE k.commitment = c.id AND k.present = 1 AND k.result <> 'asked'), ''))"
)
"""The day of the newest evidence or check; empty when there is neither. By a letter that went out
nothing is learnt.
"""

_FROM = f"date({_NEWEST}, '+' || (c.cadence + 1) || ' days')"
"""The first day on which it is stale; none for what nobody ever looked at."""

_WORKED_OUT = (
    f"SELECT c.id AS commitment, {_FROM} AS day FROM commitments c "
    f"WHERE c.present = 1 AND {IS_OPEN} AND {{}}"
)

_PUT = "INSERT INTO staleness (commitment, day) SELECT commitment, day FROM ({}) WHERE day NOTNULL"
_RIGHT = _WORKED_OUT.format("1")
_PUT_ALL = _PUT.format(_RIGHT)


def create(connection: Connection) -> None:
    """Make the table, and fill it from the record."""
    connection.execute(
        "CREATE TABLE staleness (commitment INTEGER PRIMARY KEY, day TEXT NOT NULL) STRICT"
    )
    connection.execute(_PUT_ALL)
    connection.execute("CREATE INDEX stale_from ON staleness (day)")


def work_out(connection: Connection) -> None:
    """Fill the table anew; inside the caller's transaction."""
    connection.execute("DELETE FROM staleness")
    connection.execute(_PUT_ALL)


def wrong(connection: Connection) -> int:
    """How many commitments have another day in the table than the record says."""
    differing = (
        f"SELECT r.commitment FROM ({_RIGHT}) r LEFT JOIN staleness s USING (commitment) "
        "WHERE r.day IS NOT s.day UNION SELECT s.commitment FROM staleness s "
        f"WHERE s.commitment NOT IN (SELECT commitment FROM ({_RIGHT}))"
    )
    return int(connection.execute(f"SELECT count(*) FROM ({differing})").fetchone()[0])


def trigger_sql() -> Iterator[str]:
    """The triggers that keep the days. An edit of any other field meets none of them."""
    yield _trigger("commitments", "id", "UPDATE", ("status", "cadence", "present"))
    for table, fields in (
        ("evidence", ("accessed_on", "dated", "retracted", "present")),
        ("checks", ("on", "present")),
    ):
        yield _trigger(table, "commitment", "INSERT", ())
        yield _trigger(table, "commitment", "UPDATE", fields)


def _trigger(table: str, number: str, event: str, fields: tuple[str, ...]) -> str:
    names = [f'"{one}"' for one in fields]
    of = f" OF {', '.join(names)}" if names else ""
    differs = " OR ".join(f"OLD.{one} IS NOT NEW.{one}" for one in names)
    when = f"WHEN {differs} " if names else ""
    again = _PUT.format(_WORKED_OUT.format(f"c.id = NEW.{number}"))
    return (
        f"CREATE TRIGGER staleness_{table}_{event.lower()} AFTER {event}{of} ON {table} {when}"
        f"BEGIN DELETE FROM staleness WHERE commitment = NEW.{number}; {again}; END"
    )
