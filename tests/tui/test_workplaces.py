"""Places to work: by key, by letter, by click and by name; each stays as it was left."""

from __future__ import annotations

import subprocess
import sys
from collections import Counter
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot
from textual.screen import Screen

from commitrack.model.actions import SetFields
from commitrack.tui.app import CommitrackApp
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.go import GoScreen
from commitrack.tui.screens.history import HistoryScreen
from commitrack.tui.screens.inbox import InboxScreen
from commitrack.tui.screens.place_screen import PlaceScreen
from commitrack.tui.screens.sign_off import SignOffScreen
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.widgets.place_bar import PlaceBar, fitting
from commitrack.tui.workplaces import START, WORKPLACES, WorkPlace
from tests.tui.building import app_on, do, screen_text, until

KEYS = tuple(one.keys[0] for one in WORKPLACES)
OTHERS = tuple(one for one in WORKPLACES if one is not START)
PLACES = pytest.mark.parametrize("place_", OTHERS, ids=lambda one: one.id)


def browse(app: CommitrackApp) -> BrowseScreen:
    screen = app.get_screen_stack(START.id)[0]
    assert isinstance(screen, BrowseScreen)
    return screen


async def ready(pilot: Pilot[None], app: CommitrackApp) -> None:
    """All eight commitments are listed, the cursor is on the fourth and the sixth is marked."""
    await until(pilot, lambda: "all" in browse(app).counts)
    await pilot.press("0")
    await until(pilot, lambda: len(browse(app).table.numbers) == 8)
    await pilot.press("home", *["down"] * 5, "space")
    await until(pilot, lambda: browse(app).state.marked == {6})
    await pilot.press("home", "down", "down", "down")
    await until(pilot, lambda: browse(app).table.cursor == 4)


def as_left(app: CommitrackApp) -> bool:
    return (
        app.screen is browse(app)
        and browse(app).table.cursor == 4
        and browse(app).state.marked == {6}
        and browse(app).table.has_focus
    )


def home(place_: WorkPlace) -> type[Screen[Any]]:
    module, name = place_.home.split(":")
    found: type[Screen[Any]] = getattr(import_module(f"commitrack.tui.screens.{module}"), name)
    return found


def label_at(app: CommitrackApp, name: str) -> int:
    """Where the middle of a name stands in the bar."""
    return screen_text(app).split("\n")[0].index(name) + len(name) // 2


def test_every_place_has_a_name_a_key_and_a_letter_of_its_own() -> None:
    for told in ("id", "name", "short", "letter", "home"):
        assert len({getattr(one, told) for one in WORKPLACES}) == len(WORKPLACES)
    keys = Counter(key for one in WORKPLACES for key in one.keys)
    assert max(keys.values()) == 1
    assert "g" not in {one.letter for one in WORKPLACES}
    assert home(START) is BrowseScreen


@PLACES
def test_every_place_hears_of_changes_and_leads_back(place_: WorkPlace) -> None:
    assert issubclass(home(place_), PlaceScreen)
    assert "reload" in vars(home(place_))


@PLACES
@pytest.mark.parametrize("back", ["escape", "the key once more", "browse by key"])
async def test_a_key_leads_there_and_the_list_is_as_it_was_left(
    place: Path, place_: WorkPlace, back: str
) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        for key in place_.keys:
            await pilot.press(key)
            await until(pilot, lambda: type(app.screen) is home(place_))
            await pilot.press({"escape": "escape", "browse by key": "f2"}.get(back, key))
            await until(pilot, lambda: as_left(app))


@PLACES
async def test_a_letter_in_the_menu_leads_there(place: Path, place_: WorkPlace) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        await pilot.press("g", place_.letter)
        await until(pilot, lambda: type(app.screen) is home(place_))
        await pilot.press("g", START.letter)
        await until(pilot, lambda: as_left(app))


