"""Words are compared whatever the lay-out, and keep their places."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.wording import Line, Words, changed, closeness, key_of

WORDS = st.lists(st.sampled_from(["we", "will", "act", "by", "May", "now"]), max_size=12)


def test_lay_out_capitals_and_quotation_marks_make_no_other_words() -> None:
    assert key_of("We’ll publish\n  a plan.") == key_of('"we\'ll PUBLISH a plan"')
    assert key_of("We will publish 1,000") != key_of("We will publish 1,500")
    assert key_of("…!") == ""


def test_a_run_of_words_is_found_at_every_place_and_only_whole() -> None:
    words = Words("We act. We  ACT now; we action nothing, we\nact")
    places = list(Line(words).places(key_of("we act")))
    assert [words.text[start:end] for start, end in places] == ["We act", "We  ACT", "we\nact"]


def test_what_changed_is_told_word_by_word() -> None:
    old, new = "We will publish it by June.", "We hope to publish it by July 2027."
    gone, fresh = changed(old, new)
    assert [old[start:end] for start, end in gone] == ["will", "June"]
    assert [new[start:end] for start, end in fresh] == ["hope to", "July 2027"]


@given(WORDS, WORDS)
def test_closeness_is_the_same_both_ways_and_one_for_equals(one: list[str], two: list[str]) -> None:
    assert closeness(one, two) == closeness(two, one)
    assert 0 <= closeness(one, two) <= 1
    assert closeness(one, one) == (1 if one else 0)


@given(st.text(), st.text())
def test_the_changed_words_are_stretches_of_their_texts(old: str, new: str) -> None:
    for text, spans in zip((old, new), changed(old, new), strict=True):
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert list(spans) == sorted(spans)


@given(st.text())
def test_a_text_without_changes_has_none(text: str) -> None:
    assert changed(text, text) == ((), ())
