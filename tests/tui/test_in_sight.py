"""What has the focus is in sight: a pane that is hidden hands the keys on to one that is not."""

from __future__ import annotations

from pathlib import Path

import pytest

from commitrack.model.actions import SetFields
from commitrack.tui.screens.agenda_list import AgendaList
from commitrack.tui.widgets.chart_pane import ChartPane
from commitrack.tui.widgets.commitment_table import CommitmentTable
from commitrack.tui.widgets.month_grid import MonthGrid
from commitrack.tui.widgets.views_pane import ViewsPane
from tests.tui.building import app_on, day, do, fill, until


@pytest.fixture
def place(tmp_path: Path) -> Path:
    path = tmp_path / "record.db"
    fill(path)
    return path


async def test_the_list_hears_the_keys_of_views_that_a_narrower_terminal_hides(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.query_one(CommitmentTable).count)
        app.screen.query_one(ViewsPane).focus()
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: isinstance(app.screen.focused, CommitmentTable))


@pytest.mark.parametrize("key", ["v", "z"])
async def test_the_list_hears_the_keys_of_views_that_a_key_hides(key: str, place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await until(pilot, lambda: app.screen.query_one(CommitmentTable).count)
        app.screen.query_one(ViewsPane).focus()
        await pilot.press(key)
        await until(pilot, lambda: isinstance(app.screen.focused, CommitmentTable))


async def test_the_month_hears_the_keys_of_a_day_that_has_nothing_any_more(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: app.current_mode == "agenda")
        await until(pilot, lambda: app.screen.query_one(AgendaList).lines)
        await pilot.press("tab")
        assert isinstance(app.screen.focused, AgendaList)
        do(place, 2, SetFields({"due": day(9)}, "later"))
        await until(pilot, lambda: isinstance(app.screen.focused, MonthGrid))


async def test_a_chart_hears_the_keys_of_one_that_a_narrower_terminal_hides(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(180, 50)) as pilot:
        await pilot.press("f8")
        await until(pilot, lambda: app.current_mode == "dashboard")
        hidden = app.screen.query(ChartPane).last()
        hidden.focus()
        await pilot.resize_terminal(80, 24)
        await until(pilot, lambda: app.screen.focused not in (None, hidden))
        assert isinstance(app.screen.focused, ChartPane)
