"""Whether the file that is open is still the one that lies at its place.

SQLite goes on with the file it has opened, wherever that is by now. What is written into a file
that was deleted, or that another has taken the name of, seems to be on record and is gone with the
program; so is what goes into a write-ahead log that somebody has deleted. So each write looks,
before it is kept and once more after it, whether the names still lead to the same files.
"""

from __future__ import annotations

import os
from pathlib import Path

from commitrack.model.errors import StoreMoved, StoreReadOnly

_BESIDE = ("-wal", "-shm")
"""What SQLite keeps beside a database and holds open as long as that: its log and its index."""

Identity = tuple[int, int]
"""A file system and the number of a file in it."""


class Mooring:
    """What the names of a store and of its side files led to when it was opened."""

    def __init__(self, path: Path, file: Identity) -> None:
        """`file` is what was opened; it has been read from, so that its side files are there."""
        self._path = path
        self._name = str(path)  # a path makes it anew each time, and every write asks three times
        self._file = file
        self._files = {f"{path}{name}": _seen(f"{path}{name}") for name in _BESIDE}

    def adrift(self) -> StoreMoved | None:
        """What has become of the store; None while it is where it was."""
        now = _seen(self._name)
        if now is None:
            return StoreMoved(
                f"{self._path} is gone, deleted or moved while it was open: nothing is written "
                "until it is back"
            )
        if now != self._file:
            return StoreMoved(
                f"{self._path} is another file now, put there while the store was open: nothing "
                "is written to it until it is opened anew"
            )
        for beside, before in self._files.items():
            if before is not None and _seen(beside) != before:
                return StoreMoved(
                    f"{beside} belongs to the store and was deleted or replaced while it was open: "
                    "nothing is written until every program that has it open was ended"
                )
        return None

    def hold(self) -> None:
        """Raise `StoreMoved` when the store is not where it was."""
        adrift = self.adrift()
        if adrift is not None:
            raise adrift

    def require_writable(self) -> None:
        """Raise `StoreMoved`, or `StoreReadOnly` for what was made read-only since it was opened.

        SQLite asks only when it opens a file, and would write on.
        """
        self.hold()
        for path, what in ((self._path, "it"), (self._path.parent, "its folder")):
            if not os.access(path, os.W_OK):
                raise StoreReadOnly(
                    f"{self._path} is read-only, since {what} may not be written any more: "
                    f"nothing is written until that is undone (chmod u+w '{path}')"
                )

    def require_kept(self) -> None:
        """Raise `StoreMoved` when the store has gone in the very moment in which it was written."""
        if self.adrift() is not None:
            raise StoreMoved(
                f"{self._path} was deleted, moved or replaced in the moment of writing: whether "
                "the change is on record shows when it is opened again"
            )


def may_write(path: Path) -> bool:
    """Whether a store at this place may be written: its file, and the folder for what is beside."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def identity(path: Path | str) -> Identity:
    """Which file a name leads to; `OSError` where there is none, or none that may be looked at."""
    found = os.stat(path)  # noqa: PTH116 (a path object costs as much as the question)
    return found.st_dev, found.st_ino


def _seen(path: str) -> Identity | None:
    try:
        return identity(path)
    except OSError:
        return None
