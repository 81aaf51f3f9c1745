"""JSON: exact values under stable keys. What a terminal would act on is escaped, not changed."""

from __future__ import annotations

from datetime import date

from commitrack.model.inert import json_text
from commitrack.reports.frame import Cell, Counts, Facts, Report, Section, Table

VERSION = 1
"""Grows when a key changes its meaning or goes; new keys may come without it."""


def as_json(report: Report) -> str:
    """The report as one JSON object."""
    text = json_text(
        {
            "version": VERSION,
            "report": report.name,
            "title": report.title,
            "as_of": report.as_of.isoformat(),
            "store": report.store,
            "filter": report.filter,
            "legend": list(report.legend),
            "sections": [_section(section) for section in report.sections],
        }
    )
    return f"{text}\n"


def _section(section: Section) -> dict[str, object]:
    head: dict[str, object] = {"key": section.key, "title": section.title}
    if not isinstance(section, Facts) and section.filter:
        head["filter"] = section.filter
    match section:
        case Table():
            keys = [column.key for column in section.columns]
            rows = [dict(zip(keys, map(_plain, row), strict=True)) for row in section.rows]
            return {**head, "count": len(rows), "rows": rows}
        case Counts():
            parts: list[dict[str, object]] = [
                {"label": label, "count": count} for label, count in section.parts
            ]
            for part, change in zip(parts, section.changes, strict=False):
                part["change"] = change
            return {**head, "parts": parts, "total": section.total, "unit": section.unit}
        case Facts():
            return {**head, "facts": {one.key: _plain(one.value) for one in section.facts}}


def _plain(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell
