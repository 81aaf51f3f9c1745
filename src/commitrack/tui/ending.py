"""Being told to end: by whoever stops the program, or because the terminal is gone."""

from __future__ import annotations

import asyncio
import contextlib
import os
import signal
import threading
from collections.abc import Callable

_PATIENCE = 3.0
"""Seconds that the app may take to end in its own way; a terminal that is gone may hold it up."""


def heed_signals(end: Callable[[int], None]) -> None:
    """Have the running loop call `end` with the exit code when a signal says to leave."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        which = getattr(signal, name, None)  # not every system has each
        if which is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(which, _leave, end, 128 + which)


def _leave(end: Callable[[int], None], code: int) -> None:
    last = threading.Timer(_PATIENCE, os._exit, (code,))
    last.daemon = True
    last.start()
    end(code)
