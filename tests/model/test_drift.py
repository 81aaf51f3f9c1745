"""Drift is told fact by fact, turns round with the two wordings, and meets any text."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from commitrack.model.drift import Aspect, Way, drift, marks
from commitrack.model.kinds import Kind, Strength
from commitrack.model.records import Commitment, LinkType

OLD = (
    "Along with its members, The NHS Confederation will explore how a process of board peer review"
)
NEW = "The NHS Confederation hopes to look at options for board peer review by the end of 2027"


def promise(
    quote: str,
    due: date | None = None,
    strength: Strength | None = None,
    *,
    due_text: str | None = None,
    condition: str | None = None,
    kind: Kind = Kind.COMMITMENT,
) -> Commitment:
    return Commitment(
        "title",
        quote,
        kind,
        due=due,
        due_text=due_text,
        strength=strength,
        condition=condition,
    )


def told(old: str, new: str) -> str:
    return drift(promise(old), promise(new)).summary


def test_the_promise_that_weakens() -> None:
    older = promise(OLD, date(2026, 6, 30), Strength.EXPLORATORY)
    newer = promise(NEW, date(2027, 12, 31), due_text="end of 2027", kind=Kind.ASPIRATION)
    found = drift(older, newer)
    assert found.type is LinkType.WEAKENS
    assert found.summary == "weaker: will explore → hopes to look at, due later (+549 days)"
    assert found.days == 549
    before, after = marks(older, newer)
    assert [OLD[one.start : one.end] for one in before] == ["will explore"]
    assert [NEW[one.start : one.end] for one in after] == ["hopes to look at", "by the end of 2027"]


@pytest.mark.parametrize(
    ("old", "new", "type_", "words"),
    [
        (
            "We will publish a plan",
            "We plan to publish a plan",
            LinkType.WEAKENS,
            "weaker: will publish → plan to publish",
        ),
        (
            "We will publish options",
            "We will consider options",
            LinkType.WEAKENS,
            "weaker: will publish → will consider",
        ),
        (
            "The Trust hopes to open a unit",
            "The Trust is committed to opening a unit",
            LinkType.STRENGTHENS,
            "stronger: hopes to open → is committed to opening",
        ),
        (
            "We will train all trusts",
            "We will train some trusts",
            LinkType.NARROWS,
            "narrower: all → some",
        ),
        (
            "Every hospital will have a lead",
            "Most hospitals will have a lead",
            LinkType.NARROWS,
            "narrower: Every → Most",
        ),
        (
            "We will visit some schools",
            "We will visit every school",
            LinkType.STRENGTHENS,
            "wider: some → every",
        ),
        (
            "We will build 500 homes",
            "We will build 300 new homes",
            LinkType.NARROWS,
            "less: 500 homes → 300 new homes",
        ),
        (
            "We will spend £1.5 million",
            "We will spend £2m",
            LinkType.STRENGTHENS,
            "more: £1.5 million → £2m",
        ),
        (
            "We will act",
            "We will act where possible",
            LinkType.WEAKENS,
            "condition added: where possible",
        ),
        (
            "Subject to funding, we will act",
            "We will act",
            LinkType.STRENGTHENS,
            "condition dropped: Subject to",
        ),
        (
            "We will fund it",
            "We will no longer fund it",
            LinkType.CONTRADICTS,
            "the opposite: will fund → will no longer fund",
        ),
        (
            "The body that will run it plans to open two",
            "The body that will run it will open two",
            LinkType.STRENGTHENS,
            "stronger: plans to open → will open",
        ),
        ("We will cut waits to 18 weeks", "We will cut waits to 12 weeks", LinkType.REPEATS, ""),
        ("We will cut costs by 20 per cent", "We will cut costs by 9%", LinkType.REPEATS, ""),
        ("We will publish a plan", "we will  publish a plan.", LinkType.REPEATS, ""),
    ],
)
def test_what_the_words_say(old: str, new: str, type_: LinkType, words: str) -> None:
    assert told(old, new) == words
    assert drift(promise(old), promise(new)).type is type_


@pytest.mark.parametrize(
    ("old", "new", "type_", "words"),
    [
        (date(2026, 1, 1), date(2026, 1, 31), LinkType.DELAYS, "due later (+30 days)"),
        (date(2026, 1, 31), date(2026, 1, 1), LinkType.STRENGTHENS, "due earlier (-30 days)"),
        (date(2026, 1, 1), None, LinkType.DELAYS, "date dropped"),
        (None, date(2026, 1, 1), LinkType.STRENGTHENS, "date added: 2026-01-01"),
        (date(2026, 1, 1), date(2026, 1, 1), LinkType.REPEATS, ""),
    ],
)
def test_what_the_dates_say(
    old: date | None, new: date | None, type_: LinkType, words: str
) -> None:
    found = drift(promise("We will act", old), promise("We will act", new))
    assert (found.type, found.summary) == (type_, words)


def test_strength_is_told_when_the_verb_does_not_say_it() -> None:
    found = drift(
        promise("Board review published", strength=Strength.FIRM),
        promise("Board review considered", strength=Strength.INTENDED),
    )
    assert found.summary == "binds less: firm → intended"
    assert found.type is LinkType.WEAKENS


def test_a_hope_undertakes_less_than_any_promise() -> None:
    found = drift(
        promise("We must act", strength=Strength.EXPLORATORY),
        promise("We must act", kind=Kind.ASPIRATION),
    )
    assert found.summary == "binds less: exploratory → no undertaking"


def test_the_worst_decides_what_the_link_is_called() -> None:
    older = promise("We will train all staff", date(2026, 1, 1))
    newer = promise("We will train some staff", date(2027, 1, 1))
    assert drift(older, newer).type is LinkType.NARROWS
    assert drift(older, newer).summary == "narrower: all → some, due later (+365 days)"


def test_in_close_wordings_every_changed_word_is_marked() -> None:
    older = promise("We will publish the plan for schools")
    newer = promise("We may publish the scheme for schools")
    _, after = marks(older, newer)
    marked = {newer.quote[one.start : one.end]: one.aspect for one in after}
    assert marked == {"may publish": Aspect.VERB, "scheme": None}


PIECES = (
    *("we will ", "we hope to ", "may ", "explore ", "publish ", "not ", "all trusts ", "some "),
    *(
        "trusts ",
        "if ",
        "subject to funding ",
        "500 homes ",
        "20% ",
        "£3m ",
        "by 2027 ",
        "’ll ",
        "\n",
    ),
)
QUOTES = st.one_of(st.text(), st.lists(st.sampled_from(PIECES)).map("".join))
PROMISES = st.builds(
    promise,
    QUOTES,
    st.none() | st.dates(),
    st.none() | st.sampled_from(Strength),
    due_text=st.none() | st.sampled_from(["by 2027", "2027", "soon", ""]),
    condition=st.none() | st.sampled_from(["subject to funding", "if it rains"]),
    kind=st.sampled_from(Kind),
)
TURNED = {Way.WORSE: Way.BETTER, Way.BETTER: Way.WORSE, Way.OPPOSITE: Way.OPPOSITE}


@given(PROMISES, PROMISES)
def test_every_fact_turns_round_with_the_wordings(one: Commitment, two: Commitment) -> None:
    there = drift(one, two).facts
    back = drift(two, one).facts
    assert [(f.aspect, f.way, f.old, f.new, f.old_span, f.new_span, f.days) for f in there] == [
        (
            *(f.aspect, TURNED[f.way], f.new, f.old, f.new_span, f.old_span),
            None if f.days is None else -f.days,
        )
        for f in back
    ]


@given(PROMISES)
def test_a_promise_does_not_drift_from_itself(one: Commitment) -> None:
    assert drift(one, one).facts == ()
    assert drift(one, one).type is LinkType.REPEATS
    assert drift(one, one).summary == ""


@given(PROMISES, PROMISES)
def test_marks_stand_apart_and_in_order(one: Commitment, two: Commitment) -> None:
    for quote, found in zip((one.quote, two.quote), marks(one, two), strict=True):
        ends = 0
        for mark in found:
            assert ends <= mark.start < mark.end <= len(quote)
            ends = mark.end
