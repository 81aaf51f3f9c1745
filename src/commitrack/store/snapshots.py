"""Copies of a whole store at one moment, and what such a copy must prove before it is trusted."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from enum import IntEnum
from pathlib import Path

from commitrack.model.errors import NotAStore, StoreError, StoreFull, StoreReadOnly
from commitrack.store import seal
from commitrack.store.asking import Verification
from commitrack.store.durable import staged, sync_file
from commitrack.store.engine import (
    APPLICATION_ID,
    Connection,
    Error,
    connect,
    explain,
    log_of,
    translated,
)
from commitrack.store.tables import RECORDS
from commitrack.store.version import NEWEST, SchemaVersion, require_known
from commitrack.store.watching import Watch, unwatched

_STEP = 4096
"""Pages copied at a time: sixteen megabytes between two looks at whether it is to go on."""


_ASKED = (*RECORDS, "transactions", "changes")
"""The tables that are asked."""


class Proof(IntEnum):
    """How much of a copy is held against what it must be."""

    PAGES = 1
    """It is a store and every page of it is whole."""
    WHOLE = 2
    """Its indexes agree with its tables as well, every seal fits, and the record its history."""


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What a store held at one moment."""

    schema: SchemaVersion
    newest: int
    """The newest transaction; 0 when there is none."""
    seal: str | None
    """Its seal, and so the end of the chain."""
    origin: str | None
    """The seal of the first transaction: copies of one store share it, other stores do not."""
    written: datetime | None
    """When the newest transaction was written."""
    verification: Verification | None = None
    """What walking the chain found, where it was asked for."""

    @property
    def whole(self) -> bool:
        """Whether nothing speaks against its history."""
        return self.verification is None or self.verification.broken is None


@contextlib.contextmanager
def one_moment(connection: Connection) -> Iterator[None]:
    """Read inside of one moment, whoever writes meanwhile; nobody is kept from writing."""
    connection.execute("BEGIN")
    try:
        connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()
        yield
    finally:
        if connection.in_transaction:
            connection.execute("COMMIT")


@contextlib.contextmanager
def reading(path: Path) -> Iterator[Connection]:
    """A connection that leaves a store's file, and the folder around it, as they are.

    One with a write-ahead log beside it may be in use, and is read as such.
    """
    with translated(str(path)):
        connection = connect(path, writable=False, at_rest=log_of(path) is None)
        try:
            yield connection
        finally:
            connection.close()


def copy(source: Connection, place: str, target: Path, watch: Watch = unwatched) -> None:
    """Copy the store behind `source` (called `place`) into an empty file, down to the disk.

    Inside of `one_moment` the copy is of that moment; others may write meanwhile.
    """

    def told(_status: int, left: int, total: int) -> None:
        watch("copying", total - left, total)

    with translated(str(target)):
        writer = connect(target)
    try:
        # A copy cut short is thrown away: it needs no journal, and one fsync at the end.
        writer.execute("PRAGMA journal_mode = OFF")
        writer.execute("PRAGMA synchronous = OFF")
        source.backup(writer, pages=_STEP, progress=told)
    except Error as error:
        raise _blamed(error, place, str(target.parent)) from error
    finally:
        writer.close()
    sync_file(target)


def _blamed(error: Error, place: str, folder: str) -> StoreError:
    """The error of a copy, with the name of the side that it happened on."""
    of_the_copy = explain(error, folder)
    if isinstance(of_the_copy, StoreFull):
        return StoreFull(f"{folder} has no room for a copy of {place}; no copy was kept")
    if isinstance(of_the_copy, StoreReadOnly):
        return StoreReadOnly(f"{folder} cannot be written ({error}); no copy was kept")
    return explain(error, place)


