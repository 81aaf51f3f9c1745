"""How much a promise pins down, a point for each question it answers."""

from __future__ import annotations

from dataclasses import replace

import pytest

from commitrack.model.records import Commitment
from commitrack.model.specificity import specificity
from tests.model.builders import TODAY

VAGUE = Commitment(title="Improve care", quote="Care will be improved")


def test_a_promise_that_says_nothing_scores_nothing() -> None:
    assert specificity(VAGUE) == 0


@pytest.mark.parametrize(
    "answer",
    [
        replace(VAGUE, owners=("The Trust",)),
        replace(VAGUE, testable=True),
        replace(VAGUE, due=TODAY),
        replace(VAGUE, quote="We will hire 40 nurses"),
        replace(VAGUE, quote="We will cut waits by five per cent"),
        replace(VAGUE, quote="Care will be improved for patients"),
        replace(VAGUE, beneficiary="carers"),
        replace(VAGUE, success_test="Waits below a week"),
    ],
)
def test_each_answer_scores_a_point(answer: Commitment) -> None:
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


@pytest.mark.parametrize(
    "quote",
    [
        "We will publish the plan by 30 June 2026",
        "We will publish the plan by June 2026",
        "We will publish the plan by March 31",
        "We will publish the plan in the 2026/27 session",
        "We will publish the plan by Q2",
    ],
)
def test_a_date_is_no_amount(quote: str) -> None:
    assert specificity(replace(VAGUE, quote=quote)) == 0


def test_the_words_of_the_deadline_are_no_amount() -> None:
    within = replace(VAGUE, quote="We will reply within six months", due_text="within six months")
    assert specificity(within) == 0
