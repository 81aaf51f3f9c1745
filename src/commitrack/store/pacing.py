"""How much goes into one transaction of many, and when the next one may begin."""

from __future__ import annotations

import time

GAP = 0.06
"""Seconds between two transactions; whoever waits for the lock asks for it more often than that."""


class Pace:
    """Makes transactions smaller when one has kept the others waiting, and larger again."""

    def __init__(self, most: int, least: int, longest: float) -> None:
        self.size = most
        """How much the next one may hold, in whatever is counted."""
        self._most = most
        self._least = least
        self._longest = longest
        """Seconds after which the next one is made smaller."""
        self._ended: float | None = None

    def wait(self) -> None:
        """Leave those who wait for the lock the time to take it, unless it has passed already."""
        if self._ended is not None:
            time.sleep(max(0.0, GAP - (time.monotonic() - self._ended)))

    def took(self, seconds: float) -> None:
        """Take note of how long a transaction has kept the others waiting."""
        self._ended = time.monotonic()
        if seconds > self._longest:
            self.size = max(self._least, self.size // 2)
        elif seconds < self._longest / 4:
            self.size = min(self._most, self.size * 2)
