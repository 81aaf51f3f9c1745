"""Runs the real command line inside the test's own process, on streams it can read afterwards."""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from commitrack.cli.running import run

TODAY = "2026-03-02"
"""The day that every run lives in, unless it says otherwise."""


@dataclass(frozen=True)
class Outcome:
    """What a run printed and how it ended."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Standard output as JSON."""
        return json.loads(self.out)


class _Screen(io.TextIOWrapper):
    """A stream that may say it is a terminal."""

    def __init__(self, content: bytes = b"", *, terminal: bool = False) -> None:
        self.bytes = io.BytesIO(content)
        self._terminal = terminal
        super().__init__(self.bytes, encoding="utf-8", newline="")

    def isatty(self) -> bool:
        return self._terminal

    def text(self) -> str:
        self.flush()
        return self.bytes.getvalue().decode()


class CommandLine:
    """``run("list", "is:open")`` runs ``commitrack list is:open`` on an isolated home."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch, home: Path) -> None:
        self._patch = monkeypatch
        self.home = home
        self.store = home / "data" / "commitrack" / "record.db"
        for name, value in isolated(home).items():
            monkeypatch.setenv(name, value)
        for name in ("COMMITRACK_STORE", "COMMITRACK_THEME", "COMMITRACK_CADENCE"):
            monkeypatch.delenv(name, raising=False)

    def __call__(
        self, *arguments: str, stdin: str | bytes = b"", terminal: bool = False
    ) -> Outcome:
        content = stdin.encode() if isinstance(stdin, str) else stdin
        source = _Screen(content, terminal=terminal)
        out, err = _Screen(terminal=terminal), _Screen(terminal=terminal)
        with self._patch.context() as patch:
            patch.setattr(sys, "stdin", source)
            patch.setattr(sys, "stdout", out)
            patch.setattr(sys, "stderr", err)
            code = run(arguments)
        return Outcome(code, out.text(), err.text())

    def ok(self, *arguments: str, stdin: str | bytes = b"") -> Outcome:
        """A run that must succeed."""
        outcome = self(*arguments, stdin=stdin)
        assert outcome.code == 0, f"{arguments}: {outcome.code}\n{outcome.err}"
        return outcome

    def record(self, identifier: str) -> Any:
        """One commitment, as ``show --json`` prints it."""
        return self.ok("show", identifier, "--json").json

    def listed(self, *query: str) -> list[str]:
        """The IDs that a query finds."""
        return self.ok("list", *query, "--format", "ids").out.split()


def isolated(home: Path) -> Mapping[str, str]:
    """An environment of which nothing leads out of `home`, on a fixed day."""
    return {
        "HOME": str(home),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_CONFIG_HOME": str(home / "config"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CACHE_HOME": str(home / "cache"),
        "COMMITRACK_TODAY": TODAY,
        "COMMITRACK_ACTOR": "ann",
        "NO_COLOR": "1",
        "COLUMNS": "80",
    }
