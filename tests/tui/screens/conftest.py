"""A store that is longer than what is looked up, or shown of a change, at once."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from commitrack.store import open_store
from make_store import fill

MANY = 900
"""Commitments in it."""


@pytest.fixture(scope="session")
def long_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store, built once; tests work on copies."""
    place = tmp_path_factory.mktemp("long") / "record.db"
    store = open_store(place, create=True)
    list(fill(store, MANY))
    store.close()
    return place


@pytest.fixture
def long(long_once: Path, tmp_path: Path) -> Path:
    """A copy of the long store to work on."""
    copy = tmp_path / "record.db"
    shutil.copyfile(long_once, copy)
    copy.chmod(0o600)
    return copy
