"""Patterns that hold at the beginning of some words only, asked for by the first word first.

"In the meantime", "However" and "Colleagues," are looked for at the beginning of nearly every
clause, and hardly ever stand there. The first word alone tells that most of them are in vain.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import alternatives_of
from commitrack.extract.vocabulary import Vocabulary

if TYPE_CHECKING:
    from collections.abc import Iterable

_FIRST = re.compile(r"[A-Za-z]+")


class ByBeginning:
    """A pattern with the words, in small letters, of which one comes first in all that it finds."""

    def __init__(self, pattern: re.Pattern[str], words: Iterable[str], ending: str = "") -> None:
        self.pattern = pattern
        self._words = frozenset(words)
        self._ending = ending
        """Letters in which any other first word may end; "" when there is no other."""
        self._first = Vocabulary(self._may_begin)

    def _may_begin(self, first: str) -> bool:
        """Whether the letters before the first blank are one of those, or no plain word."""
        first = first.removesuffix(",")
        if not (first.isascii() and first.isalpha()):
            return True  # "K" has a form that is no ASCII letter; a hyphen ends a word, too
        first = first.lower()
        return first in self._words or (self._ending != "" and first.endswith(self._ending))

    def match(self, flat: str, start: int, end: int) -> re.Match[str] | None:
        """What the pattern matches at ``start``, not beyond ``end``."""
        stop = flat.find(" ", start, end)
        if self._first[flat[start : stop if stop >= 0 else end]]:
            return self.pattern.match(flat, start, end)
        return None


def first_words(alternatives: str) -> frozenset[str]:
    """The first word of each of the alternatives of a pattern, which all begin with letters."""
    found = map(_FIRST.match, alternatives_of(alternatives))
    return frozenset(one.group().lower() for one in found if one is not None)
