"""Getting erased bytes out of the file: the word index, free pages and the write-ahead log.

An erasure is committed first and scrubbed after. Between the two the record is right already, and
the file still has to be cleaned: a mark in it says so until that is done, so that whoever was
interrupted can finish.
"""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path

from commitrack.model.erasure import Erasure, Subject
from commitrack.model.errors import StoreLocked
from commitrack.store.engine import (
    APPLICATION_ID,
    PATIENCE,
    Connection,
    Error,
    OperationalError,
    file_of,
    look_into,
)
from commitrack.store.locking import immediate
from commitrack.store.queueing import turn

_PAUSE = 0.05


def overwrite(connection: Connection) -> None:
    """Have whatever is deleted from now on overwritten with zeros."""
    connection.execute("PRAGMA secure_delete = ON")


def pending(connection: Connection) -> tuple[int, ...]:
    """The erasures whose bytes may still lie in the file or its log."""
    return tuple(
        row[0] for row in connection.execute("SELECT erasure FROM unscrubbed ORDER BY erasure")
    )


def scrub(connection: Connection, place: str) -> None:
    """Rewrite the file without what was erased, and empty its log. It can be done again.

    Raises `StoreLocked` when another program reads or writes for so long that the log cannot be
    emptied: what was erased is off the record then, and its bytes are still in the file.
    """
    overwrite(connection)
    with immediate(connection):
        for table in _word_indexes(connection):
            # Deleted words stay in an index until it happens to be merged.
            connection.execute(f"INSERT INTO {table} ({table}) VALUES ('rebuild')")
        if _table(connection, "sqlite_stat4"):  # holds samples of what is indexed
            connection.execute("DELETE FROM sqlite_stat4")
    done = pending(connection)
    # Pages that are in use have holes with old bytes in them: only a new file has none. It is put
    # together outside the memory, since it may be far greater.
    connection.execute("PRAGMA temp_store = FILE")
    try:
        _patiently(connection, place, "VACUUM")
    finally:
        connection.execute("PRAGMA temp_store = MEMORY")
    _empty_log(connection, place)
    with immediate(connection):
        connection.executemany(
            "DELETE FROM unscrubbed WHERE erasure = ?", ((number,) for number in done)
        )


def _word_indexes(connection: Connection) -> list[str]:
    found = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' "
        "AND sql LIKE 'CREATE VIRTUAL TABLE%' AND sql LIKE '%USING FTS5%' ORDER BY name"
    )
    return [row[0] for row in found]


def _table(connection: Connection, name: str) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = ?", (name,)).fetchone()
    return found is not None


def _patiently(connection: Connection, place: str, sql: str) -> None:
    """Run what needs the lock and begins by itself, when our turn has come among the writers."""
    deadline = time.monotonic() + PATIENCE
    with turn(file_of(connection).parent, deadline):
        while True:
            try:
                connection.execute(sql)
            except OperationalError as error:
                if not (getattr(error, "sqlite_errorname", "") or "").startswith("SQLITE_BUSY"):
                    raise
                if time.monotonic() >= deadline:
                    raise _unfinished(place) from None
                time.sleep(_PAUSE)
            else:
                return


def _empty_log(connection: Connection, place: str) -> None:
    """Move the whole log into the file and cut it to nothing."""
    deadline = time.monotonic() + PATIENCE
    with turn(file_of(connection).parent, deadline):
        while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() >= deadline:
                raise _unfinished(place)
            time.sleep(_PAUSE)


def _unfinished(place: str) -> StoreLocked:
    return StoreLocked(
        f"erased from the record, but its bytes are still in {place} or its log, since another "
        "program is using it: close that, then run commitrack purge finish"
    )


def copies(place: Path, erasure: Erasure) -> tuple[str, ...]:
    """Other stores beside this one that hold the same words.

    Looked for in the folder of the store and the folders in it: where a backup would lie that
    commitrack has made by itself.
    """
    return tuple(str(path) for path in _stores_beside(place) if _holds(path, erasure))


def _stores_beside(place: Path) -> Iterator[Path]:
    folder = place.absolute().parent
    for path in sorted((*folder.glob("*"), *folder.glob("*/*"))):
        try:
            same = path.samefile(place)
            if same or not path.is_file() or path.stat().st_size < _HEADER:
                continue
            with path.open("rb") as file:
                head = file.read(_HEADER)
        except OSError:
            continue
        if head[:16] == b"SQLite format 3\0" and head[68:72] == APPLICATION_ID.to_bytes(4):
            yield path


_HEADER = 100


def _holds(path: Path, erasure: Erasure) -> bool:
    """Whether another store holds the same; one that cannot be read may."""
    try:
        connection = look_into(path)
        try:
            if erasure.subject is Subject.STATEMENT:
                return any(
                    connection.execute(
                        "SELECT 1 FROM statements WHERE text <> '' "
                        "AND (sha256 = ? OR (id = ? AND fetched_at = ?))",
                        (sha256, *arrival),
                    ).fetchone()
                    for sha256 in erasure.hashes
                    for arrival in erasure.arrivals
                )
            return any(
                connection.execute(
                    "SELECT 1 FROM parties WHERE name = ?1 COLLATE NOCASE "
                    "OR EXISTS (SELECT 1 FROM json_each(aliases) WHERE value = ?1 COLLATE NOCASE)",
                    (one,),
                ).fetchone()
                for one in erasure.spellings
            )
        finally:
            connection.close()
    except Error:
        return True
