"""A record with telling words in every field, and its site."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from commitrack.site import Published, Wish, publish
from commitrack.store import Store, open_store
from tests.published.telling import LENS, Words, fill, marked


def told(what: str, done: int, total: int) -> None:
    """Nobody listens."""


def put(store: Store, folder: Path, query: str | None = None, **wish: str) -> Published:
    """Publish what a query finds of what is public."""
    return publish(store, LENS, folder, Wish(query, **wish), told=told)


@pytest.fixture
def words() -> Words:
    """Words that can be told apart."""
    return marked()


@pytest.fixture
def store(tmp_path: Path, words: Words) -> Iterator[Store]:
    """The record."""
    opened = open_store(tmp_path / "record.db", create=True)
    fill(opened, words)
    yield opened
    opened.close()


@pytest.fixture
def site(store: Store, tmp_path: Path) -> Path:
    """Its site."""
    folder = tmp_path / "site"
    put(store, folder)
    return folder
