"""A report as lines for a pane: rendered as for a terminal, long tables down to their beginning."""

from __future__ import annotations

from dataclasses import replace

from commitrack.reports import Report, render
from commitrack.reports.frame import Section, Table

MOST = 500
"""Rows of a table that a preview shows; a file has all of them."""


def preview_lines(report: Report, width: int) -> tuple[str, ...]:
    """The lines of a report `width` cells wide, with the codes of a terminal for their colours."""
    short = replace(report, sections=tuple(map(_shortened, report.sections)))
    return tuple(render(short, "text", width=width, colour=True).splitlines())


def _shortened(section: Section) -> Section:
    """A long table's beginning, which says so. Its headings count no rows then: they would count
    those that are shown.
    """
    if not isinstance(section, Table) or len(section.rows) <= MOST:
        return section
    title = f"{section.title}: the first {MOST:,} of {len(section.rows):,} rows (s saves them all)"
    return replace(section, rows=section.rows[:MOST], title=title, counted=False)
