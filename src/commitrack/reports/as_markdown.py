"""Markdown, with everything in the data that Markdown or HTML would act on escaped."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from commitrack.model.inert import has_markup, markdown_text
from commitrack.reports.by_column import each, in_words
from commitrack.reports.cells import (
    counts_rows,
    group_title,
    headline,
    is_number,
    listed_by,
    table_title,
    words,
)
from commitrack.reports.frame import Column, Counts, Facts, Report, Row, Table


def as_markdown(report: Report) -> str:
    """The report as a Markdown document."""
    return "\n".join((*_lines(report), ""))


def _lines(report: Report) -> Iterator[str]:
    yield f"# {markdown_text(words(report.title))}"
    yield ""
    for label, value in headline(report):
        yield f"- {label}: {markdown_text(value)}"
    for section in report.sections:
        yield ""
        match section:
            case Table():
                yield from _table(section)
            case Counts():
                yield f"## {markdown_text(section.title)}"
                yield ""
                yield from _listed(section)
                yield from _counts(section)
            case Facts():
                yield f"## {markdown_text(section.title)}"
                yield ""
                for one in section.facts:
                    yield f"- {markdown_text(one.label)}: {markdown_text(words(one.value))}"
    yield ""
    yield "## Legend"
    yield ""
    for line in report.legend:
        yield f"- {markdown_text(words(line))}"


def _listed(section: Table | Counts) -> Iterator[str]:
    shown = listed_by(section)
    if shown is not None:
        yield markdown_text(shown)
        yield ""


def _counts(counts: Counts) -> Iterator[str]:
    heads, right = [counts.unit, "count"], [False, True]
    rows = [[markdown_text(label), str(count)] for label, count, _ in counts_rows(counts)]
    if counts.changes:
        heads, right = [*heads, "change"], [*right, True]
        for row, (_, _, change) in zip(rows, counts_rows(counts), strict=True):
            row.append(f"{change:+d}")
    yield from _pipes(heads, rows, right)


def _table(table: Table) -> Iterator[str]:
    yield f"## {markdown_text(table_title(table))}"
    shown = listed_by(table)
    if shown is not None:
        yield ""
        yield markdown_text(shown)
    columns = table.shown_columns
    if not table.rows:
        yield ""
        yield markdown_text(table.empty)
    for value, rows in table.groups():
        if table.group is not None:
            yield ""
            yield f"### {markdown_text(group_title(table, value, rows))}"
        if rows:
            yield ""
            yield from _pipes(
                [column.heading for column in columns],
                zip(*_in_markdown(columns, rows), strict=True),
                [is_number(column) for column in columns],
            )


def _pipes(
    headings: Sequence[str], rows: Iterable[Sequence[str]], right: Sequence[bool]
) -> Iterator[str]:
    """A table; its rows are in Markdown already."""
    yield f"| {' | '.join(map(markdown_text, headings))} |"
    yield f"| {' | '.join('---:' if one else '---' for one in right)} |"
    yield from (f"| {' | '.join(row)} |" for row in rows)


def _in_markdown(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> list[Sequence[str]]:
    return [each(told, markdown_text, has_markup) for told in in_words(columns, rows)]
