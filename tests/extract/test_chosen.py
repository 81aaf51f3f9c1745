"""Words that a person has chosen: quoted exactly, and read by the rules without the guards."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.extract import (
    BY_HAND,
    Candidate,
    Known,
    extract,
    own_clause,
    read_span,
)
from commitrack.model.kinds import Confidence, Kind, OwnerBasis

KNOWN = Known(date(2026, 2, 12), "Harrow Ferries", None)
TEXTS = st.text(
    st.sampled_from("We will not plan. The Board must\n\n- publish it by May 2026;:?!“”é網 \t\x00"),
    max_size=120,
)


def read(text: str, words: str, known: Known = KNOWN) -> Candidate:
    start = text.index(words)
    return read_span(text, start, start + len(words), known)


def test_the_quote_is_the_chosen_words_without_the_white_space_around_them() -> None:
    text = "One day.  We will  publish\nit soon. "
    found = read_span(text, 8, len(text))
    assert found.quote == "We will  publish\nit soon."
    assert text[found.start : found.end] == found.quote


def test_the_cue_is_by_hand_and_the_cue_that_was_read_follows() -> None:
    assert read("If asked, would we publish it?", "we publish it").cues == (BY_HAND,)
    found = read("People believe that we will publish a plan.", "we will publish a plan")
    assert found.cues[:2] == (BY_HAND, "will-verb")
    assert found.confidence is Confidence.LOW


def test_a_guard_does_not_hold_back_what_a_person_has_chosen() -> None:
    text = "Will the Council publish a plan by 30 June 2026? We believe that we will repair it."
    assert not extract(text, KNOWN).candidates
    found = read(text, "we will repair it")
    assert (found.kind, found.owner, found.owner_basis) == (
        Kind.COMMITMENT,
        "Harrow Ferries",
        OwnerBasis.SPEAKER,
    )


def test_the_deadline_is_read_inside_the_chosen_words_alone() -> None:
    text = "We will publish a plan and meet the unions by 30 June 2026."
    assert read(text, "We will publish a plan").deadline is None
    whole = read(text, text)
    assert whole.deadline is not None
    assert whole.deadline.date == date(2026, 6, 30)


def test_without_a_cue_the_subject_of_the_words_is_named() -> None:
    text = "Harrow Ferries met the unions. We rebuild the pier next year."
    found = read(text, "We rebuild the pier next year")
    assert (found.owner, found.strength, found.cues) == ("Harrow Ferries", None, (BY_HAND,))


def test_a_bullet_takes_over_what_its_lead_in_says() -> None:
    text = "By May 2026 the Harbour Board will:\n\n- repair the pier;\n- have it inspected.\n"
    found = read(text, "have it inspected")
    assert (found.owner_basis, found.kind) == (OwnerBasis.LEAD_IN, Kind.COMMITMENT)
    assert "Harbour Board" in (found.owner or "")
    assert found.deadline is not None
    assert found.deadline.date == date(2026, 5, 31)


def test_a_list_ends_where_a_line_of_the_outer_shape_begins() -> None:
    text = "1. We will:\n\n(a) repair the pier;\n\n2. It rained.\n"
    assert read(text, "It rained").owner_basis is OwnerBasis.UNSTATED


def test_a_pronoun_means_what_it_means_to_the_extractor() -> None:
    text = "Ferry Watch Ltd met us on Monday. In May it will repair the pier."
    (proposed,) = extract(text, KNOWN).candidates
    found = read(text, "it will repair the pier")
    assert (found.owner, found.owner_basis) == (proposed.owner, proposed.owner_basis)


@pytest.mark.parametrize("span", [(0, 0), (5, 3), (7, 8), (0, 99), (-2, 3), (8, 9)])
def test_where_no_words_stand_there_is_nothing_to_read(span: tuple[int, int]) -> None:
    with pytest.raises(ValueError, match="no words stand"):
        read_span("We will\n\n", *span)


def test_a_sentence_would_be_quoted_by_the_clause_of_its_cue() -> None:
    text = "It rained, and we believe that the Board will repair the pier; so be it."
    assert text[slice(*own_clause(text, 0, len(text)))] == "the Board will repair the pier"


def test_a_clause_without_its_subject_is_not_quoted_alone() -> None:
    text = "“It is action that will lead to improvements.”"
    start, end = own_clause(text, 0, len(text))
    assert text[start:end] == "It is action that will lead to improvements"


def test_a_sentence_of_marks_alone_is_quoted_whole() -> None:
    assert own_clause("(…)", 0, 3) == (0, 3)


@settings(deadline=None)  # the rules are compiled in the first example
@given(TEXTS, st.data())
def test_any_words_of_any_text_can_be_chosen(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    if not text[start:end].strip(" \t\n"):
        return
    found = read_span(text, start, end, KNOWN)
    assert text[found.start : found.end] == found.quote
    assert found.quote == text[start:end].strip(" \t\n")
    assert found.deadline is None or (
        text[found.deadline.start : found.deadline.end] == found.deadline.text
    )


@settings(deadline=None)  # the rules are compiled in the first example
@given(TEXTS)
def test_the_own_clause_of_a_sentence_stands_inside_it(text: str) -> None:
    for one in extract(text, KNOWN).sentences:
        start, end = own_clause(text, one.start, one.end, KNOWN)
        assert one.start <= start < end <= one.end
        assert text[start:end].strip()
