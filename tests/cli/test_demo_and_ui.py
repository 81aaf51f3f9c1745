"""``demo``, ``doctor`` and the bare command: what they do around the terminal UI."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from commitrack.store import Lens, Store
from tests.cli.filling import fill
from tests.cli.harness import CommandLine


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[dict[str, Any]]:
    """Stands in for the terminal UI and notes how it was opened."""
    seen: list[dict[str, Any]] = []

    def fake(place: str, lens: Lens, *, open_store: Callable[[], Store], **rest: Any) -> None:
        store = open_store()
        count = len(store.statements())
        store.close()
        rest["drafts"] = rest["drafts"] is not None
        seen.append({"place": place, "actor": lens.actor, "statements": count, **rest})

    monkeypatch.setattr("commitrack.tui.run", fake)
    return seen


def test_the_bare_command_opens_the_ui_on_the_store(
    run: CommandLine, opened: list[dict[str, Any]]
) -> None:
    fill(run.store, "We will act")
    run.ok("config", "set", "theme", "light")
    assert run("--as", "bob", terminal=True).code == 0
    assert opened == [
        {
            "place": str(run.store),
            "actor": "bob",
            "statements": 1,
            "notice": None,
            "theme": "light",
            "keys": {},
            "columns": (),
            "drafts": True,
        }
    ]


def test_the_bare_command_without_a_store_says_how_to_begin(
    run: CommandLine, opened: list[dict[str, Any]]
) -> None:
    outcome = run(terminal=True)
    assert outcome.code == 3
    assert "commitrack demo" in outcome.err
    assert opened == []
    assert not run.store.parent.exists()


def test_the_demo_is_thrown_away_unless_it_is_kept(
    run: CommandLine, opened: list[dict[str, Any]], tmp_path: Path
) -> None:
    assert run("demo", terminal=True).code == 0
    assert opened[0]["statements"] > 20
    assert not Path(opened[0]["place"]).exists()
    assert not run.store.exists()

    kept = tmp_path / "kept.db"
    outcome = run.ok("demo", "--keep", str(kept))
    assert str(kept) in outcome.err
    assert len(opened) == 1
    content = kept.read_bytes()
    again = run("demo", "--keep", str(kept))
    assert again.code == 4
    assert "never overwrites" in again.err
    assert kept.read_bytes() == content


def test_the_doctor_names_the_first_broken_transaction(run: CommandLine) -> None:
    fill(run.store, "We will act", "We will publish")
    run.ok("accept", "C-1")
    run.ok("accept", "C-2")
    assert "every seal fits" in run.ok("doctor", "--verify").out
    connection = sqlite3.connect(run.store)
    triggers = connection.execute("SELECT name FROM sqlite_schema WHERE type = 'trigger'")
    for (name,) in triggers.fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    connection.execute("UPDATE changes SET new = 'delivered' WHERE tx = 2 AND field = 'status'")
    connection.commit()
    connection.close()
    outcome = run("doctor", "--verify")
    assert outcome.code == 1
    assert "transaction 2" in outcome.err


def test_without_a_keyboard_nothing_is_opened(
    run: CommandLine, opened: list[dict[str, Any]], monkeypatch: pytest.MonkeyPatch
) -> None:
    fill(run.store, "We will act")
    monkeypatch.setattr("commitrack.cli.streams.has_screen", lambda: False)
    monkeypatch.setattr("commitrack.cli.demonstrating.has_screen", lambda: False)
    assert run(terminal=True).code == 2
    assert run("demo", terminal=True).code == 2
    assert opened == []
