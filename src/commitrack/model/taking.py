"""What comes of taking in what another store holds."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from enum import StrEnum

from commitrack.model.frozen import dataclass, field


class Side(StrEnum):
    """Whose word stands where a field was changed on both sides."""

    OURS = "ours"
    THEIRS = "theirs"


@dataclass(frozen=True, slots=True)
class Word:
    """What one side says of a field, and who said so last."""

    value: str
    who: str
    when: datetime | None
    """None when no history tells it."""

    def __str__(self) -> str:
        when = "" if self.when is None else f" at {self.when.strftime('%Y-%m-%d %H:%M')} UTC"
        return f"{self.value} ({self.who}{when})"


@dataclass(frozen=True, slots=True)
class Difference:
    """A field that was changed on both sides, each in its own way."""

    record: str
    """As people call it here: ``C-0001``."""
    field: str
    ours: Word
    theirs: Word
    taken: Side | None = None
    """Whose word stands by now; None while nobody has decided, and ours is left."""


@dataclass(frozen=True, slots=True)
class KeptOut:
    """A record there that does not come in, since it was erased for good here."""

    record: str
    """As people call it there: ``S-0003``."""
    why: str
    """What was erased here, when, by whom and why."""


@dataclass(frozen=True, slots=True)
class TakenIn:
    """What was added, changed and left in conflict; of a dry run, what would be."""

    source: str
    transaction: int = 0
    """The transaction that did it; 0 when none was written, or a whole history was taken over."""
    action: str = ""
    parts: int = 0
    """In how many transactions it was done, so that others could write in between."""
    whole: bool = False
    """Whether an empty store took over everything as it was, with its history."""
    added: Mapping[str, int] = field(default_factory=dict)
    """New records by table."""
    changed: int = 0
    """Fields of records on both sides that were taken from there."""
    completed: tuple[int, ...] = ()
    """The transactions with which imports began that were cut short: this one brought the rest."""
    differences: tuple[Difference, ...] = ()
    kept_out: tuple[KeptOut, ...] = ()
    worries: tuple[str, ...] = ()
    """What both sides allowed and the rules would not: an open commitment without an owner, say."""

    @property
    def unsettled(self) -> tuple[Difference, ...]:
        """The differences that wait for somebody to decide."""
        return tuple(one for one in self.differences if one.taken is None)
