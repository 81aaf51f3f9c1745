"""How much a promise pins down: who, what, by when, how much, for whom, how we would know."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache

from commitrack.model.frozen import dataclass
from commitrack.model.lint import recurs
from commitrack.model.records import Commitment


class Aspect(StrEnum):
    """What a promise can pin down, in the order it is told."""

    WHO = "who"
    WHAT = "what"
    WHEN = "by when"
    HOW_MUCH = "how much"
    FOR_WHOM = "for whom"
    HOW_KNOWN = "how we would know"


@dataclass(frozen=True, slots=True)
class Specificity:
    """Which of the six a promise pins down, by its words or by its record."""

    said: frozenset[Aspect]

    @property
    def score(self) -> int:
        """How many of the six, 0 to 6."""
        return len(self.said)

    @property
    def answered(self) -> tuple[Aspect, ...]:
        """Those that are pinned down."""
        return tuple(one for one in Aspect if one in self.said)

    @property
    def open(self) -> tuple[Aspect, ...]:
        """Those that are not."""
        return tuple(one for one in Aspect if one not in self.said)

    def __str__(self) -> str:
        """``4 of 6: who, what, by when, how we would know · open: how much, for whom``."""
        return _told(self)


@cache
def _told(one: Specificity) -> str:
    """In words, of which there are 64."""
    answered = f": {', '.join(one.answered)}" if one.said else ""
    still_open = f" · open: {', '.join(one.open)}" if one.open else ""
    return f"{one.score} of {len(Aspect)}{answered}{still_open}"


_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
# The three are looked for in small letters: to leave the case of each letter open takes three times
# as long.
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)?\s+(?:{_MONTHS})\b|\b(?:{_MONTHS})\s+\d{{1,2}}\b(?!\d)"
    r"|\b(?:19|20)\d\d(?:[-/–]\d{2,4}){0,2}\b|\bq[1-4]\b",
)
"""Numbers that say when, which is another question than how much."""
_LABEL = re.compile(
    r"\b(?:no\.|number|phase|section|article|part|chapter|paragraphs?|page|recommendations?|clause"
    r"|appendix|annex|schedule|option|room|unit|level|stage|step|tier|band|class|grade|covid)"
    r"[ -]{1,2}\d[\d.]{0,9}(?![\d.])",
)
"""Numbers that name a thing: "recommendation 7", "Phase 2"."""
_UNIT = (
    r"(?:other |second |third |(?:two|three|four|five|six|\d{1,3}) )?"
    r"(?:day|weekday|week|fortnight|month|quarter|year|term|session|meeting|time|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|fall|winter)s?\b"
)
_AMOUNT = re.compile(
    rf"[£$€₹]|\d|%|\bper ?cent\b|\b(?:every|each)\b(?! (?:other|one)\b| {_UNIT})"
    r"|\b(?:all|both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|lakhs?|crores?|millions?"
    r"|dozens?|half|halve|double|treble|triple|a (?:third|quarter|fifth|tenth))\b",
)
_AMOUNTS = frozenset("0123456789£$€₹%") | {
    *("cent", "percent", "every", "each", "all", "both", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty", "fifty"),
    *("sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand", "thousands"),
    *("lakh", "lakhs", "crore", "crores", "million", "millions", "dozen", "dozens", "half"),
    *("halve", "double", "treble", "triple", "third", "quarter", "fifth", "tenth"),
}
"""Without any of these a quote names no amount, and need not be looked at more closely."""
_TOKEN = re.compile(r"[^\W\d_]+|\d|[£$€₹%]")
_PEOPLE_IN_WORDS = """
    patient patients people person persons resident residents staff pupil pupils student students
    learner learners tenant tenants leaseholder leaseholders homeowner homeowners passenger
    passengers commuter commuters driver drivers cyclist cyclists pedestrian pedestrians family
    families child children baby babies parent parents mother mothers father fathers carer carers
    survivor survivors victim victims witness witnesses customer customers consumer consumers
    client clients claimant claimants applicant applicants taxpayer taxpayers voter voters citizen
    citizens veteran veterans pensioner pensioners prisoner prisoners refugee refugees migrant
    migrants woman women man men girl girls boy boys worker workers employee employees nurse nurses
    midwife midwives doctor doctors teacher teachers officer officers volunteer volunteers farmer
    farmers fisher fishers villager villagers household households householder householders member
    members trusts school schools hospital hospitals charity charities business businesses community
    communities user users visitor visitors neighbour neighbours neighbor neighbors clinician
    clinicians crew crews aboriginal indigenous nations adivasi adivasis traveller travellers elder
    elders youth everyone everybody anyone anybody
"""
_PEOPLE = frozenset(_PEOPLE_IN_WORDS.split())
"""Words for people and bodies that a promise can be meant for."""


def specificity(commitment: Commitment) -> int:
    """Score 0 to 6, a point for each question the words or the record answer (domain: lint)."""
    return answers(commitment).score


def answers(commitment: Commitment) -> Specificity:
    """Which of the six questions the words or the record answer."""
    words = set(_TOKEN.findall(commitment.quote.lower()))
    found = {
        Aspect.WHO: bool(commitment.owners),
        Aspect.WHAT: commitment.testable,
        Aspect.WHEN: commitment.due is not None or recurs(commitment.due_text or commitment.quote),
        Aspect.HOW_MUCH: not _AMOUNTS.isdisjoint(words) and _names_an_amount(commitment),
        Aspect.FOR_WHOM: commitment.beneficiary is not None or not _PEOPLE.isdisjoint(words),
        Aspect.HOW_KNOWN: commitment.success_test is not None,
    }
    return Specificity(frozenset(aspect for aspect, said in found.items() if said))


def _names_an_amount(commitment: Commitment) -> bool:
    words = " ".join(commitment.quote.lower().split())
    if commitment.due_text:
        words = words.replace(" ".join(commitment.due_text.lower().split()), " ")
    return _AMOUNT.search(_LABEL.sub(" ", _DATE.sub(" ", words))) is not None
