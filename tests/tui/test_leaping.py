"""Letters on everything that can be gone to, and what they lead to."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from commitrack.tui.leaping import LETTERS, Spot, labels, spots
from commitrack.tui.screens.leap import LeapScreen
from commitrack.tui.widgets.month_grid import MonthGrid
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.views_pane import ViewsPane
from tests.tui.building import TODAY, app_on, until
from tests.tui.scenes import PLACES, Scene, lines, opened, settle
from tests.tui.test_app import browse, on_all


@given(st.integers(0, len(LETTERS) ** 2))
def test_no_label_begins_another_and_each_is_one_of_its_kind(count: int) -> None:
    found = labels(count)
    assert len(set(found)) == len(found) == count
    assert all(set(one) <= set(LETTERS) for one in found)
    single = {one for one in found if len(one) == 1}
    assert all(one[0] not in single for one in found if len(one) == 2)
    assert count > len(LETTERS) or len(single) == count, "one letter is enough for each"


def leading_to(found: list[Spot], kind: type, nth: int = 0) -> str:
    """The letters that lead to the nth thing in a widget of a kind."""
    names = labels(len(found))
    return [names[at] for at, one in enumerate(found) if isinstance(one.widget, kind)][nth]


async def test_a_letter_goes_to_a_row_a_view_and_a_place(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await on_all(pilot, app)
        screen = browse(app)
        await pilot.press("apostrophe", labels(len(spots(app.screen)))[3])
        await until(pilot, lambda: app.screen is screen and screen.table.row == 3)
        view = leading_to(spots(app.screen), ViewsPane, 1)
        await pilot.press("ctrl+o", *view)
        await until(pilot, lambda: screen.state.view.name == screen.state.views[1].name)
        assert screen.query_one(ViewsPane).has_focus
        reviews = leading_to(spots(app.screen), PlaceBar, 2)
        await pilot.press("apostrophe", *reviews)
        await until(pilot, lambda: app.current_mode == "reviews")


async def test_a_letter_goes_to_a_day(busy: Path) -> None:
    async with opened(Scene(keys=("f5",), size=(120, 40)), busy) as pilot:
        month = pilot.app.screen.query_one(MonthGrid)
        assert month.day == TODAY
        letters = leading_to(spots(pilot.app.screen), MonthGrid, 9)
        await pilot.press("apostrophe", *letters)
        await settle(pilot)
        assert month.day == date(2026, 3, 4), "the ninth day after 23 February, a Monday"


async def test_a_click_is_a_letter_too_and_any_other_key_or_click_leaves(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await on_all(pilot, app)
        for leave in ("escape", "1", "ctrl+o"):
            await pilot.press("apostrophe")
            assert isinstance(app.screen, LeapScreen)
            await pilot.press(leave)
            await until(pilot, lambda: app.screen is browse(app))
        at = spots(app.screen)[4].at
        await pilot.press("apostrophe")
        await pilot.click(offset=(at.x, at.y))
        await until(pilot, lambda: app.screen is browse(app) and browse(app).table.row == 4)
        await pilot.press("slash", "apostrophe")
        assert not isinstance(app.screen, LeapScreen), "what is typed is typed"


@pytest.mark.parametrize("size", [(60, 24), (200, 60)])
async def test_every_place_has_letters_and_stays_as_it_was_under_them(
    size: tuple[int, int], busy: Path
) -> None:
    async with opened(Scene(size=size), busy) as pilot:
        for name, keys in PLACES.items():
            await pilot.press(*keys)
            await settle(pilot)
            before, found = lines(pilot.app), spots(pilot.app.screen)
            assert len(found) >= 9, name
            await pilot.press("ctrl+o")
            under = lines(pilot.app)
            assert [cell_len(line) for line in under] == [size[0]] * size[1], name
            assert sum(a != b for a, b in zip(before, under, strict=True)) >= 2, name
            for letters, one in zip(labels(len(found)), found, strict=True):
                assert letters in under[one.at.y], (name, letters)
            await pilot.press("escape")
            await settle(pilot)
            assert lines(pilot.app) == before, name
