"""J1 read to the end: every sentence decided in the panes, one made a commitment by hand."""

from __future__ import annotations

import pytest

from commitrack.tui.dialogs import ProposeDialog, RejectDialog
from commitrack.tui.screens.choose_words import ChooseWordsScreen
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.widgets.sentence_list import SentenceList
from commitrack.tui.widgets.statement_text import StatementText
from tests.cli.harness import CommandLine
from tests.journeys.opened import SIZES, Opened, opened
from tests.journeys.steps import SEED, add_seed
from tests.tui.building import until

TOOLS = "there are now tools to help organisations do this"
HOPE = "action that will lead to improvements for patients"
TEXT = SEED.read_text("utf-8")


def coverage(it: Opened) -> CoverageScreen:
    screen = it.app.screen
    assert isinstance(screen, CoverageScreen)
    return screen


def chosen(it: Opened) -> str:
    screen = it.app.screen
    return TEXT[slice(*screen.chosen)] if isinstance(screen, ChooseWordsScreen) else ""


async def open_coverage(it: Opened) -> None:
    """From the list of everything to the sentences."""
    await it.press("0", "C")
    await it.reaches(CoverageScreen)
    await until(it.pilot, lambda: coverage(it).account is not None)


async def click(it: Opened, words: str) -> None:
    """Click what is drawn in the last line of the screen."""
    await until(it.pilot, lambda: words in it.shown.split("\n")[-1])
    await it.pilot.click("ScreenKeys", offset=(it.shown.split("\n")[-1].index(words), 0))


@pytest.mark.parametrize("size", SIZES)
async def test_a_sentence_is_made_a_commitment_by_keyboard_alone(
    run: CommandLine, size: tuple[int, int]
) -> None:
    add_seed(run)
    async with opened(run, size=size) as it:
        await open_coverage(it)
        await it.press("end", "up", "up")
        await until(it.pilot, lambda: coverage(it).list.current == 14)
        await it.press("m")
        await until(it.pilot, lambda: "tools to help" in chosen(it))
        await it.press("s", "l")
        await until(it.pilot, lambda: chosen(it).startswith("there are"))
        while chosen(it) != TOOLS:
            assert TOOLS in chosen(it)
            await it.press("H")
        await it.press("enter")
        await it.reaches(ProposeDialog)
        await it.types("NHS Confederation")
        await it.press("tab", "tab", "right", "enter")
        await it.sees("propose and accept C-0007")
    record = run.record("C-0007")
    assert (record["quote"], record["owner"], record["status"]) == (
        TOOLS,
        "NHS Confederation",
        "open",
    )
    mentions = run.ok("statement", "show", "S-0001", "--json").json["mentions"]
    made = next(one for one in mentions if one["commitment"] == "C-0007")
    assert TEXT[made["start"] : made["end"]] == TOOLS
    assert "accepted C-0007" in run.ok("report", "coverage", "S-0001").out
    run.ok("undo")
    assert run("show", "C-0007").code == 3


async def test_a_sentence_is_made_a_commitment_by_mouse_alone(run: CommandLine) -> None:
    add_seed(run)
    async with opened(run) as it:
        await open_coverage(it)
        await it.pilot.click(SentenceList, offset=(10, 9))
        await until(it.pilot, lambda: coverage(it).list.current == 9)
        await click(it, "Make")
        await until(it.pilot, lambda: HOPE in chosen(it))
        text = it.app.screen.query_one(StatementText)
        top = text.region.y
        rows = it.shown.split("\n")[top : top + text.size.height]
        row = next(y for y, line in enumerate(rows) if HOPE in line)
        start = rows[row].index(HOPE)
        await it.pilot.mouse_down(text, offset=(start + 2, row))
        await it.pilot.hover(text, offset=(start + 30, row))
        await it.pilot.hover(text, offset=(start + len(HOPE) - 1, row))
        await it.pilot.mouse_up(text, offset=(start + len(HOPE) - 1, row))
        await until(it.pilot, lambda: chosen(it) == HOPE)
        await click(it, "Save")
        await it.reaches(ProposeDialog)
        await it.pilot.click("#save")
        await it.sees("propose C-0007 in S-0001")
    record = run.record("C-0007")
    assert (record["quote"], record["status"]) == (HOPE, "candidate")


async def test_every_sentence_is_decided_in_the_end(run: CommandLine) -> None:
    add_seed(run)
    async with opened(run) as it:
        await open_coverage(it)
        await it.press("f")
        for left in range(15, 0, -1):
            await until(it.pilot, lambda left=left: undecided(it) == left)  # type: ignore[misc]
            one = coverage(it).current
            assert one is not None
            if not one.items:
                await it.press("r")
            elif one.commitments[0].owners:
                await it.press("a")
            else:
                await it.press("x")
                await it.reaches(RejectDialog)
                await it.press("n")
                await it.reaches(CoverageScreen)
        await it.sees("100% decided")
    sections = run.ok("report", "coverage", "S-0001", "--format", "json").json["sections"]
    decided = next(one for one in sections if one["key"] == "decided")["facts"]
    assert (decided["share_of_all"], decided["undecided"]) == ("100%", 0)


def undecided(it: Opened) -> int:
    """How many sentences wait, as the list shows them."""
    return len(coverage(it).list.rows)
