"""Keeping what is typed: soon after each key as a draft, in a thread, until it is saved.

Whatever ends the program, a crash, a signal or the power, what was typed up to the last `PAUSE` is
there when the same dialog is opened again.
"""

from __future__ import annotations

import asyncio
from collections.abc import Callable, Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime, timedelta
from typing import Protocol, runtime_checkable

from commitrack.drafts import Draft, DraftFolder, wall_clock

PAUSE = 0.3
"""Seconds until what was typed is written down: at most so much is lost with the power."""


@runtime_checkable
class Typing(Protocol):
    """A screen in which something is typed that would be missed."""

    def unsaved(self) -> str:
        """What it is that was typed and not saved, in a few words; empty when nothing was."""

    def keep(self) -> None:
        """Write it down now: the program ends."""


class Kept(Protocol):
    """What has a draft."""

    @property
    def draft_name(self) -> str:
        """The name of its draft."""

    def draft(self) -> Mapping[str, str]:
        """What was typed, by the names of the fields; empty when nothing was."""


class Drafting:
    """Writes drafts down and has them at hand; `PAUSE` seconds after a key, or at once."""

    def __init__(
        self,
        folder: DraftFolder | None = None,
        complain: Callable[[str], None] = lambda _: None,
        now: Callable[[], datetime] = wall_clock,
    ) -> None:
        """Without a `folder` drafts last as long as the program. `complain` is told once, in the
        writer's thread, what keeps them from being written.
        """
        self._folder = folder
        self._complain = complain
        self.now = now
        self._drafts: dict[str, Draft] = {}
        self._typing: dict[str, Kept] = {}
        """Where something was typed that has yet to be written down."""
        self._timer: asyncio.TimerHandle | None = None
        self._writer: ThreadPoolExecutor | None = None
        self._closed = False
        self._unread = folder is not None
        """Whether what an earlier run has left has yet to be read."""
        self._dropped: set[str] = set()
        """The names of drafts that were dropped while it was."""
        self._last: Future[None] | None = None

    async def open(self) -> None:
        """Read what an earlier run has left."""
        if self._folder is not None:
            found = await asyncio.to_thread(self._folder.load)
            left = {name: draft for name, draft in found.items() if name not in self._dropped}
            self._drafts = {**left, **self._drafts}
            self._unread = False

    def find(self, name: str) -> Draft | None:
        """The draft of this name; whoever is quick finds it before all of them are read."""
        if self._unread and name not in self._drafts and name not in self._dropped:
            draft = None if self._folder is None else self._folder.find(name)
            if draft is not None:
                self._drafts[name] = draft
        return self._drafts.get(name)

    def typed(self, kept: Kept) -> None:
        """Something was typed; soon it will be written down."""
        self._typing[kept.draft_name] = kept
        if self._timer is None:
            self._timer = asyncio.get_running_loop().call_later(PAUSE, self.flush)

    def flush(self) -> None:
        """Write down now what was typed; the file follows in a thread."""
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None
        typing, self._typing = self._typing, {}
        for name, kept in typing.items():
            values = dict(kept.draft())
            there = self._drafts.get(name)
            if not values:
                self.drop(name)
            elif there is None or there.values != values:
                self._keep(name, Draft(values, self.now()))

    def _keep(self, name: str, draft: Draft) -> None:
        self._drafts[name] = draft
        self._dropped.discard(name)
        folder = self._folder
        if folder is not None:
            self._write(lambda: folder.save(name, draft))

    def drop(self, name: str) -> None:
        """Forget a draft: it was saved, or given up."""
        self._typing.pop(name, None)
        folder, there = self._folder, self._drafts.pop(name, None) is not None
        if self._unread:
            self._dropped.add(name)
            there = True  # for all that is known
        if there and folder is not None:
            self._write(lambda: folder.drop(name))

    def _write(self, write: Callable[[], None]) -> None:
        """Write in a thread of its own, one after the other; once the program ends, at once."""
        if self._closed:
            self._try(write)
            return
        if self._writer is None:
            self._writer = ThreadPoolExecutor(1, thread_name_prefix="commitrack-drafts")
        self._last = self._writer.submit(self._try, write)

    def _try(self, write: Callable[[], None]) -> None:
        try:
            write()
        except OSError as error:
            self._complain(f"what you type is not kept as a draft: {error.strerror or error}")
            self._complain = lambda _: None

    async def written(self) -> None:
        """Wait until everything that was typed is in files."""
        self.flush()
        if self._last is not None:
            await asyncio.wrap_future(self._last)

    def close(self) -> None:
        """Write down what was typed, and wait until it is: the program ends."""
        self.flush()
        self._closed = True
        if self._writer is not None:
            self._writer.shutdown(wait=True)
            self._writer = None


def ago(passed: timedelta) -> str:
    """How long ago something was, as people say it: ``5 minutes ago``."""
    seconds = max(0, int(passed.total_seconds()))
    for unit, size in (("day", 86_400), ("hour", 3_600), ("minute", 60)):
        count = seconds // size
        if count:
            return f"{count} {unit}{'' if count == 1 else 's'} ago"
    return "just now"
