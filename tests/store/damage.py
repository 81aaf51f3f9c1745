"""Ways to damage a store's file, and what of it must be the same after it was put right."""

from __future__ import annotations

import sqlite3
from pathlib import Path

from commitrack.store.tables import RECORDS

PAGE = 4096


def flip(path: Path, offset: int, bits: int = 0xFF) -> None:
    """Flip bits of one byte."""
    with path.open("r+b") as file:
        file.seek(offset)
        old = file.read(1)[0]
        file.seek(offset)
        file.write(bytes([old ^ bits]))


def cut(path: Path, pages: int) -> None:
    """Take so many pages off the end."""
    with path.open("r+b") as file:
        file.truncate(path.stat().st_size - pages * PAGE)


def content(path: Path) -> dict[str, list[tuple[object, ...]]]:
    """The record and its history, every row of it; nothing appears beside a file at rest.

    Tables that an older schema has not yet are left out.
    """
    log = path.with_name(f"{path.name}-wal")
    at_rest = "" if log.exists() and log.stat().st_size else "&immutable=1"
    connection = sqlite3.connect(f"file:{path}?mode=ro{at_rest}", uri=True)
    try:
        there = {row[0] for row in connection.execute("SELECT name FROM sqlite_schema")}
        return {
            table: connection.execute(f'SELECT * FROM "{table}" ORDER BY id').fetchall()
            for table in (*RECORDS, "transactions", "changes")
            if table in there
        }
    finally:
        connection.close()
