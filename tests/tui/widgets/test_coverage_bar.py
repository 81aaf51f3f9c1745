"""The bar of a statement is drawn for the width it has, whenever it is drawn."""

from __future__ import annotations

from pathlib import Path

from textual.app import App, ComposeResult

from commitrack.reports.accounting import read_account
from commitrack.tui.widgets.coverage_bar import CoverageBar
from tests.tui.dialogs.stores import Recorded

TEXT = "It rained on Monday. We will publish a plan. It rained again."


class OneBar(App[None]):
    """A bar, and nothing else."""

    def compose(self) -> ComposeResult:
        yield CoverageBar()


async def test_it_is_drawn_before_it_is_told_of_another_width(tmp_path: Path) -> None:
    recorded = Recorded(tmp_path)
    recorded.add(TEXT, ["We will publish a plan"], "Rain")
    store = recorded.open()
    account = read_account(store, 1)
    store.close()
    app = OneBar()
    async with app.run_test(size=(60, 3)) as pilot:
        bar = app.query_one(CoverageBar)
        bar.show(account, 2)
        assert bar.render_line(0).cell_length == 60
        bar.on_resize = lambda: None  # type: ignore[method-assign]  # word of it comes later
        await pilot.resize_terminal(120, 3)
        assert bar.size.width == 120
        assert bar.render_line(0).cell_length == 120
        await pilot.resize_terminal(20, 3)
        assert bar.render_line(0).cell_length == 20
