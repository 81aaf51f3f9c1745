"""What people type as a date, on Monday 2 March 2026 unless a test says otherwise."""

from __future__ import annotations

import calendar
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.dayinput import (
    MONTHS,
    DayError,
    describe_day,
    month_end,
    parse_day,
    parse_past_day,
    period_end,
    shift,
)
from commitrack.model.errors import BadInput

TODAY = date(2026, 3, 2)

MEANS = {
    "2026-06-30": "2026-06-30",
    "2026-6-3": "2026-06-03",
    "2028-02-29": "2028-02-29",
    " 2026-06-30\n": "2026-06-30",
    "２０２６-06-30": "2026-06-30",
    "2026–06–30": "2026-06-30",
    "2026-06": "2026-06-30",
    "2026-q2": "2026-06-30",
    "2026-Q4": "2026-12-31",
    "2027": "2027-12-31",
    "30 june": "2026-06-30",
    "30 June 2027": "2027-06-30",
    "june 30": "2026-06-30",
    "June 30, 2027": "2027-06-30",
    "30 jun": "2026-06-30",
    "30 Sept. 2026": "2026-09-30",
    "30th of June": "2026-06-30",
    "the 1st of July 2026": "2026-07-01",
    "Fri 26 Jun 2026": "2026-06-26",
    "1 march": "2027-03-01",
    "2 march": "2026-03-02",
    "29 february": "2028-02-29",
    "29 feb 2024": "2024-02-29",
    "30/6/2026": "2026-06-30",
    "30/6": "2026-06-30",
    "1/3": "2027-03-01",
    "30.6.2026": "2026-06-30",
    "30-6-2026": "2026-06-30",
    "30/6/27": "2027-06-30",
    "10/11/12": "2012-11-10",
    "today": "2026-03-02",
    "TOMORROW": "2026-03-03",
    "yesterday": "2026-03-01",
    "monday": "2026-03-09",
    "tuesday": "2026-03-03",
    "friday": "2026-03-06",
    "on fri": "2026-03-06",
    "sunday": "2026-03-08",
    "next monday": "2026-03-09",
    "next friday": "2026-03-13",
    "next sunday": "2026-03-15",
    "last friday": "2026-02-27",
    "last monday": "2026-02-23",
    "+6w": "2026-04-13",
    "+ 6 w": "2026-04-13",
    "-3d": "2026-02-27",
    "−3d": "2026-02-27",
    "+2m": "2026-05-02",
    "+1y": "2027-03-02",
    "+0d": "2026-03-02",
    "in 6 weeks": "2026-04-13",
    "6 weeks": "2026-04-13",
    "two weeks": "2026-03-16",
    "a month": "2026-04-02",
    "in a fortnight": "2026-03-16",
    "2 quarters": "2026-09-02",
    "12 days ago": "2026-02-18",
    "3 weeks from now": "2026-03-23",
    "end of march": "2026-03-31",
    "the end of february": "2027-02-28",
    "end of june 2027": "2027-06-30",
    "end of month": "2026-03-31",
    "end of the quarter": "2026-03-31",
    "end of next quarter": "2026-06-30",
    "end of next month": "2026-04-30",
    "end of 2027": "2027-12-31",
    "end of week": "2026-03-08",
    "eow": "2026-03-08",
    "eom": "2026-03-31",
    "eoq": "2026-03-31",
    "eoy": "2026-12-31",
    "next week": "2026-03-15",
    "next month": "2026-04-30",
    "next quarter": "2026-06-30",
    "next year": "2027-12-31",
    "march": "2026-03-31",
    "june": "2026-06-30",
    "june 2027": "2027-06-30",
    "feb": "2027-02-28",
    "february 2028": "2028-02-29",
    "may": "2026-05-31",
}


@pytest.mark.parametrize(("text", "day"), MEANS.items())
def test_every_form_has_one_meaning(text: str, day: str) -> None:
    assert parse_day(text, TODAY).isoformat() == day


