"""``publish``: the public page, as a folder of static pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commitrack.cli.completions import complete_files, complete_query
from commitrack.cli.conditions import QueryCommand
from commitrack.cli.session import Session
from commitrack.cli.shell_words import as_typed
from commitrack.cli.streams import put, say
from commitrack.cli.typed import typed
from commitrack.cli.wire import VERSION
from commitrack.homes import at_home
from commitrack.model.errors import BadInput
from commitrack.setting_keys import LONGEST_TITLE

if TYPE_CHECKING:
    from commitrack.site import Published


@click.command(cls=QueryCommand)
@click.argument("folder", metavar="DIR", shell_complete=complete_files)
@click.argument(
    "words", nargs=-1, metavar="[QUERY]…", type=click.UNPROCESSED, shell_complete=complete_query
)
@click.option(
    "--title", metavar="TEXT", help="What the pages are called; else the setting site_title."
)
@click.option(
    "--base-url",
    "base",
    metavar="URL",
    help="Where the folder will lie on the web, for the links of the feed; else the setting "
    "site_address.",
)
@click.option("--dry-run", is_flag=True, help="Say what would be written, and write nothing.")
@click.option("--json", "as_data", is_flag=True, help="What was written, as JSON.")
@click.pass_obj
def publish(
    session: Session,
    folder: str,
    words: tuple[str, ...],
    title: str | None,
    base: str | None,
    *,
    dry_run: bool,
    as_data: bool,
) -> None:
    """Write the public page: a folder of static pages, of public commitments only.

    \b
    commitrack set C-0002 visibility=public
    commitrack publish site --title "What we were promised"
    commitrack publish site owner:"NHS Confederation"

    It opens from the disk and from any web server. What has not changed is left as it is, and what
    is no longer public is taken away. Files that are not of its making are never touched.
    """
    from commitrack.cli.progress_line import ProgressLine
    from commitrack.site import Wish
    from commitrack.site import publish as made

    rules = session.settings.house()
    name = " ".join((rules.site_title if title is None else title).split())
    if not name:
        raise BadInput("--title is empty: say what the pages are called")
    if len(name) > LONGEST_TITLE:
        raise BadInput(f"--title: has {len(name):,} characters; at most {LONGEST_TITLE} fit")
    if not folder.strip():
        raise BadInput("DIR: an empty path names no folder")
    wish = Wish(as_typed(words) or None, name, rules.site_address if base is None else _base(base))
    place = at_home(folder)
    with session.store() as store, ProgressLine() as line:
        found = made(store, session.lens, place, wish, keep=not dry_run, told=line.told)
    if not dry_run:
        session.note(f"the pages are written: {place}")
    if as_data:
        _put_data(place, found, dry_run=dry_run)
    _tell(place, found, dry_run=dry_run)


def _base(text: str) -> str:
    from commitrack.site import web_folder

    try:
        return web_folder(text)
    except BadInput as error:
        raise BadInput(f"--base-url {error}") from None


def _put_data(place: Path, found: Published, *, dry_run: bool) -> None:
    from commitrack.model.inert import json_text

    pages = found.pages
    told = {
        "version": VERSION,
        "dry_run": dry_run,
        "folder": str(place),
        "commitments": found.commitments,
        "owners": found.owners,
        "pages": {
            "new": pages.new,
            "changed": pages.changed,
            "unchanged": pages.unchanged,
            "removed": pages.removed,
        },
    }
    put(json_text(told))


def _tell(place: Path, found: Published, *, dry_run: bool) -> None:
    if not found.commitments:
        say(f"nothing is public here yet: {typed('set ID visibility=public')}")
    pages = found.pages
    counts = (
        f"{pages.new:,} new, {pages.changed:,} changed, {pages.unchanged:,} as they were, "
        f"{pages.removed:,} taken away"
    )
    if dry_run:
        say(f"dry run: nothing was written; the files would be: {counts}")
        return
    many = f"{_count(found.commitments, 'commitment')} of {_count(found.owners, 'owner')}"
    say(f"done: {many} in {place}: {counts}")
    say(f"  look at it: {place / 'index.html'}")


def _count(number: int, unit: str) -> str:
    return f"{number:,} {unit}{'' if number == 1 else 's'}"
