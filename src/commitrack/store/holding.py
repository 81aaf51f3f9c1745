"""Making sure that nobody has a database open without opening it: it may be too damaged."""

from __future__ import annotations

import contextlib
import fcntl
import os
from collections.abc import Iterator
from pathlib import Path

from commitrack.model.errors import StoreLocked

_FIRST_BYTE = 0x40000000
_BYTES = 512
"""Where SQLite sets its locks on a database file (file format, "the lock-byte page"): whoever has a
store open as a write-ahead-log database holds a shared lock there until it closes it.
"""


@contextlib.contextmanager
def nobody_else(path: Path) -> Iterator[None]:
    """Hold every lock that SQLite knows on a file; `StoreLocked` when another process holds one.

    Who opens the file inside of the block waits. A process loses its locks on a file when it
    closes any descriptor of it, so this one must not have the store open itself.
    """
    descriptor = os.open(path, os.O_RDWR)
    try:
        try:
            fcntl.lockf(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB, _BYTES, _FIRST_BYTE)
        except OSError:
            raise StoreLocked(
                f"{path} must be replaced as a whole, and another program still has it open; close "
                "that one (the terminal UI, say) and try again"
            ) from None
        yield
    finally:
        os.close(descriptor)
