"""Long tables are made ready a column at a time, and the same as cell by cell."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.cells import cell_width
from commitrack.model.cleaning import clean_line
from commitrack.model.inert import csv_cell, json_each, json_text, markdown_text
from commitrack.reports import FORMATS, Report, render
from commitrack.reports.by_column import in_words, is_tidy, padded
from commitrack.reports.cells import words
from commitrack.reports.frame import Column, Sort, Table
from tests.reports.conftest import HOSTILE, TODAY

COLUMNS = (Column("a", "a"), Column("b", "b", Sort.DAYS), Column("c", "c"))
texts = st.sampled_from(
    ["", " ", "a", "a b", "a  b", "|", " a", "a |", "a\nb", "計画", "é", HOSTILE, "=1"]
)
cells = st.none() | texts | st.text(max_size=4)
rows = st.lists(st.tuples(cells, st.none() | st.integers(), cells), max_size=5)


def report(*found: tuple[str | int | None, ...]) -> Report:
    table = Table("rows", "Rows", COLUMNS, found)
    return Report("small", "Small", TODAY, "place", "", (), (table,))


@given(rows)
def test_a_column_in_words_is_each_of_its_cells_in_words(
    found: list[tuple[str | int | None, ...]],
) -> None:
    told = in_words(COLUMNS, tuple(found))
    assert [list(column) for column in told] == [
        [words(row[n], column.sort) for row in found] for n, column in enumerate(COLUMNS)
    ]


@given(st.lists(st.text(max_size=5) | texts, max_size=4))
def test_what_is_tidy_is_what_nothing_is_done_to(found: list[str]) -> None:
    if is_tidy(found):
        assert [clean_line(one) for one in found] == found


@given(st.lists(st.text("aé計 ", max_size=5), min_size=1), st.booleans())
def test_padded_texts_are_as_wide_as_the_widest(found: list[str], right: bool) -> None:
    widest = max(map(cell_width, found))
    for text, shown in zip(found, padded(found, right=right), strict=True):
        assert cell_width(shown) == widest
        assert shown.endswith(text) if right else shown.startswith(text)


@given(st.lists(st.none() | st.integers() | st.floats() | st.text(max_size=6)))
def test_json_written_at_once_is_the_same_json(
    found: list[str | float | None],
) -> None:
    assert json_each(found) == ([json_text(one) for one in found] if found else [""])


@pytest.mark.parametrize("form", FORMATS)
def test_no_cell_of_a_tidy_table_is_looked_at_by_itself(
    form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many there are: what is asked grows with the columns."""
    asked: list[str] = []

    def count(where: str, real: Callable[..., object]) -> None:
        def counted(*given: object, **named: object) -> object:
            asked.append(where)
            return real(*given, **named)

        monkeypatch.setattr(f"commitrack.{where}", counted)

    count("reports.by_column.words", words)
    count("reports.by_column.cell_width", cell_width)
    count("model.inert.json.dumps", json.dumps)
    count("model.inert.clean_line", clean_line)
    few, many = ([(f"name {n}", None, "the same") for n in range(size)] for size in (2, 1_000))
    render(report(*few), form)  # type: ignore[arg-type]
    before = len(asked)
    render(report(*many), form)  # type: ignore[arg-type]
    assert len(asked) == 2 * before


def test_one_text_that_is_not_tidy_makes_its_own_column_be_looked_at() -> None:
    hostile = [(f"name {n}", n, HOSTILE if n == 7 else "fine") for n in range(20)]
    shown = render(report(*hostile), "md")
    assert markdown_text(HOSTILE) in shown and "name 19" in shown
    assert csv_cell(HOSTILE).replace('"', '""') in render(report(*hostile), "csv")
