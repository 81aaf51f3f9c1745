"""J17 in the terminal UI: a key takes back and says what, also what was done to many."""

from __future__ import annotations

import pytest

from commitrack.tui.dialogs import DatesDialog, OwnerDialog
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.preview import PreviewScreen
from tests.cli.filling import fill
from tests.cli.harness import CommandLine
from tests.journeys.opened import SIZES, opened
from tests.journeys.steps import triage
from tests.tui.building import until


async def test_a_key_takes_back_and_another_brings_back_and_both_say_what(
    run: CommandLine,
) -> None:
    first, _, _ = triage(run)
    async with opened(run) as it:
        await it.go_to(first)
        await it.press("d")
        await it.reaches(DatesDialog)
        await it.types("2026-05-01")
        await it.press("enter")
        await it.sees(f"set due {first} · u takes it back")
        await until(it.pilot, lambda: "2026-05-01" in it.row(first))
        await it.press("u")
        await it.sees(f"took back: set due {first} · U brings it back")
        assert "u takes it back" not in it.shown
        await until(it.pilot, lambda: "no date" in it.row(first))
        assert run.record(first)["due"] is None
        await it.press("U")
        await it.sees(f"brought back: set due {first} · u takes it back")
        await until(it.pilot, lambda: "2026-05-01" in it.row(first))
    actions = [one["action"] for one in run.ok("history", first, "--json").json["transactions"]]
    assert len([action for action in actions if f"set due {first}" in action]) == 3


@pytest.mark.parametrize("size", SIZES)
async def test_a_bulk_edit_is_previewed_and_is_one_undo(
    run: CommandLine, size: tuple[int, int]
) -> None:
    three = triage(run)
    run.ok("set", three[0], "due=2026-06-30")
    count = len(run.ok("history", "--json").json["transactions"])
    async with opened(run, size=size) as it:
        await it.lists(*three)
        await it.press("asterisk")
        await until(it.pilot, lambda: len(it.browse.state.marked) == 3)
        await it.press("d")
        await it.reaches(DatesDialog)
        await it.types("2026-06-30")
        await it.press("enter")
        await it.reaches(PreviewScreen)
        assert "2 of 3 will change, 1 say so already" in it.shown
        assert "none → 2026-06-30" in it.shown
        assert run.record(three[1])["due"] is None
        await it.press("y")
        await it.reaches(BrowseScreen)
        await until(it.pilot, lambda: all("2026-06-30" in it.row(one) for one in three))
        await it.press("u")
        await it.sees("took back: ")
        await until(it.pilot, lambda: all("no date" in it.row(one) for one in three[1:]))
    assert [run.record(one)["due"] for one in three] == ["2026-06-30", None, None]
    assert len(run.ok("history", "--json").json["transactions"]) == count + 2


async def test_a_preview_that_is_left_writes_nothing(run: CommandLine) -> None:
    three = triage(run)
    before = run.ok("history", "--json").out
    async with opened(run) as it:
        await it.lists(*three)
        await it.press("asterisk", "o")
        await it.reaches(OwnerDialog)
        await it.press("tab")
        await it.types("zoe")
        await it.press("enter")
        await it.reaches(PreviewScreen)
        await it.press("escape")
        await it.reaches(BrowseScreen)
    assert run.ok("history", "--json").out == before


async def test_five_hundred_are_accepted_and_taken_back_at_once(run: CommandLine) -> None:
    fill(run.store, *(f"We will open centre {number}" for number in range(500)))
    async with opened(run) as it:
        await it.press("1")
        await until(it.pilot, lambda: it.browse.table.count == 500)
        await it.press("asterisk", "a")
        await it.reaches(PreviewScreen)
        assert "500 of 500 will change" in it.shown
        await it.press("y")
        await until(it.pilot, lambda: it.browse.counts["open"] == 500)
        await it.press("u")
        await until(it.pilot, lambda: it.browse.counts["inbox"] == 500)
    assert run.listed("is:open") == []
    assert len(run.ok("history", "--json").json["transactions"]) == 3
