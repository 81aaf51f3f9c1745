"""A notice is shown once, by what is in front."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.app import App
from textual.screen import Screen

from commitrack.tui.widgets.coverage_bar import CoverageBar
from tests.tui.building import app_on, until
from tests.tui.scenes import lines


def racks(app: App[None]) -> list[tuple[str, bool]]:
    """Whether each screen in sight shows notices, from the bottom up."""
    return [
        (type(screen).__name__, _shows(screen)) for screen in app.screen_stack if screen.is_attached
    ]


def _shows(screen: Screen[object]) -> bool:
    return any(rack.display for rack in screen.query("ToastRack"))


async def test_a_notice_moves_to_the_dialog_that_opens_and_back(place: Path) -> None:
    app = app_on(place)
    words = "it stays as it is"

    def seen() -> int:
        return sum(words in line for line in lines(app))

    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("f7", "down")
        app.notify(words, timeout=60)
        await until(pilot, lambda: racks(app) == [("OwnersScreen", True)] and seen())
        await pilot.press("e")
        apart = [("OwnersScreen", False), ("PartyDialog", True)]
        await until(pilot, lambda: racks(app) == apart and seen() == 1)
        await pilot.press("escape")
        await until(pilot, lambda: racks(app) == [("OwnersScreen", True)] and seen() == 1)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_a_notice_in_the_inbox_leaves_the_bar_in_sight(
    size: tuple[int, int], place: Path
) -> None:
    app = app_on(place)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: app.current_mode == "inbox")
        app.notify("took back: reject C-0228 · U brings it back", timeout=60)
        await until(pilot, lambda: any("took back" in line for line in lines(app)))
        bar = app.screen.query_one(CoverageBar).region
        assert bar.width > 20
        assert not any(bar.overlaps(toast.region) for toast in app.screen.query("Toast"))
