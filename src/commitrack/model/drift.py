"""Drift: how a later wording of a promise differs from an earlier one (domain: wording lint).

Each difference is a fact with a way: worse, better, or the opposite of what was said. Turn the two
wordings round and every fact turns round with them.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from commitrack.model.amounts import Reach, amounts, reaches
from commitrack.model.kinds import Kind, Strength
from commitrack.model.records import Commitment, LinkType
from commitrack.model.verbs import VerbGroup, verb_group
from commitrack.model.wording import Span, Words, changed, closeness


class Aspect(StrEnum):
    """What of a promise a fact is about, in the order people are told."""

    VERB = "verb"
    CONDITION = "condition"
    SCOPE = "scope"
    QUANTITY = "quantity"
    DATE = "date"
    STRENGTH = "strength"


class Way(StrEnum):
    """What a difference does to the promise."""

    WORSE = "worse"
    BETTER = "better"
    OPPOSITE = "opposite"


@dataclass(frozen=True, slots=True)
class Fact:
    """One difference: the words or values on either side, and where they stand in the quotes."""

    aspect: Aspect
    way: Way
    old: str
    """Empty when there was nothing before."""
    new: str
    old_span: Span | None = None
    new_span: Span | None = None
    days: int | None = None
    """For a date that moved: how far; positive is later."""

    @property
    def words(self) -> str:
        """The fact in a few words: ``weaker: will explore → hopes to look at``."""
        label = _LABELS[self.aspect, self.way]
        if self.aspect is Aspect.DATE:
            return self._about_the_date(label)
        if self.aspect is Aspect.CONDITION:
            return f"{label}: {self.new or self.old}"
        return f"{label}: {self.old} → {self.new}"

    def _about_the_date(self, label: str) -> str:
        if self.days is not None:
            return f"{label} ({self.days:+d} days)"
        return "date dropped" if self.way is Way.WORSE else f"date added: {self.new}"


_LABELS = {
    (Aspect.VERB, Way.WORSE): "weaker",
    (Aspect.VERB, Way.BETTER): "stronger",
    (Aspect.VERB, Way.OPPOSITE): "the opposite",
    (Aspect.CONDITION, Way.WORSE): "condition added",
    (Aspect.CONDITION, Way.BETTER): "condition dropped",
    (Aspect.SCOPE, Way.WORSE): "narrower",
    (Aspect.SCOPE, Way.BETTER): "wider",
    (Aspect.QUANTITY, Way.WORSE): "less",
    (Aspect.QUANTITY, Way.BETTER): "more",
    (Aspect.DATE, Way.WORSE): "due later",
    (Aspect.DATE, Way.BETTER): "due earlier",
    (Aspect.STRENGTH, Way.WORSE): "binds less",
    (Aspect.STRENGTH, Way.BETTER): "binds more",
}


@dataclass(frozen=True, slots=True)
class Drift:
    """Every difference between an earlier wording and a later one."""

    facts: tuple[Fact, ...]

    @property
    def type(self) -> LinkType:
        """What the later promise is to the earlier one; what matters most to a reader first."""
        ways = {(fact.aspect, fact.way) for fact in self.facts}
        for aspect, link in _TYPES:
            if (aspect, Way.WORSE) in ways:
                return link
            if (aspect, Way.OPPOSITE) in ways:
                return LinkType.CONTRADICTS
        return LinkType.STRENGTHENS if ways else LinkType.REPEATS

    @property
    def summary(self) -> str:
        """All of it in a line; empty for a plain repeat."""
        told = {fact.aspect: fact for fact in self.facts}
        verb, strength = told.get(Aspect.VERB), told.get(Aspect.STRENGTH)
        if verb is not None and strength is not None and verb.way is strength.way:
            del told[Aspect.STRENGTH]  # the verb says it already
        return ", ".join(fact.words for fact in self.facts if fact.aspect in told)

    def fact(self, aspect: Aspect) -> Fact | None:
        """The difference in one aspect, if there is one."""
        return next((fact for fact in self.facts if fact.aspect is aspect), None)

    @property
    def days(self) -> int | None:
        """How far the date moved; None when it did not, or one of the two has none."""
        found = self.fact(Aspect.DATE)
        return None if found is None else found.days


_TYPES = (
    (Aspect.VERB, LinkType.WEAKENS),
    (Aspect.CONDITION, LinkType.WEAKENS),
    (Aspect.SCOPE, LinkType.NARROWS),
    (Aspect.QUANTITY, LinkType.NARROWS),
    (Aspect.DATE, LinkType.DELAYS),
    (Aspect.STRENGTH, LinkType.WEAKENS),
)


def drift(older: Commitment, newer: Commitment) -> Drift:
    """How the words of `newer` differ in what they promise from those of `older`."""
    found = (
        _verb(older, newer),
        _condition(older, newer),
        _scope(older, newer),
        _quantity(older, newer),
        _date(older, newer),
        _strength(older, newer),
    )
    return Drift(tuple(fact for fact in found if fact is not None))


def _way(old: object, new: object, *, worse: bool) -> Way | None:
    return None if old == new else (Way.WORSE if worse else Way.BETTER)


def _fact(
    aspect: Aspect, way: Way | None, old: tuple[str, Span | None], new: tuple[str, Span | None]
) -> Fact | None:
    """A fact by the words and the place on either side; None when the two do not differ."""
    return None if way is None else Fact(aspect, way, old[0], new[0], old[1], new[1])


def _verb(older: Commitment, newer: Commitment) -> Fact | None:
    old, new = verb_group(older.quote), verb_group(newer.quote)
    if old is None or new is None:
        return None
    way = _verb_way(old, new)
    return _fact(Aspect.VERB, way, (old.words, old.span), (new.words, new.span))


def _verb_way(old: VerbGroup, new: VerbGroup) -> Way | None:
    if old.negated != new.negated:
        return Way.OPPOSITE
    return _way(old.rank, new.rank, worse=new.rank < old.rank)


_CONDITION = re.compile(
    r"\b(?:subject to|provided(?: that)?|providing|on condition that|unless|if|as resources allow"
    r"|where (?:possible|appropriate|practicable|necessary|feasible)|so far as possible"
    r"|in principle)\b(?!\w)",
    re.IGNORECASE,
)


def _conditional(commitment: Commitment) -> tuple[str, Span | None]:
    """What a promise depends on, in its words; as recorded, else as the quote says."""
    if commitment.condition:
        return commitment.condition, find_words(commitment.quote, commitment.condition)
    found = _CONDITION.search(commitment.quote)
    return ("", None) if found is None else (" ".join(found[0].split()), found.span())


def _condition(older: Commitment, newer: Commitment) -> Fact | None:
    old, old_span = _conditional(older)
    new, new_span = _conditional(newer)
    way = _way(bool(old), bool(new), worse=bool(new))
    return _fact(Aspect.CONDITION, way, (old, old_span), (new, new_span))


def _scope(older: Commitment, newer: Commitment) -> Fact | None:
    """Of what both speak of, that for which their reach differs most; of equals the first noun."""
    before, after = _by_noun(older.quote), _by_noun(newer.quote)
    pairs = [(before[noun], after[noun]) for noun in sorted(before.keys() & after.keys())]
    if not pairs:
        return None
    old, new = max(pairs, key=lambda pair: abs(pair[0].rank - pair[1].rank))
    way = _way(old.rank, new.rank, worse=new.rank < old.rank)
    return _fact(Aspect.SCOPE, way, (old.words, old.span), (new.words, new.span))


def _by_noun(quote: str) -> dict[str, Reach]:
    """How far a quote reaches for each noun: as it says first."""
    return {noun: reach for reach in reversed(reaches(quote)) for noun in reach.said_of}


def _quantity(older: Commitment, newer: Commitment) -> Fact | None:
    before = {one.unit: one for one in reversed(amounts(older.quote))}
    after = {one.unit: one for one in reversed(amounts(newer.quote))}
    for unit in sorted(before.keys() & after.keys()):
        old, new = before[unit], after[unit]
        way = _way(old.value, new.value, worse=new.value < old.value)
        if way is not None:
            return Fact(Aspect.QUANTITY, way, old.words, new.words, old.span, new.span)
    return None


def _date(older: Commitment, newer: Commitment) -> Fact | None:
    """By the owner's date as it stands: a move that is on record already is no news."""
    old, new = older.due, newer.due
    if old == new:
        return None
    worse = old is not None and (new is None or new > old)
    days = (new - old).days if old is not None and new is not None else None
    return Fact(
        Aspect.DATE,
        Way.WORSE if worse else Way.BETTER,
        _due(old, older.due_text),
        _due(new, newer.due_text),
        _due_span(older),
        _due_span(newer),
        days,
    )


