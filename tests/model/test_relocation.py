"""Quotes are found again in a new version of their text, each where it stands now."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.relocation import CONTEXT, Outcome, Relocated, Standing, relocate
from commitrack.model.wording import Span, key_of


def standing(text: str, *quotes: str) -> list[Standing]:
    """The quotes at their first places in a text, one after another."""
    found, at = [], 0
    for key, quote in enumerate(quotes):
        at = text.index(quote, at)
        found.append(at_place(text, key, (at, at + len(quote))))
        at += len(quote)
    return found


def at_place(text: str, key: int, span: Span) -> Standing:
    start, end = span
    before, after = text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT]
    return Standing(key, start, end, text[start:end], before, after)


def places(found: Sequence[Relocated]) -> list[Span | None]:
    return [one.span if one.outcome is Outcome.SAME else None for one in found]


def quoted(text: str, found: Sequence[Relocated]) -> list[str | None]:
    return [None if place is None else text[slice(*place)] for place in places(found)]


OLD = "We will act. Staff will be trained. We will act."


def test_a_sentence_in_front_moves_them_all() -> None:
    quotes = standing(OLD, "We will act", "Staff will be trained", "We will act")
    shift = len("Today is Monday. ")
    found = relocate(quotes, f"Today is Monday. {OLD}")
    assert places(found) == [(one.start + shift, one.end + shift) for one in quotes]


def test_of_equal_quotes_the_one_whose_surroundings_stayed_is_found() -> None:
    text = "First: we will act, at once.\nSecond: we will act, in time."
    quotes = standing(text, "we will act", "we will act")
    new = "Second: we will act, in time."
    assert places(relocate(quotes, new)) == [None, (8, 19)]
    new = "First: we will act, at once."
    assert places(relocate(quotes, new)) == [(7, 18), None]


def test_a_quote_is_not_found_in_the_middle_of_a_word() -> None:
    (found,) = relocate(standing("We will act.", "We will act"), "We will action it.")
    assert found.outcome is Outcome.GONE


def test_a_quote_that_somebody_cut_inside_a_word_is_found_so() -> None:
    (found,) = relocate(standing("cooperation", "operation"), "x cooperation")
    assert found.span == (4, 13)


def test_a_short_quote_does_not_move_into_a_longer_one() -> None:
    old = "We will act. We will act on the report by May."
    quotes = standing(old, "We will act", "We will act on the report by May")
    new = "We will act on the report by May."
    assert places(relocate(quotes, new)) == [None, (0, 32)]


def test_quotes_that_overlapped_before_may_overlap_again() -> None:
    text = "We will publish a plan and appoint a director."
    first, second = (0, 22), (8, 45)
    quotes = [at_place(text, 0, first), at_place(text, 1, second)]
    found = relocate(quotes, f"Now. {text}")
    assert places(found) == [(5, 27), (13, 50)]


def test_white_space_and_quotation_marks_may_differ() -> None:
    quotes = standing("“We’ll spend £5m (now)” they say.", "We’ll spend £5m (now)")
    new = '"We\'ll  spend\n£5m (now)", they said'
    assert quoted(new, relocate(quotes, new)) == ["We'll  spend\n£5m (now)"]


def test_a_close_wording_is_told_and_looked_for_only_in_what_is_new() -> None:
    quotes = standing(
        "We will publish the plan by June 2026.", "We will publish the plan by June 2026"
    )
    new = "We will publish the plan by December 2027. Other words stand here."
    (found,) = relocate(quotes, new, [(0, 41), (43, 65)])
    assert (found.outcome, found.span) == (Outcome.REWORDED, (0, 41))
    assert found.closeness > 0.7
    assert relocate(quotes, new)[0].outcome is Outcome.GONE
    assert relocate(quotes, new, [(43, 65)])[0].outcome is Outcome.GONE


def test_each_close_wording_stands_for_one_quote() -> None:
    old = "We will open ten wards in Leeds. We will open ten wards in York."
    quotes = standing(old, "We will open ten wards in Leeds", "We will open ten wards in York")
    new = "We will open two wards in York."
    first, second = relocate(quotes, new, [(0, 30)])
    assert (first.outcome, second.outcome) == (Outcome.GONE, Outcome.REWORDED)


SENTENCES = st.lists(
    st.sampled_from(
        (
            *("We will act.", "We will act on it by May.", "Staff will be trained.", "It rained."),
            *("The board will meet.", "We will\npublish “it”.", "£5m will be spent!", "a b a b a."),
        )
    ),
    max_size=8,
)
CHANGES = st.lists(st.tuples(st.integers(0, 8), st.booleans()), max_size=6)


def versions(sentences: list[str], changes: list[tuple[int, bool]]) -> tuple[str, str, list[int]]:
    """An old text, a new one with sentences put in and taken out, and which of the old stayed."""
    kept: list[tuple[str, int | None]] = [(one, n) for n, one in enumerate(sentences)]
    for number, (at, added) in enumerate(changes):
        if added:
            kept.insert(min(at, len(kept)), (f"New words of number {number} stand here.", None))
        elif at < len(kept):
            del kept[at]
    stayed = [n for _, n in kept if n is not None]
    return " ".join(sentences), " ".join(one for one, _ in kept), stayed


def spans(sentences: list[str]) -> list[Span]:
    found, at = [], 0
    for one in sentences:
        found.append((at, at + len(one.rstrip(".!"))))
        at += len(one) + 1
    return found


@given(SENTENCES, CHANGES)
def test_whatever_goes_and_comes_the_quotes_that_stayed_are_found(
    sentences: list[str], changes: list[tuple[int, bool]]
) -> None:
    old, new, stayed = versions(sentences, changes)
    quotes = [at_place(old, key, span) for key, span in enumerate(spans(sentences))]
    found = {one.key: one.span for one in relocate(quotes, new) if one.outcome is Outcome.SAME}
    for key, place in found.items():
        assert place is not None
        assert new[slice(*place)] == quotes[key].quote
    taken = sorted(place for place in found.values() if place)
    assert all(one[1] <= two[0] for one, two in pairwise(taken))
    # As many as stayed are found of each wording: which of two equal ones it is cannot be known.
    for quote in {one.quote for one in quotes}:
        remaining = sum(quotes[key].quote == quote for key in stayed)
        assert sum(quotes[key].quote == quote for key in found) == remaining


@given(SENTENCES, st.sampled_from(["\n", "  ", "\n\n", " \t"]))
def test_another_lay_out_loses_nothing(sentences: list[str], gap: str) -> None:
    old = " ".join(sentences)
    new = old.replace("\n", " ").replace(" ", gap)
    quotes = [at_place(old, key, span) for key, span in enumerate(spans(sentences))]
    for one, again in zip(quotes, relocate(quotes, new), strict=True):
        assert again.span is not None
        assert key_of(new[slice(*again.span)]) == key_of(one.quote)


@given(st.text(), st.lists(st.tuples(st.integers(0, 50), st.integers(0, 50))), st.text())
def test_any_text_and_any_quotes_are_met(old: str, cuts: list[tuple[int, int]], new: str) -> None:
    quotes = [at_place(old, n, (min(cut), max(cut))) for n, cut in enumerate(cuts)]
    found = relocate(quotes, new, [(0, len(new))])
    assert [one.key for one in found] == list(range(len(cuts)))
    for one in found:
        assert (one.span is None) is (one.outcome is Outcome.GONE)
        assert one.span is None or 0 <= one.span[0] < one.span[1] <= len(new)
