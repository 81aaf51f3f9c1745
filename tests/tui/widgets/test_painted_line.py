"""A line of pieces never ends in the middle of what it says without a sign of it."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.app import App, ComposeResult

from commitrack.tui.widgets.painted_line import PaintedLine

PIECES = [(" ", ""), ("? 8 waiting", ""), (" ", ""), (" ", ""), ("国国 no cue", ""), (" ", "")]


class Host(App[None]):
    """Shows the pieces."""

    def compose(self) -> ComposeResult:
        line = PaintedLine()
        line.styles.height = 1
        line.show(PIECES)
        yield line


@pytest.mark.parametrize("width", range(4, 30))
async def test_what_is_left_out_is_told_by_an_ellipsis(width: int) -> None:
    async with Host().run_test(size=(width, 3)) as pilot:
        await pilot.pause()
        shown = pilot.app.screen._compositor.render_strips()[0].text
    whole = "".join(text for text, _ in PIECES).rstrip()
    assert cell_len(shown) == width
    if width >= cell_len(whole):
        assert shown.rstrip() == whole
    else:
        assert shown.rstrip().endswith("…")
        assert whole.startswith(shown.rstrip().removesuffix("…").rstrip())
