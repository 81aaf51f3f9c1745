"""What a second person judges a closing by, on one screen, in lines. Pure."""

from __future__ import annotations

from datetime import date

from commitrack.model.cleaning import clean_line
from commitrack.model.records import Decision, Dossier, Review
from commitrack.tui.excerpt import Excerpt, of_text
from commitrack.tui.prose import Line, Prose
from commitrack.tui.widgets.dossier_lines import checks, dates, evidence, moves
from commitrack.tui.widgets.wording_lines import in_its_words

_MUTED = "prose--muted"
_FURTHEST, _LITTLE = 4_000, 100
"""Characters of the statement that are shown on either side of the words where there is room for
them, at most and at least.
"""


def may_not_approve(dossier: Dossier, actor: str) -> str | None:
    """Why `actor` is not a second person here, in a sentence; None when they are."""
    review = dossier.pending_review or dossier.closing_review
    if review is None or review.asked_by.casefold() != actor.casefold():
        return None
    return "You asked for this yourself: another person approves it, or you say you are alone."


def review_lines(
    dossier: Dossier, text: str | None, actor: str, today: date, width: int, height: int
) -> list[Line]:
    """The claim with what was decided before, the words, the success test and the evidence; then
    what else is on file.

    Last comes the statement around the words, if its `text` is at hand: as much of it as fills
    `height` lines, and some of it in any case.
    """
    prose = Prose(width)
    _claim(prose, dossier, actor)
    _words(prose, dossier)
    prose.heading("Success test")
    test = dossier.commitment.success_test
    prose.paragraph((clean_line(test), "") if test else ("none on record", "prose--none"))
    evidence(prose, dossier)
    _standing(prose, dossier, today)
    checks(prose, dossier)
    moves(prose, dossier)
    if text is not None and dossier.mentions:
        prose.lines += _around(dossier, text, width, height - len(prose.lines))
    return prose.lines


def _around(dossier: Dossier, text: str, width: int, room: int) -> list[Line]:
    """The statement around the words, in so many lines; with little room, what says enough."""
    mention = dossier.mentions[0]
    reach = min(_FURTHEST, room * width // 2)
    while reach > _LITTLE:
        lines = _written(dossier, of_text(text, mention, reach, paragraphs=True), width)
        if len(lines) <= room:
            return lines
        reach = reach * 4 // 5
    return _written(dossier, of_text(text, mention), width)


def _written(dossier: Dossier, excerpt: Excerpt, width: int) -> list[Line]:
    prose = Prose(width)
    in_its_words(prose, dossier, excerpt, "In the statement")
    return [(), *prose.lines]


def _claim(prose: Prose, dossier: Dossier, actor: str) -> None:
    """Who asks for what, and whether whoever looks may grant it."""
    commitment = dossier.commitment
    prose.paragraph((f"{commitment.id} ", _MUTED), (clean_line(commitment.title), "prose--title"))
    review, closing = dossier.pending_review, dossier.closing_review
    if review is not None:
        asked = f"{clean_line(review.asked_by)} asked on {review.asked_on.isoformat()}"
        prose.paragraph(
            (f"{asked} to close it as ", ""),
            (review.proposed.words, "mark--soon"),
        )
        if review.asked_note:
            prose.paragraph((f"“{clean_line(review.asked_note)}”", ""))
    elif closing is not None:
        by = clean_line(closing.decided_by or "")
        prose.paragraph(
            (f"Closed as {closing.proposed.words} by {by}; ", ""),
            ("new evidence disputes it", "mark--late"),
            (".", ""),
        )
    for earlier in dossier.reviews:
        if earlier.decision is not None:
            prose.paragraph((_told(earlier), _MUTED))
    warning = may_not_approve(dossier, actor)
    if warning:
        prose.paragraph((f"✗ {warning}", "mark--soon"))


def _told(review: Review) -> str:
    """What a second person has decided before: it may be what this claim answers."""
    decided = "sent back" if review.decision is Decision.SENT_BACK else "approved"
    day = review.decided_on.isoformat() if review.decided_on else ""
    own = " (self-verified)" if review.self_verified else ""
    why = f": {review.reason}" if review.reason else ""
    return clean_line(f"{decided}{own} by {review.decided_by} {day}{why}")


def _words(prose: Prose, dossier: Dossier) -> None:
    """What was promised, and where it was said."""
    prose.heading("The words")
    prose.paragraph((f"“{clean_line(dossier.commitment.quote)}”", ""))
    source = dossier.source
    if source is None:
        prose.paragraph(("typed in by hand", _MUTED))
        return
    day = source.said_on.isoformat() if source.said_on else "date unknown"
    prose.paragraph((f"{source.id} {clean_line(source.title)} · {day}", _MUTED))


def _standing(prose: Prose, dossier: Dossier, today: date) -> None:
    """Whose it is, and how it stands against its dates."""
    commitment = dossier.commitment
    prose.heading("How it stands")
    owner = clean_line(commitment.owner)
    prose.field("Owner", (owner, "") if owner else ("nobody", "prose--none"))
    if commitment.lead:
        prose.field("Lead", (clean_line(commitment.lead), ""))
    dates(prose, dossier, today)
