"""``list``: which commitments, in which order, in which form."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from commitrack.cli.conditions import QueryCommand
from commitrack.cli.exits import Exit
from commitrack.cli.list_forms import FORMATS
from commitrack.cli.listed import SCREENFUL, ListWish, put_list
from commitrack.cli.naming import MOST, Whole, completed_by
from commitrack.cli.session import Session

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem


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
    type=Whole(0, MOST),
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
    shown = put_list(session, ListWish(words, chosen, limit, cols, sort, group, only_count))
    if fail_on and shown:
        raise click.exceptions.Exit(Exit.FAILURE)
