"""Putting a backup in the place of a store: whoever dies on the way leaves the one or the other.

The backup is copied beside the store and proved there, before anything else happens; what is proved
is what is used. Then there are two ways:

- A store that SQLite can still open is written over through SQLite itself, page by page in one
  transaction: whoever has it open goes on and sees the other record from the next look on. It has
  been backed up before, and nothing was written to it in between, or the whole is begun again.
- One that is damaged too badly for that, or has pages of another size, is put aside with its
  write-ahead log, and the copy takes its name. Nobody may have it open then. The old log must be
  gone before the new file comes, or SQLite would write it into that.
"""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import partial
from pathlib import Path

from commitrack.homes import at_home
from commitrack.model.errors import (
    BadInput,
    Conflict,
    NotAStore,
    NotFound,
    Refused,
    StoreFull,
    StoreLocked,
    StoreReadOnly,
    StoreTooNew,
)
from commitrack.store import engine
from commitrack.store.backups import BEFORE_RESTORE, place_for, unwritable
from commitrack.store.durable import keep_aside, settle, staged, supplant, sync_file, sync_folder
from commitrack.store.engine import Connection, connect, log_of, set_pragmas, translated
from commitrack.store.findings import some
from commitrack.store.genuine import Fault, differences
from commitrack.store.holding import nobody_else
from commitrack.store.opening import as_it_is
from commitrack.store.snapshots import (
    Proof,
    Snapshot,
    copy,
    look,
    one_moment,
    page_faults,
    prove,
    reading,
    require_whole,
    upgrade,
)
from commitrack.store.version import NEWEST

_STEP = 16
"""Pages written between two looks. A store has more, so that the first look is not the last."""
_ATTEMPTS = 5
_HELD = (5, 6)
"""What a step of SQLite's backup says while another has the lock: SQLITE_BUSY, SQLITE_LOCKED."""
_WHAT = BEFORE_RESTORE


@dataclass(frozen=True, slots=True)
class Restored:
    """What a restore did, or would do."""

    place: Path
    snapshot: Snapshot
    """What the store holds now."""
    aside: Path | None
    """Where the store that was there lies now; None when there was none."""
    damaged: bool
    """Whether that one was damaged: it lies there as it was, and is no backup."""


class _MovedOn(Exception):
    """Somebody wrote to the store after it was saved."""


def restore(backup: Path, place: Path, *, anyway: bool = False, keep: bool = True) -> Restored:
    """Put a backup in the place of the store; the store that was there is kept beside it.

    With `keep` false nothing is changed, and what is told is what would be. `anyway` takes a backup
    of another store, and one whose own history does not hold.

    Raises `NotFound`, `NotAStore` or `StoreTooNew` for what is no backup, `Refused` for what needs
    `anyway`, `NotAStore` for a place where another program's database lies, `StoreLocked` when
    others do not let go, `StoreFull` and `StoreReadOnly`. The store is then what it was.
    """
    backup, place = at_home(backup), at_home(place).resolve()
    _require_two(backup, place)
    if keep:
        _make_folder(place.parent)
    try:
        with staged(place if keep else _nearest(place)) as part:
            found = _stage(backup, part)
            _require_shape(backup, part, found, anyway=anyway)
            _require_meant(backup, place, found, anyway=anyway)
            if not keep:
                there = os.path.lexists(place)
                return Restored(place, found, None, damaged=there and _damaged(place))
            aside, damaged = _put(part, place)
    except OSError as error:
        raise unwritable(place.parent, error) from None
    return Restored(place, found, aside, damaged)


def _require_two(backup: Path, place: Path) -> None:
    try:
        same = backup.resolve() == place or backup.samefile(place)
    except OSError:
        same = False
    if not os.path.lexists(backup):
        raise NotFound(f"there is no backup at {backup} (commitrack backup --list shows yours)")
    if same:
        raise BadInput(f"{backup} is the store itself, not a backup of it")
    if backup.is_dir():
        raise BadInput(f"{backup} is a folder: name the backup in it")
    if not backup.is_file():
        raise NotAStore(f"{backup} is not a regular file")
    if not os.access(backup, os.R_OK):
        raise StoreReadOnly(f"{backup} may not be read by you")


