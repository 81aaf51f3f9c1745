"""`commitrack 2>file` in a real terminal: the UI draws on standard error, so it would be unseen."""

from __future__ import annotations

import shlex
import sys
from pathlib import Path

import pytest

from tests.cli.filling import fill
from tests.cli.harness import CommandLine, isolated
from tests.journeys.terminal_hands import Screen

WORDS = "commitrack: the terminal UI draws on standard error, which goes somewhere else"


def shell(run: CommandLine, line: str) -> Screen:
    """A shell that does a line, says with which code it ended, and waits for a key."""
    command = line.format(program=shlex.join((sys.executable, "-m", "commitrack")))
    environment = {**isolated(run.home), "COLUMNS": "100"}
    return Screen(
        ("sh", "-c", f"{command}; echo it ended with $?; read -r rest"),
        columns=100,
        lines=24,
        environment=environment,
    )


@pytest.mark.parametrize("command", ["", " demo"])
def test_it_is_said_on_the_terminal_and_in_the_file(
    run: CommandLine, tmp_path: Path, command: str
) -> None:
    fill(run.store, "We will act")
    errors = tmp_path / "errors.txt"
    with shell(run, f"{{program}}{command} 2>{shlex.quote(str(errors))}") as screen:
        screen.sees("it ended with 2")
        assert screen.text.count(WORDS) == 1
        assert "run it without 2>" in screen.text
        assert "Usage:" not in screen.text
    assert errors.read_text().count(WORDS) == 1
    assert len(errors.read_text().splitlines()) == 1


def test_closed_is_as_good_as_elsewhere(run: CommandLine) -> None:
    fill(run.store, "We will act")
    with shell(run, "{program} 2>&-") as screen:
        screen.sees("it ended with 2")
        assert screen.text.count(WORDS) == 1


def test_a_demo_that_is_kept_is_built_and_not_opened(run: CommandLine, tmp_path: Path) -> None:
    kept, errors = tmp_path / "kept.db", tmp_path / "errors.txt"
    with shell(run, f"{{program}} demo --keep {kept} 2>{errors}") as screen:
        screen.sees("it ended with 0", WORDS)
    assert kept.exists()
    assert f"open it with: commitrack --store {kept}" in errors.read_text()


def test_with_errors_on_the_terminal_it_opens(run: CommandLine) -> None:
    fill(run.store, "We will act")
    with shell(run, "{program}") as screen:
        screen.sees("Overdue", "Inbox")
