"""Build a store of many commitments that look real, through the store's own bulk import.

    python scripts/make_store.py PATH 1000000 [--seed 7] [--today 2026-03-02]

The same seed, day and number make the same record, so that what is measured on it can be measured
again. Nothing in it is about anybody: bodies, officers and promises are put together from lists.
"""

from __future__ import annotations

import argparse
import hashlib
import random
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from commitrack.model.history import Signature
from commitrack.model.kinds import Confidence, Kind, OwnerBasis, Strength
from commitrack.model.records import (
    Check,
    CheckResult,
    Commitment,
    DateMove,
    Decision,
    Evidence,
    EvidenceKind,
    Review,
    SourceClass,
    Visibility,
)
from commitrack.model.statements import Mention, Precision, StatementDraft
from commitrack.model.status import Stage, Status
from commitrack.store import Filing, Proposal, Store, open_store

TODAY = date(2026, 3, 2)
IN_ONE = 40
"""Commitments in one statement."""

_PLACES = ("Northshire", "Eastvale", "Westmere", "Southwold Bay", "Millbrook", "Ashdown", "Tarn")
_BODIES = (
    *("Housing Authority", "Health Board", "County Council", "Schools Trust", "Water Company"),
    *("Transport Partnership", "Police Service", "Museums Service", "Fire Authority", "College"),
)
BODIES = tuple(f"{place} {body}" for place in _PLACES for body in _BODIES)
OFFICERS = ("ann", "bob", "chidi", "dana", "eve", "farid", "gwen", "hana", "ivo", "june")
TOPICS = ("housing", "health", "transport", "schools", "water", "safety", "culture", "climate")
TAGS = ("flagship", "budget-2026", "manifesto", "ombudsman", "joint", "pilot", "at-risk")
_VERBS = ("publish", "open", "repair", "train", "fund", "review", "replace", "build", "halve")
_WHAT = (
    *("the waiting list for {}", "a plan for {}", "all reports on {}", "{} new places for {}"),
    *("the backlog of {}", "an annual survey of {}", "the register of {}", "{} centres for {}"),
)
_THINGS = (
    *("tenants", "cancer patients", "bus passengers", "young carers", "damp homes", "teachers"),
    *("school buildings", "river crossings", "night shelters", "apprentices", "street lights"),
    *("council offices", "mental health teams", "libraries", "cycle lanes", "care leavers"),
)
_MONTHS = ("January", "March", "April", "June", "July", "September", "October", "December")
_STATUSES = (
    *((Status.CANDIDATE, 10), (Status.REJECTED, 8), (Status.OPEN, 30), (Status.IN_PROGRESS, 14)),
    *((Status.STALLED, 4), (Status.CLAIMED, 2), (Status.DELIVERED, 18), (Status.SUPERSEDED, 2)),
    *((Status.PARTLY_DELIVERED, 5), (Status.NOT_DELIVERED, 4), (Status.WITHDRAWN, 3)),
)


def filings(number: int, seed: int = 7, today: date = TODAY) -> Iterator[Filing]:
    """Statements that hold `number` commitments together."""
    dice = random.Random(seed)
    made = 0
    while made < number:
        filing = _filing(dice, made, min(IN_ONE, number - made), today)
        made += len(filing.proposals)
        yield filing


def _filing(dice: random.Random, made: int, number: int, today: date) -> Filing:
    """One statement, with what is promised in it and what became of that."""
    maker = dice.choice(BODIES)
    said = today - timedelta(days=dice.randrange(30, 1500))
    parts: list[str] = [f"{maker}: what we will do. Paper {made // IN_ONE + 1}."]
    proposals: list[Proposal] = []
    filed: dict[int, Sequence[Evidence | Check | DateMove | Review]] = {}
    place = len(parts[0])
    for one in range(number):
        quote, due = _promise(dice, made + one, said)
        record = _commitment(dice, quote, maker, due, today)
        place += 1
        before = parts[-1][-32:]
        mention = Mention(0, place, place + len(quote), quote, before)
        proposals.append(Proposal(record, mention))
        parts.append(quote)
        place += len(quote)
        on_file = tuple(_on_file(dice, record, today))
        if on_file:
            filed[one] = on_file
    text = " ".join(parts)
    draft = StatementDraft(
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        title=f"{maker}: plan of {said:%B %Y}",
        publisher=maker,
        said_on=said,
        precision=Precision.DAY,
        source=f"papers/{made // IN_ONE + 1}.txt",
    )
    return Filing(draft, tuple(proposals), filed)


