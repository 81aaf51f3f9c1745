"""A line to type in: what typing costs, what is pasted, and text longer than its place."""

from __future__ import annotations

from textual.app import App, ComposeResult
from textual.containers import Vertical
from textual.geometry import Size
from textual.screen import Screen

from commitrack.tui.dialogs.form import TextField
from commitrack.tui.widgets.input_line import InputLine


class _Screen(Screen[None]):
    laid_out = 0

    def _refresh_layout(self, size: Size | None = None, scroll: bool = False) -> None:
        self.laid_out += 1
        super()._refresh_layout(size, scroll)


class _Form(App[None]):
    CSS = "InputLine { width: 20; }"

    def get_default_screen(self) -> Screen[None]:
        return _Screen()

    def compose(self) -> ComposeResult:
        with Vertical():
            yield InputLine(compact=True)
            yield TextField("why", "Why", hint="a sentence")


def drawn(app: App[None]) -> str:
    """What the screen shows."""
    return "\n".join(strip.text for strip in app.screen._compositor.render_strips())


async def test_a_letter_lays_nothing_out_anew() -> None:
    app = _Form()
    async with app.run_test() as pilot:
        screen = app.screen
        assert isinstance(screen, _Screen)
        for line in app.query(InputLine):
            line.focus()
            await pilot.pause()
            before = screen.laid_out
            await pilot.press(*"delayed")
            assert line.value == "delayed"
            assert screen.laid_out == before


async def test_a_text_longer_than_its_place_scrolls_with_the_cursor() -> None:
    app = _Form()
    async with app.run_test() as pilot:
        line = app.query(InputLine).first()
        line.focus()
        line.insert_text_at_cursor("the board will publish its first plan by Jun")
        await pilot.press("e")
        assert "plan by June" in drawn(app)
        assert "the board" not in drawn(app)
        await pilot.press("home")
        assert "the board will publ" in drawn(app)
        await pilot.press("ctrl+k")
        assert line.value == ""
        assert line.virtual_size.width <= 1


async def test_a_line_is_said_below_a_field_until_something_else_is_typed() -> None:
    app = _Form()
    async with app.run_test() as pilot:
        field = app.query_one(TextField)
        field.focus()
        field.say("Say why.", error=True)
        await pilot.pause()
        assert "✗ Say why." in drawn(app)
        await pilot.press("x")
        await pilot.pause()
        assert "Say why." not in drawn(app)
        assert "a sentence" in drawn(app)


class _Filled(App[None]):
    def compose(self) -> ComposeResult:
        yield InputLine("the board will publish its first plan by June", compact=True)


async def test_where_typing_goes_on_stays_in_sight_in_a_narrower_terminal() -> None:
    app = _Filled()
    async with app.run_test(size=(60, 10)) as pilot:
        app.query_one(InputLine).focus()
        await pilot.pause()
        assert "the board" in drawn(app)
        await pilot.resize_terminal(20, 10)
        await pilot.pause()
        assert "plan by June" in drawn(app)
