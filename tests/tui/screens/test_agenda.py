"""The agenda: a month with what rings on each day, beside the list of it; by key and by mouse."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len
from textual.pilot import Pilot

from commitrack.model.actions import SetFields
from commitrack.model.records import Commitment
from commitrack.store import open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.dialogs import DatesDialog
from commitrack.tui.screens import agenda
from commitrack.tui.screens.agenda import AgendaScreen
from commitrack.tui.screens.agenda_list import By
from commitrack.tui.screens.agenda_rows import away
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.widgets.month_grid import short_count, week_of, weeks_of
from tests.tui.building import HOSTILE, TODAY, app_on, day, do, screen_text, until
from tests.tui.dialogs.stores import harmless

SIZES = ((120, 40), (80, 24), (60, 24))


def shown(app: CommitrackApp) -> AgendaScreen:
    screen = app.get_screen_stack("agenda")[0]
    assert isinstance(screen, AgendaScreen)
    return screen


def listed(app: CommitrackApp) -> list[tuple[int, str]]:
    """The numbers that are listed, with the clocks that put them there."""
    return [
        (line.dossier.commitment.number, "+".join(clock.value for clock, _ in line.clocks))
        for line in shown(app).list.lines
    ]


def record(place: Path, number: int) -> Commitment:
    store = open_store(place)
    try:
        return store.dossier(number).commitment
    finally:
        store.close()


@asynccontextmanager
async def on_agenda(
    place: Path, size: tuple[int, int] = (80, 24), theme: str = "dark"
) -> AsyncIterator[tuple[CommitrackApp, Pilot[None]]]:
    app = app_on(place, theme=theme)
    async with app.run_test(size=size, notifications=True) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: app.current_mode == "agenda" and shown(app).is_mounted)
        await until(pilot, lambda: listed(app) == [(2, "due")])
        yield app, pilot


@pytest.mark.parametrize("size", SIZES)
async def test_today_is_open_with_what_rings_on_it_and_what_has_rung(
    place: Path, size: tuple[int, int]
) -> None:
    async with on_agenda(place, size) as (app, pilot):
        await until(pilot, lambda: "3 overdue" in screen_text(app))
        text = screen_text(app)
        assert "Mon 2 Mar 2026  today  ·  1 due" in text
        assert "March 2026" in text
        assert "[ 2]" in text
        assert "1·1" in text  # the day before: 1 was due, 3 was to be chased
        assert harmless(text)


@pytest.mark.parametrize("size", SIZES)
async def test_keys_go_by_day_by_week_by_month_and_back_to_today(
    place: Path, size: tuple[int, int]
) -> None:
    async with on_agenda(place, size) as (app, pilot):
        month = shown(app).month
        for keys, wanted in (
            (("l", "right"), day(2)),
            (("h", "left", "left"), day(-1)),
            (("j", "down"), day(13)),
            (("k", "up", "up"), day(-8)),
            (("pagedown",), date(2026, 3, 22)),
            (("pageup", "pageup"), date(2026, 1, 22)),
            (("t",), TODAY),
        ):
            await pilot.press(*keys)
            assert month.day == wanted
        await pilot.press("left")
        await until(pilot, lambda: listed(app) == [(1, "due"), (3, "chase")])
        assert app.theme == "commitrack-dark"


async def test_a_click_goes_to_a_day_and_the_wheel_to_another_month(place: Path) -> None:
    async with on_agenda(place) as (app, pilot):
        month = shown(app).month
        await pilot.click(month, offset=(6, 3))  # Tuesday of the second week that is shown
        await until(pilot, lambda: month.day == day(1))
        await until(pilot, lambda: listed(app) == [(3, "due")])
        await pilot._post_mouse_events([_wheel()], month, offset=(6, 3))
        await until(pilot, lambda: month.day == date(2026, 4, 3))


def _wheel() -> type:
    from textual.events import MouseScrollDown

    return MouseScrollDown


async def test_the_list_is_by_day_by_week_what_is_overdue_by_owner_or_by_lead(
    place: Path,
) -> None:
    week = [(1, "due"), (2, "due"), (3, "chase"), (3, "due")]
    do(place, 2, SetFields({"lead": "Zoe"}))
    async with on_agenda(place, (120, 40)) as (app, pilot):
        await pilot.press("b")
        await until(pilot, lambda: listed(app) == [(2, "due"), (3, "due")])
        await pilot.press("b")
        await until(pilot, lambda: (6, "due") in listed(app))
        assert set(listed(app)) >= {week[0], week[2]}
        assert "yesterday" in screen_text(app)
        await pilot.press("b")
        await until(pilot, lambda: listed(app) == [(2, "due"), (3, "due")])
        assert "NHS Employers" in screen_text(app)
        await pilot.press("b")
        await until(pilot, lambda: shown(app)._by is By.LEAD)
        await until(pilot, lambda: "Zoe" in screen_text(app))
        await pilot.press("b")
        await until(pilot, lambda: listed(app) == [(2, "due")])


async def test_a_click_says_by_what_to_list(place: Path) -> None:
    async with on_agenda(place) as (app, pilot):
        line = screen_text(app).split("\n")[2]
        await pilot.click(offset=(line.index("overdue"), 2))
        await until(pilot, lambda: (6, "due") in listed(app))
        line = screen_text(app).split("\n")[2]
        assert "[overdue]" in line
        await pilot.click(offset=(line.index("week"), 2))
        await until(pilot, lambda: listed(app) == [(2, "due"), (3, "due")])


async def test_a_key_looks_later_says_so_and_undo_takes_it_back(place: Path) -> None:
    async with on_agenda(place, (120, 40)) as (app, pilot):
        await pilot.press("left")
        await until(pilot, lambda: listed(app) == [(1, "due"), (3, "chase")])
        await pilot.press("tab", "j", "plus")
        await until(pilot, lambda: record(place, 3).follow_up == day(1))  # from today, not the past
        await until(pilot, lambda: listed(app) == [(1, "due")])
        assert "u takes it back" in "".join(one.message for one in app._notifications)
        await pilot.press("u")
        await until(pilot, lambda: record(place, 3).follow_up == day(-1))
        await until(pilot, lambda: listed(app) == [(1, "due"), (3, "chase")])


async def test_a_key_pressed_twice_looks_later_by_both(place: Path) -> None:
    async with on_agenda(place) as (app, pilot):
        await pilot.press("w", "plus")
        await until(pilot, lambda: record(place, 2).follow_up == day(38))  # it was in 30 days
        assert listed(app) == [(2, "due")]


async def test_the_dates_are_asked_for_in_the_dialog_that_asks_for_them_elsewhere(
    place: Path,
) -> None:
    async with on_agenda(place) as (app, pilot):
        await pilot.press("d")
        await until(pilot, lambda: isinstance(app.screen, DatesDialog))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is shown(app))


async def test_enter_goes_to_the_list_and_then_reads_the_statement(place: Path) -> None:
    async with on_agenda(place) as (app, pilot):
        await pilot.press("enter")
        assert not shown(app).month.has_focus
        await pilot.press("enter")
        await until(pilot, lambda: isinstance(app.screen, StatementScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is shown(app))
        row = next(at for at, one in enumerate(screen_text(app).split("\n")) if "C-0002" in one)
        await pilot.click(offset=(50, row), times=2)
        await until(pilot, lambda: isinstance(app.screen, StatementScreen))


async def test_what_others_change_shows_up_and_the_cursor_stays(place: Path) -> None:
    async with on_agenda(place) as (app, pilot):
        await pilot.press("b")
        await until(pilot, lambda: listed(app) == [(2, "due"), (3, "due")])
        await pilot.press("tab", "j")
        assert shown(app).current is not None
        do(place, 4, SetFields({"follow_up": TODAY}), by="bob")
        app.feel_pulse()
        await until(pilot, lambda: listed(app) == [(2, "due"), (4, "chase"), (3, "due")])
        current = shown(app).current
        assert current is not None
        assert current.commitment.number == 3


async def test_a_long_list_is_fetched_as_the_cursor_comes_near_its_end(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(agenda, "WINDOW", 2)
    async with on_agenda(place, (120, 40)) as (app, pilot):
        await pilot.press("b", "b")
        await until(pilot, lambda: shown(app)._by is By.LATE and len(listed(app)) >= 2)
        await pilot.press("tab", "end")
        await until(pilot, lambda: {(1, "due"), (3, "chase"), (6, "due")} <= set(listed(app)))
        await pilot.press("b")
        await until(pilot, lambda: {(2, "due"), (3, "due")} <= set(listed(app)))


async def test_an_empty_record_says_what_to_do(tmp_path: Path) -> None:
    place = tmp_path / "empty.db"
    open_store(place, create=True).close()
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: "Accept candidates in the inbox" in screen_text(app))
        await pilot.press("plus", "d", "enter")
        assert app.screen is shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_words(place: Path, size: tuple[int, int]) -> None:
    for number in (2, 6):
        do(place, number, SetFields({"title": HOSTILE, "lead": HOSTILE, "owner": HOSTILE}))
    async with on_agenda(place, size, "light") as (app, pilot):
        for _ in By:
            await until(pilot, lambda: "[/x]" in screen_text(app))
            assert harmless(screen_text(app))
            await pilot.press("b")
            await until(pilot, lambda: listed(app))


@given(st.dates(date(1000, 2, 1), date(9000, 1, 1)))
def test_the_weeks_of_a_month_are_whole_and_hold_all_of_it(wanted: date) -> None:
    first, last = weeks_of(wanted)
    assert (first.weekday(), last.weekday()) == (0, 6)
    assert first <= wanted.replace(day=1) <= last
    assert (last - first).days + 1 in (28, 35, 42)
    monday, sunday = week_of(wanted)
    assert monday <= wanted <= sunday == monday + timedelta(days=6)


@given(due=st.integers(0, 10**7), chase=st.integers(0, 10**7), width=st.integers(1, 12))
def test_a_count_is_never_wider_than_its_day(due: int, chase: int, width: int) -> None:
    text = "".join(piece for piece, _ in short_count(due, chase, width))
    assert cell_len(text) <= width
    assert bool(text) == bool(due or chase) or not (due or chase)


def test_days_are_told_as_people_say_them() -> None:
    told = [away(day(days), TODAY) for days in (0, 1, -1, 5, -1200)]
    assert told == ["today", "tomorrow", "yesterday", "in 5 days", "1,200 days ago"]
