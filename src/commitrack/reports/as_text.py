"""Plain text for pipes and files: whole lines, no colours, nothing folded or cut."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from commitrack.model.cells import cell_width
from commitrack.reports.by_column import in_words, padded
from commitrack.reports.cells import (
    counts_words,
    group_title,
    headline,
    is_number,
    listed_by,
    table_title,
    words,
)
from commitrack.reports.frame import Column, Counts, Facts, Report, Row, Table


def as_text(report: Report) -> str:
    """The report in lines."""
    return "\n".join((*_lines(report), ""))


def _lines(report: Report) -> Iterator[str]:
    yield words(report.title)
    yield from _pairs(headline(report), indent="")
    for section in report.sections:
        yield ""
        match section:
            case Table():
                yield from _table(section)
            case Counts():
                yield section.title
                yield from _listed(section)
                yield from _pairs(counts_words(section))
            case Facts():
                yield section.title
                yield from _pairs([(one.label, words(one.value)) for one in section.facts])
    yield ""
    yield "Legend"
    yield from (f"  {words(line)}" for line in report.legend)


def _pairs(pairs: Sequence[tuple[str, str]], indent: str = "  ") -> Iterator[str]:
    labels = [words(label) for label, _ in pairs]
    width = max(map(cell_width, labels), default=0)
    for label, (_, value) in zip(labels, pairs, strict=True):
        yield f"{indent}{_padded(label, width)}  {value}".rstrip()


def _table(table: Table) -> Iterator[str]:
    yield table_title(table)
    yield from _listed(table)
    if not table.rows:
        yield f"  {table.empty}"
    for n, (value, rows) in enumerate(table.groups()):
        if table.group is not None:
            if n:
                yield ""
            yield f"  {group_title(table, value, rows)}"
        if rows:
            yield from _aligned(table.shown_columns, rows)


def _listed(section: Table | Counts) -> Iterator[str]:
    shown = listed_by(section)
    if shown is not None:
        yield f"  {shown}"


def _aligned(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Iterator[str]:
    """Columns that begin in the same cell, numbers that end in it, no white space at the end."""
    cells = [
        padded((column.heading, *told), right=is_number(column), last=n == len(columns))
        for n, (column, told) in enumerate(
            zip(columns, in_words(columns, rows), strict=True), start=1
        )
    ]
    return (f"  {'  '.join(line)}".rstrip() for line in zip(*cells, strict=True))


def _padded(text: str, width: int) -> str:
    return text + " " * (width - cell_width(text))
