"""J12 in the terminal UI: bob sends a claim back on the sign-off screen, and later approves it."""

from __future__ import annotations

import pytest

from commitrack.tui.dialogs import ReviewDialog
from commitrack.tui.screens.sign_off import SignOffScreen
from tests.cli.harness import CommandLine
from tests.journeys.opened import SIZES, Opened, opened
from tests.journeys.steps import add_evidence, claim


async def open_queue(it: Opened) -> None:
    """From a list without anything that waits, the key opens the queue of all that does."""
    await it.press("1")
    await it.lists()
    await it.press("r")
    await it.reaches(SignOffScreen)
    await it.sees("1 waits for a second person")


@pytest.mark.parametrize("size", SIZES)
async def test_sent_back_claimed_again_approved_and_both_decisions_stay(
    run: CommandLine, size: tuple[int, int]
) -> None:
    number = claim(run)
    async with opened(run, "bob", size) as it:
        await open_queue(it)
        for words in (
            "board peer review options paper published",
            "Board papers",
            "The board agreed to look at it",
            "“Along with its members",
            "ann asked on 2026-03-02 to close it as delivered",
        ):
            assert words in it.shown

        await it.press("b")
        await it.reaches(ReviewDialog)
        await it.types("the paper is a draft")
        await it.press("enter")
        await it.sees("Nothing waits for a second person")
        record = run.record(number)
        assert record["status"] == "in_progress"
        assert record["reason"] == "sent back by bob: the paper is a draft"

        add_evidence(run, number, "The paper, as published")
        run.ok("claim", number, "--as", "ann")
        await it.sees("1 waits for a second person")
        await it.sees("sent back by bob 2026-03-02: the paper is a draft")

        await it.press("a")
        await it.reaches(ReviewDialog)
        await it.press("enter")
        await it.sees("Nothing waits for a second person")
        await it.press("escape", "9")
        await it.lists(number)
        assert "BLUE" in it.shown

    record = run.record(number)
    assert (record["status"], record["assurance"]) == ("delivered", "verified")
    assert record["rag"]["colour"] == "BLUE"
    assert "verified by bob 2026-03-02" in run.ok("show", number).out
    history = run.ok("history", number).out
    assert f"send back {number}" in history
    assert f"approve {number}" in history


async def test_the_claimer_is_asked_to_say_that_they_are_alone(run: CommandLine) -> None:
    number = claim(run)
    async with opened(run, "ann") as it:
        await open_queue(it)
        assert "You asked for this yourself" in it.shown
        await it.press("a")
        await it.reaches(ReviewDialog)
        await it.press("enter")
        await it.sees("needs another person")
        assert it.on(ReviewDialog)
    assert run.record(number)["status"] == "claimed"


async def test_a_claim_is_decided_where_the_cursor_stands_with_its_words_in_sight(
    run: CommandLine,
) -> None:
    number = claim(run)
    async with opened(run, "bob", (80, 24)) as it:
        await it.press("6")
        await it.lists(number)
        await it.press("r")
        await it.reaches(ReviewDialog)
        for words in ("Along with its members", "options paper published", "Board papers"):
            assert words in it.shown
        await it.press("enter")
        await it.lists()
    assert run.record(number)["status"] == "delivered"
