"""``summary``: what the public may know: counts, the commitments, definitions and corrections.

It is made from what `commitrack.model.publicity` lets through and from nothing else.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from commitrack.model.assurance import Assurance, assurance
from commitrack.model.definitions import ASSURANCES, KINDS, NOT_SHOWN, SCHEDULES, STATUSES
from commitrack.model.errors import BadInput
from commitrack.model.history import Dated
from commitrack.model.kinds import Kind
from commitrack.model.publicity import PUBLIC, published
from commitrack.model.records import Dossier
from commitrack.model.schedule import Schedule, schedule
from commitrack.model.status import Stage, Status
from commitrack.query import And, Field, Ids, Node, Not, Or, Phrase, Query, Text, Word, canonical
from commitrack.reports.dossier_cells import table_of
from commitrack.reports.frame import Column, Counts, Fact, Facts, Report, Row, Table
from commitrack.reports.heading import Head
from commitrack.reports.selecting import found, narrowed
from commitrack.store import Lens, ReadableStore

_Word: TypeAlias = Kind | Status | Schedule | Assurance
"""A word that is defined."""

_FIELDS = frozenset(
    {
        *("owner", "maker", "status", "due", "original", "moves", "moved", "slip", "kind"),
        *("strength", "testable", "topic", "statement", "title", "quote", "id", "visibility"),
    }
)
"""What a summary can be narrowed by: fields that it shows."""
_STATES = frozenset(
    {"open", "closed", "public", "due-soon", "due-today", "claimed", "testable", "drifted"}
)
_PRESENCE = frozenset({"due", "evidence", "success_test", "owner"})

_WORDS = (Column("word", "word"), Column("meaning", "what it means"))
_CORRECTIONS = (Column("on", "on"), Column("id", "ID"), Column("what", "what was put right"))
_NOT_SHOWN = (Column("what", "what is not shown"),)
_SHOWN = (
    *("owner", "id", "quote", "said_in", "kind", "status", "on_record"),
    *("original", "due", "slip", "schedule"),
)
_LEGEND = (
    "Status is a judgement of people about what was done; the date is told apart from it.",
    "On record: the evidence on file, and when somebody last looked. What is not recorded may have "
    "been done.",
    "First due: the date first given, which never changes. Slip: days from it to the present one.",
    "A commitment with several owners stands once, under all of them together.",
)


def summary(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """What is public, and what of it was put right; `argument` is a query that narrows it down."""
    query = narrowed(store, PUBLIC, argument)
    _require_public(query)
    shown = sorted(_published(found(store, lens, query)), key=_order)
    promised = [one for one in shown if one.commitment.kind is Kind.COMMITMENT]
    today = lens.today
    head = Head(today, Path(store.place).name, canonical(query))
    return head.over(
        "summary",
        "Public commitments",
        _LEGEND,
        Facts("about", "What this is", _about(shown)),
        _counts("by_kind", "What was said", Kind, (one.commitment.kind for one in shown), "items"),
        _counts("by_status", "Status", _ACCEPTED, (one.commitment.status for one in promised)),
        _counts(
            "by_schedule",
            "Against the dates",
            SCHEDULES,
            (schedule(one.commitment, today) for one in promised),
        ),
        _counts("by_assurance", "What supports it", Assurance, map(assurance, promised)),
        table_of(
            "commitments",
            "Commitments, by owner",
            _SHOWN,
            shown,
            today,
            empty="nothing is public yet",
            group="owner",
        ),
        Table("definitions", "What the words mean", _WORDS, tuple(_meanings()), counted=False),
        Table(
            "corrections",
            "Corrections",
            _CORRECTIONS,
            tuple(_corrections(store, shown)),
            empty="none so far",
        ),
        Table(
            "not_shown",
            "What this does not show",
            _NOT_SHOWN,
            tuple((line,) for line in NOT_SHOWN),
            counted=False,
        ),
    )


_ACCEPTED = tuple(one for one in Status if one.stage is not Stage.TRIAGE)


def _require_public(query: Query) -> None:
    """Refuse a query by what is not shown: its words would stand on the page."""
    for name in _internal(query.where):
        raise BadInput(
            f"a summary for the public is not narrowed by {name}, which it does not show; by "
            f"{', '.join(sorted(_FIELDS))}, is:open or is:closed it is"
        )


def _internal(node: Node) -> Iterator[str]:
    """The fields of a query that are not shown to the public; words are looked for in notes too."""
    match node:
        case And(parts) | Or(parts):
            for part in parts:
                yield from _internal(part)
        case Not(part):
            yield from _internal(part)
        case Word() | Phrase():
            yield "words, which are looked for in notes too"
        case Field("is" | "has" | "no" as name, values):
            allowed = {*_STATES, "candidate", "rejected"} if name == "is" else _PRESENCE
            for one in values:
                if not isinstance(one, Text) or one.text not in allowed:
                    yield f"{name}:{one.text if isinstance(one, Text) else ''}"
        case Field(name):
            if name not in _FIELDS:
                yield name
        case Ids():
            return


def _published(dossiers: Iterable[Dossier]) -> Iterator[Dossier]:
    for one in dossiers:
        seen = published(one)
        if seen is not None:
            yield seen


def _order(one: Dossier) -> tuple[str, str, int]:
    owner = one.commitment.owner
    return owner.casefold(), owner, one.commitment.number


def _about(shown: Sequence[Dossier]) -> tuple[Fact, ...]:
    owners = {name for one in shown for name in one.commitment.owners}
    statements = {one.source.number for one in shown if one.source is not None}
    return (
        Fact("items", "items that are public", len(shown)),
        Fact("owners", "bodies and people who are to act", len(owners)),
        Fact("statements", "statements in which it was said", len(statements)),
    )


def _counts(
    key: str,
    title: str,
    every: Iterable[_Word],
    those: Iterable[_Word],
    unit: str = "commitments",
) -> Counts:
    """How many there are of each, in the order of the definitions."""
    counted = Counter(those)
    parts = tuple((_words(one), counted[one]) for one in every)
    return Counts(key, title, parts, counted.total(), unit)


def _words(one: _Word) -> str:
    return one.words if isinstance(one, Status | Assurance) else one.value


def _meanings() -> Iterator[Row]:
    """Every word of the counts and its meaning, in their order."""
    defined: list[tuple[_Word, str]] = [
        *KINDS.items(),
        *STATUSES.items(),
        *SCHEDULES.items(),
        *ASSURANCES.items(),
    ]
    for word, meaning in defined:
        yield _words(word), meaning


_PUT_RIGHT: Mapping[str, Sequence[str]] = {"evidence": ("retracted",), "commitments": ("status",)}
"""The fields whose changes may be corrections."""


def _corrections(store: ReadableStore, shown: Sequence[Dossier]) -> Iterator[Row]:
    """Evidence that was retracted and closings that were opened again, the newest first."""
    by_number = {one.commitment.number: one for one in shown}
    pasts = store.pasts(list(by_number), _PUT_RIGHT)
    rows = [
        (on, by_number[number].commitment.id, what)
        for number, past in pasts.items()
        for on, what in _put_right(by_number[number], past)
    ]
    rows.sort(key=lambda row: row[1:])
    yield from sorted(rows, key=lambda row: row[0], reverse=True)


def _put_right(dossier: Dossier, past: Sequence[Dated]) -> Iterator[tuple[date, str]]:
    pieces = {piece.number: piece for piece in dossier.evidence}
    for one in past:
        change = one.change
        if change.table == "evidence":
            piece = pieces.get(change.row)
            if change.new is not None and piece is not None and piece.retracted == change.new:
                yield one.at.date(), f"evidence retracted: {piece.title}: {piece.retracted}"
        elif _was_closed(change.old) and not _was_closed(change.new):
            status = Status(str(change.old)).words
            yield one.at.date(), f"opened again: it had been called {status}"


def _was_closed(status: str | int | None) -> bool:
    return status is not None and Status(str(status)).stage is Stage.CLOSED
