"""The dashboard: every bar leads to the list it counts, by keys alone and by mouse alone."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import pytest
from textual.pilot import Pilot

from commitrack.model.actions import RecordCheck, SetFields, SetStatus
from commitrack.model.records import CheckResult
from commitrack.model.status import Status
from commitrack.query import parse
from commitrack.store import Lens, open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dashboard import LEFT, RIGHT, panels
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.dashboard import DashboardScreen
from commitrack.tui.widgets.chart_pane import ChartPane
from tests.tui.building import HOSTILE, TODAY, app_on, do, screen_text, sign, until


def pane(app: CommitrackApp, key: str) -> ChartPane:
    return app.screen.query_one(f"#chart-{key}", ChartPane)


def settled(app: CommitrackApp) -> bool:
    return isinstance(app.screen, DashboardScreen) and all(
        one.chart is not None and not one.chart.counting
        for one in app.screen.query(ChartPane)
        if one.size.width
    )


async def open_board(pilot: Pilot[None], app: CommitrackApp) -> None:
    await pilot.press("f8")
    await until(pilot, lambda: settled(app))


def browsing(app: CommitrackApp) -> BrowseScreen:
    assert isinstance(app.screen, BrowseScreen)
    return app.screen


def found(place: Path, query: str) -> int:
    store = open_store(place)
    try:
        return len(store.ids(parse(query), Lens(TODAY, "ann")))
    finally:
        store.close()


async def test_by_keys_alone_a_bar_leads_to_its_list_and_one_comes_back_to_it(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_board(pilot, app)
        await pilot.press("down", "down")
        await until(pilot, lambda: pane(app, "status").has_focus)
        await pilot.press("right")
        await until(pilot, lambda: not pane(app, "status").has_focus)
        while not pane(app, "ageing").has_focus:
            await pilot.press("up")
            await pilot.pause()
        await pilot.press("home", "enter")
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))
        await until(pilot, lambda: browsing(app).table.count == 3)
        query = panels()["ageing"].waiting(app.lens).bars[0].query
        assert browsing(app).state.filter == query
        assert sorted(browsing(app).table.numbers) == [1, 3, 6]
        await pilot.press("escape")
        await until(pilot, lambda: browsing(app).table.count == 8)
        await pilot.press("f8")
        await until(pilot, lambda: settled(app) and pane(app, "ageing").has_focus)


async def test_by_mouse_alone_a_bar_leads_to_its_list(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.pause()
        bar = screen_text(app).split("\n")[0]
        await pilot.click(offset=(bar.index("Dashboard") + 2, 0))
        await until(pilot, lambda: settled(app))
        status = pane(app, "status")
        place_ = [one.label for one in (status.chart.bars if status.chart else ())].index("stalled")
        await pilot.click(status, offset=(4, place_ + 1))
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))
        await until(pilot, lambda: list(browsing(app).table.numbers) == [6])
        assert browsing(app).state.filter == "status:stalled"


@pytest.mark.parametrize("key", panels())
async def test_every_target_of_every_chart_lists_as_many_as_it_says(place: Path, key: str) -> None:
    app = app_on(place)
    async with app.run_test(size=(200, 60)) as pilot:
        await open_board(pilot, app)
        chart = pane(app, key).chart
        assert chart is not None
        counts = [one.total for one in chart.bars]
        counts += [chart.of_series(n) for n in range(len(chart.legend))]
        for target, count in zip(chart.targets, counts, strict=True):
            if chart.is_empty:
                continue
            pane(app, key).post_message(ChartPane.Opened(target))
            await until(pilot, lambda: isinstance(app.screen, BrowseScreen))
            screen = browsing(app)
            await until(pilot, partial(_lists, screen, count))
            assert found(place, target) == count
            await open_board(pilot, app)


def _lists(screen: BrowseScreen, count: int | None) -> bool:
    return screen.shown.query == screen.state.query and screen.table.count == count


async def test_arrows_walk_from_chart_to_chart_and_within_columns(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 50)) as pilot:
        await open_board(pilot, app)
        assert pane(app, "fortnight").has_focus
        await pilot.press("l", "l", "h")
        assert pane(app, "fortnight").lit == 1
        await pilot.press("down")
        assert pane(app, "fortnight").lit == 14  # the first of the legend
        await pilot.press("j")
        assert pane(app, "status").has_focus
        await pilot.press("up")
        assert pane(app, "fortnight").has_focus
        await pilot.press("down", "down", "right")
        assert app.screen.focused in [pane(app, one.key) for one in RIGHT]
        await pilot.press("left")
        assert app.screen.focused in [pane(app, one.key) for one in LEFT]


async def test_what_others_do_is_counted_anew(place: Path) -> None:
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await open_board(pilot, app)
        do(place, 4, RecordCheck(CheckResult.NO_REPLY, "by letter"), by="bob")
        do(place, 4, SetStatus(Status.STALLED, "no reply"), by="bob")
        app.feel_pulse()

        def stalled() -> int | None:
            chart = pane(app, "status").chart
            assert chart is not None
            return next(one.total for one in chart.bars if one.label == "stalled")

        await until(pilot, lambda: stalled() == 2)


@pytest.mark.parametrize("size", [(200, 60), (120, 40), (80, 24), (60, 24)])
async def test_hostile_owners_are_harmless_in_every_size(
    place: Path, size: tuple[int, int]
) -> None:
    store = open_store(place)
    store.set_party("NHS Employers", {"name": f"Board {HOSTILE}"}, sign())
    store.close()
    do(place, 1, SetFields({"due": TODAY.replace(year=2027)}, "later"))
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await open_board(pilot, app)
        chart = pane(app, "owners").chart
        assert chart is not None and len(chart.bars) == 1
        pane(app, "owners").focus()
        await until(pilot, lambda: "Board [/x]" in screen_text(app))
        shown = screen_text(app)
        assert not set(shown) & set("\x1b\x00\x07\u202e")
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))
        await until(pilot, lambda: browsing(app).table.count == 1)


async def test_without_statements_it_says_how_to_begin(tmp_path: Path) -> None:
    place = tmp_path / "record.db"
    open_store(place, create=True).close()
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await open_board(pilot, app)
        await until(pilot, lambda: "No commitments yet" in screen_text(app))
        assert "commitrack add FILE" in screen_text(app)
        await pilot.press("escape")
        await until(pilot, lambda: isinstance(app.screen, BrowseScreen))


async def test_a_large_terminal_has_taller_columns_and_a_third_column_of_charts(
    place: Path,
) -> None:
    app = app_on(place)
    async with app.run_test(size=(200, 60)) as pilot:
        await open_board(pilot, app)
        assert pane(app, "fortnight").size.height > 15
        assert "Open, by lead" in screen_text(app)
        assert screen_text(app).split("\n")[-1].rstrip().endswith("All commands")
        await pilot.resize_terminal(100, 30)
        await until(pilot, lambda: "Open, by lead" not in screen_text(app))
        await until(pilot, lambda: pane(app, "fortnight").size.height == 9)
        await pilot.press("up", "left")
        assert pane(app, "fortnight").has_focus
        await pilot.resize_terminal(190, 60)
        await until(pilot, lambda: "Open, by lead" in screen_text(app))
        await until(pilot, lambda: settled(app))
