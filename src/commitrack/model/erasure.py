"""Erasing for good, as the law may demand: what is told of it, and how words are taken out of text.

Nothing here is undone. What an erasure leaves says that something was there, and never what.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from datetime import datetime
from enum import StrEnum
from unicodedata import east_asian_width, name, normalize

from commitrack.model.frozen import dataclass
from commitrack.model.ids import statement_id

ERASED = "[erased]"
"""What stands where words were erased from a field."""
BLACK = "█"
"""What stands for each letter of a name that was blacked out in the text of a statement."""
RUN = 6
"""So many words in a row, the same as in an erased text, are taken to be its words."""


class Subject(StrEnum):
    """What can be erased."""

    STATEMENT = "statement"
    PARTY = "party"


def erased_party(number: int) -> str:
    """What an erased party is called from then on."""
    return f"erased party {number}"


@dataclass(frozen=True, slots=True)
class Erased:
    """An erasure on record: of what, by whom, when and why."""

    subject: Subject
    number: int
    transaction: int
    at: datetime
    by: str
    why: str

    def __str__(self) -> str:
        what = (
            statement_id(self.number)
            if self.subject is Subject.STATEMENT
            else erased_party(self.number)
        )
        return f"{what} was erased on {self.at:%Y-%m-%d} by {self.by}: {self.why}"


@dataclass(frozen=True, slots=True)
class Erasure:
    """What an erasure takes away, or would."""

    subject: Subject
    number: int
    transaction: int
    """0 when it was only looked at."""
    counts: tuple[tuple[str, int], ...]
    """What goes, and how many of each: ``("commitments", 6)``."""
    statements: tuple[int, ...] = ()
    """Statements whose text goes, or in which a name is blacked out."""
    commitments: tuple[int, ...] = ()
    """Commitments that go with their statement."""
    parties: tuple[str, ...] = ()
    """Names of the parties that nothing names besides what goes."""
    spellings: tuple[str, ...] = ()
    """The names that are looked for."""
    hashes: tuple[str, ...] = ()
    """The hashes of the texts that go, which stay: they tell a copy of one."""
    arrivals: tuple[tuple[int, str], ...] = ()
    """The numbers of these statements and when each was fetched: they tell a copy of the store."""
    sources: tuple[str, ...] = ()
    """Files and addresses that the text came from: they are not commitrack's to erase."""
    copies: tuple[str, ...] = ()
    """Other stores in the folder that hold the same words."""
    shared: tuple[tuple[int, str], ...] = ()
    """Transactions that did something to other records too, with their reasons, which stay."""
    guessable: int = 0
    """Transactions sealed without a secret, before schema 2.0: whoever guesses the words can try
    whether they fit the seal.
    """


class Names:
    """Ways to write a name, found as whole words in any text."""

    def __init__(self, spellings: Iterable[str], instead: str = ERASED) -> None:
        self.spellings = tuple(dict.fromkeys(one for one in spellings if _PART.search(one)))
        self._instead = instead
        # Accents may be part of a letter in one text and stand behind it in another.
        forms = {normalize(form, one) for one in self.spellings for form in ("NFC", "NFD")}
        # The longest first, or "Ada" would leave the "Quill" of "Ada Quill" behind.
        ways = sorted(map(_pattern, sorted(forms)), key=len, reverse=True)
        self._found = re.compile("|".join(ways) or r"(?!)")

    def stand_in(self, text: str | None) -> bool:
        """Whether a text holds one of them."""
        return text is not None and self._found.search(text) is not None

    def out_of(self, text: str) -> str:
        """The text with something else in their place."""
        return self._found.sub(lambda _: self._instead, text)

    def blacked_out(self, text: str) -> str:
        """The text with every letter of them blacked out; places in it stay where they are."""
        return self._found.sub(lambda found: re.sub(r"\S", BLACK, found[0]), text)