def look(connection: Connection, place: str) -> Snapshot:
    """What the store behind a connection holds; `NotAStore` or `StoreTooNew` when it is none."""
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    if application != APPLICATION_ID:
        raise NotAStore(f"{place} is not a commitrack store")
    # A view in the place of a table could say anything, or never end.
    marks = ", ".join("?" * len(_ASKED))
    odd = connection.execute(
        f"SELECT name FROM sqlite_schema WHERE lower(name) IN ({marks}) "
        "AND NOT (type = 'table' AND rootpage > 0)",
        _ASKED,
    ).fetchone()
    if odd is not None:
        raise NotAStore(f"{place} is damaged ({odd[0]} is no table)")
    schema = SchemaVersion.read(int(connection.execute("PRAGMA user_version").fetchone()[0]))
    require_known(schema, place)
    first = connection.execute("SELECT hash FROM transactions ORDER BY id LIMIT 1").fetchone()
    last = connection.execute(
        "SELECT id, hash, at FROM transactions ORDER BY id DESC LIMIT 1"
    ).fetchone()
    if last is None:
        return Snapshot(schema, 0, None, None, None)
    return Snapshot(schema, last[0], last[1], first[0], _moment(last[2]))


def _moment(text: object) -> datetime | None:
    try:
        return datetime.fromisoformat(str(text))
    except ValueError:
        return None


def prove(path: Path, proof: Proof, watch: Watch = unwatched) -> Snapshot:
    """What a store at rest holds, once it has proved to be whole.

    Raises `NotAStore` for what is something else or damaged, and `StoreTooNew`. A chain that does
    not hold is no damage, and is told in `Snapshot.verification`.
    """
    with translated(str(path)), contextlib.closing(connect(path, at_rest=True)) as connection:
        found = look(connection, str(path))
        watch("proving the copy: its pages", 0, 0)
        require_whole(connection, str(path), indexes=proof is Proof.WHOLE)
    if proof is not Proof.WHOLE:
        return found
    try:
        with translated(str(path)), _of_today(path, found.schema) as connection:
            return replace(found, verification=seal.verify(connection, watch))
    except (AssertionError, AttributeError, LookupError, TypeError, ValueError):
        raise NotAStore(f"{path} holds what no commitrack ever wrote") from None


@contextlib.contextmanager
def _of_today(path: Path, schema: SchemaVersion) -> Iterator[Connection]:
    """A connection to a store at rest; to a copy that is brought up to date if it is an older one,
    since what its history must be is only known of this version.
    """
    if schema >= NEWEST:
        with contextlib.closing(connect(path, at_rest=True)) as connection:
            yield connection
        return
    with staged(path) as scratch:
        shutil.copyfile(path, scratch)
        with contextlib.closing(connect(scratch)) as connection:
            connection.execute("PRAGMA journal_mode = MEMORY")
            connection.execute("PRAGMA synchronous = OFF")
            upgrade(connection, str(path))
            yield connection


def upgrade(connection: Connection, place: str) -> None:
    """Bring a copy to today's schema; `NotAStore` when it is not what commitrack made."""
    from commitrack.store.database import ImmediateDatabase  # brings in sqlite-utils: only here
    from commitrack.store.migrating import apply_missing

    db = ImmediateDatabase(connection)
    try:
        with db.atomic():
            apply_missing(db)
    except (AssertionError, AttributeError, LookupError, TypeError, ValueError):
        raise NotAStore(f"{place} holds what no commitrack ever wrote") from None


def require_whole(connection: Connection, place: str, *, indexes: bool) -> None:
    """`NotAStore` unless every page is whole and, with `indexes`, agrees with the others."""
    faults = page_faults(connection, indexes=indexes, limit=1)
    if faults:
        raise NotAStore(f"{place} is damaged ({faults[0]})")


def page_faults(connection: Connection, *, indexes: bool, limit: int) -> tuple[str, ...]:
    """What SQLite's own check finds wrong, at most so many; with `indexes`, in them as well."""
    check = "integrity_check" if indexes else "quick_check"
    return _faults(connection, f"{check}({limit})")


def page_faults_but_of(connection: Connection, table: str) -> tuple[str, ...]:
    """What SQLite's own check finds wrong in all tables but one, and in their indexes' pages."""
    names = connection.execute(
        "SELECT name FROM sqlite_schema WHERE type = 'table' AND rootpage > 0 AND name <> ?",
        (table,),
    ).fetchall()
    quoted = [str(name).replace('"', '""') for (name,) in names]
    return tuple(
        fault for name in quoted for fault in _faults(connection, f'quick_check("{name}")')
    )


def _faults(connection: Connection, check: str) -> tuple[str, ...]:
    found = [str(row[0]) for row in connection.execute(f"PRAGMA {check}")]
    return () if found == ["ok"] else tuple(line for text in found for line in text.splitlines())
