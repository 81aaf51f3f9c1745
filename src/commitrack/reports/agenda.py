"""``agenda``: what is to be done when, day by day: both clocks of everything open."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from commitrack.model.rag import rag
from commitrack.model.records import Dossier
from commitrack.reports.frame import Column, Counts, Report, Row, Sort, Table
from commitrack.reports.selecting import select
from commitrack.reports.wording import LATE_LEGEND, next_step
from commitrack.store import Lens, ReadableStore

OWN = "is:open"
"""The condition: accepted, and not closed."""

AHEAD = 28
"""Days ahead that are listed; what lies behind them is counted."""


WEEKS = 12
"""Weeks ahead, this one among them, whose dates are counted week by week."""


class When(StrEnum):
    """Where a day lies, seen from today; in order."""

    OVERDUE = "overdue"
    TODAY = "today"
    WEEK = "this week"
    NEXT_WEEK = "next week"
    NEXT = f"within {AHEAD} days"
    UNDATED = "undated"
    LATER = "later, not listed"


_COLUMNS = (
    Column("when", "when"),
    Column("day", "day"),
    Column("days", "days", Sort.DAYS),
    Column("clock", "clock"),
    Column("id", "ID"),
    Column("title", "title"),
    Column("owner", "owner"),
    Column("lead", "lead"),
    Column("rag", "RAG", Sort.LIGHT),
    Column("next", "next step"),
)
_LEGEND = (
    f"One line for each clock. {LATE_LEGEND}",
    "Days: from today; − is past. Weeks begin on Monday.",
    f"Listed are the days that have passed and the next {AHEAD}; later ones are counted.",
    "Undated: open, without a due date and without a follow-up.",
)


@dataclass(frozen=True, slots=True)
class _Entry:
    """One clock of a commitment; without a day, a commitment that has none."""

    dossier: Dossier
    when: When
    clock: str | None = None
    day: date | None = None


def agenda(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """What is to be done when; `argument` is a query that narrows it down."""
    chosen = select(store, lens, OWN, argument)
    entries = sorted(
        (entry for one in chosen.dossiers for entry in _entries(one, lens.today)), key=_order
    )
    listed = [one for one in entries if one.when is not When.LATER]
    return chosen.head.over(
        "agenda",
        "Agenda",
        _LEGEND,
        Table(
            "agenda",
            "What is to be done",
            _COLUMNS,
            tuple(_row(one, lens.today) for one in listed),
            group="when",
            empty="nothing is to be done in these days",
        ),
        Counts("by_when", "By when", _by_when(entries), len(entries), "dates"),
        Counts(
            "by_week",
            f"The next {WEEKS} weeks",
            _by_week(entries, lens.today),
            sum(1 for one in entries if _week(one, lens.today) is not None),
            "dates",
            trend=True,
        ),
        Counts("by_lead", "Listed, by lead", _by_lead(listed), len(listed), "dates"),
    )


def when(day: date, today: date) -> When:
    """Where a day lies, seen from `today`."""
    days = (day - today).days
    monday = today - timedelta(days=today.weekday())
    if days < 0:
        return When.OVERDUE
    if days == 0:
        return When.TODAY
    if day < monday + timedelta(days=7):
        return When.WEEK
    if day < monday + timedelta(days=14):
        return When.NEXT_WEEK
    return When.NEXT if days <= AHEAD else When.LATER


def _entries(dossier: Dossier, today: date) -> Iterator[_Entry]:
    record = dossier.commitment
    clocks = (("due", record.due), ("follow-up", record.follow_up))
    for clock, day in clocks:
        if day is not None:
            yield _Entry(dossier, when(day, today), clock, day)
    if record.due is None and record.follow_up is None:
        yield _Entry(dossier, When.UNDATED)


_PLACES = {one: place for place, one in enumerate(When)}


def _order(one: _Entry) -> tuple[int, date, int, str]:
    return (
        _PLACES[one.when],
        one.day or date.max,
        one.dossier.commitment.number,
        one.clock or "",
    )


def _row(one: _Entry, today: date) -> Row:
    record = one.dossier.commitment
    return (
        one.when.value,
        one.day,
        None if one.day is None else (one.day - today).days,
        one.clock,
        record.id,
        record.title,
        record.owner or None,
        record.lead,
        str(rag(one.dossier, today)),
        next_step(one.dossier, today),
    )


def _by_when(entries: list[_Entry]) -> tuple[tuple[str, int], ...]:
    found = Counter(one.when for one in entries)
    return tuple((one.value, found[one]) for one in When)


def _week(one: _Entry, today: date) -> int | None:
    """How many weeks ahead a date lies, from today on; None outside the weeks that are counted."""
    if one.day is None or one.day < today:
        return None
    week = (one.day - today + timedelta(days=today.weekday())).days // 7
    return week if week < WEEKS else None


def _by_week(entries: list[_Entry], today: date) -> tuple[tuple[str, int], ...]:
    """By the Mondays with which the weeks begin; of this week what is left of it."""
    monday = today - timedelta(days=today.weekday())
    found = Counter(_week(one, today) for one in entries)
    return tuple(
        (f"week of {monday + timedelta(weeks=week)}", found[week]) for week in range(WEEKS)
    )


def _by_lead(entries: list[_Entry]) -> tuple[tuple[str, int], ...]:
    """By name, those that nobody leads last."""
    found = Counter(one.dossier.commitment.lead or "" for one in entries)
    order = sorted(found, key=lambda name: (not name, name.casefold(), name))
    return tuple((name or "no lead", found[name]) for name in order)
