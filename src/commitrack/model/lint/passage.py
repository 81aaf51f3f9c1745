"""A quote as the rules read it: plain spaces, straight apostrophes, words with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Mapping
from functools import lru_cache
from typing import TypeAlias, TypeVar

T = TypeVar("T")
Place: TypeAlias = tuple[int, int]
"""Where words stand in a quote: half-open, in code points of the quote as stored."""

_WORD = re.compile(r"[^\W_]+(?:['-][^\W_]+)*")
"""A word with what is joined to it: "won't", "no-fault", "not-for-profit"."""
_APART = bytes(n if chr(n).isalnum() or chr(n) in "'-" else 32 for n in range(128)) + bytes(128)
"""For text in ASCII: a space for whatever stands between words."""
_CURLY = str.maketrans("\u2018\u2019\u02bc\u2010\u2011", "'''--")
_OPENING = frozenset(".:;!?\u201c\"'(\u2022*\u2013\u2014")
"""After one of these a capital letter begins a sentence, a bullet or a quotation."""


@lru_cache(maxsize=1 << 10)
def _sought(words: str) -> str:
    """Words as an even text has them; many promises have the same owners."""
    return " ".join(words.translate(_CURLY).split())


class Passage:
    """A quote made even, in which a rule finds words; places are those of the quote itself."""

    __slots__ = ("_evened", "_quote", "_stored", "is_even", "small", "text")

    def __init__(self, quote: str) -> None:
        self._quote = quote
        self._evened: list[int] = []
        self._stored: list[int] = []
        text = quote if quote.isascii() else quote.translate(_CURLY)
        self.is_even = text.isprintable() and "  " not in text and text[:1] != " "
        """Whether a place of `text` is the same place of the quote."""
        self.text = text if self.is_even else self._even(text)
        self.small = self.text.lower()

    def _even(self, text: str) -> str:
        """One space between words, and where each word began and begins."""
        pieces: list[str] = []
        at = 0
        for found in re.finditer(r"\S+", text):
            self._evened.append(at)
            self._stored.append(found.start())
            pieces.append(found[0])
            at += len(found[0]) + 1
        return " ".join(pieces)

    def meant(self, by_word: Mapping[str, T]) -> list[tuple[T, int, int]]:
        """What those of its words mean that are in a table and not written like a name, with their
        places in `text`.
        """
        text, small = self.text, self.small
        found: list[tuple[T, int, int]] = []
        if not small.isascii():
            self._add(found, by_word, text, 0)
            return found
        joined = "'" in small or "-" in small
        at = 0
        for piece in small.encode().translate(_APART).decode().split(" "):
            if piece in by_word:
                if not (text[at].isupper() and self._is_name(at)):
                    found.append((by_word[piece], at, at + len(piece)))
            elif joined and ("'" in piece or "-" in piece):  # a dash, or a quotation
                self._add(found, by_word, piece, at)
            at += len(piece) + 1
        return found

    def _add(
        self, found: list[tuple[T, int, int]], by_word: Mapping[str, T], piece: str, at: int
    ) -> None:
        """The words of a piece of `text` that begins at `at`."""
        for one in _WORD.finditer(piece):
            word, start = one[0].lower(), at + one.start()
            if word in by_word and not self._is_name(start):
                found.append((by_word[word], start, at + one.end()))

    def place(self, start: int, end: int) -> Place:
        """Where characters of `text` stand in the quote."""
        if not self._evened or start >= end:
            return start, end
        return self._place_of(start), self._place_of(end - 1) + 1

    def _place_of(self, at: int) -> int:
        word = bisect_right(self._evened, at) - 1
        return self._stored[word] + at - self._evened[word]

    def says(self, place: Place) -> str:
        """The words at a place of the quote, on one line."""
        return " ".join(self._quote[place[0] : place[1]].split())

    def find(self, words: str) -> Place | None:
        """Where these words stand first, whatever their capitals and white space."""
        wanted = _sought(words)
        if not wanted:
            return None
        if wanted.isascii() and self.text.isascii():
            at = self.small.find(wanted.lower())
            return None if at < 0 else self.place(at, at + len(wanted))
        found = re.search(re.escape(wanted), self.text, re.IGNORECASE)
        return None if found is None else self.place(*found.span())

    def _is_name(self, at: int) -> bool:
        """Whether a word is written like a name: "the Better Care Fund", not "BETTER" or the
        first word of a sentence.
        """
        text = self.text
        if not (text[at].isupper() and text[at + 1 : at + 2].islower()):
            return False
        before = text[max(0, at - 2) : at].rstrip()
        return bool(before) and before[-1] not in _OPENING
