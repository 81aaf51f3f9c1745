"""The SQLite library and its connections: pragmas, permissions and errors in the user's words."""

from __future__ import annotations

import contextlib
import importlib
import os
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.model.errors import (
    NotAStore,
    StoreError,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
)

if TYPE_CHECKING:
    import sqlite3

    from commitrack.store.mooring import Mooring
else:
    # sqlite-utils prefers pysqlite3 when it is installed, and its exceptions are other classes
    # than the standard library's: whoever catches them must use the same module.
    try:
        sqlite3 = importlib.import_module("pysqlite3")
    except ImportError:
        import sqlite3

APPLICATION_ID = 0x436D5472
"""``CmTr``: what makes a SQLite file a commitrack store."""

LIBRARY: tuple[int, ...] = sqlite3.sqlite_version_info
"""The version of SQLite."""

PATIENCE = 5.0
"""Seconds a writer waits for another one before it gives up."""

Connection = sqlite3.Connection
Row = sqlite3.Row
Error = sqlite3.Error
DatabaseError = sqlite3.DatabaseError
READING_ERRORS = (sqlite3.DatabaseError, UnicodeDecodeError)
"""What reading a damaged file raises."""
IntegrityError = sqlite3.IntegrityError
OperationalError = sqlite3.OperationalError


_AT_REST = "mode=ro&immutable=1"
_ANYBODY_WRITES = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH


_SIGNS_OF_DAMAGE = (
    "SQLITE_NOTADB",
    "SQLITE_CORRUPT",
    "SQLITE_ERROR",
    "SQLITE_TOOBIG",
    "SQLITE_MISMATCH",
)
"""What SQLite calls it. Our SQL is right, so that a plain "error" is one of the schema it meets."""


class MooredConnection(sqlite3.Connection):
    """A connection that can say whether its file is still where it was opened."""

    mooring: Mooring | None = None
    """What it was opened as; None as long as nobody has said so."""
    file: Path | None = None
    """The file that it has open, once somebody has asked."""


def moor(connection: Connection, mooring: Mooring) -> None:
    """Tell a connection from `connect` what it was opened as: it is held to it at each write."""
    assert isinstance(connection, MooredConnection)
    connection.mooring = mooring


def mooring_of(connection: Connection) -> Mooring | None:
    """What a connection was opened as; None for what lies in memory, or is only looked into."""
    return connection.mooring if isinstance(connection, MooredConnection) else None


class Interrupted(StoreError):
    """A question was stopped by `Store.interrupt`; whoever stopped it expects this."""


def connect(path: Path, *, writable: bool = True, at_rest: bool = False) -> Connection:
    """Open a connection that leaves every transaction to us.

    `isolation_level=None` because the module's implicit transactions are deferred and never
    commit a RETURNING; `check_same_thread=False` because `interrupt` comes from another thread.
    With `at_rest` the file is one that nobody else writes: it is only read, without locks, and
    nothing appears beside it.
    """
    mode = _AT_REST if at_rest else _mode(path, writable=writable)
    uri = f"{path.absolute().as_uri()}?{mode}"
    connection = sqlite3.connect(
        uri,
        uri=True,
        isolation_level=None,
        timeout=PATIENCE,
        check_same_thread=False,
        factory=MooredConnection,
    )
    connection.row_factory = sqlite3.Row
    connection.create_function(FOLDED, 1, _folded, deterministic=True)
    return connection


FOLDED = "folded"
"""Our own function in SQL: a text with upper and lower case as one, in every script."""


def _folded(text: object) -> str | None:
    return text.casefold() if isinstance(text, str) else None


