"""Bringing a store up to date: after a backup, in one transaction, beside other processes."""

from __future__ import annotations

from pathlib import Path

from commitrack.store.backups import back_up_before
from commitrack.store.database import ImmediateDatabase
from commitrack.store.engine import APPLICATION_ID, Connection
from commitrack.store.genuine import require_released
from commitrack.store.locking import in_turn
from commitrack.store.migrations import SCHEMA
from commitrack.store.triggers import rebuild_triggers
from commitrack.store.version import NEWEST, SchemaVersion
from commitrack.store.views import drop_views, rebuild_views


def migrate(connection: Connection, path: Path) -> None:
    """Apply what is missing. Several processes may try at once: one does it, the rest find it done.

    WAL is set first, outside any transaction, as SQLite demands; of those that set it at the same
    time SQLite tells all but one that the file is locked, whatever the timeout. A store that holds
    anything is backed up before its first change, while the lock keeps everybody else from writing.
    """
    in_turn(connection, "PRAGMA journal_mode = WAL")
    db = ImmediateDatabase(connection)
    with db.atomic():
        found = SchemaVersion.read(int(connection.execute("PRAGMA user_version").fetchone()[0]))
        if found >= NEWEST:
            return
        if found.major:
            require_released(connection, str(path))
            back_up_before(path, f"schema-{NEWEST.major}.{NEWEST.minor}")
        apply_missing(db)


def apply_missing(db: ImmediateDatabase) -> None:
    """Bring the schema to the newest version; inside the caller's transaction."""
    drop_views(db.conn)
    SCHEMA.apply(db)
    rebuild_triggers(db.conn)
    rebuild_views(db.conn)
    db.conn.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    db.conn.execute(f"PRAGMA user_version = {NEWEST.stamp}")
