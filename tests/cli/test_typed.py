"""A command that an answer names works on the store that was asked."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from tests.cli.harness import CommandLine

TEXT = "We will publish a plan by 30 June 2026.\n"
NAMED = re.compile(r"commitrack (.+?)(?:, then|\)|$)", re.MULTILINE)


@pytest.fixture
def other(tmp_path: Path) -> str:
    return str(tmp_path / "the other.db")


def named(said: str) -> list[list[str]]:
    """The commands in what was said."""
    return [shlex.split(one) for one in NAMED.findall(said)]


def test_what_comes_next_is_told_for_the_store_that_was_asked(run: CommandLine, other: str) -> None:
    added = run.ok("--store", other, "add", "-", stdin=TEXT)
    undo, look = named(added.err)
    assert undo == ["--store", other, "undo"]
    assert "C-0001" in run.ok(*look).out


def test_an_undo_that_is_typed_as_told_takes_back_what_was_told(
    run: CommandLine, other: str
) -> None:
    run.ok("add", "-", stdin=TEXT)
    run.ok("--store", other, "add", "-", stdin=TEXT)
    changed = run.ok("--store", other, "accept", "C-0001", "--owner", "The Council")
    (undo,) = named(changed.err)
    redo = named(run.ok(*undo).err)[0]
    assert "candidate" in run.ok("--store", other, "show", "C-0001").out
    run.ok(*redo)
    assert "candidate" not in run.ok("--store", other, "show", "C-0001").out
    assert len(run.ok("history", "--json").json["transactions"]) == 1


def test_the_usual_store_goes_without_saying(run: CommandLine) -> None:
    added = run.ok("add", "-", stdin=TEXT)
    assert named(added.err)[0] == ["undo"]
