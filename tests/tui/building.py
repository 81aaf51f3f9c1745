"""A small record to show in the UI's tests, and hands to change it as another process would."""

from __future__ import annotations

import asyncio
import hashlib
from collections.abc import Callable
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from time import monotonic
from typing import Any

from textual.app import App
from textual.pilot import Pilot

from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    Approve,
    Claim,
    Edit,
    RecordCheck,
    Reject,
    SetFields,
    SetStatus,
)
from commitrack.model.history import Receipt, Signature
from commitrack.model.records import CheckResult, Commitment, SourceClass
from commitrack.model.statements import Mention, Precision, StatementDraft
from commitrack.model.status import RejectReason, Status
from commitrack.store import Lens, Proposal, Store, open_store
from commitrack.tui.app import CommitrackApp
from tests.idle import MOMENT

TODAY = date(2026, 3, 2)
HOSTILE = "[/x] [@click=app.quit]act[/] \x1b]0;gone\x07\x1b[31mred\u202e \x00[bold"
"""What no screen may take for markup or send to the terminal."""

LONGEST_LOOK = 0.03
"""Seconds between two looks at what is waited for."""

QUOTES = (
    "We will publish a plan by 30 June 2026.",
    "NHS Employers will explore options for board peer review.",
    "We will train every member of staff.",
    "The Council will open a helpline.",
    "We hope to do more.",
    "It will review its rules, and its members will follow.",
    HOSTILE,
    "We will build a library.",
)
"""The promises of the statement, in its order; their numbers go from 1."""

TEXT = "Our promises\n\n" + " And then this.\n\n".join(QUOTES) + "\n\nThat is all.\n"
OWNER = "NHS Employers"


def sign(actor: str = "ann", today: date = TODAY) -> Signature:
    """A signature on the morning of a day."""
    return Signature(actor, today, datetime(today.year, today.month, today.day, 9, tzinfo=UTC))


def day(offset: int) -> date:
    """The day so many days from today."""
    return TODAY + timedelta(days=offset)


def do(place: Path, number: int, *actions: Action, by: str = "ann", on: date = TODAY) -> Receipt:
    """Change a commitment through a connection of its own."""
    store = open_store(place)
    try:
        return store.apply([Edit(number, action) for action in actions], sign(by, on))
    finally:
        store.close()


def add_statement(store: Store) -> None:
    """Store the statement with a candidate for each of its promises."""
    proposals = [
        Proposal(
            Commitment(
                title=quote[:70],
                quote=quote,
                owners=(OWNER,) if quote is not QUOTES[4] else (),
                cues=("will",),
            ),
            Mention(0, start := TEXT.index(quote), start + len(quote), quote),
        )
        for quote in QUOTES
    ]
    draft = StatementDraft(
        TEXT,
        hashlib.sha256(TEXT.encode()).hexdigest(),
        f"Our promises {HOSTILE}",
        publisher="NHS Confederation",
        speaker="Jo Bell",
        role="chief executive",
        said_on=date(2026, 2, 12),
        precision=Precision.DAY,
    )
    store.add_statement(draft, proposals, {OWNER: "NHS Confederation"}, sign())


def fill(place: Path) -> None:
    """Six commitments against their dates (overdue: 1, 3, 6), and two candidates (7, 8).

    1 due yesterday; 2 due today; 3 due tomorrow, follow-up yesterday; 4 no due date; 5 due last
    month, delivered; 6 due and follow-up last month, stalled.
    """
    store = open_store(place, create=True)
    add_statement(store)
    store.close()
    long_ago = day(-120)
    for number, due, follow_up in (
        (1, day(-1), day(30)),
        (2, day(0), day(30)),
        (3, day(1), day(-1)),
        (4, None, day(40)),
        (5, day(-28), day(-20)),
        (6, day(-30), day(-30)),
    ):
        accept = Accept(owners=(OWNER,), lead="ann", due=due, follow_up=follow_up)
        do(place, number, accept, on=long_ago)
    evidence = AddEvidence(f"Board paper {HOSTILE}", SourceClass.OFFICIAL, dated=day(-40))
    do(
        place,
        5,
        evidence,
        SetStatus(Status.IN_PROGRESS),
        SetFields({"success_test": "The plan is published"}),
        Claim("published"),
        on=day(-35),
    )
    do(place, 5, Approve("it is"), by="bob", on=day(-34))
    check = RecordCheck(CheckResult.NOTHING_FOUND, "their site", next_follow_up=day(-30))
    do(place, 6, check, SetStatus(Status.STALLED, "no money"), on=day(-60))


def reject_candidates(place: Path) -> None:
    """Empty the inbox."""
    for number in (7, 8):
        do(place, number, Reject(RejectReason.OTHER, "not one"))


def app_on(place: Path, *, actor: str = "ann", theme: str = "dark") -> CommitrackApp:
    """The app on the store at `place`, on the fixed day."""
    return CommitrackApp(
        str(place), Lens(TODAY, actor), open_store=lambda: open_store(place), theme=theme
    )


async def until(pilot: Pilot[None], condition: Callable[[], object], patience: float = 20) -> None:
    """Let the app run until a condition holds; fail when it has not after `patience` seconds.

    It is looked at less and less often, since many conditions draw the screen. Seconds in which the
    machine gave this process no time are none that the app had, so they do not count.
    """
    waited, pause = 0.0, MOMENT
    while not condition():
        if waited > patience:
            raise AssertionError(f"it never came about; on the screen:\n{screen_text(pilot.app)}")
        before = monotonic()
        await asyncio.sleep(pause)
        waited += min(monotonic() - before, 2 * pause)
        pause = min(pause * 1.5, LONGEST_LOOK)
    await pilot.pause()


def screen_text(app: App[Any]) -> str:
    """What the screen shows, line by line."""
    return "\n".join(
        "".join(segment.text for segment in strip)
        for strip in app.screen._compositor.render_strips()
    )
