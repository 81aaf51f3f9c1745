"""What the doctor can say of a store: what was looked at, how it is, and the way out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from commitrack.store.version import SchemaVersion

_NAMED = 5
"""Things of one kind that are named; of more, the number is told."""


class Level(StrEnum):
    """How bad it is."""

    OK = "ok"
    ADVICE = "advice"
    """Nothing is wrong, and something could be better."""
    WRONG = "wrong"
    """Something is not as it must be; the store can be used."""
    DAMAGED = "damaged"
    """The store is not whole: a backup must take its place."""


class Mend(StrEnum):
    """What can be mended without touching the record, in the order in which it is."""

    ACCESS = "access"
    LEFTOVERS = "leftovers"
    JOURNAL = "journal"
    ENTRIES = "entries"
    INDEXES = "indexes"
    TRIGGERS = "triggers"
    VIEWS = "views"
    WORDS = "words"
    SKETCHES = "sketches"
    COUNTS = "counts"
    STALENESS = "staleness"


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    check: str
    """What was looked at, in a word."""
    level: Level
    words: str
    """What is so, naming the thing and its place."""
    way_out: str = ""
    mend: Mend | None = None
    """How it can be mended, if it can."""


@dataclass(frozen=True, slots=True)
class Examination:
    """Everything that was found of one store."""

    place: Path
    schema: SchemaVersion | None
    """None when the store cannot be opened."""
    newest: int | None
    findings: tuple[Finding, ...]

    @property
    def worst(self) -> Level:
        """The worst level among the findings."""
        order = list(Level)
        return max((one.level for one in self.findings), key=order.index, default=Level.OK)


MENDABLE = "commitrack doctor --fix"


def some(things: Iterable[str]) -> str:
    """The first few things by name, and how many more there are."""
    found = list(things)
    more = f" and {len(found) - _NAMED} more" if len(found) > _NAMED else ""
    return ", ".join(found[:_NAMED]) + more


def either(
    check: str, wrong: Iterable[Finding], otherwise: str, *, level: Level = Level.OK
) -> Iterator[Finding]:
    """What is wrong, or else that nothing is."""
    found = tuple(wrong)
    yield from found
    if not found:
        yield Finding(check, level, otherwise)
