"""The words that say how firmly a promise binds, and what could be checked."""

from __future__ import annotations

from typing import Any

import pytest

from commitrack.model.firmness import firmness, why_testable
from commitrack.model.kinds import Strength
from commitrack.model.records import Commitment
from tests.model.builders import TODAY


def told(quote: str, strength: int | None, **fields: Any) -> str:
    step = None if strength is None else Strength(strength)
    return str(firmness(Commitment("A promise", quote, strength=step, **fields)))


@pytest.mark.parametrize(
    ("quote", "strength", "words"),
    [
        ("The Trust shall publish the plan", 4, "4 binding: “shall”"),
        ("We guarantee a place for every child", 4, "4 binding: “guarantee”"),
        ("The Council resolved to close the pit", 4, "4 binding: “resolved”"),
        ("The Government accepts this recommendation in full", 4, "4 binding: “accepts”"),
        ("We will publish the plan", 3, "3 firm: “will”"),
        ("We’ll publish the plan", 3, "3 firm: “We’ll”"),
        ("The State pledged to halve it", 3, "3 firm: “pledged”"),
        ("Tunnel operators shall hold an exercise", 3, "3 firm: “shall”"),
        ("We would strongly advise all trusts to act", 3, "3 firm: “strongly advise”"),
        ("The Minister said it would publish it", 3, "3 firm: “would”"),
        ("We plan to publish it", 2, "2 intended: “plan”"),
        ("The HSE will continue to visit", 2, "2 intended: “continue to”"),
        ("Ministers should publish it", 2, "2 intended: “should”"),
        ("The Department will work with the states", 2, "2 intended: “work with”"),
        ("We will explore options", 1, "1 exploratory: “explore”"),
        ("Caltrans is rebuilding the ramp", 1, "1 exploratory: “is rebuilding”"),
        (
            "The plan is under active consideration",
            1,
            "1 exploratory: “under active consideration”",
        ),
    ],
)
def test_the_words_that_decided_are_named(quote: str, strength: int, words: str) -> None:
    assert told(quote, strength) == words


def test_a_date_makes_will_binding() -> None:
    quote = "We will publish it by 30 June"
    assert told(quote, 4, due=TODAY, due_text="by 30 June") == (
        "4 binding: “will” with a date, “by 30 June”"
    )


def test_a_hedge_lowers_by_a_step_and_is_named() -> None:
    quote = "Subject to funding, we will pay for it"
    assert told(quote, 2, condition="Subject to funding") == (
        "2 intended: “will”, lowered by “Subject to funding”"
    )
    assert told("The Government accepts this in principle", 3) == (
        "3 firm: “accepts”, lowered by “in principle”"
    )


def test_a_hedge_that_lowered_nothing_is_not_blamed() -> None:
    assert told("If asked, we will explore it", 1, condition="If asked") == (
        "1 exploratory: “explore”"
    )


def test_a_bullet_takes_its_strength_from_its_lead_in() -> None:
    assert told("hire 40 nurses", 4, cues=("lead-in",)) == "4 binding: from the words before it"


def test_an_aspiration_has_no_strength() -> None:
    assert told("We hope for better days", None) == "None"


def test_the_place_of_the_words_is_that_of_the_quote() -> None:
    quote = "It  said it\n will   continue  to pay"
    found = firmness(Commitment("x", quote, strength=Strength.INTENDED))
    assert found is not None
    [(start, end)] = found.places
    assert quote[start:end] == "continue  to"


@pytest.mark.parametrize(
    ("quote", "why"),
    [
        ("We will publish the plan by June", "yes: “publish the plan” can be checked"),
        ("Travel costs will be met in full", "yes: “be met” can be checked"),
        ("The bank agreed not to sell the debts", "yes: it names what can be checked"),
        ("The Board agreed to waive the fee", "yes: “waive the fee” can be checked"),
        ("None will now be moved", "yes: “be moved” can be checked"),
    ],
)
def test_what_could_be_checked_is_named(quote: str, why: str) -> None:
    assert why_testable(Commitment("x", quote, testable=True)) == why


def test_of_a_bullet_it_is_the_first_words_and_of_advice_what_is_advised() -> None:
    bullet = Commitment("x", "fit alarms at all stations", testable=True, cues=("lead-in",))
    assert why_testable(bullet) == "yes: “fit alarms” can be checked"
    advice = Commitment(
        "x", "We would urge it to order a ship", testable=True, cues=("advise-verb", "addressee")
    )
    assert why_testable(advice) == "yes: “order a ship” can be checked"


def test_a_vague_act_is_named_until_a_success_test_says_what_to_look_at() -> None:
    vague = "We will support carers"
    assert why_testable(Commitment("x", vague)) == "no: “support” alone names nothing to check"
    assert why_testable(Commitment("x", "It is a matter of trust")) == (
        "no: it names nothing to check"
    )
    assert why_testable(Commitment("x", vague, success_test="Survey")) == (
        "by its success test: “support” alone names nothing to check"
    )
