"""A report whose numbers do not fit together cannot be built."""

from __future__ import annotations

import pytest

from commitrack.reports.frame import Column, Counts, Table

COLUMNS = (Column("owner", "owner"), Column("id", "ID"), Column("n", "n", data_only=True))
ROWS = (("A", "C-1", 1), ("A", "C-2", 2), ("B", "C-3", 3))


def test_parts_that_do_not_add_up_are_refused() -> None:
    with pytest.raises(ValueError, match="add up to 3, not 4"):
        Counts("c", "C", (("a", 1), ("b", 2)), 4)


def test_a_row_must_fit_its_columns() -> None:
    with pytest.raises(ValueError, match="does not fit"):
        Table("t", "T", COLUMNS, (("A", "C-1"),))


def test_people_see_groups_without_the_columns_they_stand_for() -> None:
    grouped = Table("t", "T", COLUMNS, ROWS, group="owner")
    assert [column.key for column in grouped.shown_columns] == ["id"]
    assert list(grouped.groups()) == [("A", (("C-1",), ("C-2",))), ("B", (("C-3",),))]


def test_an_ungrouped_table_is_one_nameless_group() -> None:
    assert list(Table("t", "T", COLUMNS, ROWS).groups()) == [
        (None, (("A", "C-1"), ("A", "C-2"), ("B", "C-3")))
    ]


def test_an_empty_table_has_no_groups() -> None:
    assert list(Table("t", "T", COLUMNS, (), group="owner").groups()) == []


def test_a_bar_that_does_not_show_what_is_counted_cannot_be_built() -> None:
    parts = (("a", 1), ("b", 2))
    Counts("c", "C", parts, 3, glyphs=("a", "b"), order=(1, 0, 1))
    with pytest.raises(ValueError, match="the bar does not show"):
        Counts("c", "C", parts, 3, glyphs=("a", "b"), order=(1, 0, 0))
