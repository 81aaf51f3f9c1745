"""Bringing a store up to date: after a backup, in one transaction, beside other processes."""

from __future__ import annotations

import os
from pathlib import Path

from commitrack.store.database import ImmediateDatabase
from commitrack.store.engine import APPLICATION_ID, Connection, connect
from commitrack.store.migrations import SCHEMA
from commitrack.store.triggers import rebuild_triggers
from commitrack.store.version import NEWEST, SchemaVersion


def migrate(connection: Connection, path: Path) -> None:
    """Apply what is missing. Several processes may try at once: one does it, the rest find it done.

    WAL is set first, outside any transaction, as SQLite demands. A store that holds anything is
    copied beside itself before its first change.
    """
    connection.execute("PRAGMA journal_mode = WAL")
    db = ImmediateDatabase(connection)
    with db.atomic():
        found = SchemaVersion.read(int(connection.execute("PRAGMA user_version").fetchone()[0]))
        if found >= NEWEST:
            return
        if found.major:
            back_up(path, path.with_name(f"{path.name}.before-{NEWEST.major}.{NEWEST.minor}"))
        SCHEMA.apply(db)
        rebuild_triggers(connection)
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {NEWEST.stamp}")


def back_up(source: Path, target: Path) -> None:
    """Copy a store, its write-ahead log included, to a new file that only we can read.

    An existing copy is left alone: it is older, and so worth more.
    """
    try:
        os.close(os.open(target, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    except FileExistsError:
        return
    reader, writer = connect(source, writable=False), connect(target)
    try:
        reader.backup(writer)
    finally:
        writer.close()
        reader.close()