@pytest.mark.parametrize(
    ("today", "text", "day"),
    [
        ("2026-01-31", "+1m", "2026-02-28"),
        ("2028-01-31", "+1m", "2028-02-29"),
        ("2028-02-29", "+1y", "2029-02-28"),
        ("2026-03-31", "-1m", "2026-02-28"),
        ("2026-12-31", "next month", "2027-01-31"),
        ("2026-12-31", "end of next quarter", "2027-03-31"),
        ("2026-01-31", "next month", "2026-02-28"),
        ("2026-03-06", "friday", "2026-03-13"),
        ("2026-03-08", "eow", "2026-03-08"),
        ("2026-03-08", "next friday", "2026-03-13"),
        ("2026-03-08", "monday", "2026-03-09"),
        ("2026-06-30", "june", "2026-06-30"),
        ("2026-07-01", "june", "2027-06-30"),
        ("2028-02-29", "29 feb", "2028-02-29"),
        ("2096-03-01", "29 feb", "2104-02-29"),
    ],
)
def test_the_calendar_turns_at_month_ends_and_leap_days(today: str, text: str, day: str) -> None:
    assert parse_day(text, date.fromisoformat(today)).isoformat() == day


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("2026-13-40", "2026-13-40 is not a date: there is no month 13"),
        (
            "2026-02-30",
            "2026-02-30 is not a date: there is no day 30 in February 2026, which has 28 days",
        ),
        ("0000-01-01", "0000-01-01 is not a date: there is no year 0"),
        ("2026-13", "2026-13 is not a date: there is no month 13"),
        (
            "6/30/2026",
            "6/30/2026 is not a date: there is no month 30; the day comes first, as in 30/6/2026",
        ),
        ("30/2", "30/2 is not a date: there is no day 30 in February"),
        ("0 june", "0 june is not a date: there is no day 0 in June"),
        ("3/0", "3/0 is not a date: there is no month 0"),
        (
            "29 feb 2026",
            "29 feb 2026 is not a date: there is no day 29 in February 2026, which has 28 days",
        ),
        ("Mon 26 Jun 2026", "Mon 26 Jun 2026 is not a date: 26 June 2026 is a Friday"),
        ("+999999999y", "+999999999y is not a date: years go from 1 to 9999"),
        ("-999999999y", "-999999999y is not a date: years go from 1 to 9999"),
        ("+99999999999999999999d", "+99999999999999999999d is not a date: years go from 1 to 9999"),
    ],
)
def test_an_impossible_date_is_refused_with_its_reason(text: str, message: str) -> None:
    with pytest.raises(DayError) as refused:
        parse_day(text, TODAY)
    assert str(refused.value) == message


@pytest.mark.parametrize(
    "text",
    [
        *(
            "",
            "  ",
            "soon",
            "30",
            "june 31 x",
            "next",
            "end of",
            "+6",
            "6",
            "in weeks",
            "10-11-12-13",
        ),
        *(
            "٣٠ june",
            "२०२६-06-30",
            "next day",
            "end of fortnight",
            "Ⅻ/6/2026²",
            "fridays",
            "\x1b[31m",
        ),
    ],
)
def test_anything_else_is_refused_with_forms_that_work(text: str) -> None:
    with pytest.raises(DayError, match=r"is not a date: try 2026-06-30, 30 june"):
        parse_day(text, TODAY)


def test_the_message_is_one_harmless_line_even_for_a_hostile_text() -> None:
    with pytest.raises(DayError) as refused:
        parse_day("\x1b]0;x\x07\u202efriday\nnext" + "9" * 5000, TODAY)
    assert str(refused.value).isprintable()
    assert len(str(refused.value)) < 200


def test_a_day_error_is_both_bad_input_and_a_value_error() -> None:
    assert issubclass(DayError, BadInput)
    assert issubclass(DayError, ValueError)


def test_forms_that_reach_past_the_last_year_are_refused() -> None:
    for text in ("next year", "+1d", "friday", "next week", "1 june", "june"):
        with pytest.raises(DayError, match=r"years go from 1 to 9999|there is no year 10000"):
            parse_day(text, date(9999, 12, 31))


