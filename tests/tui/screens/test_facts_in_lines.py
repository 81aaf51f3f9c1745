"""The facts of a candidate are wrapped once, to the room that they have in the end."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from textual.containers import VerticalScroll
from textual.widgets import Static

from tests.tui.scenes import SIZES, Scene, opened


@pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))
async def test_no_fact_is_wrapped_a_second_time(
    size: tuple[int, int], worlds: Callable[[str], Path]
) -> None:
    async with opened(Scene("hostile", ("f3", "down"), size), worlds("hostile")) as pilot:
        facts = pilot.app.screen.query_one("#inbox-facts", VerticalScroll)
        lines = pilot.app.screen.query_one("#inbox-fact-lines", Static)
        written = str(lines.content).count("\n") + 1
        assert lines.size.height == written
        assert facts.max_scroll_y == max(0, written - facts.scrollable_content_region.height)
