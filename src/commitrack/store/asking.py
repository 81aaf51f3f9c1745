"""What goes with a question to the store, and the answers that are no records."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from enum import Enum, StrEnum

from commitrack.model.frozen import dataclass
from commitrack.model.schedule import Clock
from commitrack.model.statements import Precision

PAGE = 64
"""Commitments on one page of a list."""


@dataclass(frozen=True, slots=True)
class Lens:
    """What a question depends on besides the record: who asks, and on which day."""

    today: date
    actor: str = ""


class Extent(Enum):
    """How much of a dossier is read; what is left out of it is empty."""

    WORDS = "words"
    """What the wording is judged by: a commitment's words, owners and what is said of them, and the
    dismissals; see `wordings`.
    """
    CLOCKS = "clocks"
    """When it rings and what is told of it then: the same fields of the commitment, and what is
    filed of evidence, checks and reviews.
    """
    STANDING = "standing"
    """What its standing is judged by, and where it was said: neither its places in statements nor
    its links, suggested ones and dismissals.
    """
    WHOLE = "whole"


@dataclass(frozen=True, slots=True)
class Birth:
    """How a commitment came on record."""

    identity: str
    """What it is called in every store that holds it, for good."""
    at: datetime
    """When this store put it on record."""


@dataclass(frozen=True, slots=True)
class Pulse:
    """A cheap sign of life: it differs when another process has committed since."""

    newest: int
    """The newest transaction."""
    signal: int
    """The engine's own change counter; only its changing means anything."""
    seal: str | None = None
    """The seal of the newest transaction: another one under its number is of another course."""


@dataclass(frozen=True, slots=True)
class DayCount:
    """How many open commitments are due on a day, and how many are to be looked at again."""

    due: int = 0
    chase: int = 0


@dataclass(frozen=True, slots=True)
class Ring:
    """One of the two clocks of an open commitment, on the day on which it rings."""

    day: date
    clock: Clock
    number: int


class StatementOrder(StrEnum):
    """What a list of statements is in the order of. What is not known comes last, either way round;
    of equals, the one that was put in last comes first.
    """

    NUMBER = "number"
    """The one that was put in last comes first."""
    DATE = "date"
    """The one that was made last comes first."""
    PUBLISHER = "publisher"
    """By the name of who published it, or else of who said it, from A to Z."""
    OPEN = "open"
    """The one with the most open commitments comes first."""
    COVERAGE = "coverage"
    """The one of which the least is decided comes first."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A statement in a list, without its text."""

    number: int
    title: str
    publisher: str
    """Who published it, or else who said it; empty when neither is known."""
    said_on: date | None
    precision: Precision
    versions: tuple[int, ...]
    """Every version of it, itself included, the oldest first."""
    waiting: int
    """How many of what it mentions are candidates still, and the like for other stages."""
    rejected: int
    open: int
    closed: int

    @property
    def found(self) -> int:
        """How many candidates and commitments it mentions."""
        return self.waiting + self.rejected + self.open + self.closed


@dataclass(frozen=True, slots=True)
class SignOffs:
    """What waits for a second person, without the records."""

    numbers: Sequence[int]
    """Closings that wait before closings in dispute, of either the oldest first."""
    claims: int
    """How many of them are claims of delivery."""
    proposals: int
    """How many are other closings that somebody proposed."""
    disputes: int
    """How many are closings that stand and that evidence disputes, weighed by nobody yet."""


@dataclass(frozen=True, slots=True)
class Verification:
    """The outcome of walking the hash chain."""

    transactions: int
    broken: int | None
    """The first transaction whose record does not fit its seal; None when all fit."""
    detail: str = ""
