"""Stores that hypothesis makes up, through the store's own interface and nothing else."""

from __future__ import annotations

import contextlib
import hashlib
from datetime import UTC, date, datetime, timedelta

from hypothesis import strategies as st

from commitrack.model.actions import (
    Accept,
    Action,
    AddEvidence,
    AddLink,
    Approve,
    Claim,
    DismissQuestion,
    Edit,
    RecordCheck,
    Reject,
    SendBack,
    SetFields,
    SetStatus,
)
from commitrack.model.errors import CommitrackError
from commitrack.model.history import Signature
from commitrack.model.records import CheckResult, Commitment, LinkType, SourceClass
from commitrack.model.statements import Mention, StatementDraft
from commitrack.model.status import RejectReason, Status
from commitrack.query import SavedView
from commitrack.store import Proposal, Store

START = datetime(2026, 3, 2, 9, tzinfo=UTC)
NAMES = ("Harbour Board", "Ferries Ltd", "Staff side", "Übersee-Amt")
ACTORS = ("ann", "bob")

words = st.text(
    st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30
) | st.sampled_from(["=1+1", '"', "\x00", "\u202egnp", "line\nline", "'", "{}", "\\u0000", "🚢"])
days = st.dates(date(2025, 1, 1), date(2028, 12, 31))

Step = tuple[str, int, int, str, date]
step = st.tuples(
    st.sampled_from(
        [
            *("state", "state", "accept", "accept", "reject", "lead", "due", "owner"),
            *("evidence", "progress", "check", "claim", "dismiss", "link", "party"),
            *("read", "unread", "undo", "redo", "note", "merge", "rename", "partners"),
            *("approve", "back", "view", "view", "drop"),
        ]
    ),
    st.integers(0, 5),
    st.integers(0, 5),
    words,
    days,
)
steps = st.lists(step, min_size=1, max_size=14)
"""What is done to a store, one after the other; what the rules refuse is left out."""


def sign(moment: int, which: int) -> Signature:
    """Somebody's signature, a minute later for each moment."""
    at = START + timedelta(minutes=moment)
    return Signature(ACTORS[which % 2], at.date(), at, "test")


def make(store: Store, todo: list[Step], begin: int = 0) -> None:
    """Do every step that the rules allow."""
    for place, step in enumerate(todo):
        with contextlib.suppress(CommitrackError):
            perform(store, step, sign(begin + place, step[1]))


def perform(store: Store, step: Step, by: Signature) -> None:
    """Do one step; what the rules refuse raises."""
    what, first, second, text, day = step
    if what == "state":
        state(store, text, first, by)
        return
    if what == "party":
        store.set_party(NAMES[first % 4], {"parent": NAMES[second % 4]}, by)
        return
    if what == "merge":
        store.merge_parties(NAMES[first % 4], NAMES[second % 4], by)
        return
    if what == "rename":
        values = {"name": f"New {NAMES[second % 4]}", "aliases": (NAMES[first % 4],)}
        store.set_party(NAMES[first % 4], values, by)
        return
    if what == "view":
        name, key = "abc"[first % 3], "123"[second % 3]
        view = SavedView(name, name, f"due:{day} {('', '@a', '-@b')[second % 3]}", key)
        store.save_views([view], by, replace=bool(first % 2))
        return
    if what == "drop":
        store.drop_views(["abc"[first % 3]], by)
        return
    if what in ("undo", "redo"):
        getattr(store, what)(by)
        return
    if what == "read":
        store.mark_read(1 + first % 2, [(0, 2)], by, note=text)
        return
    if what == "unread":
        store.mark_unread(1 + first % 2, [(0, 2)], by)
        return
    actions: dict[str, Action] = {
        "accept": Accept(owners=(NAMES[second % 4],), due=day),
        "reject": Reject(RejectReason.OTHER, text),
        "lead": SetFields({"lead": " ".join(text.split())[:40] or None}),
        "due": SetFields({"due": day}, why="it slipped"),
        "owner": SetFields({"owner": tuple(dict.fromkeys((NAMES[first % 4], NAMES[second % 4])))}),
        "partners": SetFields({"partners": (NAMES[second % 4],)}),
        "approve": Approve(),
        "back": SendBack(text),
        "note": SetFields({"note": text, "tags": ("a", "b")}),
        "evidence": AddEvidence(text, SourceClass.OFFICIAL, dated=day),
        "progress": SetStatus(Status.IN_PROGRESS),
        "check": RecordCheck(CheckResult.NOTHING_FOUND, text),
        "claim": Claim(text, "a plan is published"),
        "dismiss": DismissQuestion("L2", text),
        "link": AddLink(LinkType.REPEATS, 1 + second),
    }
    store.apply([Edit(1 + first, actions[what])], by)


def state(store: Store, text: str, owner: int, by: Signature) -> None:
    """Store a statement with two candidates in it."""
    whole = f"We will publish {text}. We will train staff.\n"
    first, second = f"We will publish {text}", "We will train staff"
    proposals = [
        Proposal(
            Commitment(title=quote[:80], quote=quote, owners=(NAMES[owner % 4],), cues=("F1",)),
            Mention(0, start, start + len(quote), quote, "", whole[start + len(quote) :][:32]),
        )
        for quote, start in ((first, 0), (second, len(first) + 2))
    ]
    sha256 = hashlib.sha256(whole.encode()).hexdigest()
    draft = StatementDraft(whole, sha256, "A statement", publisher=NAMES[owner % 4], source="l.txt")
    store.add_statement(draft, proposals, {}, by)