def in_memory() -> Connection:
    """A connection to an empty database that is nowhere but in memory."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    connection.row_factory = sqlite3.Row
    return connection


def look_into(path: Path) -> Connection:
    """Open another store to read in it, and leave no file beside it unless it is in use anyway."""
    in_use = path.with_name(f"{path.name}-wal").exists()
    uri = f"{path.absolute().as_uri()}?mode=ro{'' if in_use else '&immutable=1'}"
    return sqlite3.connect(uri, uri=True)


def _mode(path: Path, *, writable: bool) -> str:
    """How to open the file.

    A store at rest in a folder that may not be written cannot be opened as a write-ahead-log
    database at all, since readers leave their marks in a file beside it. Nobody can be writing
    there either, so it is opened as what it is: a file that does not change. So is one that has
    been made read-only for everybody: the marks would be read-only too, and would keep the store
    from being written when it may be again.
    """
    if writable:
        return "mode=rw"
    fixed = not os.access(path.parent, os.W_OK) or not path.stat().st_mode & _ANYBODY_WRITES
    return _AT_REST if fixed and not log_of(path) else "mode=ro"


def log_of(path: Path) -> Path | None:
    """The write-ahead log beside a database, if it holds anything."""
    log = path.with_name(f"{path.name}-wal")
    return log if log.exists() and log.stat().st_size else None


def set_pragmas(connection: Connection) -> None:
    """What every connection of ours relies on: durability first, then manners."""
    connection.execute("PRAGMA foreign_keys = ON")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA recursive_triggers = ON")
    connection.execute("PRAGMA cell_size_check = ON")
    connection.execute("PRAGMA temp_store = MEMORY")


def limit_length(connection: Connection, size: int) -> None:
    """Refuse values, and rows, of more than so many bytes."""
    connection.setlimit(sqlite3.SQLITE_LIMIT_LENGTH, size)


def create_file(path: Path) -> None:
    """Create an empty file nobody else can read, in a folder nobody else can enter."""
    folder = path.parent
    if not folder.exists():
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)  # another process may be first
    descriptor = os.open(path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600)
    os.close(descriptor)


@contextlib.contextmanager
def translated(place: str) -> Iterator[None]:
    """Turn the engine's errors into ours: one line that names the store and the way out."""
    try:
        yield
    except (sqlite3.Error, UnicodeDecodeError) as error:
        raise explain(error, place) from error


@contextlib.contextmanager
def sound(place: str) -> Iterator[None]:
    """Around reading rows: a value that we never write there means that the file is damaged.

    SQLite has no check sums: a bit that has turned over in a page may show only as a word that is
    none of ours, or as bytes that are no text.
    """
    try:
        yield
    except UnicodeEncodeError:
        raise  # what was asked is no text, and nothing is wrong with the store
    except (LookupError, ValueError, TypeError, OverflowError, MemoryError) as error:
        raise NotAStore(
            f"{place} is damaged: it holds what commitrack never writes "
            f"({type(error).__name__}: {error})",
            place,
        ) from error


def bears_our_mark(place: Path) -> bool:
    """Whether a file, be it damaged, was a store: SQLite keeps the mark of the program at byte 68.

    The source is section 1.3 of SQLite's "Database File Format".
    """
    try:
        with place.open("rb") as file:
            file.seek(68)
            return file.read(4) == APPLICATION_ID.to_bytes(4, "big")
    except OSError:
        return False


def file_of(connection: Connection) -> Path:
    """The file that a connection has open."""
    known = connection.file if isinstance(connection, MooredConnection) else None
    if known is None:
        known = Path(connection.execute("PRAGMA database_list").fetchone()[2])
        if isinstance(connection, MooredConnection):
            connection.file = known
    return known


def explain(error: Exception, place: str) -> StoreError:
    """The error in the user's words."""
    name = getattr(error, "sqlite_errorname", "") or ""
    words = str(error)
    if name.startswith("SQLITE_INTERRUPT"):
        return Interrupted("interrupted")
    if name.startswith(("SQLITE_BUSY", "SQLITE_LOCKED")):
        from commitrack.store.lock_owner import name_holder  # only when there is somebody to name

        holder = name_holder(Path(place)) or "another process"
        return StoreLocked(
            f"{place} is locked by {holder}, which is writing; try again in a moment"
        )
    if name.startswith("SQLITE_FULL"):
        return StoreFull(f"no room left on the disk of {place}; nothing was written")
    if name.startswith(("SQLITE_READONLY", "SQLITE_PERM")) or "readonly database" in words:
        return StoreReadOnly(f"{place} is read-only; nothing was written")
    if name.startswith("SQLITE_CANTOPEN"):
        return StoreReadOnly(f"{place} cannot be opened: check that its folder may be written")
    if isinstance(error, UnicodeDecodeError) or "decode to UTF-8" in words:
        return NotAStore(f"{place} is damaged: it holds bytes that are no text", place)
    if name.startswith(_SIGNS_OF_DAMAGE):
        return NotAStore(f"{place} is not a commitrack store, or is damaged ({words})", place)
    if name in ("SQLITE_IOERR_WRITE", "SQLITE_IOERR_SHMSIZE", "SQLITE_IOERR_SHMOPEN"):
        # How a full disk shows while the write-ahead log, or the index beside it, is begun.
        return StoreFull(
            f"{place} cannot be written, for want of room on its disk or for a limit on the size "
            "of files; nothing was written"
        )
    if name.startswith("SQLITE_IOERR"):
        return StoreError(f"{place}: the disk reported an error ({words}); nothing was written")
    return StoreError(f"{place}: {words}")
