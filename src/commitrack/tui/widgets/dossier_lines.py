"""Everything on file about one commitment, laid out in lines for the detail pane. Pure."""

from __future__ import annotations

from datetime import date

from commitrack.model.assurance import Assurance, assurance, disputed, stale
from commitrack.model.cleaning import clean_line
from commitrack.model.dayinput import distance
from commitrack.model.rag import rag
from commitrack.model.records import Check, Decision, Dossier, Evidence, Review, Stance
from commitrack.model.schedule import Clock, Schedule, late_clocks, schedule, slippage
from commitrack.model.status import Stage
from commitrack.reports.wording import on_record
from commitrack.tui.excerpt import Excerpt
from commitrack.tui.marks import rag_style, rag_text, status_style, status_text
from commitrack.tui.prose import Line, Piece, Prose
from commitrack.tui.widgets.link_lines import link_lines, waiting_lines
from commitrack.tui.widgets.wording_lines import in_its_words, left_open

_MUTED = "prose--muted"
_ROOMY = 60
"""Cells from which status and light stand on one line."""
_STANCE_MARKS = {
    Stance.SUPPORTS: ("+", "rag--green"),
    Stance.PARTIAL: ("±", "rag--amber"),
    Stance.DISPUTES: ("−", "rag--red"),
    Stance.WITHDRAWS: ("−", "rag--red"),
}


def dossier_lines(dossier: Dossier, excerpt: Excerpt | None, today: date, width: int) -> list[Line]:
    """The lines of the detail pane, `width` cells wide.

    `excerpt` is the statement around the quote when it is at hand; without it the words that
    the mention itself carries are shown.
    """
    prose = Prose(width)
    _head(prose, dossier, today)
    _people(prose, dossier)
    dates(prose, dossier, today)
    _support(prose, dossier, today)
    _source(prose, dossier)
    in_its_words(prose, dossier, excerpt)
    _review(prose, dossier)
    left_open(prose, dossier)
    evidence(prose, dossier)
    checks(prose, dossier)
    moves(prose, dossier)
    _past_reviews(prose, dossier)
    link_lines(prose, dossier)
    _remarks(prose, dossier)
    return prose.lines


def _head(prose: Prose, dossier: Dossier, today: date) -> None:
    commitment = dossier.commitment
    light = rag(dossier, today)
    kind = "" if commitment.kind == "commitment" else f"{commitment.kind} · "
    state: list[Piece] = [
        (f"{commitment.id} · {kind}", _MUTED),
        (status_text(commitment.status), status_style(commitment.status)),
    ]
    lit: list[Piece] = [
        (rag_text(light.colour), rag_style(light.colour)),
        (f" {light.reason}", "prose--plain"),
    ]
    prose.paragraph((clean_line(commitment.title), "prose--title"))
    if prose.width >= _ROOMY:
        prose.paragraph(*state, (" · ", _MUTED), *lit)
    else:
        prose.paragraph(*state)
        prose.paragraph(*lit)
    if commitment.reason:
        prose.paragraph((f"because: {clean_line(commitment.reason)}", _MUTED))
    pending = dossier.pending_review
    if pending is not None:
        prose.paragraph(
            (f"◕ {pending.proposed.words}? awaits sign-off by a second person", "mark--soon")
        )
    waiting_lines(prose, dossier)


def _people(prose: Prose, dossier: Dossier) -> None:
    commitment = dossier.commitment
    prose.blank()
    if not commitment.owners:
        prose.field("Owner", ("not stated", "prose--none"))
    for number, owner in enumerate(commitment.owners):
        parent = dossier.parents.get(owner)
        tail = f", part of {clean_line(parent)}" if parent else ""
        prose.field("Owner" if number == 0 else "", (clean_line(owner), ""), (tail, _MUTED))
    if commitment.partners:
        prose.field("With", (clean_line(", ".join(commitment.partners)), ""))
    prose.field("Lead", _or_none(commitment.lead))
    if commitment.reviewer:
        prose.field("Reviewer", (clean_line(commitment.reviewer), ""))


