"""Dossiers to ask about, and an application to ask in."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from textual.app import App

from commitrack.model.actions import Action
from commitrack.model.history import Signature
from commitrack.model.kinds import OwnerBasis
from commitrack.model.records import (
    Check,
    CheckResult,
    Commitment,
    DateMove,
    Dossier,
    Evidence,
    Review,
    SourceClass,
)
from commitrack.model.status import Status
from commitrack.model.workflow import amended, plan
from commitrack.tui.dialogs import Dialog

TODAY = date(2026, 3, 2)
HOSTILE = "[/x] [@click=app.quit]q[/] \x1b]0;owned\x07\x1b[31m \u202edcba\u2069 a\x00b ["
"""Text that breaks whatever takes data for markup or passes it to the terminal."""

QUOTE = (
    "Along with its members, The NHS Confederation will explore how a process of board peer "
    "review might be set up"
)


def dossier(
    status: Status = Status.OPEN,
    number: int = 2,
    *,
    evidence: tuple[Evidence, ...] = (),
    checks: tuple[Check, ...] = (),
    moves: tuple[DateMove, ...] = (),
    reviews: tuple[Review, ...] = (),
    **fields: Any,
) -> Dossier:
    """A commitment as one accepted from the statement would be, with `fields` on top."""
    values: dict[str, Any] = {
        "title": "Explore a process of board peer review",
        "quote": QUOTE,
        "status": status,
        "owners": ("NHS Confederation",),
        "owner_basis": OwnerBasis.STATED,
        "follow_up": date(2026, 5, 31),
        "number": number,
        "version": 7,
    }
    commitment = Commitment(**(values | fields))
    return Dossier(commitment, evidence=evidence, checks=checks, moves=moves, reviews=reviews)


def paper(number: int = 1, **fields: Any) -> Evidence:
    """A piece of evidence that supports."""
    values: dict[str, Any] = {
        "title": "Board paper 14",
        "source": SourceClass.OFFICIAL,
        "dated": date(2026, 2, 20),
        "accessed_on": TODAY,
        "number": number,
    }
    return Evidence(**(values | fields))


def claimed(by: str = "ann") -> Dossier:
    """A claim of delivery that waits for a second person."""
    return dossier(
        Status.CLAIMED,
        success_test="board peer review options paper published",
        evidence=(paper(),),
        reviews=(Review(Status.DELIVERED, by, date(2026, 2, 25), "the paper is out", number=1),),
    )


def looked() -> Check:
    """A check that found nothing."""
    return Check(CheckResult.NOTHING_FOUND, "board papers", date(2026, 2, 1), "ann", number=1)


def hostile(status: Status = Status.OPEN) -> Dossier:
    """A record every text of which is hostile."""
    return dossier(
        status,
        title=HOSTILE,
        quote=HOSTILE,
        owners=(HOSTILE,),
        lead=HOSTILE,
        success_test=HOSTILE,
        due_text=HOSTILE,
        note=HOSTILE,
        topic=HOSTILE,
        due=date(2026, 6, 30),
        due_original=date(2026, 6, 30),
        evidence=(paper(title=HOSTILE, quote=HOSTILE),),
        reviews=(
            (Review(Status.DELIVERED, HOSTILE, TODAY, HOSTILE, number=1),)
            if status is Status.CLAIMED
            else ()
        ),
    )


def applied(record: Dossier, actions: tuple[Action, ...], actor: str = "ann") -> Dossier:
    """The dossier after `actions`, judged by the rules."""
    by = Signature(actor, TODAY, datetime(2026, 3, 2, 9, tzinfo=UTC))
    for action in actions:
        record = amended(record, plan(record, action, by))
    return record


class Asking(App[None]):
    """Opens one dialog and keeps its answer."""

    def __init__(self, dialog: Dialog) -> None:
        super().__init__()
        self.dialog = dialog
        self.answers: list[tuple[Action, ...] | None] = []

    def on_mount(self) -> None:
        """Open the dialog."""
        self.push_screen(self.dialog, self.answers.append)
