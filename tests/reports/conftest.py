"""A store to report on, and hands to fill it with."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

import pytest

from commitrack.model.actions import Accept, Action, Edit
from commitrack.model.history import Signature
from commitrack.model.records import Commitment
from commitrack.model.statements import Mention, StatementDraft
from commitrack.reports import Report, render
from commitrack.reports.frame import Counts, Facts, Table
from commitrack.store import Lens, Proposal, Store, open_store

TODAY = date(2026, 3, 2)
EARLY = date(2026, 1, 5)
LENS = Lens(TODAY, "ann")
HOSTILE = "=1+1 [/x] [@click=app.quit]<b>|`*_ \x1b]0;title\x07\x1b[31mred\x9b \u202egnp\u202c \x00"
"""A formula, markup of three sorts, escape sequences, a bidirectional control, a NUL."""


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    """An empty store."""
    opened = open_store(tmp_path / "record.db", create=True)
    yield opened
    opened.close()


def sign(actor: str = "ann", today: date = TODAY, why: str | None = None) -> Signature:
    """A signature on the morning of a day."""
    at = datetime(today.year, today.month, today.day, 9, tzinfo=UTC)
    return Signature(actor, today, at, "test", why)


def propose(store: Store, *quotes: str, owners: tuple[str, ...] = ("NHS Employers",)) -> None:
    """Store a statement whose paragraphs are these quotes, each a candidate."""
    text = "\n\n".join(quotes)
    proposals = []
    start = 0
    for quote in quotes:
        mention = Mention(0, start, start + len(quote), quote)
        proposals.append(Proposal(Commitment(quote[:80], quote, owners=owners), mention))
        start += len(quote) + 2
    draft = StatementDraft(
        text, hashlib.sha256(text.encode()).hexdigest(), "Letter", source="l.txt"
    )
    store.add_statement(draft, proposals, {}, sign(today=EARLY))


def do(store: Store, number: int, *actions: Action, by: str = "ann", on: date = TODAY) -> None:
    """Do this to a commitment, each as a transaction of its own."""
    for action in actions:
        store.apply([Edit(number, action)], sign(by, on))


def accept(store: Store, number: int, due: date | None, follow_up: date | None) -> None:
    """Accept a candidate in January."""
    do(store, number, Accept(lead="ann", due=due, follow_up=follow_up), on=EARLY)


def table(report: Report, key: str) -> list[dict[str, Any]]:
    """The rows of one table by their columns' keys, exact."""
    found = section(report, key)
    assert isinstance(found, Table)
    keys = [column.key for column in found.columns]
    return [dict(zip(keys, row, strict=True)) for row in found.rows]


def counts(report: Report, key: str) -> dict[str, int]:
    """One section of counts."""
    found = section(report, key)
    assert isinstance(found, Counts)
    assert sum(count for _, count in found.parts) == found.total
    return dict(found.parts)


def facts(report: Report, key: str) -> dict[str, Any]:
    """One section of facts."""
    found = section(report, key)
    assert isinstance(found, Facts)
    return {one.key: one.value for one in found.facts}


def section(report: Report, key: str) -> Table | Counts | Facts:
    """The section with this key."""
    return next(one for one in report.sections if one.key == key)


def as_data(report: Report) -> Any:
    """The report as its JSON says."""
    return json.loads(render(report, "json"))
