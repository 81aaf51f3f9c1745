"""A list of any length is looked up row by row; cursor, marks and commands work all the same."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pytest
from textual.pilot import Pilot

from commitrack.model.actions import Edit, SetFields
from commitrack.query import Query, parse
from commitrack.store import Lens, Store, open_store
from commitrack.store.asking import PAGE
from commitrack.tui.app import CommitrackApp
from commitrack.tui.listing import BEGINNING
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.widgets.filter_bar import FilterBar
from make_store import TODAY
from tests.tui.building import app_on, screen_text, sign, until
from tests.tui.screens.conftest import MANY

LENS = Lens(TODAY, "ann")


def browse(app: CommitrackApp) -> BrowseScreen:
    screen = app.get_screen_stack("browse")[0]
    assert isinstance(screen, BrowseScreen)
    return screen


def found(place: Path, text: str) -> list[int]:
    store = open_store(place)
    try:
        return list(store.ids(parse(text), LENS))
    finally:
        store.close()


async def view(pilot: Pilot[None], app: CommitrackApp, key: str, count: int) -> BrowseScreen:
    """Press a view's key and wait for so many rows."""
    screen = browse(app)
    await until(pilot, lambda: "all" in screen.counts)
    await pilot.press(key)
    await until(pilot, lambda: screen.table.count == count and screen.table.cursor is not None)
    return screen


