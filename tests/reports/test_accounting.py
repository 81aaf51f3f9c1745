"""Every sentence is accounted for: one decision each, counts that add up, nothing lost."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from commitrack.extract import extract
from commitrack.model.records import Commitment
from commitrack.model.statements import Mention, Reading, Statement
from commitrack.model.status import Status
from commitrack.reports import accounting
from commitrack.reports.accounting import Account, Decision, account, sentences_of, shades
from commitrack.reports.cells import bar

PARTS = (
    "We will publish a plan.",
    "It rained.",
    "Will we mend the roof?",
    "No plans to do so.",
    "We hope so 網絡😀.",
    "\n\n",
    "Heading\n\n",
    "- a bullet;\n",
    "\x00[/x] ",
    " ",
)
TEXTS = st.lists(st.sampled_from(PARTS), max_size=12).map(" ".join)
DAY = date(2026, 3, 2)
STATUSES = (Status.CANDIDATE, Status.OPEN, Status.REJECTED, Status.DELIVERED)


def statement(text: str, number: int = 1) -> Statement:
    return Statement(text, f"hash of {text}", "A statement", number=number)


def reading(start: int, end: int, by: str = "ann") -> Reading:
    return Reading(1, start, end, DAY, by)


def placed(number: int, text: str, start: int, end: int, status: Status) -> accounting.Placed:
    quote = text[start:end]
    record = Commitment(quote, quote, status=status, number=number)
    return Mention(1, start, end, quote, number=number), record


def taken(
    text: str,
    mentions: tuple[accounting.Placed, ...] = (),
    readings: tuple[Reading, ...] = (),
) -> Account:
    return account(statement(text), extract(text).sentences, mentions, readings)


def decisions(found: Account) -> list[Decision]:
    return [one.decision for one in found.numbered]


@st.composite
def records(
    draw: st.DrawFn,
) -> tuple[str, tuple[accounting.Placed, ...], tuple[Reading, ...]]:
    """A text with items and readings anywhere in it."""
    text = draw(TEXTS.filter(bool))
    spans = st.tuples(st.integers(0, len(text) - 1), st.integers(1, 40)).map(
        lambda pair: (pair[0], min(len(text), pair[0] + pair[1]))
    )
    where = sorted(draw(st.lists(spans, max_size=5)))
    mentions = tuple(
        placed(n, text, start, end, draw(st.sampled_from(STATUSES)))
        for n, (start, end) in enumerate(where, 1)
    )
    readings = tuple(reading(*one) for one in sorted(draw(st.lists(spans, max_size=5))))
    return text, mentions, readings


@settings(deadline=None)  # the rules are compiled in the first example
@given(records())
def test_every_sentence_has_exactly_one_decision_and_the_counts_add_up(
    record: tuple[str, tuple[accounting.Placed, ...], tuple[Reading, ...]],
) -> None:
    text, mentions, readings = record
    found = taken(text, mentions, readings)
    read = extract(text).sentences
    assert [(one.number, one.start, one.end) for one in found.sentences[: len(read)]] == [
        (one.number, one.start, one.end) for one in read
    ]
    assert sum(found.counts.values()) == len(found.numbered)
    assert found.decided + sum(one.undecided for one in found.numbered) == len(found.numbered)
    assert {one.number for one in found.items} == {item.number for _, item in mentions}
    assert 0 <= found.share <= 100
    for one in found.numbered:
        assert (one.decision is Decision.READ) == (one.reading is not None)
        if one.items:
            assert one.decision in (Decision.CANDIDATE, Decision.ACCEPTED, Decision.REJECTED)


@settings(deadline=None)
@given(records(), st.integers(0, 70))
def test_a_bar_keeps_the_order_and_never_hides_what_presses(
    record: tuple[str, tuple[accounting.Placed, ...], tuple[Reading, ...]], width: int
) -> None:
    found = decisions(taken(*record))
    cells = shades(found, width)
    assert len(cells) == (width if found else 0)
    if found and width:
        assert (Decision.CANDIDATE in found) == (Decision.CANDIDATE in cells)
    if width >= len(found):
        assert list(dict.fromkeys(cells)) == list(dict.fromkeys(found))


@given(st.lists(st.integers(0, 5), min_size=1, max_size=200), st.integers(1, 80))
def test_every_unit_is_in_some_cell_of_a_bar(order: list[int], width: int) -> None:
    cells = bar(order, width)
    assert len(cells) == width
    assert min(cells) == min(order)
    assert set(cells) <= set(order)


def test_the_extractor_decides_where_no_person_has() -> None:
    found = taken("It rained. Will we mend the roof?")
    assert decisions(found) == [Decision.NO_CUE, Decision.PASSED_OVER]
    assert found.numbered[1].steps[0].guard == "will-noun"
    assert (found.decided, found.share) == (0, 0)


def test_what_today_s_extractor_would_propose_is_passed_over_until_it_is_proposed() -> None:
    text = "We will publish a plan."
    assert decisions(taken(text)) == [Decision.PASSED_OVER]
    assert decisions(taken(text, (placed(1, text, 0, 22, Status.CANDIDATE),))) == [
        Decision.CANDIDATE
    ]


def test_of_several_items_the_least_settled_decides() -> None:
    text = "We will publish a plan and we will mend the roof."
    first = placed(1, text, 0, 22, Status.OPEN)
    assert decisions(taken(text, (first, placed(2, text, 27, 48, Status.CANDIDATE)))) == [
        Decision.CANDIDATE
    ]
    assert decisions(taken(text, (first, placed(2, text, 27, 48, Status.REJECTED)))) == [
        Decision.ACCEPTED
    ]


def test_an_item_decides_whatever_somebody_read() -> None:
    text = "We will publish a plan."
    found = taken(text, (placed(1, text, 0, 22, Status.REJECTED),), (reading(0, len(text)),))
    assert decisions(found) == [Decision.REJECTED]


@pytest.mark.parametrize(
    ("spans", "read"),
    [
        ([(0, 21)], True),
        ([(0, 30)], True),
        ([(0, 10), (10, 21)], True),
        ([(0, 9), (10, 21)], True),
        ([(0, 8), (10, 21)], False),
        ([(0, 20)], False),
        ([(1, 21)], False),
        ([], False),
    ],
)
def test_a_sentence_is_read_when_every_word_of_it_was(
    spans: list[tuple[int, int]], read: bool
) -> None:
    text = "It rained all Monday. It rained again."
    found = taken(text, (), tuple(reading(*one) for one in spans))
    assert (found.numbered[0].decision is Decision.READ) is read


def test_where_a_character_stands_is_found() -> None:
    text = "It rained.\n\nIt rained again."
    found = taken(text)
    assert [found.at(offset) for offset in (0, 9, 10, 12, 27, 99)] == [0, 0, 0, 1, 1, 1]


def test_what_is_undecided_is_gone_through_round_the_ends() -> None:
    text = "It rained. It rained again.\n\nIt snowed."
    found = taken(text, (), (reading(11, 27),))
    assert [found.undecided_from(place, 1) for place in (-1, 0, 1, 2)] == [0, 2, 2, 0]
    assert [found.undecided_from(place, -1) for place in (0, 1, 2)] == [2, 0, 0]
    assert taken(text, (), (reading(0, len(text)),)).undecided_from(0, 1) is None


def test_a_text_without_sentences_is_decided() -> None:
    found = taken("Heading")
    assert (found.numbered, found.share, shades([], 10)) == ((), 100, ())


def test_the_sentences_of_a_text_are_drawn_once(monkeypatch: pytest.MonkeyPatch) -> None:
    text = "It rained on the day that this was drawn once."
    drawn = sentences_of(statement(text))
    monkeypatch.setattr("commitrack.extract.extract", None)
    assert sentences_of(statement(text, number=2)) is drawn
