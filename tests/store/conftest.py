"""A store with one statement in it, and hands to write with."""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from commitrack.model.actions import Accept, Action, Edit
from commitrack.model.history import Receipt, Signature
from commitrack.model.records import Commitment
from commitrack.model.statements import Mention, StatementDraft
from commitrack.store import Lens, Proposal, Store, open_store

TODAY = date(2026, 3, 2)
TEXT = "We will publish a plan. Staff will be trained. [/x] [@click=app.quit]We will act[/]."


def sign(actor: str = "ann", today: date = TODAY) -> Signature:
    """A signature on the morning of the given day."""
    return Signature(actor, today, datetime(today.year, today.month, today.day, 9, tzinfo=UTC))


def propose(text: str, quote: str, *owners: str) -> Proposal:
    """A candidate at the one place where `quote` stands in `text`."""
    start = text.index(quote)
    return Proposal(
        Commitment(title=quote[:80], quote=quote, owners=owners),
        Mention(0, start, start + len(quote), quote, text[max(0, start - 32) : start]),
    )


def draft(text: str = TEXT, title: str = "A statement") -> StatementDraft:
    """A statement about to be stored."""
    return StatementDraft(text, hashlib.sha256(text.encode()).hexdigest(), title)


def fill(store: Store) -> None:
    """Store the statement with its three candidates."""
    store.add_statement(
        draft(),
        [
            propose(TEXT, "We will publish a plan", "NHS Employers"),
            propose(TEXT, "Staff will be trained"),
            propose(TEXT, "[/x] [@click=app.quit]We will act[/]", "NHS Employers"),
        ],
        {"NHS Employers": "NHS Confederation"},
        sign(),
    )


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
