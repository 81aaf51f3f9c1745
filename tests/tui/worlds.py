"""Stores to look at: an empty one, one in which nothing was found, a busy one and a hostile one.

Everything in them is fixed, and nothing comes from the extractor, whose rules are at work in other
tests: what a screen shows of them changes only when the screen does.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path

from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    AddLink,
    Approve,
    Claim,
    Edit,
    LogSent,
    RecordCheck,
    Reject,
    SetFields,
    SetStatus,
)
from commitrack.model.history import Signature
from commitrack.model.kinds import Confidence, OwnerBasis, Strength
from commitrack.model.records import CheckResult, Commitment, LinkType, SourceClass, Stance
from commitrack.model.statements import Mention, Precision, StatementDraft
from commitrack.model.status import RejectReason, Status
from commitrack.query import SavedView
from commitrack.store import Proposal, Store, open_store
from tests.tui.building import HOSTILE, day

FAMILY = "👩‍👩‍👧‍👦"
FOREIGN = (
    f"Ysgol Gynradd {FAMILY} y Bont",
    "国立国会図書館 東京本館",
    "هيئة الصحة في المدينة",
    "עיריית חיפה והסביבה",
    "Straße der Größe – ﬁnanziert",
    "กระทรวงสาธารณสุข",
    "e\u0301cole des beaux-arts",
    "🏳️‍🌈 Pride 🇬🇧 Council",
)
"""Names that are wider, or shorter, in cells than in letters, or that are read from the right."""
LONG = (
    "The Joint Committee of the Northern and Eastern Combined Authorities on the Future of Rural "
    "and Coastal Public Transport Services"
)
"""A name of 130 characters, give or take."""

OWNERS = (
    "Wexholm City Council",
    "Fellside Electricity Networks",
    "Department for Towns",
    "Larkfold Homes",
)
PROMISES = (
    "We will fit a call button to every bed by the end of March",
    "The Council will publish the names of all its contractors",
    "We will answer every complaint within twenty working days",
    "The lifts at all nine stations will be replaced",
    "We will train every member of staff to use the new equipment",
    "A senior nurse will be on duty in the emergency department at every hour of the day",
    "We will consult residents before any bus is withdrawn",
    "The Department will report to Parliament each spring",
    "We will refund those who were charged twice",
    "Two mobile clinics will visit the islands each month",
    "We will plant a tree for each one that is felled",
    "The Board will meet in public",
    "We will end the use of agency staff on night shifts",
    "The waiting rooms will be open until the last train",
    "We will write to all 21,640 pensioners who were underpaid",
    "Every school will have a counsellor",
    "We will open a warm and powered place in each ward",
    "The inquiry’s report will be published in full",
)


def sign(actor: str, on: date, hour: int = 9) -> Signature:
    """A signature at an hour of a day."""
    return Signature(actor, on, datetime(on.year, on.month, on.day, hour, tzinfo=UTC))


def put(
    store: Store,
    title: str,
    publisher: str,
    said: date,
    promises: Sequence[str],
    owners: Sequence[str],
    *,
    between: str = "It has been a hard year, and staff have carried it.",
) -> None:
    """Put a statement in that says these in turn, each a candidate with an owner."""
    text = f"{title}\n\n" + "\n\n".join(f"{promise}. {between}" for promise in promises)
    proposals, at = [], 0
    for number, promise in enumerate(promises):
        at = text.index(promise, at)
        owner = owners[number % len(owners)] if owners else None
        proposals.append(
            Proposal(
                Commitment(
                    title=promise[:78],
                    quote=promise,
                    owners=() if owner is None else (owner,),
                    owner_basis=OwnerBasis.UNSTATED if owner is None else OwnerBasis.STATED,
                    strength=Strength.FIRM,
                    confidence=Confidence.HIGH,
                    cues=("will-verb",),
                ),
                Mention(0, at, at + len(promise), promise),
            )
        )
        at += len(promise)
    draft = StatementDraft(
        text,
        hashlib.sha256(text.encode()).hexdigest(),
        title,
        publisher=publisher,
        speaker="Jo Bell",
        role="Chief Executive",
        said_on=said,
        precision=Precision.DAY,
    )
    store.add_statement(draft, proposals, {}, sign("ann", said, 8))


def empty(place: Path) -> None:
    """A store as it is made."""
    open_store(place, create=True).close()


def quiet(place: Path) -> None:
    """A statement, and nothing found in it."""
    store = open_store(place, create=True)
    put(store, "Thanks to all who helped", "Larkfold Homes", day(-9), (), ())
    store.close()


def busy(place: Path) -> None:
    """Three statements: some candidates wait, the rest is in every status and at every light."""
    store = open_store(place, create=True)
    for at, title in enumerate(("What we promise this year", "After the storm", "Annual meeting")):
        put(
            store,
            title,
            OWNERS[at],
            day(-200 + 60 * at),
            PROMISES[6 * at : 6 * at + 6],
            OWNERS[at : at + 2],
        )

    def do(number: int, *actions: Action, by: str = "ann", on: int = -80) -> None:
        store.apply([Edit(number, action) for action in actions], sign(by, day(on)))

    dues = (-214, -40, -3, 0, 2, 9, 25, 60, 200, None, -10, -33, 4, 12)
    for number, due in enumerate(dues, start=1):
        when = None if due is None else day(due)
        do(number, Accept((), ("ann", "bob", "carys")[number % 3], when, day(-20 + 5 * number)))
    do(15, Reject(RejectReason.OTHER, "not a promise of theirs"))
    paper = AddEvidence(
        "Board paper 14", SourceClass.OFFICIAL, url="https://board.example/14", dated=day(-50)
    )
    tested = SetFields({"success_test": "It is published, and somebody else has read it"})
    for number in (2, 5, 6, 11):
        do(number, paper, tested, SetStatus(Status.IN_PROGRESS), on=-48)
    do(2, Claim("published"), on=-40)
    do(2, Approve("it is"), by="bob", on=-39)
    do(6, Claim("done, they say"), on=-12)
    do(11, Claim("done, we think"), by="bob", on=-11)
    checked = RecordCheck(CheckResult.NOTHING_FOUND, "their site", next_follow_up=day(-5))
    do(3, checked, SetStatus(Status.STALLED, "no money"), on=-30)
    dropped = AddEvidence(
        "Minutes of the chamber", SourceClass.SELF, stance=Stance.WITHDRAWS, quote="We will not."
    )
    do(12, dropped, SetStatus(Status.WITHDRAWN, "said so in the chamber"), on=-20)
    do(1, SetFields({"due": day(-180)}, why="the contractor failed"), on=-70)
    do(9, SetFields({"due": day(260), "priority": 1}, why="a new plan"), on=-6)
    store.close()


def hostile(place: Path) -> None:
    """Every text that people write is markup, escapes, foreign or far too long."""
    names = (HOSTILE, LONG, *FOREIGN)
    store = open_store(place, create=True)
    put(store, f"{HOSTILE} {LONG}", HOSTILE, day(-30), names, names, between=HOSTILE)
    put(store, LONG, LONG, day(-20), [f"{one} will mend it" for one in names], (), between=LONG)
    for number, name in enumerate(names, start=1):
        accept = Accept((), name, day(-4 + number), day(number))
        evidence = AddEvidence(name, SourceClass.OFFICIAL, quote=name, locator=name, dated=day(-9))
        texts = SetFields({"success_test": name, "topic": name, "note": name})
        check = RecordCheck(CheckResult.NOTHING_FOUND, name, note=name)
        edits = [Edit(number, action) for action in (accept, evidence, texts, check)]
        store.apply(edits, sign(f"ann {name}"[:60], day(-8)))
    for number in (1, 2, 4):
        claim = (SetStatus(Status.IN_PROGRESS), Claim(names[number]))
        store.apply([Edit(number, action) for action in claim], sign("bob", day(-7)))
    store.close()


VILE = (
    HOSTILE,
    "\x1b[2J\x1b[H\x1b]8;;https://evil.example\x07here\x1b]8;;\x07",
    "[bold red on white]loud[/] [link=https://evil.example]here[/link] [@click=app.quit]act[/]",
    "\u202egnp.exe\u202c \u2066isolated\u2069 \u200e\u200f\u061c",
    "nul\x00bell\x07back\x08delete\x7fnext\x85csi\x9b31m",
    "e\u0301\u0301\u0301\u0301 Z" + "\u0300" * 60 + " q\u0327\u0308",
    f"{FAMILY}{FAMILY}🏳️‍🌈👍🏽 \u200d\ufe0f",
    "שלום עולם مرحبا بالعالم",
    "国立国会図書館東京本館" * 12,
    "W" * 10_000,
    '=cmd|"/c calc"!A1',
    "one line\r\nanother\u2028and a third\n\n\n\tand a tab",
    "\ud7ff\ue000\ufeff\ufff9\ufffa\ufffb",
)
"""What each text that people write may be, in turn: none of it is to work on a terminal."""


def vile(place: Path) -> None:
    """Every field that holds words holds each of `VILE` somewhere, whatever the field is for."""
    store = open_store(place, create=True)
    short = [one[:120].replace("\n", " ") for one in VILE]
    for at, one in enumerate(VILE):
        title = f"{one}{at}"
        quotes = [f"{each} {at}" for each in VILE]
        put(store, title, short[at], day(-30 - at), quotes, short, between=VILE[at - 1])
    for number, one in enumerate(VILE, start=1):
        again = VILE[number % len(VILE)]
        name = short[number - 1]
        edits: list[Action] = [
            Accept((), name, day(number - 6), day(number)),
            AddEvidence(
                one, SourceClass.OFFICIAL, url=again, locator=one, quote=one, dated=day(-9)
            ),
            AddEvidence(f"{again}2", SourceClass.SELF, stance=Stance.DISPUTES, quote=again),
            SetFields(
                {"title": one, "success_test": one, "topic": again, "note": one, "tags": (name,)},
                why=one,
            ),
            RecordCheck(CheckResult.NOTHING_FOUND, one, note=again),
            LogSent(one, note=again),
            AddLink(LinkType.REPEATS, number % len(VILE) + 1, note=one),
        ]
        by = replace(sign(f"ann {name}"[:60], day(-8)), why=one)
        store.apply([Edit(number, action) for action in edits], by)
    for number in (1, 2, 3, 4, 5):
        claim = (SetStatus(Status.IN_PROGRESS), Claim(VILE[number]))
        store.apply([Edit(number, action) for action in claim], sign("bob", day(-7)))
    store.apply([Edit(2, Approve(VILE[0]))], sign("carys", day(-6)))
    reject = Reject(RejectReason.OTHER, VILE[1])
    store.apply([Edit(20, reject)], sign("bob", day(-6)))
    for number, one in enumerate(VILE[:3], start=1):
        view = SavedView(
            f"vile{number}", f"vile{number}", "is:open", description=one[:200], own=True
        )
        store.save_views([view], sign("bob", day(-5)))
    store.close()


WORLDS: dict[str, Callable[[Path], None]] = {
    "empty": empty,
    "quiet": quiet,
    "busy": busy,
    "hostile": hostile,
    "vile": vile,
}
"""Each by its name."""
