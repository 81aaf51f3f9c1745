"""A staged store taken over whole by one that holds nothing yet: history, seals and numbers."""

from __future__ import annotations

from commitrack.store import lines
from commitrack.store.engine import Connection
from commitrack.store.locking import immediate
from commitrack.store.reindexing import reindex
from commitrack.store.staging import Staged
from commitrack.store.triggers import drop_triggers, rebuild_triggers


def is_empty(connection: Connection) -> bool:
    """Whether nothing was ever written into a store."""
    return connection.execute("SELECT 1 FROM transactions LIMIT 1").fetchone() is None


def adopt(connection: Connection, found: Staged, *, keep: bool) -> bool:
    """Put every row of a staged store into an empty one; False when it is not empty any more.

    It is one transaction of SQLite and none of the record, whose history goes on where it was.
    """
    connection.execute("ATTACH ? AS staged", (f"{found.place.as_uri()}?mode=ro",))
    try:
        with immediate(connection, keep=keep):
            if not is_empty(connection):
                return False
            connection.execute("PRAGMA defer_foreign_keys = ON")
            drop_triggers(connection)
            for table in lines.TABLES.values():
                names = ", ".join(
                    f'"{row["name"]}"'
                    for row in connection.execute(f'PRAGMA staged.table_info("{table}")')
                )
                connection.execute(
                    f'INSERT INTO main."{table}" ({names}) '
                    f'SELECT {names} FROM staged."{table}" ORDER BY id'
                )
            reindex(connection)
            rebuild_triggers(connection)
    finally:
        connection.execute("DETACH staged")
    return True
