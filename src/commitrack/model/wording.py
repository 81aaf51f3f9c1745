"""Words and where they stand: how two texts are compared, whatever their lay-out.

Two texts have the same words when they do so in the same order; white space, capitals, punctuation
and the shape of quotation marks aside. Offsets are code points of the text that was given.
"""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import TypeAlias
from unicodedata import normalize

Span: TypeAlias = tuple[int, int]
"""A half-open stretch of a text, in code points."""

_WORD = re.compile(r"\w+(?:[.,'’-]\w+)*")
_APOSTROPHE = str.maketrans("’", "'")
_GAP = "\x1f"
"""Between the words of a line of them: no word holds it."""


class Words:
    """The words of a text, each with its key (how it is compared) and its place."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.starts = array("q")
        self.ends = array("q")
        self.keys: list[str] = []
        for found in _WORD.finditer(text):
            self.starts.append(found.start())
            self.ends.append(found.end())
            self.keys.append(_key(found[0]))

    def __len__(self) -> int:
        return len(self.keys)

    @property
    def line(self) -> str:
        """The keys as one string, each with a gap before and behind it."""
        return line_of(self.keys)

    def within(self, start: int, end: int) -> slice:
        """Which of the words stand wholly in ``text[start:end]``."""
        first = bisect_left(self.starts, start)
        stop = first
        while stop < len(self.ends) and self.ends[stop] <= end:
            stop += 1
        return slice(first, stop)

    def span(self, first: int, stop: int) -> Span:
        """Where the words from `first` up to `stop` stand."""
        return self.starts[first], self.ends[stop - 1]


def _key(word: str) -> str:
    if word.isascii():
        return word.lower()
    return normalize("NFKC", word).casefold().translate(_APOSTROPHE)


def word_keys(text: str) -> Iterator[str]:
    """The keys of the words of a text, one after another, however long it is."""
    return (_key(found[0]) for found in _WORD.finditer(text))


def line_of(keys: Sequence[str]) -> str:
    """Keys as one string in which a run of whole words can be looked for; empty for none."""
    return f"{_GAP}{_GAP.join(keys)}{_GAP}" if keys else ""


def key_of(text: str) -> str:
    """What two texts with the same words have in common; empty for one without any."""
    return line_of(Words(text).keys)


class Line:
    """Finds runs of words in a text: all the places where the same words stand."""

    def __init__(self, words: Words) -> None:
        self._words = words
        self._line = words.line
        self._at = array("q")
        """Where each word begins in the line, at the gap before it."""
        at = 0
        for key in words.keys:
            self._at.append(at)
            at += len(key) + 1

    def places(self, key: str) -> Iterator[Span]:
        """Every place of the words of `key` (see `key_of`), in order."""
        count = key.count(_GAP) - 1
        at = self._line.find(key) if count > 0 else -1
        while at >= 0:
            first = bisect_left(self._at, at)
            yield self._words.span(first, first + count)
            at = self._line.find(key, at + 1)


def changed(old: str, new: str) -> tuple[tuple[Span, ...], tuple[Span, ...]]:
    """The stretches of `old` that `new` does not have, and the other way round, word by word."""
    before, after = Words(old), Words(new)
    gone: list[Span] = []
    fresh: list[Span] = []
    matcher = SequenceMatcher(None, before.keys, after.keys, autojunk=False)
    for tag, first, stop, begin, end in matcher.get_opcodes():
        if tag == "equal":
            continue
        if first < stop:
            gone.append(before.span(first, stop))
        if begin < end:
            fresh.append(after.span(begin, end))
    return tuple(gone), tuple(fresh)


def closeness(old: Sequence[str], new: Sequence[str]) -> float:
    """How much of two runs of words is common and in the same order: 0 to 1, the same both ways.

    `SequenceMatcher` may find another run when its two sides change places, so the better of both
    directions counts.
    """
    if not old or not new:
        return 0.0
    there = SequenceMatcher(None, old, new, autojunk=False).ratio()
    back = SequenceMatcher(None, new, old, autojunk=False).ratio()
    return max(there, back)
