"""Where the cues of the table stand in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, reduce
from operator import attrgetter, or_

from commitrack.extract import sentence_signs
from commitrack.extract.by_letter import by_letter
from commitrack.extract.cue_table import CUES
from commitrack.extract.cues import Cue
from commitrack.extract.signs import holds
from commitrack.extract.vocabulary import Vocabulary


def signs(cue: Cue) -> tuple[str, ...]:
    """Letters, small ones, of which at least one stands wherever the cue does."""
    return tuple(cue.signs.split("|"))


@cache
def _pattern(place: int) -> re.Pattern[str]:
    """The pattern of a cue by its place in the table, compiled when it is first searched for."""
    return by_letter(CUES[place].pattern)


_STEM = 4
_LEAST = 3
_WORD = re.compile(r"[a-z]+")
_ENDINGS = ("ing", "'ll", "'d")
"""Signs that do not begin a word."""


@cache
def _signs() -> tuple[dict[str, list[tuple[str, int]]], tuple[tuple[str, int], ...]]:
    """By the first letters of a word: signs, and the cues that each is of, a bit for each cue.

    Behind them the endings, with their cues. Of several words in a sign the longest counts.
    """
    beginnings: dict[str, list[tuple[str, int]]] = {}
    endings: dict[str, int] = dict.fromkeys(_ENDINGS, 0)
    for place, cue in enumerate(CUES):
        for sign in signs(cue):
            if sign in endings:
                endings[sign] |= 1 << place
                continue
            word = max(_WORD.findall(sign), key=len)
            beginnings.setdefault(word[:_STEM], []).append((word, 1 << place))
    return beginnings, tuple(endings.items())


@cache
def _beginnings() -> re.Pattern[str]:
    """Where a word begins as one of the signs does; a very short sign is a word by itself."""
    stems = sorted(_signs()[0], key=len, reverse=True)
    several = "|".join(one if len(one) >= _LEAST else f"{one}(?![a-z])" for one in stems)
    return by_letter(rf"(?<![a-z])(?:{several})")


ANSWER, MOTION, DECISION = (1 << place for place in range(len(CUES), len(CUES) + 3))
"""The bits of the rules for whole sentences, behind those of the cues."""
_CUES_ALONE = (1 << len(CUES)) - 1
_OF_SENTENCES = (
    (sentence_signs.ANSWERS, ANSWER),
    (sentence_signs.MOTIONS, MOTION),
    (sentence_signs.DECISIONS, DECISION),
)


def _rules_of(written: str) -> int:
    """The cues and the rules for sentences to which a word may belong, a bit for each."""
    beginnings, endings = _signs()
    word = written.lower()
    found = 0
    for stem in _beginnings().findall(word):
        known = beginnings[stem]
        if len(stem) == _STEM:
            known = known + beginnings.get(stem[:_LEAST], [])
        for sign, bits in known:
            if sign in word:
                found |= bits
    for ending, bits in endings:
        if ending in word:
            found |= bits
    for letters, rule in _OF_SENTENCES:
        if holds(written, letters):
            found |= rule
    return found


_WORDS = Vocabulary(_rules_of)


def possible(words: list[str]) -> int:
    """The cues that may stand in a sentence and the rules that may hold of it, a bit for each.

    Its words are those between the blanks.
    """
    return reduce(or_, _WORDS.all_in(words), 0)


@cache
def _all_signs() -> tuple[tuple[str, ...], ...]:
    return tuple(map(signs, CUES))


@cache
def _of_several_words() -> int:
    """The cues some of whose signs are several words, or a word between blanks."""
    return sum(1 << place for place, cue in enumerate(CUES) if " " in cue.signs.replace(" ?", ""))


def _with_their_signs(words: str, possible: int) -> int:
    """The possible cues without those that have such signs and none of them in the words."""
    several = possible & _of_several_words()
    while several:
        lowest = several & -several
        several ^= lowest
        if not holds(words, _all_signs()[lowest.bit_length() - 1]):
            possible ^= lowest
    return possible


@dataclass(slots=True)
class Hit:
    """A cue where it stands."""

    cue: Cue
    start: int
    end: int
    verb: str = ""
    verb_start: int = -1
    owner_end: int = -1


def _hit(cue: Cue, match: re.Match[str]) -> Hit:
    start, end = match.span()
    if not match.re.groupindex:
        return Hit(cue, start, end)
    groups = match.groupdict()
    verb, owner = groups.get("verb"), groups.get("owner")
    return Hit(
        cue,
        start,
        end,
        verb or "",
        match.start("verb") if verb else -1,
        match.end("owner") if owner else -1,
    )


def hits(flat: str, start: int, end: int) -> list[Hit]:
    """The cues in a sentence in order, none inside another; at most so many."""
    words = flat[start:end]
    return hits_among(possible(words.split(" ")), words, flat, start, end)


def hits_among(some: int, words: str, flat: str, start: int, end: int) -> list[Hit]:
    """Those of the possible cues that do stand in the sentence, whose words are given, too."""
    some &= _CUES_ALONE
    if not some:
        return []
    found: list[Hit] = []
    if some & _of_several_words():
        some = _with_their_signs(f" {words} ".lower(), some)
    while some:
        lowest = some & -some
        some ^= lowest
        place = lowest.bit_length() - 1
        cue, pattern = CUES[place], _pattern(place)
        match = pattern.search(flat, start, end)
        while match is not None:
            if not (found and _overlaps(match, found)):
                found.append(_hit(cue, match))
                if len(found) >= 4 * _MOST:
                    break
            match = pattern.search(flat, match.end(), end)
    if len(found) > 1:
        found.sort(key=_START)
    return found[:_MOST]


_START = attrgetter("start")
_MOST = 16
"""Cues in one sentence: one that has more is a list, and read no further."""


def _overlaps(match: re.Match[str], found: list[Hit]) -> bool:
    start, end = match.span()
    return any(start < one.end and one.start < end for one in found)


@cache
def named(name: str) -> Cue:
    """The row with this name."""
    return next(cue for cue in CUES if cue.name == name)
