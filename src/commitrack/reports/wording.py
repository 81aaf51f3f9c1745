"""How reports put what is on record, so that none says more than the record does.

A claim of absence hurts when it is wrong: a report says what is recorded and when somebody last
looked, never that nothing was done (domain: findings behind the rules).
"""

from __future__ import annotations

from datetime import date

from commitrack.model.assurance import assurance
from commitrack.model.records import CheckResult, Dossier, Review, Source
from commitrack.model.schedule import Clock, late_clocks
from commitrack.model.statements import Precision
from commitrack.model.status import Status

LATE_LEGEND = (
    "due: the owner's date; follow-up: ours, when we look again. A day that is today is not late."
)


def on_record(dossier: Dossier) -> str:
    """The evidence that stands and the last look: ``none recorded, last checked … by …``."""
    standing = dossier.standing_evidence
    found = "none recorded"
    if standing:
        days = [day for piece in standing if (day := piece.dated or piece.accessed_on)]
        newest = f", newest {max(days)}" if days else ""
        found = f"{len(standing)} recorded ({assurance(dossier).words}{newest})"
    return f"{found}, {_last_check(dossier)}"


def _last_check(dossier: Dossier) -> str:
    """The last look, and a letter that was sent since."""
    if not dossier.looks:
        words, since = "no check recorded", date.min
    else:
        last = dossier.looks[-1]
        reply = ", no reply" if last.result is CheckResult.NO_REPLY else ""
        by = f" by {last.by}" if last.by else ""
        words, since = f"last checked {last.on}{by}{reply}", last.on
    letters = [one.on for one in dossier.letters if one.on >= since]
    return f"{words}, letter sent {max(letters)}" if letters else words


def next_step(dossier: Dossier, today: date) -> str:
    """What we do next about a late commitment: our step, since the owner's is the promise."""
    record = dossier.commitment
    pending = dossier.pending_review
    if pending is not None:
        return f"decide the review: {pending.proposed.words}? asked by {pending.asked_by}"
    clocks = {late.clock for late in late_clocks(record, today)}
    if Clock.CHASE not in clocks and record.follow_up is not None:
        return f"look again on {record.follow_up}"
    if record.status is Status.STALLED:
        return "look again; ask the owner when it goes on"
    if Clock.DUE in clocks:
        return "look again; ask the owner what came of it"
    return "look again"


def said_on(day: date | None, precision: Precision) -> str:
    """A statement's date as exactly as it is known, and no more exactly."""
    if day is None or precision is Precision.UNKNOWN:
        return "date unknown"
    if precision is Precision.YEAR:
        return f"{day.year:04d}"
    return f"{day:%Y-%m}" if precision is Precision.MONTH else day.isoformat()


def said_by(source: Source) -> str:
    """Who said it, where and when: ``Ann Lee, Harbour Board, Letter to members, 2026-02-03``."""
    when = said_on(source.said_on, source.precision)
    return ", ".join(
        part for part in (source.speaker, source.publisher, source.title, when) if part
    )


def status_words(dossier: Dossier) -> str:
    """The status, with who decided it: ``delivered, verified by bob 2026-03-02``.

    What its claimer approved is ``delivered (self-verified)`` ever after. Who decided is left out
    of what the public sees (`commitrack.model.publicity`), and so are those who looked.
    """
    words = dossier.commitment.status.words
    closing = dossier.closing_review
    if closing is None:
        return words
    if closing.self_verified:
        return f"{words} (self-verified)"
    by = closing.decided_by or "a second person"
    return f"{words}, {approval(closing)} by {by} {closing.decided_on}"


def approval(review: Review) -> str:
    """What an approval is called: a delivery is verified, any other closing approved."""
    kept = review.proposed in (Status.DELIVERED, Status.PARTLY_DELIVERED)
    return "verified" if kept else "approved"


def outcome(review: Review) -> str:
    """How a review was decided, or that it waits."""
    if review.decision is None:
        return "waits"
    words = review.decision.value.replace("_", " ")
    return f"{words} (self-verified)" if review.self_verified else words


def count(number: int, unit: str) -> str:
    """A number and its unit: ``1 move``, ``3 moves``."""
    return f"{number} {unit}" if number == 1 else f"{number} {unit}s"
