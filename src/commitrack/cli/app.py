"""The root command: its sub-commands are imported only when they are run."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module

import click

from commitrack import __version__
from commitrack.cli.base import Group, global_options
from commitrack.cli.exits import Exit
from commitrack.cli.session import Session
from commitrack.model.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Entry:
    """Where a sub-command lives, and the line that the overview says about it."""

    module: str
    attribute: str
    summary: str


SECTIONS: Mapping[str, Mapping[str, Entry]] = {
    "Statements": {
        "add": Entry("adding", "add", "Store statements and propose what they promise."),
        "extract": Entry("extracting", "extract", "Show what a text promises, storing nothing."),
        "statement": Entry(
            "statements", "statement", "List, show and compare statements; mark sentences read."
        ),
    },
    "Reading": {
        "list": Entry("listing", "list_commitments", "List the commitments that a query finds."),
        "facets": Entry("faceting", "facets", "How many each further condition would leave."),
        "show": Entry("showing", "show", "Show everything on file about a commitment."),
        "history": Entry("timeline", "history", "Who changed what, when and why."),
        "report": Entry("reporting", "report", "Print a report, or write it to a file."),
        "view": Entry("viewing", "view", "List, save and share views: queries with a name."),
    },
    "Triage": {
        "accept": Entry("triage", "accept", "Take candidates on as commitments to follow."),
        "reject": Entry("triage", "reject", "Judge candidates not to be commitments."),
        "lint": Entry("linting", "lint", "What the wording leaves open; dismiss a question."),
        "propose": Entry("covering", "propose", "Make a candidate of words you choose."),
    },
    "Following up": {
        "set": Entry("changing", "set_fields", "Set fields: owner, lead, due, success_test …"),
        "status": Entry("changing", "status", "Move to another status."),
        "evidence": Entry("filing", "evidence", "Add, retract or list evidence."),
        "check": Entry("filing", "check", "Record that somebody looked, and what turned up."),
        "sent": Entry("sending", "sent", "Log a letter that you sent; look for the answer later."),
        "link": Entry("linking", "link", "Relate a commitment to another one."),
        "party": Entry("parties", "party", "List, change or merge the parties."),
    },
    "Signing off": {
        "claim": Entry("signing", "claim", "Put down that it is said to be done."),
        "review": Entry("signing", "review", "Approve a claim or send it back."),
        "reopen": Entry("signing", "reopen", "Open a closed commitment again."),
    },
    "Undoing": {
        "undo": Entry("timeline", "undo", "Take back your last change, or a named one."),
        "redo": Entry("timeline", "redo", "Bring back what your last undo took back."),
        "purge": Entry("purging", "purge", "Erase a statement or a party for good."),
    },
    "In and out": {
        "publish": Entry("publishing", "publish", "Write the public page into a folder."),
        "export": Entry("exporting", "export", "Write the whole record, with its history."),
        "import": Entry("importing", "import_file", "Take in an export, a store or a sheet."),
    },
    "The tool": {
        "help": Entry("helping", "help_", "The filter language (help query), or a command."),
        "serve": Entry("serving", "serve", "Open the terminal UI in a browser on this machine."),
        "demo": Entry("demonstrating", "demo", "Look around in a store made for showing."),
        "config": Entry("configuring", "config", "Show the settings, or change one."),
        "backup": Entry("backing_up", "backup", "Back the store up; list its backups."),
        "restore": Entry("backing_up", "restore", "Put a backup in the place of the store."),
        "doctor": Entry("doctoring", "doctor", "Examine the store; mend what can be mended."),
        "schema": Entry("describing", "schema", "The shape of what --json prints."),
        "completion": Entry("completing", "completion", "Print a shell's completion script."),
    },
}
"""Every sub-command, in the order the overview shows them."""

_ENTRIES = {name: entry for section in SECTIONS.values() for name, entry in section.items()}


class Root(Group):
    """The root group: a table of commands, and no imports until one is chosen."""

    def get_params(self, ctx: click.Context) -> list[click.Parameter]:
        """The global options, shown in full here."""
        return [*click.Group.get_params(self, ctx), *global_options(hidden=False)]

    def list_commands(self, ctx: click.Context) -> list[str]:
        """Names of the sub-commands."""
        del ctx
        return list(_ENTRIES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """Import a sub-command."""
        del ctx
        entry = _ENTRIES.get(cmd_name)
        if entry is None:
            return None
        command: click.Command = getattr(
            import_module(f"commitrack.cli.{entry.module}"), entry.attribute
        )
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The overview, by section, without importing a single command."""
        del ctx
        for title, entries in SECTIONS.items():
            with formatter.section(title):
                formatter.write_dl([(name, entry.summary) for name, entry in entries.items()])


def _version(context: click.Context, parameter: click.Parameter, value: bool) -> None:
    del parameter
    if value and not context.resilient_parsing:
        click.echo(f"commitrack {__version__}")
        context.exit()


@click.group(cls=Root, name="commitrack", invoke_without_command=True)
@click.option(
    "--version",
    is_flag=True,
    is_eager=True,
    expose_value=False,
    callback=_version,
    help="Show the version and exit.",
)
@click.pass_context
def root(context: click.Context) -> None:
    """Keep public commitments on the record until each is delivered, or openly not.

    Without a command it opens the terminal UI.
    """
    if context.invoked_subcommand is not None:
        return
    from commitrack.cli.streams import complain_unseen, has_screen, in_browser

    if not has_screen() and not in_browser():
        if not complain_unseen():
            click.echo(context.get_help())
        context.exit(Exit.USAGE)
    from commitrack.cli.opening import open_ui

    session: Session = context.obj
    context.exit(open_ui(session))
