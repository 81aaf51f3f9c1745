"""The agenda: both clocks of everything open, by when they run out."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.actions import SetFields
from commitrack.reports import build, render
from commitrack.reports.agenda import AHEAD, When, when
from commitrack.store import Store
from tests.reports.conftest import LENS, TODAY, accept, counts, do, propose, table


def day(offset: int) -> date:
    return TODAY + timedelta(days=offset)


@pytest.fixture
def open_ones(store: Store) -> Store:
    """Late on one clock, due today, in the week, in the next, within 28 days, and later."""
    propose(store, *(f"We will deliver project {letter}" for letter in "ABCD"))
    accept(store, 1, day(-3), day(0))
    accept(store, 2, day(6), day(7))
    accept(store, 3, day(28), day(29))
    do(store, 3, SetFields({"lead": None}))
    return store


def test_each_clock_has_a_line_under_its_time(open_ones: Store) -> None:
    rows = table(build("agenda", open_ones, LENS), "agenda")
    assert [(row["when"], row["days"], row["clock"], row["id"]) for row in rows] == [
        ("overdue", -3, "due", "C-0001"),
        ("today", 0, "follow-up", "C-0001"),
        ("this week", 6, "due", "C-0002"),
        ("next week", 7, "follow-up", "C-0002"),
        ("within 28 days", 28, "due", "C-0003"),
    ]
    assert rows[0]["rag"].startswith("▲ RED")


def test_what_lies_further_ahead_is_counted_and_not_listed(open_ones: Store) -> None:
    report = build("agenda", open_ones, LENS)
    found = counts(report, "by_when")
    assert found["later, not listed"] == 1
    assert sum(found.values()) == 6
    assert counts(report, "by_lead") == {"ann": 4, "no lead": 1}
    assert "later, not listed" in render(report, "text")


def test_candidates_and_closed_ones_are_left_out(open_ones: Store) -> None:
    assert all(row["id"] != "C-0004" for row in table(build("agenda", open_ones, LENS), "agenda"))


def test_what_has_no_date_at_all_is_undated(open_ones: Store) -> None:
    do(open_ones, 2, SetFields({"due": None}, why="they say: in due course"))
    rows = table(build("agenda", open_ones, LENS), "agenda")
    assert [row["clock"] for row in rows if row["id"] == "C-0002"] == ["follow-up"]
    assert counts(build("agenda", open_ones, LENS), "by_when")["undated"] == 0


@given(st.dates(date(2020, 1, 1), date(2030, 1, 1)), st.integers(-400, 400))
def test_times_follow_each_other_and_weeks_end_on_sunday(today: date, days: int) -> None:
    one = today + timedelta(days=days)
    found = when(one, today)
    assert (found is When.OVERDUE) == (days < 0)
    assert (found is When.TODAY) == (days == 0)
    assert (found is When.LATER) == (days > AHEAD)
    if days > 0:
        same_week = one.isocalendar()[:2] == today.isocalendar()[:2]
        assert (found is When.WEEK) == same_week
