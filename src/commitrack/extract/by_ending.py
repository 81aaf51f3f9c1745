"""Patterns that hold at the end of some words only, asked for by the last word first.

"Also", "shall also," and "each of them" are looked for before nearly every verb, and hardly ever
stand there. A search that ends in "$" would try each place from the first to the last; the last
word alone tells that most of them are in vain.
"""

from __future__ import annotations

import re

from commitrack.extract.vocabulary import Vocabulary


class ByEnding:
    """A pattern with the words, in small letters, of which one comes last in all that it finds.

    Nothing but a comma may follow that word, and a blank or a comma stands before it, or nothing.
    """

    def __init__(self, pattern: re.Pattern[str], words: frozenset[str], ending: str = "") -> None:
        self.pattern = pattern
        self._words = words
        self._ending = ending
        """Letters in which any other last word may end; "" when there is no other."""
        self._last = Vocabulary(self._may_end)

    def _may_end(self, last: str) -> bool:
        """Whether the letters behind the last blank end in one of those words."""
        last = last.removesuffix(",").rpartition(",")[2]
        if not last.isascii():
            return True  # "K" has a form that is no ASCII letter
        last = last.lower()
        return last in self._words or (self._ending != "" and last.endswith(self._ending))

    def search(self, flat: str, start: int, end: int) -> re.Match[str] | None:
        """The first place between these from which on the pattern holds up to ``end``."""
        if self._last[flat[flat.rfind(" ", start, end) + 1 or start : end]]:
            return self.pattern.search(flat, start, end)
        return None

    def fullmatch(self, words: str) -> re.Match[str] | None:
        """The words, if the pattern holds of all of them."""
        return self.pattern.fullmatch(words) if self._last[words.rpartition(" ")[2]] else None


def last_words(alternatives: str) -> frozenset[str]:
    """The last word of each of the alternatives, which are words with "|" between."""
    return frozenset(one.rpartition(" ")[2].lower() for one in alternatives.split("|"))
