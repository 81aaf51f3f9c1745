"""The agenda as appointments: one for each clock of a commitment, in a calendar of one's own.

A calendar program knows an appointment by its UID, and a newer state of it by its sequence. The UID
is made of the commitment's identity, so that it is the same in every copy of the store. The
sequence is counted off the history, which only ever grows: each time the clock was set anew or
taken away, and each time the commitment was closed or opened again.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime

from commitrack.model.history import Dated
from commitrack.model.records import Dossier
from commitrack.model.status import OPEN, Stage
from commitrack.reports.selecting import found, narrowed
from commitrack.reports.wording import next_step, on_record
from commitrack.store import Lens, Store

LIVE = "is:open"
"""The condition: what has appointments."""
KEPT = 90
"""Days for which an appointment that fell away is told as cancelled."""
GONE = f"-is:open changed:>=-{KEPT}d"
"""The condition: what may have had some until not long ago."""

CLOCKS: Mapping[str, str] = {"due": "Due", "follow_up": "Look again"}
"""The fields that ring, and what an appointment is called for each."""

_WATCHED: Mapping[str, Collection[str]] = {"commitments": (*CLOCKS, "status")}
_FIRST = datetime(2000, 1, 1, tzinfo=UTC)
"""The moment of an appointment of which the history tells nothing."""


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


def appointments(store: Store, lens: Lens, argument: str | None = None) -> tuple[Appointment, ...]:
    """Every appointment, by day; `argument` is a query that narrows them down."""
    made: list[Appointment] = []
    for own in (LIVE, GONE):
        chosen = list(found(store, lens, narrowed(store, own, argument)))
        numbers = [one.commitment.number for one in chosen]
        uids, pasts = store.identities(numbers), store.pasts(numbers, _WATCHED)
        for one in chosen:
            number = one.commitment.number
            made += _of(one, uids[number], pasts.get(number, ()), lens.today)
    return tuple(sorted(made, key=lambda one: (one.day, one.uid)))


def _of(
    dossier: Dossier, identity: str, past: Sequence[Dated], today: date
) -> Iterator[Appointment]:
    """The appointments of a commitment: those that stand, and those that fell away."""
    record = dossier.commitment
    open_ = record.status.stage is Stage.OPEN
    turns = [one for one in past if one.change.field == "status" and _is_turn(one)]
    if not open_ and not turns:
        return  # it was never open, and never had any
    for clock, label in CLOCKS.items():
        settings = [one for one in past if one.change.field == clock]
        day: date | None = getattr(record, clock)
        if day is None and not settings:
            continue
        last = date.fromisoformat(str(settings[-1].change.old)) if day is None else day
        yield Appointment(
            uid=f"{clock.replace('_', '-')}/{identity}@commitrack",
            sequence=max(len(settings) - 1, 0) + max(len(turns) - 1, 0),
            day=last,
            at=max(_moments(past, clock), default=_FIRST),
            cancelled=not open_ or day is None,
            title=f"{label}: {record.title}",
            notes=tuple(_notes(dossier, today)) if open_ else (record.id,),
            clock=label,
        )


def _is_turn(one: Dated) -> bool:
    """Whether a commitment was opened or closed: it got its appointments, or lost them."""
    return (one.change.old in OPEN) is not (one.change.new in OPEN)


def _moments(past: Iterable[Dated], clock: str) -> Iterator[datetime]:
    return (one.at for one in past if one.change.field in (clock, "status"))


def _notes(dossier: Dossier, today: date) -> Iterator[str]:
    record = dossier.commitment
    yield f"{record.id}, {record.owner or 'no owner'}: “{record.quote}”"
    yield f"{record.status.words}; {on_record(dossier)}"
    yield next_step(dossier, today)
