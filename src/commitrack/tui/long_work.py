"""What takes long: done in a lane of its own, shown as it goes on, and stopped with a key."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from typing import Any, TypeVar

from textual.screen import Screen

from commitrack.model.errors import CommitrackError
from commitrack.store import Store
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host
from commitrack.tui.refusals import on_screen
from commitrack.tui.screens.progress import Progress, ProgressScreen

T = TypeVar("T")
Told = Callable[[str, int, int], None]
"""Is told what is being done, how much of it is done, and of how much: of 0 when nobody can say."""

_SOON = 0.4
"""Seconds in which whatever is done by then is done without a word."""


async def watched(
    host: Host,
    screen: Screen[Any],
    title: str,
    work: Callable[[Store, Told], T],
    *,
    background: bool = False,
    writes: bool = False,
) -> T:
    """Do it in the long lane, and show how far it has come; raises `Stale` when it was stopped.

    With `background` the user may go on meanwhile. What `writes` to the record is stopped only as
    long as nothing is written. Call it from a worker.
    """
    progress = Progress(title)

    def told(what: str, done: int, total: int) -> None:
        if host.gateway.closing:
            progress.stop()
        progress.told(what, done, total)

    asked = host.gateway.long(lambda store: work(store, told), title, writes=writes)
    task = asyncio.ensure_future(asked)
    shown: ProgressScreen | None = None

    def answered(stop: bool | None) -> None:
        if stop:
            progress.stop()
            host.gateway.drop(title)

    try:
        done, _ = await asyncio.wait({task}, timeout=_SOON)
        if not done:
            shown = ProgressScreen(progress, background=background)
            screen.app.push_screen(shown, answered)
        return await task
    finally:
        if shown is not None:
            shown.finish()


async def long_work(
    host: Host,
    screen: Screen[None],
    title: str,
    work: Callable[[Store, Told], T],
    *,
    background: bool = False,
) -> T | None:
    """Like `watched`; None when it was stopped or cannot be done, which has been told then."""
    try:
        return await watched(host, screen, title, work, background=background)
    except Stale:
        host.say(f"stopped: {title}")
    except CommitrackError as error:
        host.say(f"{title}: {on_screen(error)}", warning=True)
    return None