@given(st.text(max_size=70), st.dates())
def test_any_text_is_a_date_or_a_day_error(text: str, today: date) -> None:
    try:
        parse_day(text, today)
    except DayError as error:
        assert "\n" not in str(error)


_WORDS = "in a end of next last the june feb friday week weeks month + - / 0 1 29 31 2026 9999 d y"


@given(st.lists(st.sampled_from(_WORDS.split()), max_size=5), st.dates(), st.booleans())
def test_any_mix_of_the_grammars_words_is_a_date_or_a_day_error(
    words: list[str], today: date, spaced: bool
) -> None:
    try:
        parse_day((" " if spaced else "").join(words), today)
    except DayError as error:
        assert "is not a date: " in str(error)


@given(st.dates(), st.dates())
def test_iso_and_the_described_date_read_back_as_the_same_day(day: date, today: date) -> None:
    assert parse_day(day.isoformat(), today) == day
    if day.year >= 1000:
        assert parse_day(describe_day(day, today).partition(" (")[0], today) == day


@given(st.dates(max_value=date(9990, 1, 1)), st.integers(1, 31), st.integers(1, 12))
def test_a_day_without_a_year_is_never_in_the_past(today: date, day: int, month: int) -> None:
    try:
        found = parse_day(f"{day}/{month}", today)
    except DayError:
        assert day > 29
    else:
        assert (found.day, found.month) == (day, month)
        assert found >= today


@pytest.mark.parametrize(
    ("day", "words"),
    [
        ("2026-06-26", "Fri 26 Jun 2026 (in 116 days)"),
        ("2026-03-02", "Mon 2 Mar 2026 (today)"),
        ("2026-03-03", "Tue 3 Mar 2026 (tomorrow)"),
        ("2026-03-01", "Sun 1 Mar 2026 (yesterday)"),
        ("2026-02-18", "Wed 18 Feb 2026 (12 days ago)"),
    ],
)
def test_a_date_is_described_with_its_distance(day: str, words: str) -> None:
    assert describe_day(date.fromisoformat(day), TODAY) == words


def test_periods_end_on_their_last_day() -> None:
    assert [period_end(unit, date(2026, 5, 20)).isoformat() for unit in "wmqy"] == [
        "2026-05-24",
        "2026-05-31",
        "2026-06-30",
        "2026-12-31",
    ]


def test_a_month_after_the_31st_is_the_last_day_there_is() -> None:
    assert shift(date(2026, 10, 31), 1, "m") == date(2026, 11, 30)


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("20 feb", "2026-02-20"),
        ("5 march", "2025-03-05"),
        ("2 march", "2026-03-02"),
        ("5/3", "2025-03-05"),
        ("june", "2025-06-30"),
        ("29 february", "2024-02-29"),
        ("friday", "2026-02-27"),
        ("monday", "2026-03-02"),
        ("last friday", "2026-02-27"),
        ("two weeks ago", "2026-02-16"),
        ("2025", "2025-12-31"),
        ("5 march 2026", "2026-03-05"),
        ("next friday", "2026-03-13"),
        ("+6w", "2026-04-13"),
    ],
)
def test_of_what_has_happened_a_day_without_a_year_is_the_last_one(typed: str, meant: str) -> None:
    assert parse_past_day(typed, TODAY) == date.fromisoformat(meant)


@given(st.dates(date(1999, 1, 1), date(2110, 1, 1)), st.dates())
def test_a_day_that_has_happened_is_never_after_today(today: date, named: date) -> None:
    typed = f"{named.day} {MONTHS[named.month - 1]}"
    found = parse_past_day(typed, today)
    assert found <= today
    assert (found.day, found.month) == (named.day, named.month)


def test_a_month_ends_when_the_calendar_says_so() -> None:
    for year in (1600, 1900, 2000, 2024, 2026, 9999):
        for month in range(1, 13):
            assert month_end(year, month).day == calendar.monthrange(year, month)[1]