def _promise(dice: random.Random, number: int, said: date) -> tuple[str, date | None]:
    """A sentence that promises something, no two alike, and the day that it names."""
    what = dice.choice(_WHAT).format(*[dice.choice(_THINGS)] * 2)
    due = said + timedelta(days=dice.randrange(60, 2200)) if dice.random() < 0.8 else None
    by = f" by {dice.choice(_MONTHS)} {due.year}" if due else ""
    where = dice.choice(_PLACES)
    return f"We will {dice.choice(_VERBS)} {what} in {where} (item {number + 1}){by}.", due


def _commitment(
    dice: random.Random, quote: str, maker: str, due: date | None, today: date
) -> Commitment:
    status = dice.choices(*zip(*_STATUSES, strict=True))[0]
    triage = status.stage is Stage.TRIAGE
    if status.stage is Stage.OPEN and due is not None and due < today and dice.random() < 0.95:
        due = today + timedelta(days=(today - due).days % 900)  # most dates that passed have moved
    follow_up = None
    if status.stage is Stage.OPEN:
        late = dice.random() < 0.02
        follow_up = today + timedelta(days=-dice.randrange(60) if late else dice.randrange(180))
    return Commitment(
        title=quote[:80],
        quote=quote,
        kind=Kind.COMMITMENT if dice.random() < 0.8 else Kind.ASPIRATION,
        status=status,
        reason="not ours" if status is Status.REJECTED else None,
        owners=(maker,) if dice.random() < 0.9 else (maker, dice.choice(BODIES)),
        owner_basis=OwnerBasis.STATED,
        lead=None if triage else dice.choice(OFFICERS),
        reviewer=dice.choice(OFFICERS) if status.stage is Stage.CLOSED else None,
        success_test=None if triage else "The annual report says that it was done.",
        due_original=due,
        due=due,
        due_text=f"by {due:%B %Y}" if due else None,
        due_precision=Precision.MONTH if due else Precision.UNKNOWN,
        follow_up=follow_up,
        strength=dice.choice(tuple(Strength)),
        testable=dice.random() < 0.6,
        priority=dice.choice((1, 2, 2, 2, 3)),
        topic=None if triage else dice.choice(TOPICS),
        tags=tuple(dice.sample(TAGS, dice.choice((0, 0, 1, 2)))),
        cues=("we will",),
        confidence=dice.choice(tuple(Confidence)),
        extractor="4",
        visibility=Visibility.PUBLIC if dice.random() < 0.3 else Visibility.INTERNAL,
        closed_on=today - timedelta(days=dice.randrange(400))
        if status.stage is Stage.CLOSED
        else None,
    )


def _on_file(
    dice: random.Random, record: Commitment, today: date
) -> Iterator[Evidence | Check | DateMove | Review]:
    """What its status rests on."""
    status, day = record.status, today - timedelta(days=dice.randrange(1, 400))
    if status in (Status.IN_PROGRESS, Status.CLAIMED) or status.stage is Stage.CLOSED:
        yield Evidence(
            "Annual report",
            SourceClass.OFFICIAL,
            EvidenceKind.DOCUMENT,
            dated=day,
            accessed_on=day,
            added_by="ann",
        )
    if status is Status.STALLED:
        yield Check(CheckResult.NOTHING_FOUND, "their web pages", day, "bob")
    if status is Status.CLAIMED:
        yield Review(Status.DELIVERED, "ann", day)
    if status.stage is Stage.CLOSED:
        yield Review(status, "ann", day, None, Decision.APPROVED, "eve", day, "as reported")


def fill(store: Store, number: int, seed: int = 7, today: date = TODAY) -> Iterator[int]:
    """Fill a store; how many commitments are in it by now, each time others had their turn."""
    by = Signature("make_store", today, datetime(today.year, today.month, today.day, tzinfo=UTC))
    done = 0
    for receipt in store.add_many(filings(number, seed, today), by):
        done += len(receipt.commitments)
        yield done


def main() -> None:
    """Read the command line, fill the store and say how long it took."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("path", type=Path, help="where to put the store; nothing may be there")
    parser.add_argument("number", type=int, help="how many commitments")
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--today", type=date.fromisoformat, default=TODAY)
    given = parser.parse_args()
    if given.path.exists():
        parser.error(f"{given.path} is there already: name a file that is not")
    store = open_store(given.path, create=True)
    begun = time.perf_counter()
    try:
        for done in fill(store, given.number, given.seed, given.today):
            took = time.perf_counter() - begun
            print(f"\r{done:,} commitments, {done / took:,.0f} a second", end="", file=sys.stderr)
    finally:
        store.close()
    print(file=sys.stderr)


if __name__ == "__main__":
    main()
