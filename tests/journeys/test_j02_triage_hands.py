"""J2 in a real terminal: the inbox worked through by keys alone, and by the mouse alone."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from tests.cli.harness import CommandLine
from tests.journeys.steps import EMPLOYERS, NETWORK, PEER_REVIEW, add_seed, at
from tests.journeys.terminal_hands import Screen, program


def lit(screen: Screen) -> str:
    """The words of the statement that are lit."""
    marked = [line.partition("▌ ")[2] for line in screen.lines if "│▌ " in line]
    return " ".join(" ".join(marked).split())


def by_keys(screen: Screen) -> None:
    screen.press("i")
    screen.sees("6 of 6 left in S-0001")
    screen.press("a")  # a slip
    screen.sees("u takes it back", "5 of 6 left")
    screen.press("u")
    screen.sees("took back: accept C-0005", "6 of 6 left")
    screen.press("x")
    screen.sees("says what ought to be")
    screen.press("n")
    screen.sees("5 of 6 left")
    assert "Mental Health Network" in lit(screen)
    screen.sees("Found by will-verb", "By when?")
    screen.press("E")
    screen.sees("Topic")
    screen.clears("our neutral label")
    screen.types("Learn from investigations")
    screen.press("enter")
    screen.sees("● Learn from invest")
    for left in (4, 3, 2):
        screen.press("a")
        screen.sees(f"{left} of 6 left")
    for then in ("1 of 6 left", "Nothing waits for a decision"):
        screen.press("x")
        screen.sees("says what ought to be")
        screen.press("d")
        screen.sees(then)
    screen.press("escape")
    screen.sees("3 open")


def by_mouse(screen: Screen) -> None:
    screen.click("Inbox")
    screen.sees("6 of 6 left in S-0001")
    screen.command("Accept")  # a slip
    screen.sees("u takes it back", "5 of 6 left")
    screen.command("Undo")
    screen.sees("took back: accept C-0005", "6 of 6 left")
    screen.command("Reject")
    screen.click("says what ought to be")
    screen.sees("5 of 6 left")
    screen.click("Working with")
    screen.sees("Found by will-verb", "By when?")
    assert "Mental Health Network" in lit(screen)
    screen.turn_wheel("By when?", 5)
    screen.sees("Testable")
    screen.command("Edit")
    screen.sees("Topic")
    screen.clears("our neutral label")
    screen.types("Learn from investigations")
    screen.click(" Save ")
    screen.sees("● Learn from invest")
    for title, left in (("Explore how", 4), ("Embarking on", 3), ("Learn from invest", 2)):
        screen.click(title)
        screen.command("Accept")
        screen.sees(f"{left} of 6 left")
    for title, then in (("Staff need to", "1 of 6 left"), ("We would strongly", "Nothing waits")):
        screen.click(title)
        screen.command("Reject")
        screen.click("says how things are")
        screen.sees(then)
    screen.command("Back")
    screen.sees("3 open")


@pytest.mark.parametrize(("size", "work"), [((120, 40), by_keys), ((80, 24), by_mouse)])
def test_the_inbox_is_emptied_with_a_slip_taken_back(
    run: CommandLine, size: tuple[int, int], work: Callable[[Screen], None]
) -> None:
    add_seed(run)
    kept = {at(run, span) for span in (NETWORK, PEER_REVIEW, EMPLOYERS)}
    with program(run, size) as screen:
        work(screen)
        for identifier in kept:
            assert identifier in screen.text
    found = run.ok("list", "is:open", "--json").json["commitments"]
    assert {one["id"]: one["follow_up"] for one in found} == dict.fromkeys(kept, "2026-05-31")
    assert "Learn from investigations" in {one["title"] for one in found}
    assert run.listed("is:candidate") == []
