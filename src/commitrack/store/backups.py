"""Backups of a store: made beside it or where one says, proved before they get their name.

A backup is a whole store in one file of its own, 0600. Those that nobody gave a name to lie in a
folder beside the store, ``record.db.backups``, and are called after the moment they were made;
those that commitrack makes by itself say before what.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import stat
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from commitrack.homes import at_home
from commitrack.model.errors import (
    BadInput,
    CommitrackError,
    Conflict,
    NotAStore,
    StoreError,
    StoreFull,
    StoreReadOnly,
)
from commitrack.store import seal
from commitrack.store.durable import leftovers, settle, staged, sync_folder
from commitrack.store.engine import Connection, translated
from commitrack.store.opening import as_it_is
from commitrack.store.snapshots import (
    Proof,
    Snapshot,
    copy,
    look,
    one_moment,
    prove,
    reading,
)
from commitrack.store.watching import Watch, unwatched

BEFORE_RESTORE = "restore"
"""What stands in the name of a store that a restore put aside."""
_STAMP = "%Y-%m-%dT%H%M%SZ"
_NAME = (
    r"\.(?P<stamp>\d{4}-\d\d-\d\dT\d{6}Z)(?:\.before-(?P<before>[a-z0-9.-]+))?"
    r"(?:_(?P<nth>\d+))?\.db"
)


@dataclass(frozen=True, slots=True)
class Backup:
    """One backup of a store, as it lies in its folder."""

    path: Path
    at: datetime
    """When it was made, by its name."""
    before: str | None
    """What commitrack was about to do when it made it by itself; None when it was asked to."""
    size: int
    snapshot: Snapshot
    nth: int = 1
    """Which one of the same second it is."""


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that was made just now, and the older ones that made way for it."""

    path: Path
    size: int
    snapshot: Snapshot
    removed: tuple[Path, ...] = ()


def folder_of(place: Path) -> Path:
    """The folder beside a store where its backups lie."""
    return place.with_name(f"{place.name}.backups")


def back_up(
    place: Path,
    where: Path | None,
    at: datetime,
    *,
    keep: int | None = None,
    watch: Watch = unwatched,
) -> Made:
    """Back the store up while others may write, and prove the copy before it gets its name.

    `where` is a folder, or the new file itself; None: the store's own folder of backups. With
    `keep`, so many of the store's backups in that folder stay, this one among them. When the
    store's own chain does not hold, the copy is kept all the same (it is evidence) and nothing
    older makes way for it: see `Snapshot.verification`.

    Raises `Conflict` for a name that is taken, `NotAStore` for a store that is damaged, of which a
    copy would be no backup, `StoreFull` and `StoreReadOnly` for where the backup was to lie.
    """
    place = at_home(place).resolve()
    with as_it_is(place) as connection:
        folder, name = _destination(place, where)
        if keep is not None and name is not None:
            raise BadInput(f"only backups in a folder are counted, and {where} names a file")
        _clear(folder, place, name)
        target = folder / name if name else _free(folder, place, at)
        made = _make(connection, place, target, Proof.WHOLE, watch)
    if keep is not None and made.snapshot.whole:
        removed = tuple(_prune(place, made, keep))
        return Made(made.path, made.size, made.snapshot, removed)
    return made


def back_up_before(place: Path, what: str) -> Path:
    """Back a store up before something that could not be taken back; the backup's path.

    That is a change of the schema, and whatever takes rows off the record or puts another file in
    its place; an undo does neither. `what` becomes part of the name: small letters, figures, dots
    and hyphens. A backup of the very same state, made before the same thing, is used again.
    """
    place = at_home(place).resolve()
    with as_it_is(place) as connection:
        now = look(connection, str(place))
        for one in listed(place):
            if one.before == what and _same(one.snapshot, now):
                with contextlib.suppress(StoreError):
                    prove(one.path, Proof.PAGES)
                    return one.path
        target = place_for(place, datetime.now(UTC), what)
        return _make(connection, place, target, Proof.PAGES).path