def _due(day: date | None, said: str | None) -> str:
    if day is not None:
        return day.isoformat()
    return f"no date (“{said}”)" if said else "no date"


_LEADS = re.compile(
    r"(?:\b(?:by|before|until|within|in|during|from|on|no later than|the|end of)\s+)+\Z",
    re.IGNORECASE,
)


def _due_span(commitment: Commitment) -> Span | None:
    """Where the words of the date stand, with the "by" before them."""
    span = find_words(commitment.quote, commitment.due_text or "")
    if span is None:
        return None
    lead = _LEADS.search(commitment.quote, max(0, span[0] - 40), span[0])
    return (lead.start() if lead else span[0]), span[1]


def find_words(quote: str, words: str) -> Span | None:
    """Where `words` stand in a quote, white space aside."""
    parts = [re.escape(part) for part in words.split()]
    found = re.search(r"\s+".join(parts), quote, re.IGNORECASE) if parts else None
    return None if found is None else found.span()


def _strength(older: Commitment, newer: Commitment) -> Fact | None:
    old, new = bound(older), bound(newer)
    if old is None or new is None:
        return None
    way = _way(old, new, worse=new < old)
    return _fact(Aspect.STRENGTH, way, (strength_words(old), None), (strength_words(new), None))


def bound(commitment: Commitment) -> int | None:
    """How firmly it binds, 1 to 4; 0 for a hope that undertakes nothing; None when unknown."""
    if commitment.strength is None:
        return 0 if commitment.kind is Kind.ASPIRATION else None
    return int(commitment.strength)


