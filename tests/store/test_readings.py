"""Sentences read and found to promise nothing: filed, taken back, undone, never against an item."""

from __future__ import annotations

import pytest

from commitrack.model.errors import BadInput, Conflict, NotFound, Refused
from commitrack.store import Store
from tests.store.conftest import TEXT, draft, sign

RAIN = "It rained on Monday. We will publish a plan. It rained again."
FIRST, LAST = (0, 20), (45, 61)


@pytest.fixture
def statement(store: Store) -> int:
    """The number of a statement in which nothing was proposed."""
    receipt = store.add_statement(draft(RAIN, "Rain"), [], {}, sign())
    assert receipt.statement is not None
    return receipt.statement


def spans(store: Store, statement: int) -> list[tuple[int, int]]:
    return [(one.start, one.end) for one in store.readings(statement)]


def test_who_read_it_and_when_is_on_record(store: Store, statement: int) -> None:
    receipt = store.mark_read(statement, [LAST, FIRST], sign("bob"), note="weather")
    first, last = store.readings(statement)
    assert (first.start, first.end, first.by, first.note) == (*FIRST, "bob", "weather")
    assert first.on == sign().today
    assert (last.start, last.end) == LAST
    assert (receipt.action, receipt.statement) == ("read 2 sentences of S-0002", statement)


def test_it_is_one_transaction_in_the_history_and_one_undo(store: Store, statement: int) -> None:
    before = store.history()
    store.mark_read(statement, [FIRST, LAST], sign())
    newest, *rest = store.history()
    assert tuple(rest) == before
    assert {change.label for change in newest.changes} == {"reading 1", "reading 2"}
    store.undo(sign())
    assert spans(store, statement) == []
    store.redo(sign())
    assert spans(store, statement) == [FIRST, LAST]
    assert store.verify().broken is None


def test_what_is_marked_already_writes_nothing(store: Store, statement: int) -> None:
    store.mark_read(statement, [FIRST], sign("ann"))
    again = store.mark_read(statement, [FIRST], sign("bob"))
    assert again.changed == 0
    assert store.readings(statement)[0].by == "ann"


def test_it_can_be_taken_back_and_marked_again(store: Store, statement: int) -> None:
    store.mark_read(statement, [FIRST, LAST], sign())
    receipt = store.mark_unread(statement, [FIRST], sign())
    assert receipt.action == "take back the reading of a sentence of S-0002"
    assert spans(store, statement) == [LAST]
    store.mark_read(statement, [FIRST], sign("bob"))
    assert [(one.start, one.by) for one in store.readings(statement)] == [(0, "bob"), (45, "ann")]


def test_where_an_item_stands_it_is_refused_and_nothing_is_written(store: Store) -> None:
    before = store.history()
    quote = TEXT.index("Staff")
    with pytest.raises(Refused, match="C-0002: accept or reject that instead"):
        store.mark_read(1, [(22, 23), (quote, quote + 22)], sign())
    assert store.history() == before
    assert store.readings(1) == ()


@pytest.mark.parametrize("span", [(0, 0), (5, 2), (-1, 4), (50, 62)])
def test_a_stretch_outside_the_text_is_refused(
    store: Store, statement: int, span: tuple[int, int]
) -> None:
    with pytest.raises(BadInput, match="whose text has 61 characters"):
        store.mark_read(statement, [span], sign())


def test_what_nobody_marked_cannot_be_taken_back(store: Store, statement: int) -> None:
    with pytest.raises(Refused, match="is not marked as read"):
        store.mark_unread(statement, [FIRST], sign())


def test_a_statement_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(NotFound, match="S-0009"):
        store.mark_read(9, [FIRST], sign())


def test_a_statement_with_readings_is_not_undone_away_from_under_them(
    store: Store, statement: int
) -> None:
    added = store.history(limit=1)[0].number
    store.mark_read(statement, [FIRST], sign())
    with pytest.raises(Conflict, match="changed since"):
        store.undo(sign(), added)
    store.undo(sign())
    store.undo(sign(), added)
    assert store.statement_numbers() == (1,)
