"""How a commitment stands against its dates (domain: derived). Two clocks, kept apart.

`due` is the owner's date; `follow_up` is ours. A missing date is never overdue, and a date that is
today is not overdue.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from commitrack.model.frozen import dataclass
from commitrack.model.house import house
from commitrack.model.records import Commitment, DateMove
from commitrack.model.status import Stage, Status


class Schedule(StrEnum):
    """How a commitment stands against the owner's date."""

    NO_DATE = "no date"
    FUTURE = "future"
    DUE_SOON = "due soon"
    DUE_TODAY = "due today"
    OVERDUE = "overdue"
    PASSED = "passed"
    """The date of something nobody accepted lies behind us: no judgement of its owner."""
    MET = "met"
    MET_LATE = "met late"
    MISSED = "missed"


class Clock(StrEnum):
    """Which of the two dates has passed."""

    DUE = "due"
    CHASE = "chase"


@dataclass(frozen=True, slots=True)
class Late:
    """A clock that has run out, and by how many days."""

    clock: Clock
    since: date
    days: int

    def __str__(self) -> str:
        unit = "day" if self.days == 1 else "days"
        return f"{self.days} {unit} past {'due' if self.clock is Clock.DUE else 'follow-up'}"


@dataclass(frozen=True, slots=True)
class Slippage:
    """How far the date is from the first one: `days` (None when undated), and later moves."""

    days: int | None
    moves: int


def schedule(commitment: Commitment, today: date) -> Schedule:
    """Place a commitment against the owner's date, as of `today`.

    Met, met late and missed measure a closed commitment against its *original* date, since that
    is what was promised.
    """
    promised = commitment.due_original or commitment.due
    if commitment.status.stage is Stage.CLOSED:
        if promised is None:
            return Schedule.NO_DATE
        if commitment.status not in (Status.DELIVERED, Status.PARTLY_DELIVERED):
            return Schedule.MISSED
        closed = commitment.closed_on or today
        return Schedule.MET if closed <= promised else Schedule.MET_LATE
    if commitment.due is None:
        return Schedule.NO_DATE
    days = (commitment.due - today).days
    if days == 0:
        return Schedule.DUE_TODAY
    if days < 0:
        open_ = commitment.status.stage is Stage.OPEN
        return Schedule.OVERDUE if open_ else Schedule.PASSED
    return Schedule.DUE_SOON if days <= house().due_soon else Schedule.FUTURE


def late_clocks(commitment: Commitment, today: date) -> tuple[Late, ...]:
    """Every clock that has run out on an open commitment: strictly before `today`."""
    if commitment.status.stage is not Stage.OPEN:
        return ()
    dates = ((Clock.DUE, commitment.due), (Clock.CHASE, commitment.follow_up))
    return tuple(
        Late(clock, day, (today - day).days)
        for clock, day in dates
        if day is not None and day < today
    )


def overdue(commitment: Commitment, today: date) -> bool:
    """``is:overdue``: open, and the due date or the follow-up date has passed."""
    return bool(late_clocks(commitment, today))


def chase(commitment: Commitment, today: date) -> bool:
    """Time to look again: open, with a follow-up of today or before."""
    return (
        commitment.status.stage is Stage.OPEN
        and commitment.follow_up is not None
        and commitment.follow_up <= today
    )


def slippage(commitment: Commitment, moves: Iterable[DateMove]) -> Slippage:
    """Days from the first date to the present one, and how often it moved to a later day."""
    days = None
    if commitment.due is not None and commitment.due_original is not None:
        days = (commitment.due - commitment.due_original).days
    return Slippage(days, sum(1 for move in moves if (move.days or 0) > 0))
