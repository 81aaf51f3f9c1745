"""J8 in the terminal UI: the candidate says what it is like, and a key decides."""

from __future__ import annotations

import pytest

from commitrack.tui.dialogs import LikenessDialog
from commitrack.tui.screens.inbox import InboxScreen
from tests.cli.harness import CommandLine
from tests.journeys.opened import SIZES, Opened, opened
from tests.journeys.test_j08_the_promise_weakens import say_it_again


async def open_dialog(it: Opened, earlier: str) -> None:
    await it.press("i")
    await it.reaches(InboxScreen)
    await it.sees(f"Like {earlier}, weaker: will explore → hopes to look")
    await it.press("equals_sign")
    await it.reaches(LikenessDialog)
    await it.sees("weaker: will explore → hopes to look at, due later (+549 days)")


@pytest.mark.parametrize("size", SIZES)
async def test_the_two_stand_side_by_side_and_enter_links_them(
    run: CommandLine, size: tuple[int, int]
) -> None:
    later, earlier = say_it_again(run)
    async with opened(run, size=size) as it:
        await open_dialog(it, earlier)
        for words in (f"before  {earlier} in S-0001", f"now  {later} in S-0002", "weakens it"):
            assert words in it.shown
        await it.press("enter")
        await it.reaches(InboxScreen)
        await it.sees(f"link weakens {later}")
        assert "Like C-" not in it.shown
    assert run.listed("link:weakens") == sorted((earlier, later))


async def test_another_type_can_be_chosen(run: CommandLine) -> None:
    later, earlier = say_it_again(run)
    async with opened(run) as it:
        await open_dialog(it, earlier)
        await it.press("tab", "d", "enter")
        await it.reaches(InboxScreen)
        await it.sees(f"link delays {later}")
    assert run.listed("link:delays") == sorted((earlier, later))


async def test_it_is_declined_with_a_reason(run: CommandLine) -> None:
    later, earlier = say_it_again(run)
    async with opened(run) as it:
        await open_dialog(it, earlier)
        await it.press("right", "enter")
        await it.sees("Say why they are not the same")
        await it.types("another review")
        await it.press("enter")
        await it.reaches(InboxScreen)
        await it.sees("decline the link")
        assert "Like C-" not in it.shown
        await it.press("u")
        await it.sees(f"Like {earlier}")
    assert run.listed("has:suggestion") == sorted((earlier, later))


async def test_a_duplicate_is_rejected_in_one_go(run: CommandLine) -> None:
    later, earlier = say_it_again(run)
    async with opened(run) as it:
        await open_dialog(it, earlier)
        await it.press("left", "enter")
        await it.sees("Nothing waits for a decision")
    record = run.record(later)
    assert (record["status"], record["reason"]) == ("rejected", f"duplicate: of {earlier}")
    assert run.listed("has:suggestion") == []


async def test_the_list_shows_the_suggestion_and_decides_it_too(run: CommandLine) -> None:
    later, earlier = say_it_again(run)
    async with opened(run) as it:
        await it.press("1")
        await it.lists(later)
        await it.go_to(later)
        await it.sees(f"weakens {earlier}?")
        await it.press("equals_sign")
        await it.reaches(LikenessDialog)
        await it.press("enter")
        await it.sees(f"link weakens {later}")
    assert run.listed("is:drifted") == [earlier]
