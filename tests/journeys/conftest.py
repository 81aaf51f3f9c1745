"""The stories through the real command line, each on an isolated home."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.harness import CommandLine
from tests.journeys.steps import six_against_their_dates


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CommandLine:
    """Runs ``commitrack`` in this process; nothing is stored yet."""
    return CommandLine(monkeypatch, tmp_path)


@pytest.fixture
def six(run: CommandLine) -> CommandLine:
    """The six commitments of J11."""
    six_against_their_dates(run)
    return run
