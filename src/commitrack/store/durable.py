"""Files that are whole or not there: written under a name nobody looks for, then given their own.

A file is written as ``.NAME.PID-RANDOM.part`` in the folder it is meant for, forced to the disk,
given its name in one step, and the folder is forced to the disk too. Whoever dies on the way leaves
a ``.part`` behind, and never half a file under a name that counts.
"""

from __future__ import annotations

import contextlib
import errno
import os
import re
import secrets
import shutil
import stat
from collections.abc import Iterator
from pathlib import Path

_PART = re.compile(r"\.(?P<of>.+)\.(?P<maker>\d+)-[0-9a-f]{8}\.part(?:-wal|-shm|-journal)?")
_NO_LINKS = frozenset({errno.EPERM, errno.EOPNOTSUPP, errno.ENOSYS, errno.EMLINK, errno.EXDEV})
"""How a file system says that it cannot give one file two names."""


@contextlib.contextmanager
def staged(target: Path) -> Iterator[Path]:
    """An empty private file beside `target`, to be written and then put in its place.

    Whatever is left under that name at the end of the block is removed.
    """
    part = target.with_name(f".{target.name}.{os.getpid()}-{secrets.token_hex(4)}.part")
    os.close(os.open(part, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
    try:
        yield part
    finally:
        with contextlib.suppress(OSError):
            part.unlink(missing_ok=True)


def sync_file(path: Path) -> None:
    """Force a file to the disk."""
    _sync(path, os.O_RDWR)


def sync_folder(folder: Path) -> None:
    """Force the names in a folder to the disk."""
    with contextlib.suppress(PermissionError):  # one that may be entered and not listed
        _sync(folder, os.O_RDONLY)


def _sync(path: Path, flags: int) -> None:
    descriptor = os.open(path, flags)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def settle(part: Path, target: Path) -> None:
    """Give a written file its name; `FileExistsError` when something has it already."""
    try:
        os.link(part, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(target)) from None
        part.rename(target)
    else:
        part.unlink()
    sync_folder(target.parent)


def supplant(part: Path, target: Path) -> None:
    """Put a written file in the place of another, in one step."""
    part.replace(target)
    sync_folder(target.parent)


def keep_aside(path: Path, aside: Path) -> None:
    """Give what is in a file a second name, which keeps it when the first one goes.

    Where the file system knows no second names it is copied.
    """
    try:
        os.link(path, aside)
    except OSError as error:
        if error.errno not in _NO_LINKS:
            raise
        with staged(aside) as part:
            shutil.copyfile(path, part)
            sync_file(part)
            settle(part, aside)


def leftovers(folder: Path) -> tuple[tuple[Path, str], ...]:
    """What processes that are no more left behind while they wrote a file: its path, and the name
    that the file was to get. What a living process is writing is not counted.
    """
    try:
        entries = sorted(folder.iterdir())
    except OSError:
        return ()
    found = []
    for path in entries:
        match = _PART.fullmatch(path.name)
        if match is None or not stat.S_ISREG(path.lstat().st_mode):
            continue
        if not _is_alive(int(match["maker"])):
            found.append((path, _meant(match["of"])))
    return tuple(found)


def _meant(name: str) -> str:
    """The name a file was to get, also when it was a copy of one that had not got its own yet."""
    inner = _PART.fullmatch(name)
    return name if inner is None else _meant(inner["of"])


def _is_alive(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True
