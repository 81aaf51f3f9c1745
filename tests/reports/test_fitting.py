"""Columns on a terminal: no word is cut, and the room that there is is used."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.cells import cell_width
from commitrack.reports.drawing import length, sparkline
from commitrack.reports.fitting import fitted

words = st.lists(st.text("abc", min_size=1, max_size=20), max_size=8).map(" ".join)
tables = st.integers(1, 5).flatmap(
    lambda n: st.lists(st.lists(words, min_size=n, max_size=n), min_size=1, max_size=5)
)


@given(tables, st.integers(10, 160))
def test_every_word_has_room_and_all_of_it_fits(rows: list[list[str]], room: int) -> None:
    widths = fitted(rows, room, 2)
    if widths is None:
        return
    assert sum(widths) + 2 * (len(widths) - 1) <= room
    for n, width in enumerate(widths):
        cells = [row[n] for row in rows]
        assert width >= max(cell_width(word) for cell in cells for word in cell.split() or [""])
        assert width <= max(1, *map(cell_width, cells))


@given(tables)
def test_where_there_is_room_nothing_is_folded(rows: list[list[str]]) -> None:
    assert fitted(rows, 2_000, 2) == [
        max(1, *(cell_width(row[n]) for row in rows)) for n in range(len(rows[0]))
    ]


def test_a_short_column_is_not_folded_for_the_sake_of_a_long_one() -> None:
    title = "a title of so many words that it takes more than one line in any case " * 3
    rows = [["in progress", "—", title], ["stalled", "as soon as possible", title]]
    status, words, rest = fitted(rows, 78, 2) or []
    assert (status, words) == (len("in progress"), len("as soon as possible"))
    assert rest == 78 - 4 - status - words


def test_room_goes_to_the_column_that_usually_needs_it() -> None:
    usual = "eight words of which there is no end here"
    rows = [["—", usual]] * 1 + [[f"a{n}", f"{usual} {n}"] for n in range(9)]
    rows.append(["for once there is a good deal more to be said of it here", usual])
    rare, often = fitted(rows, 50, 2) or []
    assert often > rare


def test_a_table_that_cannot_fit_is_told() -> None:
    assert fitted([["a" * 20, "b" * 20]], 41, 2) is None
    assert fitted([["a" * 20, "b" * 20]], 42, 2) == [20, 20]


@given(st.integers(0, 1_000), st.integers(1, 1_000), st.integers(1, 60))
def test_a_bar_is_as_long_as_its_number_and_never_longer_than_its_room(
    number: int, more: int, width: int
) -> None:
    drawn = length(number, number + more, width)
    assert cell_width(drawn) <= width
    assert bool(drawn) is bool(number)
    assert length(number + more, number + more, width) == "█" * width


def test_a_line_over_time_has_a_cell_for_each_number() -> None:
    assert sparkline([0, 1, 4, 8]) == "▁▂▅█"
    assert sparkline([0, 0]) == "▁▁"
    assert sparkline([]) == ""
