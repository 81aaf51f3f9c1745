"""Keys that come in one write arrive in their order, in whatever is typed in."""

from __future__ import annotations

import ast
import asyncio
from pathlib import Path

import pytest
from textual import events
from textual.pilot import Pilot
from textual.widgets import Input

from commitrack import tui
from commitrack.model.records import Commitment
from commitrack.model.status import Status
from commitrack.store import open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.dates import DatesDialog
from commitrack.tui.dialogs.edit import EditDialog
from commitrack.tui.dialogs.note import NoteDialog
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.inbox import InboxScreen
from commitrack.tui.state import ViewState
from commitrack.tui.widgets.filter_bar import FilterBar
from tests.tui.building import app_on, until

WIDE = (110, 36)


def at_once(app: CommitrackApp, *keys: str) -> None:
    """Give keys as a terminal does that has read them all from one write."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


def browse_of(app: CommitrackApp) -> BrowseScreen:
    """The list of commitments."""
    browse = app.get_screen_stack("browse")[0]
    assert isinstance(browse, BrowseScreen)
    return browse


async def asked(pilot: Pilot[None], app: CommitrackApp, key: str, kind: type[Dialog]) -> Dialog:
    """The dialog of a command, about the first of all."""
    await until(pilot, lambda: browse_of(app).table.numbers)
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
        browse = browse_of(app)
        at_once(app, *"all of this", "enter")
        await until(pilot, lambda: app.screen is browse)
        await until(
            pilot,
            lambda: browse.at_hand is not None and browse.at_hand.commitment.note == "all of this",
        )


async def test_what_is_typed_into_the_filter_is_edited_in_order(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.focused, Input))
        at_once(app, *"wrong", "ctrl+u", *"pla", "backspace", *"an", "enter")
        await until(pilot, lambda: browse.state.filter == "plan")
        assert browse.query_one(FilterBar).input.value == "plan"
        await until(pilot, lambda: app.focused is browse.table)


@pytest.mark.parametrize("leave", ["enter", "escape"])
async def test_what_comes_behind_the_key_that_leaves_the_filter_is_for_the_list(
    place: Path, leave: str
) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        at_once(app, "slash", *"plan", leave, *([leave] if leave == "escape" else []), "space")
        await until(pilot, lambda: browse.marks)
        assert app.focused is browse.table
        assert browse.state.filter == ("plan" if leave == "enter" else "")


@pytest.mark.parametrize(
    "keys", [("slash", *"train", "enter"), ("0", "slash", *"train", "down"), ("9",)]
)
async def test_a_command_behind_a_key_that_lists_something_else_is_about_what_is_listed_then(
    place: Path, keys: tuple[str, ...]
) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        first = browse.state.cursor
        at_once(app, *keys, "home", "n", *"said so", "enter")
        await until(
            pilot,
            lambda: browse.at_hand is not None and browse.at_hand.commitment.note == "said so",
        )
        listed = browse.state.cursor
        assert listed == browse.table.numbers[0]
        assert listed != first
        assert first is not None and reads(place, first).note != "said so"


async def test_a_command_given_before_the_first_list_is_there_is_about_its_first(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        at_once(app, "n", *"at once", "enter")
        await until(
            pilot,
            lambda: (
                (held := browse_of(app).at_hand) is not None and held.commitment.note == "at once"
            ),
        )
        assert browse_of(app).table.row == 0


async def test_another_list_is_asked_for_while_one_is_still_looked_up(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        browse.coming = True  # and never comes
        at_once(app, "greater_than_sign", "question_mark")
        await until(pilot, lambda: app.screen is not browse)
        assert browse.state.sort is not None


async def test_what_waited_for_a_list_that_never_came_does_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.tui.key_order._ASKING", 0.05)
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        browse.coming = True
        row = browse.table.row
        at_once(app, "down", "down", "space")
        await until(pilot, lambda: app._given)
        await until(pilot, lambda: not app._given)
        assert browse.table.row == row
        assert not browse.marks


async def test_the_filter_may_be_left_and_opened_again_without_a_pause(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        for word in ("plan", "nhs", "peer"):
            at_once(app, "slash", *word, "escape", "escape")
        at_once(app, "slash", *"board")
        await until(pilot, lambda: browse.state.filter == "board")
        assert app.focused is browse.query_one(FilterBar).input


async def test_a_letter_is_heard_while_what_a_filter_put_in_has_caused_is_done(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        bar = browse.query_one(FilterBar)
        begun, heard, free = asyncio.Event(), asyncio.Event(), asyncio.Event()

        async def slow(value: str) -> None:
            if value == "put in":
                begun.set()
                await free.wait()

        def listen(state: ViewState) -> None:
            if state.filter == "put inx":
                heard.set()

        browse.query_one("#header").watch(bar.input, "value", slow, init=False)
        browse.watch(browse, "state", listen, init=False)
        await pilot.press("slash")
        bar.fill("put in")
        await begun.wait()
        try:
            at_once(app, "x")
            await asyncio.wait_for(heard.wait(), 20)
        finally:
            free.set()


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
        await until(pilot, lambda: browse_of(app).table.numbers)
        await pilot.press("slash")
        await until(pilot, lambda: isinstance(app.focused, Input))
        browse = app.screen
        at_once(app, "p", key)
        await until(pilot, lambda: app.screen is not browse)
        assert browse.query_one(FilterBar).input.value == "p"


def reads(place: Path, number: int) -> Commitment:
    """A commitment as it is in the store."""
    store = open_store(place)
    try:
        return store.dossier(number).commitment
    finally:
        store.close()


def newest(place: Path) -> int:
    """The newest transaction."""
    store = open_store(place)
    try:
        return store.pulse().newest
    finally:
        store.close()


async def test_what_is_typed_behind_a_command_waits_for_its_dialog(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        cursor = browse.state.cursor
        assert cursor is not None
        at_once(app, "n", *"sux: d", "enter")  # each of them a command of the list
        await until(pilot, lambda: reads(place, cursor).note == "sux: d")
        await until(pilot, lambda: app.screen is browse)


async def test_nothing_is_taken_back_by_a_letter_of_a_word(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        before = newest(place)
        at_once(app, "E", *"uuu")
        await until(pilot, lambda: isinstance(app.screen, EditDialog))
        dialog = app.screen
        assert isinstance(dialog, EditDialog)
        await until(pilot, lambda: "uuu" in dialog.held().get("title", ""))
        assert newest(place) == before


async def test_what_is_pasted_stands_there_once_and_harmless(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        dialog = await asked(pilot, app, "n", NoteDialog)
        app.post_message(events.Paste("of the\x1b[31m board"))
        await until(pilot, lambda: dialog.held())
        assert dialog.held() == {"note": "of the\ufffd[31m board"}


async def test_what_is_pasted_behind_a_command_goes_into_its_dialog(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        at_once(app, "n")
        app.post_message(events.Paste("of the board"))
        await until(pilot, lambda: isinstance(app.screen, NoteDialog))
        dialog = app.screen
        assert isinstance(dialog, NoteDialog)
        await until(pilot, lambda: dialog.held() == {"note": "of the board"})


async def test_a_filter_may_be_typed_right_behind_the_key_that_opens_it(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        at_once(app, "slash", *"plan", "enter")
        await until(pilot, lambda: browse.state.filter == "plan")
        await until(pilot, lambda: app.focused is browse.table)


async def test_a_reason_to_reject_may_be_picked_right_behind_the_key_that_asks(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        await pilot.press("i")
        await until(pilot, lambda: isinstance(app.screen, InboxScreen))
        inbox = app.screen
        assert isinstance(inbox, InboxScreen)
        await until(pilot, lambda: inbox.candidates.current)
        first = inbox.candidates.current
        assert first is not None
        at_once(app, "x", "n")  # in the inbox itself, n goes to the next statement
        number = first.commitment.number
        await until(pilot, lambda: reads(place, number).status is Status.REJECTED)


async def test_an_action_that_never_asks_lets_keys_go_on_when_it_is_done(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        top = browse.table.cursor
        at_once(app, "u", "down", "U", "down")
        await until(pilot, lambda: browse.table.cursor not in (None, top))


def without_end(
    browse: BrowseScreen, monkeypatch: pytest.MonkeyPatch
) -> tuple[asyncio.Event, asyncio.Event]:
    """Keep a command of the list from its dialog; when it has begun, and what lets it go on."""
    begun, go_on = asyncio.Event(), asyncio.Event()

    async def hand() -> tuple[int, ...]:
        begun.set()
        await go_on.wait()
        return ()

    monkeypatch.setattr(browse, "in_hand", hand)
    return begun, go_on


async def test_what_waited_for_a_dialog_that_never_came_does_nothing(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.tui.key_order._ASKING", 0.05)
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        begun, never = without_end(browse, monkeypatch)
        at_once(app, "n", *"TTT")
        await begun.wait()
        await until(pilot, lambda: not app._taking)
        assert not app._given
        assert app.screen is browse
        assert not browse.table.comfortable
        never.set()


async def test_a_key_given_when_nobody_expects_a_dialog_any_more_is_for_what_is_there(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.tui.key_order._ASKING", 0.0)
    app = app_on(place)
    async with app.run_test(size=WIDE) as pilot:
        await until(pilot, lambda: browse_of(app).table.numbers)
        browse = browse_of(app)
        top = browse.table.cursor
        begun, never = without_end(browse, monkeypatch)
        at_once(app, "n")
        await begun.wait()
        at_once(app, "down")
        await until(pilot, lambda: browse.table.cursor not in (None, top))
        never.set()


def test_every_action_that_takes_its_time_lets_keys_wait() -> None:
    place = Path(tui.__file__).parent
    moving = {"action_statement"}  # leads to another statement, and asks nothing
    found = [
        (path.name, one.name)
        for path in sorted(place.rglob("*.py"))
        for one in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(one, ast.AsyncFunctionDef) and one.name.startswith("action_")
        for decorator in one.decorator_list
        if "work" in ast.unparse(decorator) and one.name not in moving
    ]
    assert found == []
