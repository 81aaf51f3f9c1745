"""The columns of the table: what they show of a commitment, and which of them fit. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TypeAlias

from commitrack.model.cleaning import clean_line
from commitrack.model.columns import ON_RECORD, cell, heading
from commitrack.model.frozen import dataclass
from commitrack.model.house import house
from commitrack.model.rag import rag
from commitrack.model.records import Dossier
from commitrack.model.schedule import Clock, Late, late_clocks
from commitrack.model.status import Stage
from commitrack.query import find_field
from commitrack.tui.marks import rag_style, rag_text, status_style, status_text
from commitrack.tui.prose import Piece, fitted

Draw: TypeAlias = Callable[[Dossier, date, int], tuple[Piece, ...]]
"""A commitment's cell, given today and the width: pieces, at most as wide together."""

GAP = 1
"""Cells between two columns."""


@dataclass(frozen=True, slots=True)
class Column:
    """One column of the table."""

    name: str
    title: str
    field: str
    """What the query language sorts it by; empty where it cannot."""
    draw: Draw


@dataclass(frozen=True, slots=True)
class Fitted:
    """A column and the cells it was given."""

    column: Column
    width: int


def _id(dossier: Dossier, today: date, width: int) -> tuple[Piece, ...]:
    del today, width
    return ((dossier.commitment.id, "cell--id"),)


def _status(dossier: Dossier, today: date, width: int) -> tuple[Piece, ...]:
    del today
    status = dossier.commitment.status
    return ((fitted(status_text(status), width), status_style(status)),)


def _rag(dossier: Dossier, today: date, width: int) -> tuple[Piece, ...]:
    light = rag(dossier, today)
    text = rag_text(light.colour) if width >= len("▲ AMBER") else f" {light.glyph}"
    return ((text, rag_style(light.colour)),)


def _title(dossier: Dossier, today: date, width: int) -> tuple[Piece, ...]:
    del today, width
    return ((clean_line(dossier.commitment.title), "cell--title"),)


def _owner(dossier: Dossier, today: date, width: int) -> tuple[Piece, ...]:
    del today, width
    if not dossier.commitment.owners:
        return (("not stated", "cell--none"),)
    return ((clean_line(", ".join(dossier.commitment.owners)), "cell--plain"),)


def _lead(dossier: Dossier, today: date, width: int) -> tuple[Piece, ...]:
    del today, width
    lead = dossier.commitment.lead
    return (("—", "cell--none"),) if lead is None else ((clean_line(lead), "cell--plain"),)


def _due(dossier: Dossier, today: date, width: int) -> tuple[Piece, ...]:
    day = dossier.commitment.due
    if day is None:
        return (("no date", "cell--none"),)
    late = _late(dossier, today, Clock.DUE)
    if late is not None:
        return _day_and_late(day, f"{late.days} d late", "mark--late", width)
    soon = dossier.commitment.status.stage is Stage.OPEN and (day - today).days <= house().due_soon
    return ((day.isoformat(), "mark--soon" if soon else "cell--plain"),)


def _due_or_chase(dossier: Dossier, today: date, width: int) -> tuple[Piece, ...]:
    """The due date; where our own clock alone has run out, how long ago that was."""
    chase = _late(dossier, today, Clock.CHASE)
    if chase is None or _late(dossier, today, Clock.DUE) is not None:
        return _due(dossier, today, width)
    day = dossier.commitment.due
    plain = "no date" if day is None else day.isoformat()
    words = f"chase {chase.days} d"
    if len(f"{plain} {words}") <= width:
        return (
            (f"{plain} ", "cell--none" if day is None else "cell--plain"),
            (words, "mark--chase"),
        )
    tight = words if len(words) <= width else f"chase {chase.days}d"
    return ((tight, "mark--chase"),)


def _follow_up(dossier: Dossier, today: date, width: int) -> tuple[Piece, ...]:
    day = dossier.commitment.follow_up
    if day is None or dossier.commitment.status.stage is Stage.CLOSED:
        return (("—", "cell--none"),)
    late = _late(dossier, today, Clock.CHASE)
    if late is not None:
        return _day_and_late(day, f"{late.days} d past", "mark--chase", width)
    return ((day.isoformat(), "cell--plain"),)


def _late(dossier: Dossier, today: date, clock: Clock) -> Late | None:
    found = late_clocks(dossier.commitment, today)
    return next((late for late in found if late.clock is clock), None)