async def test_the_menu_is_done_with_arrows_with_a_click_or_not_at_all(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        await pilot.press("g", "down", "enter")
        await until(pilot, lambda: isinstance(app.screen, InboxScreen))
        await pilot.press("g")
        await until(pilot, lambda: isinstance(app.screen, GoScreen))
        rows = screen_text(app).split("\n")
        row = next(at for at, line in enumerate(rows) if "awaits sign-off" in line)
        await pilot.click(offset=(40, row))
        await until(pilot, lambda: isinstance(app.screen, SignOffScreen))
        await pilot.press("g", "escape")
        await until(pilot, lambda: isinstance(app.screen, SignOffScreen))
        await pilot.press("g")
        await until(pilot, lambda: isinstance(app.screen, GoScreen))
        await pilot.click(offset=(40, 0))
        await until(pilot, lambda: isinstance(app.screen, SignOffScreen))


async def test_g_twice_leads_to_the_first_of_the_list(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        await pilot.press("g", "g")
        await until(pilot, lambda: browse(app).table.cursor == 1)


async def test_a_click_in_the_bar_leads_there(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        for one in (*OTHERS, START):
            await pilot.click(PlaceBar, offset=(label_at(app, one.name), 0))
            await until(pilot, lambda one=one: type(app.screen) is home(one))  # type: ignore[misc]
        assert as_left(app)
        await pilot.click(PlaceBar, offset=(label_at(app, START.name), 0))
        assert as_left(app)


async def test_the_palette_leads_there(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("ctrl+p", *"Reviews")
        await until(pilot, lambda: "awaits sign-off" in screen_text(app))
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, SignOffScreen))


async def test_what_was_opened_in_a_place_is_still_open_there(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StatementScreen))
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, HistoryScreen))
        await pilot.press("f2")
        await until(pilot, lambda: isinstance(app.screen, StatementScreen))
        await pilot.press("f2")
        await until(pilot, lambda: as_left(app))


async def test_what_is_typed_leads_nowhere(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        await pilot.press("slash", *"gig")
        await until(pilot, lambda: browse(app).state.filter == "gig")
        assert app.screen is browse(app)
        await pilot.press("escape", "n")
        await until(pilot, lambda: app.screen is not browse(app))
        dialog = app.screen
        await pilot.press("g", "f3", "i")
        assert app.screen is dialog


async def test_what_waits_is_counted_and_follows_the_record(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        await until(pilot, lambda: "Inbox 2" in screen_text(app).split("\n")[0])
        await pilot.press("f3")
        await until(pilot, lambda: isinstance(app.screen, InboxScreen))
        await until(pilot, lambda: "2 in all" in screen_text(app))
        await pilot.press("a")
        await until(pilot, lambda: "Inbox 1" in screen_text(app).split("\n")[0])


@PLACES
async def test_what_others_did_meanwhile_is_there_when_one_comes_back(
    place: Path, place_: WorkPlace, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[Screen[Any]] = []
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        await pilot.press(place_.keys[0])
        await until(pilot, lambda: type(app.screen) is home(place_))
        await pilot.press("escape")
        await until(pilot, lambda: as_left(app))
        monkeypatch.setattr(home(place_), "reload", lambda screen: asked.append(screen))
        do(place, 4, SetFields({"title": "Another name"}), by="bob")
        app.feel_pulse()
        await until(pilot, lambda: "Another name" in screen_text(app))
        assert asked == []
        await pilot.press(place_.keys[0])
        await until(pilot, lambda: asked == [app.screen])


async def test_the_help_of_a_place_tells_of_the_others(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 60)) as pilot:
        await ready(pilot, app)
        await pilot.press("f10", "question_mark")
        await until(pilot, lambda: START.help in screen_text(app))


@given(
    width=st.integers(20, 200),
    here=st.integers(0, len(WORKPLACES) - 1),
    counts=st.dictionaries(st.sampled_from([one.id for one in WORKPLACES]), st.integers(0, 10**7)),
)
def test_the_bar_is_never_wider_than_the_screen_and_shows_where_one_is(
    width: int, here: int, counts: dict[str, int]
) -> None:
    drawn = fitting(width, here, counts, KEYS)
    assert sum(cell_len(text) for _, label in drawn for text, _ in label) <= width
    shown = [at for at, _ in drawn if at is not None]
    assert here in shown
    assert shown == list(range(shown[0], shown[-1] + 1))
    assert (len(shown) < len(WORKPLACES)) == any(at is None for at, _ in drawn)


def test_no_place_but_the_first_is_loaded_with_the_program() -> None:
    modules = [f"commitrack.tui.screens.{one.home.split(':')[0]}" for one in OTHERS]
    program = f"import sys, commitrack.tui.app; print([m for m in {modules} if m in sys.modules])"
    told = subprocess.run(
        [sys.executable, "-c", program], capture_output=True, text=True, check=True
    )
    assert told.stdout == "[]\n"
