"""The wording lint on sentences as public bodies write them."""

from __future__ import annotations

from typing import Any

import pytest

from commitrack.model.kinds import OwnerBasis, Strength
from commitrack.model.lint import RULES, lint
from commitrack.model.records import Commitment
from tests.model.builders import TODAY

SOUND = Commitment(
    title="Publish inspection reports",
    quote="The Trust will publish all twelve inspection reports on its website by 30 June 2026",
    owners=("Aldervale NHS Trust",),
    owner_basis=OwnerBasis.STATED,
    due=TODAY,
    due_text="by 30 June 2026",
    testable=True,
    strength=Strength.BINDING,
)


def asked(quote: str, **fields: Any) -> dict[str, str]:
    """The rules that fire on a quote, with the words that fired them."""
    plain: dict[str, Any] = {
        "title": "A promise",
        "quote": quote,
        "owners": SOUND.owners,
        "due": TODAY,
        "testable": True,
    }
    return {one.rule: one.words for one in lint(Commitment(**{**plain, **fields}))}


def test_a_sound_promise_is_asked_nothing() -> None:
    assert lint(SOUND) == ()


def test_the_rules_are_the_fourteen_of_the_domain_in_order() -> None:
    assert [rule.id for rule in RULES] == [f"L{number}" for number in range(1, 15)]
    assert all(rule.question.endswith("?") for rule in RULES)


FIRES = [
    (
        "L2",
        "The Confederation will explore how a process of peer review might be set up",
        "explore",
    ),
    ("L2", "The Department will consider it alongside the review of the Flood Forum", "consider"),
    ("L2", "We are looking at a levy on empty homes", "looking at"),
    ("L2", "Our two chief executives will review the register every six months", "review"),
    ("L2", "Review the rota for night shifts", "Review"),
    ("L2", "the Investment Committee is reviewing both contracts", "reviewing"),
    ("L3", "The Network will be working with the Commission to cut waits", "working with"),
    ("L3", "We will support carers through the winter", "support"),
    ("L3", "NHS Employers will be embarking on its goal of a fairer workplace", "embarking on"),
    ("L3", "The Board agreed to promote a culture of openness", "promote"),
    ("L3", "to help trusts learn from each other", "help"),
    ("L4", "we aim to buy all of our electricity from renewable sources", "aim"),
    ("L4", "We hope to reopen the baths in the spring", "hope"),
    ("L4", "We will seek to recruit forty nurses", "seek"),
    ("L4", "The panel may ask for any recording", "may"),
    ("L4", "Two wards could be reopened", "could"),
    ("L4", "The form\nmight be shortened", "might"),
    ("L6", "Along with its members, the Confederation will publish a charter", "with its members"),
    ("L6", "The Network and its members will publish a charter", "and its members"),
    ("L7", "The programme will be delivered through our partners", "through our partners"),
    ("L7", "The opening depends on the county council", "depends on"),
    (
        "L7",
        "We will publish our plan once the national guidance has been approved",
        None,
    ),
    ("L9", "We will recruit more women and younger people as wardens", "more"),
    ("L9", "Services will be significantly faster", "significantly"),
    ("L9", "Staff will be given appropriate training", "appropriate"),
    ("L9", "We will make further announcements", "further"),
    ("L10", "We’ll suspend the ban if there is a written offer on the table", "if"),
    ("L10", "Subject to planning consent, the Fund will pay for ice plants", "Subject to"),
    ("L10", "We will, where possible, give twelve months’ notice", "where possible"),
    ("L12", "We will rewrite the rota and publish the results", None),
    ("L12", "The Trust will appoint a guardian and review the policy", None),
    ("L13", "We will continue to pay the fees of every student member", "continue to"),
    ("L14", "In the meantime ticket offices at the 40 stations will not be closed", "not"),
    ("L14", "No new wood-burning stove will be permitted in any building", "No"),
    ("L14", "promotion boards will never again sit with only one sex", "never"),
    ("L14", "We won’t close a single branch", "won’t"),
    ("L14", "The Council is not closing the library", "not"),
    ("L14", "We will no longer charge for parking", "no"),
]


@pytest.mark.parametrize(("rule", "quote", "words"), FIRES)
def test_a_rule_fires_on_its_weakness(rule: str, quote: str, words: str | None) -> None:
    found = asked(quote)
    assert rule in found
    if words is not None:
        assert found[rule] == words


