"""Records of every sort, put together by chance: what a query may meet, and what it may ask."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from commitrack.model.actions import AddLink, DismissQuestion, Edit
from commitrack.model.kinds import Confidence, Kind, OwnerBasis, Strength
from commitrack.model.records import (
    Check,
    CheckResult,
    Commitment,
    DateMove,
    Decision,
    Evidence,
    EvidenceKind,
    LinkType,
    Review,
    SourceClass,
    Stance,
    Visibility,
)
from commitrack.model.statements import Mention, StatementDraft
from commitrack.model.status import CLOSED, Status
from commitrack.store import Filing, Proposal, Store
from tests.store.hands import TODAY, sign

NAMES = (
    *("NHS Confederation", "NHS Employers", "The Ward & Bed Board", "Trusts", "Übersee-Amt"),
    *("O'Brien & Sons", "100% Renewables", "a_b", 'The "Guild"', "\u010cesk\u00e1 po\u0161ta"),
)
OFFICERS = ("ann", "Ann Wright", "ANN", "Joanne", "Émile", "émile", "50%", "b_b", "İnci", "ẞ")
TOPICS = ("safety", "Patient safety", "qualité", "QUALITÉ", "50% off", "art_b", "smart", "Straße")
TAGS = ("flagship", "Flagship", "à-côté", "À-CÔTÉ", "50%", "a_b", '"', "Straße")
TEXTS = (
    *(
        "We will explore board peer review",
        "We will publish 3 plans",
        "Peer. Review",
        "peer_review",
    ),
    *(
        "Café",
        "Cafe\u0301s for all",
        "naïve plan",
        "50% more",
        "100 % of it",
        "C++ plan",
        "🚢",
        "—",
    ),
    *("O'Brien's plan", 'the "plan"', "plan\nB", "NOT near OR", "ПЛАН плана", "約束 を守る", "*"),
    *("We might support carers", "Staff will be trained", "x" * 40, "a\\b", "re-view of re view"),
)
"""Words that a query may hold, with all that means something to SQLite or to its word index."""

_STATUSES = (*Status, *CLOSED, Status.OPEN, Status.OPEN, Status.IN_PROGRESS, Status.CANDIDATE)


def fill_oddly(store: Store, dice: Random, number: int = 60) -> None:
    """Put `number` records on record, with bodies under bodies, links and dismissals."""
    names = dice.sample(NAMES, 6)
    for name in names:
        store.set_party(name, {}, sign())
    store.set_party(names[0], {"aliases": ("NHSC", "Bund & Länder")}, sign())
    store.set_party(names[1], {"parent": names[0]}, sign())
    store.set_party(names[2], {"parent": names[1], "aliases": ("the guild",)}, sign())
    made = 0
    while made < number:
        size = min(dice.randrange(1, 9), number - made)
        filing = _filing(dice, made, size, names)
        day = TODAY - timedelta(days=dice.randrange(40))
        list(store.add_many([filing], sign(dice.choice(("ann", "bob")), day)))
        made += size
    for _ in range(number // 6):
        first, other = dice.sample(range(1, number + 1), 2)
        link = AddLink(dice.choice(tuple(LinkType)), other)
        _perhaps(store, Edit(first, link))
    for dossier in store.dossiers(range(1, number + 1)):
        if dice.random() < 0.2:
            rule = dice.choice(("L1", "L2", "L3", "L8"))
            _perhaps(store, Edit(dossier.commitment.number, DismissQuestion(rule, "clear enough")))


def _perhaps(store: Store, edit: Edit) -> None:
    from commitrack.model.errors import CommitrackError

    try:
        store.apply([edit], sign())
    except CommitrackError:
        return  # the rules refuse it: a link that closes a circle, say


def _filing(dice: Random, made: int, size: int, names: Sequence[str]) -> Filing:
    quotes = [f"{dice.choice(TEXTS)} {dice.choice(TEXTS)} ({made + n})" for n in range(size)]
    text = " ".join(quotes)
    proposals, place = [], 0
    for quote in quotes:
        mention = Mention(0, place, place + len(quote), quote, text[max(0, place - 32) : place])
        proposals.append(Proposal(_commitment(dice, quote, names), mention))
        place += len(quote) + 1
    dice.shuffle(proposals)
    filed = {n: tuple(_on_file(dice, one.commitment)) for n, one in enumerate(proposals)}
    draft = StatementDraft(
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title="Papers",
        publisher=dice.choice((None, *names, "nhs confederation", "Elsewhere")),
        speaker=dice.choice((None, None, "Émile Wright", "ann")),
        source="papers.txt",
    )
    return Filing(draft, tuple(proposals), {n: some for n, some in filed.items() if some})


def _day(dice: Random, spread: int = 60) -> date | None:
    near = dice.choice((-91, -90, -29, -28, -1, 0, 1, 28, 29))
    days = near if dice.random() < 0.4 else dice.randrange(-spread, spread)
    return None if dice.random() < 0.25 else TODAY + timedelta(days=days)


def _commitment(dice: Random, quote: str, names: Sequence[str]) -> Commitment:
    due = _day(dice, 500)
    original = due if dice.random() < 0.5 else _day(dice, 500)
    title = dice.choice((quote, dice.choice(TEXTS), dice.choice(TEXTS).upper()))[:80]
    return Commitment(
        title=" ".join(title.split()) or "untitled",
        quote=quote,
        kind=dice.choice(tuple(Kind)),
        status=dice.choice(_STATUSES),
        owners=tuple(dice.sample(names, dice.choice((0, 1, 1, 2)))),
        owner_basis=OwnerBasis.STATED,
        lead=dice.choice((None, *OFFICERS)),
        reviewer=dice.choice((None, None, *OFFICERS)),
        success_test=dice.choice((None, None, *TEXTS)),
        note=dice.choice((None, None, *TEXTS)),
        due_original=original,
        due=due,
        follow_up=_day(dice),
        last_checked=_day(dice, 200),
        cadence=dice.choice((30, 90)),
        strength=dice.choice((None, *Strength)),
        testable=dice.random() < 0.5,
        priority=dice.choice((1, 2, 3)),
        topic=dice.choice((None, *TOPICS)),
        tags=tuple(dice.sample(TAGS, dice.choice((0, 0, 1, 2)))),
        confidence=dice.choice((None, *Confidence)),
        visibility=dice.choice(tuple(Visibility)),
    )


def _on_file(dice: Random, record: Commitment) -> Iterator[Evidence | Check | DateMove | Review]:
    for _ in range(dice.choice((0, 0, 1, 2))):
        yield Evidence(
            "Paper",
            dice.choice(tuple(SourceClass)),
            EvidenceKind.DOCUMENT,
            dice.choice((Stance.SUPPORTS, *Stance)),
            dated=_day(dice, 200),
            accessed_on=_day(dice, 200),
            added_by="ann",
            retracted=dice.choice((None, None, "wrong page")),
        )
    for _ in range(dice.choice((0, 0, 1))):
        day = _day(dice, 200) or TODAY
        yield Check(dice.choice(tuple(CheckResult)), "their pages", day, "bob")
    for _ in range(dice.choice((0, 0, 0, 1, 3))):
        yield DateMove(_day(dice, 300) or TODAY, _day(dice, 300), "later", TODAY, "ann")
    if record.status in CLOSED or record.status is Status.CLAIMED or dice.random() < 0.1:
        decision = dice.choice((None, *Decision))
        proposed = record.status if record.status in CLOSED else Status.DELIVERED
        yield Review(
            proposed,
            "ann",
            TODAY,
            decision=decision,
            decided_by=None if decision is None else "eve",
            decided_on=None if decision is None else TODAY,
            reason=None if decision is None else "as seen",
            self_verified=dice.random() < 0.2,
        )
