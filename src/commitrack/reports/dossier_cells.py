"""What tables tell of a commitment: a column by its key, and the cell that stands in it.

A table of commitments is a list of keys. What is told is worded in one place, so that two reports
do not say the same thing in two ways.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from types import MappingProxyType
from typing import TypeAlias

from commitrack.model.assurance import assurance, disputed
from commitrack.model.ids import statement_id
from commitrack.model.rag import rag
from commitrack.model.records import Dossier
from commitrack.model.schedule import late_clocks, schedule, slippage
from commitrack.reports.frame import Cell, Column, Row, Sort, Table
from commitrack.reports.wording import next_step, on_record, said_by, said_on, status_words

Tell: TypeAlias = Callable[[Dossier, date], Cell]
"""What is told of a commitment, as of a day."""


def _asks(dossier: Dossier, today: date) -> Cell:
    """What waits for a second person: a closing, or an objection to one."""
    del today
    pending = dossier.pending_review
    if pending is not None:
        return f"{pending.proposed.words}?"
    return "what disputes the closing" if disputed(dossier) else None


def _late(dossier: Dossier, today: date) -> Cell:
    return ", ".join(map(str, late_clocks(dossier.commitment, today))) or None


_TOLD: tuple[tuple[Column, Tell], ...] = (
    (Column("id", "ID"), lambda one, _: one.commitment.id),
    (Column("title", "title"), lambda one, _: one.commitment.title),
    (Column("quote", "words"), lambda one, _: f"“{one.commitment.quote}”"),
    (Column("owner", "owner"), lambda one, _: one.commitment.owner or None),
    (Column("lead", "lead"), lambda one, _: one.commitment.lead),
    (Column("reviewer", "for"), lambda one, _: one.commitment.reviewer),
    (Column("kind", "kind"), lambda one, _: one.commitment.kind.value),
    (Column("status", "status"), lambda one, _: status_words(one)),
    (Column("schedule", "schedule"), lambda one, today: schedule(one.commitment, today).value),
    (Column("assurance", "assurance"), lambda one, _: assurance(one).words),
    (Column("rag", "RAG", Sort.LIGHT), lambda one, today: str(rag(one, today))),
    (Column("original", "first due"), lambda one, _: one.commitment.due_original),
    (Column("due", "due"), lambda one, _: one.commitment.due),
    (Column("slip", "slip", Sort.DAYS), lambda one, _: slippage(one.commitment, one.moves).days),
    (
        Column("moves", "moves later", Sort.NUMBER),
        lambda one, _: slippage(one.commitment, one.moves).moves,
    ),
    (Column("follow_up", "follow-up"), lambda one, _: one.commitment.follow_up),
    (Column("late", "late"), _late),
    (Column("cadence", "looked at every", Sort.NUMBER), lambda one, _: one.commitment.cadence),
    (Column("success_test", "success test"), lambda one, _: one.commitment.success_test),
    (Column("on_record", "on record"), lambda one, _: on_record(one)),
    (Column("asks", "to decide"), _asks),
    (
        Column("asked_by", "asked by"),
        lambda one, _: None if one.pending_review is None else one.pending_review.asked_by,
    ),
    (
        Column("asked_on", "asked on"),
        lambda one, _: None if one.pending_review is None else one.pending_review.asked_on,
    ),
    (Column("next", "next step"), next_step),
    (Column("topic", "topic"), lambda one, _: one.commitment.topic),
    (
        Column("statement", "statement"),
        lambda one, _: None if one.source is None else statement_id(one.source.number),
    ),
    (
        Column("said", "said"),
        lambda one, _: (
            None if one.source is None else said_on(one.source.said_on, one.source.precision)
        ),
    ),
    (
        Column("said_in", "said in"),
        lambda one, _: None if one.source is None else said_by(one.source),
    ),
)
COLUMNS: Mapping[str, Column] = MappingProxyType({one.key: one for one, _ in _TOLD})
"""Every column of a commitment, by its key."""

_CELLS: Mapping[str, Tell] = {one.key: tell for one, tell in _TOLD}


def columns_of(*keys: str) -> tuple[Column, ...]:
    """The columns with these keys."""
    return tuple(COLUMNS[key] for key in keys)


def row_of(keys: Sequence[str], dossier: Dossier, today: date) -> Row:
    """The row of a commitment under the columns with these keys."""
    return tuple(_CELLS[key](dossier, today) for key in keys)


def table_of(
    key: str,
    title: str,
    keys: Sequence[str],
    dossiers: Iterable[Dossier],
    today: date,
    *,
    empty: str = "none",
    filter: str = "",  # noqa: A002 (it is one)
    group: str | None = None,
) -> Table:
    """A table of commitments, in the order in which they come."""
    rows = tuple(row_of(keys, one, today) for one in dossiers)
    columns = columns_of(*keys)
    return Table(key, title, columns, rows, group=group, empty=empty, filter=filter)
