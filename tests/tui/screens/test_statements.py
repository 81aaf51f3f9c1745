"""The statements: a list with what became of each, beside the one under the cursor."""

from __future__ import annotations

import hashlib
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest
from textual.pilot import Pilot

from commitrack.model.statements import Precision, StatementDraft
from commitrack.store import Outline, open_store
from commitrack.tui.app import CommitrackApp
from commitrack.tui.screens import statements
from commitrack.tui.screens.changes import ChangesScreen
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.screens.statements import StatementsScreen
from commitrack.tui.widgets import statement_list
from commitrack.tui.widgets.statement_rows import share
from tests.tui.building import HOSTILE, TEXT, app_on, reject_candidates, screen_text, sign, until
from tests.tui.dialogs.stores import harmless

SIZES = ((120, 40), (80, 24), (60, 24))


def add(place: Path, text: str, title: str, previous: int | None = None) -> None:
    store = open_store(place)
    digest = hashlib.sha256(text.encode()).hexdigest()
    store.add_statement(StatementDraft(text, digest, title, previous=previous), (), {}, sign())
    store.close()


def shown(app: CommitrackApp) -> StatementsScreen:
    screen = app.get_screen_stack("statements")[0]
    assert isinstance(screen, StatementsScreen)
    return screen


def at(app: CommitrackApp) -> int | None:
    """The statement under the cursor."""
    current = shown(app).current
    return None if current is None else current.number


@asynccontextmanager
async def on_statements(
    place: Path, size: tuple[int, int] = (80, 24), newest: int = 2
) -> AsyncIterator[tuple[CommitrackApp, Pilot[None]]]:
    """Two versions of one statement, the older one with eight promises."""
    add(place, f"{TEXT} And more.", "Our promises, again", 1)
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f6")
        await until(pilot, lambda: app.current_mode == "statements" and at(app) == newest)
        yield app, pilot


@pytest.mark.parametrize("size", SIZES)
async def test_each_is_told_with_its_version_its_date_and_what_became_of_it(
    place: Path, size: tuple[int, int]
) -> None:
    async with on_statements(place, size) as (app, _):
        text = screen_text(app)
        assert "S-0002 Our promises, again" in text
        assert "2026-02-12 · version 1 of" in text
        assert "75% decided  ? 2 waiting" in text
        assert "nothing proposed" in text
        assert "Statements  2  ·  newest first" in text
        assert harmless(text)


async def test_the_one_under_the_cursor_is_lit_and_accounted_for(place: Path) -> None:
    async with on_statements(place, (120, 40)) as (app, pilot):
        await pilot.press("j")
        await until(pilot, lambda: "We will train every member of staff" in screen_text(app))
        await until(pilot, lambda: "● 6 accepted" in screen_text(app))
        assert "Jo Bell, chief executive" in screen_text(app)
        reject_candidates(place)
        app.feel_pulse()
        await until(pilot, lambda: "100% decided" in screen_text(app))
        await until(pilot, lambda: "× 2 rejected" in screen_text(app))
        assert at(app) == 1


