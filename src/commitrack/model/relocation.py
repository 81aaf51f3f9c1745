"""Finding quotes again in a new version of their text (domain: records, mention).

First the exact quote, with what stood before and behind it to choose among several places; then the
same words, white space and punctuation aside; then a close wording, which a person must look at.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from commitrack.model.places import Places, overlap
from commitrack.model.wording import Line, Span, Words, closeness, key_of

CONTEXT = 32
"""Characters before and behind a quote that are kept, and compared."""
CLOSE = 0.6
"""The closeness of two wordings from which one may be the other, put in other words."""


class Outcome(StrEnum):
    """What became of a quote."""

    SAME = "same"
    """It stands there, to the character or but for white space and punctuation."""
    REWORDED = "reworded"
    """Something close stands there: a person decides."""
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Standing:
    """A quote where it stood: in the old text, or in an older one of the same statement."""

    key: int
    """What the caller knows it by."""
    start: int
    end: int
    quote: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Relocated:
    """What became of a quote, and where it stands now."""

    key: int
    outcome: Outcome
    span: Span | None = None
    closeness: float = 1.0


def relocate(
    quotes: Sequence[Standing], text: str, fresh: Sequence[Span] = ()
) -> tuple[Relocated, ...]:
    """Find quotes again in `text`; one answer for each, in their order.

    `fresh` are the stretches that are new in this text: only there a close wording is looked for.
    Two quotes never get places that overlap, unless they overlapped before.
    """
    text_words = Words(text)
    claims: Places[Standing] = Places()
    found: dict[int, Relocated] = {}
    line: Line | None = None
    groups: dict[str, list[Standing]] = defaultdict(list)
    for one in quotes:
        groups[one.quote].append(one)
    # The longest first: what a short quote says may stand inside a longer one.
    for quote, group in sorted(groups.items(), key=lambda pair: (-len(pair[0]), pair[0])):
        group.sort(key=lambda one: (one.start, one.key))
        places = list(_exact(group[0], text))
        if not places:
            line = line or Line(text_words)
            places = [_with_edges(quote, text, place) for place in line.places(key_of(quote))]
        for one, place in _assigned(group, _apart(places), text, claims):
            claims.add(place, one)
            found[one.key] = Relocated(one.key, Outcome.SAME, place)
    lost = [one for one in quotes if one.key not in found]
    free = [span for span in fresh if not claims.overlapping(span)]
    found |= {one.key: one for one in _reworded(lost, text_words, free)}
    return tuple(found.get(one.key, Relocated(one.key, Outcome.GONE)) for one in quotes)


def _exact(one: Standing, text: str) -> Iterator[Span]:
    """The places of the very quote, where it neither begins nor ends inside a word.

    A quote that did so where it stood, since somebody chose it so, may do so again.
    """
    quote = one.quote
    cut_before = _inside(one.before[-1:], quote[:1])
    cut_after = _inside(quote[-1:], one.after[:1])
    at = text.find(quote) if quote else -1
    while at >= 0:
        end = at + len(quote)
        begins = cut_before or not _inside(text[at - 1 : at], quote[:1])
        ends = cut_after or not _inside(quote[-1:], text[end : end + 1])
        if begins and ends:
            yield at, end
        at = text.find(quote, at + 1)


def _inside(left: str, right: str) -> bool:
    return left.isalnum() and right.isalnum()


def _with_edges(quote: str, text: str, place: Span) -> Span:
    """The place with the signs that the quote begins and ends in ("£5m", "… (now)"), if there."""
    words = Words(quote)
    head, tail = quote[: words.starts[0]], quote[words.ends[-1] :]
    start, end = place
    if head and text.endswith(head, 0, start):
        start -= len(head)
    if tail and text.startswith(tail, end):
        end += len(tail)
    return start, end


def _apart(places: Iterable[Span]) -> list[Span]:
    """The places that do not overlap the one before ("to to to" holds "to to" once)."""
    kept: list[Span] = []
    for place in places:
        if not kept or place[0] >= kept[-1][1]:
            kept.append(place)
    return kept


_MANY = 250_000
"""Pairs of quotes and places above which they are simply taken in order."""


def _assigned(
    group: Sequence[Standing], places: Sequence[Span], text: str, claims: Places[Standing]
) -> Iterator[tuple[Standing, Span]]:
    """Which of the equal quotes stands at which of the places.

    As many as can be find a place, in the order in which they stood; of the ways to do that, the
    one in which what stands around them is most like what stood around them.
    """
    if len(group) * len(places) > _MANY:
        yield from (pair for pair in zip(group, places, strict=False) if _may_stand(*pair, claims))
        return
    fits = [
        [_fit(one, place, text) if _may_stand(one, place, claims) else None for place in places]
        for one in group
    ]
    best = [[0] * (len(places) + 1) for _ in range(len(group) + 1)]
    for row in range(len(group) - 1, -1, -1):
        for column in range(len(places) - 1, -1, -1):
            here = fits[row][column]
            taken = -1 if here is None else here + best[row + 1][column + 1]
            best[row][column] = max(taken, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < len(group) and column < len(places):
        here = fits[row][column]
        if here is not None and best[row][column] == here + best[row + 1][column + 1]:
            yield group[row], places[column]
            row, column = row + 1, column + 1
        elif best[row][column] == best[row][column + 1]:
            column += 1
        else:
            row += 1


def _may_stand(one: Standing, place: Span, claims: Places[Standing]) -> bool:
    """Whether nothing else stands there, but for what overlapped it before."""
    before = one.start, one.end
    return all(overlap(before, (by.start, by.end)) for by in claims.overlapping(place))


_FOUND = 1_000
"""What finding a place is worth beside the fit of what stands around it."""


def _fit(one: Standing, place: Span, text: str) -> int:
    """How well what stands around a place fits: the characters in common, outwards from it."""
    start, end = place
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return (
        _FOUND
        + _common(reversed(one.before), reversed(before))
        + _common(iter(one.after), iter(after))
    )


def _common(one: Iterator[str], other: Iterator[str]) -> int:
    count = 0
    for mine, theirs in zip(one, other, strict=False):
        if mine != theirs and not (mine.isspace() and theirs.isspace()):
            break
        count += 1
    return count


_COMMON_WORD = 0.2
"""The share of the stretches above which a word in them tells nothing."""


def _reworded(lost: Sequence[Standing], text: Words, free: Sequence[Span]) -> Iterator[Relocated]:
    """The closest new stretch for each lost quote, if it is close; each stretch is taken once."""
    stretches = [text.keys[text.within(*span)] for span in free]
    holding: dict[str, list[int]] = defaultdict(list)
    for number, keys in enumerate(stretches):
        for key in dict.fromkeys(keys):
            holding[key].append(number)
    most = max(10, int(_COMMON_WORD * len(stretches)))
    pairs: list[tuple[float, int, int]] = []
    for index, one in enumerate(lost):
        mine = Words(one.quote).keys
        hits: Counter[int] = Counter()
        for key in dict.fromkeys(mine):
            if len(holding[key]) <= most:
                hits.update(holding[key])
        for number, _ in hits.most_common(_LOOKED_AT):
            close = closeness(mine, stretches[number])
            if close >= CLOSE:
                pairs.append((-close, index, number))
    taken: set[int] = set()
    settled: set[int] = set()
    for minus, index, number in sorted(pairs):
        if index not in settled and number not in taken:
            settled.add(index)
            taken.add(number)
            yield Relocated(lost[index].key, Outcome.REWORDED, free[number], -minus)


_LOOKED_AT = 8
"""Stretches that are compared word by word with a lost quote."""
