"""What comes before the first frame: one question, in one store, and no part it does not show."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Callable, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual._compositor import LayoutUpdate
from textual.pilot import Pilot
from textual.screen import Screen

from commitrack.store import Lens, Store, open_store
from commitrack.store.sqlite_store import SqliteStore
from commitrack.tui.app import CommitrackApp
from commitrack.tui.gateway import Gateway
from commitrack.tui.painting import SparingCompositor
from commitrack.tui.screens import browse as browse_screen
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.widgets.filter_bar import FilterBar
from tests.tui.building import TODAY, until
from tests.tui.scenes import settle

HEIGHT = 40


class Start:
    """An app that is started, and what was done until its first frame was painted."""

    def __init__(self, place: Path) -> None:
        self._place = place
        self.done: Counter[str] = Counter()
        self.painted = False
        self.pilot: Pilot[None] | None = None
        self.app = CommitrackApp(place.name, Lens(TODAY, "ann"), open_store=self.open)

    def open(self) -> Store:
        """Open the store, once more."""
        self.note("opened")
        return open_store(self._place)

    def note(self, what: str, times: int = 1) -> None:
        """Something was done."""
        if not self.painted:
            self.done[what] += times


@pytest.fixture
async def start(
    worlds: Callable[[str], Path], monkeypatch: pytest.MonkeyPatch
) -> AsyncIterator[Start]:
    """The app, with its first frame painted and nothing waited for."""
    start = Start(worlds("busy"))

    def counted(owner: type, name: str) -> None:
        plain = getattr(owner, name)

        def noted(*arguments: Any, **rest: Any) -> Any:
            start.note(name)
            return plain(*arguments, **rest)

        monkeypatch.setattr(owner, name, noted)

    def dossiers(self: SqliteStore, numbers: Sequence[int]) -> Any:
        start.note("dossiers")
        start.note("records", len(numbers))
        return fetch(self, numbers)

    def painting(self: SparingCompositor, simplify: bool = False) -> LayoutUpdate:
        if not start.painted:
            screen = start.app.screen
            assert isinstance(screen, BrowseScreen)
            start.note("focused", screen.focused is screen.table)
            start.note("in the filter", len(screen.query_one(FilterBar).children))
        start.painted = True
        return paint(self, simplify)

    fetch, paint = SqliteStore.dossiers, SparingCompositor.render_full_update
    for name in ("page", "counts", "statement", "ids", "among", "views"):
        counted(SqliteStore, name)
    for name in ("fast", "slow", "long"):
        counted(Gateway, name)
    counted(Screen, "_refresh_layout")
    monkeypatch.setattr(SqliteStore, "dossiers", dossiers)
    monkeypatch.setattr(SparingCompositor, "render_full_update", painting)
    monkeypatch.setattr(browse_screen, "_PATIENCE", 60.0)  # however busy the machine is
    async with start.app.run_test(size=(120, HEIGHT)) as pilot:
        await until(pilot, lambda: start.painted)
        start.pilot = pilot
        yield start
        await settle(pilot)


async def test_one_question_brings_all_that_the_first_frame_shows(start: Start) -> None:
    done = start.done
    assert done["opened"] == 1
    assert done["slow"] == done["long"] == done["ids"] == done["among"] == 0
    assert done["fast"] <= 2  # the list, and what the store is at
    assert done["views"] == done["page"] == done["dossiers"] == 1
    assert done["counts"] <= 1
    assert done["statement"] <= 1
    assert 0 < done["records"] <= HEIGHT


async def test_the_first_frame_is_laid_out_no_more_than_it_takes_and_has_the_keys(
    start: Start,
) -> None:
    assert 0 < start.done["_refresh_layout"] <= 3  # it was five
    assert start.done["focused"] == 1
    assert start.done["in the filter"] == 0


async def test_what_waited_for_the_first_frame_comes_after_it(start: Start) -> None:
    screen = start.app.screen
    assert isinstance(screen, BrowseScreen)
    assert start.pilot is not None
    await settle(start.pilot)
    assert screen.counts
    assert screen.query_one(FilterBar).children
    number = screen.table.numbers[1]
    assert screen.shelf.excerpt(number) is not None
