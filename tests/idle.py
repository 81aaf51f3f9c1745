"""When the terminal UI has done what it was asked: what a test's key or pause waits for."""

from __future__ import annotations

import asyncio
from time import monotonic, process_time

MOMENT = 0.005
"""Seconds of a look at the app: some turns of its loop."""
LATE = 0.001
"""Seconds that the loop may be late with a moment's end when it has nothing else to do."""
WORK = 0.0006
"""Seconds of work that are none: the moment's own."""
QUIET = 2
"""Moments in a row with nothing to do: longer together than a frame, which may be due."""


async def until_idle(min_sleep: float = 0.02, max_sleep: float = 1) -> None:
    """Wait until nothing has been done for some moments, `max_sleep` seconds at most.

    In the place of Textual's own, which looks at the process's work for twenty milliseconds twice a
    key: that was three quarters of the time of a test of the UI. Its measure alone does not bear
    shorter looks, since a process that waits for a processor does no work either; but then its
    loop is late with the end of the moment, which is seen here.
    """
    start = monotonic()
    quiet = 0
    while monotonic() - start < max_sleep:
        before, worked = monotonic(), process_time()
        await asyncio.sleep(MOMENT)
        now = monotonic()
        idle = now - before < MOMENT + LATE and process_time() - worked < WORK
        quiet = quiet + 1 if idle else 0
        if quiet >= QUIET and now - start > min_sleep:
            return
