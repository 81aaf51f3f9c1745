"""What somebody erases while it is read is not for reading any more."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from textual.screen import Screen

from commitrack.store import open_store
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.changes import ChangesScreen
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.screens.peek import PeekScreen
from commitrack.tui.screens.statement import StatementScreen
from tests.tui.building import TEXT, app_on, screen_text, sign, until
from tests.tui.screens.test_statements import add

WORDS = "We will publish a plan"


def erase(place: Path) -> None:
    """Erase the statement, as another process would."""
    store = open_store(place)
    try:
        store.erase_statement(1, replace(sign("bob"), why="the law"))
    finally:
        store.close()


@pytest.mark.parametrize(
    ("keys", "screens"),
    [
        (("enter",), (StatementScreen,)),
        (("enter", "C"), (StatementScreen, CoverageScreen)),
        (("enter", "equals_sign"), (StatementScreen, ChangesScreen)),
        (("p",), (PeekScreen,)),
    ],
)
async def test_every_screen_on_what_was_erased_closes(
    keys: tuple[str, ...], screens: tuple[type[Screen[None]], ...], place: Path
) -> None:
    if "equals_sign" in keys:
        add(place, f"{TEXT} And more.", "Our promises, again", 1)
    app = app_on(place)
    async with app.run_test(size=(120, 50)) as pilot:
        browse = app.screen
        assert isinstance(browse, BrowseScreen)
        await until(pilot, lambda: browse.table.numbers and not browse.fetches)
        if "equals_sign" in keys:
            await pilot.press("f6")
            await until(pilot, lambda: "S-0002" in screen_text(app))
        for key, screen in zip(keys, screens, strict=True):
            await pilot.press(key)
            await until(pilot, lambda screen=screen: isinstance(app.screen, screen))  # type: ignore[misc]
            await until(pilot, lambda: WORDS in screen_text(app) or "And more" in screen_text(app))
        erase(place)
        app.feel_pulse()
        await until(pilot, lambda: not isinstance(app.screen, screens))
        await until(pilot, lambda: not any(isinstance(one, screens) for one in app.screen_stack))
        assert WORDS not in screen_text(app)


async def test_a_name_that_is_erased_goes_from_the_text_that_is_read(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f6")
        await until(pilot, lambda: app.current_mode == "statements")
        await until(pilot, lambda: "NHS Employers will explore" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StatementScreen))
        await until(pilot, lambda: "NHS Employers will explore" in screen_text(app))
        store = open_store(place)
        store.erase_party("NHS Employers", replace(sign("bob"), why="the law"))
        store.close()
        app.feel_pulse()
        await until(pilot, lambda: "NHS Employers" not in screen_text(app))


@pytest.mark.parametrize("key", ["p", "Z"])
async def test_a_name_that_is_erased_goes_from_the_quote_of_the_record(
    key: str, place: Path
) -> None:
    """In the record beside the list, and in a quick look at it."""
    app = app_on(place)
    async with app.run_test(size=(120, 50)) as pilot:
        browse = app.screen
        assert isinstance(browse, BrowseScreen)
        browse.show_query("id:C-0002")
        await until(pilot, lambda: browse.state.cursor == 2 and not browse.fetches)
        await until(pilot, lambda: "NHS Employers will explore" in screen_text(app))
        if key == "p":
            await pilot.press("p")
            await until(pilot, lambda: isinstance(app.screen, PeekScreen))
            await until(pilot, lambda: "NHS Employers will explore" in screen_text(app))
        store = open_store(place)
        store.erase_party("NHS Employers", replace(sign("bob"), why="the law"))
        store.close()
        app.feel_pulse()
        await until(pilot, lambda: "NHS Employers" not in screen_text(app), 5)
