"""``report``: a report on the terminal, in a pipe or in a file."""

from __future__ import annotations

import contextlib
import gc
import os
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from shutil import get_terminal_size
from typing import TypeVar

import click

from commitrack.cli.completions import complete_by, complete_files, complete_report
from commitrack.cli.conditions import QueryCommand
from commitrack.cli.drafting import draft, put_template
from commitrack.cli.exits import Exit
from commitrack.cli.output_file import output_file, output_options
from commitrack.cli.paging import put_paged
from commitrack.cli.session import Session
from commitrack.cli.shell_words import as_typed
from commitrack.cli.streams import on_terminal, put, say
from commitrack.cli.tables import put_table
from commitrack.homes import at_home
from commitrack.model.errors import BadInput
from commitrack.model.ids import parse_commitment_id
from commitrack.outputs import put_file
from commitrack.reports import (
    CATALOGUE,
    FORMATS,
    XLSX,
    Argument,
    Entry,
    Report,
    entry,
    render,
    render_file,
)
from commitrack.reports.rendering import one_of

_BY_SUFFIX = {
    ".md": "md",
    ".csv": "csv",
    ".json": "json",
    ".html": "html",
    ".txt": "text",
    ".xlsx": XLSX,
}
F = TypeVar("F", bound=Callable[..., object])


@dataclass(frozen=True, slots=True)
class Asked:
    """What a report was asked for: whom or what it is about, and a query besides."""

    entry: Entry
    argument: str | None
    query: str | None = None


@click.command(cls=QueryCommand)
@click.argument(
    "words",
    nargs=-1,
    metavar="[NAME] [ARG]…",
    type=click.UNPROCESSED,
    shell_complete=complete_report,
)
@click.option(
    "--format", "form", type=click.Choice([*FORMATS, XLSX]), help="How to print; default: text."
)
@click.option("--json", "as_data", is_flag=True, help="The same as --format json.")
@click.option("--by", metavar="FIELD", shell_complete=complete_by, help="Group by a field.")
@click.option("--ics", is_flag=True, help="agenda: as a calendar, an event for each date.")
@click.option("--quiet-if-empty", is_flag=True, help="Print nothing when nothing stands in it.")
@click.option("--fail-on", is_flag=True, help="Exit with 1 when anything stands in it, for cron.")
@click.option(
    "--template",
    metavar="FILE",
    shell_complete=complete_files,
    help="chaser: the letter's template; default: ours.",
)
@click.option("--print-template", is_flag=True, help="chaser: print our template, to edit.")
@click.option("--reply-by", metavar="DATE", help="chaser: the day by which to ask for an answer.")
@output_options("Write to a file; its suffix chooses the format.")
@click.pass_obj
def report(
    session: Session,
    words: tuple[str, ...],
    form: str | None,
    by: str | None,
    template: str | None,
    reply_by: str | None,
    output: str | None,
    *,
    as_data: bool,
    ics: bool,
    quiet_if_empty: bool,
    fail_on: bool,
    print_template: bool,
    force: bool,
) -> None:
    """Print a report, or write it to a file. Without a name: which reports there are.

    \b
    commitrack report weekly
    commitrack report overdue --by lead
    commitrack report coverage S-0001 -o coverage.md
    commitrack report slippage owner:"NHS Confederation" --format csv
    commitrack report agenda lead:@me --ics -o agenda.ics --force
    commitrack report chaser "NHS Employers" -o letter.md
    """
    if as_data and form not in (None, "json"):
        raise click.UsageError("--json and --format say different things")
    if ics and (as_data or form is not None):
        raise click.UsageError("--ics and --format say different things")
    if not words:
        _require_no_options(click.get_current_context())
        put_table(
            ["report", "takes", "shows"],
            [[one.name, one.argument.value, one.help] for one in CATALOGUE.values()],
        )
        return
    wanted = entry(words[0])
    _require_meant(
        wanted, "chaser", template=template, reply_by=reply_by, print_template=print_template
    )
    _require_meant(wanted, "agenda", ics=ics)
    if ics and by is not None:
        raise click.UsageError("--ics has no groups: --by goes with the other forms")
    if print_template:
        if output not in (None, "-"):
            raise click.UsageError("--print-template prints: > writes it to a file")
        put_template()
        return
    path = output_file(output, force=force)
    form = "json" if as_data else form or ("text" if ics else _by_suffix(path))
    asked = _asked(wanted, words[1:])
    if ics:
        content, empty = _calendar(session, asked)
        _deliver(content, path, force=force, quiet=quiet_if_empty and empty)
    elif wanted.name == "chaser" and form in ("text", "md") and by is None:
        day = session.day("--reply-by", reply_by)
        letter = draft(session, asked.argument, asked.query, form, template, day)
        if path is None and form == "text" and on_terminal():
            put_paged("\n".join(_folded(letter, get_terminal_size().columns)))
        else:
            _deliver(letter, path, force=force)
        empty = False
    else:
        if template is not None or reply_by is not None:
            raise BadInput(f"--template and --reply-by are for a letter, which {form} is not")
        built = _built(session, asked, by)
        empty = is_empty(built)
        if not (quiet_if_empty and empty):
            with _without_searching_for_circles():
                _show(built, form, path, force=force)
    if fail_on and not empty:
        raise click.exceptions.Exit(Exit.FAILURE)


