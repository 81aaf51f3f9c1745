"""A quote as the rules read it: plain spaces, straight apostrophes, words with their places."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Container
from typing import TypeAlias

from commitrack.model.patterns import late

Word: TypeAlias = tuple[str, int, int]
"""A word in small letters, and from where to where it stands in a passage's text."""
Place: TypeAlias = tuple[int, int]
"""Where words stand in a quote: half-open, in code points of the quote as stored."""

_WORD = late(r"[^\W_]+(?:['-][^\W_]+)*")
"""A word with what is joined to it: "won't", "no-fault", "not-for-profit"."""
_APART = bytes(n if chr(n).isalnum() or chr(n) in "'-" else 32 for n in range(128)) + bytes(128)
"""For text in ASCII: a space for whatever stands between words."""
_CURLY = str.maketrans("\u2018\u2019\u02bc\u2010\u2011", "'''--")
_OPENING = frozenset(".:;!?\u201c\"'(\u2022*\u2013\u2014")
"""After one of these a capital letter begins a sentence, a bullet or a quotation."""


class Passage:
    """A quote made even, in which a rule finds words; places are those of the quote itself."""

    __slots__ = ("_evened", "_quote", "_stored", "text")

    def __init__(self, quote: str) -> None:
        self._quote = quote
        self._evened: list[int] = []
        self._stored: list[int] = []
        text = quote if quote.isascii() else quote.translate(_CURLY)
        even = text.isprintable() and "  " not in text and text[:1] != " "
        self.text = text if even else self._even(text)

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

    def words(self, wanted: Container[str]) -> list[Word]:
        """Those of its words that are wanted, in small letters, with their places in `text`."""
        small = self.text.lower()
        if not small.isascii():
            return _found(self.text, wanted)
        found: list[Word] = []
        joined = "'" in small or "-" in small
        at = 0
        for piece in small.encode().translate(_APART).decode().split(" "):
            if piece in wanted:
                found.append((piece, at, at + len(piece)))
            elif joined and ("'" in piece or "-" in piece):  # a dash, or a quotation
                found += _found(piece, wanted, at)
            at += len(piece) + 1
        return found

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
        wanted = " ".join(words.translate(_CURLY).split())
        if not wanted:
            return None
        if wanted.isascii() and self.text.isascii():
            at = self.text.lower().find(wanted.lower())
            return None if at < 0 else self.place(at, at + len(wanted))
        found = re.search(re.escape(wanted), self.text, re.IGNORECASE)
        return None if found is None else self.place(*found.span())

    def is_name(self, at: int) -> bool:
        """Whether a word is written like a name: "the Better Care Fund", not "BETTER" or the
        first word of a sentence.
        """
        text = self.text
        if not (text[at].isupper() and text[at + 1 : at + 2].islower()):
            return False
        before = text[max(0, at - 2) : at].rstrip()
        return bool(before) and before[-1] not in _OPENING


def _found(text: str, wanted: Container[str], at: int = 0) -> list[Word]:
    """The words of a text that are wanted; `at` is where it begins."""
    return [
        (word, at + found.start(), at + found.end())
        for found in _WORD.finditer(text)
        for word in (found[0].lower(),)
        if word in wanted
    ]
