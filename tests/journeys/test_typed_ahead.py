"""Keys that are given before the screen they are meant for, in a real terminal."""

from __future__ import annotations

from tests.cli.harness import CommandLine
from tests.journeys.terminal_hands import program, starting


def test_a_note_may_be_typed_while_the_program_starts_and_undoes_nothing(six: CommandLine) -> None:
    before = six("history").out
    with starting(six) as screen:
        screen.press("n", *"undo u x a")
        screen.sees("Anything the next reader", "undo u x a")
    assert six("history").out == before


def test_a_filter_a_command_and_its_answer_may_be_typed_in_one_go(six: CommandLine) -> None:
    with program(six) as screen:
        screen.press("/", *"status:stalled", "enter", "n", *"rang them", "enter")
        screen.sees("set note")
    shown = six.listed("status:stalled")
    assert "rang them" in six("show", *shown).out
