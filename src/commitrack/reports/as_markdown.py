"""Markdown, with everything in the data that Markdown or HTML would act on escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from commitrack.reports.cells import (
    counts_rows,
    group_title,
    headline,
    is_number,
    row_words,
    table_title,
    words,
)
from commitrack.reports.frame import Counts, Facts, Report, Table

_ACTIVE = re.compile(r"[\\`*_\[\]<>|#~&!]")


def as_markdown(report: Report) -> str:
    """The report as a Markdown document."""
    return "".join(f"{line}\n" for line in _lines(report))


def _lines(report: Report) -> Iterator[str]:
    yield f"# {_escaped(words(report.title))}"
    yield ""
    for label, value in headline(report):
        yield f"- {label}: {_escaped(value)}"
    for section in report.sections:
        yield ""
        match section:
            case Table():
                yield from _table(section)
            case Counts():
                yield f"## {_escaped(section.title)}"
                yield ""
                rows = [[label, str(count)] for label, count in counts_rows(section)]
                yield from _pipes([section.unit, "count"], rows, [False, True])
            case Facts():
                yield f"## {_escaped(section.title)}"
                yield ""
                for one in section.facts:
                    yield f"- {_escaped(one.label)}: {_escaped(words(one.value))}"
    yield ""
    yield "## Legend"
    yield ""
    for line in report.legend:
        yield f"- {_escaped(words(line))}"


def _table(table: Table) -> Iterator[str]:
    yield f"## {_escaped(table_title(table))}"
    columns = table.shown_columns
    if not table.rows:
        yield ""
        yield _escaped(table.empty)
    for value, rows in table.groups():
        if table.group is not None:
            yield ""
            yield f"### {_escaped(group_title(table, value, rows))}"
        if rows:
            yield ""
            yield from _pipes(
                [column.heading for column in columns],
                [row_words(columns, row) for row in rows],
                [is_number(column) for column in columns],
            )


def _pipes(
    headings: Sequence[str], rows: Sequence[Sequence[str]], right: Sequence[bool]
) -> Iterator[str]:
    yield _line(headings)
    yield f"| {' | '.join('---:' if one else '---' for one in right)} |"
    yield from map(_line, rows)


def _line(cells: Sequence[str]) -> str:
    return f"| {' | '.join(map(_escaped, cells))} |"


def _escaped(text: str) -> str:
    return _ACTIVE.sub(lambda found: f"\\{found[0]}", text)
