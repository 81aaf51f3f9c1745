"""What can wait is done once, and not in the turn of the loop that a frame is painted in."""

from __future__ import annotations

import asyncio

from textual.app import App

from commitrack.tui.afterwards import Afterwards
from tests.tui.building import until


async def test_it_is_done_once_however_often_it_is_asked_for_and_not_at_once() -> None:
    done: list[str] = []
    app = App[None]()
    async with app.run_test() as pilot:
        later = Afterwards(app.screen, lambda: done.append("done"))
        later.ask()
        later.ask()
        await asyncio.sleep(0)  # a turn of the loop
        assert done == []
        await until(pilot, lambda: done)
        later.ask()
        await until(pilot, lambda: len(done) == 2)


async def test_nothing_is_done_any_more_once_the_app_ends() -> None:
    done: list[str] = []
    app, other = App[None](), App[None]()
    async with app.run_test():
        later = Afterwards(app.screen, lambda: done.append("done"))
        later._unless_it_ends()
        assert done == ["done"]
        app.exit()
        later._unless_it_ends()
    async with other.run_test():
        later = Afterwards(other.screen, lambda: done.append("done"))
    later._unless_it_ends()
    assert done == ["done"]
