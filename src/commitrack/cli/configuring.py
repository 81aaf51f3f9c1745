"""``config``: the settings, each with where it comes from."""

from __future__ import annotations

import click

from commitrack.cli.base import Group
from commitrack.cli.completions import complete_settings
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.tables import put_table
from commitrack.model.inert import json_text
from commitrack.settings import assign, key_named, remove


@click.group(cls=Group, invoke_without_command=True)
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_context
def config(context: click.Context, *, as_data: bool) -> None:
    """Show every setting and where it comes from: flag, env, file or default."""
    if context.invoked_subcommand is not None:
        return
    session: Session = context.find_root().obj
    settings = session.settings.all()
    if as_data:
        found = [
            {"name": one.name, "value": one.value, "origin": one.origin.value, "where": one.where}
            for one in settings
        ]
        put(json_text({"version": 1, "settings": found}))
        return
    put_table(
        ["setting", "value", "from", "where"],
        [[one.name, one.value, one.origin.value, one.where] for one in settings],
    )


@config.command()
@click.pass_obj
def path(session: Session) -> None:
    """Print where the settings file lies, whether it exists or not."""
    put(str(session.settings.path))


@config.command("set")
@click.argument("name", metavar="KEY", shell_complete=complete_settings)
@click.argument("value", metavar="VALUE")
@click.pass_obj
def set_value(session: Session, name: str, value: str) -> None:
    """Write a setting into the settings file."""
    stored = assign(session.settings.path, name, value)
    say(f"done: {key_named(name).name} = {stored} in {session.settings.path}")


@config.command()
@click.argument("name", metavar="KEY", shell_complete=complete_settings)
@click.pass_obj
def unset(session: Session, name: str) -> None:
    """Take a setting out of the settings file."""
    where = session.settings.path
    if remove(where, name):
        say(f"done: {key_named(name).name} is out of {where}")
    else:
        say(f"nothing changed: {where} does not set {key_named(name).name}")
