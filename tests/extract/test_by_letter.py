"""Patterns arranged by letter, or asked for by the last word, find what they find as written."""

from __future__ import annotations

import importlib
import pkgutil
import re
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import commitrack.extract
from commitrack.extract import cue_search
from commitrack.extract.by_ending import ByEnding, last_words
from commitrack.extract.by_letter import WRITTEN, by_letter
from commitrack.extract.cue_table import CUES

_MARKS = [
    " ",
    " ",
    " ",
    ", ",
    ".",
    "\n",
    "'",
    "’",
    "-",
    "“",
    "7",
    "é",
    "İ",
    "ſ",
    "K",
    "ı",
    ";",
    ": ",
]


@cache
def _rules() -> list[tuple[str, str]]:
    for module in pkgutil.iter_modules(commitrack.extract.__path__):
        importlib.import_module(f"commitrack.extract.{module.name}")
    for place in range(len(CUES)):
        cue_search._pattern(place)
    return sorted(WRITTEN.items())


def _found(pattern: re.Pattern[str], text: str, start: int, end: int) -> list[object]:
    several = [(one.span(), one.groups()) for one in pattern.finditer(text, start, end)]
    at = pattern.match(text, start, end)
    whole = pattern.fullmatch(text, start, end)
    return [several, at and (at.span(), at.groups()), whole and (whole.span(), whole.groups())]


@settings(deadline=None)  # the first one loads every rule
@given(st.data())
def test_every_rule_finds_what_it_finds_as_written(data: st.DataObject) -> None:
    arranged, written = data.draw(st.sampled_from(_rules()))
    words = re.findall(r"[A-Za-z]+(?: [a-z]+)*", written)
    words += [one.upper() for one in words[:4]] + [one.title() for one in words[:4]]
    pieces = st.sampled_from([*words, *_MARKS, *_MARKS])
    text = "".join(data.draw(st.lists(pieces, max_size=12)))
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    plain, quick = re.compile(written), re.compile(arranged)
    for a, b in ((0, len(text)), (start, end)):
        assert _found(quick, text, a, b) == _found(plain, text, a, b)


_ATOMS = st.sampled_from(
    [
        *("a", "b", "ab", "ba", "A", "k", "s", "[ab]", "[^a]", r"\w", r"\.", r"\n"),
        *(r"\b", "^", "$", "(?m:^)", "(?=a)", "(?!b)", "(?<=a)", "(?<!b)"),
        *("(?i:a)", "(?i:k|b)", "(?:a|ab)", "(?:ab|a)"),
    ]
)


def _longer(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    sequence = st.lists(inner, min_size=1, max_size=4).map("".join)
    several = st.lists(sequence, min_size=1, max_size=4).map("|".join)
    group = several.map(lambda one: f"(?:{one})")
    times = st.sampled_from(["", "", "?", "*", "+"])
    return st.one_of(
        sequence,
        group,
        several.map(lambda one: f"({one})"),
        several.map(lambda one: f"(?i:{one})"),
        st.tuples(st.sampled_from(["a", "[ab]", "(?:a|ab)", "(?:ba )"]), times).map("".join),
    )


_PATTERNS = st.lists(
    st.lists(st.recursive(_ATOMS, _longer, max_leaves=8), min_size=1, max_size=4).map("".join),
    min_size=1,
    max_size=4,
).map("|".join)


@given(_PATTERNS, st.text("abAB .kKKſsn\n", max_size=12), st.booleans())
def test_any_pattern_finds_what_it_finds_as_written(
    pattern: str, text: str, ignore_case: bool
) -> None:
    plain = re.compile(pattern, re.IGNORECASE if ignore_case else 0)
    quick = by_letter(pattern, ignore_case=ignore_case)
    middle = len(text) // 2
    for a, b in ((0, len(text)), (1, len(text)), (0, middle), (middle, len(text))):
        assert _found(quick, text, a, b) == _found(plain, text, a, b)


@pytest.mark.parametrize("letter", "iks")
def test_all_forms_of_a_letter_are_known(letter: str) -> None:
    quick = by_letter(letter, ignore_case=True)
    plain = re.compile(letter, re.IGNORECASE)
    for code in range(0x20, 0x2200):
        assert bool(quick.match(chr(code))) == bool(plain.match(chr(code)))


_ENDINGS = "also|at once|both of|shall"
_TRAILING = re.compile(rf"(?:(?:^|[ ,]+)(?:{_ENDINGS}|[a-z]{{3,}}ly),?)+$", re.IGNORECASE)


@given(
    st.lists(
        st.sampled_from(["also", "At once", "once", "ſhall", "shall", "badly", "only", " ", ","])
    )
    .map(" ".join)
    .flatmap(lambda text: st.tuples(st.just(text), st.integers(0, len(text))))
)
def test_the_last_word_never_hides_what_the_pattern_finds(drawn: tuple[str, int]) -> None:
    text, start = drawn
    quick = ByEnding(_TRAILING, last_words(_ENDINGS), ending="ly")
    found, wanted = quick.search(text, start, len(text)), _TRAILING.search(text, start)
    assert (found and found.span()) == (wanted and wanted.span())


@given(
    st.lists(
        st.sampled_from(["we", "all", "of", "us", "THEM", "none", "no", "one", "that", "also"])
    )
)
def test_adverbs_and_pronouns_are_found_where_they_stand(words: list[str]) -> None:

    from commitrack.extract import fronts

    text = " ".join(words)
    for quick in (fronts.PRONOUN, fronts.TRAILING_ADVERBS):
        wanted = quick.pattern.search(text)
        found = quick.search(text, 0, len(text))
        assert (found and found.span()) == (wanted and wanted.span())
