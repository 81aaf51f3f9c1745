"""Files that a command writes: whole or not at all, so that a failure leaves what was there."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from io import TextIOWrapper
from pathlib import Path
from typing import TextIO

from commitrack.homes import at_home
from commitrack.model.errors import BadInput, CommitrackError, Refused

_DATABASE = b"SQLite format 3\0"
"""How a SQLite file begins: a store, a backup, or the work of another program."""
_BESIDE = ("-wal", "-shm", "-journal")
"""What the names of files that SQLite keeps beside a database end in."""


@contextlib.contextmanager
def written(path: Path, *, private: bool = False) -> Iterator[TextIO]:
    """A file to write text into, which takes the place of what was there at the end.

    A device is written to as it comes. With `private` nobody else can read a new file. `BadInput`
    for a database: nothing takes the place of a store.
    """
    try:
        target = at_home(path).resolve()
        _require_no_database(path, target)
        if target.exists() and not target.is_file():
            with target.open("w", encoding="utf-8", newline="") as device:
                yield device
            return
        with _replacing(target, private=private) as fresh:
            yield fresh
    except OSError as error:
        raise CommitrackError(f"{path} cannot be written: {error.strerror or error}") from None


def is_taken(path: Path) -> bool:
    """Whether something is there already, as far as it can be told.

    Where it cannot, because the name is too long, say, or the folder not ours to look into, nothing
    can be written either; to write says why.
    """
    with contextlib.suppress(OSError):
        return path.exists()
    return False


def is_folder(path: Path) -> bool:
    """Whether a folder is there, as far as it can be told; see `is_taken`."""
    with contextlib.suppress(OSError):
        return path.is_dir()
    return False


def put_file(path: Path, content: bytes, *, force: bool) -> None:
    """Write a whole file, or leave what was there; a device is written to as it comes.

    Raises `Refused` for a file that is there already, unless `force`, and `BadInput` for a database
    whatever is said: nothing takes the place of a store.
    """
    try:
        target = at_home(path).resolve()
        _require_no_database(path, target)
        if target.exists() and not target.is_file():
            with target.open("wb") as device:
                device.write(content)
            return
        if target.exists() and not force:
            raise Refused(f"{path} is there already: --force writes over it")
        with _replacing(target, private=False) as fresh:
            fresh.buffer.write(content)
    except OSError as error:
        raise CommitrackError(f"{path} cannot be written: {error.strerror or error}") from None


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
def _replacing(target: Path, *, private: bool) -> Iterator[TextIOWrapper]:
    fresh = target.with_name(f".{target.name}.{os.getpid()}")
    mode = 0o600 if private else 0o666
    try:
        descriptor = os.open(fresh, os.O_CREAT | os.O_TRUNC | os.O_WRONLY, mode)
        with os.fdopen(descriptor, "w", encoding="utf-8", newline="") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            fresh.chmod(target.stat().st_mode)
        fresh.replace(target)
        _force_names(target.parent)
    finally:
        fresh.unlink(missing_ok=True)


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
