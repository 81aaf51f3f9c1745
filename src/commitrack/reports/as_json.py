"""JSON: exact values under stable keys. What a terminal would act on is escaped, not changed."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from commitrack.model.inert import Flow, Written, json_each, json_pieces, json_text
from commitrack.reports.by_column import columns_of
from commitrack.reports.frame import Cell, Counts, Facts, Report, Section, Table

VERSION = 1
"""Grows when a key changes its meaning or goes; new keys may come without it."""


def as_json(report: Report) -> str:
    """The report as one JSON object."""
    told = {
        "version": VERSION,
        "report": report.name,
        "title": report.title,
        "as_of": report.as_of.isoformat(),
        "store": report.store,
        "filter": report.filter,
        "legend": list(report.legend),
        "sections": Flow(map(_section, report.sections)),
    }
    return "".join((*json_pieces(told), "\n"))


def _section(section: Section) -> dict[str, object]:
    head: dict[str, object] = {"key": section.key, "title": section.title}
    if not isinstance(section, Facts) and section.filter:
        head["filter"] = section.filter
    match section:
        case Table():
            return {**head, "count": len(section.rows), "rows": Flow(_rows(section))}
        case Counts():
            parts: list[dict[str, object]] = [
                {"label": label, "count": count} for label, count in section.parts
            ]
            for part, change in zip(parts, section.changes, strict=False):
                part["change"] = change
            return {**head, "parts": parts, "total": section.total, "unit": section.unit}
        case Facts():
            return {**head, "facts": {one.key: _plain(one.value) for one in section.facts}}


def _rows(table: Table) -> Iterator[Written]:
    """Each row as an object; what its keys are called is written once for all."""
    keys = ",\n".join(f"  {json_text(one.key)}: %s" for one in table.columns)
    row = f"{{\n{keys}\n}}"
    cells = columns_of(table.columns, table.rows)
    written = [json_each(list(map(_plain, column))) for column in cells]
    for values in zip(*written, strict=True) if table.rows else ():
        yield Written(row % values)


def _plain(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell
