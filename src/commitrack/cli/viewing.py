"""``view``: queries with a name, listed, saved, handed on and taken in."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

import click

from commitrack.cli.base import Group
from commitrack.cli.completions import complete_files, complete_own_views, complete_query
from commitrack.cli.conditions import QueryCommand
from commitrack.cli.output_file import output_file, output_options
from commitrack.cli.receipts import put_receipt
from commitrack.cli.session import Session
from commitrack.cli.shell_words import as_typed
from commitrack.cli.streams import put, say
from commitrack.cli.tables import put_table
from commitrack.cli.typed import typed
from commitrack.homes import at_home
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import Conflict, NotFound
from commitrack.model.history import Receipt
from commitrack.query import BUILT_IN_VIEWS, SavedView, parse
from commitrack.query.views import (
    arranged,
    title_of,
    view_description,
    view_hotkey,
    view_name,
)


@click.group(cls=Group)
def view() -> None:
    """The views: queries with a name, built in or saved, for lists, reports and the terminal UI."""


@view.command("list")
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_obj
def list_views(session: Session, *, as_data: bool) -> None:
    """List the views, the built-in ones and those that were saved, with their keys."""
    views = arranged(_own(session))
    if as_data:
        from commitrack.cli.wire import VERSION
        from commitrack.model.inert import json_text

        put(json_text({"version": VERSION, "views": [_json(one) for one in views]}))
        return
    rows = [
        [
            f"@{one.name}",
            one.hotkey or "",
            "yours" if one.own else "",
            one.description or "",
            one.query,
        ]
        for one in views
    ]
    put_table(["view", "key", "saved", "what it holds", "query"], rows)


def _own(session: Session) -> tuple[SavedView, ...]:
    """The views that were saved; none where there is no store yet."""
    try:
        with session.store() as store:
            return store.views()
    except NotFound:
        return ()


def _json(one: SavedView) -> dict[str, object]:
    return {
        "name": one.name,
        "title": one.title,
        "query": one.query,
        "hotkey": one.hotkey,
        "description": one.description,
        "saved": one.own,
    }


@view.command("save", cls=QueryCommand)
@click.argument("name", metavar="NAME", shell_complete=complete_own_views)
@click.argument(
    "words", nargs=-1, metavar="[QUERY]…", type=click.UNPROCESSED, shell_complete=complete_query
)
@click.option("--key", "hotkey", metavar="1-9", help="Its key in the terminal UI.")
@click.option("--description", metavar="TEXT", help="A line that says what it holds.")
@click.option("--replace", "replacing", is_flag=True, help="Put it in the place of the one before.")
@click.option("--why", metavar="TEXT", help="The reason, for the history.")
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_obj
def save_view(
    session: Session,
    name: str,
    words: tuple[str, ...],
    hotkey: str | None,
    description: str | None,
    why: str | None,
    *,
    replacing: bool,
    as_data: bool,
) -> None:
    """Save a query under a name; "@" before the name uses it in any other query.

    \b
    commitrack view save weekly 'is:open due:today..eow' --key 4
    commitrack list @weekly -owner:trusts sort:due limit:20

    With --replace and no query, the key or the description of a view is changed alone.
    """
    called = view_name(name)
    with session.store() as store:
        before = {one.name: one for one in store.views()}.get(called)
        fresh = SavedView(
            called,
            title_of(called),
            as_typed(words),
            None if hotkey is None else view_hotkey(hotkey),
            None if description is None else view_description(description),
            own=True,
        )
        if before is not None and replacing:
            fresh = replace(
                fresh,
                query=fresh.query if words else before.query,
                hotkey=before.hotkey if hotkey is None else fresh.hotkey,
                description=before.description if description is None else fresh.description,
            )
        parse(fresh.query)
        receipt = store.save_views([fresh], session.signature(why), replace=replacing)
    _tell(receipt, as_data=as_data)
    _tell_of_keys([fresh])


def _tell(receipt: Receipt, *, as_data: bool) -> None:
    if as_data:
        put_receipt(receipt)
        return
    if not receipt.changed:
        say("nothing changed: it is on record already")
        return
    say(f"done: {clean_line(receipt.action)} · undo with: {typed('undo')}")


def _tell_of_keys(views: Iterable[SavedView]) -> None:
    """Say which built-in views have given up their keys."""
    built_in = {one.hotkey: one for one in BUILT_IN_VIEWS}
    for one in views:
        gave = built_in.get(one.hotkey) if one.hotkey else None
        if gave is not None:
            say(f"  the key {one.hotkey} was that of @{gave.name}, which has none now")


@view.command("delete")
@click.argument(
    "names", nargs=-1, required=True, metavar="NAME…", shell_complete=complete_own_views
)
@click.option("--why", metavar="TEXT", help="The reason, for the history.")
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_obj
def delete_views(
    session: Session, names: tuple[str, ...], why: str | None, *, as_data: bool
) -> None:
    """Take saved views off the record. One that another view names stays."""
    with session.store() as store:
        receipt = store.drop_views(list(dict.fromkeys(names)), session.signature(why))
    _tell(receipt, as_data=as_data)


@view.command("rename")
@click.argument("name", metavar="NAME", shell_complete=complete_own_views)
@click.argument("new", metavar="NEW")
@click.option("--why", metavar="TEXT", help="The reason, for the history.")
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_obj
def rename_view(session: Session, name: str, new: str, why: str | None, *, as_data: bool) -> None:
    """Call a saved view by another name, in the views that name it too."""
    with session.store() as store:
        receipt = store.rename_view(name, view_name(new), session.signature(why))
    _tell(receipt, as_data=as_data)


@view.command("export")
@click.argument("names", nargs=-1, metavar="[NAME]…", shell_complete=complete_own_views)
@output_options("Write to a file instead of standard output.")
@click.pass_obj
def export_views(
    session: Session, names: tuple[str, ...], output: str | None, *, force: bool
) -> None:
    """Write saved views as a small TOML file, to hand on; without names all of them."""
    from commitrack.query.sharing import chosen, written
    from commitrack.view_files import write_views

    path = output_file(output, force=force)
    with session.store() as store:
        own = chosen(store.views(), names)
    if path is None:
        put(written(own).removesuffix("\n"))
        return
    write_views(path, own, force=force)
    say(f"done: written to {at_home(path)}")


@view.command("import")
@click.argument("file", metavar="FILE", shell_complete=complete_files)
@click.option("--replace", "replacing", is_flag=True, help="Where a name clashes, take theirs.")
@click.option("--keep", "keeping", is_flag=True, help="Where a name clashes, keep ours.")
@click.option("--dry-run", is_flag=True, help="Show what would come in, and change nothing.")
@click.option("--why", metavar="TEXT", help="The reason, for the history.")
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_obj
def import_views(
    session: Session,
    file: str,
    why: str | None,
    *,
    replacing: bool,
    keeping: bool,
    dry_run: bool,
    as_data: bool,
) -> None:
    """Take in views from a file that "view export" wrote ("-": from standard input).

    A name that stands for something else here is a clash: all are listed, and nothing comes in
    unless --replace or --keep says what becomes of them. A key that is taken here is left behind.
    """
    from commitrack.query.sharing import held_against
    from commitrack.view_files import read_views

    if replacing and keeping:
        raise click.UsageError("--replace and --keep say different things")
    views = read_views(file)
    with session.store() as store:
        coming = held_against(views, store.views())
        for mine, theirs in coming.clashing:
            say(
                f"@{mine.name} here: {_line(mine)}\n{' ' * len(mine.name)}   there: {_line(theirs)}"
            )
        if coming.clashing and not replacing and not keeping and not dry_run:
            raise Conflict(
                f"{len(coming.clashing)} of {len(views)} clash with a view of the same name: "
                "--replace takes theirs, --keep keeps ours; nothing came in"
            )
        for theirs, mine in coming.keyless:
            say(f"@{theirs.name} comes without its key {theirs.hotkey}, which is @{mine.name}'s")
        keyless = {theirs.name for theirs, _ in coming.keyless}
        taken = [*coming.new, *([one for _, one in coming.clashing] if replacing else [])]
        taken = [replace(one, hotkey=None) if one.name in keyless else one for one in taken]
        if dry_run:
            for one in taken:
                say(f"@{one.name} would come in: {_line(one)}")
            say("dry run: nothing changed")
            if as_data:
                put_receipt(None, dry_run=True)
            return
        if not taken:
            say("nothing changed: all of them are here already")
            if as_data:
                put_receipt(None)
            return
        receipt = store.save_views(taken, session.signature(why), replace=replacing)
    _tell(receipt, as_data=as_data)
    _tell_of_keys(taken)


def _line(one: SavedView) -> str:
    note = f"  ({one.description})" if one.description else ""
    return clean_line(f"{one.query or '*'}{note}")
