"""A store of every released schema opens, keeps its record and goes on."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from commitrack.model.status import Status
from commitrack.store import open_store
from commitrack.store.version import NEWEST

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


def test_an_old_store_is_copied_beside_itself_before_it_is_changed(old: Path) -> None:
    before = old.read_bytes()
    open_store(old).close()
    copy = old.with_name(f"record.db.before-{NEWEST.major}.{NEWEST.minor}")
    assert copy.exists()
    assert copy.stat().st_mode & 0o777 == 0o600
    assert len(copy.read_bytes()) == len(before)
