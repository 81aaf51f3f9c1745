"""``overdue``: every clock that has run out, by owner."""

from __future__ import annotations

from collections import Counter
from datetime import date

from commitrack.model.rag import rag
from commitrack.model.records import Dossier
from commitrack.model.schedule import Clock, Late, late_clocks, slippage
from commitrack.reports.frame import Column, Counts, Report, Row, Sort, Table
from commitrack.reports.selecting import select
from commitrack.reports.wording import LATE_LEGEND, next_step, on_record
from commitrack.store import Lens, ReadableStore

OWN = "is:overdue"
"""The condition: open, and the due date or the follow-up date has passed."""

BANDS = ((1, 30), (31, 90), (91, 180), (181, None))
"""Ageing bands in days late, both ends included; the last has no end."""

_COLUMNS = (
    Column("owner", "owner"),
    Column("id", "ID"),
    Column("title", "title"),
    Column("clock", "clock", data_only=True),
    Column("days", "days late", Sort.NUMBER, data_only=True),
    Column("late", "late"),
    Column("original", "first due"),
    Column("due", "due"),
    Column("moves", "moves", Sort.NUMBER),
    Column("rag", "RAG", Sort.LIGHT),
    Column("on_record", "on record"),
    Column("lead", "lead"),
    Column("next", "next step"),
)

_LEGEND = (
    LATE_LEGEND,
    "The order and the ageing bands go by the clock that ran out first.",
    "First due: the date first given, which never changes. Moves: how often it moved to a later "
    "day.",
    "On record: the evidence filed, and who last looked when. What is not recorded may have "
    "been done.",
    "A commitment with several owners stands once, under all of them together.",
)


def overdue(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """What is late, by owner, worst first; `argument` is a query that narrows it down."""
    chosen = select(store, lens, OWN, argument)
    late = [(one, late_clocks(one.commitment, lens.today)) for one in chosen.dossiers]
    late.sort(key=lambda pair: _order(*pair))
    rows = tuple(_row(dossier, clocks, lens.today) for dossier, clocks in late)
    clocks_out = [_clock(clocks) for _, clocks in late]
    return chosen.head.over(
        "overdue",
        "Overdue commitments",
        _LEGEND,
        Table("overdue", "Overdue", _COLUMNS, rows, group="owner", empty="nothing is overdue"),
        Counts("by_clock", "By clock", _by_clock(clocks_out), len(rows)),
        Counts("ageing", "Ageing", _ageing([_days(clocks) for _, clocks in late]), len(rows)),
        Counts("by_owner", "By owner", _by_owner([one for one, _ in late]), len(rows)),
    )


def _order(dossier: Dossier, clocks: tuple[Late, ...]) -> tuple[str, str, int, int]:
    owner = dossier.commitment.owner
    return owner.casefold(), owner, -_days(clocks), dossier.commitment.number


def _days(clocks: tuple[Late, ...]) -> int:
    return max(late.days for late in clocks)


_NAMES = {Clock.DUE: "due", Clock.CHASE: "follow-up"}


def _clock(clocks: tuple[Late, ...]) -> str:
    return " and ".join(_NAMES[late.clock] for late in clocks)


def _row(dossier: Dossier, clocks: tuple[Late, ...], today: date) -> Row:
    record = dossier.commitment
    return (
        record.owner or None,
        record.id,
        record.title,
        _clock(clocks),
        _days(clocks),
        ", ".join(map(str, clocks)),
        record.due_original,
        record.due,
        slippage(record, dossier.moves).moves,
        str(rag(dossier, today)),
        on_record(dossier),
        record.lead,
        next_step(dossier, today),
    )


def _by_clock(clocks: list[str]) -> tuple[tuple[str, int], ...]:
    found = Counter(clocks)
    return tuple(
        (label if " and " in label else f"{label} only", found[label])
        for label in ("due", "follow-up", "due and follow-up")
    )


def _ageing(days: list[int]) -> tuple[tuple[str, int], ...]:
    return tuple(
        (
            f"{first}–{last} days" if last is not None else f"more than {first - 1} days",
            sum(first <= one and (last is None or one <= last) for one in days),
        )
        for first, last in BANDS
    )


def _by_owner(dossiers: list[Dossier]) -> tuple[tuple[str, int], ...]:
    """In the order of the table, so that the two can be held against each other."""
    return tuple(Counter(one.commitment.owner or "no owner" for one in dossiers).items())
