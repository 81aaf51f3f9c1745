"""The stories through the real command line, each on an isolated home."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.harness import CommandLine


@pytest.fixture
def run(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> CommandLine:
    """Runs ``commitrack`` in this process; nothing is stored yet."""
    return CommandLine(monkeypatch, tmp_path)
