"""CSV for spreadsheets: a block for each part of the report, with an empty line between.

A text that a spreadsheet would take for a formula is made inert with an apostrophe in front.
Numbers are ours, not the data's, and stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from commitrack.model.inert import csv_cell
from commitrack.reports.cells import counts_rows, headline
from commitrack.reports.frame import Cell, Counts, Facts, Report, Table


def as_csv(report: Report) -> str:
    """The report as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    for row in _rows(report):
        writer.writerow([_inert(cell) for cell in row])
    return out.getvalue()


def _rows(report: Report) -> Iterator[Sequence[Cell]]:
    yield "report", report.title
    yield from headline(report)
    for section in report.sections:
        yield ()
        yield (section.title,)
        if not isinstance(section, Facts) and section.filter:
            yield "filter", section.filter
        match section:
            case Table():
                yield [column.key for column in section.columns]
                yield from section.rows
            case Counts():
                for label, count, change in counts_rows(section):
                    yield (label, count) if change is None else (label, count, change)
            case Facts():
                for one in section.facts:
                    yield one.label, one.value
    yield ()
    for line in report.legend:
        yield "legend", line


def _inert(cell: Cell) -> str:
    """A cell's text; an empty one for no value."""
    if isinstance(cell, str):
        return csv_cell(cell)
    return "" if cell is None else str(cell)
