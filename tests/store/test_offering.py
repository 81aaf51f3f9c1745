"""The values that a field has among what a query finds, the most frequent first."""

from __future__ import annotations

from random import Random

import pytest

from commitrack.query import parse
from commitrack.query.completing import STORED
from commitrack.query.writing import as_typed
from commitrack.store import Lens, Store
from tests.store.conftest import TODAY, sign
from tests.store.odd_records import fill_oddly

LENS = Lens(TODAY, "ann")


@pytest.mark.parametrize("field", sorted(STORED))
@pytest.mark.parametrize("text", ["", "is:open", "priority:1 -is:closed"])
def test_every_value_that_is_offered_finds_something_and_none_is_missing(
    store: Store, field: str, text: str
) -> None:
    fill_oddly(store, Random(5), 40)
    query = parse(text)
    found = store.values(field, query, LENS, limit=1_000)
    assert len(set(found)) == len(found)
    left = set(store.ids(query, LENS))
    for value in found:
        exact = "=" if field not in ("id", "statement") else ""
        term = parse(f"{field}:{exact}{as_typed(value)}")
        both = store.ids(parse(text + f" {field}:{exact}{as_typed(value)}"), LENS)
        assert both
        left -= set(store.ids(term, LENS))
    empty = store.ids(parse(f"{text} {field}:none"), LENS) if field != "id" else ()
    assert left == set(empty)


def test_a_value_is_found_by_the_beginning_of_any_of_its_words_or_by_an_alias(
    store: Store,
) -> None:
    store.set_party("NHS Employers", {"aliases": ("The Bosses",)}, sign())
    everything = parse("")
    for typed in ("", "nhs", "emp", "boss", "the"):
        assert store.values("owner", everything, LENS, typed) == ("NHS Employers",), typed
    assert store.values("owner", everything, LENS, "mployers") == ()
    assert store.values("owner", parse("id:2"), LENS) == ()
    assert store.values("id", everything, LENS, "c-", 2) == ("C-0001", "C-0002")


def test_an_id_is_offered_however_it_is_begun(store: Store) -> None:
    fill_oddly(store, Random(5), 12)
    everything = parse("")
    for typed in ("C-0012", "c-12", "c12", "12", "c-0012", "C-001"):
        assert "C-0012" in store.values("id", everything, LENS, typed), typed
    for typed in ("s12", "c-0", "c0", ""):
        offered = store.values("id", everything, LENS, typed, 3)
        assert offered == (() if typed == "s12" else ("C-0001", "C-0002", "C-0003"))
    for typed in ("S-0001", "s1", "S-1", "1"):
        assert "S-0001" in store.values("statement", everything, LENS, typed), typed
    assert store.values("statement", everything, LENS, "c1") == ()
