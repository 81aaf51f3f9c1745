"""JSON: exact values under stable keys. What a terminal would act on is escaped, not changed."""

from __future__ import annotations

import json
import re
from datetime import date

from commitrack.reports.frame import Cell, Counts, Facts, Report, Section, Table

VERSION = 1
"""Grows when a key changes its meaning or goes; new keys may come without it."""

_HARMFUL = re.compile(
    "[\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ufff9-\ufffb\ud800-\udfff]"
)
"""What JSON lets through although a terminal, or a reader's eye, would act on it."""


def as_json(report: Report) -> str:
    """The report as one JSON object."""
    text = json.dumps(
        {
            "version": VERSION,
            "report": report.name,
            "title": report.title,
            "as_of": report.as_of.isoformat(),
            "store": report.store,
            "filter": report.filter,
            "legend": list(report.legend),
            "sections": [_section(section) for section in report.sections],
        },
        ensure_ascii=False,
        indent=2,
    )
    return _HARMFUL.sub(lambda found: f"\\u{ord(found[0]):04x}", text) + "\n"


def _section(section: Section) -> dict[str, object]:
    head: dict[str, object] = {"key": section.key, "title": section.title}
    match section:
        case Table():
            keys = [column.key for column in section.columns]
            rows = [dict(zip(keys, map(_plain, row), strict=True)) for row in section.rows]
            return {**head, "count": len(rows), "rows": rows}
        case Counts():
            parts = [{"label": label, "count": count} for label, count in section.parts]
            return {**head, "parts": parts, "total": section.total, "unit": section.unit}
        case Facts():
            return {**head, "facts": {one.key: _plain(one.value) for one in section.facts}}


def _plain(cell: Cell) -> str | int | float | None:
    return cell.isoformat() if isinstance(cell, date) else cell
