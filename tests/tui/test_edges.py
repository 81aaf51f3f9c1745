"""The edges of a chosen stretch: by word, by clause, by mouse, in any script."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.tui import edges

TEXT = "It rained. We (the Board) will publish a plan, and mend the roof; it's £1,000. So be it."


def at(words: str) -> tuple[int, int]:
    start = TEXT.index(words)
    return start, start + len(words)


def said(stretch: tuple[int, int]) -> str:
    return TEXT[slice(*stretch)]


def test_an_edge_goes_by_words() -> None:
    stretch = at("will publish")
    assert said(edges.move_end(TEXT, stretch, 1)) == "will publish a"
    assert said(edges.move_end(TEXT, stretch, -1)) == "will"
    assert said(edges.move_start(TEXT, stretch, 1)) == "publish"
    assert said(edges.move_start(TEXT, stretch, -1)) == "Board) will publish"


def test_the_marks_around_a_word_can_be_taken_in_or_left_out() -> None:
    stretch = at("a plan")
    wider = edges.move_end(TEXT, stretch, 1)
    assert said(wider) == "a plan,"
    assert said(edges.move_end(TEXT, wider, -1)) == "a plan"
    assert said(edges.move_start(TEXT, edges.move_start(TEXT, at("the Board"), -1), 1)) == (
        "the Board"
    )


def test_an_amount_is_one_word() -> None:
    assert said(edges.move_end(TEXT, at("it's"), 1)) == "it's £1,000"


def test_an_edge_goes_by_clauses() -> None:
    stretch = at("will publish")
    longer = edges.stretch_end(TEXT, stretch, 1)
    assert said(longer) == "will publish a plan"
    longest = edges.stretch_end(TEXT, longer, 1)
    assert said(longest) == "will publish a plan, and mend the roof"
    assert edges.stretch_end(TEXT, longest, -1) == longer
    assert said(edges.stretch_start(TEXT, stretch, -1)) == "We (the Board) will publish"
    assert said(edges.stretch_start(TEXT, at(TEXT[:45]), 1)).startswith("We (the")


def test_the_last_word_and_the_first_are_where_it_stops() -> None:
    whole = (0, len(TEXT))
    assert edges.move_end(TEXT, whole, 1) == whole
    assert edges.move_start(TEXT, whole, -1) == whole
    assert edges.stretch_end(TEXT, whole, 1) == whole
    assert edges.stretch_start(TEXT, whole, -1) == whole
    word = at("rained")
    assert edges.move_end(TEXT, word, -1) == word
    assert edges.move_start(TEXT, word, 1) == word


def test_dragging_takes_whole_words_either_way() -> None:
    start, end = at("publish a plan")
    assert said(edges.between(TEXT, start + 3, end - 2) or (0, 0)) == "publish a plan"
    assert edges.between(TEXT, end - 2, start + 3) == (start, end)
    assert edges.between(" \n ", 0, 2) is None


def test_chinese_goes_character_by_character() -> None:
    text = "我們將公布計劃。"
    assert edges.move_end(text, (0, 2), 1) == (0, 3)
    assert edges.move_start(text, (0, 2), 1) == (1, 2)
    assert edges.stretch_end(text, (0, 2), 1) == (0, 7)


@given(
    st.text(st.sampled_from("ab,. ;“”\n網😀"), min_size=1, max_size=60),
    st.data(),
    st.lists(
        st.tuples(
            st.sampled_from(
                [edges.move_start, edges.move_end, edges.stretch_start, edges.stretch_end]
            ),
            st.sampled_from([-1, 1]),
        ),
        max_size=20,
    ),
)
def test_a_stretch_is_never_empty_and_never_leaves_the_text(
    text: str, data: st.DataObject, moves: list[tuple[object, int]]
) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    stretch = (start, data.draw(st.integers(start + 1, len(text))))
    for move, step in moves:
        before = stretch
        stretch = move(text, stretch, step)  # type: ignore[operator]
        assert 0 <= stretch[0] < stretch[1] <= len(text)
        fixed = 1 if move in (edges.move_start, edges.stretch_start) else 0
        assert stretch[fixed] == before[fixed]
        grows = step == (1 if fixed == 0 else -1)
        length = stretch[1] - stretch[0]
        assert length >= before[1] - before[0] if grows else length <= before[1] - before[0]


@pytest.mark.parametrize("words", ["a" * 5000, "word " * 5000])
def test_a_very_long_text_is_gone_through_at_once(words: str) -> None:
    stretch = (0, 1)
    for _ in range(50):
        stretch = edges.move_end(words, stretch, 1)
    assert stretch[0] == 0
