"""``config``: the settings, each with where it comes from, and the file that keeps them."""

from __future__ import annotations

from collections.abc import Sequence

import click

from commitrack.cli.base import Group
from commitrack.cli.completions import complete_settings, complete_values
from commitrack.cli.session import Session
from commitrack.cli.streams import put, say
from commitrack.cli.tables import put_table
from commitrack.cli.wire import VERSION
from commitrack.model.inert import json_text
from commitrack.setting_keys import KEYS, key_named
from commitrack.settings import Setting, assign, begin, remove

_as_json = click.option("--json", "as_data", is_flag=True, help="As JSON.")


@click.group(cls=Group, invoke_without_command=True)
@_as_json
@click.pass_context
def config(context: click.Context, *, as_data: bool) -> None:
    """Show the settings and where each comes from, or change one.

    A setting comes from an option, the environment, the file or, by default, from nowhere: the
    first that speaks wins.
    """
    if context.invoked_subcommand is None:
        session: Session = context.find_root().obj
        _put(session.settings.all(), as_data=as_data)


@config.command()
@click.argument("names", nargs=-1, metavar="[KEY]…", shell_complete=complete_settings)
@_as_json
@click.pass_obj
def show(session: Session, names: tuple[str, ...], *, as_data: bool) -> None:
    """Show every setting, or these, and where each comes from."""
    wanted = [name if name.startswith("keys.") else key_named(name).name for name in names]
    found = session.settings.all()
    _put([one for one in found if not names or one.name in wanted], as_data=as_data)


def _put(settings: Sequence[Setting], *, as_data: bool) -> None:
    if as_data:
        found = [
            {"name": one.name, "value": one.value, "origin": one.origin.value, "where": one.where}
            for one in settings
        ]
        put(json_text({"version": VERSION, "settings": found}))
        return
    put_table(
        ["setting", "value", "from", "where", "what it is"],
        [[one.name, one.value, one.origin.value, one.where, _help(one.name)] for one in settings],
    )


def _help(name: str) -> str:
    return KEYS[name].help if name in KEYS else "a key of the terminal UI"


@config.command()
@_as_json
@click.pass_obj
def path(session: Session, *, as_data: bool) -> None:
    """Print where the settings file lies, whether it exists or not."""
    where = session.settings.path
    if as_data:
        put(json_text({"version": VERSION, "path": str(where), "exists": where.exists()}))
    else:
        put(str(where))


@config.command()
@_as_json
@click.pass_obj
def init(session: Session, *, as_data: bool) -> None:
    """Write a settings file that sets nothing yet, with every setting in it as a comment."""
    where = session.settings.path
    begin(where)
    session.note(f"{where} is written")
    if as_data:
        put(json_text({"version": VERSION, "path": str(where), "exists": True}))
    say(f"done: {where} has every setting in it, none of them set")


@config.command("set")
@click.argument("name", metavar="KEY", shell_complete=complete_settings)
@click.argument("value", metavar="VALUE", shell_complete=complete_values)
@_as_json
@click.pass_obj
def set_value(session: Session, name: str, value: str, *, as_data: bool) -> None:
    """Write a setting into the settings file, whose comments and order stay.

    \b
    commitrack config set cadence 30
    commitrack config set columns id,due,title
    commitrack config set keys.status ctrl+s
    """
    where = session.settings.path
    stored = assign(where, name, value)
    session.note(f"{_plain(name)} = {stored} is in {where}")
    _told(session, name, as_data=as_data)
    say(f"done: {_plain(name)} = {stored} in {where}")


@config.command()
@click.argument("name", metavar="KEY", shell_complete=complete_settings)
@_as_json
@click.pass_obj
def unset(session: Session, name: str, *, as_data: bool) -> None:
    """Take a setting out of the settings file."""
    where = session.settings.path
    gone = remove(where, name)
    if gone:
        session.note(f"{_plain(name)} is out of {where}")
    _told(session, name, as_data=as_data)
    if gone:
        say(f"done: {_plain(name)} is out of {where}")
    else:
        say(f"nothing changed: {where} does not set {_plain(name)}")


def _plain(name: str) -> str:
    return name.strip() if "." in name else key_named(name).name


def _told(session: Session, name: str, *, as_data: bool) -> None:
    """As JSON, what is in force now: something else may speak louder than the file."""
    if as_data:
        _put([one for one in session.settings.all() if one.name == _plain(name)], as_data=True)
