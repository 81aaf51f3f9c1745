"""A store with one statement in it, and hands to write with."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from commitrack.model.actions import Accept, Action, Edit
from commitrack.model.history import Receipt
from commitrack.store import Lens, Store, open_store
from tests.store.hands import TEXT, TODAY, draft, fill, propose, sign

__all__ = ["TEXT", "TODAY", "draft", "fill", "propose", "sign"]


@pytest.fixture
def lens() -> Lens:
    """Ann's view on the day."""
    return Lens(TODAY, "ann")


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """Where the store lies."""
    return tmp_path / "data" / "record.db"


@pytest.fixture(scope="session")
def filled_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store, filled and closed: to make one takes seven times as long as to copy it."""
    place = tmp_path_factory.mktemp("filled") / "record.db"
    opened = open_store(place, create=True)
    fill(opened)
    opened.close()
    return place


@pytest.fixture
def store(filled_once: Path, place: Path) -> Iterator[Store]:
    """The store, filled; a copy to work on."""
    place.parent.mkdir(mode=0o700)
    shutil.copy(filled_once, place)
    opened = open_store(place)
    yield opened
    opened.close()


@pytest.fixture
def new_store(place: Path) -> Iterator[Store]:
    """The same, filled just now: what it was filled with still stands in the write-ahead log.

    All of it does where the test is marked `made_anew`.
    """
    opened = open_store(place, create=True)
    fill(opened)
    yield opened
    opened.close()


Do = Callable[..., Receipt]


@pytest.fixture
def do(store: Store) -> Do:
    """Apply actions to a commitment: ``do(1, Accept(), by="bob")``."""

    def apply(number: int, *actions: Action, by: str = "ann", seen: int | None = None) -> Receipt:
        return store.apply([Edit(number, action, seen) for action in actions], sign(by))

    return apply


@pytest.fixture
def accepted(do: Do) -> int:
    """The number of a commitment that has been accepted."""
    do(1, Accept())
    return 1
