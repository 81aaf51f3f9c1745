"""The list of the agenda: what rings between two days, under its days or under names."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import Enum

from textual.content import Content
from textual.widgets.option_list import Option

from commitrack.model.records import Commitment, Dossier
from commitrack.model.schedule import Clock
from commitrack.query import Query, parse
from commitrack.store import Ring, Store
from commitrack.tui.host import Host
from commitrack.tui.screens.agenda_rows import entry
from commitrack.tui.widgets.queue_list import QueueList


class By(Enum):
    """What the list shows of the days."""

    DAY = "day"
    WEEK = "week"
    LATE = "overdue"
    OWNER = "owner"
    LEAD = "lead"


@dataclass(frozen=True, slots=True)
class Line:
    """A commitment in the list, with the clocks that put it there."""

    dossier: Dossier
    clocks: tuple[tuple[Clock, date], ...]
    under: date | str
    """The day or the name whose heading stands above it."""

    @property
    def key(self) -> tuple[int, tuple[tuple[Clock, date], ...]]:
        """What it is known by when the list is made anew."""
        return self.dossier.commitment.number, self.clocks


class AgendaList(QueueList):
    """The lines under their headings."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id, markup=False)
        self.lines: Sequence[Line] = ()
        self._at: list[int | None] = []
        """Which line stands on each row; None for a heading."""

    @property
    def _line(self) -> Line | None:
        row = self.highlighted
        at = None if row is None or row >= len(self._at) else self._at[row]
        return None if at is None else self.lines[at]

    @property
    def current(self) -> Dossier | None:
        """The commitment under the cursor."""
        line = self._line
        return None if line is None else line.dossier

    def show(
        self,
        lines: Sequence[Line],
        heading: Callable[[date | str], Content],
        today: date,
        *,
        same: bool,
    ) -> None:
        """Show other lines; where they are of the `same` days the cursor stays where it was."""
        row = (self.highlighted or 0) if same else 0
        before = self._line
        self.lines, self._at = lines, []
        options: list[Option] = []
        under: object = None
        for at, line in enumerate(lines):
            if line.under != under:
                under = line.under
                options.append(Option(heading(line.under), disabled=True))
                self._at.append(None)
            dated = isinstance(line.under, date)
            options.append(Option(entry(line.dossier, line.clocks, today, dated=dated)))
            self._at.append(at)
        self.clear_options()
        self.add_options(options)
        keys = [None if at is None else lines[at].key for at in self._at]
        if before is not None and before.key in keys:
            row = keys.index(before.key)
        self.highlighted = self._nearest(row)

    def _nearest(self, row: int) -> int | None:
        """The row of a commitment that is the nearest to this one."""
        rows = [at for at, line in enumerate(self._at) if line is not None]
        return min(rows, key=lambda one: abs(one - row), default=None)


async def by_name(host: Host, by: By, span: tuple[date, date], skip: int, size: int) -> list[Line]:
    """What rings between two days by its owners or leads: so much of it behind the first few."""
    lens, query = host.lens, span_query(*span, by)
    numbers = await host.gateway.slow(
        lambda store: store.page(query, lens, skip, size), "agenda list"
    )
    dossiers = await host.gateway.fast(lambda store: store.dossiers(numbers))
    return [
        Line(one, clocks_between(one.commitment, *span), _name(one.commitment, by))
        for one in dossiers
    ]


def span_query(first: date, last: date, by: By) -> Query:
    """What is open and has one of its dates between two days, by owner or by lead."""
    days = f"{first.isoformat()}..{last.isoformat()}"
    return parse(f"is:open (due:{days} OR follow_up:{days}) sort:{by.value}")


def clocks_between(record: Commitment, first: date, last: date) -> tuple[tuple[Clock, date], ...]:
    """The clocks of a commitment that ring between two days."""
    both = ((Clock.DUE, record.due), (Clock.CHASE, record.follow_up))
    return tuple((clock, day) for clock, day in both if day is not None and first <= day <= last)


def _name(record: Commitment, by: By) -> str:
    return (record.owner if by is By.OWNER else record.lead) or ""


def ring_of(line: Line) -> Ring:
    """The clock that put a line among the days."""
    ((clock, day),) = line.clocks
    return Ring(day, clock, line.dossier.commitment.number)


def by_day(store: Store, first: date, last: date, after: Ring | None, size: int) -> list[Line]:
    """So much of what rings between two days."""
    rings = store.rings(first, last, after=after, limit=size)
    dossiers = store.dossiers(tuple({one.number: None for one in rings}))
    held = {one.commitment.number: one for one in dossiers}
    return [
        Line(held[one.number], ((one.clock, one.day),), one.day)
        for one in rings
        if one.number in held
    ]
