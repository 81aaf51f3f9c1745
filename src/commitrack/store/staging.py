"""What comes in is first put up whole in a store of its own, which is thrown away afterwards.

So a file is read, judged and found good, or not, before the record is touched; and an export, a
store of today and one of an older version are all the same from there on.
"""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from commitrack.model.errors import BadInput, CommitrackError, NotAStore, NotFound, StoreReadOnly
from commitrack.store import lines
from commitrack.store.engine import APPLICATION_ID, Connection, connect, create_file, translated
from commitrack.store.loading import load
from commitrack.store.opening import open_store
from commitrack.store.trusting import require_trustworthy

MAGIC = b"SQLite format 3\x00"
"""How a SQLite file begins."""


@dataclass(frozen=True, slots=True)
class Staged:
    """A file that was found good, as a store that nobody else has open."""

    name: str
    """The file, as the user named it."""
    place: Path
    """The store that holds what was in it, for as long as it is staged."""
    counts: Mapping[str, int]
    """How many rows of each table."""


@contextlib.contextmanager
def staged(file: Path, name: str | None = None) -> Iterator[Staged]:
    """Put an export, or another store, up beside the record, and take it down at the end.

    `BadInput` says which line of an export does not belong and why, `NotAStore` what of a store
    does not fit its seals, `StoreTooNew` that a newer commitrack wrote it.
    """
    known = name or str(file)
    _require_file(file, known)
    with tempfile.TemporaryDirectory(prefix="commitrack-") as folder:
        place = Path(folder) / "staged.db"
        with _named(place, known), translated(known):
            if _is_database(file):
                _copy(file, place, known)
            open_store(place, create=True).close()
            connection = connect(place)
            try:
                connection.execute("PRAGMA foreign_keys = ON")
                if _is_database(file):
                    _require_our_tables(connection, known)
                else:
                    with file.open("rb") as opened:
                        load(connection, opened, known)
                require_trustworthy(connection, known)
                counts = {
                    table: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
                    for table in lines.TABLES.values()
                }
            finally:
                connection.close()
        yield Staged(known, place, counts)


def _require_file(file: Path, name: str) -> None:
    if file.is_dir():
        raise BadInput(f"{name} is a folder: name a file to import")
    try:
        with file.open("rb") as opened:
            opened.read(1)
    except FileNotFoundError as error:
        raise NotFound(f"{name} cannot be read: {error.strerror}") from None
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror or error}") from None


def _is_database(file: Path) -> bool:
    with file.open("rb") as opened:
        return opened.read(len(MAGIC)) == MAGIC


@contextlib.contextmanager
def _named(place: Path, name: str) -> Iterator[None]:
    """Have errors name the file that the user named, and not the copy of it."""
    try:
        yield
    except (BadInput, NotAStore, StoreReadOnly) as error:
        raise type(error)(str(error).replace(str(place), name)) from None
    except CommitrackError as error:
        if str(place) not in str(error):
            raise
        raise type(error)(str(error).replace(str(place), name)) from None


def _copy(file: Path, place: Path, name: str) -> None:
    """A copy of a store as it is at one moment, its write-ahead log included."""
    create_file(place)
    source, target = connect(file, writable=False), connect(place)
    try:
        if source.execute("PRAGMA application_id").fetchone()[0] != APPLICATION_ID:
            raise NotAStore(f"{name} is a SQLite database, but not a commitrack store")
        source.backup(target)
    finally:
        target.close()
        source.close()


def _require_our_tables(connection: Connection, name: str) -> None:
    """Refuse a store whose tables are not those that commitrack makes.

    What else is in it is never looked at: its triggers do not run when it is read.
    """
    found = _tables(connection)
    for table, sql in _our_tables().items():
        if found.get(table) != sql:
            raise NotAStore(
                f"{name} has no table {table} as commitrack makes it; nothing was imported"
            )


@cache
def _our_tables() -> Mapping[str, str]:
    """The tables of a new store."""
    with tempfile.TemporaryDirectory(prefix="commitrack-") as folder:
        fresh = Path(folder) / "fresh.db"
        open_store(fresh, create=True).close()
        model = connect(fresh, writable=False)
        try:
            return _tables(model)
        finally:
            model.close()


def _tables(connection: Connection) -> dict[str, str]:
    return {
        row["name"]: row["sql"]
        for row in connection.execute(
            "SELECT name, sql FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite%'"
        )
    }
