"""Where the cues of the table stand in a sentence."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

from commitrack.extract.cue_table import CUES
from commitrack.extract.cues import Cue


def signs(cue: Cue) -> tuple[str, ...]:
    """Letters, small ones, of which at least one stands wherever the cue does."""
    return tuple(cue.signs.split("|"))


@cache
def _compiled() -> tuple[tuple[Cue, re.Pattern[str]], ...]:
    return tuple((cue, re.compile(cue.pattern)) for cue in CUES)


_STEM = 4
_WORD = re.compile(r"[a-z]+")
_ENDINGS = ("ing", "'ll", "'d")
"""Signs that do not begin a word."""


@cache
def _signs() -> tuple[dict[str, int], tuple[tuple[str, int], ...]]:
    """For the first letters of a word the cues it may belong to, a bit for each; and endings."""
    beginnings: dict[str, int] = {}
    endings: dict[str, int] = dict.fromkeys(_ENDINGS, 0)
    for place, cue in enumerate(CUES):
        for sign in signs(cue):
            if sign in endings:
                endings[sign] |= 1 << place
                continue
            stem = max(_WORD.findall(sign), key=len)[:_STEM]
            beginnings[stem] = beginnings.get(stem, 0) | 1 << place
    return beginnings, tuple(endings.items())


def _possible(words: str) -> int:
    """The cues that may stand in words in small letters, a bit for each."""
    beginnings, endings = _signs()
    found = 0
    for word in _WORD.findall(words):
        bits = beginnings.get(word[:_STEM])
        if bits is not None:
            found |= bits
        bits = beginnings.get(word[: _STEM - 1])
        if bits is not None:
            found |= bits
    for ending, bits in endings:
        if ending in words:
            found |= bits
    return found


@dataclass(frozen=True, slots=True)
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


def hits(flat: str, start: int, end: int, limit: int = 16) -> list[Hit]:
    """The cues in a sentence in order, none inside another; at most ``limit``."""
    found: list[Hit] = []
    possible = _possible(flat[start:end].lower())
    rows = _compiled()
    while possible:
        lowest = possible & -possible
        possible ^= lowest
        cue, pattern = rows[lowest.bit_length() - 1]
        for match in pattern.finditer(flat, start, end):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            found.append(_hit(cue, match))
            if len(found) >= 4 * limit:
                break
    return sorted(found, key=lambda one: one.start)[:limit]


@cache
def named(name: str) -> Cue:
    """The row with this name."""
    return next(cue for cue in CUES if cue.name == name)