def place_for(place: Path, at: datetime, before: str) -> Path:
    """Where a backup would lie that commitrack makes by itself; the folder is there then."""
    folder = _own_folder(place)
    _clear(folder, place)
    return _free(folder, place, at, before)


def _same(one: Snapshot, other: Snapshot) -> bool:
    """Whether two copies hold the same record: the chain's end stands for all before it."""
    return one.seal is not None and (one.schema, one.newest, one.seal) == (
        *(other.schema, other.newest),
        other.seal,
    )


def listed(place: Path, folder: Path | None = None) -> tuple[Backup, ...]:
    """The backups of this store in a folder (None: its own), the newest first.

    A file counts only if it has the name of one and is a copy of this very store; in the store's
    own folder also when the store itself can no longer be read.
    """
    place = at_home(place).resolve()
    where = folder_of(place) if folder is None else folder
    origin = _origin(place)
    found = [
        one
        for one in _all(place, where)
        if one.snapshot.origin == origin or (origin is None and folder is None)
    ]
    return tuple(sorted(found, key=lambda one: (one.at, one.nth), reverse=True))


def fallback(place: Path) -> Backup | None:
    """The backup to go back to when a store is damaged: the newest of its own folder.

    What a restore put aside comes last: whoever restored did not want it any more.
    """
    found = listed(place)
    wanted = (one for one in found if one.before != BEFORE_RESTORE)
    return next(wanted, found[0] if found else None)


def _origin(place: Path) -> str | None:
    try:
        with as_it_is(place) as connection:
            return look(connection, str(place)).origin
    except CommitrackError:
        return None


def _all(place: Path, folder: Path) -> Iterator[Backup]:
    """Every file in a folder that has the name of a backup of this store, and is a store."""
    pattern = _pattern(place)
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return
    for path in entries:
        match = pattern.fullmatch(path.name)
        if match is None or not stat.S_ISREG(path.lstat().st_mode):
            continue
        with contextlib.suppress(StoreError), reading(path) as connection:
            at = datetime.strptime(match["stamp"], _STAMP).replace(tzinfo=UTC)
            snapshot = look(connection, str(path))
            size, nth = path.stat().st_size, int(match["nth"] or 1)
            yield Backup(path, at, match["before"], size, snapshot, nth)


def _prune(place: Path, made: Made, keep: int) -> Iterator[Path]:
    """Remove the oldest backups that were asked for, so that `keep` stay; the new one always does.

    By the name and by what is inside, never by the name alone. A store in which nothing was ever
    written cannot be told from another one, and then nothing is removed.
    """
    if made.snapshot.origin is None:
        return
    asked_for = [
        one
        for one in listed(place, made.path.parent)
        if one.before is None and one.path != made.path
    ]
    for one in asked_for[keep - 1 :]:
        try:
            for name in ("", "-wal", "-shm"):
                one.path.with_name(f"{one.path.name}{name}").unlink(missing_ok=True)
        except OSError as error:
            raise StoreReadOnly(
                f"{one.path} cannot be removed ({error.strerror or error}); the new backup "
                f"{made.path} stands"
            ) from None
        yield one.path
    sync_folder(made.path.parent)


def _destination(place: Path, where: Path | None) -> tuple[Path, str | None]:
    """The folder a backup goes to, and its name if it was given one."""
    if where is None:
        return _own_folder(place), None
    where = at_home(where).absolute()
    if where.is_dir():
        return where, None
    if not where.parent.is_dir():
        raise BadInput(f"{where.parent} is no folder: a backup needs one that is there")
    if os.path.lexists(where):
        raise Conflict(f"{where} exists already: a backup never overwrites")
    return where.parent, where.name


def _own_folder(place: Path) -> Path:
    """The store's folder of backups, made if it is not there; whose group may use the store may
    use it too. In somebody else's nothing is put.
    """
    folder = folder_of(place)
    store = place.stat() if place.exists() else None
    try:
        folder.mkdir(mode=0o700)
        if store is not None and store.st_mode & stat.S_IWGRP:
            with contextlib.suppress(PermissionError):
                os.chown(folder, -1, store.st_gid)
                folder.chmod(0o770)
        sync_folder(folder.parent)
    except FileExistsError:
        _require_trusted(folder, {0, os.geteuid()} | ({store.st_uid} if store else set()))
    except OSError as error:
        raise StoreReadOnly(
            f"{folder}, for the backups, cannot be made ({error.strerror or error})"
        ) from None
    return folder


