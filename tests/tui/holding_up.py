"""A store that answers when a test says so, for what is done while it is waited for."""

from __future__ import annotations

from threading import Event
from typing import Any

import pytest

from commitrack.store.sqlite_store import SqliteStore


def held_up(monkeypatch: pytest.MonkeyPatch, method: str) -> Event:
    """Let a method of the store begin only when the event that comes back is set."""
    go_on, undisturbed = Event(), getattr(SqliteStore, method)

    def later(store: SqliteStore, *asked: Any, **rest: Any) -> Any:
        go_on.wait(20)
        return undisturbed(store, *asked, **rest)

    monkeypatch.setattr(SqliteStore, method, later)
    return go_on