def _source(prose: Prose, dossier: Dossier) -> None:
    """Who said it and where; below the dates, which a low pane must not push out of sight."""
    source = dossier.source
    if source is not None:
        prose.blank()
        maker = source.speaker or source.publisher
        role = f", {clean_line(source.role)}" if source.speaker and source.role else ""
        prose.field("Said by", _or_none(maker), (role, _MUTED))
        said = _said_on(source.said_on, source.precision)
        prose.field("In", (f"{source.id} ", _MUTED), (clean_line(source.title), ""), (said, _MUTED))


def _said_on(day: date | None, precision: str) -> str:
    if day is None:
        return ", date unknown"
    length = {"year": 4, "month": 7}.get(precision, 10)
    return f", {day.isoformat()[:length]}"


def _or_none(text: str | None, words: str = "none") -> Piece:
    return (clean_line(text), "") if text else (words, "prose--none")


def dates(prose: Prose, dossier: Dossier, today: date) -> None:
    """The owner's date and ours, each with how far off it is."""
    commitment = dossier.commitment
    late = {one.clock: one for one in late_clocks(commitment, today)}
    place = schedule(commitment, today)
    prose.blank()
    if commitment.due is None:
        words = f"“{clean_line(commitment.due_text)}”" if commitment.due_text else "no date"
        prose.field("Due", (words, "" if commitment.due_text else "prose--none"))
    else:
        style = "mark--late" if Clock.DUE in late else ""
        words = (
            _days(late[Clock.DUE].days, "late")
            if Clock.DUE in late
            else _away(commitment.due, today)
        )
        if place in (Schedule.MET, Schedule.MET_LATE, Schedule.MISSED):
            words = place.value
        prose.field("Due", (commitment.due.isoformat(), style), (f"  {words}", style or _MUTED))
        slip = slippage(commitment, dossier.moves)
        first = commitment.due_original
        if first is not None and first != commitment.due:
            moved = f"{slip.days:+d} days" if slip.days is not None else ""
            times = f", moved {slip.moves}×" if slip.moves else ""
            prose.field(
                "  first",
                (first.isoformat(), ""),
                (f"  {moved}{times}", "mark--soon"),
            )
        if commitment.due_text:
            prose.field("  as said", (f"“{clean_line(commitment.due_text)}”", _MUTED))
    if commitment.status.stage is Stage.CLOSED:
        if commitment.closed_on is not None:
            prose.field("Closed", (commitment.closed_on.isoformat(), ""))
    elif commitment.follow_up is not None:
        chased = late.get(Clock.CHASE)
        words = _days(chased.days, "past") if chased else _away(commitment.follow_up, today)
        style = "mark--chase" if chased else ""
        prose.field(
            "Follow-up", (commitment.follow_up.isoformat(), style), (f"  {words}", style or _MUTED)
        )


def _days(days: int, what: str) -> str:
    return f"{days:,} day{'' if days == 1 else 's'} {what}"


def _away(day: date, today: date) -> str:
    return distance((day - today).days)


def _support(prose: Prose, dossier: Dossier, today: date) -> None:
    commitment = dossier.commitment
    if commitment.status.stage is not Stage.TRIAGE:
        level = assurance(dossier)
        pieces: list[Piece] = [(level.words, "prose--none" if level is Assurance.NONE else "")]
        if stale(dossier, today) and commitment.status.stage is Stage.OPEN:
            pieces.append(("  stale", "mark--chase"))
        if disputed(dossier):
            pieces.append(("  disputed", "mark--late"))
        prose.field("Assurance", *pieces)
    test = commitment.success_test
    prose.field("Test", (clean_line(test), "") if test else ("none yet", "prose--none"))
    if commitment.priority != 2:
        prose.field("Priority", ("high" if commitment.priority == 1 else "low", ""))
    if commitment.topic:
        prose.field("Topic", (clean_line(commitment.topic), ""))
    if commitment.tags:
        prose.field("Tags", (clean_line(", ".join(commitment.tags)), ""))


def _review(prose: Prose, dossier: Dossier) -> None:
    pending = dossier.pending_review
    if pending is None:
        return
    prose.heading("Awaiting sign-off")
    note = f": {clean_line(pending.asked_note)}" if pending.asked_note else ""
    prose.paragraph(
        (f"{pending.proposed.words}?", "mark--soon"),
        (f" asked by {clean_line(pending.asked_by)} on {pending.asked_on}{note}", ""),
    )
    prose.paragraph((f"Needs a person other than {clean_line(pending.asked_by)}.", _MUTED))


