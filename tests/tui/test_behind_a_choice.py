"""A command given behind what chooses another list acts on that, not on what is still in view."""

from __future__ import annotations

from pathlib import Path

import pytest
from textual import events

from commitrack.model.actions import SetFields
from commitrack.store import open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.screens.agenda import AgendaScreen
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.screens.history import HistoryScreen
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.screens.statements import StatementsScreen
from tests.tui.building import app_on, day, do, screen_text, until
from tests.tui.holding_up import held_up
from tests.tui.screens.test_statements import add


def given(app: CommitrackApp, *keys: str) -> None:
    """Give keys as from one write."""
    for key in keys:
        app.post_message(events.Key(key, key if len(key) == 1 else None))


@pytest.mark.parametrize(("key", "screen"), [("enter", StatementScreen), ("C", CoverageScreen)])
async def test_a_key_behind_a_find_is_about_the_statement_that_is_found(
    key: str,
    screen: type[StatementScreen | CoverageScreen],
    place: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    add(place, "We like it as it is.\n", "Another one")
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, StatementsScreen) and app.screen.current)
        statements = app.screen
        assert isinstance(statements, StatementsScreen)
        go_on = held_up(monkeypatch, "statements_with")
        given(app, "slash", *"helpline", "enter", key)
        await until(pilot, lambda: statements.listed.has_focus)
        await pilot.pause(0.1)
        assert app.screen is statements
        go_on.set()
        await until(pilot, lambda: isinstance(app.screen, screen))
        await until(pilot, lambda: "S-0001" in screen_text(app))


async def test_a_key_behind_the_end_of_a_find_is_about_all_statements(place: Path) -> None:
    add(place, "We like it as it is.\n", "Another one")
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        await until(pilot, lambda: isinstance(app.screen, StatementsScreen) and app.screen.current)
        statements = app.screen
        assert isinstance(statements, StatementsScreen)
        given(app, "slash", *"helpline", "enter", "escape", "greater_than_sign", "enter")
        await until(pilot, lambda: isinstance(app.screen, StatementScreen))
        assert len(statements.listed.numbers) == 2


async def test_a_day_later_behind_a_step_moves_what_that_day_lists(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    do(place, 4, SetFields({"due": day(1)}, "agreed"))
    do(place, 3, SetFields({"due": day(2)}, "agreed"))
    app = app_on(place)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("f5")
        await until(pilot, lambda: isinstance(app.screen, AgendaScreen) and app.screen.current)
        agenda = app.screen
        assert isinstance(agenda, AgendaScreen)
        assert agenda.current is not None
        assert agenda.current.commitment.number == 2
        go_on = held_up(monkeypatch, "rings")
        given(app, "l", "plus")
        await until(pilot, lambda: agenda.month.day == day(1))
        await pilot.pause(0.1)
        go_on.set()
        await until(pilot, lambda: agenda.current and agenda.current.commitment.number == 4)
        await until(pilot, lambda: any("C-0004" in one.message for one in app._notifications))
    store = open_store(place)
    try:
        moved = {one: store.dossier(one).commitment.follow_up for one in (2, 4)}
    finally:
        store.close()
    assert moved == {2: day(30), 4: day(41)}


async def test_a_key_behind_a_filter_is_about_what_that_one_did(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f10")
        await until(pilot, lambda: isinstance(app.screen, HistoryScreen) and app.screen.current)
        history = app.screen
        assert isinstance(history, HistoryScreen)
        go_on = held_up(monkeypatch, "history")
        given(app, "f", *"bob", "enter", "enter")
        await until(pilot, lambda: history._actor == "bob")
        await pilot.pause(0.1)
        assert not history._unfolded
        go_on.set()
        await until(pilot, lambda: history._unfolded)
        assert history.current is not None
        assert history.current.actor == "bob"
        assert history._unfolded == {history.current.number}
