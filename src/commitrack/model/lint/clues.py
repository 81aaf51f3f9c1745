"""Clues: words that mean something in the right company. One pass over a quote finds them all.

A clue looks at a bounded stretch on either side of its word, so that the time a quote takes grows
with its length and nothing else, whatever it holds.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from commitrack.model.lint.passage import Passage, Place

_REACH = 96
"""Characters that a clue sees on either side of its word."""
_ENOUGH = 64
"""Places of one thing that are looked for; a person has asked long before."""


class Clue:
    """Words, and the company in which they count.

    `then` must follow and is part of what is found; `but_not` must not follow. `after` must stand
    before, `not_after` must not. All four are patterns over even text, which begin or end at the
    word itself.
    """

    __slots__ = ("_after", "_but_not", "_not_after", "_then", "heads")

    def __init__(
        self,
        heads: str,
        *,
        then: str = "",
        but_not: str = "",
        after: str = "",
        not_after: str = "",
    ) -> None:
        """`heads` are the words, with spaces between; one written like a name never counts."""
        self.heads = tuple(heads.split())
        self._then = _following(then)
        self._but_not = _following(but_not)
        self._after = _preceding(after)
        self._not_after = _preceding(not_after)

    def end(self, passage: Passage, start: int, end: int) -> int | None:
        """Where what is found ends, when the word at `start` to `end` is in the right company."""
        text = passage.text
        if passage.is_name(start):
            return None
        stop = end + _REACH
        if self._but_not and _pattern(self._but_not).match(text, end, stop):
            return None
        if self._then:
            followed = _pattern(self._then).match(text, end, stop)
            if followed is None:
                return None
            end = followed.end()
        first = max(0, start - _REACH)
        if self._after and not _pattern(self._after).search(text, first, start):
            return None
        if self._not_after and _pattern(self._not_after).search(text, first, start):
            return None
        return end


@cache
def _pattern(words: str) -> re.Pattern[str]:
    """Compiled when it is first needed: most commands of the program never ask a rule."""
    return re.compile(words, re.IGNORECASE)


def _following(words: str) -> str:
    return rf"(?:{words})(?!\w)" if words else ""


def _preceding(words: str) -> str:
    return rf"(?:^|(?<!\w))(?:{words})$" if words else ""


class Clues:
    """A table of clues by what they are clues to, looked up word by word."""

    def __init__(self, table: Mapping[str, Iterable[Clue]]) -> None:
        self._by_word: dict[str, list[tuple[str, Clue]]] = defaultdict(list)
        for name, clues in table.items():
            for clue in clues:
                for head in clue.heads:
                    self._by_word[head].append((name, clue))

    def read(self, passage: Passage) -> dict[str, list[Place]]:
        """The places of what was found, by what it is a clue to, in the order of the text."""
        found: dict[str, list[Place]] = {}
        for word, start, stop in passage.words:
            for name, clue in self._by_word.get(word, ()):
                places = found.get(name)
                if places and _is_done(places, passage.place(start, start + 1)):
                    continue
                end = clue.end(passage, start, stop)
                if end is not None:
                    found.setdefault(name, []).append(passage.place(start, end))
        return found


def _is_done(places: list[Place], here: Place) -> bool:
    """Whether a word need not be looked at: what was found last holds it, or there is enough."""
    return here[0] < places[-1][1] or len(places) >= _ENOUGH
