"""The refusals: one sentence each, naming what is missing and the way out."""

from __future__ import annotations

from datetime import date, timedelta

from commitrack.model.errors import BadInput, Refused
from commitrack.model.records import Commitment, Dossier, Evidence, Stance
from commitrack.model.status import MOVES, Status, may_move


def require_move(commitment: Commitment, new: Status) -> None:
    """Refuse a move the table does not know, naming the moves it does."""
    old = commitment.status
    if old is new:
        raise Refused(f"{commitment.id} is {old.words} already")
    if not may_move(old, new):
        ways = ", ".join(sorted(status.words for status in MOVES[old]))
        raise Refused(
            f"{commitment.id} is {old.words} and cannot become {new.words}; from here: {ways}"
        )


def require_reason(commitment: Commitment, why: str | None, what: str) -> str:
    """The reason, stripped; refuse when there is none."""
    words = " ".join((why or "").split())
    if not words:
        raise Refused(f"{commitment.id}: {what} needs a reason (--why)", ("reason",))
    return words


def require_owner(commitment: Commitment, owners: tuple[str, ...]) -> None:
    """Refuse when nobody is named who must deliver."""
    if not any(name.strip() for name in owners):
        raise Refused(
            f"{commitment.id} needs an owner: who must deliver? (--owner NAME)", ("owner",)
        )


def require_quote(commitment: Commitment) -> None:
    """Refuse a commitment without the words it was made in."""
    if not commitment.quote.strip():
        raise Refused(
            f"{commitment.id} needs a quote: the words in which the promise was made", ("quote",)
        )


def require_clock(commitment: Commitment, due: date | None, follow_up: date | None) -> None:
    """Refuse to leave an open commitment without any date that can ring."""
    if due is None and follow_up is None:
        raise Refused(
            f"{commitment.id} needs a due date or a follow-up date: an open commitment without "
            "either would never be looked at again",
            ("follow_up",),
        )


def evidence_of_action(dossier: Dossier) -> tuple[Evidence, ...]:
    """Standing evidence that something was done toward the commitment."""
    return tuple(
        piece
        for piece in dossier.standing_evidence
        if piece.stance in (Stance.SUPPORTS, Stance.PARTIAL)
    )


def require_evidence(dossier: Dossier, new: Status) -> None:
    """Refuse when nothing on file shows action toward the commitment."""
    if not evidence_of_action(dossier):
        number = dossier.commitment.id
        raise Refused(
            f"{number} needs evidence of action before it can be {new.words} "
            f"(commitrack evidence add {number} …)",
            ("evidence",),
        )


def require_past(what: str, day: date | None, today: date) -> None:
    """A record of something that happened cannot be dated after today."""
    if day is not None and day > today:
        raise BadInput(f"{what} {day.isoformat()} lies in the future (today is {today})")


def require_not_past(what: str, day: date | None, today: date) -> None:
    """A date to act on cannot be set to a day that has gone."""
    if day is not None and day < today:
        raise BadInput(f"{what} {day.isoformat()} has already passed (today is {today})")


def next_look(cadence: int, today: date) -> date:
    """The follow-up date that a cadence, in days, asks for."""
    try:
        return today + timedelta(days=cadence)
    except OverflowError:
        return date.max
