"""The next page is ready before it is asked for: its rows, its record and its statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import AsyncIterator, Sequence
from pathlib import Path
from typing import Any

import pytest
from textual.geometry import Region
from textual.pilot import Pilot
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from commitrack.store import Lens, open_store
from commitrack.store.sqlite_store import SqliteStore
from commitrack.tui.app import CommitrackApp
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.widgets.drawn_table import DrawnTable
from commitrack.tui.widgets.prose_pane import ProsePane
from make_store import TODAY, fill
from tests.tui.dialogs.stores import settle
from tests.tui.scenes import lines

Opened = tuple[Pilot[None], BrowseScreen]


@pytest.fixture
async def paging(tmp_path: Path) -> AsyncIterator[Opened]:
    """A list of some pages, two pages down."""
    place = tmp_path / "record.db"
    store = open_store(place, create=True)
    list(fill(store, 600))
    store.close()
    app = CommitrackApp(str(place), Lens(TODAY, "ann"), open_store=lambda: open_store(place))
    async with app.run_test(size=(120, 40)) as pilot:
        await settle(pilot)
        await pilot.press("0")
        await settle(pilot)
        for _ in range(2):
            await pilot.press("pagedown")
            await settle(pilot)
        screen = app.screen
        assert isinstance(screen, BrowseScreen)
        assert screen.table.top > 0
        yield pilot, screen


@pytest.fixture
def drawn(monkeypatch: pytest.MonkeyPatch) -> Counter[str]:
    """How many lines were drawn anew."""
    found: Counter[str] = Counter()
    draw, strip = DrawnTable._draw, ProsePane.strip

    def row(self: DrawnTable, *given: Any, **named: Any) -> Strip:
        found["rows"] += 1
        return draw(self, *given, **named)

    def line(self: ProsePane, *given: Any, **named: Any) -> Strip:
        found["record"] += isinstance(self, ProsePane)
        return strip(self, *given, **named)

    monkeypatch.setattr(DrawnTable, "_draw", row)
    monkeypatch.setattr(ProsePane, "strip", line)
    return found


async def test_a_page_is_drawn_before_the_key_that_shows_it(
    paging: Opened, drawn: Counter[str]
) -> None:
    _, screen = paging
    before = screen.table.top
    drawn.clear()
    screen.table.action_page_down()
    assert screen.table.top > before
    for y in range(screen.table.size.height):
        screen.table.render_line(y)
    for y in range(screen.detail.size.height):
        screen.detail.render_line(y)
    assert drawn["rows"] == 0
    assert drawn["record"] == 0
    number = screen.table.cursor
    assert number is not None
    assert screen.shelf.excerpt(number) is not None


async def test_a_page_looks_as_if_it_had_been_drawn_when_it_is_shown(paging: Opened) -> None:
    pilot, screen = paging
    for key in ("pagedown", "pagedown", "pageup", "down", "pagedown"):
        await pilot.press(key)
        await settle(pilot)
        shown = lines(pilot.app)
        screen.table.notify_style_update()
        screen.detail.notify_style_update()
        screen.table.refresh()
        screen.detail.refresh()
        await settle(pilot)
        assert lines(pilot.app) == shown


async def test_a_page_moves_of_the_scrollbar_the_cells_that_look_different(
    paging: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    _, screen = paging
    cells: list[int] = []
    bar, refresh = screen.table.vertical_scrollbar, ScrollBar.refresh

    def refreshed(self: ScrollBar, *regions: Region, **how: Any) -> ScrollBar:
        if self is bar:
            cells.append(sum(one.area for one in regions) or self.size.area)
        return refresh(self, *regions, **how)

    monkeypatch.setattr(ScrollBar, "refresh", refreshed)
    screen.table.action_page_down()
    assert 0 < sum(cells) < screen.table.size.height // 2
    assert bar.position == screen.table.scroll_y


async def test_the_records_of_the_page_after_are_fetched_when_the_page_is_on_the_screen(
    paging: Opened, monkeypatch: pytest.MonkeyPatch
) -> None:
    pilot, screen = paging
    happened: list[str] = []
    fetch, render = SqliteStore.dossiers, Widget.render_lines

    def fetched(self: SqliteStore, numbers: Sequence[int]) -> Any:
        happened.append("fetched")
        return fetch(self, numbers)

    def painted(self: Widget, crop: Region) -> list[Strip]:
        happened.append("painted")
        return render(self, crop)

    monkeypatch.setattr(SqliteStore, "dossiers", fetched)
    monkeypatch.setattr(Widget, "render_lines", painted)
    screen.table.action_page_down()
    await settle(pilot)
    assert happened[0] == "painted"
    assert "fetched" in happened
