"""Keys that come in one write arrive in their order, in whatever is typed in."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.dates import DatesDialog
from commitrack.tui.dialogs.edit import EditDialog
from commitrack.tui.dialogs.note import NoteDialog
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.widgets.filter_bar import FilterBar
from tests.tui.building import app_on, until

WIDE = (110, 36)


def at_once(app: CommitrackApp, *keys: str) -> None:
    """Give keys as a terminal does that has read them all from one write."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


async def asked(pilot: Pilot[None], app: CommitrackApp, key: str, kind: type[Dialog]) -> Dialog:
    """The dialog of a command, about the first of all."""
    await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
    await pilot.press(key)
    await until(pilot, lambda: isinstance(app.screen, kind))
    assert isinstance(app.screen, Dialog)
    return app.screen


async def test_no_letter_overtakes_the_key_to_the_next_field(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        dialog = await asked(pilot, app, "E", EditDialog)
        typed = ("ctrl+u", *"abc", "tab", *"defgh", "tab", "ctrl+u", *"ij", "down", *"k")
        at_once(app, *typed)
        await until(pilot, lambda: dialog.held().get("reviewer"))
        assert dialog.held() == {
            "title": "abc",
            "success_test": "defgh",
            "lead": "ij",
            "reviewer": "k",
        }
        at_once(app, "left", "x", "up", "home", "y", "shift+tab", "z")
        await until(pilot, lambda: "z" in dialog.held()["success_test"])
        assert dialog.held() == {
            "title": "abc",
            "success_test": "defghz",
            "lead": "yij",
            "reviewer": "xk",
        }


async def test_a_field_that_selects_what_it_holds_is_typed_over_and_not_after(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        dialog = await asked(pilot, app, "d", DatesDialog)
        at_once(app, *"2027-01-02", "tab", *"why", "tab", "tab", *"2027-03-04", "tab", *"9")
        await until(pilot, lambda: "9" in dialog.held().get("cadence", ""))
        held = dialog.held()
        assert held["due"] == "2027-01-02"
        assert held["reason"] == "why"
        assert held["follow_up"] == "2027-03-04"


async def test_enter_comes_after_what_is_typed_before_it(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await asked(pilot, app, "n", NoteDialog)
        browse = app.get_screen_stack("browse")[0]
        assert isinstance(browse, BrowseScreen)
        at_once(app, *"all of this", "enter")
        await until(pilot, lambda: app.screen is browse)
        await until(
            pilot,
            lambda: browse.at_hand is not None and browse.at_hand.commitment.note == "all of this",
        )


async def test_what_is_typed_into_the_filter_is_edited_in_order(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        browse = app.get_screen_stack("browse")[0]
        assert isinstance(browse, BrowseScreen)
        await until(pilot, lambda: browse.table.numbers)
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.focused, Input))
        at_once(app, *"wrong", "ctrl+u", *"pla", "backspace", *"an", "enter")
        await until(pilot, lambda: browse.state.filter == "plan")
        assert browse.query_one(FilterBar).input.value == "plan"
        await until(pilot, lambda: app.focused is browse.table)


async def test_escape_asks_about_all_that_was_typed_before_it(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        dialog = await asked(pilot, app, "n", NoteDialog)
        at_once(app, *"kept", "escape")
        await until(pilot, lambda: app.screen is not dialog)
        assert dialog.held() == {"note": "kept"}


@pytest.mark.parametrize("key", ["f1", "ctrl+p"])
async def test_keys_that_are_bound_to_the_app_work_while_one_types(place: Path, key: str) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: app.screen.query_one("#table").numbers)  # type: ignore[attr-defined]
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.focused, Input))
        browse = app.screen
        at_once(app, "p", key)
        await until(pilot, lambda: app.screen is not browse)
        assert browse.query_one(FilterBar).input.value == "p"
