"""Statements in a list: right beside the statements themselves, in order, and off the indexes."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from commitrack.model.statements import StatementDraft
from commitrack.model.status import Stage, Status
from commitrack.store import Outline, StatementOrder, Store, open_store
from commitrack.store.engine import connect
from commitrack.store.outlines import counting_sql, having_sql, order_sql, rows_sql
from commitrack.tui.widgets.statement_rows import share
from make_store import fill
from tests.tui.building import sign


@pytest.fixture(scope="module")
def filled(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    place = tmp_path_factory.mktemp("outlines") / "record.db"
    store = open_store(place, create=True)
    list(fill(store, 400))
    store.close()
    yield place


@pytest.fixture(scope="module")
def big(filled: Path) -> Iterator[Store]:
    store = open_store(filled)
    yield store
    store.close()


def plain(store: Store, number: int) -> Outline:
    statement = store.statement(number)
    records = {one.number: one for _, one in store.mentions(number)}.values()
    stages = Counter(one.status.stage for one in records)
    rejected = sum(one.status is Status.REJECTED for one in records)
    return Outline(
        number,
        statement.title,
        statement.publisher or statement.speaker or "",
        statement.said_on,
        statement.precision,
        store.versions(number),
        stages[Stage.TRIAGE] - rejected,
        rejected,
        stages[Stage.OPEN],
        stages[Stage.CLOSED],
    )


def test_each_is_told_with_what_became_of_its_promises_in_the_order_asked_for(big: Store) -> None:
    numbers = big.statement_numbers()
    wanted = (*reversed(numbers), max(numbers) + 1)
    found = big.outlines(wanted)
    assert list(found) == [plain(big, number) for number in reversed(numbers)]
    assert sum(one.found for one in found) > 100
    assert big.outlines(()) == ()


def test_how_often_each_mentions_what_is_on_record_is_counted_at_once(tmp_path: Path) -> None:
    store = open_store(tmp_path / "record.db", create=True)
    list(fill(store, 90))
    before = store.mention_counts()
    assert before == {one: len(store.mentions(one)) for one in store.statement_numbers()}
    assert sum(before.values()) == 90
    words = "Nothing is promised here"
    draft = StatementDraft(words, hashlib.sha256(words.encode()).hexdigest(), "A speech")
    silent = store.add_statement(draft, [], {}, sign())
    assert silent.statement not in store.mention_counts()
    store.undo(sign(), store.history()[-1].number)
    assert store.mention_counts() == {}
    store.close()


def _key(one: Outline, order: StatementOrder) -> Any:
    """What a statement is sorted by, the least first; None where it is not known."""
    match order:
        case StatementOrder.NUMBER:
            return -one.number
        case StatementOrder.DATE:
            return None if one.said_on is None else -one.said_on.toordinal()
        case StatementOrder.PUBLISHER:
            return one.publisher.lower() or None
        case StatementOrder.OPEN:
            return -one.open
        case _:
            return share(one)


@pytest.mark.parametrize("order", StatementOrder)
def test_an_order_is_the_same_as_one_sorts_by_hand_and_the_unknown_comes_last_either_way(
    big: Store, order: StatementOrder
) -> None:
    every = [plain(big, number) for number in reversed(big.statement_numbers())]
    known = [one for one in every if _key(one, order) is not None]
    unknown = [one.number for one in every if _key(one, order) is None]
    there = sorted(known, key=lambda one: _key(one, order))
    assert list(big.statement_order(order)) == [one.number for one in there] + unknown
    back = sorted(known, key=lambda one: _key(one, order), reverse=True)
    found = list(big.statement_order(order, backwards=True))
    assert found == [one.number for one in back] + unknown


def test_words_are_looked_for_in_title_text_and_publisher_whatever_their_capitals(
    tmp_path: Path,
) -> None:
    store = open_store(tmp_path / "words.db", create=True)
    for text, title, publisher, speaker in (
        ("The bridge is 100% safe.", "On bridges", "Örebro Council", None),
        ("Nothing of note.", "On water", "Board of BRIDGES", None),
        ("Öppna data.", "A letter", None, "Jo Bell"),
    ):
        digest = hashlib.sha256(text.encode()).hexdigest()
        draft = StatementDraft(text, digest, title, publisher=publisher, speaker=speaker)
        store.add_statement(draft, (), {}, sign())
    for words, numbers in {
        ("bridge",): (1, 2),
        ("BRIDGE", "safe"): (1,),
        ("on", "water"): (2,),
        ("100%",): (1,),
        ("1_0",): (),
        ("öREBRO",): (1,),
        ("öppna",): (3,),
        ("bell",): (3,),
        ("%",): (1,),
        ("'; DROP", '"'): (),
    }.items():
        assert store.statements_with(words, 1, 3) == numbers, words
    assert store.statements_with(("bridge",), 2, 3) == (2,)
    store.close()


def steps(filled: Path, sql: str, values: Sequence[object] = ()) -> list[str]:
    connection = connect(filled)
    try:
        found = connection.execute(f"EXPLAIN QUERY PLAN {sql}", tuple(values))
        return [row["detail"] for row in found]
    finally:
        connection.close()


def test_only_the_statements_in_view_are_looked_at(filled: Path) -> None:
    for sql in (rows_sql(3), counting_sql(3)):
        found = steps(filled, sql, (1, 2, 3))
        assert not any(step.startswith("SCAN") for step in found), found


def test_words_are_looked_for_in_the_statements_of_a_slice(filled: Path) -> None:
    sql, values = having_sql(("peer", "review"))
    assert steps(filled, sql, (1, 2_000, *values)) == [
        "SEARCH statements USING INTEGER PRIMARY KEY (rowid>? AND rowid<?)"
    ]


INDEXES = {
    StatementOrder.NUMBER: ("one_text",),
    StatementOrder.DATE: ("one_text",),
    StatementOrder.PUBLISHER: ("makers", "one_text"),
    StatementOrder.OPEN: ("places", "one_text"),
    StatementOrder.COVERAGE: ("places", "one_text"),
}
"""What each order is read off: never the rows of the mentions, nor statements that are gone."""


@pytest.mark.parametrize("order", StatementOrder)
def test_an_order_is_read_off_its_indexes(filled: Path, order: StatementOrder) -> None:
    found = steps(filled, order_sql(order))
    scans = [step for step in found if step.startswith("SCAN")]
    for index in INDEXES[order]:
        assert any(f"INDEX {index}" in step for step in scans), found
    assert all("INDEX" in step for step in scans), found
