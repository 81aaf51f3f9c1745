"""What happened to a public commitment, day by day, in words that name nobody of ours.

What was done and taken back on one day never was, for the public: each day counts as it ended. What
a reader has seen and finds changed later is a correction.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import UTC, date, datetime
from itertools import groupby
from typing import TypeAlias

from commitrack.model.frozen import dataclass
from commitrack.model.history import Dated
from commitrack.model.records import CheckResult, Decision, Dossier, Evidence, Visibility
from commitrack.model.status import Stage, Status
from commitrack.site.days import day_words, shift

FIELDS: Mapping[str, tuple[str, ...]] = {
    "commitments": ("status", "visibility", "title", "success_test", "kind"),
    "commitment_parties": ("party", "role", "position", "present"),
    "evidence": ("title", "retracted"),
}
"""What the store is asked for."""

LOOKED = {
    CheckResult.FOUND: "looked, and found movement",
    CheckResult.NOTHING_FOUND: "looked, and found nothing",
    CheckResult.NO_REPLY: "asked, and had no reply",
}
"""What came of a look."""

_State: TypeAlias = dict[tuple[str, int, str], str | int | None]


@dataclass(frozen=True, slots=True)
class Event:
    """Something that happened, for everybody to know."""

    on: date
    words: str
    at: datetime
    """When it was recorded, in UTC; of what is dated by hand, the beginning of its day."""
    correction: bool = False
    """Whether it puts right what was published before."""


@dataclass(frozen=True, slots=True)
class Past:
    """The events of a commitment, the oldest first, and when it was first published."""

    events: tuple[Event, ...]
    since: date | None = None


@dataclass(frozen=True, slots=True)
class _Evening:
    """How a commitment stood at the end of a day."""

    day: date
    at: datetime
    status: Status
    public: bool
    title: str
    success_test: str
    kind: str
    owners: tuple[str, ...]


def past(dossier: Dossier, changes: Sequence[Dated]) -> Past:
    """What happened to a commitment of which `dossier` is what is published."""
    evenings = tuple(_evenings(dossier.commitment.number, changes))
    since = next((one.day for one in evenings if one.public), None)
    events = [
        *_of_evenings(dossier, evenings),
        *_of_evidence(dossier, changes, since),
        *_of_dates(dossier),
    ]
    events.sort(key=lambda one: (one.on, one.at, one.words))
    return Past(tuple(events), since)


def _evenings(number: int, changes: Sequence[Dated]) -> Iterator[_Evening]:
    state: _State = {}
    for _, group in groupby(changes, key=lambda one: one.at.date()):
        at = datetime.min.replace(tzinfo=UTC)
        for one in group:
            state[one.change.table, one.change.row, one.change.field] = one.change.new
            at = max(at, one.at)
        status = Status(str(state.get(("commitments", number, "status"), Status.CANDIDATE)))
        visible = state.get(("commitments", number, "visibility")) == Visibility.PUBLIC.value
        yield _Evening(
            at.date(),
            at.replace(microsecond=0),
            status,
            visible and status.stage is not Stage.TRIAGE,
            str(state.get(("commitments", number, "title")) or ""),
            str(state.get(("commitments", number, "success_test")) or ""),
            str(state.get(("commitments", number, "kind")) or ""),
            _owners(state),
        )


def _owners(state: _State) -> tuple[str, ...]:
    rows: dict[int, dict[str, str | int | None]] = defaultdict(dict)
    for (table, row, field), value in state.items():
        if table == "commitment_parties":
            rows[row][field] = value
    present = [
        (int(row.get("position") or 0), number, str(row.get("party")))
        for number, row in rows.items()
        if row.get("role") == "owner" and str(row.get("present", 1)) == "1"
    ]
    return tuple(name for _, _, name in sorted(present))


def _of_evenings(dossier: Dossier, evenings: Sequence[_Evening]) -> Iterator[Event]:
    before: _Evening | None = None
    seen: _Evening | None = None
    for one in evenings:
        words = _status_words(dossier, before, one)
        if words:
            taken_back = (
                before is not None
                and before.public
                and before.status.stage is Stage.CLOSED
                and one.public
            )
            yield Event(one.day, words, one.at, taken_back)
        was_public = before is not None and before.public
        if one.public and not was_public:
            yield Event(one.day, "published" if seen is None else "published again", one.at)
        if was_public and not one.public:
            yield Event(one.day, "taken down", one.at)
        if one.public:
            if seen is not None:
                for words in _corrected(seen, one):
                    yield Event(one.day, words, one.at, correction=True)
            seen = one
        before = one


def _status_words(dossier: Dossier, before: _Evening | None, now: _Evening) -> str:
    old = Status.CANDIDATE if before is None else before.status
    new = now.status
    if old is new or new.stage is Stage.TRIAGE:
        return ""
    if old.stage is Stage.TRIAGE and new is Status.OPEN:
        return "taken on the record"
    if new.stage is Stage.CLOSED:
        return f"closed as {new.words}{_decided(dossier, new, now.day)}"
    if old.stage is Stage.CLOSED:
        return f"opened again: was {old.words}, now {new.words}"
    if old.stage is Stage.TRIAGE:
        return f"taken on the record, {new.words}"
    return f"status: {new.words}, before that {old.words}"


def _decided(dossier: Dossier, status: Status, on: date) -> str:
    """Whether a second person has approved a closing; nothing when no review is on record."""
    for review in reversed(dossier.reviews):
        approved = review.decision is Decision.APPROVED and review.decided_on == on
        if approved and review.proposed is status:
            return ", self-verified" if review.self_verified else ", approved by a second person"
    return ""


def _corrected(seen: _Evening, now: _Evening) -> Iterator[str]:
    for what, old, new in (
        ("title", seen.title, now.title),
        ("what would count as done", seen.success_test, now.success_test),
        ("kind", seen.kind, now.kind),
        ("owner", " and ".join(seen.owners), " and ".join(now.owners)),
    ):
        if old and old != new:
            yield f"{what} changed: “{old}” became “{new}”" if new else f"{what} taken back"


def _of_evidence(dossier: Dossier, changes: Sequence[Dated], since: date | None) -> Iterator[Event]:
    pieces = {piece.number: piece for piece in dossier.evidence}
    for one in changes:
        change = one.change
        piece = pieces.get(change.row) if change.table == "evidence" else None
        if piece is None:
            continue
        on, at = one.at.date(), one.at.replace(microsecond=0)
        if change.field == "title" and change.old is None:
            yield Event(on, f"evidence put on record: {named(piece)}", at)
        if change.field == "retracted" and change.new is not None and piece.retracted is not None:
            words = f"evidence retracted: {named(piece)} ({piece.retracted})"
            yield Event(on, words, at, correction=since is not None and since <= on)


def named(piece: Evidence) -> str:
    """What a piece of evidence is called, with who stands behind it."""
    return f"{piece.title}, {piece.kind.value}, {piece.source.value} source"


def _of_dates(dossier: Dossier) -> Iterator[Event]:
    for move in dossier.moves:
        whose = "announced by the owner" if move.announced else "assumed, not announced"
        old = day_words(move.old)
        if move.new is None:
            words = f"date {old} taken away, {whose}: {move.reason}"
        else:
            far = shift((move.new - move.old).days)
            words = f"date moved from {old} to {day_words(move.new)}, {far}, {whose}: {move.reason}"
        yield Event(move.on, words, _morning(move.on))
    for check in dossier.checks:
        yield Event(check.on, LOOKED[check.result], _morning(check.on))


def _morning(on: date) -> datetime:
    return datetime(on.year, on.month, on.day, tzinfo=UTC)