_PART = re.compile(r"[^\W_]+")
_BETWEEN = r"(?:[\W_]|%20){1,8}"
"""Between the words of a name: a space, a line's end, the hyphen of an address."""


def _pattern(spelling: str) -> str:
    """A regular expression for one spelling.

    Capitals alone are found only as capitals: the alias WHO does not stand in "who".
    """
    parts = _PART.findall(spelling)
    before = r"(?:(?<![^\W_])|(?<=%20))" if _spaced(parts[0][0]) else ""
    after = r"(?![^\W_])" if _spaced(parts[-1][-1]) else ""
    whole = before + _BETWEEN.join(map(re.escape, parts)) + after
    return whole if spelling.isupper() else f"(?i:{whole})"


_UNSPACED = ("THAI", "LAO", "KHMER", "MYANMAR", "TIBETAN")
"""Scripts that put no space between words, beside those of wide characters."""


def _spaced(char: str) -> bool:
    """Whether a word that begins or ends with this is set apart from the next one."""
    return east_asian_width(char) not in "WF" and not name(char, "").startswith(_UNSPACED)


class Words:
    """The words of texts that are erased, found again wherever a run of them is repeated."""

    def __init__(self, erased: Iterable[str], kept: Iterable[str]) -> None:
        """`kept` are texts that stay on record: what they say as well may be said."""
        found = {hash(run): len(run) for text in erased for run in _runs(text)}
        if found:
            for text in kept:
                for run in _runs(text):
                    found.pop(hash(run), None)
        self._runs = frozenset(found)
        self._lengths = sorted(set(found.values()), reverse=True)

    def stand_in(self, text: str | None) -> bool:
        """Whether a text holds a run of them."""
        return bool(text and self._runs and self._places(text))

    def out_of(self, text: str) -> str:
        """The text with `ERASED` in place of every run of them."""
        parts: list[str] = []
        end = 0
        for start, stop in self._places(text):
            parts += [text[end:start], ERASED]
            end = stop
        return "".join([*parts, text[end:]])

    def _places(self, text: str) -> list[tuple[int, int]]:
        """Where runs of them stand; those that overlap are one place."""
        words = [(found.start(), found.end()) for found in _PART.finditer(text)]
        keys = [text[start:end].casefold() for start, end in words]
        places: list[tuple[int, int]] = []
        for index in range(len(words)):
            for length in self._lengths:
                if index + length > len(words):
                    continue
                if hash(tuple(keys[index : index + length])) in self._runs:
                    start, stop = words[index][0], words[index + length - 1][1]
                    if places and start <= places[-1][1]:
                        places[-1] = (places[-1][0], max(places[-1][1], stop))
                    else:
                        places.append((start, stop))
                    break
        return places


def _runs(text: str) -> Iterator[tuple[str, ...]]:
    """Every run of words of a text; one that is too short is a run as a whole."""
    keys = [word.casefold() for word in _PART.findall(text)]
    if len(keys) < RUN:
        if len(keys) > 1:
            yield tuple(keys)
        return
    for start in range(len(keys) - RUN + 1):
        yield tuple(keys[start : start + RUN])


class Both:
    """Names and repeated words at once."""

    def __init__(self, *parts: Names | Words) -> None:
        self._parts = parts

    def stand_in(self, text: str | None) -> bool:
        """Whether a text holds any of them."""
        return any(part.stand_in(text) for part in self._parts)

    def out_of(self, text: str) -> str:
        """The text without any of them."""
        for part in self._parts:
            text = part.out_of(text)
        return text


def out_of_list(words: Names | Words | Both, text: str) -> str:
    """A JSON list of texts, without the words; anything else is taken as one text."""
    try:
        found = json.loads(text)
    except ValueError:
        return words.out_of(text)
    if not isinstance(found, list):
        return words.out_of(text)
    cleaned = [words.out_of(one) if isinstance(one, str) else one for one in found]
    return text if cleaned == found else json.dumps(cleaned, ensure_ascii=False)
