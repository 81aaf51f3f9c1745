"""What is known of a list's rows: right however it came, and never much of it."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from commitrack.tui import rows as module
from commitrack.tui.rows import Rows

LIST = range(1_000, 2_000)
"""The number on row r is 1000 + r."""


@given(st.lists(st.tuples(st.integers(0, 999), st.integers(0, 300)), max_size=8))
def test_what_is_known_is_what_was_told(spans: list[tuple[int, int]]) -> None:
    rows, told = Rows(len(LIST)), set[int]()
    for first, size in spans:
        rows.put(first, LIST[first : first + size])
        told.update(range(first, min(first + size, len(LIST))))
    assert rows.known == tuple(LIST[row] for row in sorted(told))
    for row in (0, 7, 500, 999):
        assert rows.number(row) == (LIST[row] if row in told else None)
        assert rows.row_of(LIST[row]) == (row if row in told else None)


@given(st.integers(-50, 1_050), st.integers(0, 100), st.integers(0, 999), st.integers(0, 300))
def test_after_what_is_missing_was_told_nothing_is(
    first: int, height: int, known: int, size: int
) -> None:
    rows = Rows(len(LIST))
    rows.put(known, LIST[known : known + size])
    missing = rows.missing(first, first + height)
    if missing is not None:
        begin, count = missing
        assert count <= height + 2 * module._ROUND
        rows.put(begin, LIST[begin : begin + count])
    assert rows.missing(first, first + height) is None
    assert rows.between(first, first + height) == tuple(
        LIST[max(0, first) : max(0, first + height)]
    )


def test_of_a_long_way_through_a_list_only_the_last_part_is_remembered() -> None:
    rows = Rows(1_000_000)
    for first in range(0, 1_000_000, 5_000):
        rows.put(first, range(first, first + 5_000))
    assert len(rows.known) <= module._KEPT
    assert rows.number(999_999) == 999_999
    assert rows.number(0) is None
    assert rows.greatest == 999_999
    assert Rows.of([5, 3]).known == (5, 3)
