"""Going to an ID, a quick look, copying, columns, and the sizes of the panes."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from textual.widgets import Static

from commitrack.model.records import Commitment, Dossier, Source
from commitrack.model.statements import Precision
from commitrack.tui.citing import KINDS, copied
from commitrack.tui.dialogs.columns import ColumnsDialog
from commitrack.tui.dialogs.copying import CopyDialog
from commitrack.tui.dialogs.jump import JumpDialog
from commitrack.tui.screens.peek import PeekScreen
from tests.tui.building import HOSTILE, QUOTES, app_on, screen_text, until
from tests.tui.screens.test_browse import SIZES, browse, go, listed, ready
from tests.tui.screens.test_saved_views import said

ALL = [1, 2, 3, 4, 5, 6, 7, 8]


@pytest.mark.parametrize("size", [*SIZES, (60, 24)])
@pytest.mark.parametrize("typed", ["c6", "C-0006", "6"])
async def test_an_id_is_gone_to_however_it_is_written(
    place: Path, size: tuple[int, int], typed: str
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await go(pilot, app, "0", ALL)
        await pilot.press("number_sign")
        await until(pilot, lambda: isinstance(app.screen, JumpDialog))
        await pilot.press(*typed, "enter")
        await until(pilot, lambda: browse(app).table.cursor == 6)
        assert browse(app).state.view.name == "all"
        assert browse(app).table.has_focus


async def test_what_is_not_in_the_list_is_shown_among_all_and_what_is_not_there_is_said(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "3", [6, 1, 3])
        await pilot.press("slash", *"C-1", "enter", "number_sign")
        await until(pilot, lambda: isinstance(app.screen, JumpDialog))
        await pilot.press(*"x9", "enter")
        await until(pilot, lambda: "is not an ID here" in screen_text(app))
        await pilot.press("ctrl+u", *"c99", "enter")
        await until(pilot, lambda: "there is no C-0099" in said(app))
        assert browse(app).state.view.name == "overdue"
        await pilot.press("number_sign")
        await until(pilot, lambda: isinstance(app.screen, JumpDialog))
        await pilot.press(*"c7", "enter")
        await until(pilot, lambda: browse(app).table.cursor == 7)
        assert listed(app) == ALL
        assert browse(app).state.filter == ""


@pytest.mark.parametrize("size", [*SIZES, (60, 24)])
async def test_a_quick_look_shows_all_of_a_record_and_the_same_key_closes_it(
    place: Path, size: tuple[int, int]
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await go(pilot, app, "0", ALL)
        await pilot.press("Z", "down", "p")
        await until(pilot, lambda: isinstance(app.screen, PeekScreen))
        words = " ".join(screen_text(app).split())
        assert all(word in words for word in QUOTES[1].split())
        assert "Owner" in words
        await pilot.press("p")
        await until(pilot, lambda: app.screen is browse(app))
        await pilot.press("end", "up", "p")
        await until(pilot, lambda: isinstance(app.screen, PeekScreen))
        assert not any(char in screen_text(app) for char in "\x1b\x00\u202e")


@pytest.mark.parametrize(
    ("key", "text"),
    [
        ("i", "C-0001"),
        ("q", "“We will publish a plan by 30 June 2026.”"),
        ("c", "2026-02-12 (S-0001, C-0001)"),
        ("m", "> We will publish a plan by 30 June 2026\\."),
    ],
)
async def test_a_commitment_is_copied_in_the_form_that_is_asked_for(
    place: Path, key: str, text: str
) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", ALL)
        await until(pilot, lambda: browse(app).at_hand is not None)
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, CopyDialog))
        await pilot.press(key)
        await until(pilot, lambda: app.screen is browse(app) and app.clipboard)
        assert text.replace("\\.", "") in app.clipboard.replace("\\.", "")
        await until(pilot, lambda: "copied: " in said(app))
        assert not any(char in app.clipboard for char in "\x1b\x00\x07\u202e")


async def test_all_that_is_marked_is_copied_in_its_order(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await go(pilot, app, "0", ALL)
        await pilot.press("end", "space", "home", "space", "y")
        await until(pilot, lambda: isinstance(app.screen, CopyDialog))
        await pilot.press("enter")
        await until(pilot, lambda: app.clipboard == "C-0001\nC-0008")
        await pilot.press("y")
        await until(pilot, lambda: isinstance(app.screen, CopyDialog))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is browse(app))


def test_what_is_copied_is_never_markup() -> None:
    source = Source(
        3,
        f"Plan {HOSTILE}",
        date(2026, 2, 1),
        Precision.MONTH,
        publisher=None,
        speaker="Jo *Bell*",
        role=None,
        origin="",
    )
    one = Dossier(Commitment(HOSTILE, HOSTILE, number=4), source=source)
    for kind in KINDS:
        text = copied(kind, [one, one])
        assert not any(char in text for char in "\x1b\x00\x07\u202e")
    assert "*Bell*" not in copied("m", [one])
    assert "2026-02" in copied("c", [one])
    assert copied("i", [one, one]) == "C-0004\nC-0004"
    assert copied("c", [Dossier(Commitment("By hand", "", number=5))]) == "“By hand” — C-0005"


async def test_columns_are_chosen_and_ordered(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(160, 40)) as pilot:
        await go(pilot, app, "0", ALL)
        table = browse(app).table
        automatic = table.columns
        await pilot.press("vertical_line")
        await until(pilot, lambda: isinstance(app.screen, ColumnsDialog))
        keep = str(app.screen.query_one("#columns-keep", Static).render())
        assert f"commitrack config set columns {','.join(automatic)}" in keep
        await pilot.press("down", "space", "down", "K", "K", "enter")
        await until(pilot, lambda: app.screen is browse(app))
        assert table.columns[:2] == ("rag", "id")
        assert "status" not in table.columns
        assert "○ open" not in table.render_line(1).text
        await pilot.press("vertical_line")
        await until(pilot, lambda: isinstance(app.screen, ColumnsDialog))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is browse(app))
        assert "status" not in table.columns
        await pilot.press("vertical_line")
        await until(pilot, lambda: isinstance(app.screen, ColumnsDialog))
        await pilot.press("r")
        await until(pilot, lambda: table.columns == automatic)


@pytest.mark.parametrize("size", [*SIZES, (60, 24)])
async def test_the_panes_are_resized_by_key_within_bounds(
    place: Path, size: tuple[int, int]
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await go(pilot, app, "0", ALL)
        table, detail = browse(app).table, browse(app).detail
        area = detail.region.area
        await pilot.press(*["left_square_bracket"] * 3)
        await until(pilot, lambda: detail.region.area > area)
        await pilot.press(*["right_square_bracket"] * 30)
        await until(pilot, lambda: detail.region.area < area)
        assert detail.region.area > 0
        await pilot.press(*["left_square_bracket"] * 30)
        await until(pilot, lambda: table.region.area < detail.region.area)
        assert table.size.height >= 4


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_the_edge_between_the_panes_is_dragged(place: Path, size: tuple[int, int]) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await go(pilot, app, "0", ALL)
        detail = browse(app).detail
        before = detail.region
        narrow = size[0] < 110
        x, y = (5, 0) if narrow else (0, 5)
        await pilot.mouse_down("#detail", offset=(x, y))
        to = (x, -4) if narrow else (-15, y)
        await pilot.hover("#detail", offset=to)
        await pilot.mouse_up("#detail", offset=to)
        await until(pilot, lambda: detail.region.area > before.area)
        moved = detail.region
        await pilot.hover("#table", offset=(3, 2))
        await pilot.pause()
        assert detail.region == moved


@pytest.mark.parametrize("size", [*SIZES, (60, 24)])
async def test_a_pane_is_given_all_the_room_and_escape_brings_the_others_back(
    place: Path, size: tuple[int, int]
) -> None:
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await go(pilot, app, "0", ALL)
        screen = browse(app)
        await pilot.press("z")
        await until(pilot, lambda: screen.table.region.width == size[0])
        assert not screen.detail.display
        await pilot.press("z")
        await until(pilot, lambda: bool(screen.detail.region.area))
        screen.detail.focus()
        await pilot.press("left_square_bracket", "z")
        await until(pilot, lambda: screen.detail.region.width == size[0])
        assert not screen.table.display
        await pilot.press("escape")
        await until(pilot, lambda: bool(screen.table.region.area))
        await ready(pilot, app)
