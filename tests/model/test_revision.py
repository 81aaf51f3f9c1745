"""Two versions are told sentence by sentence, and nothing of either is left out."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.revision import Turn, Version, revision


def version(*sentences: str) -> Version:
    spans, at = [], 0
    for one in sentences:
        spans.append((at, at + len(one)))
        at += len(one) + 1
    return Version(" ".join(sentences), tuple(spans))


def told(old: Version, new: Version) -> list[tuple[Turn, str | None, str | None]]:
    return [
        (
            one.turn,
            None if one.old is None else old.text[slice(*one.old)],
            None if one.new is None else new.text[slice(*one.new)],
        )
        for one in revision(old, new)
    ]


def test_what_stayed_went_came_and_changed() -> None:
    old = version("We stay.", "We will publish it by June.", "We go away for good.")
    new = version("Here is something else.", "We stay.", "We will publish it by July 2027.")
    assert told(old, new) == [
        (Turn.NEW, None, "Here is something else."),
        (Turn.SAME, "We stay.", "We stay."),
        (Turn.CHANGED, "We will publish it by June.", "We will publish it by July 2027."),
        (Turn.GONE, "We go away for good.", None),
    ]


def test_the_words_that_changed_are_marked_in_either_text() -> None:
    old = version("One.", "We will publish it by June.")
    new = version("We will publish it by July 2027.")
    changed = next(one for one in revision(old, new) if one.turn is Turn.CHANGED)
    assert [old.text[slice(*span)] for span in changed.gone] == ["June"]
    assert [new.text[slice(*span)] for span in changed.fresh] == ["July 2027"]


def test_a_sentence_that_only_changed_its_place_has_moved() -> None:
    old = version("First we act.", "Then the board meets.", "Staff train.")
    new = version("Then the board meets.", "Staff train.", "First we act.")
    assert [turn for turn, _, _ in told(old, new)] == [Turn.SAME, Turn.SAME, Turn.MOVED]


SENTENCES = st.lists(
    st.sampled_from(
        [
            "We act.",
            "We act now.",
            "We will act in May.",
            "Staff train.",
            "—",
            "It rained.",
            "We act!",
        ]
    ),
    max_size=8,
)


@given(SENTENCES, SENTENCES)
def test_every_sentence_of_either_version_is_told_once(one: list[str], two: list[str]) -> None:
    old, new = version(*one), version(*two)
    passages = revision(old, new)
    assert sorted(p.old for p in passages if p.old) == list(old.spans)
    assert [p.new for p in passages if p.new] == list(new.spans)
    assert all((p.turn is Turn.NEW) is (p.old is None) for p in passages)
    assert all((p.turn is Turn.GONE) is (p.new is None) for p in passages)


@given(SENTENCES)
def test_a_version_is_the_same_as_itself(sentences: list[str]) -> None:
    one = version(*sentences)
    assert {passage.turn for passage in revision(one, one)} <= {Turn.SAME}


def test_a_long_text_is_compared_in_a_moment() -> None:
    old = version(*(f"Sentence number {n} of the plan." for n in range(3_000)))
    new = version(*(f"Sentence number {n} of the plan." for n in range(5, 3_010)))
    turns = [one.turn for one in revision(old, new)]
    assert (turns.count(Turn.SAME), len(turns)) == (2_995, 3_010)
