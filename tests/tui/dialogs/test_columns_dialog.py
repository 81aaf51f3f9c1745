"""Choosing columns: each says what it holds, and the mouse does all that the keys do."""

from __future__ import annotations

from textual.app import App
from textual.widgets import OptionList

from commitrack.tui.dialogs.columns import ColumnsDialog
from tests.tui.building import until


class Asking(App[None]):
    """Opens the dialog and keeps its answer."""

    def __init__(self) -> None:
        super().__init__()
        self.answers: list[tuple[str, ...] | None] = []

    def on_mount(self) -> None:
        """Open it."""
        self.push_screen(ColumnsDialog(("id", "due", "title")), self.answers.append)


async def test_every_column_says_what_it_holds() -> None:
    app = Asking()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        options = app.screen.query_one(OptionList).options
        assert len(options) > 30
        for one in options:
            assert len(str(one.prompt)[19:].strip()) > 3, one.id


async def test_a_column_is_moved_with_the_mouse() -> None:
    app = Asking()
    async with app.run_test(size=(100, 30)) as pilot:
        await pilot.pause()
        columns = app.screen.query_one(OptionList)
        await pilot.click("#down")
        await until(pilot, lambda: columns.highlighted == 1)
        await pilot.pause()
        await pilot.click("#take")
        await until(pilot, lambda: bool(app.answers))
    assert app.answers == [("due", "id", "title")]
