"""What the dashboard shows: charts, each of whose bars counts what the query behind it lists.

The queries are in the filter language, and the counts come from the same conditions: a bar leads
to the very list that it counts. Every panel is one question to the store, or a few quick ones.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Protocol, TypeAlias

from commitrack.model.cleaning import clean_line
from commitrack.model.dayinput import month_end
from commitrack.model.rag import GLYPHS, Colour
from commitrack.model.standing import Slipping
from commitrack.model.status import Status
from commitrack.query import Field, Query, Text, canonical, parse
from commitrack.query.nodes import conjoin
from commitrack.reports.overdue import BANDS
from commitrack.store import Lens, Store
from commitrack.tui.charts import Bar, Chart, Kind, Series

Count: TypeAlias = Callable[[str], int | None]
"""How many a query finds; None while it is not counted."""

DAYS = 14
"""Days of the fortnight ahead, today among them."""
MONTHS = 12
"""Months of deliveries, this one among them."""
OWNERS = 6
"""Owners that are named for their slippage."""
BUSIEST = 24
"""Owners, or leads, that are named for how much they have to do."""

_ACCEPTED = "is:open,closed"
_DONE = "status:delivered,partly_delivered"


class Panel(Protocol):
    """One chart of the dashboard."""

    @property
    def key(self) -> str:
        """What it is called in the program."""

    def waiting(self, lens: Lens) -> Chart:
        """The chart before anything is counted."""

    def ask(self, store: Store, lens: Lens) -> Chart:
        """The chart as the record is now."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A panel whose bars are queries; each is counted within one that all of them are part of."""

    key: str
    chart: Callable[[Count, Lens], Chart]
    within: Callable[[Lens], str] | None = None
    """The query within which the others are counted in one pass; without it one by one."""
    apart: frozenset[str] = frozenset()
    """Queries that are not within it, and are counted by themselves."""

    def waiting(self, lens: Lens) -> Chart:
        """See `Panel`."""
        return self.chart(_not_yet, lens)

    def queries(self, lens: Lens) -> tuple[str, ...]:
        """Every query that is counted for it."""
        asked: dict[str, None] = {}
        self.chart(lambda query: asked.setdefault(query), lens)
        return tuple(asked)

    def ask(self, store: Store, lens: Lens) -> Chart:
        """See `Panel`."""
        parsed = {text: parse(text) for text in self.queries(lens)}
        if self.within is None:
            found = store.counts(parsed, lens)
        else:
            alone = {text: query for text, query in parsed.items() if text in self.apart}
            parts = {text: query for text, query in parsed.items() if text not in self.apart}
            whole = parse(self.within(lens))
            found = {**store.counts(alone, lens), **store.split(whole, parts, lens)}
        return self.chart(found.__getitem__, lens)


@dataclass(frozen=True, slots=True)
class WorstOwners:
    """The owners whose dates moved on by most days in all."""

    key: str = "owners"

    def waiting(self, lens: Lens) -> Chart:
        """See `Panel`."""
        del lens
        return replace(_owners(()), bars=(Bar("", "", None),))

    def ask(self, store: Store, lens: Lens) -> Chart:
        """See `Panel`."""
        del lens
        return _owners(store.slipping(OWNERS))


@dataclass(frozen=True, slots=True)
class Busiest:
    """Who has the most that is open: owners, or leads."""

    key: str
    title: str
    field: str

    def waiting(self, lens: Lens) -> Chart:
        """See `Panel`."""
        del lens
        return Chart(self.title, (Bar("", "", None),), empty="Nothing is open")

    def ask(self, store: Store, lens: Lens) -> Chart:
        """See `Panel`. The groups say who; each bar counts what its query finds, also what somebody
        has together with others.
        """
        sizes = store.group_sizes(parse(f"is:open group:{self.field}"), lens)
        names = [name for name, _ in sorted(sizes, key=lambda one: -one[1]) if name]
        queries = {name: self._query(name) for name in names[:BUSIEST]}
        whole = parse(f"is:open has:{self.field}")
        found = store.counts({**queries, "": whole}, lens)
        bars = [
            Bar(clean_line(name), canonical(query), (found[name],))
            for name, query in queries.items()
        ]
        bars.sort(key=lambda bar: -(bar.total or 0))
        return Chart(self.title, tuple(bars), empty="Nothing is open that names one", sum=found[""])

    def _query(self, name: str) -> Query:
        held = Field(self.field, (Text(name, exact=True),))
        return Query(conjoin((parse("is:open").where, held)))


