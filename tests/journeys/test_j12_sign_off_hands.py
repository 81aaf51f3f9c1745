"""J12 in a real terminal: bob sends a claim back and approves the next, by keys and by mouse."""

from __future__ import annotations

import pytest

from tests.cli.harness import CommandLine
from tests.journeys.steps import add_evidence, claim
from tests.journeys.terminal_hands import program


@pytest.mark.parametrize(("hand", "size"), [("keys", (120, 40)), ("mouse", (80, 24))])
def test_sent_back_claimed_again_and_approved(
    run: CommandLine, hand: str, size: tuple[int, int]
) -> None:
    number = claim(run)
    keys = hand == "keys"
    with program(run, size, "bob") as screen:
        screen.press("f4") if keys else screen.click("Reviews")
        screen.sees("1 waits for a second person", "board peer review options", "Board papers")
        screen.press("b") if keys else screen.command("Send back")
        screen.sees("Cancel")
        screen.types("the paper is a draft")
        screen.press("enter") if keys else screen.click(" Decide ")
        screen.sees("Nothing waits for a second person")
        assert run.record(number)["reason"] == "sent back by bob: the paper is a draft"

        add_evidence(run, number, "The paper, as published")
        run.ok("claim", number, "--as", "ann")
        screen.sees("1 waits for a second person")
        screen.press("a") if keys else screen.command("Approve")
        screen.sees("Cancel")
        screen.press("enter") if keys else screen.click(" Decide ")
        screen.sees("Nothing waits for a second person")
        screen.press("f2") if keys else screen.click("Browse")
        screen.sees("2 open")
        if keys:
            screen.press("9")
        else:
            screen.click("…", below=2)
            screen.turn_wheel("View: Mine", 4)
            screen.click("View: Closed")
        screen.sees("1 closed", number, "BLUE")
    record = run.record(number)
    assert (record["status"], record["assurance"]) == ("delivered", "verified")
    history = run.ok("history", number).out
    assert f"send back {number}" in history
    assert f"approve {number}" in history
