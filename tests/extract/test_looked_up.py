"""What is found by looking words up is what the patterns would find in the whole sentence."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.extract import (
    cue_search,
    deadline_phrases,
    deadline_points,
    deadline_shapes,
    deadlines,
    frames,
    fronts,
    guards,
    links,
    names,
    segment,
    subject_kinds,
    subjects,
)
from commitrack.extract.by_beginning import ByBeginning
from commitrack.extract.by_letter import WRITTEN
from commitrack.extract.links import Link
from commitrack.extract.vocabulary import LONGEST, MOST, Vocabulary

_MARKS = ["", " ", " ", " ", ", ", ".", "-", " - ", " – ", "'", '"', "“", "(", ")", ";", ": "]
_MARKS += ["?", "7", "é", "_", "K", "İ", "ſ", "|"]


def _texts(words: list[str]) -> st.SearchStrategy[str]:
    several = [*words, *(one.title() for one in words), *(one.upper() for one in words)]
    piece = st.tuples(st.sampled_from(several), st.sampled_from(_MARKS)).map("".join)
    return st.lists(piece, max_size=14).map("".join)


def _spans(text: str, data: st.DataObject) -> tuple[int, int]:
    start = data.draw(st.integers(0, len(text)))
    return start, data.draw(st.integers(start, len(text)))


def _links_by_pattern(flat: str, start: int, end: int) -> list[Link]:
    found: list[Link] = []
    for token in links._LINK.finditer(flat, start, end):
        word = token.group()
        if word.isalpha():
            links._add_word(found, flat, start, end, token.start(), word)
        else:
            found.append(Link("hard", token.start(), token.end(), word.strip()))
    return found


@settings(max_examples=300)
@given(
    _texts(["that", "said", "and", "so", "then", "who", "as", "what", "we", "will", "act"]),
    st.data(),
)
def test_links_are_those_that_their_pattern_finds(text: str, data: st.DataObject) -> None:
    start, end = _spans(text, data)
    assert links.links_of(text, start, end) == _links_by_pattern(text, start, end)


@settings(max_examples=200)
@given(_texts(["by", "in", "3", "12", "2026", "may", "each", "no", "plan", "a"]), st.data())
def test_every_word_with_which_a_time_can_begin_is_found(text: str, data: st.DataObject) -> None:
    start, end = _spans(text, data)
    words = deadlines._WORD.finditer(text, start, end)
    wanted = [(one.start(), one.group()) for one in words if one.group() in deadlines._rules()]
    assert deadlines._openers(text, start, end) == wanted


@settings(deadline=None)  # the first one compiles the patterns
@given(_texts(["will", "advise", "working", "we'll", "i'd", "urge", "asked", "plans", "going"]))
def test_the_cues_of_a_sentence_are_those_of_its_words(text: str) -> None:
    text = text.lower()
    assert cue_search.possible(text.split(" ")) == cue_search._rules_of(text)


@given(_texts(["said", "told", "believe", "put", "to", "us", "notice", "is", "given", "rest"]))
def test_no_governor_is_hidden_by_the_words_that_are_looked_up(text: str) -> None:
    if frames._GOVERNOR.search(text):
        assert frames._GOVERNING.any_in(text.split(" "))


def test_a_vocabulary_asks_once_about_a_word_and_keeps_only_short_ones() -> None:
    asked: list[str] = []

    def ask(word: str) -> bool:
        asked.append(word)
        return word == "yes"

    known = Vocabulary(ask)
    long = "x" * (LONGEST + 1)
    assert known.any_in(f"no no {long} {long} yes never".split(" "))
    assert asked == ["no", long, long, "yes"]
    assert set(known) == {"no", "yes"}


def test_a_vocabulary_begins_anew_when_it_is_full() -> None:
    known = Vocabulary(len)
    for number in range(MOST + 1):
        assert known[str(number)] == len(str(number))
    assert len(known) == 1


@pytest.mark.parametrize("quick", [fronts._OPENER, fronts._SHORT_FRONT])
@given(st.data())
def test_the_first_word_never_hides_what_a_pattern_matches(
    quick: ByBeginning, data: st.DataObject
) -> None:
    some = sorted(quick._words)[::4]
    text = data.draw(_texts([*some, "in", "the", "meantime", "of", "course", "boldly", "day"]))
    start, end = _spans(text, data)
    found, wanted = quick.match(text, start, end), quick.pattern.match(text, start, end)
    assert (found and found.span()) == (wanted and wanted.span())


@pytest.mark.parametrize(
    "rule",
    [
        deadline_points._EDGE,
        deadline_points._WEEK_FROM,
        deadline_points._YEAR_TO,
        deadline_points._NEW_YEAR,
        *(row for row, _ in deadline_shapes._rows(figures=False)),
        *(row for row, _ in deadline_shapes._rows(figures=True)),
    ],
)
@settings(deadline=None, max_examples=25)
@given(st.data())
def test_every_time_begins_with_letters_or_figures_that_are_known(
    rule: re.Pattern[str], data: st.DataObject
) -> None:
    text = data.draw(st.from_regex(rule))
    match = rule.match(text)
    if match is not None and text.isascii():
        # the articles before a month are no part of every row
        assert deadline_shapes.may_begin(text, 0, len(text))


@pytest.mark.parametrize("recurrent", [True, False])
@settings(deadline=None)
@given(st.data())
def test_the_rows_of_an_opener_match_as_the_first_of_them_does(
    recurrent: bool, data: st.DataObject
) -> None:
    table = deadline_phrases._RECURRENT if recurrent else deadline_phrases._VAGUE
    openers, pattern = data.draw(st.sampled_from(table))
    opener = data.draw(st.sampled_from(openers.split()))
    text = data.draw(st.from_regex(re.compile(pattern)))
    rows = [re.compile(row) for some, row in table if opener in some.split()]
    wanted = next((match.end() for row in rows if (match := row.match(text))), None)
    rows_of = deadline_phrases._recurrent_rows if recurrent else deadline_phrases._vague_rows
    found = rows_of(opener).match(text)
    assert (found and found.end()) == wanted


@pytest.mark.parametrize(
    "rule",
    [
        subject_kinds._PARTS,
        subject_kinds._OWN_GROUP,
        subject_kinds._BOARD_OF,
        subject_kinds._STATE,
        subject_kinds._ELSEWHERE,
        subject_kinds._GROUPS,
    ],
)
@settings(deadline=None, max_examples=30)
@given(st.data())
def test_every_organ_ends_in_a_word_for_one(rule: re.Pattern[str], data: st.DataObject) -> None:
    words = data.draw(st.from_regex(WRITTEN[rule.pattern])).split()
    last = words[-1].casefold()
    assert last in subject_kinds._ORGANS or not last.isascii()


@settings(deadline=None, max_examples=50)
@given(st.from_regex(WRITTEN[subject_kinds._INDEFINITE.pattern]))
def test_what_is_not_definite_begins_with_one_of_its_letters(text: str) -> None:
    assert text.casefold().startswith(subject_kinds._INDEFINITES)


@given(_texts(["the", "its", "own", "will", "ambitious", "board's", "plan", "such"]))
def test_the_last_word_tells_what_makes_a_noun_of_a_cue(text: str) -> None:
    assert guards._noun_before(text) == (guards._NOUN_BEFORE.search(text) is not None)


@given(
    st.lists(st.sampled_from(["a", "iv", "x", "12", "(", ")", ".", " ", "-", "We", "act"])).map(
        "".join
    )
)
def test_a_line_that_begins_with_letters_has_a_sign_only_before_a_stop(text: str) -> None:
    text = text.strip()
    if text:
        found, wanted = segment._marker(text, 0, len(text)), segment._MARKER.match(text)
        assert (found and found.span()) == (wanted and wanted.span())


@given(st.lists(st.sampled_from(["plan", "Dr", "e.g", "No", "Cllrs", " ", " ", "a", "(", "é"])))
def test_a_word_that_nobody_shortens_is_no_abbreviation(pieces: list[str]) -> None:
    text = "".join(pieces)
    if segment._is_no_abbreviation(text[-segment._LONG_WORD :]):
        assert segment._ABBREVIATION.search(f"{text}.") is None


@given(_texts(["the board", "in particular", "themselves", "which", "director", "a", "Ann Lee"]))
def test_what_stands_beside_a_name_has_a_comma_or_a_bracket(text: str) -> None:
    if "," not in text and " (" not in text:
        assert subjects._WITH_POST.match(text) is None
        assert subjects._CUT.search(text) is None
    if not text.endswith(subjects._PARTICULARS):
        assert subjects._IN_PARTICULAR.search(text) is None


@given(_texts(["the", "a", "our", "its", "his", "harbour", "trust"]))
def test_articles_begin_with_one_of_their_letters(text: str) -> None:
    if names.ARTICLE.match(text):
        assert text[0] in names._ARTICLE_LETTERS


@pytest.mark.parametrize(
    ("text", "child"),
    [
        ("The Harbour Trust, which is part of the Severn Group, will pay.", "Harbour Trust"),
        ("Acme Water, a subsidiary of Holt Group, will pay.", "Acme Water"),
        ("The Coast Unit is a division of the Severn Group.", ""),
    ],
)
def test_a_part_of_a_body_is_named_before_the_words_that_say_so(text: str, child: str) -> None:
    found = names.affiliations(text)
    assert [one for one, _ in found] == ([child] if child else [])