def _not_yet(query: str) -> None:
    del query


def _open(lens: Lens) -> str:
    del lens
    return "is:open"


def _elsewhere(lens: Lens) -> str:
    del lens
    return "slip:<0 OR slip:>0"


def _values(*found: int | None) -> tuple[int, ...] | None:
    known = tuple(one for one in found if one is not None)
    return known if len(known) == len(found) else None


# What is ahead, and what is late


def _next_days(lens: Lens) -> tuple[date, ...]:
    ahead = min(DAYS, (date.max - lens.today).days + 1)
    return tuple(lens.today + timedelta(days=n) for n in range(ahead))


def _fortnight(count: Count, lens: Lens) -> Chart:
    bars = []
    for day in _next_days(lens):
        due, follow = f"is:open due:{day}", f"is:open follow_up:{day}"
        bars.append(
            Bar(
                f"{day:%a}",
                f"is:open (due:{day} OR follow_up:{day})",
                _values(count(due), count(f"{follow} -due:{day}")),
                name=f"{day:%a} {day.day} {day:%b}",
            )
        )
    first, last = _next_days(lens)[0], _next_days(lens)[-1]
    due, follow = f"is:open due:{first}..{last}", f"is:open follow_up:{first}..{last}"
    return Chart(
        "The next fortnight",
        tuple(bars),
        Kind.COLUMNS,
        (
            Series("due", "█", "chart--bar", due, count(due)),
            Series("to chase", "░", "chart--second", follow, count(follow), "more to chase"),
        ),
        "Nothing is due or to be followed up in these days",
        sum=count(_ahead(lens)),
    )


def _ahead(lens: Lens) -> str:
    first, last = _next_days(lens)[0], _next_days(lens)[-1]
    return f"is:open (due:{first}..{last} OR follow_up:{first}..{last})"


def _ageing(count: Count, lens: Lens) -> Chart:
    """The bands of the report, by the clock that ran out first."""
    del lens
    bars = []
    for least, most in BANDS:
        newest = "yesterday" if least == 1 else f"-{least}d"
        if most is None:
            query = f"is:open (due:<=-{least}d OR follow_up:<=-{least}d)"
        else:
            span = f"-{most}d..{newest}"
            older = f"-due:<-{most}d -follow_up:<-{most}d"
            query = f"is:open (due:{span} OR follow_up:{span}) {older}"
        label = f"{least}–{most} days" if most is not None else f"> {least - 1} days"
        bars.append(Bar(label, query, _values(count(query)), "chart--late"))
    return Chart("Overdue, by age", tuple(bars), empty="Nothing is overdue")


# How it stands


def _status(count: Count, lens: Lens) -> Chart:
    del lens
    bars = tuple(
        Bar(
            "to triage" if one is Status.CANDIDATE else one.words,
            query := f"status:{one}",
            _values(count(query)),
            f"status--{one}",
        )
        for one in Status
    )
    return Chart("Status", bars, empty="Nothing is on record")


_LIGHTS = (Colour.RED, Colour.AMBER, Colour.GREEN, Colour.GREY, Colour.BLUE)
_BLUE = "rag:blue"


