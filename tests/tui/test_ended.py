"""Whatever ends the program, what was typed comes back: in a real pseudo-terminal."""

from __future__ import annotations

import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.tui.ended import DEADLINE, Terminal


def drafts(home: Path) -> list[str]:
    return [one.read_text() for one in (home / "state").rglob("*.json")]


def kept(home: Path, words: str) -> None:
    """Wait until a draft with these words lies in its file."""
    deadline = time.monotonic() + DEADLINE
    while not any(words in draft for draft in drafts(home)):
        assert time.monotonic() < deadline, f"{words!r} was never kept"


def typed_note(terminal: Terminal, words: str) -> None:
    """Open the note of the first commitment and type."""
    terminal.sees("C-0006")
    terminal.types("n")
    terminal.sees("Anything the next reader")
    terminal.types(words)


ENDS: dict[str, tuple[Callable[[Terminal], int], int]] = {
    "kill -9": (lambda terminal: terminal.kill(signal.SIGKILL), -9),
    "SIGTERM": (lambda terminal: terminal.kill(signal.SIGTERM), 128 + 15),
    "SIGINT": (lambda terminal: terminal.kill(signal.SIGINT), 128 + 2),
    "the terminal is closed": (lambda terminal: terminal.hang_up(signal.SIGHUP), 128 + 1),
    "the terminal goes, and nothing says so": (lambda terminal: terminal.hang_up(), 128 + 1),
}


@pytest.mark.parametrize("how", ENDS)
def test_what_was_typed_comes_back_when_the_program_has_been_ended(
    how: str, place: Path, tmp_path: Path
) -> None:
    end, code = ENDS[how]
    with Terminal(place, tmp_path) as terminal:
        typed_note(terminal, "half a sentence")
        if how == "kill -9":
            kept(tmp_path, "half a sentence")  # of the last third of a second some may go
        else:
            terminal.sees("sentence")
        assert end(terminal) == code
    assert any("half a sentence" in draft for draft in drafts(tmp_path))
    with Terminal(place, tmp_path) as terminal:
        terminal.sees("C-0006")
        terminal.types("n")
        terminal.sees("restored")
        terminal.types(" and more")
        kept(tmp_path, "half a sentence and more")