class Overheard:
    """A store that notes how it is asked for lists."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.whole: list[str] = []
        self.pages: list[tuple[int, int]] = []

    def __getattr__(self, name: str) -> object:
        if name in ("ids", "place_of"):
            self.whole.append(name)
        return getattr(self.store, name)

    def page(self, query: Query, lens: Lens, first: int = 0, size: int = PAGE) -> Sequence[int]:
        """Note it, and answer."""
        self.pages.append((first, size))
        return self.store.page(query, lens, first, size)


async def test_a_view_is_shown_without_its_whole_list(long: Path) -> None:
    opened: list[Overheard] = []

    def overhear() -> Store:
        opened.append(Overheard(open_store(long)))
        return opened[-1]  # type: ignore[return-value]

    app = CommitrackApp(str(long), LENS, open_store=overhear)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await view(pilot, app, "0", MANY)
        assert "900 in all" in screen_text(app)
        await pilot.press("pagedown", "down", "u")
        asked = [page for one in opened for page in one.pages]
        assert asked and all(first == 0 and size <= BEGINNING for first, size in asked)
        assert not any(one.whole for one in opened)
        await pilot.press("end")
        await until(pilot, lambda: screen.table.cursor == MANY)
        assert not any(one.whole for one in opened)
        assert max(size for one in opened for _, size in one.pages) < MANY // 2


class Shrinking(Overheard):
    """A store whose lists have become shorter each time they have been counted."""

    def __init__(self, store: Store) -> None:
        super().__init__(store)
        self.more = 500

    def counts(self, queries: Mapping[str, Query], lens: Lens) -> dict[str, int]:
        """As many as there were before."""
        more, self.more = self.more, 0
        return {name: n + more for name, n in self.store.counts(queries, lens).items()}


async def test_a_list_that_is_shorter_than_it_was_counted_is_looked_up_anew(long: Path) -> None:
    shrinking = lambda: Shrinking(open_store(long))  # noqa: E731
    app = CommitrackApp(str(long), LENS, open_store=shrinking)  # type: ignore[arg-type]
    async with app.run_test(size=(120, 40)) as pilot:
        screen = browse(app)
        length = len(found(long, "is:open sort:due"))
        await until(pilot, lambda: screen.table.count == length + 500)
        await pilot.press("end")
        await until(pilot, lambda: screen.table.count == length)
        await until(pilot, lambda: screen.table.cursor is not None)


@pytest.mark.parametrize("size", [(80, 24), (120, 40)])
async def test_any_row_is_reached_and_shown_with_its_record(
    long: Path, size: tuple[int, int]
) -> None:
    app = app_on(long)
    async with app.run_test(size=size) as pilot:
        screen = await view(pilot, app, "0", MANY)
        await pilot.press("end")
        await until(pilot, lambda: screen.detail.dossier is not None and screen.table.row == 899)
        await until(pilot, lambda: f"C-{MANY:04} · " in screen_text(app))
        await pilot.press("pageup", "up")
        numbers = found(long, "")
        await until(pilot, lambda: screen.table.cursor == numbers[screen.table.row])
        for row in (450, 30, 700):
            screen.table.move_to(row)
            await until(pilot, lambda row=row: screen.table.cursor == numbers[row])  # type: ignore[misc]


async def test_a_range_over_rows_that_nobody_has_seen_is_marked(long: Path) -> None:
    app = app_on(long)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await view(pilot, app, "0", MANY)
        await pilot.press("down", "space")
        await until(pilot, lambda: screen.state.marked == {2})
        await pilot.press("end")
        await until(pilot, lambda: screen.table.cursor == MANY)
        await pilot.press("V")
        await until(pilot, lambda: len(screen.state.marked) == MANY - 1)
        assert "899 marked" in screen_text(app)
        await pilot.press("V")
        await until(pilot, lambda: not screen.state.marked)


async def test_everything_is_marked_as_a_whole_and_acted_on(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.tui.screens.marking._BY_NUMBER", 50)
    app = app_on(long)
    numbers = found(long, "status:claimed")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await view(pilot, app, "0", MANY)
        await pilot.press("asterisk")
        await until(pilot, lambda: screen.marks == MANY)
        assert screen.state.marked == frozenset()
        assert "900 marked" in screen_text(app)
        await pilot.press("home", "space")
        await until(pilot, lambda: screen.marks == MANY - 1)
        assert tuple(await screen.in_hand()) == tuple(range(2, MANY + 1))
        assert not screen.state.has_marked(1)
        await pilot.press("S")
        await until(pilot, lambda: screen.shown.query == screen.state.query)
        assert screen.marks == MANY - 1, "another order is no other list"
        await pilot.press("slash", *"status:claimed", "enter")
        await until(pilot, lambda: screen.table.count == len(numbers))
        assert screen.marks == 0, "what another filter finds was never marked"
        await pilot.press("asterisk")
        await until(pilot, lambda: screen.marks == len(numbers))
        await pilot.press("escape")
        await until(pilot, lambda: screen.marks == 0)


async def test_everything_but_what_was_spared_is_changed_as_one(
    long: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.tui.screens.marking._BY_NUMBER", 50)
    app = app_on(long)
    async with app.run_test(size=(120, 40), notifications=True) as pilot:
        screen = await view(pilot, app, "0", MANY)
        await pilot.press("asterisk", "home", "space")
        await until(pilot, lambda: screen.marks == MANY - 1)
        await pilot.press("n")
        await until(pilot, lambda: app.screen.query("#field-note"))
        await pilot.press(*"zebra", "enter")
        await until(pilot, lambda: f"{MANY - 1} of {MANY - 1} will change" in screen_text(app))
        await pilot.press("y")
        await until(pilot, lambda: "u takes it back" in screen_text(app))
        assert found(long, "zebra sort:id") == list(range(2, MANY + 1))
        await pilot.press("u")
        await until(pilot, lambda: "took back" in screen_text(app))
        assert found(long, "zebra") == []


async def test_what_others_write_leaves_the_cursor_deep_in_the_list(long: Path) -> None:
    app = app_on(long)
    store = open_store(long)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await view(pilot, app, "0", MANY)
        await pilot.press("end", "pageup")
        await until(pilot, lambda: screen.table.cursor == screen.table.row + 1)
        number = screen.table.cursor
        assert number is not None
        line = screen.table.row - round(screen.table.scroll_y)
        store.apply([Edit(number, SetFields({"lead": "zoe"}))], sign("bob", TODAY))
        await until(pilot, lambda: "zoe" in screen_text(app))
        assert screen.table.cursor == number
        assert screen.table.row - round(screen.table.scroll_y) == line
    store.close()


async def test_a_record_that_moves_in_the_order_takes_the_cursor_with_it(long: Path) -> None:
    app = app_on(long)
    store = open_store(long)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await view(pilot, app, "0", MANY)
        await pilot.press("slash", *"sort:title", "enter")
        first = found(long, "sort:title")[0]
        await until(pilot, lambda: screen.table.numbers[:1] == (first,))
        await pilot.press("home")
        await until(pilot, lambda: screen.table.cursor == first)
        store.apply([Edit(first, SetFields({"title": "Zz the last of all"}))], sign("bob", TODAY))
        await until(pilot, lambda: screen.table.row == MANY - 1)
        assert screen.table.cursor == first
    store.close()


async def test_sorting_anew_deep_in_a_list_keeps_the_cursor_on_its_record(long: Path) -> None:
    app = app_on(long)
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await view(pilot, app, "0", MANY)
        await pilot.press("down", "S")
        await until(pilot, lambda: screen.table.row == MANY - 2)
        assert screen.table.cursor == 2


async def test_a_filter_that_leaves_the_record_out_is_listed_from_its_top(long: Path) -> None:
    app = app_on(long)
    numbers = found(long, f"is:open -C-{MANY}")
    async with app.run_test(size=(120, 40)) as pilot:
        screen = await view(pilot, app, "0", MANY)
        await pilot.press("end")
        await until(pilot, lambda: screen.table.cursor == MANY)
        await pilot.press("slash")
        screen.query_one(FilterBar).input.insert_text_at_cursor(f"is:open -C-{MANY}")
        await until(pilot, lambda: screen.table.count == len(numbers))
        await until(pilot, lambda: screen.table.cursor == numbers[0])
        assert screen.table.row == 0
