"""What is listed, as one value: views, filter, order and marks."""

from __future__ import annotations

import pytest

from commitrack.query import QueryError, Sort, canonical
from commitrack.tui.empty import NO_STATEMENTS, empty_words
from commitrack.tui.state import ViewState, count_words, query_of, view_named


def test_a_filter_narrows_the_view_and_never_widens_it() -> None:
    query = query_of(view_named("overdue"), "status:stalled OR lead:ann")
    assert canonical(query).startswith("(")
    assert "is:overdue" in canonical(query)


def test_a_filter_may_name_another_view() -> None:
    assert "is:chase" in canonical(query_of(view_named("all"), "@chase"))
    with pytest.raises(QueryError):
        query_of(view_named("all"), "@nothing")


def test_a_column_sorts_up_then_down_then_as_the_view_wants() -> None:
    state = ViewState(view=view_named("overdue"))
    up = state.sorted_by("title")
    down = up.sorted_by("title")
    assert up.order == Sort("title")
    assert down.order == Sort("title", descending=True)
    assert down.sorted_by("title").order == Sort("due")


def test_a_column_that_is_sorted_already_turns_round_at_once() -> None:
    state = ViewState(view=view_named("overdue")).sorted_by("due")
    assert state.order == Sort("due", descending=True)


def test_turning_round_a_list_without_an_order_starts_from_the_newest() -> None:
    assert ViewState(view=view_named("all")).reversed().order == Sort("id", descending=True)


def test_marking_what_is_marked_takes_the_marks_off() -> None:
    state = ViewState().toggled(frozenset({1, 2}))
    assert state.toggled(frozenset({2, 3})).marked == {1, 2, 3}
    assert state.toggled(frozenset({2})).marked == {1}


def test_everything_is_marked_but_what_is_spared() -> None:
    state = ViewState(marked=frozenset({1})).marking_every()
    assert (state.marks(1_000_000), state.has_marked(7)) == (1_000_000, True)
    state = state.toggled(frozenset({7, 8}))
    assert (state.marks(1_000_000), state.has_marked(7)) == (999_998, False)
    assert state.toggled(frozenset({7})).marks(10) == 9
    assert state.marking(frozenset({6, 7, 8})).marks(10) == 10
    assert state.marking(frozenset({5, 6})).marks(10) == 6
    assert state.marking_every().marks(10) == 10
    assert state.marking_every().marking_every() == ViewState()


def test_a_range_is_marked_or_unmarked_when_all_of_it_is() -> None:
    state = ViewState(marked=frozenset({1, 2})).marking(frozenset({2, 3}))
    assert state.marked == {1, 2, 3}
    assert state.marking(frozenset({2, 3})).marked == {1}


def test_the_header_counts_in_words() -> None:
    assert count_words(view_named("overdue"), 3) == "3 overdue"
    assert count_words(view_named("inbox"), 0) == "0 in the inbox"
    assert count_words(view_named("all"), 12345) == "12,345 in all"


def test_an_empty_list_says_why() -> None:
    overdue = ViewState(view=view_named("overdue"))
    assert empty_words(overdue, 0) == NO_STATEMENTS
    assert empty_words(overdue, 5)[0] == "Nothing is overdue"
    filtered = ViewState(view=view_named("overdue"), filter="lead:ann")
    assert "filter" in empty_words(filtered, 5)[0]