def _require_trusted(folder: Path, trusted: set[int]) -> None:
    if not folder.is_dir():
        raise StoreReadOnly(f"{folder}, for the backups, is in the way: it is no folder")
    if folder.lstat().st_uid not in trusted or folder.stat().st_uid not in trusted:
        raise StoreReadOnly(
            f"{folder}, for the backups, belongs to another user, who could change them: remove it"
        )


def _clear(folder: Path, place: Path, *names: str | None) -> None:
    """Make room: what backups of this store left behind that were cut short is of no use."""
    for path, of in leftovers(folder):
        if of in names or is_ours(place, of):
            with contextlib.suppress(OSError):
                path.unlink()


def is_ours(place: Path, name: str) -> bool:
    """Whether a file has the name of a backup of this store."""
    return _pattern(place).fullmatch(name) is not None


def _pattern(place: Path) -> re.Pattern[str]:
    return re.compile(re.escape(place.stem) + _NAME)


def _free(folder: Path, place: Path, at: datetime, before: str | None = None) -> Path:
    """A name that is free, after the moment and what the backup is made before.

    Of several of the same second the later one has the greater number, whatever was removed.
    """
    stamp = at.astimezone(UTC).strftime(_STAMP)
    try:
        names = [path.name.removesuffix("-wal") for path in folder.iterdir()]
    except OSError as error:
        raise unwritable(folder, error) from None
    matches = map(_pattern(place).fullmatch, names)
    nth = 1 + max((int(m["nth"] or 1) for m in matches if m and m["stamp"] == stamp), default=0)
    name = f"{place.stem}.{stamp}"
    if before is not None:
        name += f".before-{before}"
    return folder / (f"{name}.db" if nth == 1 else f"{name}_{nth}.db")


def _make(
    connection: Connection, place: Path, target: Path, proof: Proof, watch: Watch = unwatched
) -> Made:
    try:
        with staged(target) as part:
            snapshot = save(connection, place, part, proof, watch)
            size = part.stat().st_size
            settle(part, target)
    except FileExistsError:
        raise Conflict(f"{target} exists already: a backup never overwrites") from None
    except OSError as error:
        raise unwritable(target.parent, error) from None
    return Made(target, size, snapshot)


def unwritable(folder: Path, error: OSError) -> StoreError:
    """The error for a folder in which a copy cannot be put."""
    words = error.strerror or str(error)
    if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
        return StoreFull(f"{folder} has no room for a copy of the store ({words})")
    return StoreReadOnly(f"{folder} cannot be written ({words})")


def save(
    connection: Connection, place: Path, part: Path, proof: Proof, watch: Watch = unwatched
) -> Snapshot:
    """Copy the store as it is at this moment into an empty file, and prove the copy."""
    with translated(str(place)), one_moment(connection):
        now = look(connection, str(place))
        copy(connection, str(place), part, watch)
    try:
        found = prove(part, proof, watch)
    except NotAStore as error:
        words = str(error).replace(str(part), "its copy")
        raise NotAStore(
            f"{place} is damaged: {words}; commitrack doctor tells more", str(place)
        ) from None
    if (found.newest, found.seal) != (now.newest, now.seal):
        raise StoreError(f"the copy of {place} does not end where the store does")
    if not found.whole:
        _require_as_broken(connection, place, found)
    return found


def _require_as_broken(connection: Connection, place: Path, copied: Snapshot) -> None:
    """`StoreError` when the chain is broken in a copy and not, or elsewhere, in the store."""
    with translated(str(place)), one_moment(connection):
        broken = seal.verify(connection).broken
    if copied.verification is None or copied.verification.broken != broken:
        raise StoreError(f"the copy of {place} does not read back as it was written")
