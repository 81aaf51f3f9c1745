"""CSV for spreadsheets: a block for each part of the report, with an empty line between.

A text that a spreadsheet would take for a formula is made inert with an apostrophe in front.
Numbers are ours, not the data's, and stay numbers.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator, Sequence

from commitrack.model.inert import any_formula, csv_cell
from commitrack.reports.by_column import columns_of, is_tidy
from commitrack.reports.cells import counts_rows, headline
from commitrack.reports.frame import Cell, Counts, Facts, Report, Table


def as_csv(report: Report) -> str:
    """The report as CSV."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\n")
    writer.writerows(_rows(report))
    return out.getvalue()


def _rows(report: Report) -> Iterator[Sequence[str]]:
    yield _line("report", report.title)
    yield from (_line(*pair) for pair in headline(report))
    for section in report.sections:
        yield ()
        yield _line(section.title)
        if not isinstance(section, Facts) and section.filter:
            yield _line("filter", section.filter)
        match section:
            case Table():
                yield _line(*(column.key for column in section.columns))
                yield from _table(section)
            case Counts():
                for label, count, change in counts_rows(section):
                    yield _line(label, count) if change is None else _line(label, count, change)
            case Facts():
                yield from (_line(one.label, one.value) for one in section.facts)
    yield ()
    yield from (_line("legend", line) for line in report.legend)


def _line(*cells: Cell) -> list[str]:
    return list(map(_inert, cells))


def _table(table: Table) -> Iterator[Sequence[str]]:
    cells = columns_of(table.columns, table.rows)
    return zip(*map(_inert_column, cells), strict=True) if table.rows else iter(())


def _inert_column(cells: Sequence[Cell]) -> Sequence[str]:
    texts = [cell or "" for cell in cells if cell is None or isinstance(cell, str)]
    if len(texts) == len(cells) and is_tidy(texts) and not any_formula(texts):
        return texts
    return list(map(_inert, cells))


def _inert(cell: Cell) -> str:
    """A cell's text; an empty one for no value."""
    if isinstance(cell, str):
        return csv_cell(cell)
    return "" if cell is None else str(cell)
