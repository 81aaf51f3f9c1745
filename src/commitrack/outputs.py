"""Files that a command writes: whole or not at all, so that a failure leaves what was there."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TextIO

from commitrack.model.errors import CommitrackError


@contextlib.contextmanager
def written(path: Path, *, private: bool = False) -> Iterator[TextIO]:
    """A file to write text into, which takes the place of what was there at the end.

    A device is written to as it comes. With `private` nobody else can read a new file.
    """
    try:
        target = path.expanduser().resolve()
        if target.exists() and not target.is_file():
            with target.open("w", encoding="utf-8", newline="") as device:
                yield device
            return
        with _replacing(target, private=private) as fresh:
            yield fresh
    except OSError as error:
        raise CommitrackError(f"{path} cannot be written: {error.strerror or error}") from None


@contextlib.contextmanager
def _replacing(target: Path, *, private: bool) -> Iterator[TextIO]:
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
    finally:
        fresh.unlink(missing_ok=True)
