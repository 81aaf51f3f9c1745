"""What a page says, as plain data: made of what is public, and of nothing else.

Pages and downloads see an `Entry` or a `Line`, never a record of the store. Whatever a record holds
besides cannot reach them.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import date
from functools import lru_cache

from commitrack.model.assurance import Assurance, assurance, last_looked
from commitrack.model.frozen import dataclass
from commitrack.model.history import Dated
from commitrack.model.kinds import Kind
from commitrack.model.publicity import published, web_address
from commitrack.model.records import DateMove, Dossier, Evidence, Link
from commitrack.model.schedule import Schedule, schedule, slippage
from commitrack.model.statements import Mention, MentionRole, Precision, Statement
from commitrack.model.status import CLOSED, Status
from commitrack.site.context import Passage, passage
from commitrack.site.past import FIELDS, Past, past
from commitrack.store import Lens, ReadableStore

_CHUNK = 500
"""Commitments read at once."""
_TEXTS = 8
"""Statements kept at hand: what stands in one comes one after another."""


@dataclass(frozen=True, slots=True)
class Said:
    """Where a promise was made, or said again."""

    role: MentionRole
    passage: Passage
    title: str
    publisher: str | None
    speaker: str | None
    speakers_role: str | None
    occasion: str | None
    on: date | None
    precision: Precision
    address: str | None
    page: int | None


@dataclass(frozen=True, slots=True)
class Line:
    """A commitment in a list."""

    number: int
    id: str
    title: str
    kind: Kind
    status: Status
    owners: tuple[str, ...]
    topic: str | None
    due_original: date | None
    due: date | None
    schedule: Schedule
    days: int | None
    """How far the date is from the first one; None without a date."""
    moves: int
    """How often it moved to a later day."""
    self_verified: bool
    """Of a closing: approved by the one who proposed it."""


@dataclass(frozen=True, slots=True)
class Entry:
    """Everything that its own page says of a commitment."""

    line: Line
    quote: str
    said: tuple[Said, ...]
    partners: tuple[str, ...]
    beneficiary: str | None
    parents: Mapping[str, str]
    due_text: str | None
    success_test: str | None
    strength: str | None
    reason: str | None
    """Why it was closed short of a full delivery."""
    decided_on: date | None
    moves: tuple[DateMove, ...]
    evidence: tuple[Evidence, ...]
    assurance: Assurance
    last_looked: date | None
    links: tuple[Link, ...]
    past: Past


class Reader:
    """Reads what is public, a few hundred commitments at a time."""

    def __init__(self, store: ReadableStore, lens: Lens, numbers: Sequence[int]) -> None:
        self._store = store
        self._today = lens.today
        self._numbers = numbers
        self._others = frozenset(numbers)
        self._statement: Callable[[int], Statement] = lru_cache(_TEXTS)(store.statement)

    def entries(self) -> Iterator[Entry]:
        """Every public commitment, by number."""
        for first in range(0, len(self._numbers), _CHUNK):
            batch = self._numbers[first : first + _CHUNK]
            happened = self._store.pasts(batch, FIELDS)
            for dossier in self._store.dossiers(batch):
                shown = published(dossier, self._others)
                if shown is not None:
                    yield self._entry(shown, happened.get(shown.commitment.number, ()))

    def _entry(self, shown: Dossier, happened: Sequence[Dated]) -> Entry:
        record = shown.commitment
        return Entry(
            line_of(shown, self._today),
            record.quote,
            tuple(map(self._said, _in_order(shown.mentions))),
            record.partners,
            record.beneficiary,
            shown.parents,
            record.due_text,
            record.success_test,
            None if record.strength is None else record.strength.name.lower(),
            record.reason,
            record.closed_on,
            shown.moves,
            shown.evidence,
            assurance(shown),
            last_looked(shown),
            shown.links,
            past(shown, happened),
        )

    def _said(self, mention: Mention) -> Said:
        found = self._statement(mention.statement)
        return Said(
            mention.role,
            passage(found.text, mention.start, mention.end),
            found.title,
            found.publisher,
            found.speaker,
            found.role,
            found.occasion,
            found.said_on,
            found.precision,
            web_address(found.source),
            found.page_of(mention.start),
        )


def _in_order(mentions: Iterable[Mention]) -> list[Mention]:
    """Where it was first said, then in the order in which it was put on record."""
    return sorted(mentions, key=lambda one: (one.role is not MentionRole.ORIGIN, one.number))


def line_of(shown: Dossier, today: date) -> Line:
    """A published commitment in a list."""
    record = shown.commitment
    slip = slippage(record, shown.moves)
    closing = shown.closing_review if record.status in CLOSED else None
    return Line(
        record.number,
        record.id,
        record.title,
        record.kind,
        record.status,
        record.owners,
        record.topic,
        record.due_original,
        record.due,
        schedule(record, today),
        slip.days,
        slip.moves,
        closing is not None and closing.self_verified,
    )
