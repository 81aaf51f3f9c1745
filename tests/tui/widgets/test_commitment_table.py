"""The table at any size: it asks for what is in view, and keeps its place."""

from __future__ import annotations

import pytest
from textual.app import App, ComposeResult
from textual.pilot import Pilot

from commitrack.model.records import Commitment, Dossier
from commitrack.tui.arrangement import Group, Groups
from commitrack.tui.rows import Rows
from commitrack.tui.widgets.commitment_table import AHEAD, CommitmentTable
from tests.tui.building import TODAY

MILLION = range(1, 1_000_001)
"""Number n stands on row n - 1."""


@pytest.fixture(autouse=True)
def right_after_the_frame(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is asked for once a frame has been sent is not waited for here."""
    monkeypatch.setattr("commitrack.tui.afterwards.SECONDS", 0)


class Host(App[None]):
    """Holds a table and hands it what it asks for, noting what that is."""

    def __init__(self, *, serve: bool = True) -> None:
        super().__init__()
        self.shelf: dict[int, Dossier] = {}
        self.wanted: list[int] = []
        self.looked_up: list[tuple[int, int]] = []
        self.numbers = MILLION
        self.serve = serve
        self.table = CommitmentTable(self.shelf.get, TODAY)

    def compose(self) -> ComposeResult:
        yield self.table

    def on_commitment_table_rows_wanted(self, event: CommitmentTable.RowsWanted) -> None:
        self.looked_up.append((event.first, event.size))
        if self.serve:
            found = self.numbers[event.first : event.first + event.size]
            self.table.found(event.first, found)

    def on_commitment_table_wanted(self, event: CommitmentTable.Wanted) -> None:
        self.wanted += event.numbers
        if self.serve:
            for number in event.numbers:
                self.shelf[number] = Dossier(Commitment(f"No. {number}", "q", number=number))
            self.table.arrived()


def lines(table: CommitmentTable) -> list[str]:
    return [table.render_line(y).text for y in range(table.size.height)]


def where(table: CommitmentTable) -> tuple[int, int | None]:
    """The row of the cursor, and what stands there."""
    return table.row, table.cursor


async def shown(pilot: Pilot[None], app: Host, row: int | None) -> CommitmentTable:
    """The table with a million rows, of which it is told what stands around one."""
    table = app.table
    table.show(around(row or 0), row)
    await pilot.pause()
    return table


def around(row: int, numbers: range = MILLION) -> Rows:
    rows = Rows(len(numbers))
    first = max(0, row - 50)
    rows.put(first, numbers[first : first + 100])
    return rows


async def test_a_million_rows_ask_only_for_what_is_near() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        table = await shown(pilot, app, None)
        assert len(app.wanted) <= 24 + 2 * AHEAD
        table.action_last()
        await pilot.pause()
        assert table.cursor == 1_000_000
        assert "C-1000000" in lines(table)[-1]
        assert "No. 1000000" in lines(table)[-1]
        assert len(app.wanted) <= 2 * (24 + 2 * AHEAD)
        assert all(size <= 4 * AHEAD + 24 for _, size in app.looked_up)
        assert len(app.looked_up) <= 3


async def test_a_row_of_which_nothing_is_known_has_no_cursor_until_it_is() -> None:
    app = Host(serve=False)
    async with app.run_test(size=(80, 24)) as pilot:
        table = await shown(pilot, app, None)
        table.action_last()
        await pilot.pause()
        assert (table.row, table.cursor) == (999_999, None)
        assert "…" in lines(table)[-1]
        first, size = app.looked_up[-1]
        table.found(first, MILLION[first : first + size])
        assert (table.row, table.cursor) == (999_999, 1_000_000)
        assert "C-1000000" in lines(table)[-1]


async def test_a_row_that_is_not_at_hand_shows_its_id_and_is_asked_for_once() -> None:
    app = Host(serve=False)
    async with app.run_test(size=(80, 24)) as pilot:
        table = await shown(pilot, app, None)
        assert "C-0001" in lines(table)[1]
        table.action_cursor_down()
        table.action_cursor_up()
        await pilot.pause()
        assert len(app.wanted) == len(set(app.wanted))


async def test_a_page_further_keeps_one_row_in_view() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        table = await shown(pilot, app, None)
        table.action_page_down()
        assert table.cursor == 23
        table.action_page_down()
        assert table.cursor == 45


async def test_when_rows_vanish_the_cursor_keeps_its_record_and_its_line() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        table = await shown(pilot, app, 499)
        line = next(y for y, text in enumerate(lines(table)) if "C-0500" in text)
        app.numbers = MILLION[100:]
        table.show(around(399, app.numbers), 399)
        await pilot.pause()
        assert table.cursor == 500
        assert "C-0500" in lines(table)[line]


async def test_beyond_the_end_the_cursor_goes_to_the_last_row() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        table = await shown(pilot, app, 9)
        table.show(Rows.of([1, 2]), 9)
        assert table.cursor == 2
        table.show(Rows(), 9)
        assert table.cursor is None


async def test_a_version_that_moved_on_is_drawn_anew() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        table = await shown(pilot, app, None)
        assert "No. 1" in lines(table)[1]
        app.shelf[1] = Dossier(Commitment("Renamed", "q", number=1, version=9))
        table.arrived()
        assert "Renamed" in lines(table)[1]


HALVES = Groups("lead", (Group("ann", 400_000), Group("bob", 600_000)))


async def test_a_million_rows_in_groups_ask_only_for_what_is_near() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        table = app.table
        table.show(around(0), None, HALVES)
        await pilot.pause()
        assert lines(table)[1].strip().startswith("▾ ann")
        assert "400,000" in lines(table)[1]
        assert table.cursor == 1
        table.action_fold()
        await pilot.pause()
        assert where(table) == (0, None)
        assert lines(table)[1].strip(" ▌").startswith("▸ ann")
        assert "▾ bob" in lines(table)[2]
        assert "C-400001" in lines(table)[3]
        table.action_last()
        await pilot.pause()
        assert table.cursor == 1_000_000
        assert len(app.wanted) <= 3 * (24 + 2 * AHEAD)
        assert all(size <= 4 * AHEAD + 24 for _, size in app.looked_up)
        table.action_fold_all()
        await pilot.pause()
        assert [line.strip(" ▌")[:5] for line in lines(table)[1:3]] == ["▸ ann", "▸ bob"]
        assert where(table) == (400_000, None)
        table.action_fold_all()
        await pilot.pause()
        assert table.row == 400_000


async def test_grouped_the_heading_of_what_the_cursor_is_on_is_in_sight() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        table = app.table
        table.show(around(400_001), 400_001)
        await pilot.pause()
        table.show(around(400_001), 400_001, HALVES)
        await pilot.pause()
        assert table.cursor == 400_002
        assert lines(table)[1].strip().startswith("▾ bob")


async def test_when_the_list_changes_what_is_folded_stays_folded() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        table = app.table
        table.show(around(0), None, HALVES)
        table.action_fold()
        table.show(around(0), 0, Groups("lead", (Group("ann", 9), Group("bob", 999_991))))
        await pilot.pause()
        assert "▸ ann  9" in lines(table)[1]
        assert "C-0010" in lines(table)[3]
        table.show(around(0), 0)
        await pilot.pause()
        assert "C-0001" in lines(table)[1]


async def test_a_comfortable_row_has_the_rest_of_its_owner_below() -> None:
    app = Host()
    async with app.run_test(size=(120, 24)) as pilot:
        table = await shown(pilot, app, None)
        owner = "Northern and Eastern Combined Authorities"
        app.shelf[1] = Dossier(Commitment("Act", "q", owners=(owner,), number=1, version=2))
        table.action_density()
        await pilot.pause()
        first, second = lines(table)[1:3]
        assert owner not in first
        assert "Northern and" in first
        assert "…" not in first
        assert "Combined" in second or "Authorities" in second


async def test_a_comfortable_row_has_the_rest_of_its_title_below() -> None:
    app = Host()
    async with app.run_test(size=(120, 24)) as pilot:
        table = await shown(pilot, app, None)
        title = "We will publish a plan for every service we run, by name"
        app.shelf[1] = Dossier(Commitment(title, "q", number=1, version=2))
        table.action_density()
        await pilot.pause()
        assert "C-0001" in lines(table)[1]
        assert title not in lines(table)[1]
        assert title.split()[-1] in lines(table)[2]
        assert "C-0002" in lines(table)[3]
        table.action_page_down()
        await pilot.pause()
        assert table.row == 10
        table.action_last()
        await pilot.pause()
        assert "C-1000000" in "".join(lines(table)[-3:])
        table.action_density()
        assert table.cursor == 1_000_000
