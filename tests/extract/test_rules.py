"""Every rule has a sentence of documentation and an example in which it decides."""

from __future__ import annotations

import pytest

from commitrack.extract import Extraction, Known, extract
from commitrack.extract.cue_table import CUES
from commitrack.extract.guards import GUARDS
from commitrack.extract.rules import Rule, RuleSort, meaning, rules
from tests.extract.scoring import UNSEEN, statements

TRUST = Known(publisher="Loxmere Hospitals Trust")
MINUTES = "Minutes of the Board of Loxmere Hospitals Trust\n\nThe Board NOTED the report.\n\n"
IN_MINUTES = {
    "advised-in-minutes",
    "directed-in-minutes",
    "resolved-that",
    "action-line",
    "motion",
    "done-by-the-vote",
}


RESPONSE = "Response to the inquiry\n\nRecommendation 1\n\n"


def read(rule: Rule) -> Extraction:
    if rule.name == "accepted-passive":
        return extract(RESPONSE + rule.example, TRUST)
    if rule.name in IN_MINUTES:
        return extract(MINUTES + rule.example, TRUST)
    return extract(rule.example, TRUST)


def test_no_two_rules_have_one_name_unless_they_say_the_same() -> None:
    names = [one.name for one in rules()]
    assert {name for name in names if names.count(name) > 1} == {"no-plans"}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: f"{rule.sort}-{rule.name}")
def test_a_rule_is_explained_in_one_sentence(rule: Rule) -> None:
    assert rule.doc.endswith(".")
    assert "\n" not in rule.doc
    assert meaning(rule.name) is not None


@pytest.mark.parametrize(
    "rule", [one for one in rules() if one.kind is not None], ids=lambda rule: rule.name
)
def test_a_rule_that_makes_an_item_makes_one_of_its_example(rule: Rule) -> None:
    made = [one for one in read(rule).candidates if rule.name in one.cues]
    assert [one.kind.value for one in made] == [rule.kind]


@pytest.mark.parametrize(
    "rule",
    [one for one in rules() if one.sort in (RuleSort.GUARD, RuleSort.DEMAND) and not one.kind],
    ids=lambda rule: rule.name,
)
def test_a_rule_that_holds_back_holds_back_its_example(rule: Rule) -> None:
    found = read(rule)
    held = [step for one in found.sentences for step in one.steps if step.guard == rule.name]
    assert held
    assert all(step.reason for step in held)


@pytest.mark.parametrize(
    "rule", [one for one in rules() if one.sort is RuleSort.READING], ids=lambda rule: rule.name
)
def test_a_reading_decides_its_example(rule: Rule) -> None:
    found = read(rule)
    named = {cue for one in found.candidates for cue in one.cues}
    held = {step.guard for one in found.sentences for step in one.steps}
    assert rule.name in named | held


def test_every_name_in_a_verdict_is_a_rule_that_can_be_looked_up() -> None:
    for statement in (*statements(), *statements(UNSEEN)):
        found = extract(statement.text, statement.known())
        for sentence in found.sentences:
            for name in sentence.cues:
                assert meaning(name), name
            for step in sentence.steps:
                assert meaning(step.cue)
                assert set(step.passed) <= set(GUARDS)
                assert step.guard is None or meaning(step.guard)
        for candidate in found.candidates:
            assert all(map(meaning, candidate.cues))


def test_a_step_names_the_words_of_its_cue() -> None:
    text = "We believe that the ward will close."
    sentence = extract(text, TRUST).sentences[0]
    assert [text[step.start : step.end] for step in sentence.steps] == ["will"]
    assert sentence.steps[0].guard == "reported"
    assert sentence.steps[0].passed == ("will-noun", "question", "embedded")


def test_the_guards_of_every_cue_are_in_the_table() -> None:
    assert {name for cue in CUES for name in cue.guards} <= set(GUARDS)
