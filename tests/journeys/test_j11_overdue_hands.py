"""J11 in a real terminal: what is overdue by one key, and by one click."""

from __future__ import annotations

import re

import pytest

from tests.cli.harness import CommandLine
from tests.journeys.steps import A, B, C, D, E, F
from tests.journeys.terminal_hands import program

LATE = {A: r"1 d late|yesterday", C: r"chase 1 d|yesterday", F: r"20 d late"}
"""What each row says of its clock."""


@pytest.mark.parametrize("hand", ["keys", "mouse"])
def test_exactly_what_is_overdue_is_listed_each_with_its_clock(six: CommandLine, hand: str) -> None:
    with program(six) as screen:
        if hand == "keys":
            screen.press("3")
        else:
            screen.click("Overdue")
        screen.sees("3 overdue")
        for identifier, clock in LATE.items():
            assert re.search(clock, screen.row(identifier)), screen.row(identifier)
        listed = {one for one in (A, B, C, D, E, F) if re.search(rf"^.?.?{one}", screen.text, re.M)}
        assert listed == {A, C, F}
        # Only of one of them both dates have passed: the filter tells, and the counts agree.
        if hand == "keys":
            screen.press("/")
        else:
            screen.any_command("Filter")
        screen.sees("words · is:overdue")
        screen.types("overdue:due")
        screen.press("enter") if hand == "keys" else screen.click(A)
        screen.sees("2 overdue", "filtered")
        screen.loses(C)
    assert set(six.listed("is:overdue")) == {A, C, F}
    assert set(six.listed("overdue:due")) == {A, F}