async def test_keys_read_it_go_through_it_and_hold_its_versions_together(place: Path) -> None:
    async with on_statements(place) as (app, pilot):
        for key, screen in (("enter", StatementScreen), ("C", CoverageScreen)):
            await pilot.press(key)
            await until(pilot, lambda screen=screen: isinstance(app.screen, screen))  # type: ignore[misc]
            await pilot.press("escape")
            await until(pilot, lambda: app.screen is shown(app))
        await pilot.press("equals_sign")
        await until(pilot, lambda: isinstance(app.screen, ChangesScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is shown(app))
        await pilot.press("left_square_bracket")
        await until(pilot, lambda: at(app) == 1)
        await pilot.press("left_square_bracket", "equals_sign")  # there is none before it
        assert app.screen is shown(app)
        await pilot.press("right_square_bracket")
        await until(pilot, lambda: at(app) == 2)


async def test_clicks_choose_read_at_the_words_and_go_through_the_sentences(place: Path) -> None:
    async with on_statements(place, (120, 40)) as (app, pilot):
        await pilot.click(offset=(10, 7))
        await until(pilot, lambda: at(app) == 1)
        await until(pilot, lambda: "● 6 accepted" in screen_text(app))
        rows = screen_text(app).split("\n")
        row = next(n for n, line in enumerate(rows) if "We will train" in line)
        await pilot.click(offset=(rows[row].index("We will train") + 3, row))
        await until(pilot, lambda: isinstance(app.screen, StatementScreen))
        await until(pilot, lambda: "C-0003" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is shown(app))
        await pilot.click("#statements-bar", offset=(5, 0))
        await until(pilot, lambda: isinstance(app.screen, CoverageScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is shown(app))
        await pilot.click(offset=(10, 7), times=2)
        await until(pilot, lambda: isinstance(app.screen, StatementScreen))


async def test_a_long_list_is_asked_for_as_it_comes_into_view(
    place: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(statement_list, "AHEAD", 1)
    for n in range(20):
        add(place, f"Number {n}.", f"Number {n}")
    async with on_statements_newest(place, 21) as (app, pilot):
        assert len(shown(app).listed.numbers) == 21
        assert len(shown(app).listed._held) < 12
        await pilot.press("G")
        await until(pilot, lambda: at(app) == 1)
        await pilot.press("pageup")
        await until(pilot, lambda: "Number 4" in screen_text(app))
        assert harmless(screen_text(app))


@asynccontextmanager
async def on_statements_newest(
    place: Path, newest: int
) -> AsyncIterator[tuple[CommitrackApp, Pilot[None]]]:
    app = app_on(place)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("f6")
        await until(pilot, lambda: app.current_mode == "statements" and at(app) == newest)
        yield app, pilot


@pytest.mark.parametrize("size", SIZES)
async def test_words_are_looked_for_slice_by_slice_and_escape_shows_all_again(
    place: Path, monkeypatch: pytest.MonkeyPatch, size: tuple[int, int]
) -> None:
    monkeypatch.setattr(statements, "SLICE", 2)
    for n in range(6):
        add(place, f"The lifts of station {n}.", f"Letter {n}")
    async with on_statements(place, size, 8) as (app, pilot):
        await pilot.press("slash", *"LIFTS 4")
        await until(pilot, lambda: shown(app).listed.numbers == [6])
        await until(pilot, lambda: "1 of 8 with “LIFTS 4”" in screen_text(app))
        await pilot.press("enter", "enter")
        await until(pilot, lambda: isinstance(app.screen, StatementScreen))
        await pilot.press("escape")
        await until(pilot, lambda: app.screen is shown(app))
        await pilot.press("slash", "z", "z")
        await until(pilot, lambda: "No statement has all these words" in screen_text(app))
        await pilot.press("escape")
        await until(pilot, lambda: len(shown(app).listed.numbers) == 8)
        assert app.screen is shown(app)
        await pilot.press("escape")
        await until(pilot, lambda: app.current_mode == "browse")


async def test_keys_and_clicks_put_them_in_another_order(place: Path) -> None:
    add(place, "Another text.", "Nothing in it")
    async with on_statements(place, (120, 40), 3) as (app, pilot):
        listed = shown(app).listed
        assert list(listed.numbers) == [3, 2, 1]
        await pilot.press("S")
        await until(pilot, lambda: list(listed.numbers) == [1, 2, 3])
        await until(pilot, lambda: "oldest first" in screen_text(app))
        for name, words in {
            "date": "said last first",
            "publisher": "publishers A to Z",
            "open": "most open first",
        }.items():
            await pilot.press("greater_than_sign")
            await until(pilot, lambda words=words: words in screen_text(app))  # type: ignore[misc]
            assert f"[{name}↓]" in screen_text(app)
        assert listed.numbers[0] == 1
        line = next(n for n, one in enumerate(screen_text(app).split("\n")) if "[open↓]" in one)
        await pilot.click(offset=(screen_text(app).split("\n")[line].index("open") + 1, line))
        await until(pilot, lambda: "fewest open first" in screen_text(app))
        assert listed.numbers[-1] == 1
        await pilot.click(offset=(screen_text(app).split("\n")[line].index("coverage") + 1, line))
        await until(pilot, lambda: "least decided first" in screen_text(app))
        assert list(listed.numbers) == [1, 3, 2]


@pytest.mark.parametrize("size", SIZES)
async def test_an_empty_record_says_what_to_do(tmp_path: Path, size: tuple[int, int]) -> None:
    place = tmp_path / "empty.db"
    open_store(place, create=True).close()
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f6")
        await until(pilot, lambda: "commitrack add FILE" in screen_text(app))
        await pilot.press("enter", "C", "equals_sign", "left_square_bracket", "j", "space")
        assert app.screen is shown(app)


@pytest.mark.parametrize("size", SIZES)
async def test_hostile_words_are_words(place: Path, size: tuple[int, int]) -> None:
    add(place, HOSTILE, HOSTILE)
    app = app_on(place)
    async with app.run_test(size=size) as pilot:
        await pilot.press("f6")
        await until(pilot, lambda: app.current_mode == "statements" and at(app) == 2)
        await until(pilot, lambda: "[/x] [@click=app.quit]" in screen_text(app))
        assert harmless(screen_text(app))


def test_a_share_is_never_rounded_up() -> None:
    def outline(waiting: int, rejected: int) -> Outline:
        return Outline(1, "", "", None, Precision.UNKNOWN, (1,), waiting, rejected, 0, 0)

    assert [share(outline(1, 199)), share(outline(0, 3)), share(outline(0, 0))] == [99, 100, None]