def _day_and_late(day: date, words: str, style: str, width: int) -> tuple[Piece, ...]:
    """The date and how late it is where there is room for both, else how late it is."""
    both = f"{day.isoformat()} {words}"
    if len(both) > width:
        return ((words, style),)
    return ((f"{day.isoformat()} ", "cell--plain"), (words, style))


COLUMNS = (
    Column("id", "ID", "id", _id),
    Column("status", "Status", "status", _status),
    Column("rag", "RAG", "rag", _rag),
    Column("title", "Commitment", "title", _title),
    Column("owner", "Owner", "owner", _owner),
    Column("lead", "Lead", "lead", _lead),
    Column("due", "Due", "due", _due_or_chase),
    Column("follow_up", "Follow-up", "follow_up", _follow_up),
)
"""Every column, from left to right."""

_DUE_BESIDE_FOLLOW_UP = Column("due", "Due", "due", _due)
"""The due date where the follow-up has a column of its own."""

_STEPS = (
    ("due", 10, 12),
    ("status", 13, 14),
    ("rag", 3, 15),
    ("owner", 12, 20),
    ("status", 16, 22),
    ("owner", 18, 24),
    ("lead", 6, 24),
    ("due", 21, 34),
    ("follow_up", 10, 36),
    ("status", 18, 38),
    ("rag", 7, 40),
    ("follow_up", 20, 42),
    ("lead", 10, 44),
    ("owner", 26, 48),
    ("owner", 34, 60),
)
"""What a wider table spends its cells on, in order: a column, the width it gets, and the width
that must be left for the title for it to be worth it."""


def fit(width: int, id_width: int, chosen: Sequence[str] = ()) -> tuple[Fitted, ...]:
    """The columns that fit into `width` cells; the title takes what the others leave.

    `chosen` are fields that somebody wants instead, in their order: as many of them as there is
    room for, the first ones first. The ID and the title are always there.
    """
    if chosen:
        return _fit_chosen(width, id_width, chosen)
    widths = {"id": id_width}
    for name, cells, title in _STEPS:
        tried = widths | {name: cells}
        if width - _taken(tried) < title:
            break
        widths = tried
    widths["title"] = max(1, width - _taken(widths))
    columns = {column.name: column for column in COLUMNS}
    if "follow_up" in widths:
        columns["due"] = _DUE_BESIDE_FOLLOW_UP
    return tuple(Fitted(one, widths[name]) for name, one in columns.items() if name in widths)


_WIDTHS = {name: cells for name, cells, _ in reversed(_STEPS)}
"""The width that is enough for a column, by its name."""
_ENOUGH = 12
"""The width that is enough for any other."""
_TITLE = 24
"""Cells that are left for the title before another column is shown."""


def _fit_chosen(width: int, id_width: int, chosen: Sequence[str]) -> tuple[Fitted, ...]:
    own = {column.name: column for column in COLUMNS}
    if "follow_up" in chosen:
        own["due"] = _DUE_BESIDE_FOLLOW_UP
    shown = [name for name in chosen if name in own or name not in ON_RECORD]
    widths = {"id": id_width, "title": 0}
    for name in shown:
        tried = widths | {name: widths.get(name, _WIDTHS.get(name, _ENOUGH))}
        if len(tried) > len(widths) and width - _taken(tried) < _TITLE:
            break
        widths = tried
    widths["title"] = max(1, width - _taken(widths) + GAP)
    order = [name for name in shown if name in widths]
    order = [*(["id"] if "id" not in order else []), *order]
    order += ["title"] if "title" not in order else []
    return tuple(Fitted(own.get(name) or _plain(name), widths[name]) for name in order)


def _plain(name: str) -> Column:
    """A column of a field that has no drawing of its own: its words, as a list prints them."""

    def draw(dossier: Dossier, today: date, width: int) -> tuple[Piece, ...]:
        del width
        words = clean_line(cell(dossier, name, today))
        return ((words, "cell--plain"),) if words else (("—", "cell--none"),)

    title, spec = heading(name), find_field(name)
    field = name if spec is not None and spec.sortable else ""
    return Column(name, title[:1].upper() + title[1:], field, draw)


def _taken(widths: dict[str, int]) -> int:
    """Cells of the columns and of the gaps between them, the one before the title included."""
    return sum(widths.values()) + GAP * len(widths)
