"""Hands to write with: signatures, a statement and its candidates. Programs use them too."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime

from commitrack.model.history import Signature
from commitrack.model.records import Commitment
from commitrack.model.statements import Mention, StatementDraft
from commitrack.store import Proposal, Store

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
