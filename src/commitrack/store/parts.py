"""One thing that is done in several short transactions, so that others can write in between.

It is done step by step, and each step is whole or not done at all. Steps share a transaction until
that one holds enough, or has lasted long enough; then whoever waits for the lock has a turn. What
fits into one transaction is one, and bound to nothing.
"""

from __future__ import annotations

import contextlib
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import TypeAlias

from commitrack.store.engine import Connection
from commitrack.store.pacing import Pace
from commitrack.store.since import newest
from commitrack.store.transacting import Writer

MOST = 12_000
"""Rows that a transaction writes, its history included, before the next one is begun: about a
hundred new commitments.
"""
_LEAST = 1_500
_LONG = 0.25
"""Seconds that a transaction lasts before the next one is begun, whatever it has written."""

Opened: TypeAlias = Callable[[int | None], AbstractContextManager[Writer]]
"""Begins a transaction that is a part of another one, or of none."""


class Parts:
    """The transactions of one thing, the one after the other."""

    def __init__(self, connection: Connection, opened: Opened, *, whole: bool = False) -> None:
        self._connection = connection
        self._opened = opened
        self._whole = whole
        """Whether everything is one transaction, however large."""
        self._pace = Pace(MOST, _LEAST, _LONG)
        self._held: contextlib.ExitStack | None = None
        self._writer: Writer | None = None
        self._since = 0.0
        self._written = 0
        self._seen = 0
        """The newest transaction whose work is known."""
        self._finished: list[int] = []
        self._touched: set[int] = set()
        self.action = ""
        """What is done, as history says it: of the first, and of each of the others."""
        self.look: Callable[[int], None] = _unwatched
        """Is told, when others have written in between, after which transaction."""
        self.leave: Callable[[], None] = _unnoted
        """Is asked to note, before the first transaction ends, that more are to come."""

    @property
    def writer(self) -> Writer:
        """The hand that writes in the step that is being done."""
        if self._writer is None:
            raise RuntimeError("nothing is written outside of a step")
        return self._writer

    @property
    def numbers(self) -> list[int]:
        """The transactions so far, the one that is being written included."""
        now = [self._writer.number] if self._writer is not None and self._writer.begun else []
        return [*self._finished, *now]

    @property
    def begun(self) -> bool:
        """Whether anything was written."""
        return bool(self._finished) or (self._writer is not None and self._writer.begun)

    @property
    def touched(self) -> set[int]:
        """Commitments that were touched so far."""
        return self._touched | (set() if self._writer is None else self._writer.touched)

    @property
    def room(self) -> int:
        """Rows that a transaction may write, as long as nobody has to wait for long."""
        return self._pace.size

    def known(self) -> None:
        """Take note that what is on record at this moment is known."""
        self._seen = newest(self._connection)

    @contextlib.contextmanager
    def step(self, *, last: bool = False) -> Iterator[Writer]:
        """Something that is done whole, or not at all; after the `last` nothing is to come."""
        try:
            if self._held is None:
                self._take()
            yield self.writer
            if not last and self._is_full():
                self.rest()
        except BaseException:
            self.drop()
            raise

    def rest(self) -> None:
        """Let others write; what comes after this is another transaction."""
        if self._held is None or self._whole:
            return
        if self.begun and not self._finished:
            self.leave()
        self.finish()

    def finish(self) -> None:
        """End the transaction that is being written, if one is."""
        held, writer = self._held, self._writer
        if held is None or writer is None:
            return
        number = writer.number if writer.begun else 0
        part = f", part {len(self._finished) + 1}" if self._finished else ""
        writer.action = self.action + part
        held.close()
        self._held = None
        self._writer = None
        self._pace.took(time.monotonic() - self._since)
        self._touched |= writer.touched
        if number:
            self._finished.append(number)
            self._seen = number

    def _take(self) -> None:
        self._pace.wait()
        self._held = contextlib.ExitStack()
        first = self._finished[0] if self._finished else None
        self._writer = self._held.enter_context(self._opened(first))
        self._since = time.monotonic()
        self._written = self._connection.total_changes
        seen, self._seen = self._seen, newest(self._connection)
        if seen != self._seen:
            self.look(seen)

    def _is_full(self) -> bool:
        written = self._connection.total_changes - self._written
        return written >= self._pace.size or time.monotonic() - self._since >= _LONG

    def close(self) -> None:
        """Take back what is not finished."""
        self.drop()

    def drop(self) -> None:
        """Take back what was written since the last transaction ended, if anything was."""
        held, self._held, self._writer = self._held, None, None
        if held is not None:
            held.__exit__(*sys.exc_info())


def _unwatched(_after: int) -> None:
    """Nobody looks."""


def _unnoted() -> None:
    """Nothing is noted."""
