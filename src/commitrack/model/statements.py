"""What was said: statements, where their texts were met, and what stands or was read in them."""

from __future__ import annotations

from bisect import bisect_right
from datetime import date, datetime
from enum import StrEnum

from commitrack.model.frozen import dataclass
from commitrack.model.ids import statement_id


class Precision(StrEnum):
    """How exactly a date is known. A part that is not known is never guessed."""

    DAY = "day"
    MONTH = "month"
    YEAR = "year"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class StatementDraft:
    """What intake knows of a statement before it is stored."""

    text: str
    sha256: str
    title: str
    publisher: str | None = None
    speaker: str | None = None
    role: str | None = None
    occasion: str | None = None
    said_on: date | None = None
    precision: Precision = Precision.UNKNOWN
    source: str = ""
    """Where it came from: a path, a URL or ``-`` for standard input."""
    media_type: str = "text/plain"
    encoding: str = "utf-8"
    previous: int | None = None
    """The number of the statement that this one is a new version of."""
    pages: tuple[int, ...] = ()
    """Where each page begins in the text, in code points; empty for what has no pages."""


@dataclass(frozen=True, slots=True)
class Statement(StatementDraft):
    """A statement as stored. Its text is exact and never changes."""

    number: int = 0
    fetched_at: datetime | None = None
    fetched_by: str = ""
    version: int = 0

    @property
    def id(self) -> str:
        """The statement's ID, ``S-0001``."""
        return statement_id(self.number)

    def page_of(self, offset: int) -> int | None:
        """The page, from 1, on which the character at `offset` stands; None without pages."""
        return bisect_right(self.pages, offset) or None


@dataclass(frozen=True, slots=True)
class Copy:
    """A place where a statement's very text was met: the file or the address it was added from
    comes first, and every other one after it.
    """

    statement: int
    source: str
    """As the user named it: a path, an address or ``-`` for standard input."""
    media_type: str
    at: datetime
    """When it was met, or had come in whole over the network, in UTC."""
    by: str
    bytes_sha256: str | None = None
    """Of the bytes before anything was decoded; None when nobody kept it."""
    url: str | None = None
    """The address that answered, after every redirect; None for what was not fetched."""
    redirects: tuple[str, ...] = ()
    """Each address that sent on to another, in order."""
    http_status: int | None = None
    number: int = 0
    """0 for the first place of a statement that was stored before places were kept."""


class MentionRole(StrEnum):
    """What a mention is to its commitment."""

    ORIGIN = "origin"
    REPEAT = "repeat"
    WITHDRAWAL = "withdrawal"
    CLARIFICATION = "clarification"


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a commitment stands in a statement: ``text[start:end] == quote``, in code points."""

    statement: int
    start: int
    end: int
    quote: str
    before: str = ""
    """Up to 32 characters before the quote, to find it again in a new version."""
    after: str = ""
    role: MentionRole = MentionRole.ORIGIN
    number: int = 0


@dataclass(frozen=True, slots=True)
class Reading:
    """Somebody has read these characters of a statement, and they promise nothing."""

    statement: int
    start: int
    end: int
    on: date
    by: str
    note: str | None = None
    number: int = 0
