"""What holds a cue back, guard by guard, beside what passes; and how firmly what passes binds."""

from __future__ import annotations

import re

import pytest

from commitrack.extract import Known, extract
from commitrack.extract.cue_search import signs
from commitrack.extract.cue_table import CUES
from commitrack.extract.flat import flatten
from commitrack.extract.guards import GUARDS
from commitrack.model.kinds import Kind
from tests.extract.scoring import statements

TRUST = Known(publisher="Loxmere Hospitals Trust")


def verdict(text: str) -> tuple[str, ...]:
    return extract(text, TRUST).sentences[-1].cues


def test_no_cue_is_in_a_sentence_without_its_signs() -> None:
    found = 0
    for one in statements():
        flat = flatten(one.text)
        for cue in CUES:
            for match in re.finditer(cue.pattern, flat):
                found += 1
                assert any(sign in match.group().casefold() for sign in signs(cue)), match
    assert found > 400


def test_every_guard_of_the_table_exists() -> None:
    assert {name for cue in CUES for name in cue.guards} <= set(GUARDS)


@pytest.mark.parametrize(
    ("guard", "text"),
    [
        ("question", "Will it work, and we will publish it when?"),
        ("embedded", "The review looked at how the Trust will pay for it."),
        ("embedded", "It has a plan which will cut delays."),
        ("reported", "We believe that the ward will close."),
        ("other-side", "The contractor said that it will finish the roof."),
        ("not-able", "We will not be able to open the ward."),
        ("no-plans", "The Trust has no plans to close the ward."),
        ("no-plans", "We do not intend to close the ward."),
        ("will-noun", "It is a test of political will."),
        ("polite", "I will not keep you long."),
        ("polite", "I will try not to keep you from your lunch."),
        ("polite", "I want to set out what we know."),
        ("second-person", "You will find it on our website."),
        ("nobody", "Nobody will forget it."),
        ("habitual", "Patients will normally be seen by a nurse."),
        ("prediction", "We will never forget them."),
        ("prediction", "This will mean hard choices."),
        ("prediction", "We will be judged on results."),
        ("backshift-only", "It would cost a great deal."),
        ("past", "We undertook to write."),
        ("rejection", "The Trust does not accept this recommendation."),
        ("letter", "I am sending this letter to the Clerk."),
        ("not-own-work", "I am writing to thank you."),
    ],
)
def test_a_guard_holds_the_cue_back(guard: str, text: str) -> None:
    if guard in ("question", "letter", "rejection"):
        assert not [one for one in extract(text, TRUST).candidates if one.kind is Kind.COMMITMENT]
    else:
        assert guard in verdict(text)


@pytest.mark.parametrize(
    ("text", "kind", "strength"),
    [
        ("We will publish the plan.", Kind.COMMITMENT, 3),
        ("We will publish the plan by 2028.", Kind.COMMITMENT, 4),
        ("We will publish the plan in due course.", Kind.COMMITMENT, 3),
        ("We shall publish the plan.", Kind.COMMITMENT, 4),
        ("We will not close the ward.", Kind.COMMITMENT, 3),
        ("Subject to funding, we will open the ward.", Kind.COMMITMENT, 2),
        ("If it fails, we will replace it.", Kind.COMMITMENT, 2),
        ("We guarantee that no ward will be closed.", Kind.COMMITMENT, 4),
        ("We pledge to open the ward by 2028.", Kind.COMMITMENT, 3),
        ("We plan to open the ward.", Kind.COMMITMENT, 2),
        ("We will continue to fund the ward.", Kind.COMMITMENT, 2),
        ("We are committed to openness.", Kind.COMMITMENT, 2),
        ("We will consider the idea.", Kind.COMMITMENT, 1),
        ("We are exploring a new ward.", Kind.COMMITMENT, 1),
        ("The Trust accepts this recommendation.", Kind.COMMITMENT, 4),
        ("The Trust accepts this recommendation in principle.", Kind.COMMITMENT, 3),
        ("Ministers must act.", Kind.RECOMMENDATION, 3),
        ("Ministers should fund the ward.", Kind.RECOMMENDATION, 2),
        ("Ministers should consider it.", Kind.RECOMMENDATION, 1),
        ("We strongly urge ministers to act.", Kind.RECOMMENDATION, 3),
        ("There should be a register of wards.", Kind.RECOMMENDATION, 2),
        ("We must learn from this.", Kind.ASPIRATION, None),
        ("We want every ward to be safe.", Kind.ASPIRATION, None),
        ("Staff need to feel able to speak up.", Kind.ASPIRATION, None),
        ("We hope that the ward can open.", Kind.ASPIRATION, None),
    ],
)
def test_what_passes_and_how_firmly_it_binds(text: str, kind: Kind, strength: int | None) -> None:
    found = extract(text, TRUST).candidates
    assert [(one.kind, one.strength) for one in found] == [(kind, strength)]


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("Subject to funding, we will open the ward.", "Subject to funding"),
        ("We will open it, provided that it is safe.", "provided that it is safe"),
        ("We will, where possible, give notice.", "where possible"),
        ("Once it is ready, we will publish it.", "Once it is ready"),
    ],
)
def test_a_condition_keeps_its_words(text: str, condition: str) -> None:
    assert [one.condition for one in extract(text, TRUST).candidates] == [condition]


def test_a_sentence_passed_over_says_why() -> None:
    assert extract("It rained.").sentences[0].verdict == "no cue"
    assert "prediction" in extract("This will mean hard choices.").sentences[0].verdict


@pytest.mark.parametrize(
    "text",
    [
        "Staff need to feel able to speak.",
        "Pupils need to know that they can speak up.",
        "Professionals need to be able to challenge each other.",
        "Neighbours must feel able to call us.",
        "Parents need to trust us.",
        "Tenants need to understand the rules.",
        "Neighbours need to be patient with the noise.",
    ],
)
def test_a_state_that_others_need_is_an_aspiration_and_never_a_recommendation(text: str) -> None:
    assert [one.kind for one in extract(text, TRUST).candidates] == [Kind.ASPIRATION]


@pytest.mark.parametrize(
    "text",
    [
        "Nobody will be taken off the list.",
        "Our review of moorings will report in November.",
        "A member of staff will visit every home.",
        "Fares will not rise before 2030.",
        "The Chair will stand down in May.",
        "Doors that lock will be fitted in May.",
    ],
)
def test_what_the_speakers_side_settles_is_no_forecast(text: str) -> None:
    assert [one.kind for one in extract(text, TRUST).candidates] == [Kind.COMMITMENT]
