"""What holds for any text at all."""

from __future__ import annotations

import datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.extract import Known, extract
from commitrack.extract.wordlist import words

WORDS = st.sampled_from(
    sorted(
        words(
            """
            We will would shall must should publish the a plan by within 28 days that
            which and , . : ; “ ” \" ' RESOLVED AGREED Trust Council said pledge to if
            it they be reviewed every month next year 2027 • - (a) 1. | £3m We'll Dr. K.
            Minutes Present: Dear ACTION: JB
            """
        )
        | {"\n", "\n\n", "\r\n", "\x00", "\x1b", "\ud800"}
    )
)
TEXTS = st.one_of(
    st.text(alphabet=st.characters(exclude_categories=()), max_size=200),
    st.lists(WORDS, max_size=60).map(" ".join),
)


@given(TEXTS)
@settings(max_examples=150, deadline=None)
def test_quotes_are_slices_in_order_and_apart(text: str) -> None:
    found = extract(text, Known(date=datetime.date(2026, 2, 3), publisher="Loxmere Trust"))
    reached = 0
    for one in found.candidates:
        assert one.quote == text[one.start : one.end]
        assert reached <= one.start < one.end <= len(text)
        reached = one.end
        assert (one.owner is None) <= (one.owner_basis in ("unstated", "speaker"))
        assert bool(one.owners) == bool(one.owner)
        assert all(one.owners)
        if one.deadline is not None:
            assert one.deadline.text == text[one.deadline.start : one.deadline.end]
    for line in found.sentences:
        assert 0 <= line.start < line.end <= len(text)


@given(TEXTS)
@settings(max_examples=40, deadline=None)
def test_the_same_text_gives_the_same_result(text: str) -> None:
    assert extract(text) == extract(text)


@pytest.mark.parametrize(
    "text",
    [
        "",
        " ",
        "\n\n",
        "\x00",
        "\x1b[31mWe will publish the plan.\x1b[0m",
        "\ud800 We will act.",
        "will",
    ],
)
def test_odd_texts_are_harmless(text: str) -> None:
    extract(text)
