"""The browse screen: views, the list, the record beside it, by keyboard and by mouse."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual.pilot import Pilot

from commitrack.model.actions import SetFields
from commitrack.store import Lens, open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.widgets.filter_bar import FilterBar
from commitrack.tui.widgets.status_line import HeaderLine
from commitrack.tui.widgets.views_pane import ViewsPane
from tests.tui.building import HOSTILE, TODAY, app_on, do, screen_text, until

SIZES = [(80, 24), (120, 40), (170, 45)]


def browse(app: CommitrackApp) -> BrowseScreen:
    screen = app.get_screen_stack("browse")[0]
    assert isinstance(screen, BrowseScreen)
    return screen


def listed(app: CommitrackApp) -> list[int]:
    return list(browse(app).table.numbers)


def header(app: CommitrackApp) -> HeaderLine:
    return browse(app).query_one(HeaderLine)


async def ready(pilot: Pilot[None], app: CommitrackApp) -> None:
    await until(pilot, lambda: "all" in browse(app).counts)


async def go(pilot: Pilot[None], app: CommitrackApp, key: str, numbers: list[int]) -> None:
    """Press a view's key and wait for what it lists."""
    await ready(pilot, app)
    await pilot.press(key)
    await until(pilot, lambda: listed(app) == numbers)


