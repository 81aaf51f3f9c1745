"""Wording lint: a question for each weakness in a promise's words (domain: wording lint)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from commitrack.model.kinds import OwnerBasis
from commitrack.model.records import Commitment


@dataclass(frozen=True, slots=True)
class Finding:
    """A rule that fired, the words that fired it, and the question to ask."""

    rule: str
    question: str
    words: str = ""


Test = Callable[[Commitment], str | None]
"""The words that fire a rule ("" when it is an absence), or None."""


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule of the lint."""

    id: str
    question: str
    test: Test


@cache
def _pattern(words: str) -> re.Pattern[str]:
    return re.compile(rf"\b(?:{words})\b", re.IGNORECASE)


def _says(words: str) -> Test:
    def test(commitment: Commitment) -> str | None:
        found = _pattern(words).search(commitment.quote)
        return found[0] if found else None

    return test


def _no_date(commitment: Commitment) -> str | None:
    return "" if commitment.due is None and commitment.due_text is None else None


def _no_actor(commitment: Commitment) -> str | None:
    return "" if commitment.owner_basis is OwnerBasis.UNSTATED and not commitment.owners else None


def _shared_owner(commitment: Commitment) -> str | None:
    if len(commitment.owners) > 1:
        return commitment.owner
    return _says("(?:and|with) (?:its|our|their) (?:members|partners)|stakeholders")(commitment)


def _nothing_to_count(commitment: Commitment) -> str | None:
    return "" if not commitment.testable and commitment.success_test is None else None


def _conditional(commitment: Commitment) -> str | None:
    return commitment.condition or _says("if|subject to|where possible|provided that")(commitment)


def _loose_date(commitment: Commitment) -> str | None:
    if commitment.due is None and commitment.due_text:
        return commitment.due_text
    return None


def _two_actions(commitment: Commitment) -> str | None:
    found = _pattern(
        r"(?:will|shall|to) \w+ (?:[^,;.]{3,60}? )and (?:will |to )?"
        r"(?:publish|appoint|review|report|introduce|train|improve|create|set up|ensure|"
        r"provide|build|open|write|work|develop|drive|make|deliver|invest|establish)"
    ).search(commitment.quote)
    return found[0] if found else None


RULES = (
    Rule("L1", "By when?", _no_date),
    Rule(
        "L2",
        "What decision will follow, and where will it be published?",
        _says(
            "explor(?:e|es|ing)|consider(?:s|ing)?|look(?:s|ing)? (?:at|into)|"
            "review(?:s|ing)?|examin(?:e|es|ing)|discuss(?:es|ing)?|assess(?:es|ing)?"
        ),
    ),
    Rule(
        "L3",
        "What will exist that does not now?",
        _says(
            "work(?:s|ing)? (?:closely |together )?(?:with|alongside|towards?)|help(?:s|ing)?|"
            "support(?:s|ing)?|embark(?:s|ing)? on|promot(?:e|es|ing)|encourag(?:e|es|ing)|"
            "engag(?:e|es|ing) with|champion(?:s|ing)?"
        ),
    ),
    Rule(
        "L4",
        "Will it be done, or might it be?",
        _says(
            "might|could|would|may|hop(?:e|es|ing)|aim(?:s|ing)?|seek(?:s|ing)?|"
            "aspir(?:e|es|ing)|try|endeavour"
        ),
    ),
    Rule("L5", "Who will do it?", _no_actor),
    Rule("L6", "Which of them answers for it?", _shared_owner),
    Rule(
        "L7",
        "What if the others do not act?",
        _says(
            "(?:with|through) (?:our |its |their )?partners|depend(?:s|ing)? on|"
            "(?:once|when) .{3,60}? (?:has|have|is|are) (?:agreed|approved|published)"
        ),
    ),
    Rule("L8", "What could be counted or looked at?", _nothing_to_count),
    Rule(
        "L9",
        "How much is that?",
        _says(
            "more|better|significant(?:ly)?|appropriate(?:ly)?|substantial(?:ly)?|"
            "improved?|greater|robust|timely|further"
        ),
    ),
    Rule("L10", "Who decides whether the condition is met?", _conditional),
    Rule("L11", "Which day is that?", _loose_date),
    Rule("L12", "Are these two promises? Split them?", _two_actions),
    Rule("L13", "What would change?", _says("continu(?:e|es|ing) to")),
    Rule("L14", "Until when?", _says("not|no|never")),
)
"""Every rule, in the order it is asked."""


def lint(commitment: Commitment) -> tuple[Finding, ...]:
    """Ask what the wording leaves open, in the order of the rules.

    The quote never changes, so a rule about the words stays asked; a rule about something
    missing (a date, an owner, a test) is cleared when the officer supplies it.
    """
    found = ((rule, rule.test(commitment)) for rule in RULES)
    return tuple(
        Finding(rule.id, rule.question, words) for rule, words in found if words is not None
    )
