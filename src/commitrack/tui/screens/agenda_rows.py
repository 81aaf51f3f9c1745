"""What the agenda says in a line: days, headings, and what rings. Pure."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.content import Content

from commitrack.model.cleaning import clean_line
from commitrack.model.records import Dossier
from commitrack.model.schedule import Clock
from commitrack.store import DayCount
from commitrack.tui.marks import status_text

_CLOCKS = {Clock.DUE: "due", Clock.CHASE: "chase"}


def day_words(day: date) -> str:
    """A day as people write it: ``Tue 3 Mar 2026``."""
    return f"{day:%a} {day.day} {day:%b %Y}"


def away(day: date, today: date) -> str:
    """How far a day is from today: ``in 5 days``, ``12 days ago``."""
    days = (day - today).days
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    return f"in {days:,} days" if days > 0 else f"{-days:,} days ago"


def counted(count: DayCount) -> str:
    """What rings: ``3 due, 2 to chase``."""
    parts = []
    if count.due:
        parts.append(f"{count.due:,} due")
    if count.chase:
        parts.append(f"{count.chase:,} to chase")
    return ", ".join(parts)


def day_heading(day: date, today: date, count: DayCount | None) -> Content:
    """The heading of a day in the list."""
    tail = f"  ·  {counted(count)}" if count else ""
    return Content.assemble(
        (day_words(day), "bold $text-accent"),
        (f"  {away(day, today)}{tail}", "$foreground 60%"),
    )


def name_heading(name: str, nobody: str) -> Content:
    """The heading of what somebody owns or leads."""
    if not name:
        return Content.styled(nobody, "$foreground 60%")
    return Content.styled(clean_line(name), "bold $text-accent")


def entry(
    dossier: Dossier, clocks: Iterable[tuple[Clock, date]], today: date, *, dated: bool
) -> Content:
    """A commitment in two lines: which clock rings, what it is; then where it stands, and whose it
    is. When that was is told unless the heading does: it is `dated`.
    """
    record = dossier.commitment
    rung = tuple(clocks)
    words = "+".join(_CLOCKS[clock] for clock, _ in rung)
    late = max(((today - day).days for _, day in rung), default=0)
    style = "bold $text-error" if late > 0 else "bold $text-warning"
    facts = [status_text(record.status), clean_line(record.owner) or "nobody named"]
    if record.lead:
        facts.append(f"lead {clean_line(record.lead)}")
    if not dated:
        facts[:0] = [f"{_CLOCKS[clock]} {away(day, today)}" for clock, day in rung]
    return Content.assemble(
        (f" {words:<6}", style),
        (f"{record.id} ", "bold"),
        Content(clean_line(record.title)),
        (f"\n       {' · '.join(facts)}", "$foreground 60%"),
    )
