"""The bottom line of a screen never cuts a key off, and always names the way out and the help."""

from __future__ import annotations

from typing import ClassVar

import pytest
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.pilot import Pilot

from commitrack.tui.widgets.screen_keys import ScreenKeys

WORDS = ("Accept", "Reject", "Said before?", "Owner", "Dates")


class Keyed(App[None]):
    """A screen with five keys of its own, a way back and help."""

    BINDINGS: ClassVar[list[BindingType]] = [
        *(Binding(str(n), f"do({n})", word) for n, word in enumerate(WORDS)),
        Binding("escape", "back", "Back"),
        Binding("question_mark", "help", "Help"),
    ]
    missing = False

    def compose(self) -> ComposeResult:
        yield ScreenKeys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool:
        return not (action == "do" and parameters == (2,) and self.missing)


async def shown(pilot: Pilot[None]) -> str:
    """The keys, without the way to all commands at the right end, which is always there."""
    await pilot.pause()
    await pilot.pause()
    line = pilot.app.screen._compositor.render_strips()[-1].text.rstrip()
    assert line.endswith(("…", "^p All commands"))
    return line.removesuffix("…").removesuffix("^p All commands").rstrip()


@pytest.mark.parametrize(
    ("width", "expected"),
    [
        (80, " 0 Accept  1 Reject  2 Said before?  3 Owner  4 Dates  esc Back  ? Help"),
        (67, " 0 Accept 1 Reject 2 Said before? 3 Owner 4 Dates esc Back ? Help"),
        (66, " 0 Accept 1 Reject 2 Said before? 3 Owner esc Back ? Help"),
        (27, " 0 Accept esc Back ? Help"),
        (20, " esc Back ? Help"),
    ],
)
async def test_the_last_keys_go_first(width: int, expected: str) -> None:
    async with Keyed().run_test(size=(width, 3)) as pilot:
        assert await shown(pilot) == expected


async def test_it_follows_the_width_and_what_makes_sense() -> None:
    app = Keyed()
    async with app.run_test(size=(80, 3)) as pilot:
        await pilot.resize_terminal(52, 3)
        assert await shown(pilot) == " 0 Accept 1 Reject 2 Said before? esc Back ? Help"
        app.missing = True
        app.screen.refresh_bindings()
        assert await shown(pilot) == " 0 Accept 1 Reject 3 Owner 4 Dates esc Back ? Help"
        await pilot.resize_terminal(80, 3)
        assert await shown(pilot) == " 0 Accept  1 Reject  3 Owner  4 Dates  esc Back  ? Help"
