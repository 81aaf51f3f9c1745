"""What holds for the times in any text, said on any day."""

from __future__ import annotations

import datetime
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.extract import deadlines
from commitrack.extract.flat import flatten
from commitrack.extract.reckoning import Reckoning
from commitrack.extract.wordlist import words

WORDS = st.sampled_from(
    sorted(
        words(
            """
            by before in on at within over during no later than not until from between and or to the
            of end start early mid late next this last first second third half quarter 2026 2027/28
            2026-27 0 1 3 12 13 29 30 31 99 2030s '27 FY27 Q1 Q4 H2 March May February June Sept.
            1st 31st Monday Friday week weeks month months year years year's days working hours
            decade spring winter fall Christmas Easter term recess each every annually once
            twice a few 1/2/2026 31/12/26 2026-02-30 2026-12-31 9999-12-31 9999 1900 , .
            : ; ( ) - – / noon 5pm close play publication letter today tomorrow now
            new financial fiscal academic
            """
        )
    )
)
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=80),
    st.lists(WORDS, max_size=25).map(" ".join),
)
DAYS = st.one_of(st.none(), st.dates())
ONWARDS = ("within ", "in the next ", "over the next ", "by the end of ", "tomorrow", "next ")


@given(TEXTS, DAYS, st.booleans(), st.integers(1, 12))
@settings(max_examples=400, deadline=None)
def test_deadlines_are_slices_in_order_and_apart(
    text: str, today: datetime.date | None, month_first: bool, year_end: int
) -> None:
    flat = flatten(text)
    by = Reckoning(today, month_first, year_end)
    found = deadlines.find(flat, 0, len(flat), by)
    assert found == deadlines.find(flat, 0, len(flat), by)
    reached = 0
    for one in found:
        assert reached <= one.start < one.end <= len(flat)
        assert one.text == flat[one.start : one.end] == one.text.strip()
        reached = one.end
        assert one.date is None or one.kind in ("fixed", "relative")
        if today is None:
            assert one.date is None or one.kind == "fixed"
    deadlines.alone(flat, 0, len(flat), by)
    deadlines.beginning(flat, 0, len(flat), by)
    best = deadlines.best(found, today)
    assert best is None or best.date is None or today is None or best.date >= today


@given(TEXTS, st.dates(datetime.date(1950, 1, 1), datetime.date(2100, 1, 1)))
@settings(max_examples=200, deadline=None)
def test_fixed_days_are_the_same_whenever_they_were_said(text: str, today: datetime.date) -> None:
    flat = flatten(text)
    dated = deadlines.find(flat, 0, len(flat), Reckoning(today))
    undated = deadlines.find(flat, 0, len(flat), Reckoning())
    fixed = {(one.start, one.end): one.date for one in undated if one.kind == "fixed"}
    for one in dated:
        if one.kind == "fixed" and (one.start, one.end) in fixed:
            assert fixed[one.start, one.end] == one.date


@given(
    st.sampled_from(["days", "weeks", "months", "years", "working days"]),
    st.integers(1, 99),
    st.dates(datetime.date(1950, 1, 1), datetime.date(2100, 1, 1)),
)
@settings(max_examples=100, deadline=None)
def test_a_longer_time_ends_no_sooner(unit: str, count: int, today: datetime.date) -> None:
    ends = []
    for number in (count, count + 1):
        text = f"within {number} {unit}"
        (one,) = deadlines.find(text, 0, len(text), Reckoning(today))
        assert one.date is not None
        ends.append(one.date)
    assert today < ends[0] <= ends[1]


@pytest.mark.parametrize(
    "unit",
    [
        "by ",
        "by the end of ",
        "in in ",
        "1, 2, 3 and ",
        "31/12/",
        "2026-",
        "May or ",
        "every each ",
        "between now and ",
        "within a ",
        "before the ",
        "as soon as ",
        "the the ",
        "the next ",
        "(",
        "first half of the ",
        "January February ",
        "no later than ",
        "once ",
        "week commencing ",
        "in 10 years ",
        "over 3 years ",
        "the most best in 3 years ",
        "each report within 3 days ",
        "a",
        "'",
    ],
)
def test_reading_takes_time_in_proportion_to_the_text(unit: str) -> None:
    text = unit * (100_000 // len(unit))
    began = time.process_time()
    deadlines.find(text, 0, len(text), Reckoning(datetime.date(2026, 2, 3)))
    assert time.process_time() - began < 5
