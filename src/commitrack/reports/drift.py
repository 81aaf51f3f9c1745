"""``drift``: promises that were said again, side by side, with what became of their words."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from commitrack.model.drift import Drift, Mark, bound, marks_of, strength_words
from commitrack.model.drift import drift as drift_between
from commitrack.model.ids import commitment_id
from commitrack.model.records import Commitment, Dossier, LinkType
from commitrack.reports.frame import Cell, Column, Counts, Report, Row, Sort, Table
from commitrack.reports.marking import TELLING, marked
from commitrack.reports.selecting import select
from commitrack.reports.wording import said_on
from commitrack.store import Extent, Lens, ReadableStore

TYPES = (
    LinkType.WEAKENS,
    LinkType.NARROWS,
    LinkType.DELAYS,
    LinkType.CONTRADICTS,
    LinkType.STRENGTHENS,
    LinkType.REPEATS,
)
"""The links that say how a later promise bears on an earlier one: the worse first."""

OWN = f"has:suggestion OR link:{','.join(TYPES)}"
"""The condition: a link of these is suggested from it or to it, or is on record."""

SUGGESTED, CONFIRMED = "suggested", "confirmed"

_PAIRS = (
    Column("state", "state"),
    Column("later", "later"),
    Column("type", "link"),
    Column("earlier", "earlier"),
    Column("owner", "owner"),
    Column("change", "what changed"),
    Column("strength", "strength"),
    Column("days", "days later", Sort.DAYS),
    Column("alike", "alike %", Sort.NUMBER),
    Column("by", "by", data_only=True),
)
_SIDES = (
    Column("pair", "pair"),
    Column("what", ""),
    Column("earlier", "earlier"),
    Column("later", "later"),
)
_LEGEND = (
    "Suggested: the tool found the two alike, and nobody has decided. Confirmed: a person linked "
    "them. Declined ones are left out.",
    "In [brackets]: the words that make the promise weaker or stronger, narrower or wider, earlier "
    "or later; of two close wordings every word that changed.",
    "Strength: exploratory, intended, firm or binding. Days: how far the date moved; + is later.",
    "Alike: how much of what both promise is the same, rare words counting more.",
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A later promise and the earlier one that it says again."""

    type: LinkType
    later: Dossier
    earlier: Dossier
    score: int | None
    """How alike they were found; None for a link that nobody suggested."""
    by: str | None
    """Who confirmed it; None for what is suggested."""
    drift: Drift
    """What became of the words."""

    @property
    def state(self) -> str:
        """Whether somebody has decided."""
        return SUGGESTED if self.by is None else CONFIRMED

    @property
    def name(self) -> str:
        """The pair in words: ``C-0009 weakens C-0002?``."""
        mark = "?" if self.by is None else ""
        later, earlier = self.later.commitment.id, self.earlier.commitment.id
        return f"{later} {self.type.words} {earlier}{mark}"


def drift(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """Every promise that was said again; `argument` is a query that either of the two meets."""
    chosen = select(store, lens, OWN, argument, Extent.WHOLE)
    pairs = sorted(_pairs(store, chosen.dossiers), key=_order)
    return chosen.head.over(
        "drift",
        "Drift: promises said again",
        _LEGEND,
        Table("pairs", "Pairs", _PAIRS, tuple(map(_row, pairs)), empty="no promise said again"),
        Table(
            "sides",
            "Side by side",
            _SIDES,
            tuple(row for pair in pairs for row in _sides(pair)),
            group="pair",
            empty="no promise said again",
            counted=False,
        ),
        Counts("types", "By link", _types(pairs), len(pairs), "pairs"),
        Counts("states", "By state", _states(pairs), len(pairs), "pairs"),
    )


def _pairs(store: ReadableStore, dossiers: Sequence[Dossier]) -> Iterator[Pair]:
    """Each pair once, confirmed rather than suggested."""
    links = {
        (link.source, link.other, link.type): link
        for dossier in dossiers
        for link in dossier.links
        if link.type in TYPES
    }
    suggestions = {
        (one.source, one.other): one for dossier in dossiers for one in dossier.suggestions
    }
    waiting = {pair: one for pair, one in suggestions.items() if one.judgement is None}
    ends = dict.fromkeys(
        number for pair in (*(key[:2] for key in links), *waiting) for number in pair
    )
    found: Mapping[int, Dossier] = {
        one.commitment.number: one for one in store.dossiers(list(ends))
    }
    for (source, other, type_), link in links.items():
        suggested = suggestions.get((source, other))
        if source in found and other in found:
            score = None if suggested is None else suggested.score
            yield _pair(type_, found[source], found[other], score, link.by)
    for (source, other), one in waiting.items():
        if source in found and other in found and one in found[source].open_suggestions:
            yield _pair(one.type, found[source], found[other], one.score, None)


def _pair(
    type_: LinkType, later: Dossier, earlier: Dossier, score: int | None, by: str | None
) -> Pair:
    found = drift_between(earlier.commitment, later.commitment)
    return Pair(type_, later, earlier, score, by, found)


def _order(pair: Pair) -> tuple[bool, int, int, int]:
    return (
        pair.state == CONFIRMED,
        TYPES.index(pair.type),
        pair.later.commitment.number,
        pair.earlier.commitment.number,
    )


def _row(pair: Pair) -> Row:
    earlier, later = pair.earlier.commitment, pair.later.commitment
    found = pair.drift
    return (
        pair.state,
        later.id,
        pair.type.words,
        earlier.id,
        earlier.owner or later.owner or None,
        found.summary or "nothing",
        f"{strength_words(bound(earlier))} → {strength_words(bound(later))}",
        found.days,
        pair.score,
        pair.by,
    )


def _sides(pair: Pair) -> Iterator[Row]:
    """Two columns: where it was said, in which words, how firmly and by when."""
    earlier, later = pair.earlier.commitment, pair.later.commitment
    before, after = marks_of(pair.drift, earlier, later)

    def row(what: str, old: Cell, new: Cell) -> Row:
        return pair.name, what, old, new

    yield row("said in", _said(pair.earlier), _said(pair.later))
    yield row("words", _marked(earlier, before), _marked(later, after))
    for fact in pair.drift.facts:
        yield row(fact.aspect.value, fact.old or "none", fact.new or "none")


def _said(dossier: Dossier) -> str:
    source = dossier.source
    if source is None:
        return f"{commitment_id(dossier.commitment.number)}, typed in"
    return f"{dossier.commitment.id} in {source.id}, {said_on(source.said_on, source.precision)}"


def _marked(commitment: Commitment, found: Sequence[Mark]) -> str:
    quote = commitment.quote
    spans = [((mark.start, mark.end), TELLING) for mark in found]
    return f"“{marked(quote, (0, len(quote)), spans)}”"


def _types(pairs: Sequence[Pair]) -> tuple[tuple[str, int], ...]:
    found = Counter(pair.type for pair in pairs)
    return tuple((one.words, found[one]) for one in TYPES)


def _states(pairs: Sequence[Pair]) -> tuple[tuple[str, int], ...]:
    found = Counter(pair.state for pair in pairs)
    return tuple((one, found[one]) for one in (SUGGESTED, CONFIRMED))
