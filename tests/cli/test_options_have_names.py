"""What an option says goes to the command that it was said to, and to nothing else."""

from __future__ import annotations

from collections.abc import Iterator

import click
import pytest

from commitrack.cli.app import root
from commitrack.cli.base import global_options
from tests.cli.filling import fill
from tests.cli.harness import CommandLine


def _commands(
    command: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[str, click.Command]]:
    if path:
        yield " ".join(path), command
    if isinstance(command, click.Group):
        context = click.Context(command)
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            assert inner is not None
            yield from _commands(inner, (*path, name))


def test_no_option_of_a_command_goes_by_the_name_of_a_global_one() -> None:
    """Click keeps both under the one name: what is said to either is then said to both."""
    everywhere = {one.name for one in global_options(hidden=True)}
    found = list(_commands(root))
    assert len(found) > 40
    for name, command in found:
        assert not everywhere & {one.name for one in command.params}, name


def test_whose_changes_are_shown_is_not_who_acts(run: CommandLine) -> None:
    fill(run.store, "We will publish the plan")
    run.ok("accept", "C-1", "--as", "bob")
    for order in (("--by", "ann", "--as", "zoe"), ("--as", "zoe", "--by", "ann")):
        assert "  ann (test)  " in run.ok("history", *order).out
    assert "  ann (test)  " in run.ok("history", "--as", "zoe").out
    done = run("history", "--by", "")
    assert "--as" not in done.err


@pytest.mark.parametrize(
    ("arguments", "told"),
    [
        (("report", "-o", "x.md"), "--output goes with the name of a report"),
        (("report", "--json"), "--json goes with the name of a report"),
        (("report", "--fail-on"), "--fail-on goes with the name of a report"),
        (("report", "--print-template"), "--print-template goes with the name of a report"),
        (("report", "chaser", "--print-template", "-o", "x.md"), "--print-template prints"),
        (("report", "agenda", "--ics", "--by", "lead"), "--ics has no groups"),
        (("report", "chaser", "C-1", "--template", ""), "--template: an empty path names no file"),
        (("view", "import", ""), "an empty path names no file"),
        (("sent", "C-1", "--to", " "), "--to is empty"),
        (("set", "C-1", "owner=,"), "owner: ',' is no name"),
        (("set", "C-1", "partners=NHS; -"), "partners: '-' is no name"),
        (("accept", "C-1", "--owner", "…"), "'…' is no name"),
        (("party", "set", "NHS Employers", "knid=person"), "called 'knid'; there are name, kind"),
        (("accept", "C-1", "--owner", ""), "--owner is empty"),
        (("status", "C-1"), "status takes IDs and the status that is new"),
        (("status",), "Missing argument 'NEW'"),
        (("check", "C-1", "--where", "web"), "what turned up: --found, --nothing-found"),
        (("import", ""), "an empty path names no file"),
        (("publish", ""), "an empty path names no folder"),
        (("publish", "site", "--title", "x" * 201), "--title: has 201 characters"),
        (("restore", "."), "is a folder: name the backup in it"),
        (("undo", "x"), "'x' is not a valid whole number"),
        (("--store", "x" * 5_000, "list"), "File name too long"),
        (("config", "set", "actor", "x" * 5_000), f"not '{'x' * 80}…'"),
    ],
    ids=lambda one: " ".join(one)[:40] if isinstance(one, tuple) else "",
)
def test_what_would_be_passed_over_is_refused(
    run: CommandLine, arguments: tuple[str, ...], told: str
) -> None:
    fill(run.store, "We will publish the plan")
    done = run(*arguments)
    assert (done.code, done.out, done.err.count("\n")) == (2, "", 1)
    assert told in done.err
    assert len(done.err) < 2_500, "what is huge is not said whole"
