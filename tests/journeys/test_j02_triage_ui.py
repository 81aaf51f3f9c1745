"""J2 in the terminal UI: the inbox by keyboard, the words lit, a mistake taken back."""

from __future__ import annotations

import pytest

from commitrack.tui.dialogs import EditDialog, RejectDialog
from commitrack.tui.screens.inbox import InboxScreen
from tests.cli.harness import CommandLine
from tests.journeys.opened import SIZES, Opened, opened
from tests.journeys.steps import ADVICE, EMPLOYERS, NETWORK, PEER_REVIEW, WISH, add_seed, at
from tests.tui.building import until


def inbox(it: Opened) -> InboxScreen:
    screen = it.app.screen
    assert isinstance(screen, InboxScreen)
    return screen


def current(it: Opened) -> str | None:
    """The candidate under the cursor, while the inbox is on top."""
    screen = it.app.screen
    dossier = screen.candidates.current if isinstance(screen, InboxScreen) else None
    return None if dossier is None else dossier.commitment.id


def lit(it: Opened) -> str:
    """The lines of the statement that are lit, as one."""
    shown = it.shown.translate(dict.fromkeys(map(ord, "▁▂▃▄▅▆▇█▔"), " "))  # without scrollbars
    marked = [line.partition("▌ ")[2] for line in shown.split("\n") if "│▌ " in line]
    return " ".join(" ".join(marked).split())


async def moves_on(it: Opened, identifier: str) -> None:
    """Wait until the cursor has left a candidate."""
    await until(it.pilot, lambda: current(it) != identifier)


async def open_inbox(it: Opened, first: str, wanted: str | None = None) -> None:
    """Open the inbox, which begins where the text does, and go down to a candidate."""
    await it.press("i")
    await until(it.pilot, lambda: current(it) == first)
    while wanted is not None and (before := current(it)) != wanted:
        await it.press("j")
        await moves_on(it, str(before))
    await until(it.pilot, lambda: lit(it))


async def test_candidates_come_in_the_order_of_the_text(run: CommandLine) -> None:
    add_seed(run)
    spans = (WISH, NETWORK, PEER_REVIEW, EMPLOYERS, ADVICE)
    async with opened(run) as it:
        await open_inbox(it, at(run, WISH))
        numbers = [number for number in inbox(it).candidates.rows if number is not None]
        found = [f"C-{number:04}" for number in numbers]
        assert found[:5] == [at(run, span) for span in spans]
        assert len(found) == 6


@pytest.mark.parametrize("size", SIZES)
async def test_the_words_are_lit_beside_what_found_them_and_what_they_leave_open(
    run: CommandLine, size: tuple[int, int]
) -> None:
    add_seed(run)
    async with opened(run, size=size) as it:
        await open_inbox(it, at(run, WISH), at(run, NETWORK))
        assert "members will be working with the Care Quality Commission" in lit(it)
        assert "Found by will-verb" in it.shown
        assert "By when?" in it.shown


async def test_facts_that_do_not_fit_come_with_space(run: CommandLine) -> None:
    add_seed(run)
    async with opened(run, size=(80, 24)) as it:
        await open_inbox(it, at(run, WISH), at(run, NETWORK))
        assert "What could be counted" not in it.shown
        await it.press("space")
        await it.sees("What could be counted")
        await it.press("space")
        await it.sees("Testable")
        for _ in range(20):
            if "high confidence" in it.shown:
                break  # round at the end, and back to the beginning
            await it.press("space")
            await it.pilot.pause()
        assert "high confidence" in it.shown


async def test_the_inbox_says_which_cue_found_it_and_which_guards_let_it_pass(
    run: CommandLine,
) -> None:
    add_seed(run)
    async with opened(run, size=(120, 60)) as it:
        await open_inbox(it, at(run, WISH), at(run, NETWORK))
        await it.sees("Cue      will-verb  Will, with a verb of doing")
        await it.sees("Passed   will-noun  A last will, a political will")
        await it.sees("question  The clause is asked and not stated.")


@pytest.mark.parametrize("size", SIZES)
async def test_a_key_each_and_the_inbox_is_empty(run: CommandLine, size: tuple[int, int]) -> None:
    add_seed(run)
    kept = {at(run, span) for span in (NETWORK, PEER_REVIEW, EMPLOYERS)}
    async with opened(run, size=size) as it:
        await open_inbox(it, at(run, WISH))
        while (identifier := current(it)) is not None:
            if identifier in kept:
                await it.press("a")
            else:
                await it.press("x")
                await it.reaches(RejectDialog)
                await it.press("n")
                await it.reaches(InboxScreen)
            await moves_on(it, identifier)
        assert "Nothing waits for a decision" in it.shown
        await it.press("escape")
        await it.lists(*kept)
        await until(it.pilot, lambda: it.browse.counts["inbox"] == 0)
    found = run.ok("list", "is:open", "--json").json["commitments"]
    assert {one["id"] for one in found} == kept
    assert {one["follow_up"] for one in found} == {"2026-05-31"}
    assert run.listed("is:candidate") == []
    assert len(run.listed("status:rejected")) == 3


async def test_a_mistaken_accept_is_taken_back_by_one_key_that_says_so(run: CommandLine) -> None:
    add_seed(run)
    first = at(run, NETWORK)
    async with opened(run) as it:
        await open_inbox(it, at(run, WISH), first)
        await it.press("a")
        await it.sees(f"accept {first} · u takes it back")
        assert current(it) != first
        await it.press("u")
        await it.sees(f"took back: accept {first}")
        assert current(it) == first
    assert first in run.listed("is:candidate")


async def test_a_key_edits_a_candidate_before_it_is_decided(run: CommandLine) -> None:
    add_seed(run)
    first = at(run, NETWORK)
    async with opened(run) as it:
        await open_inbox(it, at(run, WISH), first)
        await it.press("E")
        await it.reaches(EditDialog)
        await it.press("end", "ctrl+u")
        await it.types("Learn from investigations")
        await it.press("enter")
        await it.sees("● Learn from investigations")
    record = run.record(first)
    assert (record["title"], record["status"]) == ("Learn from investigations", "candidate")
