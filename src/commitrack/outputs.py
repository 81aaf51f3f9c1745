"""Files that a command writes: whole or not at all, so that a failure leaves what was there."""

from __future__ import annotations

import contextlib
import errno
import os
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from commitrack.homes import at_home
from commitrack.model.errors import BadInput, CommitrackError, Refused, Unwritable

_DATABASE = b"SQLite format 3\0"
"""How a SQLite file begins: a store, a backup, or the work of another program."""
_BESIDE = ("-wal", "-shm", "-journal")
"""What the names of files that SQLite keeps beside a database end in."""
_FULL = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})
_SHUT = frozenset({errno.EACCES, errno.EPERM, errno.EROFS, errno.ETXTBSY})
_NO_PLACE = frozenset(
    {errno.ENOENT, errno.ENOTDIR, errno.EISDIR, errno.ENAMETOOLONG, errno.ELOOP, errno.EINVAL}
)
"""How the system says that there is no room, that it may not be, and that no file can be there."""


@contextlib.contextmanager
def written(path: Path, *, force: bool = False, private: bool = False) -> Iterator[TextIO]:
    """A file to write text into, which has its name only at the end, when all of it is there.

    A device is written to as it comes. With `private` nobody else can read a new file. Raises
    `Refused` for a file that is there already, unless `force`, and `BadInput` for a database
    whatever is said: nothing takes the place of a store. What cannot be written is `unwritten`.
    """
    with _opened(path, force=force, private=private) as file:
        yield file


def put_file(path: Path, content: bytes, *, force: bool = False) -> None:
    """Write a whole file as `written` does."""
    with _opened(path, force=force, private=False) as file:
        file.buffer.write(content)


def require_free(path: Path, *, force: bool) -> None:
    """Raise what `written` would raise for the name alone, before any work is done for it."""
    try:
        _target(path, force=force)
    except OSError as error:
        raise unwritten(str(path), error) from None


def unwritten(name: str, error: OSError) -> CommitrackError:
    """What an output that cannot be written is told as, by one rule for all of them.

    Where there is no room, or it may not be written, is `Unwritable`; a place that no file can have
    is `BadInput`; anything else, a disk that fails say, is a failure.
    """
    words = f"{name} cannot be written: {error.strerror or error}"
    if error.errno in _FULL or error.errno in _SHUT:
        return Unwritable(words)
    if error.errno in _NO_PLACE:
        return BadInput(words)
    return CommitrackError(words)


def is_taken(path: Path) -> bool:
    """Whether a file is there that would be replaced, as far as it can be told.

    Where it cannot, because the name is too long, say, or the folder not ours to look into, nothing
    can be written either; to write says why.
    """
    with contextlib.suppress(OSError, BadInput):
        return at_home(path).is_file()
    return False


def is_folder(path: Path) -> bool:
    """Whether a folder is there, as far as it can be told; see `is_taken`."""
    with contextlib.suppress(OSError):
        return path.is_dir()
    return False


@contextlib.contextmanager
def _opened(path: Path, *, force: bool, private: bool) -> Iterator[TextIOWrapper]:
    try:
        target = _target(path, force=force)
        if target.exists() and not target.is_file():
            with target.open("w", encoding="utf-8", newline="") as device:
                yield device
            return
        with _replacing(target, private=private, force=force) as fresh:
            yield fresh
    except FileExistsError:
        raise _taken(path) from None
    except OSError as error:
        raise unwritten(str(path), error) from None


def _target(path: Path, *, force: bool) -> Path:
    """Where a file of that name would lie; raises for what is known before it is written."""
    target = at_home(path).resolve()
    _require_no_database(path, target)
    if target.is_dir():
        raise BadInput(f"{path} is a folder: name a file in it")
    if target.is_file() and not force:
        raise _taken(path)
    if not target.parent.is_dir():
        raise BadInput(f"{path} cannot be written: there is no folder {target.parent}")
    return target


def _taken(path: Path) -> Refused:
    return Refused(f"{path} is there already: --force writes over it")


def _require_no_database(path: Path, target: Path) -> None:
    """Refuse what would be lost for good: a SQLite file, or what SQLite keeps beside one."""
    databases = [target]
    databases += [
        target.with_name(target.name.removesuffix(end))
        for end in _BESIDE
        if target.name.endswith(end) and target.name != end
    ]
    if any(map(_is_database, databases)):
        raise BadInput(f"{path} is a database, such as the store itself: name another file")


def _is_database(target: Path) -> bool:
    try:
        if not target.is_file():
            return False
        with target.open("rb") as file:
            return file.read(len(_DATABASE)) == _DATABASE
    except OSError:
        return False  # to write says what is wrong


@contextlib.contextmanager
def _replacing(target: Path, *, private: bool, force: bool) -> Iterator[TextIOWrapper]:
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    mode = 0o600 if private else 0o666
    try:
        descriptor = os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, mode)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if not force:
            _name(fresh, target)
        else:
            if target.exists():
                fresh.chmod(target.stat().st_mode)
            fresh.replace(target)
        _force_names(target.parent)
    finally:
        fresh.unlink(missing_ok=True)


def _name(fresh: Path, target: Path) -> None:
    """Give a file its name, unless another program has given it to one of its own meanwhile."""
    try:
        os.link(fresh, target)
    except FileExistsError:
        raise
    except OSError:  # a file system that gives no file two names
        if os.path.lexists(target):
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST)) from None
        fresh.replace(target)


def _force_names(folder: Path) -> None:
    """Force the names in a folder to the disk: what was reported as written outlives a power cut.

    Not every file system can, and a folder that may be written need not be one that may be read.
    """
    with contextlib.suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
