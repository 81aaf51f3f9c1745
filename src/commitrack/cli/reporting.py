"""``report``: a report on the terminal, in a pipe or in a file."""

from __future__ import annotations

import os
from pathlib import Path
from shutil import get_terminal_size

import click

from commitrack.cli.completions import complete_files, complete_report
from commitrack.cli.conditions import QueryCommand, as_typed
from commitrack.cli.session import Session
from commitrack.cli.streams import on_terminal, put, say
from commitrack.cli.tables import put_table
from commitrack.model.errors import BadInput
from commitrack.outputs import written
from commitrack.reports import CATALOGUE, FORMATS, Argument, Format, Report, entry, render

_BY_SUFFIX: dict[str, Format] = {
    ".md": "md",
    ".csv": "csv",
    ".json": "json",
    ".html": "html",
    ".txt": "text",
}


@click.command(cls=QueryCommand)
@click.argument(
    "words",
    nargs=-1,
    metavar="[NAME] [ARG]…",
    type=click.UNPROCESSED,
    shell_complete=complete_report,
)
@click.option("--format", "form", type=click.Choice(FORMATS), help="How to print; default: text.")
@click.option("--json", "as_data", is_flag=True, help="The same as --format json.")
@click.option(
    "-o",
    "--output",
    metavar="FILE",
    shell_complete=complete_files,
    help="Write to a file; its suffix chooses the format.",
)
@click.pass_obj
def report(
    session: Session,
    words: tuple[str, ...],
    form: Format | None,
    output: str | None,
    *,
    as_data: bool,
) -> None:
    """Print a report, or write it to a file. Without a name: which reports there are.

    \b
    commitrack report overdue
    commitrack report coverage S-0001 -o coverage.md
    commitrack report slippage owner:"NHS Confederation" --format csv
    """
    if as_data and form not in (None, "json"):
        raise click.UsageError("--json and --format say different things")
    if not words:
        put_table(
            ["report", "takes", "shows"],
            [[one.name, one.argument.value, one.help] for one in CATALOGUE.values()],
        )
        return
    wanted = entry(words[0])
    chosen: Format | None = "json" if as_data else form
    if output is not None and chosen is None:
        chosen = _by_suffix(output)
    argument = _argument(wanted.name, wanted.argument, words[1:])
    with session.store() as store:
        built = wanted.build(store, session.lens, argument)
    if output is None or output == "-":
        put(_shown(built, chosen or "text").removesuffix("\n"))
    else:
        _write(Path(output).expanduser(), render(built, chosen or "text"))


def _argument(name: str, takes: Argument, words: tuple[str, ...]) -> str | None:
    if takes is Argument.QUERY:
        return as_typed(words) or None
    if len(words) > 1:
        raise BadInput(f"report {name} takes one {takes.value}, not {len(words)}")
    if not words:
        raise BadInput(f"report {name} of which? it takes one {takes.value}")
    return words[0]


def _by_suffix(output: str) -> Format | None:
    return _BY_SUFFIX.get(Path(output).suffix.lower())


def _shown(built: Report, form: Format) -> str:
    """The report for standard output: folded and coloured only on a terminal."""
    if form != "text" or not on_terminal():
        return render(built, form)
    plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
    return render(built, form, width=get_terminal_size().columns, colour=not plain)


def _write(path: Path, text: str) -> None:
    """Write the file whole, so that a failure leaves what was there; a device is written to."""
    with written(path) as file:
        file.write(text)
    say(f"done: written to {path}")
