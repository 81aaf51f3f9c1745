"""A store filled without the extractor, so that its words and numbers are the test's own."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime
from pathlib import Path

from commitrack.model.history import Signature
from commitrack.model.records import Commitment
from commitrack.model.statements import Mention, StatementDraft
from commitrack.store import Proposal, open_store

HOSTILE = "[/x] [@click=app.quit]Act[/] \x1b]0;title\x07\x1b[31mred\x9b \u202egnp\u202c \x00 =1+1"
"""Markup, escape sequences, a bidirectional control, a NUL: whatever a statement may hold."""


def fill(place: Path, *quotes: str, owner: str = "NHS Employers", title: str = "Letter") -> None:
    """Store one statement whose paragraphs are these quotes, each a candidate."""
    text = "\n\n".join(quotes)
    proposals = []
    start = 0
    for quote in quotes:
        mention = Mention(0, start, start + len(quote), quote)
        proposals.append(Proposal(Commitment(quote[:80], quote, owners=(owner,)), mention))
        start += len(quote) + 2
    day = date(2026, 3, 1)
    by = Signature("ann", day, datetime(2026, 3, 1, 9, tzinfo=UTC), "test")
    draft = StatementDraft(text, hashlib.sha256(text.encode()).hexdigest(), title, source="l.txt")
    store = open_store(place, create=True)
    try:
        store.add_statement(draft, proposals, {owner: "NHS Confederation"}, by)
    finally:
        store.close()
