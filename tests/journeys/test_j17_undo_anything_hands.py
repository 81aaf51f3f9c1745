"""J17 in a real terminal: an edit of many is looked at, made, taken back and brought back."""

from __future__ import annotations

import pytest

from tests.cli.filling import fill
from tests.cli.harness import CommandLine
from tests.journeys.terminal_hands import program

MANY = 500


@pytest.mark.parametrize(("hand", "size"), [("keys", (120, 40)), ("mouse", (80, 24))])
def test_an_edit_of_hundreds_is_seen_whole_and_is_one_undo(
    run: CommandLine, hand: str, size: tuple[int, int]
) -> None:
    fill(run.store, *(f"We will open centre {number}" for number in range(MANY)))
    keys = hand == "keys"
    with program(run, size) as screen:
        screen.press("1") if keys else screen.click("1 Inbox")
        screen.sees("500 in the inbox")
        screen.press("*") if keys else screen.click("✓ID")
        screen.sees("500 marked")
        screen.press("a") if keys else screen.command("Accept")
        screen.sees("500 of 500 will change", "We will open centre 0")
        if keys:
            screen.press("end")
        else:
            screen.turn_wheel("We will open centre 0", 1500)
        screen.sees("We will open centre 499")
        screen.press("y") if keys else screen.click(" Change 500 ")
        screen.sees("accept on 500 commitments")
        assert len(run.listed("is:open", "limit:1000")) == MANY
        screen.press("u") if keys else screen.command("Undo")
        screen.sees("took back: accept")
        assert run.listed("is:open") == []
        screen.press("U") if keys else screen.any_command("Redo")
        screen.sees("brought back: accept")
        assert len(run.listed("is:open", "limit:1000")) == MANY
    told = [one["action"] for one in run.ok("history", "--json").json["transactions"]]
    assert sum("accept on 500 commitments" in one for one in told) == 3
