"""Which days a date value means, on Monday 2 March 2026."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.query import NO_DAYS, Day, DayRange, Field, bounds, parse

TODAY = date(2026, 3, 2)
FIRST, LAST = "0001-01-01", "9999-12-31"


def days_of(text: str, today: date = TODAY) -> tuple[date, date]:
    where = parse(f"due:{text}").where
    assert isinstance(where, Field)
    (value,) = where.values
    assert isinstance(value, Day | DayRange)
    return bounds(value, today)


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("2026-06-30", "2026-06-30", "2026-06-30"),
        ("2026-02", "2026-02-01", "2026-02-28"),
        ("2028-02", "2028-02-01", "2028-02-29"),
        ("2026-Q2", "2026-04-01", "2026-06-30"),
        ("2026-q4", "2026-10-01", "2026-12-31"),
        ("2026", "2026-01-01", "2026-12-31"),
        ("<2026-Q2", FIRST, "2026-03-31"),
        ("<=2026-Q2", FIRST, "2026-06-30"),
        (">2026-Q2", "2026-07-01", LAST),
        (">=2026-Q2", "2026-04-01", LAST),
        ("today", "2026-03-02", "2026-03-02"),
        ("yesterday", "2026-03-01", "2026-03-01"),
        ("tomorrow", "2026-03-03", "2026-03-03"),
        ("<today", FIRST, "2026-03-01"),
        ("<-90d", FIRST, "2025-12-01"),
        ("+6w", "2026-04-13", "2026-04-13"),
        ("-1y", "2025-03-02", "2025-03-02"),
        ("eow", "2026-03-08", "2026-03-08"),
        ("eom", "2026-03-31", "2026-03-31"),
        ("eoq", "2026-03-31", "2026-03-31"),
        ("eoy", "2026-12-31", "2026-12-31"),
        ("today..eow", "2026-03-02", "2026-03-08"),
        ("2026-01..2026-Q2", "2026-01-01", "2026-06-30"),
        ("+99999y", LAST, LAST),
        ("-99999y", FIRST, FIRST),
        (">=-100w", "2024-04-01", LAST),
    ],
)
def test_a_date_value_covers_its_days(text: str, first: str, last: str) -> None:
    assert days_of(text) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_month_after_the_31st_of_january_is_the_last_of_february() -> None:
    assert days_of("+1m", date(2026, 1, 31)) == (date(2026, 2, 28), date(2026, 2, 28))


def test_the_same_query_means_other_days_tomorrow() -> None:
    assert days_of("today")[0] != days_of("today", date(2026, 3, 3))[0]


def test_nothing_lies_outside_the_calendar() -> None:
    assert days_of(f"<{FIRST}") == NO_DAYS
    assert days_of(f">{LAST}") == NO_DAYS


_EXPRESSIONS = ["2026", "2026-Q1", "today", "tomorrow", "-5m", "+99999y", "eow", "eoq", "9999"]


@given(st.sampled_from(_EXPRESSIONS), st.dates())
def test_the_comparisons_of_an_expression_split_the_calendar(expr: str, today: date) -> None:
    first, last = bounds(Day("=", expr), today)
    before, after = bounds(Day("<", expr), today), bounds(Day(">", expr), today)
    assert before == NO_DAYS or before[1].toordinal() + 1 == first.toordinal()
    assert after == NO_DAYS or after[0].toordinal() - 1 == last.toordinal()
    assert bounds(Day("<=", expr), today) == (date.min, last)
    assert bounds(Day(">=", expr), today) == (first, date.max)
