"""The copy that other tests begin with is what the migrations make."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from commitrack.store import open_store
from tests.new_stores import create_copy

_MOMENTS = "_sqlite_migrations"
"""Says when each migration was applied."""


def _content(place: Path) -> list[str]:
    with closing(sqlite3.connect(place)) as connection:
        stamps = [
            str(connection.execute(f"PRAGMA {name}").fetchone())
            for name in ("application_id", "user_version", "journal_mode", "page_size")
        ]
        dumped = [line for line in connection.iterdump() if f'INTO "{_MOMENTS}"' not in line]
        return stamps + dumped


@pytest.mark.made_anew
def test_a_copy_holds_what_a_new_store_holds(tmp_path: Path) -> None:
    made, copied = tmp_path / "made.db", tmp_path / "copied.db"
    open_store(made, create=True).close()
    create_copy(copied)
    assert _content(copied) == _content(made)
