"""The letters that a rare rule names stand in everything that the rule finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.extract import (
    answers,
    context,
    frames,
    habits,
    motions,
    names,
    resolutions,
    sentence_signs,
    strength,
)
from commitrack.extract.by_letter import WRITTEN
from commitrack.extract.signs import holds

_RULES = [
    (answers._ACCEPTS, sentence_signs.ANSWERS),
    (answers._AGREES, sentence_signs.ANSWERS),
    (answers._WHO_AGREES, sentence_signs.ANSWERS),
    (motions._MOVED, sentence_signs.MOTIONS),
    (motions._MOVED_ALONE, sentence_signs.MOTIONS),
    (resolutions._DECIDES, sentence_signs.DECISIONS),
    (resolutions._MOVES, sentence_signs.DECISIONS),
    (resolutions._ACTION, (" to ",)),
    (resolutions._TO_DO, resolutions._TO_DO_SIGNS),
    (strength._EMPTY, strength._EMPTY_SIGNS),
    (names.CALLED, names._TITLE_SIGNS),
    (context._MINUTES_SIGNS, context._MINUTES_LETTERS),
    (context._SAYS, (":",)),
]
_IN_SMALL_LETTERS = [
    (strength._IN_PRINCIPLE, strength._IN_PRINCIPLE_SIGNS),
    (habits._AS_A_LAW, habits._LAW_SIGNS),
    (context._ANSWERED, context._ANSWERED_SIGNS),
]
_OPENING = [
    (resolutions.HEADED, resolutions.HEADED_OPENS),
    (resolutions._ASSIGNED, resolutions._ASSIGN_OPENS),
    (answers._NUMBERED, ("Recommendation",)),
    (frames._INVERTED, frames._INVERTS),
]


def _written(rule: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(WRITTEN.get(rule.pattern, rule.pattern), rule.flags)


@pytest.mark.parametrize(("rule", "signs"), _RULES)
@settings(deadline=None, max_examples=40)
@given(st.data())
def test_what_a_rule_finds_has_one_of_its_signs(
    rule: re.Pattern[str], signs: tuple[str, ...], data: st.DataObject
) -> None:
    found = data.draw(st.from_regex(_written(rule)))
    assert holds(found, signs)


@pytest.mark.parametrize(("rule", "signs"), _IN_SMALL_LETTERS)
@settings(deadline=None, max_examples=40)
@given(st.data())
def test_what_a_rule_finds_in_any_case_has_a_sign_in_small_letters(
    rule: re.Pattern[str], signs: tuple[str, ...], data: st.DataObject
) -> None:
    found = data.draw(st.from_regex(_written(rule)))
    assert holds(found.lower(), signs) or not found.isascii()


@pytest.mark.parametrize(("rule", "openings"), _OPENING)
@settings(deadline=None, max_examples=40)
@given(st.data())
def test_what_a_rule_matches_begins_with_one_of_its_openings(
    rule: re.Pattern[str], openings: tuple[str, ...], data: st.DataObject
) -> None:
    words = data.draw(st.from_regex(_written(rule)))
    assert rule.match(words) is None or words.startswith(openings)


def test_words_without_a_sign_hold_none() -> None:
    assert not holds("We will act.", sentence_signs.MOTIONS)
