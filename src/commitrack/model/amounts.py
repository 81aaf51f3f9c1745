"""How much and for whom a promise says: figures with what they count, and how far it reaches."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from commitrack.model.wording import Span

_TEN = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_WORDS = {word: number for number, word in enumerate(_TEN, 1)} | {
    "eleven": 11,
    "twelve": 12,
    "dozen": 12,
    "fifteen": 15,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
    "hundred": 100,
}
_SCALES = {"hundred": 10**2, "thousand": 10**3, "million": 10**6, "billion": 10**9}
_SHORT = {"k": 10**3, "m": 10**6, "bn": 10**9}
_FIGURE = re.compile(
    r"(?<![\w.,-])(?P<sign>[£$€])?(?:(?P<figure>\d{1,15}(?:,\d{3})*(?:\.\d{1,6})?)"
    r"(?P<short>k|m|bn)?(?P<share>\s?%)?|(?P<word>" + "|".join(_WORDS) + r"))"
    r"(?![\w])(?:\s+(?P<scale>hundred|thousand|million|billion)\b)?(?P<cent>\s+per\s?cent\b)?",
    re.IGNORECASE,
)
_COUNTED = re.compile(
    r"\s+(?:(?:of|new|more|extra|additional|further|other|the|our)\s+){0,3}([^\W\d_]+)"
)
_TIMES = re.compile(
    r"(?:day|week|fortnight|month|year|hour|minute|quarter|working|calendar|january|february|march"
    r"|april|may|june|july|august|september|october|november|december|am|pm)"
)
"""What is counted by the clock or the calendar: it says by when, not how much."""
_FEWER_IS_MORE = re.compile(
    r"\b(?:reduc|cut|limit|lower|halv|shorten|below|under|fewer|at most|no more than|up to)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Amount:
    """A figure, what it counts (a word's stem, a currency, "%") and where it stands."""

    value: float
    unit: str
    words: str
    span: Span


def amounts(quote: str) -> tuple[Amount, ...]:
    """The amounts of a quote; none where fewer may be the better promise ("cut waits to 18")."""
    return () if _FEWER_IS_MORE.search(quote) else tuple(_amounts(quote))


def _amounts(quote: str) -> Iterator[Amount]:
    for found in _FIGURE.finditer(quote):
        start, end = found.span()
        counted = _COUNTED.match(quote, end)
        if found["share"] or found["cent"]:
            unit = "%"
        elif found["sign"]:
            unit = found["sign"]
        elif counted is not None and not _TIMES.fullmatch(stem := singular(counted[1])):
            unit, end = stem, counted.end()
        else:
            continue
        yield Amount(_value(found), unit, " ".join(quote[start:end].split()), (start, end))


def _value(found: re.Match[str]) -> float:
    word = found["word"]
    value = float(found["figure"].replace(",", "")) if word is None else _WORDS[word.casefold()]
    value *= _SHORT.get((found["short"] or "").casefold(), 1)
    return value * _SCALES.get((found["scale"] or "").casefold(), 1)


def singular(noun: str) -> str:
    """A noun as it is compared: "trusts" and "trust" are the same."""
    word = noun.casefold()
    if len(word) > 4 and word.endswith("ies"):
        return f"{word[:-3]}y"
    return word[:-1] if len(word) > 3 and word.endswith("s") and not word.endswith("ss") else word


_REACHES = (
    (4, "all|every|each|any|both|everyone|everybody"),
    (3, "most|the majority of|nearly all|almost all|almost every|nearly every"),
    (2, "many|a majority of|half of|half the"),
    (
        1,
        "some|several|selected|certain|a number of|a selection of|a few|one or two",
    ),
)
"""How far words reach, from everybody down to a few."""
_REACH = re.compile(
    r"\b(?:"
    + "|".join(rf"(?P<r{rank}>{words})" for rank, words in reversed(_REACHES))
    + r")\s+(?P<of>(?:of\s+)?(?:(?:the|our|its|their)\s+)?[^\W\d_]+(?:[\s-]+[^\W\d_]+){0,2})",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Reach:
    """How far a promise goes ("all trusts"), 4 to 1, and the words that it is said of."""

    rank: int
    said_of: frozenset[str]
    words: str
    span: Span


_NO_NOUN = re.compile(r"of|the|our|its|their|who|which|that|and|or|in|on|at|to|for|by|with")


def reaches(quote: str) -> tuple[Reach, ...]:
    """Whom or what a quote is for, wherever it says how many of them."""
    found = []
    for match in _REACH.finditer(quote):
        rank = next(rank for rank, _ in _REACHES if match[f"r{rank}"])
        nouns = map(singular, re.findall(r"[^\W\d_]+", match["of"]))
        said_of = frozenset(noun for noun in nouns if not _NO_NOUN.fullmatch(noun))
        start = match.start()
        end = match.end(f"r{rank}")
        found.append(Reach(rank, said_of, " ".join(quote[start:end].split()), (start, end)))
    return tuple(found)
