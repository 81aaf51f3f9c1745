"""The command line on an isolated home, and a store with a statement in it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.harness import CommandLine

SEED = Path(__file__).parents[1] / "seeds" / "nhs-confederation-west-london.txt"


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CommandLine:
    """Runs ``commitrack`` in this process; a statement is stored."""
    line = CommandLine(monkeypatch, tmp_path)
    line.ok("add", str(SEED), "--as", "ann")
    return line


@pytest.fixture
def place(run: CommandLine) -> Path:
    """Where that store lies."""
    return run.store
