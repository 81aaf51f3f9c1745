"""Rows on a terminal: every word is there, and no line is wider than its columns."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.cells import cell_width
from commitrack.reports.laying import Rail, folded, laid

words = st.lists(st.text("ab約é", min_size=1, max_size=30), max_size=8).map(" ".join)
rows = st.lists(st.tuples(words, words), min_size=1, max_size=4)
SIGNS = re.compile(r"\x1b\[[0-9;]*m")


@given(words, st.integers(2, 40))
def test_a_folded_text_has_every_letter_and_fits(text: str, width: int) -> None:
    lines = folded(text, width)
    assert all(cell_width(line) <= width for line in lines)
    assert "".join(lines).replace(" ", "") == text.replace(" ", "")


@given(words, st.integers(30 * 2, 90))
def test_a_text_is_folded_between_words_where_they_have_room(text: str, width: int) -> None:
    assert " ".join(folded(text, width)).split() == text.split()


@given(words, st.integers(2, 40))
def test_a_text_of_plain_signs_is_folded_like_any_other(text: str, width: int) -> None:
    plain = text.replace("約", "“")
    beside = folded(f"{plain} e\u0301", width)  # a mark that takes no cell: looked at sign by sign
    assert [line.replace("e\u0301", "é") for line in beside] == list(folded(f"{plain} é", width))


@given(rows, st.integers(2, 30), st.booleans())
def test_a_row_keeps_to_its_columns_with_colours_and_without(
    given_rows: list[tuple[str, str]], width: int, right: bool
) -> None:
    plain = [Rail(width, right=right), Rail(width)]
    shown = list(laid(plain, given_rows, "  "))
    assert all(cell_width(line) <= 2 + width + 2 + width for line in shown)
    assert all(line == line.rstrip() for line in shown)
    dim = [Rail(width, right=right, style="2"), Rail(width)]
    assert [SIGNS.sub("", line).rstrip() for line in laid(dim, given_rows, "  ")] == shown


def test_a_heading_stands_at_the_bottom_of_its_row() -> None:
    rails = [Rail(5), Rail(5)]
    assert list(laid(rails, [("on", "whose date")], "", low=True)) == [
        "       whose",
        "on     date",
    ]
    assert list(laid(rails, [("on", "whose date")], "")) == ["on     whose", "       date"]