@pytest.mark.parametrize("size", SIZES)
async def test_the_overdue_view_lists_exactly_what_is_overdue(
    place: Path, size: tuple[int, int]
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await go(pilot, app, "3", [6, 1, 3])
        assert header(app).title == "3 overdue"
        shown = screen_text(app)
        assert "30 d late" in shown
        assert "1 d late" in shown
        store = open_store(place)
        from commitrack.query import parse

        assert listed(app) == list(store.ids(parse("is:overdue sort:due"), Lens(TODAY)))
        store.close()


async def test_the_views_show_their_counts(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        counts = browse(app).query_one(ViewsPane).counts
        assert (counts["inbox"], counts["open"], counts["overdue"]) == (2, 5, 3)
        assert (counts["closed"], counts["all"]) == (1, 8)


@pytest.mark.parametrize("size", SIZES)
async def test_the_detail_follows_the_cursor_in_the_same_handler(
    place: Path, size: tuple[int, int]
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        table, detail = browse(app).table, browse(app).detail
        table.action_cursor_down()
        assert detail.dossier is not None
        assert detail.dossier.commitment.number == 2
        await pilot.press("j", "j", "k", "end", "home", "pagedown", "pageup", "G", "g", "g", "down")
        assert table.cursor == 2
        assert "C-0002 · " in screen_text(app)


@pytest.mark.parametrize("size", SIZES)
async def test_a_hostile_record_is_shown_harmlessly(place: Path, size: tuple[int, int]) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await go(pilot, app, "1", [7, 8])
        await until(pilot, lambda: "[@click=app.quit]act[/]" in screen_text(app))
        shown = screen_text(app)
        assert not any(char in shown for char in "\x1b\x00\x07\u202e")
        await pilot.click("#detail", offset=(3, 1))
        assert app.is_running


async def test_keyboard_marks_range_and_all(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.press("space")
        await until(pilot, lambda: browse(app).state.marked == {1})
        assert browse(app).table.cursor == 2
        await pilot.press("down", "down", "V")
        await until(pilot, lambda: browse(app).state.marked == {1, 2, 3, 4})
        assert "4 marked" in screen_text(app)
        await pilot.press("asterisk")
        await until(pilot, lambda: len(browse(app).state.marked) == 8)
        await pilot.press("asterisk")
        await until(pilot, lambda: not browse(app).state.marked)


async def test_escape_takes_marks_off_before_the_filter(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.press("slash", *"is:overdue", "enter")
        await until(pilot, lambda: set(listed(app)) == {1, 3, 6})
        await pilot.press("space")
        await until(pilot, lambda: browse(app).state.marked)
        await pilot.press("escape")
        assert not browse(app).state.marked
        assert browse(app).state.filter == "is:overdue"
        await pilot.press("escape")
        await until(pilot, lambda: len(listed(app)) == 8)
        assert browse(app).state.filter == ""


async def test_a_filter_narrows_while_it_is_typed_and_escape_restores(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.press("down", "down", "space", "slash", *"library")
        await until(pilot, lambda: listed(app) == [8])
        await pilot.press("escape")
        await until(pilot, lambda: len(listed(app)) == 8)
        assert browse(app).table.cursor == 4
        assert browse(app).state.marked == {3}
        assert browse(app).table.has_focus


async def test_a_filter_without_the_one_under_the_cursor_is_listed_from_its_top(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("0", "end")
        await pilot.pause()
        assert browse(app).table.row > 1
        before = browse(app).state.cursor
        await pilot.press("slash", *"is:overdue", "enter")
        await until(pilot, lambda: len(listed(app)) == 3)
        assert before not in browse(app).table.numbers
        assert browse(app).table.row == 0


async def test_a_filter_that_cannot_be_read_keeps_the_list_and_points_at_the_error(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.press("slash", *"is:overdue")
        await until(pilot, lambda: set(listed(app)) == {1, 3, 6})
        bar = browse(app).query_one(FilterBar)
        bar.input.insert_text_at_cursor(" duu:today")
        await until(pilot, lambda: bar.has_class("-wrong"))
        assert set(listed(app)) == {1, 3, 6}
        lines = screen_text(app).split("\n")
        below = next(line for line in lines if "^^^" in line)
        above = lines[lines.index(below) - 1]
        assert above[below.index("^^^") :].startswith("duu")
        assert "due" in below


async def test_a_paste_into_the_filter_cannot_drive_the_terminal(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("slash")
        browse(app).query_one(FilterBar).input.insert_text_at_cursor(HOSTILE)
        await pilot.pause()
        assert not any(char in screen_text(app) for char in "\x1b\x00\u202e")


async def test_a_click_on_a_header_sorts_and_again_turns_round(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.click("#table", offset=(3, 0))
        await until(pilot, lambda: browse(app).state.order is not None)
        await pilot.click("#table", offset=(3, 0))
        await until(pilot, lambda: listed(app)[0] == 8)
        await pilot.press("S")
        await until(pilot, lambda: listed(app)[0] == 1)


async def test_sorting_keeps_the_cursor_on_its_record(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.press("down", "S")
        await until(pilot, lambda: listed(app)[0] == 8)
        assert browse(app).table.cursor == 2
        assert browse(app).table.row == 6


async def test_clicks_choose_rows_views_and_marks(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.click("#table", offset=(10, 3))
        assert browse(app).table.cursor == 3
        await pilot.click("#table", offset=(1, 5))
        await until(pilot, lambda: browse(app).state.marked == {5})
        await pilot.click("#views", offset=(5, 3))
        await until(pilot, lambda: listed(app) == [6, 1, 3])


async def test_another_process_shows_up_and_moves_neither_cursor_nor_marks(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.press("space", "down")
        await until(pilot, lambda: browse(app).state.marked == {1})
        do(place, 3, SetFields({"lead": "zoe"}), by="bob")
        await until(pilot, lambda: "zoe" in screen_text(app))
        assert browse(app).table.cursor == 3
        assert browse(app).state.marked == {1}


async def test_an_empty_view_says_what_that_means(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await go(pilot, app, "6", [])
        assert "Nothing awaits sign-off" in screen_text(app)
        assert browse(app).detail.dossier is None


async def test_an_empty_store_says_how_to_begin(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    open_store(place, create=True).close()
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await ready(pilot, app)
        shown = screen_text(app)
        assert "No commitments yet" in shown
        assert "commitrack add FILE" in shown
        await pilot.press("down", "space", "s", "enter", "asterisk", "V", "end")
        assert app.is_running


async def test_resizing_keeps_the_cursor_and_changes_the_layout(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.press("down", "down")
        await pilot.resize_terminal(60, 16)
        await until(pilot, lambda: browse(app).has_class("-narrow"))
        assert browse(app).table.cursor == 3
        assert "C-0003" in screen_text(app)
        await pilot.resize_terminal(200, 50)
        await until(pilot, lambda: browse(app).has_class("-broad"))
        assert "Due soon" in screen_text(app)


async def test_help_lists_every_command(place: Path) -> None:
    from commitrack.tui.commands import COMMANDS
    from commitrack.tui.screens.help import command_sections

    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        await pilot.press("question_mark")
        assert "Help" in screen_text(app)
        lines = [line for section in command_sections(app.keys) for line in section.lines]
        assert len(lines) == len(COMMANDS)
        await pilot.press("escape")
        assert app.screen is browse(app)


async def test_the_palette_gives_a_command(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await ready(pilot, app)
        before = app.theme
        await pilot.press("ctrl+p")
        await pilot.press(*"dark or")
        await until(pilot, lambda: "Dark or light" in screen_text(app))
        await pilot.pause(0.2)
        await pilot.press("enter")
        await until(pilot, lambda: app.theme != before)


async def test_the_list_is_grouped_by_key_with_counts_and_folded_by_key_and_click(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.press("b")
        await until(pilot, lambda: "▾ NHS Employers  8" in screen_text(app))
        assert "by owner" in header(app).remark
        assert header(app).title == "8 in all"
        table = browse(app).table
        assert table.cursor == 1
        await pilot.press("minus")
        await until(pilot, lambda: table.cursor is None)
        assert "▸ NHS Employers  8" in screen_text(app)
        assert "publish a plan" not in screen_text(app)
        await pilot.press("space")
        await until(pilot, lambda: len(browse(app).state.marked) == 8)
        await pilot.press("escape")
        await pilot.click("#table", offset=(10, 1))
        await until(pilot, lambda: "▾ NHS Employers  8" in screen_text(app))
        do(place, 1, SetFields({"lead": "zoe"}))
        app.feel_pulse()
        await pilot.press("b")
        await until(pilot, lambda: "▾ zoe  1" in screen_text(app))
        await pilot.press("b")
        await until(pilot, lambda: "▾ ○ open" in screen_text(app))
        await pilot.press("b")
        await until(pilot, lambda: "▾" not in screen_text(app))
        assert listed(app) == [1, 2, 3, 4, 5, 6, 7, 8]


async def test_on_a_heading_it_says_of_what_and_what_can_be_done_with_it(place: Path) -> None:
    app = app_on(place)
    do(place, 1, SetFields({"lead": "zoe"}))
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.press("b", "b", "underscore", "home")
        await until(pilot, lambda: browse(app).table.heading == ("ann", 5))
        await until(pilot, lambda: "5 commitments · space marks all of it" in screen_text(app))
        assert "publish a plan" not in screen_text(app)
        await pilot.press("down")
        await until(pilot, lambda: "1 commitment · space marks all of it" in screen_text(app))
        await pilot.press("underscore", "down")
        await until(pilot, lambda: browse(app).table.cursor == 1)
        await until(pilot, lambda: "marks all of it" not in screen_text(app))
        assert "publish a plan" in screen_text(app)


async def test_rows_alternate_in_their_paper(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", [1, 2, 3, 4, 5, 6, 7, 8])
        await pilot.press("end")
        papers = [
            {segment.style.bgcolor for segment in browse(app).table.render_line(y) if segment.style}
            for y in (1, 2, 3)
        ]
        assert papers[0] == papers[2]
        assert papers[0] != papers[1]
