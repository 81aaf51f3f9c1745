"""The mouse alone: the right button, the ends of lines, sheets that close, and marks."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from textual.command import CommandPalette
from textual.events import MouseDown, MouseScrollDown, MouseUp
from textual.pilot import Pilot
from textual.screen import Screen

from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs import DatesDialog, NoteDialog
from commitrack.tui.dialogs.leaving import LeaveDialog
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.go import GoScreen
from commitrack.tui.screens.help import HelpScreen
from commitrack.tui.screens.inbox import InboxScreen
from commitrack.tui.screens.peek import PeekScreen
from commitrack.tui.screens.preview import PreviewScreen
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.widgets.preview_lines import PreviewLines
from tests.tui.building import app_on, screen_text, until
from tests.tui.scenes import Scene, opened, settle

SIZES = ((60, 24), (80, 24), (120, 40))


def rows(app: CommitrackApp) -> list[str]:
    return screen_text(app).split("\n")


def spot(app: CommitrackApp, words: str, first: int = 0) -> tuple[int, int]:
    """Where these words are, from a line on."""
    y = next(n for n, line in enumerate(rows(app)) if n >= first and words in line)
    return rows(app)[y].index(words), y


async def listed(pilot: Pilot[None], app: CommitrackApp) -> BrowseScreen:
    """All eight, listed."""
    await pilot.press("0")
    screen = app.screen
    assert isinstance(screen, BrowseScreen)
    await until(pilot, lambda: screen.table.count == 8)
    return screen


def right_click(app: CommitrackApp, x: int, y: int) -> None:
    """What the driver says when the right button is pressed and let go."""
    for kind in (MouseDown, MouseUp):
        app.post_message(kind(None, x, y, 0, 0, 3, False, False, False, x, y))


def on(app: CommitrackApp, kind: type[Screen[Any]]) -> bool:
    return isinstance(app.screen, kind)


async def test_the_right_button_goes_to_a_row_and_offers_what_can_be_done_with_it(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 30)) as pilot:
        browse = await listed(pilot, app)
        right_click(app, *spot(app, "C-0004"))
        await until(pilot, lambda: on(app, CommandPalette))
        await until(pilot, lambda: "  Dates  d" in screen_text(app))
        assert browse.table.cursor == 4
        assert browse.state.marked == frozenset()
        await pilot.click(offset=spot(app, "  Dates  d"))
        await until(pilot, lambda: on(app, DatesDialog))
        assert "C-0004" in rows(app)[-1] or "C-0004" in screen_text(app)


async def test_the_right_button_does_nothing_by_itself(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(100, 30)) as pilot:
        await listed(pilot, app)
        right_click(app, spot(app, "Inbox")[0] + 1, 0)
        await until(pilot, lambda: on(app, CommandPalette))
        assert app.current_mode == "browse"
        await pilot.press("escape")
        await pilot.press("f3")
        await until(pilot, lambda: on(app, InboxScreen))
        await until(pilot, lambda: "left in S-0001" in screen_text(app))
        right_click(app, *spot(app, "Accept"))
        await until(pilot, lambda: "Accept  a" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: on(app, InboxScreen))
        assert "u takes it back" not in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("key", ["f2", "f3", "f4", "f5", "f6", "f7", "f8", "f9", "f10"])
async def test_the_end_of_the_bottom_line_leads_to_all_commands_the_own_ones_first(
    place: Path, size: tuple[int, int], key: str
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await listed(pilot, app)
        if key != "f2":
            await pilot.press(key)
        mode = {"f2": "browse"}.get(key)
        await until(pilot, lambda: mode is not None or app.current_mode != "browse")
        await until(pilot, lambda: rows(app)[-1].rstrip().endswith(("…", "All commands")))
        await pilot.click(offset=(len(rows(app)[-1].rstrip()) - 1, size[1] - 1))
        await until(pilot, lambda: on(app, CommandPalette))
        await until(pilot, lambda: len(rows(app)) > 8 and rows(app)[8].strip() != "")
        shown = screen_text(app)
        assert "View: " not in "\n".join(rows(app)[:10])
        assert "Focus Next" not in shown


@pytest.mark.parametrize(
    ("key", "kind"), [("question_mark", HelpScreen), ("p", PeekScreen), ("g", GoScreen)]
)
@pytest.mark.parametrize("where", ["beside", "edge"])
async def test_a_sheet_closes_with_a_click_beside_it_or_on_its_lower_edge(
    place: Path, key: str, kind: type[Screen[Any]], where: str
) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await listed(pilot, app)
        await pilot.press(key)
        await until(pilot, lambda: on(app, kind))
        sheet = app.screen.query_one(".sheet")
        await until(pilot, lambda: sheet.region.height > 5)
        region = sheet.region
        await pilot.click(offset=(region.x + 4, region.y + 2 if key != "g" else region.y))
        assert on(app, kind)
        await pilot.click(offset=(1, 1) if where == "beside" else (region.x + 4, region.bottom - 1))
        await until(pilot, lambda: on(app, BrowseScreen))


async def test_the_head_of_the_marks_marks_all_and_the_edit_is_seen_whole(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        browse = await listed(pilot, app)
        await pilot.click(offset=(0, spot(app, "✓ID")[1]))
        await until(pilot, lambda: len(browse.state.marked) == 8)
        await pilot.press("n", *"seen")
        await pilot.press("enter")
        await until(pilot, lambda: on(app, PreviewScreen))
        lines = app.screen.query_one(PreviewLines)
        await until(pilot, lambda: "C-0001" in screen_text(app))
        await pilot.press("end")
        await until(pilot, lambda: "C-0008" in screen_text(app))
        await pilot.press("home")
        await until(pilot, lambda: "C-0001" in screen_text(app))
        assert lines.max_scroll_y > 0
        await pilot.press("escape")
        await until(pilot, lambda: on(app, BrowseScreen))
        await pilot.click(offset=(0, spot(app, "✓ID")[1]))
        await until(pilot, lambda: not browse.state.marked)


async def test_the_end_of_a_line_of_views_leads_to_all_and_the_wheel_goes_on(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        browse = await listed(pilot, app)
        await pilot.click(offset=(0, 2))
        await until(pilot, lambda: "View: Overdue" in screen_text(app))
        await pilot.click(offset=spot(app, "View: Overdue"))
        await until(pilot, lambda: on(app, BrowseScreen) and browse.state.view.name == "overdue")
        await pilot._post_mouse_events(  # the pilot has no wheel of its own
            [MouseScrollDown], "#strip", (4, 0)
        )
        await until(pilot, lambda: browse.state.view.hotkey == "4")


@pytest.mark.parametrize(
    ("keys", "words"),
    [(("0",), "Said by"), (("f4",), "In the statement"), (("f5",), "Said by")],
    ids=("browse", "reviews", "agenda"),
)
async def test_a_double_click_in_what_is_told_of_one_opens_its_statement(
    keys: tuple[str, ...], words: str, worlds: Callable[[str], Path]
) -> None:
    async with opened(Scene("busy", keys, (120, 40)), worlds("busy")) as pilot:
        app = pilot.app
        assert isinstance(app, CommitrackApp)
        place = spot(app, words)
        await pilot.click(offset=place)
        await settle(pilot)
        assert not on(app, StatementScreen)
        await pilot.double_click(offset=place)
        await until(pilot, lambda: on(app, StatementScreen))


@pytest.mark.parametrize("key", ["n", "vertical_line"])
async def test_a_click_beside_a_dialog_closes_it_as_escape_does(key: str, place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        browse = await listed(pilot, app)
        await pilot.press(key)
        await until(pilot, lambda: app.screen is not browse and app.screen.focused)
        dialog = app.screen
        await pilot.click(offset=(1, 38))
        await until(pilot, lambda: app.screen is browse)
        await pilot.press(key)
        await until(pilot, lambda: app.screen is not browse and app.screen.focused)
        await pilot.click(offset=(60, 20))
        await pilot.pause()
        assert type(app.screen) is type(dialog)


async def test_a_click_beside_a_form_asks_what_becomes_of_typed_text(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await listed(pilot, app)
        await pilot.press("n")
        await until(pilot, lambda: isinstance(app.screen, NoteDialog))
        dialog = app.screen
        await pilot.press(*"typed")
        await pilot.click(offset=(1, 38))
        await until(pilot, lambda: isinstance(app.screen, LeaveDialog))
        await pilot.click(offset=(1, 38))
        await until(pilot, lambda: app.screen is dialog)
