"""Screens to look at: a store, keys that lead there, a size and a theme, and what is then seen."""

from __future__ import annotations

import contextlib
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from rich.segment import Segment
from textual.app import App
from textual.pilot import Pilot

from commitrack.store import Lens, open_store
from commitrack.tui.app import CommitrackApp
from tests.tui.building import TODAY

SIZES = ((60, 24), (80, 24), (100, 30), (120, 40), (200, 60))
"""The terminals that every place is laid out for."""

PLACES = {
    "browse": ("0",),
    "inbox": ("f3",),
    "reviews": ("f4",),
    "agenda": ("f5",),
    "statements": ("f6",),
    "owners": ("f7",),
    "dashboard": ("f8",),
    "reports": ("f9", "enter"),
    "history": ("f10",),
}
"""Every place, by the keys that lead to it and to something in it."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is looked at."""

    world: str = "busy"
    keys: tuple[str, ...] = ()
    size: tuple[int, int] = (80, 24)
    theme: str = "dark"


@asynccontextmanager
async def opened(scene: Scene, place: Path) -> AsyncIterator[Pilot[None]]:
    """The app in a scene, on the store of its world, once everything has been shown."""
    app = CommitrackApp(
        place.name,
        Lens(TODAY, "ann"),
        open_store=lambda: open_store(Path(place.name)),
        theme=scene.theme,
    )
    app.feel_pulse = nobody_else  # type: ignore[assignment, method-assign]
    # A report names its store, and no picture is to name a folder.
    async with contextlib.AsyncExitStack() as stack:
        stack.enter_context(contextlib.chdir(place.parent))
        pilot = await stack.enter_async_context(app.run_test(size=scene.size))
        await settle(pilot)
        for key in scene.keys:
            await pilot.press(key)
            await settle(pilot)
        yield pilot


def nobody_else() -> None:
    """Nobody else writes, and nothing comes at a moment that is not known."""


async def settle(pilot: Pilot[None]) -> None:
    """Wait until nothing is under way in either lane and what is drawn has stayed the same."""
    before, still = "", 0
    for _ in range(200):
        await pilot.app.gateway.fast(lambda store: store.pulse())  # type: ignore[attr-defined]
        await pilot.app.gateway.slow(lambda store: store.pulse(), "settle")  # type: ignore[attr-defined]
        await pilot.pause()
        now = "\n".join(lines(pilot.app))
        before, still = now, still + 1 if now == before else 0
        if still == 2 and "counting…" not in now and "building" not in now:
            return
    raise AssertionError("it never came to rest")


def strips(app: App[None]) -> list[list[Segment]]:
    """What is on the screen, line by line, in pieces."""
    return [list(strip) for strip in app.screen._compositor.render_strips()]


def lines(app: App[None]) -> list[str]:
    """What is on the screen, line by line, as text."""
    return ["".join(segment.text for segment in strip) for strip in strips(app)]


def pieces(app: App[None]) -> Iterator[tuple[int, Segment]]:
    """Every piece of the screen in which something is drawn, with the line it is on."""
    for y, line in enumerate(strips(app)):
        for segment in line:
            if segment.text.strip():
                yield y, segment
