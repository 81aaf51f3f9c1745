"""The two edges of a stretch of text that a reader chooses, moved by words and by clauses. Pure.

A stretch begins where a word begins and ends where a word ends. Scripts that put no spaces between
their words are gone through character by character.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Stretch = tuple[int, int]
"""Half-open, in code points of the text, never empty."""

_UNSPACED = "\u0e00-\u0e7f\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff"
"""Thai, Burmese, Khmer, kana and Chinese characters: a word may end after any of them."""
_WORD = re.compile(rf"[{_UNSPACED}]|[^\s{_UNSPACED}]+")
_INNER = re.compile(r"[\w’'&%£$€-]+(?:[.,:/][\w]+)*")
"""The part of a word that is not the marks around it: "(the" holds "the"."""
_STOP = re.compile(r"[,;:–—](?=\s)|[.!?…。！？][\"”’)\]]*(?=\s|$)|\n\s*\n|[。！？，；]")
_REACH = 4000
"""Characters looked through from an edge: longer words and clauses there are none."""


def words(text: str, start: int, end: int) -> Iterator[Stretch]:
    """The words between two places, without the marks around them; marks alone are a word too."""
    for match in _WORD.finditer(text, start, end):
        inner = [part.span() for part in _INNER.finditer(text, match.start(), match.end())]
        yield (inner[0][0], inner[-1][1]) if inner else match.span()


def _ends(text: str, start: int, end: int) -> list[int]:
    """Where words end, with and without the marks behind them."""
    found = set()
    for match in _WORD.finditer(text, start, end):
        found.add(match.end())
    found.update(last for _, last in words(text, start, end))
    return sorted(found)


def _starts(text: str, start: int, end: int) -> list[int]:
    found = set()
    for match in _WORD.finditer(text, start, end):
        found.add(match.start())
    found.update(first for first, _ in words(text, start, end))
    return sorted(found)


def move_start(text: str, stretch: Stretch, step: int) -> Stretch:
    """The stretch with its beginning a word earlier (-1) or later (1)."""
    start, end = stretch
    if step < 0:
        before = [one for one in _starts(text, max(0, start - _REACH), start) if one < start]
        return (before[-1], end) if before else stretch
    after = [one for one in _starts(text, start, min(end, start + _REACH)) if one > start]
    return (after[0], end) if after else stretch


def move_end(text: str, stretch: Stretch, step: int) -> Stretch:
    """The stretch with its end a word later (1) or earlier (-1)."""
    start, end = stretch
    if step > 0:
        after = [one for one in _ends(text, end, min(len(text), end + _REACH)) if one > end]
        return (start, after[0]) if after else stretch
    before = [one for one in _ends(text, max(start, end - _REACH), end) if one < end]
    return (start, before[-1]) if before else stretch


def stretch_start(text: str, stretch: Stretch, step: int) -> Stretch:
    """The stretch with its beginning at the clause before (-1) or at the next one in it (1)."""
    start, end = stretch
    if step < 0:
        low = max(0, start - _REACH)
        stops = [match.end() for match in _STOP.finditer(text, low, start)]
        places = [_first_word(text, at, start) for at in (0 if low == 0 else low, *stops)]
        return (max((one for one in places if one < start), default=start), end)
    stops = [match.end() for match in _STOP.finditer(text, start, min(end, start + _REACH))]
    places = [_first_word(text, at, end) for at in stops]
    return (min((one for one in places if start < one < end), default=start), end)


def stretch_end(text: str, stretch: Stretch, step: int) -> Stretch:
    """The stretch with its end at the end of the next clause (1), or of the one before (-1)."""
    start, end = stretch
    if step > 0:
        high = min(len(text), end + _REACH)
        places = [match.start() for match in _STOP.finditer(text, end, high)]
        places = [one for one in places if _words_between(text, end, one)]
        if not places and _words_between(text, end, high):
            places = [_last_word(text, end, high)]
        return (start, min(places, default=end))
    low = max(start, end - _REACH)
    places = [match.start() for match in _STOP.finditer(text, low, end)]
    places = [one for one in places if one < end and _words_between(text, start, one)]
    return (start, max(places, default=end))


def between(text: str, one: int, other: int) -> Stretch | None:
    """The whole words from the one that holds a character to the one that holds another.

    This is what dragging a mouse over them chooses; None where there is no word in between.
    """
    low, high = min(one, other), max(one, other)
    first = max(0, low - _REACH)
    found = [
        (start, end)
        for start, end in words(text, first, min(len(text), high + _REACH))
        if end > low and start <= high
    ]
    return (found[0][0], found[-1][1]) if found else None


def _first_word(text: str, at: int, end: int) -> int:
    return next((start for start, _ in words(text, at, end)), end)


def _last_word(text: str, start: int, end: int) -> int:
    return max((last for _, last in words(text, start, end)), default=start)


def _words_between(text: str, start: int, end: int) -> bool:
    return any(text[first].isalnum() for first, _ in words(text, start, end))
