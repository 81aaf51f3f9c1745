"""``audit``: everything that ever happened to one commitment, oldest first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from commitrack.model.errors import BadInput
from commitrack.model.history import FieldChange, Transaction
from commitrack.model.ids import parse_commitment_id
from commitrack.model.rag import rag
from commitrack.model.records import Dossier
from commitrack.reports.frame import Cell, Column, Counts, Fact, Facts, Report, Row, Sort, Table
from commitrack.reports.heading import Head
from commitrack.reports.wording import on_record, outcome, said_on, status_words
from commitrack.store import Lens, ReadableStore

CHANGES = (
    Column("heading", "transaction"),
    Column("transaction", "#", Sort.NUMBER, data_only=True),
    Column("at", "when (UTC)", data_only=True),
    Column("who", "who", data_only=True),
    Column("client", "from", data_only=True),
    Column("action", "action", data_only=True),
    Column("why", "why", data_only=True),
    Column("undone_by", "undone by #", Sort.NUMBER, data_only=True),
    Column("record", "record"),
    Column("field", "field"),
    Column("old", "old"),
    Column("new", "new"),
)
"""The columns of a history, for every change of every field."""

_EVIDENCE = (
    Column("number", "#", Sort.NUMBER),
    Column("title", "title"),
    Column("source", "source"),
    Column("kind", "kind"),
    Column("stance", "stance"),
    Column("dated", "dated"),
    Column("accessed", "accessed"),
    Column("locator", "where in it"),
    Column("quote", "quote"),
    Column("url", "address"),
    Column("by", "by"),
    Column("retracted", "retracted"),
)
_CHECKS = (
    Column("on", "on"),
    Column("by", "by"),
    Column("result", "result"),
    Column("where", "where"),
    Column("note", "note"),
    Column("next", "look again"),
)
_MOVES = (
    Column("on", "on"),
    Column("by", "by"),
    Column("old", "old"),
    Column("new", "new"),
    Column("days", "days", Sort.DAYS),
    Column("reason", "reason"),
    Column("announced", "whose date"),
)
_REVIEWS = (
    Column("number", "#", Sort.NUMBER),
    Column("proposed", "proposed"),
    Column("asked_by", "asked by"),
    Column("asked_on", "asked on"),
    Column("asked_note", "note"),
    Column("outcome", "outcome"),
    Column("decided_by", "decided by"),
    Column("decided_on", "decided on"),
    Column("reason", "reason"),
    Column("evidence", "evidence considered"),
)
_LEGEND = (
    "Every change of every field since the commitment came on record, oldest first. Each "
    "transaction has a number; what stands under it was changed at once.",
    "Who: as given; identity is asserted, not authenticated. Times are UTC.",
    "A change that was undone stays, with the transaction that undid it.",
    "Chain: every transaction is sealed with the one before it; of those that touched it a broken "
    "seal is named. commitrack doctor --verify walks the whole chain.",
)


def audit(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """The whole record of the commitment whose ID is the `argument`."""
    if argument is None:
        raise BadInput("whose audit? name a commitment, such as C-0001")
    number = parse_commitment_id(argument)
    dossier = store.dossier(number)
    past = tuple(reversed(store.history(number)))
    changes = tuple(change_rows(past))
    return Head.of(store, lens, dossier.commitment.id).over(
        "audit",
        f"Audit of {dossier.commitment.id}",
        _LEGEND,
        Facts("commitment", "Commitment", _facts(dossier, lens)),
        Table(
            "changes",
            "Changes, oldest first",
            CHANGES,
            changes,
            group="heading",
            counted=False,
        ),
        Table("evidence", "Evidence", _EVIDENCE, _evidence(dossier), empty="none recorded"),
        Table("checks", "Checks", _CHECKS, _checks(dossier), empty="none recorded"),
        Table("moves", "Date moves", _MOVES, _moves(dossier), empty="none recorded"),
        Table("reviews", "Reviews", _REVIEWS, _reviews(dossier), empty="none recorded"),
        Counts("by_who", "Changes by who made them", _by_who(past), len(changes), "changes"),
        Facts("chain", "Chain", _chain(store, number)),
    )


_SILENT = frozenset({"present", "commitment", "statement"})
"""Columns that hold records together and say nothing to a reader."""


def telling(change: FieldChange) -> bool:
    """Whether a change tells a reader something: not the plumbing, nor a field born empty."""
    born_empty = change.old is None and str(change.new) in ("", "0", "[]", "None")
    return change.field not in _SILENT and not born_empty


def change_rows(transactions: Iterable[Transaction]) -> Iterator[Row]:
    """A row under `CHANGES` for every telling change of these transactions, in their order.

    A transaction none of whose changes tells anything has one row, without a field: it
    happened, and a history has no gaps.
    """
    for one in transactions:
        at = f"{one.at:%Y-%m-%d %H:%M:%S}"
        head: Row = (
            _heading(one),
            one.number,
            at,
            one.actor,
            one.client,
            one.action,
            one.why,
            one.undone_by,
        )
        told = [change for change in one.changes if telling(change)]
        for change in told:
            yield (*head, change.label, change.field, change.old, change.new)
        if not told:
            yield (*head, None, None, None, None)


def _heading(one: Transaction) -> str:
    """``12 · 2026-03-02 09:00 UTC · ann (cli) · accept C-0001 · why: …``."""
    parts = [f"{one.number}", f"{one.at:%Y-%m-%d %H:%M} UTC", f"{one.actor} ({one.client})"]
    parts.append(one.action)
    if one.why:
        parts.append(f"why: {one.why}")
    if one.undone_by is not None:
        parts.append(f"undone by {one.undone_by}")
    return " · ".join(parts)


def _facts(dossier: Dossier, lens: Lens) -> tuple[Fact, ...]:
    record = dossier.commitment
    source = dossier.source
    said = None if source is None else said_on(source.said_on, source.precision)
    rows: tuple[tuple[str, str, Cell], ...] = (
        ("title", "title", record.title),
        ("quote", "quote", record.quote),
        ("source", "source", None if source is None else f"{source.id}, {said}, {source.origin}"),
        ("kind", "kind", record.kind.value),
        ("owner", "owner", record.owner or None),
        ("lead", "lead", record.lead),
        ("status", "status", status_words(dossier)),
        ("reason", "reason", record.reason),
        ("rag", "RAG", str(rag(dossier, lens.today))),
        ("success_test", "success test", record.success_test),
        ("original", "first due", record.due_original),
        ("due", "due now", record.due),
        ("follow_up", "follow-up", record.follow_up),
        ("on_record", "on record", on_record(dossier)),
    )
    return tuple(Fact(*row) for row in rows)


def _evidence(dossier: Dossier) -> tuple[Row, ...]:
    return tuple(
        (
            one.number,
            one.title,
            one.source.value,
            one.kind.value,
            one.stance.value,
            one.dated,
            one.accessed_on,
            one.locator,
            one.quote,
            one.url,
            one.added_by,
            one.retracted,
        )
        for one in dossier.evidence
    )


def _checks(dossier: Dossier) -> tuple[Row, ...]:
    return tuple(
        (
            one.on,
            one.by,
            one.result.value.replace("_", " "),
            one.where,
            one.note,
            one.next_follow_up,
        )
        for one in dossier.checks
    )


def _moves(dossier: Dossier) -> tuple[Row, ...]:
    return tuple(
        (
            one.on,
            one.by,
            one.old,
            one.new,
            one.days,
            one.reason,
            "announced" if one.announced else "assumed",
        )
        for one in dossier.moves
    )


def _reviews(dossier: Dossier) -> tuple[Row, ...]:
    return tuple(
        (
            one.number,
            one.proposed.words,
            one.asked_by,
            one.asked_on,
            one.asked_note,
            outcome(one),
            one.decided_by,
            one.decided_on,
            one.reason,
            ", ".join(map(str, one.evidence)) or None,
        )
        for one in dossier.reviews
    )


def _by_who(past: tuple[Transaction, ...]) -> tuple[tuple[str, int], ...]:
    """How many of the rows each person made, in the order of their first change."""
    found: dict[str, int] = {}
    for one in past:
        found[one.actor] = found.get(one.actor, 0) + sum(1 for _ in change_rows((one,)))
    return tuple(found.items())


def _chain(store: ReadableStore, number: int) -> tuple[Fact, ...]:
    found = store.verify(number)
    state = "whole" if found.broken is None else f"broken at transaction {found.broken}"
    return (
        Fact("transactions", "transactions that touched it", found.transactions),
        Fact("state", "seals", f"{state}: {found.detail}" if found.detail else state),
    )