def evidence(prose: Prose, dossier: Dossier) -> None:
    """What is on file for it and against it."""
    standing = dossier.standing_evidence
    prose.heading("Evidence", str(len(standing)) if standing else "")
    if not standing:
        prose.paragraph((clean_line(on_record(dossier)), "prose--none"))
    for piece in dossier.evidence:
        _piece(prose, piece)


def _piece(prose: Prose, piece: Evidence) -> None:
    if piece.retracted is not None:
        prose.bullet(
            ("×", _MUTED),
            (clean_line(piece.title), "prose--struck"),
            (f"  retracted: {clean_line(piece.retracted)}", _MUTED),
        )
        return
    prose.bullet(
        _STANCE_MARKS[piece.stance],
        (clean_line(piece.title), ""),
        (f"  {_facts(piece)}", _MUTED),
    )
    if piece.quote:
        prose.bullet(("", ""), (f"“{clean_line(piece.quote)}”", "prose--context"))
    if piece.url:
        prose.bullet(("", ""), (clean_line(piece.url), _MUTED))


def _facts(piece: Evidence) -> str:
    """Its class, form, stance, date and place in a line."""
    facts = [piece.source.value, piece.kind.value]
    if piece.stance is not Stance.SUPPORTS:
        facts.append(piece.stance.value)
    if piece.dated is not None:
        facts.append(piece.dated.isoformat())
    if piece.locator:
        facts.append(clean_line(piece.locator))
    return " · ".join(facts)


def checks(prose: Prose, dossier: Dossier) -> None:
    """When somebody looked, where, and what turned up."""
    if not dossier.checks:
        return
    prose.heading("Checks", str(len(dossier.checks)))
    for check in reversed(dossier.checks):
        _check(prose, check)


def _check(prose: Prose, check: Check) -> None:
    note = f": {clean_line(check.note)}" if check.note else ""
    prose.bullet(
        ("·", _MUTED),
        (f"{check.on} ", ""),
        (check.result.value.replace("_", " "), ""),
        (f", {clean_line(check.where)}{note} · {clean_line(check.by)}", _MUTED),
    )


def moves(prose: Prose, dossier: Dossier) -> None:
    """How the owner's date has moved, and why."""
    if not dossier.moves:
        return
    prose.heading("The date moved")
    for move in reversed(dossier.moves):
        days = f" {move.days:+d} days" if move.days is not None else ""
        new = move.new.isoformat() if move.new else "no date"
        prose.bullet(
            ("·", _MUTED),
            (f"{move.old} → {new}", ""),
            (f"{days}: {clean_line(move.reason)} · {clean_line(move.by)}, {move.on}", _MUTED),
        )


def _past_reviews(prose: Prose, dossier: Dossier) -> None:
    decided = [review for review in dossier.reviews if review.decision is not None]
    if not decided:
        return
    prose.heading("Sign-offs")
    for review in reversed(decided):
        _decision(prose, review)


def _decision(prose: Prose, review: Review) -> None:
    approved = review.decision is Decision.APPROVED
    by = clean_line(review.decided_by or "")
    own = " (self-verified)" if review.self_verified else ""
    words = f"{review.proposed.words}{own}" if approved else "sent back"
    reason = f": {clean_line(review.reason)}" if review.reason else ""
    prose.bullet(
        ("✓", "rag--blue") if approved else ("↩", "rag--amber"),
        (words, ""),
        (f" by {by}, {review.decided_on}{reason}", _MUTED),
    )


def _remarks(prose: Prose, dossier: Dossier) -> None:
    commitment = dossier.commitment
    if commitment.note:
        prose.heading("Note")
        prose.paragraph((commitment.note, ""))
    if commitment.cues and commitment.status.stage is Stage.TRIAGE:
        prose.heading("Why it was proposed")
        sure = f"  ({commitment.confidence.value} confidence)" if commitment.confidence else ""
        prose.paragraph((clean_line(", ".join(commitment.cues)), ""), (sure, _MUTED))