def _make_folder(folder: Path) -> None:
    try:
        folder.mkdir(parents=True, mode=0o700, exist_ok=True)
    except OSError as error:
        raise StoreReadOnly(f"{folder} cannot be made ({error.strerror or error})") from None


def _nearest(place: Path) -> Path:
    """The file by that name in the nearest folder that there is."""
    return next(folder for folder in place.parents if folder.is_dir()) / place.name


def _stage(backup: Path, part: Path) -> Snapshot:
    """Copy the backup beside the store, its log included, and prove the copy.

    One of an older version is brought up to date there: whoever has the store open is of this one.
    """
    before = _state(backup)
    with reading(backup) as source:
        found = look(source, str(backup))
        with one_moment(source):
            copy(source, str(backup), part)
    if _state(backup) != before:
        raise Conflict(f"{backup} was written to while it was read; try again")
    try:
        _bring_up_to_date(part, found)
        return prove(part, Proof.WHOLE)
    except NotAStore as error:
        raise NotAStore(str(error).replace(str(part), str(backup))) from None


def _state(path: Path) -> tuple[int, int, int]:
    found = path.stat()
    return found.st_ino, found.st_size, found.st_mtime_ns


def _bring_up_to_date(part: Path, found: Snapshot) -> None:
    """Let the copy keep a write-ahead log, as every store does, and have today's schema."""
    with translated(str(part)), contextlib.closing(connect(part)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        if found.schema < NEWEST:
            require_whole(connection, str(part), indexes=True)
            upgrade(connection, str(part))
    sync_file(part)


_AMISS = (Fault.MISSING, Fault.CHANGED)


def _require_shape(backup: Path, part: Path, found: Snapshot, *, anyway: bool) -> None:
    """Refuse a backup whose schema is not commitrack's: it would write what nobody asked for."""
    if found.schema != NEWEST:
        return
    with reading(part) as connection:
        odd = differences(connection)
    tables = [one.name for one in odd if one.kind == "table" and one.fault in _AMISS]
    if tables:
        raise NotAStore(f"{backup} is damaged (of its schema, {some(tables)} is not as it must be)")
    triggers = [one.name for one in odd if one.kind == "trigger"]
    if triggers and not anyway:
        raise Refused(
            f"{backup} has triggers that are not those of commitrack ({some(triggers)}); --anyway "
            "restores it all the same, and commitrack doctor --fix mends them then"
        )


def _require_meant(backup: Path, place: Path, found: Snapshot, *, anyway: bool) -> None:
    """Refuse what is probably a mistake: an altered history, or the backup of another store."""
    if anyway:
        return
    if found.verification is not None and found.verification.broken is not None:
        raise Refused(
            f"the history in {backup} was altered ({found.verification.detail}); --anyway "
            "restores it all the same"
        )
    with contextlib.suppress(NotFound, NotAStore, StoreTooNew), as_it_is(place) as connection:
        origin = look(connection, str(place)).origin
        if None not in (origin, found.origin) and origin != found.origin:
            raise Refused(
                f"{backup} is no backup of {place}, but of another store; --anyway restores it "
                "all the same"
            )


def _damaged(path: Path) -> bool:
    """Whether a database at rest is damaged."""
    try:
        with reading(path) as connection:
            return bool(page_faults(connection, indexes=False, limit=1))
    except NotAStore:
        return True


def _put(part: Path, place: Path) -> tuple[Path | None, bool]:
    """Let the proved copy take the place of what is there; where that lies now, if damaged."""
    if not os.path.lexists(place):
        _begin(part, place)
        return None, False
    if not place.stat().st_size:
        # SQLite would drop the log of an empty file, and that is all that is left of the store.
        return _swap(part, place), True
    _require_not_another_programs(place)
    try:
        if _page_size(part) != _page_size(place):
            return _swap(part, place), False  # SQLite cannot write one over the other
        return _write_over(part, place)
    except NotAStore:
        return _swap(part, place), True


def _page_size(path: Path) -> int:
    with reading(path) as connection:
        return int(connection.execute("PRAGMA page_size").fetchone()[0])


def _require_not_another_programs(place: Path) -> None:
    """Refuse to replace a database of another program: the place is a mistake then."""
    try:
        with translated(str(place)), contextlib.closing(connect(place)) as connection:
            application, tables = connection.execute(
                "SELECT application_id, (SELECT count(*) FROM sqlite_schema) "
                "FROM pragma_application_id"
            ).fetchone()
    except NotAStore:
        return  # too damaged to say whose it is
    if application != engine.APPLICATION_ID and (application or tables):
        raise NotAStore(
            f"{place} is a SQLite database, but not a commitrack store: it is not written over"
        )


def _begin(part: Path, place: Path) -> None:
    """Put a store where none is. A log without its store is put aside: it is not of this one."""
    log = log_of(place)
    if log is not None:
        aside = place_for(place, datetime.now(UTC), _WHAT)
        keep_aside(log, aside.with_name(f"{aside.name}-wal"))
        sync_folder(aside.parent)
    _drop_side_files(place)
    try:
        settle(part, place)
    except FileExistsError:
        raise Conflict(f"a store has appeared at {place} meanwhile; try again") from None


def _drop_side_files(place: Path) -> None:
    for name in ("wal", "shm", "journal"):
        place.with_name(f"{place.name}-{name}").unlink(missing_ok=True)
    sync_folder(place.parent)


def _write_over(part: Path, place: Path) -> tuple[Path, bool]:
    """Save the store and write over it, as one transaction that others wait for.

    Raises `NotAStore` for one that SQLite cannot open, before anything was changed.
    """
    for _ in range(_ATTEMPTS):
        with _opened(place) as reader:
            before = _changes(reader)
            aside, damaged = _save(reader, place)
            try:
                _copy_over(part, place, partial(_unmoved, reader, before))
            except _MovedOn:
                aside.unlink()  # it lacks what was written since, and so is worth nothing
                continue
            except (StoreFull, StoreLocked):
                aside.unlink()
                raise
            return aside, damaged
    raise StoreLocked(f"{place} is written to all the time by other processes; try again later")


def _unmoved(connection: Connection, before: int) -> bool:
    return _changes(connection) == before


@contextlib.contextmanager
def _opened(place: Path) -> Iterator[Connection]:
    with translated(str(place)), contextlib.closing(connect(place)) as connection:
        set_pragmas(connection)
        yield connection


def _changes(connection: Connection) -> int:
    """A number that is another one once anybody else has committed."""
    return int(connection.execute("PRAGMA data_version").fetchone()[0])


def _save(reader: Connection, place: Path) -> tuple[Path, bool]:
    """Keep the store as it is: a copy of every page, and whether one of them is damaged."""
    aside = place_for(place, datetime.now(UTC), _WHAT)
    with staged(aside) as part:
        with one_moment(reader):
            copy(reader, str(place), part)
        damaged = _damaged(part)
        settle(part, aside)
    return aside, damaged


def _copy_over(part: Path, place: Path, unmoved: Callable[[], bool]) -> None:
    """Write every page of a copy over a store, in one transaction of SQLite's.

    Once it holds the lock, and before it ends, it asks whether the store is still what was saved.
    """
    deadline = time.monotonic() + engine.PATIENCE
    asked = False

    def watch(status: int, *_: int) -> None:
        nonlocal asked
        if status in _HELD:
            if time.monotonic() >= deadline:
                raise StoreLocked(
                    f"{place} is locked by another process that is writing; try again in a moment"
                )
        elif not asked:
            if not unmoved():
                raise _MovedOn
            asked = True

    with (
        contextlib.closing(connect(part, at_rest=True)) as source,
        _opened(place) as writer,
        one_moment(source),
    ):
        source.backup(writer, pages=_STEP, progress=watch, sleep=0.02)
        with contextlib.suppress(engine.Error):  # somebody reads still: it is written back later
            writer.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()


def _swap(part: Path, place: Path) -> Path:
    """Put a store aside that cannot be opened, and the copy in its place; where it lies now."""
    with nobody_else(place):
        aside = place_for(place, datetime.now(UTC), _WHAT)
        keep_aside(place, aside)
        log = log_of(place)
        if log is not None:
            keep_aside(log, aside.with_name(f"{aside.name}-wal"))
        sync_folder(aside.parent)
        _like(place, part)
        _drop_side_files(place)
        supplant(part, place)
    return aside


def _like(place: Path, part: Path) -> None:
    """Let those read and write the new file who could the old one."""
    old = place.stat()
    with contextlib.suppress(PermissionError):
        os.chown(part, -1, old.st_gid)
        part.chmod(old.st_mode & 0o770)
