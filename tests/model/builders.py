"""Dossiers for tests, in the words of the domain: say what matters, the rest is plain."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import pairwise
from typing import Any

from commitrack.model.history import Signature
from commitrack.model.records import (
    Check,
    CheckResult,
    Commitment,
    DateMove,
    Decision,
    Dossier,
    Evidence,
    Link,
    LinkType,
    Review,
    SourceClass,
    Stance,
)
from commitrack.model.status import CLOSED, Stage, Status

TODAY = date(2026, 3, 2)
YESTERDAY = date(2026, 3, 1)
OWNER = "NHS Confederation"
QUOTE = "The NHS Confederation will publish board peer review options by 30 June 2026"


def day(offset: int) -> date:
    """The day this many days after today (before, when negative)."""
    return TODAY + timedelta(days=offset)


def sign(actor: str = "ann", today: date = TODAY) -> Signature:
    """A signature on the morning of a day."""
    return Signature(actor, today, datetime.combine(today, time(9), UTC))


ANN = sign("ann")
BOB = sign("bob")


def commitment(status: Status = Status.OPEN, **fields: Any) -> Commitment:
    """Commitment C-0001: owned, quoted, with a follow-up in ten days and no due date."""
    plain = Commitment(
        title="Publish board peer review options",
        quote=QUOTE,
        status=status,
        owners=(OWNER,),
        follow_up=None if status.stage is Stage.TRIAGE else day(10),
        number=1,
    )
    return replace(plain, **fields)


def due_on(due: date | None, status: Status = Status.OPEN, **fields: Any) -> Commitment:
    """A commitment whose date never moved."""
    return commitment(status, due=due, due_original=due, **fields)


def evidence(
    number: int = 1,
    source: SourceClass = SourceClass.OFFICIAL,
    stance: Stance = Stance.SUPPORTS,
    **fields: Any,
) -> Evidence:
    """A standing piece of evidence that somebody looked at yesterday."""
    plain = Evidence(
        title="Options paper", source=source, stance=stance, accessed_on=day(-1), number=number
    )
    return replace(plain, **fields)


def withdrawal(number: int = 2) -> Evidence:
    """The owner drops the commitment, in the owner's words."""
    return evidence(number, stance=Stance.WITHDRAWS, quote="We will not go ahead with the options")


def check(number: int = 1, on: date = YESTERDAY) -> Check:
    """Somebody looked and found nothing."""
    return Check(CheckResult.NOTHING_FOUND, "the owner's website", on, "ann", number=number)


def move(old: date, new: date | None, number: int = 1) -> DateMove:
    """The owner announced another date."""
    return DateMove(old, new, "announced", TODAY, "ann", number=number)


def later_moves(count: int, first: date) -> tuple[DateMove, ...]:
    """So many moves of the due date, each a day later than the one before."""
    days = [first + timedelta(days=step) for step in range(count + 1)]
    return tuple(move(old, new, number) for number, (old, new) in enumerate(pairwise(days), 1))


def pending(proposed: Status = Status.DELIVERED, asked_on: date = YESTERDAY) -> Review:
    """A closing that ann asked for and nobody decided yet."""
    return Review(proposed, "ann", asked_on, "please look", number=1)


def approval(outcome: Status, **fields: Any) -> Review:
    """A closing that ann asked for and bob approved."""
    plain = Review(
        outcome,
        "ann",
        day(-2),
        decision=Decision.APPROVED,
        decided_by="bob",
        decided_on=day(-1),
        evidence=(1, 2),
        number=1,
    )
    return replace(plain, **fields)


SUPERSEDED_BY_2 = Link(LinkType.SUPERSEDES, source=2, other=1, by="ann", number=1)


def bare(status: Status, **fields: Any) -> Dossier:
    """A dossier in a status with nothing on file but what `fields` of the commitment say."""
    return Dossier(commitment(status, **fields))


def ready(status: Status) -> Dossier:
    """A dossier in a status, holding all that any move out of that status can need."""
    reviews: tuple[Review, ...] = ()
    if status is Status.CLAIMED:
        reviews = (pending(),)
    elif status in CLOSED:
        reviews = (approval(status),)
    return Dossier(
        commitment(
            status,
            success_test="Options are published",
            last_checked=day(-1),
            closed_on=day(-1) if status in CLOSED else None,
        ),
        evidence=(evidence(1), withdrawal(2)),
        checks=(check(),),
        reviews=reviews,
        links=(SUPERSEDED_BY_2,),
    )
