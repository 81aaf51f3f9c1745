"""A report as plain data: what it says, before anybody decides how it looks.

Values are exact; renderers clean and shape them. A count that does not add up to its total cannot
be built.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from itertools import groupby
from operator import itemgetter
from typing import TypeAlias

Cell: TypeAlias = str | int | float | date | None
Row: TypeAlias = tuple[Cell, ...]


class Sort(StrEnum):
    """What sort of value a column holds, which decides how it is shown and aligned."""

    TEXT = "text"
    NUMBER = "number"
    DAYS = "days"
    """A number of days with its sign: ``+184``."""
    LIGHT = "light"
    """A traffic light: glyph, word and reason."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its key in data, its heading for people."""

    key: str
    heading: str
    sort: Sort = Sort.TEXT
    data_only: bool = False
    """Kept in CSV and JSON; people read the same in a group's heading or another column."""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows in a stable order. With `group`, rows that share that column stand together."""

    key: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[Row, ...]
    group: str | None = None
    """The key of the column to group by; the rows come ordered by group."""
    empty: str = "none"
    """What to say when there are no rows."""
    counted: bool = True
    """Whether the number of rows means something to a reader, and stands in the headings."""
    filter: str = ""
    """The condition by which `list` finds the commitments that stand here, when one does."""

    def __post_init__(self) -> None:
        if not {len(self.columns)}.issuperset(map(len, self.rows)):
            raise ValueError(f"a row of {self.key} does not fit its columns")

    @property
    def shown_columns(self) -> tuple[Column, ...]:
        """The columns for people: without the one that heads the groups and those for data."""
        return tuple(self.columns[n] for n in self._shown)

    @property
    def _shown(self) -> tuple[int, ...]:
        return tuple(
            n
            for n, column in enumerate(self.columns)
            if column.key != self.group and not column.data_only
        )

    def groups(self) -> Iterator[tuple[Cell, tuple[Row, ...]]]:
        """Each group and its rows under `shown_columns`; ungrouped, one group without a name."""
        shown = self._shown
        at = next((n for n, one in enumerate(self.columns) if one.key == self.group), None)
        if at is None:
            groups: Iterable[tuple[Cell, Iterable[Row]]] = [(None, self.rows)] if self.rows else []
        else:
            groups = groupby(self.rows, key=itemgetter(at))
        for value, rows in groups:
            yield value, tuple(_picked(shown, rows))


def _picked(places: Sequence[int], rows: Iterable[Row]) -> Iterable[Row]:
    """Rows with the cells at these places alone; a large record has a hundred thousand."""
    if len(places) > 1:
        return map(itemgetter(*places), rows)
    return (tuple(row[n] for n in places) for row in rows)


@dataclass(frozen=True, slots=True)
class Counts:
    """Parts of a whole. They add up to `total`, or there is no report."""

    key: str
    title: str
    parts: tuple[tuple[str, int], ...]
    total: int
    unit: str = "commitments"
    changes: tuple[int, ...] = ()
    """By how much each part has grown, when that is known; they add up to the change of all."""
    filter: str = ""
    """The condition by which `list` finds what is counted, when one does."""
    trend: bool = False
    """Whether the parts follow one another in time, so that they can be drawn as one line."""
    glyphs: tuple[str, ...] = ()
    """A glyph for each part, one cell wide, when the whole can be drawn as a bar."""
    order: tuple[int, ...] = ()
    """For a bar: the place, among the parts, of each of the units in turn. Where several share a
    cell the earlier part shows.
    """

    def __post_init__(self) -> None:
        found = sum(count for _, count in self.parts)
        if found != self.total:
            raise ValueError(f"{self.key}: the parts add up to {found}, not {self.total}")
        if self.changes and len(self.changes) != len(self.parts):
            raise ValueError(f"{self.key}: not every part says how it has changed")
        if self.glyphs and [self.order.count(n) for n in range(len(self.parts))] != [
            count for _, count in self.parts
        ]:
            raise ValueError(f"{self.key}: the bar does not show what is counted")


@dataclass(frozen=True, slots=True)
class Fact:
    """One labelled value."""

    key: str
    label: str
    value: Cell


@dataclass(frozen=True, slots=True)
class Facts:
    """Labelled values: what the report is about, or what comes out of it."""

    key: str
    title: str
    facts: tuple[Fact, ...]


Section: TypeAlias = Table | Counts | Facts


@dataclass(frozen=True, slots=True)
class Report:
    """A whole report. The same store, day and argument always give an equal one."""

    name: str
    title: str
    as_of: date
    store: str
    filter: str
    legend: tuple[str, ...]
    sections: tuple[Section, ...]
