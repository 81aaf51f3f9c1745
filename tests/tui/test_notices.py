"""A notice is shown once, by what is in front."""

from __future__ import annotations

from pathlib import Path

from textual.app import App
from textual.screen import Screen

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
