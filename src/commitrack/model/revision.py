"""Two versions of a text, sentence by sentence: what stayed, moved, changed, went and came."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from commitrack.model.wording import Span, Words, changed, closeness, line_of

CLOSE = 0.5
"""The closeness from which two sentences are taken for one that was changed."""
_WINDOW = 40
"""Sentences on either side between which changed ones are paired; more are parted into such."""


class Turn(StrEnum):
    """What became of a sentence."""

    SAME = "same"
    MOVED = "moved"
    CHANGED = "changed"
    GONE = "gone"
    NEW = "new"


@dataclass(frozen=True, slots=True)
class Passage:
    """A sentence in both versions, or in the one that has it."""

    turn: Turn
    old: Span | None
    new: Span | None
    gone: tuple[Span, ...] = ()
    """Of a changed one: the words that went, in the old text."""
    fresh: tuple[Span, ...] = ()
    """Of a changed one: the words that came, in the new text."""


@dataclass(frozen=True, slots=True)
class Version:
    """A text and where its sentences stand."""

    text: str
    spans: tuple[Span, ...]

    def said(self) -> list[str]:
        """What each sentence is compared by: its words."""
        words = Words(self.text)
        return [line_of(words.keys[words.within(*span)]) for span in self.spans]


def revision(old: Version, new: Version) -> tuple[Passage, ...]:
    """Every sentence of either version, in the order of the new one."""
    before, after = old.said(), new.said()
    passages = list(_passages(old, new, before, after))
    return tuple(_moved(passages, old, new, before, after))


def _passages(
    old: Version, new: Version, before: Sequence[str], after: Sequence[str]
) -> Iterator[Passage]:
    # Sentences that stand everywhere (rows of dashes) would make a long text slow to compare.
    junk = max(len(before), len(after)) > 2_000
    matcher = SequenceMatcher(None, before, after, autojunk=junk)
    for tag, first, stop, begin, end in matcher.get_opcodes():
        if tag == "equal":
            for one, other in zip(range(first, stop), range(begin, end), strict=True):
                yield Passage(Turn.SAME, old.spans[one], new.spans[other])
            continue
        while first < stop or begin < end:
            ahead, beyond = min(stop, first + _WINDOW), min(end, begin + _WINDOW)
            yield from _replaced(old, new, old.spans[first:ahead], new.spans[begin:beyond])
            first, begin = ahead, beyond


def _replaced(
    old: Version, new: Version, olds: Sequence[Span], news: Sequence[Span]
) -> Iterator[Passage]:
    """Sentences that took the place of others: the close ones in pairs, in order."""
    mine = [Words(old.text[start:end]).keys for start, end in olds]
    theirs = [Words(new.text[start:end]).keys for start, end in news]
    close = [[_close(one, other) for other in theirs] for one in mine]
    best = [[0.0] * (len(news) + 1) for _ in range(len(olds) + 1)]
    for row in range(len(olds) - 1, -1, -1):
        for column in range(len(news) - 1, -1, -1):
            paired = close[row][column] and close[row][column] + best[row + 1][column + 1]
            best[row][column] = max(paired, best[row + 1][column], best[row][column + 1])
    row = column = 0
    while row < len(olds) or column < len(news):
        both = row < len(olds) and column < len(news)
        if (
            both
            and close[row][column]
            and best[row][column] == close[row][column] + best[row + 1][column + 1]
        ):
            yield _changed(old, new, olds[row], news[column])
            row, column = row + 1, column + 1
        elif row < len(olds) and (not both or best[row][column] == best[row + 1][column]):
            yield Passage(Turn.GONE, olds[row], None)
            row += 1
        else:
            yield Passage(Turn.NEW, None, news[column])
            column += 1


def _close(one: Sequence[str], other: Sequence[str]) -> float:
    common = sum((Counter(one) & Counter(other)).values())
    if 2 * common < CLOSE * (len(one) + len(other)):  # cheap, and never less than the closeness
        return 0.0
    found = closeness(one, other)
    return found if found >= CLOSE else 0.0


def _changed(old: Version, new: Version, mine: Span, theirs: Span) -> Passage:
    gone, fresh = changed(old.text[slice(*mine)], new.text[slice(*theirs)])
    return Passage(Turn.CHANGED, mine, theirs, _shift(gone, mine[0]), _shift(fresh, theirs[0]))


def _shift(spans: Sequence[Span], by: int) -> tuple[Span, ...]:
    return tuple((start + by, end + by) for start, end in spans)


def _moved(
    passages: Sequence[Passage],
    old: Version,
    new: Version,
    before: Sequence[str],
    after: Sequence[str],
) -> Iterator[Passage]:
    """A sentence that went in one place and came in another has moved."""
    old_keys = dict(zip(old.spans, before, strict=True))
    new_keys = dict(zip(new.spans, after, strict=True))
    went: dict[str, list[Span]] = {}
    for one in passages:
        if one.turn is Turn.GONE and one.old is not None and old_keys[one.old]:
            went.setdefault(old_keys[one.old], []).append(one.old)
    pairs: dict[Span, Span] = {}
    for one in passages:
        if one.turn is Turn.NEW and one.new is not None and (olds := went.get(new_keys[one.new])):
            pairs[one.new] = olds.pop(0)
    moved = set(pairs.values())
    for one in passages:
        if one.turn is Turn.GONE and one.old in moved:
            continue
        if one.turn is Turn.NEW and one.new in pairs:
            yield Passage(Turn.MOVED, pairs[one.new], one.new)
        else:
            yield one