def strength_words(strength: int | None) -> str:
    """A strength, as `bound` gives it, in a word: ``firm``."""
    if strength is None:
        return "unknown"
    return Strength(strength).name.lower() if strength else "no undertaking"


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a quote to mark: it is the words of a fact, or merely differs."""

    start: int
    end: int
    aspect: Aspect | None = None
    """None for words that differ and say nothing of how firm the promise is."""


_SAME_SENTENCE = 0.6
"""The closeness from which the words that merely differ are marked too: below it, all would be."""


def marks(older: Commitment, newer: Commitment) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """What to mark in the two quotes: the words of every fact, and in close wordings every change.

    Marks of one quote never overlap and come in order.
    """
    return marks_of(drift(older, newer), older, newer)


def marks_of(
    found: Drift, older: Commitment, newer: Commitment
) -> tuple[tuple[Mark, ...], tuple[Mark, ...]]:
    """`marks`, when the drift is at hand."""
    facts = found.facts
    gone: tuple[Span, ...] = ()
    fresh: tuple[Span, ...] = ()
    if closeness(Words(older.quote).keys, Words(newer.quote).keys) >= _SAME_SENTENCE:
        gone, fresh = changed(older.quote, newer.quote)
    return (
        _flat(older.quote, [(fact.old_span, fact.aspect) for fact in facts], gone),
        _flat(newer.quote, [(fact.new_span, fact.aspect) for fact in facts], fresh),
    )


def _flat(
    quote: str, facts: Sequence[tuple[Span | None, Aspect]], differing: Sequence[Span]
) -> tuple[Mark, ...]:
    taken: list[Mark] = []
    wanted = [(span, aspect) for span, aspect in facts if span is not None]
    for span, aspect in (*wanted, *((span, None) for span in differing)):
        for start, end in _left(span, taken):
            words = quote[start:end].strip()
            if words:
                first = quote.index(words, start)
                taken.append(Mark(first, first + len(words), aspect))
    return tuple(sorted(taken, key=lambda mark: mark.start))


def _left(span: Span, taken: Sequence[Mark]) -> list[Span]:
    """What of a span no mark has taken yet."""
    start, end = span
    found: list[Span] = []
    for mark in sorted(taken, key=lambda mark: mark.start):
        if mark.end <= start or mark.start >= end:
            continue
        if mark.start > start:
            found.append((start, mark.start))
        start = max(start, mark.end)
    return [*found, (start, end)] if start < end else found
