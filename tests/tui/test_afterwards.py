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
        later = Afterwards(app, lambda: done.append("done"))
        later.ask()
        later.ask()
        await asyncio.sleep(0)  # a turn of the loop
        assert done == []
        await until(pilot, lambda: done)
        later.ask()
        await until(pilot, lambda: len(done) == 2)
