"""L1 and L11: no date, and dates that name no day."""

from __future__ import annotations

from typing import Any

import pytest

from tests.model.builders import TODAY
from tests.model.lint.questioning import asked

FOUND = "1"
"""The extractor's version: it has read the quote, and what it passed over is background."""

UNDATED = [
    "We will publish the plan",
    "The Trust will hire 40 nurses",
    "The Minister will write to the Committee",
    "The HSE will open a clinic in Tralee",
    "We will publish the report that the Board adopted in March 2024",
    "The Province will repay what it took in 2021",
    "The council will repair the roof damaged on 4 May 2025",
    "The Agency will answer the letter of 3 June",
    "NSW Health will fund beds at Dubbo",
    "The Panchayat will dig two wells",
    "The County will name a guardian",
    "We will look at the 2019 figures",
    "The board will publish its three-year plan",
    "The City will end the daily charge",
]
DATED = [
    "We will report every year",
    "The Clerk will publish the minutes monthly",
    "From next Monday drivers will carry out a written check",
    "The firm will charter a second vessel from Monday",
    "We will end the charge with immediate effect",
    "The ban will be lifted immediately",
    "Two nurses will work there from September",
    "The Board will meet twice a year",
    "The fee will be waived from 1 April",
    "The State will inspect the dam every six months",
    "We will close it straight away",
    "No resident will be removed from the list",
    "We will never sell the park",
    "The University will publish an annual report",
]

LOOSE = [
    "before the recess",
    "in due course",
    "shortly",
    "as soon as possible",
    "in the coming months",
    "Over the next 18 months",
    "within 12 weeks of the last hearing",
    "when the inquiry has reported",
    "after the budget",
    "later this year",
    "in the next sitting of the Dáil",
    "before the first frost",
    "after the monsoon",
]
RECURRENT = [
    *("every year", "each Friday", "monthly", "annually", "quarterly", "every two years"),
    *("twice a year", "once a quarter", "every weekday", "per annum", "daily", "each term"),
    *("every other week", "three times a year", "every hour", "each night"),
]


@pytest.mark.parametrize("quote", UNDATED)
@pytest.mark.parametrize("due_text", [None, ""])
def test_a_promise_without_a_date_is_asked_by_when(quote: str, due_text: str | None) -> None:
    found = asked(quote, due=None, due_text=due_text, extractor=FOUND)
    assert found == {**found, "L1": ""}
    assert "L11" not in found


@pytest.mark.parametrize("quote", DATED)
def test_a_beginning_a_recurrence_or_a_promise_not_to_act_answers_when(quote: str) -> None:
    assert "L1" not in asked(quote, due=None, extractor=FOUND)


@pytest.mark.parametrize("quote", UNDATED)
def test_a_date_on_record_answers_by_when(quote: str) -> None:
    assert "L1" not in asked(quote, due=TODAY)


@pytest.mark.parametrize("words", ["by June", "before the recess", "within six months"])
def test_a_quote_typed_in_answers_with_its_own_words(words: str) -> None:
    quote = f"We will publish the plan {words}"
    assert "L1" not in asked(quote, due=None)
    assert asked(quote, due=None)["L11"] == words
    assert "L1" in asked(quote, due=None, extractor=FOUND)


@pytest.mark.parametrize("words", LOOSE)
def test_a_verbatim_date_is_asked_which_day(words: str) -> None:
    found = asked(f"We will publish it {words}", due=None, due_text=words)
    assert found["L11"] == words
    assert "L1" not in found


@pytest.mark.parametrize("words", LOOSE)
def test_a_day_on_record_answers_which_day(words: str) -> None:
    assert "L11" not in asked(f"We will publish it {words}", due_text=words)


@pytest.mark.parametrize("words", RECURRENT)
@pytest.mark.parametrize("on_record", [True, False])
def test_a_recurrence_is_no_loose_date(words: str, on_record: bool) -> None:
    fields: dict[str, Any] = {"due_text": words} if on_record else {}
    assert "L11" not in asked(f"We will report {words}", due=None, **fields)


@pytest.mark.parametrize(
    ("quote", "words"),
    [
        ("The firm will charter a second vessel from Monday", "from Monday"),
        ("From next month the clinic will open at eight", "From next month"),
        ("The new fares apply starting in April", "starting in April"),
        ("From the start of next term we will write by post", "From the start of next term"),
    ],
)
def test_a_beginning_without_a_day_on_record_is_asked_which_day(quote: str, words: str) -> None:
    assert asked(quote, due=None, extractor=FOUND)["L11"] == words