SILENT = [
    ("L2", "the first review will be published in the second half of 2026"),
    ("L2", "We will publish the independent review of the fire in full"),
    ("L3", "By the autumn we will have a single front door for student support"),
    ("L3", "The Board agreed to appoint a second safety champion"),
    ("L3", "the Department intends to extend the scheme, if the evaluation supports it"),
    ("L3", "We will open a family support centre in every town"),
    ("L4", "We will reopen the baths by 4 May 2026"),
    ("L4", "We will reopen the baths in May"),
    ("L4", "The report will be published by the end of May"),
    ("L4", "They will receive one more letter in May 2026"),
    ("L4", "We will fund a campaign aimed at young drivers"),
    ("L6", "We will write to every member by Friday"),
    ("L6", "We will publish a register of stakeholders"),
    ("L9", "no student facing eviction shall wait more than two working days"),
    ("L9", "the hospital would hire two more consultants within six months"),
    ("L9", "We will bring a further 24 ambulances into service"),
    ("L9", "We will release a further £6m next year"),
    ("L9", "We will open a college of further education"),
    ("L10", "We will look at it as if it were new"),
    ("L12", "We will publish the audit and report of the committee"),
    ("L12", "The Trust will open wards in Harrowmere and Stennick"),
    ("L14", "that the Clerk invite tenders no later than 30 April 2026"),
    ("L14", "Both foundations pledge to spend no less than €3m every year"),
    ("L14", "The form will be no longer than four pages"),
    ("L14", "We will publish not only the figures but the reasons"),
    ("L14", "We will close D Wing, which has no working showers"),
    ("L14", "We shall sell our shares in any company that has not answered"),
    ("L14", "The note will be circulated"),
]


@pytest.mark.parametrize(("rule", "quote"), SILENT)
def test_a_rule_is_silent_on_a_word_that_only_looks_weak(rule: str, quote: str) -> None:
    assert rule not in asked(quote)


def test_no_date_is_asked_for_until_one_is_set() -> None:
    assert asked("We will publish the plan", due=None) == {"L1": ""}
    assert asked("We will publish the plan", due=TODAY) == {}


def test_a_verbatim_date_answers_when_but_not_which_day() -> None:
    loose = asked("We will publish it before the recess", due=None, due_text="before the recess")
    assert loose == {"L11": "before the recess"}
    resolved = asked("We will publish it before the recess", due_text="before the recess")
    assert resolved == {}


@pytest.mark.parametrize("words", ["every year", "each Friday", "monthly", "annually", "quarterly"])
def test_a_recurrence_is_no_loose_date(words: str) -> None:
    assert "L11" not in asked(f"We will report {words}", due=None, due_text=words)


def test_a_date_leaves_the_exploratory_verb_in_question() -> None:
    words = "We will explore a fourth bridge"
    assert set(asked(words, due=None)) == {"L1", "L2"}
    assert set(asked(words, due=TODAY)) == {"L2"}


def test_an_owner_answers_who() -> None:
    passive = "A new fund will be set up"
    assert "L5" in asked(passive, owners=(), owner_basis=OwnerBasis.UNSTATED)
    assert "L5" not in asked(passive, owner_basis=OwnerBasis.UNSTATED)


def test_two_owners_are_asked_which_of_them() -> None:
    both = asked("They will open one desk", owners=("Ferry Union", "Harbour Board"))
    assert both["L6"] == "Ferry Union and Harbour Board"


def test_a_success_test_answers_what_could_be_counted() -> None:
    words = "We will have a culture of openness"
    assert "L8" in asked(words, testable=False)
    assert "L8" not in asked(words, testable=False, success_test="Survey above 80 %")


def test_the_condition_that_was_found_is_quoted() -> None:
    found = asked("Once the staff are trained we will open", condition="Once the staff are trained")
    assert found["L10"] == "Once the staff are trained"


@pytest.mark.parametrize("strength", [Strength.FIRM, Strength.BINDING])
def test_the_would_of_a_reported_promise_is_no_weak_modal(strength: Strength) -> None:
    reported = "it would train 90 more this financial year"
    assert "L4" not in asked(reported, strength=strength)
    assert asked(reported, strength=Strength.EXPLORATORY)["L4"] == "would"
    assert asked(reported)["L4"] == "would"


def test_aims_and_hopes_are_weak_whatever_the_strength() -> None:
    assert asked("We will aim to close the gap", strength=Strength.FIRM)["L4"] == "aim"


def test_a_word_inside_another_word_fires_nothing() -> None:
    assert asked("The mighty Northering bridge will be gifted to the nation") == {}


def test_white_space_of_the_source_does_not_hide_a_phrase() -> None:
    assert asked("We will work\n   with the county")["L3"] == "work with"
    assert "L14" not in asked("We will reply no\nlater than Friday")


def test_the_seed_statement_is_asked_the_right_questions() -> None:
    explore = asked(
        "Along with its members, The NHS Confederation will explore how a process of board peer "
        "review might be set up to help trusts",
        due=None,
        testable=False,
        strength=Strength.EXPLORATORY,
    )
    assert set(explore) == {"L1", "L2", "L3", "L4", "L6", "L8"}
