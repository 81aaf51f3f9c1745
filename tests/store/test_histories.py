"""The history is told as far as it is asked for: an import may have made a million changes."""

from __future__ import annotations

from random import Random

import pytest

from commitrack.model.actions import Edit, SetFields
from commitrack.query import parse
from commitrack.store import Lens, Store
from tests.store.conftest import TODAY, sign
from tests.store.odd_records import fill_oddly


@pytest.fixture
def bulk(store: Store) -> int:
    """The number of a transaction that changed two fields of each of three commitments."""
    edits = [Edit(n, SetFields({"lead": "ann", "topic": "ferries"})) for n in (1, 2, 3)]
    return store.apply(edits, sign()).transaction


def test_a_transaction_comes_with_its_first_changes_and_how_many_more_it_made(
    store: Store, bulk: int
) -> None:
    (whole,) = store.history(limit=1)
    (part,) = store.history(limit=1, most=4)
    assert part.changes == whole.changes[:4]
    assert (part.number, part.more) == (bulk, 2)
    assert (len(whole.changes), whole.more) == (6, 0)


@pytest.mark.parametrize("most", [0, 1, 2, 3, 4, 5, 6, 7])
def test_what_is_kept_and_what_is_more_are_all_of_it(store: Store, bulk: int, most: int) -> None:
    (part,) = store.history(limit=1, most=most)
    assert len(part.changes) <= most
    assert len(part.changes) + part.more == 6


def test_a_record_is_told_whole_or_not_at_all(store: Store, bulk: int) -> None:
    (part,) = store.history(limit=1, most=5)
    assert [(one.commitment, one.field) for one in part.changes] == [
        (number, field) for number in (1, 2) for field in ("lead", "topic")
    ]


def test_of_one_long_record_the_beginning_is_told(store: Store) -> None:
    first = store.history()[-1]
    (part,) = store.history(limit=1, before=first.number + 1, most=2)
    assert part.changes == first.changes[:2]
    assert part.more == len(first.changes) - 2


def test_the_changes_of_a_transaction_are_read_on_demand(
    store: Store, bulk: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("commitrack.store.histories._BATCH", 2)
    for one in store.history():
        assert tuple(store.changes(one.number)) == one.changes
    assert tuple(store.changes(99)) == ()


def test_the_history_is_read_on_from_where_it_was(store: Store, bulk: int) -> None:
    numbers = [one.number for one in store.history()]
    assert [one.number for one in store.history(before=bulk)] == numbers[1:]
    assert [one.number for one in store.history(1, before=bulk, limit=1)] == numbers[1:2]


def test_of_one_commitment_only_its_own_changes_are_counted(store: Store, bulk: int) -> None:
    (own,) = store.history(2, limit=1, most=1)
    assert [one.commitment for one in own.changes] == [2]
    assert own.more == 1


def test_the_days_of_many_are_those_that_the_language_asks_for(store: Store) -> None:
    fill_oddly(store, Random(3), 30)
    lens = Lens(TODAY)
    numbers = store.ids(parse(""), lens)
    days = store.days_on_record([*numbers, 10_000])
    assert set(days) == set(numbers)
    for number, (created, changed) in days.items():
        for text in (f"created:{created}", f"changed:{changed}"):
            assert tuple(store.ids(parse(f"id:{number} {text}"), lens)) == (number,), text


def test_what_somebody_did_is_told_case_aside_and_page_by_page(store: Store, bulk: int) -> None:
    for n, actor in enumerate(("émile", "bob", "Émile", "ann", "ÉMILE")):
        store.apply([Edit(1, SetFields({"topic": f"topic {n}"}))], sign(actor))
    every = [one.number for one in store.history() if one.actor.casefold() == "émile"]
    assert len(every) == 3
    assert [one.number for one in store.history(actor="éMILE")] == every
    (first,) = store.history(actor="émile", limit=1)
    assert [one.number for one in store.history(actor="émile", before=first.number)] == every[1:]
    assert [one.number for one in store.history(2, actor="émile")] == []
