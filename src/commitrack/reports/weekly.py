"""``weekly``: the pack for a meeting: where it all stands, what the week brought, decisions."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from commitrack.model.assurance import last_looked
from commitrack.model.records import Dossier
from commitrack.query import canonical
from commitrack.reports.dossier_cells import table_of
from commitrack.reports.frame import Report, Table
from commitrack.reports.heading import Head
from commitrack.reports.selecting import found, narrowed
from commitrack.reports.weekly_counts import WEEK, counted
from commitrack.reports.weekly_news import asked, moved, moves, statements
from commitrack.reports.wording import LATE_LEGEND
from commitrack.store import Lens, ReadableStore

STANDING = "-is:rejected"
"""The condition: all that nobody has judged to be no commitment."""

NEWLY = f"is:open (due:-{WEEK}d..yesterday OR follow_up:-{WEEK}d..yesterday)"
AHEAD = 14
"""Days that the pack looks forward to, besides today."""
COMING = f"is:open (due:today..+{AHEAD}d OR follow_up:today..+{AHEAD}d)"

_PEOPLE = ("id", "title", "owner", "lead")
_LEGEND = (
    f"This week: today and the {WEEK - 1} days before. Change: against what the record said at "
    f"the end of the day {WEEK} days ago, of the commitments that are counted now.",
    "Counted by status and RAG are commitments that were accepted. Recommendations and "
    "aspirations can be followed up too, and stand in the other sections.",
    LATE_LEGEND,
    "On record: the evidence filed, and who last looked when. What is not recorded may have been "
    "done.",
    "The filter below a heading finds the same in list.",
)


def weekly(store: ReadableStore, lens: Lens, argument: str | None = None) -> Report:
    """The week's pack, all nine sections of it; `argument` is a query that narrows each of them."""

    def section(
        key: str,
        title: str,
        own: str,
        keys: Sequence[str],
        order: Callable[[Dossier, date], date | None],
        empty: str,
    ) -> Table:
        """The commitments that a condition finds, in the order of their days."""
        query = narrowed(store, own, argument)

        def place(one: Dossier) -> tuple[date, int]:
            return order(one, lens.today) or date.min, one.commitment.number

        those = sorted(found(store, lens, query), key=place)
        return table_of(key, title, keys, those, lens.today, empty=empty, filter=canonical(query))

    return Head.of(store, lens, canonical(narrowed(store, STANDING, argument))).over(
        "weekly",
        "Weekly report",
        _LEGEND,
        *counted(store, lens, argument),
        moved(store, lens, argument),
        section(
            "newly_overdue",
            "3. Newly overdue",
            NEWLY,
            (*_PEOPLE, "due", "follow_up", "late", "rag"),
            _ran_out,
            "no clock ran out this week",
        ),
        section(
            "coming",
            f"4. Due, or to be looked at, within {AHEAD} days",
            COMING,
            (*_PEOPLE, "due", "follow_up", "rag", "next"),
            _comes,
            "nothing comes up in these days",
        ),
        section(
            "review",
            "5. Claims that wait for a review",
            "is:review",
            ("id", "title", "owner", "asks", "asked_by", "asked_on", "success_test", "on_record"),
            _asked,
            "nothing waits for a review",
        ),
        moves(store, lens, argument),
        section(
            "stale",
            "7. Nothing new was learnt for too long",
            "is:stale",
            (*_PEOPLE, "status", "on_record", "cadence"),
            _learnt,
            "of everything open something new was learnt in time",
        ),
        statements(store, lens, argument),
        asked(store, lens, argument),
    )


def _days(dossier: Dossier) -> tuple[date, ...]:
    record = dossier.commitment
    return tuple(day for day in (record.due, record.follow_up) if day is not None)


def _ran_out(dossier: Dossier, today: date) -> date | None:
    """The first of its days that has passed."""
    return min((day for day in _days(dossier) if day < today), default=None)


def _comes(dossier: Dossier, today: date) -> date | None:
    """The next of its days."""
    return min((day for day in _days(dossier) if day >= today), default=None)


def _asked(dossier: Dossier, today: date) -> date | None:
    """Since when it waits; an objection that nobody has weighed comes last."""
    pending = dossier.pending_review
    return today if pending is None else pending.asked_on


def _learnt(dossier: Dossier, today: date) -> date | None:
    """When anything was last learnt of it."""
    del today
    return last_looked(dossier)
