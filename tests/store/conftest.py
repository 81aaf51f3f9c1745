"""A store with one statement in it, and hands to write with."""

from __future__ import annotations

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


@pytest.fixture
def store(place: Path) -> Iterator[Store]:
    """The store, filled."""
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
