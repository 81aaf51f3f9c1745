"""A commitrack of a newer schema: one that has a further table, column and kind of record."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.model.actions import Edit, SetFields
from commitrack.store import genuine, migrating, opening, tables, triggers, version
from commitrack.store.migrations import SCHEMA
from commitrack.store.sqlite_store import SqliteStore
from tests.store.hands import sign

if TYPE_CHECKING:
    from sqlite_utils import Database


@SCHEMA()
def m999_what_is_to_come(db: Database) -> None:
    """A column in a table of today, and a table of its own."""
    db.execute("ALTER TABLE commitments ADD COLUMN mood TEXT")
    db.execute("CREATE INDEX by_mood ON commitments (mood)")
    db.execute(
        "CREATE TABLE moods (id INTEGER PRIMARY KEY, name TEXT, present INTEGER, "
        "tx INTEGER NOT NULL REFERENCES transactions (id)) STRICT"
    )


def main(place: str, major: str, minor: str) -> None:
    """Bring the store up to that version, and write to it what only that version knows."""
    newest = version.SchemaVersion(int(major), int(minor))
    for module in (genuine, migrating, opening, version):
        module.NEWEST = newest  # type: ignore[attr-defined]
    records = (*tables.RECORDS, "moods")
    for module in (tables, triggers):
        module.RECORDS = records  # type: ignore[attr-defined]
    genuine.differences = lambda connection: ()  # its own golden schema is none of ours
    migrating.require_released = lambda connection, place: None  # type: ignore[attr-defined]
    store = opening.open_store(Path(place))
    assert isinstance(store, SqliteStore)
    store.apply([Edit(1, SetFields({"lead": "new"}))], sign("newer"))
    with store._writing(sign("newer")) as writer:
        writer.update("commitments", 1, {"mood": "glad"})
        writer.insert("moods", {"name": "glad", "present": 1})
        writer.touched.add(1)
    store.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
