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

    def __init__(
        self, clock: Callable[[], float] = time.monotonic, *, at_once: bool = False
    ) -> None:
        """With `at_once` it is known beforehand that it takes long."""
        self._clock = clock
        self._next = clock() + (0 if at_once else _SOON)
        self._at_once = at_once
        self._what = ""
        self._shown = 0
        """Cells of the line that stands there."""

    def __enter__(self) -> ProgressLine:
        return self

    def __exit__(self, *_: object) -> None:
        self._put("")

    def told(self, what: str, done: int, total: int) -> None:
        """So much is done of something, and of how much; of 0 when nobody can say."""
        begun, self._what = what != self._what, what
        if total and self._clock() >= self._next:
            self._next = self._clock() + _OFTEN
            self._put(f"{what}: {100 * done // total} %")
        elif begun and not total and (self._shown or self._at_once):
            self._put(f"{what} …")

    def _put(self, words: str) -> None:
        if not sys.stderr.isatty() or not (words or self._shown):
            return
        sys.stderr.write(f"\r{words.ljust(self._shown)}" + ("" if words else "\r"))
        sys.stderr.flush()
        self._shown = len(words)
