"""The agenda as appointments: one for each clock of a commitment, in a calendar of one's own.

A calendar program knows an appointment by its UID, and a newer state of it by its sequence. The UID
is made of the commitment's identity, so that it is the same in every copy of the store. The
sequence is the second in which that state was made, and a count of the states before it, so that
two in one second are told apart: it rises in a store whose history only ever grows, and in one that
took the commitment over from another, since that was later.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from functools import lru_cache
from operator import attrgetter

from commitrack.model.frozen import dataclass
from commitrack.model.history import Dated
from commitrack.model.records import Dossier
from commitrack.model.status import OPEN, Stage
from commitrack.reports.selecting import narrowed, read
from commitrack.reports.wording import next_step, on_record
from commitrack.store import Birth, Extent, Lens, ReadableStore

LIVE = "is:open"
"""The condition: what has appointments."""
KEPT = 90
"""Days for which an appointment that fell away is told as cancelled."""
GONE = f"-is:open changed:>=-{KEPT}d"
"""The condition: what may have had some until not long ago."""

CLOCKS: Mapping[str, str] = {"due": "Due", "follow_up": "Look again"}
"""The fields that ring, and what an appointment is called for each."""

_NAMES = {clock: clock.replace("_", "-") for clock in CLOCKS}
"""The same as they stand in a UID."""
_WATCHED: Mapping[str, Collection[str]] = {"commitments": (*CLOCKS, "status")}
_BEGIN = datetime(2000, 1, 1, tzinfo=UTC)
"""From when on the seconds are counted."""
_LAST = (1 << 31) - 1
"""The greatest number that every calendar program takes."""


@dataclass(frozen=True, slots=True)
class Appointment:
    """One clock of a commitment as a calendar holds it."""

    uid: str
    sequence: int
    day: date
    at: datetime
    """When it was last set, in UTC."""
    cancelled: bool
    title: str
    notes: tuple[str, ...]
    clock: str


def appointments(
    store: ReadableStore, lens: Lens, argument: str | None = None
) -> tuple[Appointment, ...]:
    """Every appointment, by day; `argument` is a query that narrows them down."""
    live, gone = (sorted(store.ids(narrowed(store, own, argument), lens)) for own in (LIVE, GONE))
    pasts = store.pasts([*live, *gone], _WATCHED, since_birth=True)
    numbers = [*live, *(one for one in gone if any(map(_is_turn, pasts.get(one, ()))))]
    births = store.births(numbers)
    made = (
        appointment
        for one in read(store, numbers, Extent.CLOCKS)
        for number in (one.commitment.number,)
        for appointment in _of(one, births[number], pasts.get(number, ()), lens.today)
    )
    return tuple(sorted(made, key=attrgetter("day", "uid")))


def _of(
    dossier: Dossier, birth: Birth, past: Sequence[Dated], today: date
) -> Iterator[Appointment]:
    """The appointments of a commitment, by what happened to it since it came on record: those that
    stand, and those that fell away.
    """
    record = dossier.commitment
    open_ = record.status.stage is Stage.OPEN
    notes = tuple(_notes(dossier, today)) if open_ else (record.id,)
    for clock, label in CLOCKS.items():
        day: date | None = getattr(record, clock)
        at = set_at = birth.at
        states: list[Dated] = []
        if past:
            states = [one for one in past if one.change.field == clock or _is_turn(one)]
            at = max((at, *(one.at for one in states)))
            set_at = max((set_at, *_moments(past, clock)))
        if day is None:
            gone = [one.change.old for one in states if one.change.field == clock]
            if not gone:
                continue
            day = date.fromisoformat(str(gone[-1]))
            cancelled = True
        else:
            cancelled = not open_
        yield Appointment(
            f"{_NAMES[clock]}/{birth.identity}@commitrack",
            _sequence(at, len(states)),
            day,
            set_at,
            cancelled,
            f"{label}: {record.title}",
            notes,
            label,
        )


@lru_cache(maxsize=1 << 10)
def _sequence(at: datetime, before: int) -> int:
    """A number that rises with every state: see above."""
    return min(max(int((at - _BEGIN).total_seconds()), 0) + before, _LAST)


def _is_turn(one: Dated) -> bool:
    """Whether a commitment was opened or closed: it got its appointments, or lost them."""
    change = one.change
    return change.field == "status" and (change.old in OPEN) is not (change.new in OPEN)


def _moments(past: Iterable[Dated], clock: str) -> Iterator[datetime]:
    return (one.at for one in past if one.change.field in (clock, "status"))


def _notes(dossier: Dossier, today: date) -> Iterator[str]:
    record = dossier.commitment
    yield f"{record.id}, {record.owner or 'no owner'}: “{record.quote}”"
    yield f"{record.status.words}; {on_record(dossier)}"
    yield next_step(dossier, today)
