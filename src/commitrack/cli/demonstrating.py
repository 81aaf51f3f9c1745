"""``demo``: a store made for showing, thrown away afterwards unless it is kept."""

from __future__ import annotations

import contextlib
import os
import tempfile
from collections.abc import Iterator
from pathlib import Path

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_files
from commitrack.cli.exits import Exit
from commitrack.cli.opening import open_ui
from commitrack.cli.session import Session
from commitrack.cli.streams import complain_unseen, has_screen, say
from commitrack.homes import at_home
from commitrack.model.errors import BadInput, Conflict


@click.command(cls=Command)
@click.option(
    "--keep", metavar="PATH", shell_complete=complete_files, help="Keep the store in this new file."
)
@click.pass_obj
def demo(session: Session, keep: str | None) -> None:
    """Look around: the terminal UI on a store made from invented statements.

    It is built the way yours is, with dates around today. Without a terminal, --keep PATH builds
    the store and opens nothing.
    """
    watched = has_screen()
    if keep is not None:
        if not keep.strip():
            raise BadInput("--keep: an empty path names no file")
        place = at_home(keep)
        if os.path.lexists(place):
            raise Conflict(f"{place} exists already: the demo never overwrites")
        with _whole(place):
            _build(session, place)
        say(f"done: the demo is kept in {place}; open it with: commitrack --store {place}")
        if watched:
            click.get_current_context().exit(open_ui(session, place))
        complain_unseen()
        return
    if not watched:
        if complain_unseen():
            click.get_current_context().exit(Exit.USAGE)
        raise BadInput("the demo needs a terminal; --keep PATH builds the store without one")
    with tempfile.TemporaryDirectory(prefix="commitrack-demo-") as folder:
        place = Path(folder) / "demo.db"
        _build(session, place)
        notice = "A demo: whatever you do here is thrown away at the end."
        click.get_current_context().exit(open_ui(session, place, notice, keep=False))


@contextlib.contextmanager
def _whole(place: Path) -> Iterator[None]:
    """A store that cannot be built to its end is not kept: it would be in the way of the next."""
    try:
        yield
    except BaseException:
        for name in ("", "-wal", "-shm"):
            with contextlib.suppress(OSError):
                place.with_name(f"{place.name}{name}").unlink(missing_ok=True)
        raise


def _build(session: Session, place: Path) -> None:
    from commitrack.demo import build_demo
    from commitrack.store import open_store

    say("building the demo …")
    store = open_store(place, create=True)
    try:
        build_demo(store, session.today)
    finally:
        store.close()
