"""What can be wrong around a store: who may read it, what lies beside it, the library under it."""

from __future__ import annotations

import stat
from collections.abc import Iterator
from pathlib import Path

from commitrack.store import engine
from commitrack.store.backups import folder_of, is_ours, listed
from commitrack.store.durable import leftovers
from commitrack.store.findings import MENDABLE, Finding, Level, Mend, either, some

_OTHERS = stat.S_IRWXO
_FIXED = ((3, 44, 6), (3, 50, 7), (3, 51, 3))
"""The first releases of their lines without SQLite's WAL-reset bug (sqlite.org/wal.html): when two
processes write and checkpoint at the same instant, a later transaction could, very rarely, be lost.
"""


def access(place: Path) -> Iterator[Finding]:
    """Whether anybody else can read the store, its side files or its backups, or put another in
    its place.
    """
    yield from either("access", _open_to_others(place), "nobody else can read it")


def _open_to_others(place: Path) -> Iterator[Finding]:
    exposed = [path for path in private_files(place) if _mode(path) & _OTHERS]
    if exposed:
        yield Finding(
            "access",
            Level.WRONG,
            f"everybody on this machine can get at {some(map(str, exposed))}",
            f"{MENDABLE} makes it private",
            Mend.ACCESS,
        )
    folder = place.parent
    mode = _mode(folder)
    if mode & stat.S_IWOTH and not mode & stat.S_ISVTX:
        yield Finding(
            "access",
            Level.WRONG,
            f"everybody on this machine can put another file in the place of the store: the folder "
            f"{folder} may be written by all",
            f"chmod o-w '{folder}'",
        )
    if _mode(place) & stat.S_IRWXG:
        yield Finding(
            "access",
            Level.ADVICE,
            f"the group {place.stat().st_gid} can get at {place}",
            f"chmod 600 '{place}' unless that is meant",
        )


def private_files(place: Path) -> Iterator[Path]:
    """The store, what SQLite keeps beside it, and its backups."""
    folder = folder_of(place)
    beside = [place.with_name(f"{place.name}-{name}") for name in ("wal", "shm")]
    kept = sorted(folder.iterdir()) if folder.is_dir() else []
    ours = [path for path in kept if is_ours(place, path.name.removesuffix("-wal"))]
    for path in (place, *beside, folder, *ours):
        if path.exists() and not path.is_symlink():
            yield path


def _mode(path: Path) -> int:
    return path.stat().st_mode


def library() -> Iterator[Finding]:
    """Whether SQLite itself has an error that is known to harm stores."""
    words = f"SQLite {'.'.join(map(str, engine.LIBRARY))}"
    if has_reset_bug(engine.LIBRARY):
        yield Finding(
            "sqlite",
            Level.ADVICE,
            f"{words} has the WAL-reset bug: when two processes write at the same instant, it can, "
            "very rarely, damage a store",
            "3.51.3 and newer have not: pip install 'commitrack[sqlite]'; back up meanwhile",
        )
    else:
        yield Finding("sqlite", Level.OK, words)


def has_reset_bug(version: tuple[int, ...]) -> bool:
    """Whether a version of SQLite comes before the fix, or before that of its own line."""
    return version < _FIXED[-1] and not any(
        fixed <= version and fixed[:2] == version[:2] for fixed in _FIXED
    )


def rubbish(place: Path) -> Iterator[Finding]:
    """What backups and restores left behind that were cut short."""
    found = forsaken(place)
    if found:
        yield Finding(
            "leftovers",
            Level.ADVICE,
            f"cut short, and of no use: {some(map(str, found))}",
            f"{MENDABLE} removes it",
            Mend.LEFTOVERS,
        )
    else:
        yield Finding("leftovers", Level.OK, "nothing lies about")


def forsaken(place: Path) -> tuple[Path, ...]:
    """The unfinished copies of this store whose makers are no more."""
    found = [path for path, of in leftovers(place.parent) if of == place.name]
    kept = leftovers(folder_of(place))
    return (*found, *(path for path, of in kept if is_ours(place, of.removesuffix("-wal"))))


def safety(place: Path, newest: int | None) -> Iterator[Finding]:
    """Whether there is a backup, and how far the store has gone on since."""
    found = listed(place)
    if not found:
        yield Finding(
            "backups",
            Level.ADVICE,
            f"there is none in {folder_of(place)}",
            "commitrack backup makes one",
        )
        return
    last = found[0]
    behind = 0 if newest is None else newest - last.snapshot.newest
    since = f", {behind} transaction{'' if behind == 1 else 's'} ago" if behind > 0 else ""
    made = last.at.strftime("%Y-%m-%d %H:%M UTC")
    yield Finding(
        "backups",
        Level.OK,
        f"{len(found)} beside the store; the newest, of {made}{since}: {last.path}",
    )
