"""``backup`` and ``restore``: copies of the store that have proved to be whole."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from commitrack.cli.base import Command
from commitrack.cli.completions import complete_backups, complete_files
from commitrack.cli.exits import Exit
from commitrack.cli.naming import COUNT
from commitrack.cli.progress_line import ProgressLine
from commitrack.cli.session import Session, leading_back
from commitrack.cli.streams import complain, put, say
from commitrack.cli.tables import put_table
from commitrack.cli.typed import typed
from commitrack.cli.wire import VERSION, Json
from commitrack.homes import at_home
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.model.inert import json_text
from commitrack.reports.wording import count

if TYPE_CHECKING:
    from commitrack.store.backups import Backup
    from commitrack.store.snapshots import Snapshot


@click.command(cls=Command)
@click.argument("where", metavar="[PATH]", required=False, shell_complete=complete_files)
@click.option("--keep", type=COUNT, metavar="N", help="Keep the newest N, and remove older ones.")
@click.option("--list", "listing", is_flag=True, help="List the backups, and make none.")
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_context
def backup(
    context: click.Context, where: str | None, keep: int | None, *, listing: bool, as_data: bool
) -> None:
    """Back the store up while others go on working, and prove that the copy is whole.

    PATH is a folder or a new file; without it the backup goes to a folder beside the store. The
    path of the backup is printed.

    \b
    commitrack backup
    commitrack backup /media/disk --keep 30
    commitrack backup --list
    """
    session: Session = context.find_root().obj
    at = session.signature().at
    folder = _path("PATH", where)
    if listing:
        if keep is not None:
            raise BadInput("--keep goes with making a backup, not with --list")
        _list(session.place, folder, as_data=as_data)
        return
    from commitrack.store.backups import back_up

    with leading_back(session.place), ProgressLine() as line:
        made = back_up(session.place, folder, at, keep=keep, watch=line.told)
    session.note(f"the backup is made: {made.path}")
    if as_data:
        put(
            json_text(
                {
                    "version": VERSION,
                    **_json(made.path, made.size, made.snapshot),
                    "broken_transaction": _broken(made.snapshot),
                    "removed": [str(path) for path in made.removed],
                }
            )
        )
    else:
        put(clean_line(str(made.path)))
    for path in made.removed:
        say(f"removed: {clean_line(str(path))}")
    if made.snapshot.whole:
        say(f"done: backed up {_holding(made.snapshot)}; the copy is whole, and every seal fits")
        return
    complain(
        f"the backup is a true copy, but the store's own history was altered: transaction "
        f"{_broken(made.snapshot)} does not fit its seal. No older backup was removed "
        f"({typed('doctor --verify')})"
    )
    context.exit(Exit.FAILURE)


def _path(name: str, text: str | None) -> Path | None:
    if text is None:
        return None
    if not text.strip() or "\0" in text:
        raise BadInput(f"{name}: an empty path names no file")
    return Path(text)


def _holding(snapshot: Snapshot) -> str:
    return count(snapshot.newest, "transaction")


def _broken(snapshot: Snapshot) -> int | None:
    return None if snapshot.verification is None else snapshot.verification.broken


def _list(place: Path, folder: Path | None, *, as_data: bool) -> None:
    from commitrack.store.backups import folder_of, listed

    found = listed(place, folder)
    if as_data:
        backups = [_listed_json(one) for one in found]
        put(json_text({"version": VERSION, "count": len(backups), "backups": backups}))
        return
    if not found:
        say(f"no backup of this store lies in {folder or folder_of(at_home(place).resolve())}")
        return
    put_table(
        ["made", "before", "transaction", "bytes", "path"],
        [
            [
                one.at.strftime("%Y-%m-%d %H:%M:%S UTC"),
                one.before or "",
                str(one.snapshot.newest),
                str(one.size),
                str(one.path),
            ]
            for one in found
        ],
    )


def _json(path: Path, size: int, snapshot: Snapshot) -> Json:
    return {
        "path": str(path),
        "bytes": size,
        "schema": f"{snapshot.schema.major}.{snapshot.schema.minor}",
        "transactions": snapshot.newest,
        "seal": snapshot.seal,
    }


def _listed_json(one: Backup) -> Json:
    return {
        **_json(one.path, one.size, one.snapshot),
        "made_at": one.at.isoformat(),
        "before": one.before,
    }


@click.command(cls=Command)
@click.argument("source", metavar="BACKUP", shell_complete=complete_backups)
@click.option(
    "--anyway", is_flag=True, help="Also the backup of another store, or one that was altered."
)
@click.option("--dry-run", is_flag=True, help="Prove the backup, and change nothing.")
@click.option("--json", "as_data", is_flag=True, help="As JSON.")
@click.pass_obj
def restore(session: Session, source: str, *, anyway: bool, dry_run: bool, as_data: bool) -> None:
    """Put a backup in the place of the store, which is kept beside it.

    The backup must prove to be whole first. Others may have the store open: they see the restored
    one from then on.

    \b
    commitrack restore record.2026-03-02T090000Z.db --dry-run
    commitrack restore record.2026-03-02T090000Z.db
    """
    from commitrack.store.restoring import restore as put_back

    session.signature()  # what cannot be used of the global options is told first
    backup = _path("BACKUP", source)
    assert backup is not None
    done = put_back(backup, session.place, anyway=anyway, keep=not dry_run)
    if not dry_run:
        aside = "" if done.aside is None else f", and what was there is kept as {done.aside}"
        session.note(f"the backup is restored{aside}")
    if as_data:
        put(
            json_text(
                {
                    "version": VERSION,
                    "store": str(done.place),
                    "transactions": done.snapshot.newest,
                    "seal": done.snapshot.seal,
                    "restored": not dry_run,
                    "set_aside": None if done.aside is None else str(done.aside),
                    "was_damaged": done.damaged,
                }
            )
        )
    if dry_run:
        say(
            f"nothing changed: the backup is whole, and would put {_holding(done.snapshot)} in "
            f"{done.place}"
        )
        return
    say(f"done: {done.place} holds {_holding(done.snapshot)} again")
    if done.aside is not None:
        what = "the damaged store" if done.damaged else "the store that was there"
        say(f"{what} is kept as {done.aside}")
