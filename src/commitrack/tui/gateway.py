"""The way to the store: three lanes, so that a page never waits behind a scan.

A store belongs to one thread. Each lane is a thread with a store of its own: the *fast* one
fetches pages, shows a record and writes; the *slow* one lists, counts and searches; the *long* one
does what takes so long that it shows how far it has come. A lane that is never asked opens nothing.
"""

from __future__ import annotations

import asyncio
import contextlib
import threading
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from traceback import clear_frames
from typing import TypeVar

from commitrack.model.errors import CommitrackError
from commitrack.store import Store

T = TypeVar("T")


class Stale(Exception):
    """The answer is of no use any more: a newer question on the same topic was asked."""


class _Question:
    """One slow question under way; `stale` once a newer one has taken its place."""

    def __init__(self, *, stands: bool = False) -> None:
        """The answer of a write `stands` even when nobody waits for it any more: it is done."""
        self.stale = False
        self._stands = stands

    def overtaken(self, *, failed: bool) -> bool:
        """Whether its answer is of no use: one that has been found, or that it has `failed`."""
        return self.stale and (failed or not self._stands)


class _Lane:
    """A thread and the store it alone uses, opened when it is first asked."""

    def __init__(self, name: str, open_store: Callable[[], Store]) -> None:
        self._executor = ThreadPoolExecutor(1, thread_name_prefix=f"commitrack-{name}")
        self._open_store = open_store
        self._store: Store | None = None
        self._lock = threading.Lock()
        self._running: _Question | None = None

    async def ask(self, ask: Callable[[Store], T], question: _Question) -> T:
        """Ask in the lane's thread and wait for the answer without holding up the loop."""
        loop = asyncio.get_running_loop()
        return await loop.run_in_executor(self._executor, self._answer, ask, question)

    def _answer(self, ask: Callable[[Store], T], question: _Question) -> T:
        self._make_ready()
        with self._lock:
            if question.stale:
                raise Stale
            self._running = question
        failed = False
        try:
            assert self._store is not None
            answer = ask(self._store)
        except CommitrackError as error:
            if not question.overtaken(failed=True):
                _let_go(error)
                raise
            failed = True
        finally:
            with self._lock:
                self._running = None
        # Raised out here, it brings nothing along of what was interrupted: see `_let_go`.
        if question.overtaken(failed=failed):
            raise Stale
        return answer

    def _make_ready(self) -> None:
        """Open the store, or open it anew when another file of the same record lies at its place.

        While there is none, or one of another record, the old one is read on: what somebody looks
        at stays there. It takes no write, and says why.
        """
        if self._store is None:
            self._store = self._open_store()
        elif self._store.outdated():
            with contextlib.suppress(CommitrackError, OSError):
                fresh = self._open_store()
                same = self._store.root() in (None, fresh.root())
                other, kept = (self._store, fresh) if same else (fresh, self._store)
                with self._lock:  # nobody interrupts one that is closed
                    self._store = kept
                other.close()

    def supersede(self, question: _Question) -> None:
        """Mark a question as stale, and stop it if it is the one being answered.

        The lock makes sure that an interrupt never meets the question after it.
        """
        with self._lock:
            question.stale = True
            if self._running is question and self._store is not None:
                self._store.interrupt()

    def close(self) -> None:
        """Wait for what is under way, drop what is queued and let go of the store."""
        self._executor.shutdown(wait=True, cancel_futures=True)
        if self._store is not None:
            self._store.close()
            self._store = None


def _let_go(error: BaseException | None) -> None:
    """Let go here of what the frames of an error hold, and of those that it came of.

    A cursor among it, let go of in the loop's thread, would keep the loop waiting until the lane
    has answered its next question: both need the lock of their connection.
    """
    while error is not None:
        clear_frames(error.__traceback__)
        error = error.__cause__ or error.__context__


class Gateway:
    """Asks the store from the event loop, in one of three lanes."""

    def __init__(self, open_store: Callable[[], Store]) -> None:
        self._fast = _Lane("fast", open_store)
        self._slow = _Lane("slow", open_store)
        self._long = _Lane("long", open_store)
        self.closing = False
        """Whether the app ends, and nobody waits for anything."""
        self._latest: dict[str, tuple[_Lane, _Question]] = {}
        """The newest slow question on each topic: what makes all before it stale."""

    async def fast(self, ask: Callable[[Store], T]) -> T:
        """Ask what takes a few milliseconds, or write. Questions are answered in order."""
        return await self._fast.ask(ask, _Question())

    async def slow(self, ask: Callable[[Store], T], topic: str = "list") -> T:
        """Ask what may take a while. A newer question on the same `topic` takes its place:

        this one is then interrupted, or never begun, and raises `Stale`.
        """
        return await self._newest(self._slow, ask, topic)

    async def long(self, ask: Callable[[Store], T], topic: str, *, writes: bool = False) -> T:
        """Ask what may take minutes. Like `slow`, and nothing else waits behind it.

        What `writes` raises `Stale` only when nothing was written.
        """
        return await self._newest(self._long, ask, topic, stands=writes)

    async def _newest(
        self, lane: _Lane, ask: Callable[[Store], T], topic: str, *, stands: bool = False
    ) -> T:
        question = _Question(stands=stands)
        self.drop(topic)
        self._latest[topic] = lane, question
        return await lane.ask(ask, question)

    def drop(self, topic: str) -> None:
        """Nobody waits for the answer on a topic any more: interrupt it, or never begin it."""
        lane, question = self._latest.pop(topic, (None, None))
        if lane is not None and question is not None:
            lane.supersede(question)

    def close(self) -> None:
        """End all lanes: a write in the fast one is finished, what is slow is interrupted."""
        self.closing = True
        for topic in tuple(self._latest):
            self.drop(topic)
        self._long.close()
        self._slow.close()
        self._fast.close()
