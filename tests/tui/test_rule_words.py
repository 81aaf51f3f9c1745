"""What the rules behind a candidate mean, by the names that the record holds."""

from __future__ import annotations

from commitrack.extract import BY_HAND
from commitrack.tui.rule_words import found_by, passed, told


def test_a_name_is_told_with_what_it_means() -> None:
    assert dict(found_by(("will-verb", BY_HAND)))["will-verb"].startswith("Will, with a verb")
    assert told(BY_HAND) == "A person chose these words in the statement."


def test_the_word_by_which_a_rule_was_met_is_left_out() -> None:
    assert told("governed: said") == told("governed") != ""


def test_a_rule_that_is_gone_since_has_no_meaning() -> None:
    assert told("no such rule") == ""
    assert list(passed(("no such rule",))) == []


def test_the_guards_of_every_cue_are_named_once_and_in_order() -> None:
    guards = [name for name, _ in passed(("will-verb", "would-reported"))]
    assert guards[:2] == ["will-noun", "question"]
    assert len(guards) == len(set(guards))
    assert all(meaning for _, meaning in passed(("will-verb",)))


def test_no_guard_judges_what_a_person_chose() -> None:
    assert list(passed((BY_HAND, "will-verb"))) == []
