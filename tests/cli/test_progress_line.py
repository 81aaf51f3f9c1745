"""A long backup says how far it has come, on a terminal only, and leaves nothing behind."""

from __future__ import annotations

import io
import sys

import pytest

from commitrack.cli.progress_line import ProgressLine


class Stream(io.StringIO):
    """A stream that is a terminal, or not."""

    def __init__(self, *, terminal: bool) -> None:
        super().__init__()
        self._terminal = terminal

    def isatty(self) -> bool:
        return self._terminal


def watched(monkeypatch: pytest.MonkeyPatch, *, terminal: bool, seconds: float) -> str:
    """What is written by a copy of four steps, each of which takes so long."""
    stream = Stream(terminal=terminal)
    monkeypatch.setattr(sys, "stderr", stream)
    now = [0.0]
    with ProgressLine(lambda: now[0]) as line:
        for done in range(1, 5):
            now[0] += seconds
            line.told("copying", done, 4)
        line.told("proving the copy", 0, 0)
    return stream.getvalue()


def test_a_long_copy_says_how_far_it_is_and_its_line_goes(monkeypatch: pytest.MonkeyPatch) -> None:
    written = watched(monkeypatch, terminal=True, seconds=1)
    assert written.startswith(
        "\rcopying: 25 %\rcopying: 50 %\rcopying: 75 %\rcopying: 100 %\rproving the copy …"
    )
    assert written.endswith("\r")
    assert written.rsplit("\r", 2)[1].strip() == ""


def test_a_short_copy_says_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    assert watched(monkeypatch, terminal=True, seconds=0.01) == ""


def test_nothing_is_written_where_no_terminal_is(monkeypatch: pytest.MonkeyPatch) -> None:
    assert watched(monkeypatch, terminal=False, seconds=1) == ""
