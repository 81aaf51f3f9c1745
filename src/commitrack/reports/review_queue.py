"""``review-queue``: what waits for a second person, with all that is needed to decide."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from commitrack.model.rag import rag
from commitrack.model.records import Dossier, Review
from commitrack.reports.frame import Column, Counts, Report, Row, Sort, Table
from commitrack.reports.selecting import select
from commitrack.reports.wording import on_record
from commitrack.store import Lens, ReadableStore

OWN = "is:review"
"""The condition: a closing was proposed, and nobody has decided."""

_QUEUE = (
    Column("id", "ID"),
    Column("title", "title"),
    Column("owner", "owner"),
    Column("proposed", "proposed"),
    Column("asked_on", "asked on"),
    Column("days", "days", Sort.NUMBER),
    Column("asked_by", "asked by"),
    Column("note", "their note"),
    Column("success_test", "success test"),
    Column("on_record", "on record"),
    Column("reviewer", "for"),
    Column("may_not", "may not approve"),
    Column("rag", "RAG", Sort.LIGHT),
)
_EVIDENCE = (
    Column("item", "item"),
    Column("number", "#", Sort.NUMBER),
    Column("title", "title"),
    Column("source", "source"),
    Column("stance", "stance"),
    Column("dated", "dated"),
    Column("locator", "where in it"),
    Column("quote", "quote"),
    Column("url", "address"),
    Column("by", "added by"),
)
_LEGEND = (
    "Oldest first. Days: since it was asked; today is 0.",
    "May not approve: whoever asked. A team of one can approve its own claim only by saying so, "
    "and it is called self-verified ever after.",
    "On record: the evidence filed, and who last looked when. Evidence that was retracted is left "
    "out.",
    "Identity is as given; it is asserted, not authenticated.",
)


@dataclass(frozen=True, slots=True)
class _Waiting:
    """A commitment and the review that nobody has decided."""

    dossier: Dossier
    review: Review


def review_queue(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """What waits for a decision, oldest first; `argument` is a query that narrows it down."""
    chosen = select(store, lens, OWN, argument)
    queue = sorted(_waiting(chosen.dossiers), key=_order)
    return chosen.head.over(
        "review-queue",
        "Waiting for review",
        _LEGEND,
        Table(
            "queue",
            "Waiting",
            _QUEUE,
            tuple(_row(one, lens) for one in queue),
            empty="nothing waits for a review",
        ),
        Table(
            "evidence",
            "Evidence to weigh",
            _EVIDENCE,
            tuple(row for one in queue for row in _evidence(one.dossier)),
            group="item",
            empty="none recorded",
        ),
        Counts("proposed", "By what is proposed", _by_proposed(queue), len(queue), "reviews"),
        Counts("asked_by", "By who asked", _by_asker(queue), len(queue), "reviews"),
    )


def _waiting(dossiers: tuple[Dossier, ...]) -> Iterator[_Waiting]:
    for dossier in dossiers:
        pending = dossier.pending_review
        if pending is not None:
            yield _Waiting(dossier, pending)


def _order(one: _Waiting) -> tuple[object, int]:
    return one.review.asked_on, one.dossier.commitment.number


def _row(one: _Waiting, lens: Lens) -> Row:
    record, review = one.dossier.commitment, one.review
    return (
        record.id,
        record.title,
        record.owner or None,
        review.proposed.words,
        review.asked_on,
        (lens.today - review.asked_on).days,
        review.asked_by,
        review.asked_note,
        record.success_test,
        on_record(one.dossier),
        record.reviewer,
        review.asked_by,
        str(rag(one.dossier, lens.today)),
    )


def _evidence(dossier: Dossier) -> Iterator[Row]:
    record = dossier.commitment
    for piece in dossier.standing_evidence:
        yield (
            f"{record.id} {record.title}",
            piece.number,
            piece.title,
            piece.source.value,
            piece.stance.value,
            piece.dated,
            piece.locator,
            piece.quote,
            piece.url,
            piece.added_by,
        )


def _by_proposed(queue: list[_Waiting]) -> tuple[tuple[str, int], ...]:
    return tuple(sorted(Counter(one.review.proposed.words for one in queue).items()))


def _by_asker(queue: list[_Waiting]) -> tuple[tuple[str, int], ...]:
    """In the order of the queue, so that the two can be held against each other."""
    return tuple(Counter(one.review.asked_by for one in queue).items())