def _require_no_options(context: click.Context) -> None:
    """Refuse options of a report where none is named, and the catalogue would be printed."""
    for parameter in context.command.params:
        if isinstance(parameter, click.Option) and context.params.get(parameter.name or ""):
            said = parameter.opts[-1]
            raise click.UsageError(
                f"{said} goes with the name of a report: {context.info_name} NAME"
            )


def is_empty(built: Report) -> bool:
    """Whether nothing stands in a report: no table that is counted has a row."""
    from commitrack.reports.frame import Table

    return not any(
        section.rows for section in built.sections if isinstance(section, Table) and section.counted
    )


def _built(session: Session, asked: Asked, by: str | None) -> Report:
    with _without_searching_for_circles(), session.store() as store:
        if asked.query is not None and asked.entry.narrowed is not None:
            built = asked.entry.narrowed(store, session.lens, asked.argument, asked.query)
        else:
            built = asked.entry.build(store, session.lens, asked.argument)
        if by is not None:
            from commitrack.reports.grouping import grouped

            built = grouped(store, session.lens, built, by)
    return built


@contextlib.contextmanager
def _without_searching_for_circles() -> Iterator[None]:
    """Neither records nor rows hold circles, and to look for some among 100,000 of them takes as
    long as a third of what is done with them.
    """
    was = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was:
            gc.enable()


def _calendar(session: Session, asked: Asked) -> tuple[str, bool]:
    from commitrack.reports.appointments import appointments
    from commitrack.reports.as_icalendar import as_icalendar

    with _without_searching_for_circles(), session.store() as store:
        found = appointments(store, session.lens, asked.argument)
        return as_icalendar(found), not found


def _require_meant(wanted: Entry, name: str, **options: object) -> None:
    """Refuse an option of one report that was said of another."""
    for option, value in options.items():
        if value and wanted.name != name:
            said = option.replace("_", "-")
            raise BadInput(f"--{said} is for report {name}, not for {wanted.name}")


def _asked(wanted: Entry, words: tuple[str, ...]) -> Asked:
    """What a report is about, by the words behind its name."""
    takes = wanted.argument
    if takes is Argument.QUERY:
        return Asked(wanted, as_typed(words) or None)
    if not words:
        raise BadInput(f"report {wanted.name} of which? it takes one {takes.value}")
    if takes is Argument.PARTY_OR_IDS and all(map(_is_id, words)):
        return Asked(wanted, " ".join(words))
    if wanted.narrowed is not None:
        return Asked(wanted, words[0], as_typed(words[1:]) or None)
    if len(words) > 1:
        raise BadInput(f"report {wanted.name} takes one {takes.value}, not {len(words)}")
    return Asked(wanted, words[0])


def _is_id(word: str) -> bool:
    try:
        parse_commitment_id(word)
    except BadInput:
        return False
    return True


def _by_suffix(output: Path | None) -> str:
    """The form that the name of a file asks for; text without a suffix.

    A suffix of something else is refused: a text that is called a PDF opens nowhere.
    """
    suffix = "" if output is None else output.suffix
    if not suffix:
        return "text"
    form = _BY_SUFFIX.get(suffix.lower())
    if form is None:
        raise BadInput(
            f"{output}: no report is written as {suffix}; there are {', '.join(_BY_SUFFIX)}, and "
            ".ics by report agenda --ics; --format writes any of them under any name"
        )
    return form


def _show(built: Report, form: str, output: Path | None, *, force: bool) -> None:
    """The report on standard output, folded and coloured only on a terminal, or in a file."""
    if output is not None:
        _write(output, render_file(built, form), force=force)
    elif form == XLSX:
        raise BadInput("a spreadsheet goes into a file: -o FILE.xlsx")
    elif form == "text" and on_terminal():
        plain = "NO_COLOR" in os.environ or os.environ.get("TERM") == "dumb"
        width = get_terminal_size().columns
        put_paged(render(built, "text", width=width, colour=not plain).removesuffix("\n"))
    else:
        put(render(built, one_of(form)).removesuffix("\n"))


def _folded(letter: str, width: int) -> Iterator[str]:
    """A letter to be read on a terminal, folded between words; in a pipe or a file it is as long
    in its lines as whatever it goes on to will have it.
    """
    from commitrack.reports.laying import folded

    for line in letter.splitlines():
        words = line.lstrip(" ")
        margin = line[: len(line) - len(words)]
        yield from (f"{margin}{part}" for part in folded(words, max(20, width - len(margin))))


def _deliver(content: str, output: Path | None, *, force: bool, quiet: bool = False) -> None:
    """Text that is finished, on standard output or in a file."""
    if quiet:
        return
    if output is None:
        put(content.removesuffix("\n"))
    else:
        _write(output, content.encode(), force=force)


def _write(output: Path, content: bytes, *, force: bool) -> None:
    """Write the file whole, so that a failure leaves what was there; a device is written to."""
    put_file(output, content, force=force)
    say(f"done: written to {at_home(output)}")
