"""Sentences from the whole range of public English, each a fact about how promises are made."""

from __future__ import annotations

import datetime
import re

import pytest

from commitrack.extract import Candidate, Known, extract
from tests.extract.sentences import tables
from tests.extract.sentences.case import Case, Item

CASES = tables.cases()


def known(case: Case) -> Known:
    date = datetime.date.fromisoformat(case.date) if case.date else None
    return Known(date, case.publisher, case.speaker)


def plain(words: str | None) -> str | None:
    return None if words is None else re.sub(r"^(?:the|our|its|their) ", "", words.casefold())


def seen(case: Case, item: Item, found: Candidate) -> Item:
    """The item as it was found, where it must agree."""
    due = found.deadline.date if found.deadline else None
    return Item(
        found.kind.value,
        found.quote,
        item.owner if plain(found.owner) == plain(item.owner) else found.owner,
        None if found.strength is None else int(found.strength),
        due.isoformat() if due else None,
        found.owner_basis.value if item.basis else None,
    )


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.fact.replace(" ", "-"))
def test_sentence(case: Case) -> None:
    found = extract(case.text, known(case)).candidates
    assert [one.quote for one in found] == [item.quote for item in case.items]
    for item, one in zip(case.items, found, strict=True):
        assert seen(case, item, one) == item


def test_every_quote_stands_in_its_text() -> None:
    for case in CASES:
        for item in case.items:
            assert case.text.count(item.quote) == 1, item.quote


def test_no_two_cases_show_the_same() -> None:
    facts = [case.fact for case in CASES]
    assert len(facts) == len(set(facts))
