"""Wording lint: a question for each weakness in a promise's words (domain: wording lint)."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from commitrack.model.kinds import Strength
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
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _find(commitment: Commitment, words: str, but_not: str = "") -> str | None:
    """The first of the `words` in the quote that is not inside one of the `but_not` phrases."""
    quote = " ".join(commitment.quote.split())
    spared = [found.span() for found in _pattern(but_not).finditer(quote)] if but_not else []
    for found in _pattern(words).finditer(quote):
        if not any(start <= found.start() < end for start, end in spared):
            return found[0]
    return None


def _says(words: str, but_not: str = "") -> Test:
    def test(commitment: Commitment) -> str | None:
        return _find(commitment, words, but_not)

    return test


_VERB_PLACES = (
    *("will", "shall", "would", "to", "also", "then", "not"),
    *("jointly", "actively", "fully", "regularly", "annually"),
)


def _verb(words: str) -> str:
    """Words that are nouns too ("a review", "student support"), where they can only be verbs:
    after a modal, "to" or an adverb, or at the beginning (a bullet of a plan).
    """
    places = "|".join(("^", *(f"(?<={place} )" for place in _VERB_PLACES)))
    return rf"(?:{places})(?:{words})"


_NUMBER = r"(?:[£$€]?\d[\d,.]*\w*|one|two|three|four|five|six|seven|eight|nine|ten|dozen|hundred)"


def _no_date(commitment: Commitment) -> str | None:
    return "" if commitment.due is None and commitment.due_text is None else None


def _no_actor(commitment: Commitment) -> str | None:
    return None if commitment.owners else ""


def _shared_owner(commitment: Commitment) -> str | None:
    if len(commitment.owners) > 1:
        return commitment.owner
    return _find(
        commitment,
        "(?:and|with) (?:all )?(?:of )?(?:its|our|their) (?:members|partners|stakeholders)",
    )


def _nothing_to_count(commitment: Commitment) -> str | None:
    return "" if not commitment.testable and commitment.success_test is None else None


def _conditional(commitment: Commitment) -> str | None:
    return commitment.condition or _find(
        commitment,
        "if|unless|subject to|where (?:possible|appropriate|practicable)|provided that",
        but_not="as if",
    )


_MONTH_OF_MAY = (
    r"\d{1,2}(?:st|nd|rd|th)? may|may \d{1,4}(?:st|nd|rd|th)?"
    r"|(?:in|by|by the end of|end of|during|since|until|until the end of|before|after|from|of"
    r"|early|mid|late|mid-|next|this|last|each|every) may"
)


def _weak_modal(commitment: Commitment) -> str | None:
    weak = _find(
        commitment,
        "(?:hope|aim|seek|aspire)s?|hoped|(?:hop|aim|seek|aspir|try)ing|try|endeavour(?:s|ing)?",
        but_not="(?:the|an?|our|its|their) (?:hope|aim)s? of",
    )
    if weak is not None or (commitment.strength or 0) >= Strength.FIRM:
        # "The minister said it would publish" is a firm promise, reported: the words were "will".
        return weak
    return _find(commitment, "might|could|would|may", but_not=_MONTH_OF_MAY)


_RECURRING = _pattern("every|each|(?:bi-?)?(?:annual|month|week|quarter|year|dai)ly")
"""A recurrence is no loose date: it says when, again and again."""


def _loose_date(commitment: Commitment) -> str | None:
    words = commitment.due_text
    if commitment.due is not None or not words or _RECURRING.search(words):
        return None
    return words


def _two_actions(commitment: Commitment) -> str | None:
    return _find(
        commitment,
        r"(?:will|shall|to) \w+ (?:[^,;.]{3,60}? )?and (?:(?:will|to|then|also) )*"
        r"(?:(?:publish|appoint|introduce|train|improve|create|set up|ensure|provide|open|write"
        r"|develop|deliver|invest|establish|recruit|replace|launch|extend|consult)"
        # These are nouns too ("the audit and report"), so an object must follow.
        r"|(?:review|report|work|build|make|drive|fund|support)"
        r"(?= (?:the|an?|our|its|their|every|all|each|on|to|with|how|whether)\b))",
    )


RULES = (
    Rule("L1", "By when?", _no_date),
    Rule(
        "L2",
        "What decision will follow, and where will it be published?",
        _says(
            "explor(?:e|es|ing)|consider(?:s|ing)?|look(?:s|ing)? (?:at|into)|reviewing|"
            "examin(?:e|es|ing)|discuss(?:es|ing)?|assess(?:es|ing)?|" + _verb("review")
        ),
    ),
    Rule(
        "L3",
        "What will exist that does not now?",
        _says(
            "work(?:s|ing)? (?:closely |together )?(?:with|alongside|towards?)|helping|"
            "supporting|embark(?:s|ing)? on|promot(?:e|es|ing)|encourag(?:e|es|ing)|"
            "engag(?:e|es|ing) with|championing|" + _verb("help|support|champion")
        ),
    ),
    Rule("L4", "Will it be done, or might it be?", _weak_modal),
    Rule("L5", "Who will do it?", _no_actor),
    Rule("L6", "Which of them answers for it?", _shared_owner),
    Rule(
        "L7",
        "What if the others do not act?",
        _says(
            "(?:with|through) (?:our |its |their )?partners|depend(?:s|ing)? on|"
            "(?:once|when) .{3,60}? (?:has|have|is|are)(?: been)? (?:agreed|approved|published)"
        ),
    ),
    Rule("L8", "What could be counted or looked at?", _nothing_to_count),
    Rule(
        "L9",
        "How much is that?",
        _says(
            "more|better|significant(?:ly)?|appropriate(?:ly)?|substantial(?:ly)?|"
            "improv(?:e|ed|ing)|greater|robust|timely|further",
            but_not=rf"(?:no |not )?(?:more|better|greater) than|{_NUMBER} (?:\w+ )?more|"
            rf"more than|a?(?:and )?further {_NUMBER}|further education|where appropriate",
        ),
    ),
    Rule("L10", "Who decides whether the condition is met?", _conditional),
    Rule("L11", "Which day is that?", _loose_date),
    Rule("L12", "Are these two promises? Split them?", _two_actions),
    Rule("L13", "What would change?", _says("continu(?:e|es|ing) to")),
    Rule(
        "L14",
        "Until when?",
        _says(
            "not|no|never|(?:wo|sha|do|ca)n[’']t",
            but_not=r"(?:no|not) (?:later|earlier|fewer|less|more|longer|better|worse) than|"
            r"not (?:only|just|least)|whether or not|not-for-profit|no\.? ?\d+|"
            r"(?:has|have|had|with|there (?:is|are)) (?:not|no)|(?:but|and) not",
        ),
    ),
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
