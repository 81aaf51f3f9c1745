"""A cell as people read it: on one line, harmless, with nothing cut off."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from commitrack.model.cleaning import clean_line
from commitrack.reports.frame import Cell, Column, Counts, Report, Row, Sort, Table

NOTHING = "–"
"""What stands where there is no value."""


def words(cell: Cell, sort: Sort = Sort.TEXT) -> str:
    """A cell in words."""
    if isinstance(cell, str):
        return clean_line(cell) or NOTHING
    if cell is None:
        return NOTHING
    if isinstance(cell, date):
        return cell.isoformat()
    if sort is Sort.DAYS and cell:
        return f"{cell:+g}" if isinstance(cell, float) else f"{cell:+d}"
    return f"{cell:g}" if isinstance(cell, float) else str(cell)


def row_words(columns: tuple[Column, ...], row: Row) -> list[str]:
    """A row in words."""
    return [words(cell, column.sort) for column, cell in zip(columns, row, strict=True)]


def is_number(column: Column) -> bool:
    """Whether a column lines up on the right."""
    return column.sort in (Sort.NUMBER, Sort.DAYS)


def group_title(table: Table, value: Cell, rows: tuple[Row, ...]) -> str:
    """A group's heading with its size: ``NHS Employers (2)``."""
    return f"{words(value)} ({len(rows)})" if table.counted else words(value)


def table_title(table: Table) -> str:
    """A table's heading with its size."""
    return f"{table.title} ({len(table.rows)})" if table.counted else table.title


def counts_rows(counts: Counts) -> list[tuple[str, int, int | None]]:
    """The parts by their labels in words and, last, the total they add up to; with each by how
    much it has grown, where that is known.
    """
    changes: Sequence[int | None] = counts.changes or [None] * len(counts.parts)
    parts = [
        (words(label), count, change)
        for (label, count), change in zip(counts.parts, changes, strict=True)
    ]
    grown = sum(counts.changes) if counts.changes else None
    return [*parts, (f"total {counts.unit}", counts.total, grown)]


def counts_words(counts: Counts) -> list[tuple[str, str]]:
    """The same in words: a label, and a number that ends where the others end."""
    rows = counts_rows(counts)
    numbers = [str(count) for _, count, _ in rows]
    width = max(map(len, numbers)) if counts.changes else 0
    return [
        (label, f"{number:>{width}}" if change is None else f"{number:>{width}}  {change:+d}")
        for (label, _, change), number in zip(rows, numbers, strict=True)
    ]


def listed_by(section: Table | Counts) -> str | None:
    """How `list` shows the commitments that stand here; None when no filter finds just them."""
    return f"list: {clean_line(section.filter)}" if section.filter else None


def bar(order: Sequence[int], width: int) -> list[int]:
    """Units in `width` cells, in order: each cell has the least number of those that share it.

    Fewer units than cells take several cells each, so that the bar is as wide as it may be.
    """
    count = len(order)
    if not count:
        return []
    cells = []
    for cell in range(width):
        first = cell * count // width
        last = -(-(cell + 1) * count // width) if count > width else first + 1
        cells.append(min(order[first:last]))
    return cells


def headline(report: Report) -> tuple[tuple[str, str], ...]:
    """What every report says about itself."""
    return (
        ("as of", report.as_of.isoformat()),
        ("store", clean_line(report.store)),
        ("filter", clean_line(report.filter) or "none"),
    )
