"""A line on the terminal that says how far something long has come, and goes when it is done."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable

_OFTEN = 0.1
"""Seconds between two lines."""
_SOON = 0.5
"""Seconds in which whatever is done by then is done without one."""


class ProgressLine:
    """Written over itself on the error stream, only where that is a terminal."""

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self._next = clock() + _SOON
        self._shown = 0
        """Cells of the line that stands there."""

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        self._put("")

    def copied(self, done: int, total: int) -> None:
        """So many pages of a copy are written; when all are, the copy is proved."""
        if done >= total:
            if self._shown:
                self._put("copied; proving the copy …")
        elif self._clock() >= self._next:
            self._next = self._clock() + _OFTEN
            self._put(f"copying: {100 * done // total} %")

    def _put(self, words: str) -> None:
        if not sys.stderr.isatty() or not (words or self._shown):
            return
        sys.stderr.write(f"\r{words.ljust(self._shown)}" + ("" if words else "\r"))
        sys.stderr.flush()
        self._shown = len(words)
