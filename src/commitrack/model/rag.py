"""The traffic light (domain: RAG): a colour that always comes with its glyph, word and reason."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from enum import StrEnum

from commitrack.model.assurance import last_looked, stale
from commitrack.model.frozen import dataclass
from commitrack.model.records import Dossier
from commitrack.model.schedule import (
    Clock,
    Schedule,
    chase,
    late_clocks,
    schedule,
    slippage,
)
from commitrack.model.status import Stage, Status

RED_MOVES = 3
"""Moves to a later date that make a commitment red."""
RED_SLIP_DAYS = 180
"""Days from the original date that make a commitment red."""
CLAIM_PATIENCE_DAYS = 14
"""Days a claim may wait for its review before it turns amber."""


class Colour(StrEnum):
    """The five lights."""

    BLUE = "BLUE"
    RED = "RED"
    AMBER = "AMBER"
    GREEN = "GREEN"
    GREY = "GREY"


GLYPHS = {
    Colour.BLUE: "◆",
    Colour.RED: "▲",
    Colour.AMBER: "●",
    Colour.GREEN: "■",
    Colour.GREY: "○",
}
"""One shape a colour, so that no reader depends on seeing colours."""


@dataclass(frozen=True, slots=True)
class Rag:
    """A light and why it burns."""

    colour: Colour
    reason: str

    @property
    def glyph(self) -> str:
        """The shape that stands for the colour."""
        return GLYPHS[self.colour]

    def __str__(self) -> str:
        return f"{self.glyph} {self.colour.value} {self.reason}"


def rag(dossier: Dossier, today: date) -> Rag:
    """The light of a commitment as of `today`; the first rule that matches wins."""
    for colour, reasons in (
        (Colour.BLUE, _blue),
        (Colour.RED, _red),
        (Colour.AMBER, _amber),
        (Colour.GREEN, _green),
    ):
        reason = next(reasons(dossier, today), None)
        if reason is not None:
            return Rag(colour, reason)
    return Rag(Colour.GREY, _grey(dossier, today))


def _blue(dossier: Dossier, today: date) -> Iterator[str]:
    del today
    if dossier.commitment.status is Status.DELIVERED:
        closing = dossier.closing_review
        own = closing is not None and closing.self_verified
        yield "delivered (self-verified)" if own else "delivered"


def _red(dossier: Dossier, today: date) -> Iterator[str]:
    commitment = dossier.commitment
    if commitment.status is Status.NOT_DELIVERED:
        yield "not delivered"
    if commitment.status.stage is not Stage.OPEN:
        return
    for late in late_clocks(commitment, today):
        if late.clock is Clock.DUE:
            yield f"overdue by {_days(late.days)}"
    slip = slippage(commitment, dossier.moves)
    if slip.moves >= RED_MOVES:
        yield f"date moved {slip.moves} times"
    if slip.days is not None and slip.days >= RED_SLIP_DAYS:
        yield f"slipped ≥ {RED_SLIP_DAYS} days (+{slip.days})"


def _amber(dossier: Dossier, today: date) -> Iterator[str]:
    commitment = dossier.commitment
    if commitment.status is Status.PARTLY_DELIVERED:
        yield "partly delivered"
    if commitment.status.stage is not Stage.OPEN:
        return
    if commitment.status is Status.STALLED:
        yield "stalled"
    pending = dossier.pending_review
    if commitment.status is Status.CLAIMED and pending is not None:
        waiting = today - pending.asked_on
        if waiting > timedelta(days=CLAIM_PATIENCE_DAYS):
            yield f"claim waiting {_days(waiting.days)}"
    if chase(commitment, today) and commitment.follow_up is not None:
        days = (today - commitment.follow_up).days
        yield f"follow-up {_days(days)} past" if days else "follow-up today"
    place = schedule(commitment, today)
    if place is Schedule.DUE_TODAY:
        yield "due today"
    if place is Schedule.DUE_SOON and commitment.due is not None:
        yield f"due in {_days((commitment.due - today).days)}"
    moves = slippage(commitment, dossier.moves).moves
    if moves:
        yield "date moved once" if moves == 1 else f"date moved {moves} times"


def _green(dossier: Dossier, today: date) -> Iterator[str]:
    moving = dossier.commitment.status is Status.IN_PROGRESS and dossier.standing_evidence
    if moving and not stale(dossier, today):
        yield "in progress"


def _grey(dossier: Dossier, today: date) -> str:
    words = dossier.commitment.status.words
    newest = last_looked(dossier)
    if dossier.commitment.status is Status.IN_PROGRESS and newest and stale(dossier, today):
        return f"{words}, nothing recorded since {newest}"
    return words


def _days(number: int) -> str:
    return f"{number} day" if number == 1 else f"{number} days"
