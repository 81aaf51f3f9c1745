"""``list``: which commitments, in which order, in which form."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

import click

from commitrack.cli.conditions import QueryCommand, as_typed
from commitrack.cli.exits import Exit
from commitrack.cli.list_forms import FORMATS, Listing
from commitrack.cli.naming import MOST, completed_by
from commitrack.cli.session import Session
from commitrack.cli.streams import on_terminal, say
from commitrack.model import columns
from commitrack.query import Query, parse
from commitrack.store.expanding import expanded

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

SCREENFUL = 50
"""Commitments shown on a terminal when nobody says how many."""


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
@click.option(
    "--cols",
    metavar="FIELD,…",
    shell_complete=completed_by("complete_columns"),
    help="The columns of a table, CSV, TSV or Markdown.",
)
@click.option(
    "--sort",
    metavar="FIELD,…",
    shell_complete=completed_by("complete_sorts"),
    help='The order; "-" before a field: largest first.',
)
@click.option(
    "--group",
    metavar="FIELD",
    shell_complete=completed_by("complete_groups"),
    help="Under headings, each with how many it has.",
)
@click.option(
    "--limit",
    type=click.IntRange(0, MOST),
    metavar="N",
    help=f"At most so many; 0: all. Default: {SCREENFUL} on a terminal, all in a pipe.",
)
@click.option("--count", "only_count", is_flag=True, help="Print how many there are, and no more.")
@click.option("--fail-on", is_flag=True, help="Exit with 1 when anything matches, for cron.")
@click.pass_obj
def list_commitments(
    session: Session,
    words: tuple[str, ...],
    form: str | None,
    cols: str | None,
    sort: str | None,
    group: str | None,
    limit: int | None,
    *,
    as_data: bool,
    only_count: bool,
    fail_on: bool,
) -> None:
    """List the commitments that a query finds.

    \b
    commitrack list is:overdue sort:due
    commitrack list owner:"NHS Confederation" -is:closed
    commitrack list is:open --group owner --cols id,due,title
    commitrack list is:chase --format ids | commitrack set - lead=ann

    Without a query it lists everything on record. "commitrack view list" names the saved views:
    put "@" before a name to use one in a query.
    """
    if as_data and form not in (None, "json"):
        raise click.UsageError("--json and --format say different things")
    chosen = "json" if as_data else form or "table"
    if only_count and chosen not in ("table", "json"):
        raise click.UsageError(f"--count prints a number, or JSON: not {chosen}")
    query = _query(words, sort, group, cols)
    if limit is not None:
        query = replace(query, limit=limit or None)
    default = limit is None and chosen == "table" and on_terminal() and not only_count
    with session.store() as store:
        query = expanded(store, query)
        if query.limit is None and default:
            query = replace(query, limit=SCREENFUL)
        if not query.cols:
            query = replace(query, cols=session.settings.columns())
        if only_count:
            shown = found = Listing(session, store, replace(query, limit=None), ()).put_count(
                as_data=chosen == "json"
            )
        else:
            numbers = store.ids(query, session.lens)
            shown = len(numbers)
            listing = Listing(session, store, query, numbers)
            listing.put(chosen)
            found = listing.found
    if not only_count:
        _talk(shown, found)
    if fail_on and shown:
        raise click.exceptions.Exit(Exit.FAILURE)


def _query(words: Sequence[str], sort: str | None, group: str | None, cols: str | None) -> Query:
    """The query that the words make, with what options say in place of its own directives."""
    query = parse(as_typed(words))
    if sort is not None:
        query = replace(query, sort=parse(f"sort:{sort}").sort)
    if group is not None:
        query = replace(query, group=parse(f"group:{group}").group)
    if cols is not None:
        query = replace(query, cols=columns.named(cols.split(",")))
    return query


def _talk(shown: int, found: int) -> None:
    """Say how many there are when the output alone does not."""
    if not shown:
        say("no commitment matches")
    elif found > shown:
        say(f"{shown:,} of {found:,} shown; --limit 0 for all")
