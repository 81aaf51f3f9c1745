"""A report by another field: its tables grouped anew, and how many there are of each.

It is done to the finished report, so that what stands in it and how it is counted stays the same
however it is grouped.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

from commitrack.model.assurance import assurance
from commitrack.model.errors import BadInput
from commitrack.model.fields import did_you_mean
from commitrack.model.ids import parse_commitment_id
from commitrack.model.rag import rag
from commitrack.model.records import Dossier
from commitrack.model.schedule import schedule
from commitrack.reports.frame import Cell, Column, Counts, Report, Row, Section, Table
from commitrack.store import Extent, Lens, ReadableStore

Of: TypeAlias = Callable[[Dossier, date], str | None]

BY: Mapping[str, Of] = {
    "owner": lambda one, _: one.commitment.owner or None,
    "lead": lambda one, _: one.commitment.lead,
    "topic": lambda one, _: one.commitment.topic,
    "status": lambda one, _: one.commitment.status.words,
    "kind": lambda one, _: one.commitment.kind.value,
    "rag": lambda one, today: rag(one, today).colour.value,
    "schedule": lambda one, today: schedule(one.commitment, today).value,
    "assurance": lambda one, _: assurance(one).words,
    "reviewer": lambda one, _: one.commitment.reviewer,
    "priority": lambda one, _: str(one.commitment.priority),
    "visibility": lambda one, _: one.commitment.visibility.value,
    "maker": lambda one, _: (
        None if one.source is None else one.source.speaker or one.source.publisher
    ),
    "statement": lambda one, _: None if one.source is None else one.source.id,
}
"""What a report can be grouped by, and how it is read off a commitment."""

IN_PUBLIC = frozenset({"owner", "topic", "status", "kind", "schedule", "maker", "statement"})
"""What of it is public."""

_SUBJECTS = ("id", "later")
"""The columns that say which commitment a row is about."""
_CHUNK = 500


def grouped(store: ReadableStore, lens: Lens, report: Report, by: str) -> Report:
    """The report with every table about commitments grouped by a field, each counted by it.

    Raises `BadInput` for a field that nothing can be grouped by, and for a report none of whose
    tables is about commitments.
    """
    field = by.strip().lower().replace("-", "_")
    known = [one for one in BY if report.name != "summary" or one in IN_PUBLIC]
    if field not in known:
        near = did_you_mean(field, known)
        raise BadInput(f"report {report.name} --by {by!r}: it can be {', '.join(known)}{near}")
    subjects = {one.key: _subject(one) for one in report.sections if isinstance(one, Table)}
    if not any(place is not None for place in subjects.values()):
        raise BadInput(f"report {report.name} has no table of commitments to group (--by)")
    values = _values(store, lens, report, subjects, BY[field])
    sections: list[Section] = []
    for section in report.sections:
        place = subjects.get(section.key)
        if isinstance(section, Table) and place is not None:
            sections += _anew(section, place, field, values)
        else:
            sections.append(section)
    return replace(report, sections=tuple(sections))


def _subject(table: Table) -> int | None:
    """The place of the column that says which commitment a row is about."""
    keys = [column.key for column in table.columns]
    return next((keys.index(key) for key in _SUBJECTS if key in keys), None)


def _values(
    store: ReadableStore, lens: Lens, report: Report, subjects: Mapping[str, int | None], of: Of
) -> Mapping[Cell, str | None]:
    """The value of the field of each commitment that stands in a table, by its ID."""
    ids = dict.fromkeys(
        row[place]
        for table in report.sections
        if isinstance(table, Table)
        for place in (subjects[table.key],)
        if place is not None
        for row in table.rows
    )
    numbers = [parse_commitment_id(str(one)) for one in ids]
    return {
        one.commitment.id: of(one, lens.today)
        for first in range(0, len(numbers), _CHUNK)
        for one in store.dossiers(numbers[first : first + _CHUNK], Extent.STANDING)
    }


def _anew(
    table: Table, place: int, field: str, values: Mapping[Cell, str | None]
) -> Iterator[Section]:
    """The table under its new groups, and the count of each in their order."""
    key = f"by_{field}"
    told = [(values.get(row[place]), row) for row in table.rows]
    told.sort(key=lambda pair: _order(pair[0]))
    rows: list[Row] = [(value, *row) for value, row in told]
    columns = tuple(
        replace(column, data_only=True) if column.key == field else column
        for column in table.columns
    )
    yield replace(
        table, columns=(Column(key, field), *columns), rows=tuple(rows), group=key, counted=True
    )
    yield Counts(
        f"{table.key}_{key}",
        f"{table.title}, by {field}",
        _counted(field, [value for value, _ in told]),
        len(rows),
        "lines",
    )


def _order(value: str | None) -> tuple[bool, str, str]:
    """By name, what has none last."""
    words = value or ""
    return value is None, words.casefold(), words


def _counted(field: str, values: Sequence[str | None]) -> tuple[tuple[str, int], ...]:
    return tuple(
        (f"no {field}" if value is None else value, count)
        for value, count in Counter(values).items()
    )
