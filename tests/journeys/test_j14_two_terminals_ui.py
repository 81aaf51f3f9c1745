"""J14: ann's screen is open while bob, in another process, changes what she looks at."""

from __future__ import annotations

import asyncio
import sys
from os import environ

import pytest

from commitrack.tui.dialogs import DatesDialog
from commitrack.tui.hearing import PULSE_SECONDS
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.screens.conflict import ConflictScreen
from tests.cli.harness import CommandLine
from tests.journeys.opened import SIZES, opened
from tests.journeys.steps import triage
from tests.tui.building import until


async def bob(run: CommandLine, *arguments: str) -> None:
    """What bob does, in a process of his own."""
    process = await asyncio.create_subprocess_exec(
        *(sys.executable, "-m", "commitrack", "--as", "bob", *arguments),
        env={**environ, "COMMITRACK_STORE": str(run.store)},
        stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.STDOUT,
    )
    told, _ = await process.communicate()
    assert process.returncode == 0, told.decode()


def test_the_store_is_looked_at_more_than_once_a_second() -> None:
    assert PULSE_SECONDS < 1


@pytest.mark.parametrize("size", SIZES)
async def test_bobs_edit_shows_and_moves_neither_cursor_nor_marks(
    run: CommandLine, size: tuple[int, int]
) -> None:
    first, second, third = triage(run)
    async with opened(run, size=size) as it:
        await it.go_to(third)
        await it.press("space")
        await until(it.pilot, lambda: len(it.browse.state.marked) == 1)
        marked = it.browse.state.marked
        await it.go_to(first)
        await bob(run, "set", first, "lead=zoe", "due=2026-04-01")
        await until(it.pilot, lambda: "2026-04-01" in it.row(first))
        await it.sees("zoe")
        assert it.browse.table.cursor == int(first[2:])
        assert it.browse.state.marked == marked
        assert set(it.listed) == {first, second, third}


@pytest.mark.parametrize("later", [0, 1, 2])
async def test_a_restored_backup_shows_however_far_it_went_on(run: CommandLine, later: int) -> None:
    """Fewer transactions than she has seen, as many, or more: it is another course."""
    first, second, third = triage(run)
    backup = run.ok("backup").out.strip()
    async with opened(run) as it:
        await bob(run, "set", first, "due=2026-04-01")
        await until(it.pilot, lambda: "2026-04-01" in it.row(first))
        run.ok("restore", backup)
        for number in (second, third)[:later]:
            run.ok("set", number, "due=2026-09-09")
        await until(it.pilot, lambda: "2026-04-01" not in it.row(first))


async def test_edits_of_different_fields_both_live(run: CommandLine) -> None:
    first, _, _ = triage(run)
    async with opened(run) as it:
        await it.go_to(first)
        await it.press("d")
        await it.reaches(DatesDialog)
        await it.types("2026-05-01")
        await bob(run, "set", first, "lead=zoe")
        await it.press("enter")
        await it.reaches(BrowseScreen)
        await until(it.pilot, lambda: "2026-05-01" in it.row(first))
        await it.sees("zoe")
    record = run.record(first)
    assert (record["lead"], record["due"]) == ("zoe", "2026-05-01")


async def test_the_same_field_is_shown_and_asked_about(run: CommandLine) -> None:
    first, _, _ = triage(run)
    async with opened(run, size=(80, 24)) as it:
        await it.go_to(first)
        await it.press("d")
        await it.reaches(DatesDialog)
        await it.types("2026-05-01")
        await bob(run, "set", first, "due=2026-04-01")
        await it.press("enter")
        await it.reaches(ConflictScreen)
        for words in (f"{first} due", "2026-04-01", "2026-05-01", "bob, 2026-03-02"):
            assert words in it.shown
        assert run.record(first)["due"] == "2026-04-01"
        await it.press("k")
        await it.sees("kept theirs")
        await it.reaches(BrowseScreen)
    assert run.record(first)["due"] == "2026-04-01"


async def test_overwriting_a_date_that_was_set_meanwhile_still_needs_the_reason(
    run: CommandLine,
) -> None:
    first, _, _ = triage(run)
    async with opened(run) as it:
        await it.go_to(first)
        await it.press("d")
        await it.reaches(DatesDialog)
        await it.types("2026-05-01")
        await bob(run, "set", first, "due=2026-04-01")
        await it.press("enter")
        await it.reaches(ConflictScreen)
        await it.press("o")
        await it.reaches(DatesDialog)
        await it.sees("needs a reason")
        assert "2026-05-01" in it.shown  # what was typed is still there, for the reason to join it
        assert "--why" not in it.shown
    assert run.record(first)["due"] == "2026-04-01"


async def test_theirs_is_overwritten_only_when_that_is_chosen(run: CommandLine) -> None:
    first, _, _ = triage(run)
    run.ok("set", first, "title=As it was")
    async with opened(run) as it:
        await it.go_to(first)
        await it.press("E")
        await it.sees("As it was")
        await it.press("end")
        await it.types(", by ann")
        await bob(run, "set", first, "title=As bob has it")
        await it.press("enter")
        await it.reaches(ConflictScreen)
        assert run.record(first)["title"] == "As bob has it"
        await it.press("o")
        await it.reaches(BrowseScreen)
        await until(it.pilot, lambda: "As it was, by ann" in it.shown)
    assert run.record(first)["title"] == "As it was, by ann"
    assert "As bob has it" in run.ok("history", first).out
