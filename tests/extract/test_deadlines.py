"""The deadline grammar: words, the last day they allow, and how they were read."""

from __future__ import annotations

import datetime

import pytest

from commitrack.extract import deadlines, periods
from commitrack.extract.flat import flatten
from commitrack.extract.numerals import number
from commitrack.extract.reckoning import Reckoning

TUESDAY = datetime.date(2026, 2, 3)


def read(words: str, statement: datetime.date | None = TUESDAY) -> tuple[str | None, str] | None:
    flat = flatten(words)
    found = deadlines.find(flat, 0, len(flat), Reckoning(statement))
    if not found:
        return None
    return (found[0].date.isoformat() if found[0].date else None), found[0].kind


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("by 31 March 2026", "2026-03-31"),
        ("by 31st March 2026", "2026-03-31"),
        ("by March 31, 2026", "2026-03-31"),
        ("by Tuesday 31 March 2026", "2026-03-31"),
        ("by 2026-04-01", "2026-04-01"),
        ("by 1/4/2026", "2026-04-01"),
        ("no later than 30 April 2026", "2026-04-30"),
        ("by October 2026", "2026-10-31"),
        ("in February 2028", "2028-02-29"),
        ("by 29 February 2028", "2028-02-29"),
        ("before April 2027", "2027-03-31"),
        ("by the start of April 2027", "2027-04-01"),
        ("by the end of 2027", "2027-12-31"),
        ("by 2030", "2030-12-31"),
        ("before 2030", "2029-12-31"),
        ("in early 2026", "2026-04-30"),
        ("in mid-2027", "2027-08-31"),
        ("by late 2026", "2026-12-31"),
        ("in spring 2027", "2027-05-31"),
        ("by the summer of 2028", "2028-08-31"),
        ("in autumn 2026", "2026-11-30"),
        ("in winter 2027", "2028-02-29"),
        ("in winter 2025/26", "2026-02-28"),
        ("in Q2 2027", "2027-06-30"),
        ("in Q2 2025/26", "2025-09-30"),
        ("in Q4 2025/26", "2026-03-31"),
        ("by the end of Q3 2026-27", "2026-12-31"),
        ("in 2026/27", "2027-03-31"),
        ("in the 2026/27 financial year", "2027-03-31"),
        ("in the 2026/27 academic year", "2027-08-31"),
        ("in the 2026/27 tax year", "2027-04-05"),
        ("in the first half of 2026", "2026-06-30"),
        ("in the second half of 2026", "2026-12-31"),
        ("in the third quarter of 2026", "2026-09-30"),
    ],
)
def test_fixed_dates_need_no_statement_date(words: str, date: str) -> None:
    assert read(words, None) == (date, "fixed")


@pytest.mark.parametrize(
    ("words", "date"),
    [
        ("by 30 June", "2026-06-30"),
        ("by 3 February", "2026-02-03"),
        ("by 2 February", "2027-02-02"),
        ("by the end of March", "2026-03-31"),
        ("in January", "2027-01-31"),
        ("within 28 days", "2026-03-03"),
        ("within the next six months", "2026-08-03"),
        ("over the next two years", "2028-02-03"),
        ("in three years' time", "2029-02-03"),
        ("within a week", "2026-02-10"),
        ("within the next fortnight", "2026-02-17"),
        ("within 24 hours", "2026-02-04"),
        ("within twenty-one days", "2026-02-24"),
        ("within 20 working days", "2026-03-03"),
        ("by Friday", "2026-02-06"),
        ("on Tuesday", "2026-02-10"),
        ("this year", "2026-12-31"),
        ("later this year", "2026-12-31"),
        ("by the end of the year", "2026-12-31"),
        ("next month", "2026-03-31"),
        ("next year", "2027-12-31"),
        ("early next year", "2027-04-30"),
        ("in the first half of next year", "2027-06-30"),
        ("next June", "2026-06-30"),
        ("in the spring", "2026-05-31"),
        ("this winter", "2026-02-28"),
        ("this financial year", "2026-03-31"),
        ("by the end of the financial year", "2026-03-31"),
        ("in the next financial year", "2027-03-31"),
        ("by Christmas", "2026-12-25"),
        ("tomorrow", "2026-02-04"),
    ],
)
def test_relative_words_count_from_the_statement(words: str, date: str) -> None:
    assert read(words) == (date, "relative")
    assert read(words, None) == (None, "relative")


def test_a_month_after_the_thirty_first_ends_on_the_last_day() -> None:
    assert read("within a month", datetime.date(2028, 1, 31)) == ("2028-02-29", "relative")


def test_next_june_said_in_june_is_a_year_away() -> None:
    assert read("next June", datetime.date(2026, 6, 17)) == ("2027-06-30", "relative")


def test_a_leap_day_without_a_year_is_the_next_there_is() -> None:
    assert read("by 29 February") == ("2028-02-29", "relative")


@pytest.mark.parametrize("words", ["by 29 February 2027", "by 31 June 2026", "by 45 May 2026"])
def test_a_day_which_no_calendar_has_is_no_date(words: str) -> None:
    assert read(words) is None


@pytest.mark.parametrize(
    "words",
    [
        "within 14 days of an incident",
        "every report will be answered within five working days",
        "we will reply within ten.",
    ],
)
def test_a_time_from_an_event_stays_unresolved(words: str) -> None:
    assert read(words) == (None, "relative")


@pytest.mark.parametrize(
    "words",
    ["in due course", "shortly.", "before the recess", "over the coming months", "by Diwali"],
)
def test_vague_words_have_no_date(words: str) -> None:
    assert read(words) == (None, "vague")


@pytest.mark.parametrize(
    "words",
    [
        "every month",
        "every six months",
        "at least once every two years",
        "at each meeting",
        "at each of its public meetings",
        "annually.",
        "twice a year",
        "monthly, on its website",
    ],
)
def test_recurrent_words_have_no_date(words: str) -> None:
    assert read(words) == (None, "recurrent")


@pytest.mark.parametrize(
    "words",
    [
        "not before May 2026",
        "until 2027",
        "since 2019",
        "over £3m",
        "every member of staff",
        "in 1,200 homes",
    ],
)
def test_other_words_are_no_deadline(words: str) -> None:
    assert read(words) is None


def test_a_date_in_the_past_is_background() -> None:
    flat = "in June 2021"
    assert deadlines.best(deadlines.find(flat, 0, len(flat), Reckoning(TUESDAY)), TUESDAY) is None


@pytest.mark.parametrize(
    ("start", "count", "end"),
    [
        ("2026-02-03", 1, "2026-02-04"),
        ("2026-02-06", 1, "2026-02-09"),
        ("2026-02-07", 1, "2026-02-09"),
        ("2026-02-06", 5, "2026-02-13"),
        ("2026-02-06", 10, "2026-02-20"),
    ],
)
def test_working_days_skip_weekends(start: str, count: int, end: str) -> None:
    found = periods.add_working_days(datetime.date.fromisoformat(start), count)
    assert found == datetime.date.fromisoformat(end)


@pytest.mark.parametrize(
    ("words", "value"),
    [("12", 12), ("a", 1), ("twelve", 12), ("Twenty-one", 21), ("ninety nine", 99), ("few", None)],
)
def test_small_numbers_are_read(words: str, value: int | None) -> None:
    assert number(words) == value
