"""On ten thousand commitments every example finds what a plain filter over the records finds."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from datetime import date, timedelta

import pytest

from commitrack.model.kinds import Kind
from commitrack.model.records import Commitment
from commitrack.model.statements import Mention, StatementDraft
from commitrack.model.status import Status
from commitrack.query import BUILT_IN_VIEWS, expand, parse
from commitrack.store import Filing, Lens, Proposal, Store, open_store
from make_store import fill
from tests.store.hands import TODAY, sign
from tests.store.plain_filter import Plain

MANY = 10_000
LENS = Lens(TODAY, "ann")
VIEWS = {view.name: view.query for view in BUILT_IN_VIEWS} | {
    "weekly": "is:open (due:today..eow OR follow_up:today..eow) sort:follow_up limit:50"
}

EXAMPLES = (
    *("is:overdue sort:-slip group:owner", "overdue:due -status:claimed", "is:chase lead:@me"),
    *("due:today..eow is:open", 'due:2026-Q2 owner:"NHS Confederation"', "no:due is:open"),
    *("status:open,stalled checked:<-90d", "moves:>=2 OR slip:>180", "lint:L2,L3 strength:<=2"),
    *("(topic:safety OR topic:quality) -is:closed", 'text:"peer review"'),
    *("statement:S-0001 kind:recommendation", "@weekly -owner:trusts sort:due limit:20"),
)
"""Those of the language's own page (domain: the filter language)."""

CLOCKS = ("is:overdue", "overdue:due", "overdue:chase", "is:chase", "is:due-today", "is:due-soon")

FURTHER = (
    *(f"is:{word}" for word in ("open", "closed", "candidate", "stale", "unverified", "mine")),
    *("is:public", "is:drifted", "has:evidence is:open", "no:success_test", "no:lead"),
    *('owner:"Eastvale"', 'owner:="Eastvale College"', "maker:tarn sort:maker", "tag:pilot,joint"),
    *("due:<today OR due:>=today", "-(due:<today)", "quote:tenants -libraries", '"young carers"'),
    *(f"rag:{colour}" for colour in ("red", "amber", "green", "grey", "blue")),
    *("closed_on:2025 -is:unverified", "is:disputed", "-rag:grey is:open", "slip:<0 OR slip:1..30"),
    *("sort:-owner,due limit:100", "group:lead sort:-due", "rag:red lead:bob", "priority:1..2"),
)

J11 = {
    "A": (Status.OPEN, -1, 60),
    "B": (Status.OPEN, 0, 60),
    "C": (Status.OPEN, 1, -1),
    "D": (Status.OPEN, None, None),
    "E": (Status.DELIVERED, -30, None),
    "F": (Status.STALLED, -30, -30),
}
"""Status, and the days from today to the due date and to the follow-up (journey 11)."""


_LATE = (Status.STALLED, 60, 90)
"""A recommendation of the same statement, so that every example finds something."""


def _day(days: int | None) -> date | None:
    return None if days is None else TODAY + timedelta(days=days)


def _six() -> Filing:
    """Journey 11's commitments, in a statement of their own."""
    quotes = [f"The NHS Confederation will do {name}." for name in J11]
    quotes.append("We advise all trusts to take part in board peer review.")
    text = " ".join(quotes)
    proposals = []
    for quote, (status, due, follow_up) in zip(quotes, (*J11.values(), _LATE), strict=True):
        record = Commitment(
            title=quote,
            quote=quote,
            kind=Kind.RECOMMENDATION if due == _LATE[1] else Kind.COMMITMENT,
            status=status,
            owners=("NHS Confederation",),
            due=_day(due),
            due_original=_day(None if due is None else due - 200),
            follow_up=_day(follow_up),
            last_checked=_day(-100),
            topic="safety",
        )
        start = text.index(quote)
        proposals.append(Proposal(record, Mention(0, start, start + len(quote), quote)))
    return Filing(
        StatementDraft(text, hashlib.sha256(text.encode()).hexdigest(), "Six promises"),
        tuple(proposals),
    )


@pytest.fixture(scope="module")
def large(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Store, Plain]]:
    store = open_store(tmp_path_factory.mktemp("large") / "record.db", create=True)
    list(store.add_many([_six()], sign()))
    list(fill(store, MANY - len(J11) - 1))
    store.set_party("Eastvale College", {"parent": "Eastvale County Council"}, sign())
    yield store, Plain(store, TODAY, "ann")
    store.close()


@pytest.mark.parametrize("text", [*EXAMPLES, *CLOCKS, *FURTHER, *(f"@{name}" for name in VIEWS)])
def test_an_example_finds_what_a_plain_filter_finds(large: tuple[Store, Plain], text: str) -> None:
    store, plain = large
    query = expand(parse(text), VIEWS)
    expected = plain.ids(query)
    assert list(store.ids(query, LENS)) == expected
    assert store.counts({"n": query}, LENS) == {"n": len(expected)}
    assert list(store.page(query, LENS, 0, 50)) == expected[:50]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("is:overdue", "ACF"),
        ("overdue:due", "AF"),
        ("overdue:chase", "CF"),
        ("is:chase", "CF"),
        ("is:due-today", "B"),
        ("is:due-soon", "C"),
        ("no:due", "D"),
        ("due:<today OR due:>=today", "ABCEF"),
    ],
)
def test_the_clocks_of_six_among_ten_thousand(
    large: tuple[Store, Plain], text: str, names: str
) -> None:
    store, _ = large
    six = dict(enumerate(J11, start=1))
    found = store.ids(parse(text), LENS)
    assert "".join(six[number] for number in found if number in six) == names


def test_every_example_finds_something(large: tuple[Store, Plain]) -> None:
    store, _ = large
    for text in EXAMPLES:
        assert store.ids(expand(parse(text), VIEWS), LENS), text
