"""How much a promise pins down: who, what, by when, how much, for whom, how we would know."""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache, lru_cache

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
        return _told(self.said)


@cache
def _told(said: frozenset[Aspect]) -> str:
    """In words, of which there are 64."""
    one = Specificity(said)
    answered = f": {', '.join(one.answered)}" if said else ""
    still_open = f" · open: {', '.join(one.open)}" if one.open else ""
    return f"{one.score} of {len(Aspect)}{answered}{still_open}"


_MONTHS = "january|february|march|april|may|june|july|august|september|october|november|december"
_OF_A_YEAR = frozenset(_MONTHS.split("|"))
# These are looked for in small letters: to leave the case of each letter open takes three times as
# long.
_DATE = re.compile(
    rf"\b\d{{1,2}}(?:st|nd|rd|th)?(?: of)?\s+(?:{_MONTHS})\b|\b(?:{_MONTHS})\s+\d{{1,2}}\b(?!\d)"
    r"|\b(?:19|20)\d\d(?:[-/–]\d{2,4}){0,2}\b|\bq[1-4]\b",
)
"""Numbers that say when, which is another question than how much."""
_DATE_BY_FIGURE = re.compile(
    r"[0-9](?:"
    rf"(?<!\w.)\d?(?:st|nd|rd|th)?(?: of)?\s+(?:{_MONTHS})\b"
    r"|(?<=\b[12])(?:(?<=1)9|(?<=2)0)\d\d(?:[-/–]\d{2,4}){0,2}\b"
    r"|(?<=\bq[1-4])\b)"
)
"""The same without those whose month stands first, found faster: by the figure in each, from which
it is looked back.
"""
_BEHIND_A_MONTH = re.compile(r"[0-9](?<=[ehlrty\s]\s.)\d?\b")
"""A figure that may have a month before it, by the last letters of the months."""
_NUMBERED = re.compile(r"\b(no\.|[a-z]++)[ -]{1,2}\d[\d.]{0,9}(?![\d.])")
_LABELS = frozenset(
    {
        *("no", "number", "phase", "section", "article", "part", "chapter", "paragraph"),
        *("paragraphs", "page", "recommendation", "recommendations", "clause", "appendix", "annex"),
        *("schedule", "option", "room", "unit", "level", "stage", "step", "tier", "band", "class"),
        *("grade", "covid"),
    }
)
"""What stands before a number that names a thing: "recommendation 7", "Phase 2"."""
_UNIT = (
    r"(?:other |second |third |(?:two|three|four|five|six|\d{1,3}) )?"
    r"(?:day|weekday|week|fortnight|month|quarter|year|term|session|meeting|time|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|fall|winter)s?\b"
)
_AMOUNT = re.compile(
    rf"\bper ?cent\b|\b(?:every|each)\b(?! (?:other|one)\b| {_UNIT})"
    r"|\b(?:all|both|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|twenty|thirty"
    r"|forty|fifty|sixty|seventy|eighty|ninety|hundreds?|thousands?|lakhs?|crores?|millions?"
    r"|dozens?|half|halve|double|treble|triple|a (?:third|quarter|fifth|tenth))\b",
)
_FIGURE = re.compile(r"[0-9£$€₹%]")
_AMOUNTS = frozenset(
    {
        *("cent", "percent", "every", "each", "all", "both", "two", "three", "four", "five", "six"),
        *("seven", "eight", "nine", "ten", "eleven", "twelve", "twenty", "thirty", "forty"),
        *("fifty", "sixty", "seventy", "eighty", "ninety", "hundred", "hundreds", "thousand"),
        *("thousands", "lakh", "lakhs", "crore", "crores", "million", "millions", "dozen"),
        *("dozens", "half", "halve", "double", "treble", "triple", "third", "quarter", "fifth"),
        *("tenth",),
    }
)
"""Without a figure and without any of these a quote names no amount, and need not be looked at more
closely.
"""
_WORDS = re.compile(r"[^\W\d_]+")
_APART = bytes(n if chr(n).isalpha() else 32 for n in range(128)) + bytes(128)
"""For text in ASCII: a space for whatever is no letter."""
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
    small = commitment.quote.lower()
    words = _words(small)
    counted = _FIGURE.search(small) is not None or not _AMOUNTS.isdisjoint(words)
    return _saying(
        bool(commitment.owners),
        commitment.testable,
        commitment.due is not None or recurs(commitment.due_text or commitment.quote),
        counted and _names_an_amount(small, words, commitment.due_text),
        commitment.beneficiary is not None or not _PEOPLE.isdisjoint(words),
        commitment.success_test is not None,
    )


@cache
def _saying(*said: bool) -> Specificity:
    """What is pinned down, by whether each of the six is; there are 64."""
    return Specificity(frozenset(one for one, is_said in zip(Aspect, said, strict=True) if is_said))


def _words(small: str) -> list[str]:
    """The words of a text in small letters, without figures and signs."""
    if small.isascii():
        return small.encode().translate(_APART).decode().split()
    return _WORDS.findall(small)


def _names_an_amount(small: str, words: Iterable[str], due_text: str | None) -> bool:
    """Whether a text in small letters, of these words, names an amount besides the day."""
    text = small if small.isprintable() and "  " not in small else " ".join(small.split())
    if due_text:
        text = text.replace(_evened(due_text), " ")
    if _FIGURE.search(text):
        first = not _OF_A_YEAR.isdisjoint(words) and _BEHIND_A_MONTH.search(text)
        text = (_DATE if first else _DATE_BY_FIGURE).sub(" ", text)
        if not _LABELS.isdisjoint(words):
            text = _NUMBERED.sub(_without_label, text)
        if _FIGURE.search(text):
            return True
    return _AMOUNT.search(text) is not None


@lru_cache(maxsize=1 << 10)
def _evened(due_text: str) -> str:
    """In small letters, with one space between words; many promises name the same month."""
    return " ".join(due_text.lower().split())


def _without_label(found: re.Match[str]) -> str:
    """Nothing, when the number names a thing; "no" takes a full stop to do so."""
    word = found[1]
    return " " if word == "no." or (word != "no" and word in _LABELS) else found[0]
