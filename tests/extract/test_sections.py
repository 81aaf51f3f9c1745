"""A long statement is read in sections, and gives what it would give in one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.extract import Known, extract, sections
from commitrack.extract.result import Extraction
from tests.extract.scoring import statements

TRUST = Known(publisher="Loxmere Hospitals Trust")
PARAGRAPH = (
    "The Office of Ward Standards (OWS) met us. We will open a ward in May.\n"
    "The OWS should publish its report.\n\n"
)


def long(times: int) -> str:
    return PARAGRAPH * times


def seen(found: Extraction, text: str) -> list[tuple[object, ...]]:
    return [
        (one.start, one.end, one.quote, one.kind, one.owner, one.deadline, one.cues)
        for one in found.candidates
        if text[one.start : one.end] == one.quote
    ]


@pytest.fixture
def short_sections(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sections, "SECTION", 600)
    monkeypatch.setattr(sections, "_BACK", 300)


def test_sections_give_the_same_items_as_the_whole(
    short_sections: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = long(20)
    cut = extract(text, TRUST)
    monkeypatch.setattr(sections, "SECTION", 10**9)
    whole = extract(text, TRUST)
    assert seen(cut, text) == seen(whole, text)
    assert len(cut.candidates) == 40
    assert [(one.number, one.start, one.line) for one in cut.sentences] == [
        (one.number, one.start, one.line) for one in whole.sentences
    ]


def test_a_short_name_learned_in_one_section_is_known_in_the_next(short_sections: None) -> None:
    text = PARAGRAPH + "It rained. " * 80 + "\n\nThe OWS should publish its list.\n"
    assert extract(text, TRUST).candidates[-1].owner == "Office of Ward Standards"


def test_steps_and_deadlines_stand_where_they_say(short_sections: None) -> None:
    text = long(12)
    found = extract(text, TRUST)
    for sentence in found.sentences:
        for step in sentence.steps:
            assert text[step.start : step.end] in ("will", "should")
    for one in found.candidates:
        if one.deadline:
            assert text[one.deadline.start : one.deadline.end] == one.deadline.text


@given(st.text(alphabet="ab \n", max_size=400), st.integers(1, 60))
def test_the_cuts_cover_a_text_once_and_in_order(text: str, size: int) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(sections, "SECTION", size)
        patch.setattr(sections, "_BACK", size // 2)
        found = list(sections.cuts(text))
    assert "".join(text[start:end] for start, end in found) == text
    assert all(end > start for start, end in found[:-1])


def test_statements_of_every_genre_may_be_cut(short_sections: None) -> None:
    for one in statements():
        found = extract(one.text, one.known())
        assert all(one.text[item.start : item.end] == item.quote for item in found.candidates)
