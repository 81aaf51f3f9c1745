"""Interrupts (Ctrl-C): held while something is written, and kept from child processes."""

from __future__ import annotations

import contextlib
import signal
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def held() -> Iterator[None]:
    """An interrupt that comes inside is raised at the end, so that what is written is also noted.

    Only for what is over soon: nobody can interrupt it.
    """
    usual = signal.getsignal(signal.SIGINT) is signal.default_int_handler
    if not usual or threading.current_thread() is not threading.main_thread():
        yield  # somebody else sees to interrupts, or nobody is to be interrupted
        return
    came: list[int] = []
    before = signal.signal(signal.SIGINT, lambda number, _frame: came.append(number))
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
    if came:
        raise KeyboardInterrupt


@contextlib.contextmanager
def kept_from_children() -> Iterator[None]:
    """Processes that are begun inside are not interrupted, from their first moment on.

    The terminal sends an interrupt to all of us at once. A blocked signal stays blocked in a child,
    where a handler would be set too late for one that comes while the child is still starting.
    """
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
