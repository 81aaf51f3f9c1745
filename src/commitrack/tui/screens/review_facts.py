"""What a second person judges a closing by, on one screen. Pure."""

from __future__ import annotations

from collections.abc import Iterator

from textual.content import Content

from commitrack.model.cleaning import clean_line
from commitrack.model.records import Dossier, Evidence, Review, Stance


def may_not_approve(dossier: Dossier, actor: str) -> str | None:
    """Why `actor` is not a second person here, in a sentence; None when they are."""
    review = dossier.pending_review or dossier.closing_review
    if review is None or review.asked_by.casefold() != actor.casefold():
        return None
    return "You asked for this yourself: another person approves it, or you say you are alone."


def review_facts(dossier: Dossier, actor: str) -> Content:
    """The claim, the success test, the evidence and the quote, each under its heading."""
    commitment = dossier.commitment
    parts = [
        Content.assemble(
            (commitment.id, "bold $text-accent"), " ", (clean_line(commitment.title), "bold")
        ),
        *_who_and_what(dossier),
    ]
    warning = may_not_approve(dossier, actor)
    if warning:
        parts.append(Content.styled(f"✗ {warning}", "$text-warning"))
    parts += [_heading("Success test"), _text(commitment.success_test or "none on record")]
    parts += [_heading("Evidence"), *_evidence(dossier)]
    parts += [_heading("The words"), Content(f"“{clean_line(commitment.quote)}”"), _origin(dossier)]
    return Content("\n").join(parts)


def _who_and_what(dossier: Dossier) -> Iterator[Content]:
    owner = clean_line(dossier.commitment.owner) or "nobody"
    review = dossier.pending_review
    if review is None:
        closing = dossier.closing_review
        if closing is not None:
            yield Content(
                f"Closed as {closing.proposed.words} by {clean_line(closing.decided_by or '')}; "
                "new evidence disputes it."
            )
    else:
        yield Content.assemble(
            f"{clean_line(review.asked_by)} asked on {review.asked_on.isoformat()} to close it as ",
            (review.proposed.words, "bold"),
        )
        if review.asked_note:
            yield Content(f"“{clean_line(review.asked_note)}”")
    yield Content.styled(f"Owner: {owner}", "$foreground 60%")
    for earlier in dossier.reviews:
        if earlier.decision is not None:
            yield Content.styled(_earlier(earlier), "$foreground 60%")


def _earlier(review: Review) -> str:
    decided = "sent back" if review.decision == "sent_back" else "approved"
    day = review.decided_on.isoformat() if review.decided_on else ""
    own = " (self-verified)" if review.self_verified else ""
    why = f": {review.reason}" if review.reason else ""
    return clean_line(f"{decided}{own} by {review.decided_by} {day}{why}")


def _evidence(dossier: Dossier) -> Iterator[Content]:
    if not dossier.standing_evidence:
        yield Content.styled("none on record", "$foreground 60%")
    for piece in dossier.standing_evidence:
        yield from _piece(piece)


def _piece(piece: Evidence) -> Iterator[Content]:
    against = piece.stance in (Stance.DISPUTES, Stance.WITHDRAWS)
    dated = piece.dated.isoformat() if piece.dated else "undated"
    yield Content.assemble(
        ("✗ " if against else "• ", "$text-error" if against else ""),
        (clean_line(piece.title), "bold"),
        (f"  {piece.source.value}, {piece.stance.value}, {dated}", "$foreground 60%"),
    )
    where = " · ".join(clean_line(part) for part in (piece.url, piece.locator) if part)
    if where:
        yield Content.styled(f"  {where}", "$foreground 60%")
    if piece.quote:
        yield Content(f"  “{clean_line(piece.quote)}”")


def _origin(dossier: Dossier) -> Content:
    source = dossier.source
    if source is None:
        return Content.styled("typed in by hand", "$foreground 60%")
    day = source.said_on.isoformat() if source.said_on else "date unknown"
    return Content.styled(f"{source.id} {clean_line(source.title)} · {day}", "$foreground 60%")


def _heading(text: str) -> Content:
    return Content.styled(f"\n{text}", "bold $text-accent")


def _text(text: str) -> Content:
    return Content(clean_line(text))