def _lights(count: Count, lens: Lens) -> Chart:
    """What is open by its light, and what was delivered, which is all that can be blue."""
    del lens
    bars = []
    for colour in _LIGHTS:
        query = _BLUE if colour is Colour.BLUE else f"is:open rag:{colour.lower()}"
        words = "blue, delivered" if colour is Colour.BLUE else colour.lower()
        bars.append(
            Bar(
                f"{GLYPHS[colour]} {words}",
                query,
                _values(count(query)),
                f"rag--{colour.lower()}",
                GLYPHS[colour],
            )
        )
    title = "Traffic lights of what is open or delivered"
    return Chart(title, tuple(bars), whole=True, empty="Nothing is open, and nothing delivered")


# What became of dates and promises


def _moved(count: Count, lens: Lens) -> Chart:
    del lens
    sizes = [("earlier", "slip:<0")]
    sizes += [(f"{least}–{most} days", f"slip:{least}..{most}") for least, most in BANDS if most]
    sizes.append(("> 180 days", "slip:>180"))
    bars = tuple(
        Bar(label, query := f"{_ACCEPTED} {size}", _values(count(query))) for label, size in sizes
    )
    return Chart("Dates moved, by how far", bars, empty="No date was moved")


def _owners(found: Sequence[Slipping]) -> Chart:
    accepted, late = parse(_ACCEPTED).where, parse("slip:>0").where
    bars = tuple(
        Bar(
            one.name,
            canonical(
                Query(conjoin((accepted, Field("owner", (Text(one.name, exact=True),)), late)))
            ),
            (one.slipped,),
            aside=f"+{one.days:,} d",
        )
        for one in found
    )
    return Chart("Dates moved on, by owner", bars, empty="No date was moved to a later day")


def _last_months(today: date) -> tuple[date, ...]:
    """The first days of the last months, this one the last."""
    place = today.year * 12 + today.month - 1
    return tuple(
        date(n // 12, n % 12 + 1, 1) for n in range(max(12, place - MONTHS + 1), place + 1)
    )


def _deliveries(count: Count, lens: Lens) -> Chart:
    bars = []
    for first in _last_months(lens.today):
        query = f"{_DONE} closed_on:{first.isoformat()[:7]}"
        found = _values(count(f"{query} -is:unverified"), count(f"{query} is:unverified"))
        bars.append(Bar(f"{first:%b}", query, found, name=f"{first:%B %Y}"))
    year = _delivered_in(lens)
    return Chart(
        "Deliveries by month",
        tuple(bars),
        Kind.COLUMNS,
        (
            Series("verified", "█", "chart--good", f"{year} -is:unverified"),
            Series("unverified", "▒", "chart--second", f"{year} is:unverified"),
        ),
        "Nothing was delivered in these months",
    )


def _delivered_in(lens: Lens) -> str:
    first = _last_months(lens.today)[0]
    return f"{_DONE} closed_on:{first}..{month_end(lens.today.year, lens.today.month)}"


LEFT: tuple[Panel, ...] = (
    Counted("fortnight", _fortnight, _ahead),
    Counted("status", _status),
    Counted("lights", _lights, _open, frozenset({_BLUE})),
)
RIGHT: tuple[Panel, ...] = (
    Counted("ageing", _ageing, _open),
    Counted("moved", _moved, _elsewhere),
    WorstOwners(),
    Counted("deliveries", _deliveries, _delivered_in),
)
THIRD: tuple[Panel, ...] = (
    Busiest("leads", "Open, by lead", "lead"),
    Busiest("busiest", "Open, by owner", "owner"),
)
"""The panels, by the column they stand in; the third is there where there is room for three."""


def panels() -> Mapping[str, Panel]:
    """Every panel by its key, in the order in which they are counted: what is quick comes first."""
    quick = (
        *("status", "fortnight", "ageing", "moved", "owners", "deliveries", "lights"),
        *(one.key for one in THIRD),
    )
    found = {one.key: one for one in (*LEFT, *RIGHT, *THIRD)}
    return {key: found[key] for key in quick}
