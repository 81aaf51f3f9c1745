"""Whether two texts, or two promises, are about the same: figures that are quick to compare.

A text is sketched by the smallest hashes of its runs of four words. The more of one text stands in
another, the more of their sketches is the same, so that a store can find what a text may be a new
version of without reading every text it holds.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from hashlib import blake2b
from math import sqrt
from unicodedata import combining, normalize

from commitrack.model.wording import word_keys

SKETCH = 128
"""Hashes kept of a text. The share that two long texts have in common is right to within 9 points
in 19 cases of 20; of a text of up to 131 words every run is kept, and it is exact.
"""
RUN = 4
"""Words in a run."""
LEAST = 12
"""Runs below which a text is too short to be taken for a version of another."""
VERSION = 0.5
"""The share of the longer text that must stand in the other one for a version of it."""


def sketch(text: str) -> tuple[int, ...]:
    """The smallest hashes of the text's runs of words, in order; empty for a short text."""
    smallest: set[int] = set()
    limit = 1 << 48
    for number in _runs(text):
        if number >= limit or number in smallest:
            continue
        smallest.add(number)
        if len(smallest) == 8 * SKETCH:
            smallest = set(sorted(smallest)[:SKETCH])
            limit = max(smallest)
    return tuple(sorted(smallest)[:SKETCH]) if len(smallest) >= LEAST else ()


def _runs(text: str) -> Iterator[int]:
    keys = list(word_keys(text))
    for run in zip(*(keys[first:] for first in range(RUN)), strict=False):
        words = "\x1f".join(run).encode("utf-8", "surrogatepass")
        yield int.from_bytes(blake2b(words, digest_size=6).digest())


def shared(one: tuple[int, ...], other: tuple[int, ...]) -> float:
    """The share of the longer text that stands in the other one, told from their sketches."""
    longer = max(len(one), len(other))
    return len(set(one) & set(other)) / longer if longer else 0.0


_PART = re.compile(r"[^\W_]+")
_NO_CONTENT = re.compile(
    r"a|about|across|after|again|against|all|along|also|although|always|among|an|and|another"
    r"|any|are|as|at|be|because|been|before|being|below|best|between|both|but|by|can|continue"
    r"|could|day|days|did|do|does|doing|done|down|during|each|either|end|ensure|etc|every|few"
    r"|first|for|forward|from|further|get|give|given|go|going|had|has|have|he|her|here|him|his"
    r"|hope|hopes|how|i|if|in|into|is|it|its|itself|just|last|late|later|least|less|like|look"
    r"|make|making|many|may|me|might|mid|month|months|more|most|much|must|my|near|new|next|no"
    r"|nor|not|now|of|off|on|once|one|only|or|other|our|ours|out|over|own|part|per|possible"
    r"|quarter|same|set|shall|she|should|since|so|some|soon|such|than|that|the|their|them|then"
    r"|there|these|they|this|those|through|time|to|together|too|toward|towards|two|under|until"
    r"|up|upon|us|use|very|via|was|way|ways|we|week|weeks|well|were|what|when|where|whether"
    r"|which|while|who|whom|whose|why|will|with|within|without|work|working|would|year|years"
    r"|yet|you|your|aim|aims|aiming|autumn|commit|commits|committed|commitment|consider"
    r"|considers|considering|considered|examine|explore|explores|exploring|explored|expect"
    r"|expects|intend|intends|looking|looks|plan|plans|planning|pledge|pledges|propose"
    r"|proposes|seek|seeks|seeking|spring|summer|support|supports|supporting|undertake"
    r"|undertakes|want|wants|winter|wish|wishes|help|helps|january|february|march|april|june"
    r"|july|august|september|october|november|december|accept|accepts|accepted|recommend"
    r"|recommends|recommendation|recommendations|agree|agrees|agreed"
)
"""Words that say nothing of what a promise is about: small words, the verbs that only undertake,
and the words of dates.
"""
_ENDINGS = (
    *("ations", "ation", "ements", "ement", "ments", "ment", "ings", "ing", "ies", "ied"),
    *("ers", "er", "ed", "es", "y", "s", "e"),
)
_LEAST_STEM = 4


def content_words(text: str) -> frozenset[str]:
    """The beginnings of the words that say what a promise is about: "reviews" gives "review"."""
    return frozenset(
        stem for part in _PART.findall(text) if not part.isdigit() and (stem := _content(part))
    )


@lru_cache(maxsize=1 << 15)
def _content(part: str) -> str:
    """The beginning of a word, or nothing of one that says nothing. Most words come again soon."""
    word = _plain(part)
    if _NO_CONTENT.fullmatch(word) or len(word) == 1 or word.isdigit():
        return ""
    return _stem(word)


def _plain(word: str) -> str:
    """In small letters and without accents, as the word index has it."""
    folded = normalize("NFKD", word.casefold())
    return "".join(letter for letter in folded if not combining(letter))


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _LEAST_STEM:
            return word if word.endswith("ss") else word.removesuffix(ending)
    return word


ALIKE = 30
"""The resemblance, in percent, from which two promises of one owner are taken for the same one."""


def resemblance(one: Iterable[str], other: Iterable[str], weight: Callable[[str], float]) -> int:
    """How much two promises have in common, in percent, by their content words.

    Each word counts by its weight: a rare one more. It is the weight of what is common over the
    mean (geometric) of the two weights, and so the same both ways. Fewer than three common words
    are too few, unless no more than one word of either is left over.
    """
    mine, theirs = frozenset(one), frozenset(other)
    common = mine & theirs
    left_over = max(len(mine), len(theirs)) - len(common)
    if len(common) < 2 or (len(common) < 3 and left_over > 1):
        return 0

    def weigh(words: frozenset[str]) -> float:
        return sum(map(weight, sorted(words)))

    return min(100, round(100 * weigh(common) / sqrt(weigh(mine) * weigh(theirs))))
