"""Sheets that come by themselves: in the middle, with what they say wrapped where it stands."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest
from textual.screen import ModalScreen

from commitrack.model.errors import Clash, Conflict
from commitrack.tui.screens.conflict import ConflictScreen
from commitrack.tui.screens.progress import Progress, ProgressScreen
from tests.tui.scenes import SIZES, Scene, lines, opened, settle

LONG = "As bob has it, in many words, one after the other, for which a line has no room at all"
CLASH = Clash("C-0001", "title", "bob", datetime(2026, 3, 2, 9, tzinfo=UTC), LONG, LONG)

at_every_size = pytest.mark.parametrize("size", SIZES, ids=lambda size: "x".join(map(str, size)))


def sheets() -> tuple[ModalScreen[bool], ...]:
    """One of each."""
    conflict = Conflict("C-0001 was changed", clashes=(CLASH,))
    return ConflictScreen(conflict), ProgressScreen(Progress("Looking"), background=True)


@at_every_size
async def test_a_sheet_stands_in_the_middle(
    size: tuple[int, int], worlds: Callable[[str], Path]
) -> None:
    async with opened(Scene("busy", (), size), worlds("busy")) as pilot:
        for one in sheets():
            pilot.app.push_screen(one)
            await settle(pilot)
            sheet = one.query_one(".sheet").region
            assert abs(sheet.x - (size[0] - sheet.right)) <= 1
            assert abs(sheet.y - (size[1] - sheet.bottom)) <= 1
            one.dismiss()
            await settle(pilot)


@at_every_size
async def test_both_sides_of_a_conflict_are_wrapped_beside_their_labels(
    size: tuple[int, int], worlds: Callable[[str], Path]
) -> None:
    async with opened(Scene("busy", (), size), worlds("busy")) as pilot:
        one = sheets()[0]
        pilot.app.push_screen(one)
        await settle(pilot)
        assert "esc" in "\n".join(lines(pilot.app))
        for side in one.query(".sheet--side"):
            value = side.query_one(".sheet--value")
            assert value.region.height > 1 or size[0] > 100
            assert value.region.x == side.region.x + 10
            assert value.region.right <= side.region.right
