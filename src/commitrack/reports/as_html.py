"""One HTML page, whole in itself: no script, no network, every word of the data escaped."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from html import escape

from commitrack.reports.by_column import each, in_words
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

_STYLE = """\
:root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif; }
body { max-width: 72rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; } h2 { font-size: 1.2rem; margin-top: 2rem; } h3 { font-size: 1rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .1rem 1rem; }
dt { opacity: .7; } dd { margin: 0; overflow-wrap: anywhere; }
.wide { overflow-x: auto; } table { border-collapse: collapse; }
th, td { padding: .25rem .75rem .25rem 0; text-align: left; vertical-align: top; }
th { border-bottom: 1px solid; font-weight: 600; } .number { text-align: right; }
.filter { opacity: .7; font-size: .85rem; overflow-wrap: anywhere; }
footer { margin-top: 2rem; font-size: .85rem; opacity: .8; }"""

_ACTS = re.compile("[&<>\"']")
_POLICY = "default-src 'none'; style-src 'unsafe-inline'"


def as_html(report: Report) -> str:
    """The report as a page that opens from a file."""
    return "\n".join((*_lines(report), ""))


def _lines(report: Report) -> Iterator[str]:
    title = _safe(report.title)
    yield "<!DOCTYPE html>"
    yield '<html lang="en">'
    yield "<head>"
    yield '<meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield f"<title>{title}</title>"
    yield f"<style>\n{_STYLE}\n</style>"
    yield "</head>"
    yield "<body>"
    yield f"<h1>{title}</h1>"
    yield from _pairs(headline(report))
    for section in report.sections:
        match section:
            case Table():
                yield from _table(section)
            case Counts():
                yield f"<h2>{_safe(section.title)}</h2>"
                yield from _listed(section)
                yield from _pairs(counts_words(section))
            case Facts():
                yield f"<h2>{_safe(section.title)}</h2>"
                yield from _pairs([(one.label, words(one.value)) for one in section.facts])
    yield "<footer>"
    yield "<h2>Legend</h2>"
    yield "<ul>"
    yield from (f"<li>{_safe(line)}</li>" for line in report.legend)
    yield "</ul>"
    yield "</footer>"
    yield "</body>"
    yield "</html>"


def _pairs(pairs: Sequence[tuple[str, str]]) -> Iterator[str]:
    yield "<dl>"
    for label, value in pairs:
        yield f"<dt>{_safe(label)}</dt><dd>{_safe(value)}</dd>"
    yield "</dl>"


def _table(table: Table) -> Iterator[str]:
    yield f"<h2>{_safe(table_title(table))}</h2>"
    yield from _listed(table)
    if not table.rows:
        yield f"<p>{_safe(table.empty)}</p>"
    columns = table.shown_columns
    for value, rows in table.groups():
        if table.group is not None:
            yield f"<h3>{_safe(group_title(table, value, rows))}</h3>"
        if not rows:
            continue
        yield '<div class="wide">'
        yield "<table>"
        yield _row("th", columns, [column.heading for column in columns])
        yield from _rows(columns, rows)
        yield "</table>"
        yield "</div>"


def _listed(section: Table | Counts) -> Iterator[str]:
    shown = listed_by(section)
    if shown is not None:
        yield f'<p class="filter">{_safe(shown)}</p>'


def _row(tag: str, columns: tuple[Column, ...], cells: Sequence[str]) -> str:
    opening = [f'<{tag} class="number">' if is_number(one) else f"<{tag}>" for one in columns]
    inner = (f"{one}{_safe(cell)}</{tag}>" for one, cell in zip(opening, cells, strict=True))
    return f"<tr>{''.join(inner)}</tr>"


def _rows(columns: tuple[Column, ...], rows: tuple[Row, ...]) -> Iterator[str]:
    """The rows of a long table, of which each cell is looked at once."""
    opening = ['<td class="number">' if is_number(one) else "<td>" for one in columns]
    safe = [each(told, escape, _ACTS.search) for told in in_words(columns, rows)]
    line = f"<tr>{''.join(f'{one}%s</td>' for one in opening)}</tr>"
    yield from map(line.__mod__, zip(*safe, strict=True))


def _safe(text: str) -> str:
    return escape(words(text))
