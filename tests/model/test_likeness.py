"""Sketches tell how much two texts share; content words tell what two promises share."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.likeness import (
    ALIKE,
    SKETCH,
    VERSION,
    content_words,
    resemblance,
    shared,
    sketch,
)

STEMS = st.frozensets(st.sampled_from(["board", "peer", "review", "ward", "staff", "train"]))


def text_of(*numbers: int) -> str:
    return " ".join(f"Sentence {n} says that body {n} will do thing {n} soon." for n in numbers)


def test_a_text_with_one_more_sentence_is_mostly_the_same() -> None:
    old, new = text_of(*range(20)), text_of(99, *range(20))
    assert shared(sketch(old), sketch(new)) > 0.9


def test_lay_out_does_not_matter() -> None:
    text = text_of(*range(10))
    assert sketch(text) == sketch(text.replace(" ", "\n").upper())


def test_half_another_text_is_on_the_edge_and_a_quarter_is_below_it() -> None:
    whole = sketch(text_of(*range(400)))
    assert abs(shared(whole, sketch(text_of(*range(200), *range(900, 1100)))) - 0.5) < 0.1
    assert shared(whole, sketch(text_of(*range(100)))) < VERSION


def test_a_short_text_is_not_sketched_and_like_nothing() -> None:
    assert sketch("We will publish a plan by June.") == ()
    assert shared((), ()) == 0


def test_a_long_text_has_a_short_sketch() -> None:
    assert len(sketch(text_of(*range(2_000)))) == SKETCH


@given(st.text())
def test_any_text_can_be_sketched(text: str) -> None:
    assert list(sketch(text)) == sorted(set(sketch(text)))


def test_small_words_verbs_that_only_undertake_and_dates_say_nothing() -> None:
    assert content_words("We hope to look at options for peer reviews by June 2027") == {
        *("option", "peer", "review"),
    }
    assert content_words("accepts this recommendation") == frozenset()


def test_forms_of_a_word_are_one_word() -> None:
    for one, other in (
        ("reviews", "reviewing"),
        ("policies", "policy"),
        ("processes", "process"),
        ("improvements", "improve"),
        ("Écoles", "école"),
    ):
        assert content_words(one) == content_words(other), (one, other)


@given(STEMS, STEMS)
def test_resemblance_is_the_same_both_ways(one: frozenset[str], two: frozenset[str]) -> None:
    def weight(word: str) -> float:
        return float(len(word))

    assert resemblance(one, two, weight) == resemblance(two, one, weight)
    assert 0 <= resemblance(one, two, weight) <= 100


def test_rare_words_weigh_more() -> None:
    def weight(word: str) -> float:
        return 5.0 if word in ("board", "peer", "review") else 0.2

    mine = {"board", "peer", "review", "option"}
    rare = resemblance(mine, {"board", "peer", "review", "system"}, weight)
    common = resemblance(
        {"staff", "train", "new", "board", "peer"}, {"staff", "train", "new", "ward"}, weight
    )
    assert rare > ALIKE > common


def test_two_common_words_in_long_promises_are_too_few() -> None:
    one = {"staff", "train", "ward", "fire"}
    assert resemblance(one, {"staff", "train", "child", "home"}, lambda _: 1.0) == 0
    assert resemblance({"staff", "train"}, {"staff", "train", "fire"}, lambda _: 1.0) > ALIKE
