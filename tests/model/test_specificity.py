"""How much a promise pins down, a point for each question it answers."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.records import Commitment
from commitrack.model.specificity import (
    _BEHIND_A_MONTH,
    _DATE,
    _DATE_BY_FIGURE,
    Aspect,
    answers,
    specificity,
)
from tests.model.builders import TODAY

VAGUE = Commitment(title="Improve care", quote="Care will be improved")


def test_a_promise_that_says_nothing_scores_nothing() -> None:
    assert specificity(VAGUE) == 0
    assert str(answers(VAGUE)) == (
        "0 of 6 · open: who, what, by when, how much, for whom, how we would know"
    )


@pytest.mark.parametrize(
    ("aspect", "answer"),
    [
        (Aspect.WHO, replace(VAGUE, owners=("The Trust",))),
        (Aspect.WHAT, replace(VAGUE, testable=True)),
        (Aspect.WHEN, replace(VAGUE, due=TODAY)),
        (Aspect.WHEN, replace(VAGUE, due_text="every quarter")),
        (Aspect.WHEN, replace(VAGUE, quote="Minutes will be published monthly")),
        (Aspect.HOW_MUCH, replace(VAGUE, quote="We will hire 40 clerks")),
        (Aspect.HOW_MUCH, replace(VAGUE, quote="We will cut waits by five per cent")),
        (Aspect.HOW_MUCH, replace(VAGUE, quote="The state will dig two wells")),
        (Aspect.HOW_MUCH, replace(VAGUE, quote="We will halve the queue")),
        (Aspect.HOW_MUCH, replace(VAGUE, quote="The Centre will release ₹2 crore")),
        (Aspect.HOW_MUCH, replace(VAGUE, quote="Every station will have a lift")),
        (Aspect.FOR_WHOM, replace(VAGUE, quote="Care will be improved for patients")),
        (Aspect.FOR_WHOM, replace(VAGUE, quote="The scheme will help First Nations")),
        (Aspect.FOR_WHOM, replace(VAGUE, quote="Grants will go to small farmers")),
        (Aspect.FOR_WHOM, replace(VAGUE, beneficiary="carers")),
        (Aspect.HOW_KNOWN, replace(VAGUE, success_test="Waits below a week")),
    ],
)
def test_each_answer_scores_a_point(aspect: Aspect, answer: Commitment) -> None:
    assert answers(answer).answered == (aspect,)
    assert specificity(answer) == 1


def test_a_promise_that_answers_everything_scores_six() -> None:
    full = Commitment(
        title="Nurses",
        quote="The Trust will hire 40 nurses for patients on every ward by 30 June 2026",
        owners=("The Trust",),
        testable=True,
        due=TODAY,
        success_test="40 contracts signed",
    )
    assert specificity(full) == 6
    assert str(answers(full)) == (
        "6 of 6: who, what, by when, how much, for whom, how we would know"
    )


def test_it_says_which_are_there_and_which_are_open() -> None:
    partly = replace(VAGUE, owners=("The Trust",), due=TODAY, success_test="Waits below a week")
    assert str(answers(partly)) == (
        "3 of 6: who, by when, how we would know · open: what, how much, for whom"
    )


@pytest.mark.parametrize(
    "quote",
    [
        "We will publish the plan by 30 June 2026",
        "We will publish the plan by the 3rd of June",
        "We will publish the plan by June 2026",
        "We will publish the plan by March 31",
        "We will publish the plan in the 2026/27 session",
        "We will publish the plan by Q2",
    ],
)
def test_a_date_is_no_amount(quote: str) -> None:
    assert specificity(replace(VAGUE, quote=quote)) == 0


@pytest.mark.parametrize(
    "quote",
    [
        "We will act on recommendation 7",
        "Phase 2 of the plan will be published",
        "The Board will apply section 4.2",
        "We will open a unit on level 2",
        "The Minister will answer question no. 12",
    ],
)
def test_a_number_that_names_a_thing_is_no_amount(quote: str) -> None:
    assert Aspect.HOW_MUCH in answers(replace(VAGUE, quote=quote)).open


DATES = (
    *(
        "3 june",
        "31st of march",
        "2026/27",
        "1999-2000",
        "q3",
        "may 12",
        "may 123",
        "20261",
        "2 april 5",
    ),
    *("3", "12", "may", "mayor", "item", "level", "march", "of", "june", "-", "(", ")", "a20", "é"),
)


@given(st.lists(st.sampled_from(DATES), max_size=8).map(" ".join))
def test_a_date_found_by_its_figure_is_one_that_is_found_by_reading(text: str) -> None:
    if not _BEHIND_A_MONTH.search(text):
        left = [re.findall(r"\d+", one.sub("#", text)) for one in (_DATE, _DATE_BY_FIGURE)]
        assert left[0] == left[1]


@pytest.mark.parametrize("quote", ["We will meet on May 12", "We will meet on May 3, June 4"])
def test_a_date_with_the_month_first_is_no_amount(quote: str) -> None:
    assert Aspect.HOW_MUCH in answers(replace(VAGUE, quote=quote)).open


def test_the_words_of_the_deadline_are_no_amount() -> None:
    within = replace(VAGUE, quote="We will reply within six months", due_text="within six months")
    assert specificity(within) == 0
    again = replace(VAGUE, quote="We will meet  every\nFriday", due_text="every Friday")
    assert answers(again).answered == (Aspect.WHEN,)


@given(st.text(max_size=60), st.booleans(), st.none() | st.just(TODAY))
def test_the_six_are_either_answered_or_open(quote: str, testable: bool, due: date | None) -> None:
    found = answers(replace(VAGUE, quote=quote, testable=testable, due=due))
    assert sorted((*found.answered, *found.open)) == sorted(Aspect)
    assert found.score == len(found.answered)
