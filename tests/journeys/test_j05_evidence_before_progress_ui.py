"""J5 in the terminal UI: the dialog that moves it on asks for the evidence."""

from __future__ import annotations

import pytest

from commitrack.tui.dialogs import StatusDialog
from commitrack.tui.screens.browse import BrowseScreen
from tests.cli.harness import CommandLine
from tests.journeys.opened import SIZES, opened
from tests.journeys.steps import prepare
from tests.tui.building import until


@pytest.mark.parametrize("size", SIZES)
async def test_the_same_dialog_asks_for_the_evidence(
    run: CommandLine, size: tuple[int, int]
) -> None:
    number = prepare(run)
    before = run.ok("history", "--json").out
    async with opened(run, size=size) as it:
        await it.go_to(number)
        await it.press("s")
        await it.reaches(StatusDialog)
        await it.sees("Needs evidence.")
        await it.press("enter", "enter")
        await it.sees("Evidence needs a title")
        assert run.ok("history", "--json").out == before

        await it.types("Board papers")
        await it.press("tab", "tab", "tab")
        await it.types("20 feb")
        await it.sees("Fri 20 Feb 2026")
        await it.press("tab")
        await it.types("The board agreed")
        await it.press("tab", "tab")
        await it.types("p. 4")
        await it.press("enter")
        await it.reaches(BrowseScreen)
        await until(it.pilot, lambda: "in progress" in it.row(number))

    record = run.record(number)
    assert (record["status"], record["assurance"]) == ("in_progress", "official")
    piece = record["evidence"][0]
    assert (piece["title"], piece["dated"], piece["locator"], piece["quote"]) == (
        "Board papers",
        "2026-02-20",
        "p. 4",
        "The board agreed",
    )
    history = run.ok("history", number).out
    assert "Board papers" in history
    assert f"{number} status: open → in progress" in history


async def test_leaving_the_dialog_changes_nothing(run: CommandLine) -> None:
    number = prepare(run)
    before = run.ok("history", "--json").out
    async with opened(run) as it:
        await it.go_to(number)
        await it.press("s")
        await it.reaches(StatusDialog)
        await it.press("enter")
        await it.types("Board papers")
        await it.press("escape", "d")
        await it.reaches(BrowseScreen)
    assert run.ok("history", "--json").out == before
