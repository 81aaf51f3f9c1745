"""A store of every released schema opens, keeps its record and goes on."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

import pytest

from commitrack.model.errors import StoreReadOnly
from commitrack.model.status import Status
from commitrack.store import open_store
from commitrack.store.backups import folder_of, listed
from commitrack.store.version import NEWEST
from tests.store.damage import content

FIXTURES = Path(__file__).parent / "fixtures"


@pytest.fixture(params=sorted(FIXTURES.glob("schema-*.db")), ids=lambda one: one.stem)
def old(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    place = tmp_path / "record.db"
    shutil.copy(request.param, place)
    return place


def test_an_old_store_keeps_its_record_and_its_chain(old: Path) -> None:
    store = open_store(old)
    try:
        assert store.dossier(2).commitment.status is Status.IN_PROGRESS
        assert store.dossier(2).evidence[0].title == "Board paper 7"
        assert store.statement(1).sha256.startswith("1b566616")
        assert store.verify().broken is None
    finally:
        store.close()


def test_an_old_store_is_backed_up_before_it_is_changed(old: Path) -> None:
    before = content(old)
    open_store(old).close()
    (kept,) = listed(old)
    assert kept.before == f"schema-{NEWEST.major}.{NEWEST.minor}"
    assert kept.path.stat().st_mode & 0o777 == 0o600
    assert kept.snapshot.schema < NEWEST
    assert content(kept.path) == before


def test_an_old_store_that_cannot_be_backed_up_is_not_changed(old: Path) -> None:
    before = old.read_bytes()
    folder_of(old).write_text("in the way", "utf-8")
    with pytest.raises(StoreReadOnly, match="for the backups, is in the way"):
        open_store(old)
    with sqlite3.connect(old) as connection:
        assert connection.execute("PRAGMA user_version").fetchone()[0] < NEWEST.stamp
    connection.close()
    assert len(old.read_bytes()) == len(before)
