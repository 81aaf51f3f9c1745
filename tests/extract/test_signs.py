"""The letters that a rare rule names stand in everything that the rule finds."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.extract import answers, motions, resolutions
from commitrack.extract.signs import holds

_RULES = [
    (answers._ACCEPTS, answers._ACCEPT_SIGNS),
    (answers._AGREES, answers._ACCEPT_SIGNS),
    (answers._WHO_AGREES, answers._ACCEPT_SIGNS),
    (motions._MOVED, motions._MOVED_SIGNS),
    (motions._MOVED_ALONE, motions._MOVED_SIGNS),
    (resolutions._DECIDES, resolutions._DECIDE_SIGNS),
    (resolutions._ACTION, (" to ",)),
    (resolutions._TO_DO, (" to ",)),
]


@pytest.mark.parametrize(("rule", "signs"), _RULES)
@settings(deadline=None, max_examples=40)
@given(st.data())
def test_what_a_rule_finds_has_one_of_its_signs(
    rule: re.Pattern[str], signs: tuple[str, ...], data: st.DataObject
) -> None:
    found = data.draw(st.from_regex(rule))
    assert holds(found, signs)


def test_words_without_a_sign_hold_none() -> None:
    assert not holds("We will act.", motions._MOVED_SIGNS)
