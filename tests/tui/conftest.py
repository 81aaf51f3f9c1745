"""A store with a small record in it for every test of the UI."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest

from tests.tui.building import fill
from tests.tui.worlds import WORLDS


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The record, built once; tests work on copies."""
    place = tmp_path_factory.mktemp("record") / "record.db"
    fill(place)
    return place


@pytest.fixture
def place(filled_once: Path, tmp_path: Path) -> Path:
    """A copy of the record to work on."""
    copy = tmp_path / "record.db"
    shutil.copyfile(filled_once, copy)
    copy.chmod(0o600)
    return copy


@pytest.fixture(scope="session")
def worlds(tmp_path_factory: pytest.TempPathFactory) -> Callable[[str], Path]:
    """The store of a world by its name, built once; only to be looked at."""

    @cache
    def built(name: str) -> Path:
        place = tmp_path_factory.mktemp(name) / "record.db"
        WORLDS[name](place)
        return place

    return built


@pytest.fixture
def busy(worlds: Callable[[str], Path]) -> Path:
    """The store with something of everything; only to be looked at."""
    return worlds("busy")
