"""No key is met with silence: one that can do nothing here says why."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from textual.app import App
from textual.pilot import Pilot

from commitrack.store import open_store
from commitrack.tui.dialogs.note import NoteDialog
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.go import GoScreen
from commitrack.tui.screens.inbox import InboxScreen
from commitrack.tui.workplaces import START, WORKPLACES, WorkPlace
from tests.tui.building import app_on, until

WIDE = (120, 40)


def notices(app: App[Any]) -> list[str]:
    """What the user is told."""
    return [one.message for one in app._notifications]


async def listed(pilot: Pilot[None]) -> None:
    """Wait until Browse lists something."""
    browse = pilot.app.screen
    assert isinstance(browse, BrowseScreen)
    await until(pilot, lambda: browse.table.numbers and not browse.coming and not browse.fetches)


@pytest.mark.parametrize(
    ("key", "told"),
    [
        ("a", "Accept: only a candidate is accepted or rejected"),
        ("x", "Reject: only a candidate is accepted or rejected"),
        ("=", "Said before?: nothing on record is known that it says again"),
        ("R", "Reopen: only what is closed is opened again"),
        ("X", "Retract evidence: only of one with evidence that stands, and without marks"),
        ("-", "Fold the group: the list has no groups"),
        ("_", "Fold all groups: the list has no groups"),
        ("%", "% does nothing here: ? shows keys"),
    ],
)
async def test_a_key_that_can_do_nothing_says_why(key: str, told: str, place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await listed(pilot)
        await pilot.press(key)
        await until(pilot, lambda: notices(app) == [told])


async def test_a_candidate_is_decided_before_it_has_a_status(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("1")
        await until(pilot, lambda: app.screen.query_one("#table").cursor == 7)  # type: ignore[attr-defined]
        await listed(pilot)
        await pilot.press("s")
        told = "Status: a candidate is accepted or rejected first"
        await until(pilot, lambda: notices(app) == [told])


async def test_a_candidate_with_nothing_like_it_says_so_in_the_inbox(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f3")
        await until(
            pilot, lambda: isinstance(app.screen, InboxScreen) and not app.screen.awaits("x")
        )
        await pilot.press("=")
        told = "Said before?: nothing on record is known that it says again"
        await until(pilot, lambda: notices(app) == [told])


async def test_a_likeness_that_somebody_settled_meanwhile_is_said_to_be_gone(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await listed(pilot)
        browse = app.screen
        assert isinstance(browse, BrowseScreen)
        browse.action_like()
        told = "Said before?: nothing on record is known that it says again"
        await until(pilot, lambda: notices(app) == [told])


async def test_nothing_is_said_where_there_is_nothing_further(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await listed(pilot)
        await pilot.press("home", "up", "left", "right", "end", "down", "pagedown")
        await pilot.press("enter")
        await until(pilot, lambda: not isinstance(app.screen, BrowseScreen))
        await pilot.press("up", "left", "right", "down", "pagedown", "home", "end")
        assert not notices(app)


async def test_letters_of_a_text_and_of_a_menu_are_no_keys_without_effect(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await listed(pilot)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NoteDialog))
        await pilot.press(*"a%")
        await pilot.press("ctrl+u", "escape")
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))
        await pilot.press("slash", *"a%")
        await pilot.press("escape", "g")
        await until(pilot, lambda: isinstance(app.screen, GoScreen))
        await pilot.press("i")
        await until(pilot, lambda: app.current_mode == "inbox")
        assert not notices(app)


@pytest.mark.parametrize("work", WORKPLACES, ids=lambda one: one.id)
async def test_in_an_empty_place_each_key_that_is_not_to_be_had_says_why(
    work: WorkPlace, tmp_path: Path
) -> None:
    path = tmp_path / "record.db"
    open_store(path, create=True).close()
    app = app_on(path)
    async with app.run_test(size=WIDE) as pilot:
        if work is not START:
            await pilot.press(work.keys[0])
        await until(pilot, lambda: app.current_mode == work.id)
        await until(pilot, lambda: all(w.is_finished for w in app.workers if w.node is app.screen))
        screen = app.screen
        barred = [
            (key, one.description)
            for node, bindings in screen._modal_binding_chain
            for key, held in bindings.key_to_bindings.items()
            for one in held
            if not node.check_action(*app._parse_action(one.action, node)[1:])
        ]
        for key, name in barred:
            await pilot.press("f12")  # nobody types that behind a command
            await pilot.press(key)
            await until(pilot, lambda told=f"{name}: ": notices(app)[-1].startswith(told))  # type: ignore[misc]
            assert app.screen is screen
