"""What is typed behind a command that opens no dialog does nothing else instead."""

from __future__ import annotations

import asyncio
from pathlib import Path

import pytest
from textual import events

from commitrack.model.actions import AddEvidence, Claim, SetFields
from commitrack.model.errors import CommitrackError
from commitrack.model.records import SourceClass
from commitrack.store import open_store
from commitrack.tui import acting
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.note import NoteDialog
from commitrack.tui.dialogs.party import PartyDialog
from commitrack.tui.dialogs.reject import RejectDialog
from commitrack.tui.dialogs.review import ReviewDialog
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.history import HistoryScreen
from commitrack.tui.screens.inbox import InboxScreen
from commitrack.tui.screens.sign_off import SignOffScreen
from commitrack.tui.unanswered import PAUSE
from tests.tui.building import app_on, day, do, reject_candidates, until
from tests.tui.holding_up import held_up

WIDE = (110, 36)


def given(app: CommitrackApp, *keys: str, later: float = 0) -> None:
    """Give keys as from one write, so many seconds later than now."""
    for key in keys:
        event = events.Key(key, key if len(key) == 1 else None)
        event.time += later
        app.post_message(event)


def notices(app: CommitrackApp) -> str:
    """What the user is told."""
    return " ".join(one.message for one in app._notifications)


def transactions(place: Path) -> int:
    """How many are on record."""
    store = open_store(place)
    try:
        return len(store.history(limit=100))
    finally:
        store.close()


def browse_of(app: CommitrackApp) -> BrowseScreen:
    """The list of commitments."""
    assert isinstance(app.screen, BrowseScreen)
    return app.screen


async def test_with_nothing_listed_the_text_of_a_note_undoes_nothing(place: Path) -> None:
    before = transactions(place)
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        browse = browse_of(app)
        browse.show_query("title:nothing-of-the-kind")
        await until(pilot, lambda: not browse.coming and not browse.table.numbers)
        given(app, "n", *"uhx", "enter", "u")
        await until(pilot, lambda: "nothing to act on here" in notices(app))
        await pilot.pause(0.1)
        assert app.screen is browse
    assert transactions(place) == before


async def test_after_a_pause_a_letter_is_a_command_again(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        browse = browse_of(app)
        browse.show_query("title:nothing-of-the-kind")
        await until(pilot, lambda: not browse.coming and not browse.table.numbers)
        given(app, "n", *"hh")
        given(app, "h", later=PAUSE + 0.1)
        await until(pilot, lambda: isinstance(app.screen, HistoryScreen))


@pytest.mark.parametrize("key", ["f3", "escape"])
async def test_a_key_that_nobody_types_in_a_text_ends_it(place: Path, key: str) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        browse = browse_of(app)
        browse.show_query("title:nothing-of-the-kind")
        await until(pilot, lambda: not browse.coming and not browse.table.numbers)
        given(app, "n", "u", key, "f3", "f4")
        await until(pilot, lambda: not isinstance(app.screen, BrowseScreen | InboxScreen))


async def test_in_an_empty_inbox_the_reason_of_a_rejection_undoes_nothing(place: Path) -> None:
    reject_candidates(place)
    before = transactions(place)
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(app.screen, InboxScreen))
        inbox = app.screen
        await until(pilot, lambda: inbox.has_class("-empty"))
        given(app, "x", *"us", "enter")
        await until(pilot, lambda: "nothing to act on here" in notices(app))
        await pilot.pause(0.1)
        assert app.screen is inbox
    assert transactions(place) == before


async def test_behind_a_command_that_is_refused_a_letter_does_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise CommitrackError("the store is locked")

    before = transactions(place)
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        browse = browse_of(app)
        await until(pilot, lambda: browse.table.numbers)
        monkeypatch.setattr(acting, "_gather", refuse)
        given(app, "n", *"uh", "enter")
        await until(pilot, lambda: "the store is locked" in notices(app))
        await pilot.pause(0.1)
        assert app.screen is browse
        assert "the store is locked" in notices(app)
    assert transactions(place) == before


async def test_behind_a_command_that_asks_every_letter_goes_into_its_dialog(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        browse = browse_of(app)
        await until(pilot, lambda: browse.table.numbers)
        given(app, "n", *"uh")
        await until(pilot, lambda: isinstance(app.screen, NoteDialog))
        dialog = app.screen
        assert isinstance(dialog, NoteDialog)
        await until(pilot, lambda: dialog.held().get("note") == "uh")


async def test_a_command_behind_a_step_waits_for_the_record_under_the_cursor(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        browse = browse_of(app)
        await until(pilot, lambda: browse.table.numbers)
        await pilot.pause()
        go_on = held_up(monkeypatch, "dossiers")
        browse.shelf.clear()
        given(app, "j", "n", *"uh")
        await pilot.pause(0.1)
        assert app.screen is browse
        go_on.set()
        await until(pilot, lambda: isinstance(app.screen, NoteDialog))
        dialog = app.screen
        assert isinstance(dialog, NoteDialog)
        await until(pilot, lambda: dialog.held().get("note") == "uh")
        assert browse.state.cursor == browse.table.numbers[1]


async def test_steps_do_not_wait_for_a_record(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        browse = browse_of(app)
        await until(pilot, lambda: browse.table.numbers)
        await pilot.pause()
        go_on = held_up(monkeypatch, "dossiers")
        browse.shelf.clear()
        given(app, *"jjj")
        await until(pilot, lambda: browse.table.row == 3)
        assert not go_on.is_set()
        go_on.set()


@pytest.mark.parametrize(
    ("place_key", "command", "dialog"),
    [("f3", "x", RejectDialog), ("f4", "a", ReviewDialog), ("f7", "e", PartyDialog)],
)
async def test_a_command_behind_the_key_to_a_place_waits_for_what_it_lists(
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
    place_key: str,
    command: str,
    dialog: type[Dialog],
) -> None:
    evidence = AddEvidence("The plan", SourceClass.OFFICIAL, dated=day(-3))
    do(place, 1, evidence, SetFields({"success_test": "It is out"}), Claim("published"))
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        await pilot.pause()
        go_on = held_up(monkeypatch, "_reading")
        given(app, place_key, command, *"uh")
        await until(pilot, lambda: not isinstance(app.screen, BrowseScreen))
        await pilot.pause(0.1)
        assert not isinstance(app.screen, Dialog)
        go_on.set()
        await until(pilot, lambda: isinstance(app.screen, dialog))


async def test_the_first_letter_goes_into_the_field_in_which_a_dialog_begins(place: Path) -> None:
    evidence = AddEvidence("The plan", SourceClass.OFFICIAL, dated=day(-3))
    do(place, 1, evidence, SetFields({"success_test": "It is out"}), Claim("published"))
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await pilot.press("f4")
        await until(pilot, lambda: isinstance(app.screen, SignOffScreen) and app.screen.current)
        given(app, "b")
        while not isinstance(app.screen, ReviewDialog) or app.screen.focused is None:
            await asyncio.sleep(0)  # so soon that nothing else is done before the first letter
        dialog = app.screen
        given(app, *"the paper")
        await until(pilot, lambda: "paper" in dialog.held().get("reason", ""))
        assert dialog.held()["reason"] == "the paper"
