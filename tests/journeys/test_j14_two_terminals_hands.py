"""J14 in a real terminal: bob changes what ann looks at; she works on, by keys and by mouse."""

from __future__ import annotations

import pytest

from tests.cli.harness import CommandLine
from tests.journeys.steps import triage
from tests.journeys.terminal_hands import RIGHT, program


@pytest.mark.parametrize(("hand", "size"), [("keys", (120, 40)), ("mouse", (80, 24))])
def test_both_edits_live_and_the_same_field_is_asked_about(
    run: CommandLine, hand: str, size: tuple[int, int]
) -> None:
    first, second, third = triage(run)
    keys = hand == "keys"
    with program(run, size) as screen:
        screen.sees(first, second, third)
        if keys:
            screen.press("end", "space", "home")
        else:
            screen.click(third, left=1)
            screen.click(first)
        screen.sees("1 marked", f"✓{third}", f"▌ {first}")

        run.ok("set", first, "lead=zoe", "--as", "bob")
        screen.sees("zoe")
        assert f"▌ {first}" in screen.text
        assert f"✓{third}" in screen.text

        screen.press("escape") if keys else screen.click(third, left=1)
        screen.loses("1 marked")
        if keys:
            screen.press("home", "d")
        else:
            screen.click(first)
            screen.command("Dates")
        screen.sees("Follow-up")
        screen.types("2026-05-01")
        run.ok("set", first, "lead=yan", "--as", "bob")
        screen.press("enter") if keys else screen.click(" Save ")
        screen.sees(f"set due {first}", "yan")
        assert (run.record(first)["lead"], run.record(first)["due"]) == ("yan", "2026-05-01")

        if keys:
            screen.press("E")
        else:
            screen.click(first, button=RIGHT)
            screen.sees("What to do here")
            screen.turn_wheel("  Note  n", 2)
            screen.click("  Edit  E")
        screen.sees("Topic")
        screen.clears("our neutral label")
        screen.types("As ann has it")
        run.ok("set", first, "title=As bob has it", "--as", "bob")
        screen.press("enter") if keys else screen.click(" Save ")
        screen.sees("Nothing was written yet", "As bob has it", "As ann has it", "bob, 2026-03-02")
        assert run.record(first)["title"] == "As bob has it"
        screen.press("k") if keys else screen.click(" Keep theirs ")
        screen.sees("kept theirs")
    assert run.record(first)["title"] == "As bob has it"
