"""``list``: which commitments, in which order, in which form."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import groupby
from typing import TYPE_CHECKING

import click

from commitrack.cli import columns
from commitrack.cli.conditions import QueryCommand, as_typed
from commitrack.cli.naming import COUNT
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.tables import comma_separated, markdown, put_table
from commitrack.model.cleaning import clean_line
from commitrack.model.ids import commitment_id
from commitrack.model.records import Dossier
from commitrack.query import (
    Query,
    canonical,
    parse,
)
from commitrack.store import Store
from commitrack.store.expanding import expanded

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

FORMATS = ("table", "ids", "csv", "json", "md")
_CHUNK = 500
"""Dossiers read at once, so that a long list does not sit in memory whole."""


def _complete(
    context: click.Context, parameter: click.Parameter, incomplete: str
) -> list[CompletionItem]:
    from commitrack.cli.completions import complete_query  # only for who presses the tab key

    return complete_query(context, parameter, incomplete)


@click.command("list", cls=QueryCommand)
@click.argument(
    "words", nargs=-1, metavar="[QUERY]…", type=click.UNPROCESSED, shell_complete=_complete
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), help="How to print; default: a table."
)
@click.option("--json", "as_data", is_flag=True, help="The same as --format json.")
@click.option("--limit", type=COUNT, metavar="N", help="At most so many.")
@click.option("--sort", metavar="FIELD,…", help='The order; "-" before a field: largest first.')
@click.pass_obj
def list_commitments(
    session: Session,
    words: tuple[str, ...],
    form: str | None,
    limit: int | None,
    sort: str | None,
    *,
    as_data: bool,
) -> None:
    """List the commitments that a query finds.

    \b
    commitrack list is:overdue sort:due
    commitrack list owner:"NHS Confederation" -is:closed
    commitrack list is:chase --format ids | commitrack set - lead=ann

    Without a query it lists everything on record. "commitrack view list" names the saved views:
    put "@" before a name to use one in a query.
    """
    if as_data and form not in (None, "json"):
        raise click.UsageError("--json and --format say different things")
    query = _query(words, limit, sort)
    with session.store() as store:
        query = expanded(store, query)
        numbers = store.ids(query, session.lens)
        _PRINT["json" if as_data else form or "table"](session, store, query, numbers)
        _talk(session, store, query, len(numbers))


def _query(words: Sequence[str], limit: int | None, sort: str | None) -> Query:
    query = parse(as_typed(words))
    if sort is not None:
        query = replace(query, sort=parse(f"sort:{sort}").sort)
    if limit is not None:
        query = replace(query, limit=limit)
    return query


def _talk(session: Session, store: Store, query: Query, shown: int) -> None:
    """Say how many there are when the output alone does not."""
    if not shown:
        say("no commitment matches")
    elif query.limit is not None and shown == query.limit:
        found = store.counts({"all": replace(query, limit=None)}, session.lens)["all"]
        if found > shown:
            say(f"{shown} of {found} shown")


def _dossiers(store: Store, numbers: Sequence[int]) -> Iterator[Dossier]:
    for first in range(0, len(numbers), _CHUNK):
        yield from store.dossiers(numbers[first : first + _CHUNK])


def _put_ids(session: Session, store: Store, query: Query, numbers: Sequence[int]) -> None:
    del session, store, query
    for number in numbers:
        put(commitment_id(number))


def _put_json(session: Session, store: Store, query: Query, numbers: Sequence[int]) -> None:
    from commitrack.cli.wire import VERSION, commitment_json  # a table is not to wait for them
    from commitrack.model.inert import json_text

    found = [commitment_json(one, session.today) for one in _dossiers(store, numbers)]
    put(
        json_text(
            {
                "version": VERSION,
                "query": canonical(query),
                "today": session.today.isoformat(),
                "count": len(found),
                "commitments": found,
            }
        )
    )


def _put_table(session: Session, store: Store, query: Query, numbers: Sequence[int]) -> None:
    if query.group is None:
        names, rows = _rows(session, store, query, numbers)
        if rows:
            put_table([columns.heading(name) for name in names], rows)
        return
    for title, part in _groups(session, store, query, numbers):
        put(f"{clean_line(title)} ({len(part)})")
        names, rows = _rows(session, store, query, part)
        put_table([columns.heading(name) for name in names], rows)
        put("")


def _put_markdown(session: Session, store: Store, query: Query, numbers: Sequence[int]) -> None:
    from commitrack.model.inert import markdown_text

    for title, part in _groups(session, store, query, numbers):
        if title:
            put(f"## {markdown_text(title)} ({len(part)})\n")
        names, rows = _rows(session, store, query, part)
        for line in markdown([columns.heading(name) for name in names], rows):
            put(line)
        if title:
            put("")


def _put_csv(session: Session, store: Store, query: Query, numbers: Sequence[int]) -> None:
    names, rows = _rows(session, store, query, numbers)
    for line in comma_separated(names, rows):
        put(line)


_PRINT = {
    "table": _put_table,
    "ids": _put_ids,
    "csv": _put_csv,
    "json": _put_json,
    "md": _put_markdown,
}


def _groups(
    session: Session, store: Store, query: Query, numbers: Sequence[int]
) -> list[tuple[str, Sequence[int]]]:
    """The numbers by the value of the field to group by, each group in the query's order."""
    field = query.group
    if field is None:
        return [("", numbers)]
    valued = [
        (columns.cell(one, field, session.today), one.commitment.number)
        for one in _dossiers(store, numbers)
    ]
    valued.sort(key=lambda pair: (not pair[0], pair[0].casefold(), pair[0]))
    return [
        (f"{columns.heading(field)}: {value or 'none'}", [number for _, number in pairs])
        for value, pairs in groupby(valued, key=lambda pair: pair[0])
    ]


def _rows(
    session: Session, store: Store, query: Query, numbers: Sequence[int]
) -> tuple[tuple[str, ...], list[list[str]]]:
    """The columns to show, and a row for each commitment."""

    def on_record(number: int) -> tuple[str, str]:
        past = store.history(number)
        return (past[-1].at.date().isoformat(), past[0].at.date().isoformat()) if past else ("", "")

    names = query.cols or (*columns.DEFAULT[:-1], columns.LATE, columns.DEFAULT[-1])
    rows = [columns.row(one, names, session.today, on_record) for one in _dossiers(store, numbers)]
    if query.cols or any(row[names.index(columns.LATE)] for row in rows):
        return names, rows
    at = names.index(columns.LATE)
    return (*names[:at], *names[at + 1 :]), [row[:at] + row[at + 1 :] for row in rows]
