"""The table at any size: it asks for what is in view, and keeps its place."""

from __future__ import annotations

from array import array

from textual.app import App, ComposeResult
from textual.pilot import Pilot

from commitrack.model.records import Commitment, Dossier
from commitrack.tui.widgets.commitment_table import AHEAD, CommitmentTable
from tests.tui.building import TODAY

MILLION = array("q", range(1, 1_000_001))


class Host(App[None]):
    """Holds a table and hands it what it asks for, noting what that is."""

    def __init__(self, *, serve: bool = True) -> None:
        super().__init__()
        self.shelf: dict[int, Dossier] = {}
        self.wanted: list[int] = []
        self.serve = serve

    def compose(self) -> ComposeResult:
        yield CommitmentTable(self.shelf.get, TODAY)

    def on_commitment_table_wanted(self, event: CommitmentTable.Wanted) -> None:
        self.wanted += event.numbers
        if self.serve:
            for number in event.numbers:
                self.shelf[number] = Dossier(Commitment(f"No. {number}", "q", number=number))
            self.query_one(CommitmentTable).arrived()


def lines(table: CommitmentTable) -> list[str]:
    return [table.render_line(y).text for y in range(table.size.height)]


async def shown(pilot: Pilot[None], app: Host, aim: int | None) -> CommitmentTable:
    table = app.query_one(CommitmentTable)
    table.show(MILLION, aim)
    await pilot.pause()
    return table


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
        table = await shown(pilot, app, 500)
        line = next(y for y, text in enumerate(lines(table)) if "C-0500" in text)
        table.show(MILLION[100:], 500)
        await pilot.pause()
        assert table.cursor == 500
        assert "C-0500" in lines(table)[line]


async def test_when_its_record_is_gone_the_cursor_stays_on_its_row() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        table = await shown(pilot, app, 10)
        table.show(array("q", [number for number in range(1, 20) if number != 10]), 10)
        assert table.cursor == 11
        table.show(array("q", [1, 2]), 10)
        assert table.cursor == 2
        table.show((), 10)
        assert table.cursor is None


async def test_a_version_that_moved_on_is_drawn_anew() -> None:
    app = Host()
    async with app.run_test(size=(80, 24)) as pilot:
        table = await shown(pilot, app, None)
        assert "No. 1" in lines(table)[1]
        app.shelf[1] = Dossier(Commitment("Renamed", "q", number=1, version=9))
        table.arrived()
        assert "Renamed" in lines(table)[1]
