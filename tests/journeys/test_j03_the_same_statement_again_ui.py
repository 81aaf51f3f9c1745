"""J3 in the terminal UI: nothing is asked again, and the two versions are side by side."""

from __future__ import annotations

import pytest

from commitrack.tui.screens.changes import ChangesScreen
from commitrack.tui.screens.inbox import InboxScreen
from commitrack.tui.screens.statement import StatementScreen
from tests.cli.harness import CommandLine
from tests.journeys.opened import SIZES, opened
from tests.journeys.steps import triage
from tests.journeys.test_j03_the_same_statement_again import add_copy


async def test_the_inbox_stays_empty(run: CommandLine) -> None:
    triage(run)
    add_copy(run)
    async with opened(run) as it:
        await it.press("i")
        await it.reaches(InboxScreen)
        await it.sees("Nothing waits for a decision")


@pytest.mark.parametrize("size", SIZES)
async def test_keys_go_between_the_versions_and_show_what_changed(
    run: CommandLine, size: tuple[int, int]
) -> None:
    _, number, _ = triage(run)
    add_copy(run)
    async with opened(run, size=size) as it:
        await it.go_to(number)
        await it.press("enter")
        await it.reaches(StatementScreen)
        await it.sees("version 1 of 2")
        assert "[" not in it.shown.split("\n")[-1]
        await it.press("right_square_bracket")
        await it.sees("version 2 of 2")
        await it.sees(f"{number}  ○ open")  # the same commitment, where it stands now
        assert "will explore" in it.shown
        await it.press("equals_sign")
        await it.reaches(ChangesScreen)
        await it.sees("+ This is a corrected copy.")
        await it.sees("as before")
        await it.press("escape")
        await it.reaches(StatementScreen)
        await it.press("left_square_bracket")
        await it.sees("version 1 of 2")


async def test_the_keys_are_in_the_help(run: CommandLine) -> None:
    _, number, _ = triage(run)
    add_copy(run)
    async with opened(run) as it:
        await it.go_to(number)
        await it.press("enter")
        await it.sees("version 1 of 2")
        await it.press("right_square_bracket")
        await it.sees("version 2 of 2")
        await it.press("question_mark")
        await it.sees("The version before")
        await it.sees("What this version changed")
