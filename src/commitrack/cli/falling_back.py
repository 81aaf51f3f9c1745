"""Whoever meets a damaged store is told which backup can take its place."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from commitrack.homes import at_home
from commitrack.model.errors import NotAStore
from commitrack.settings import Settings
from commitrack.store.backups import fallback, folder_of
from commitrack.store.engine import bears_our_mark

_ON_A_STORE = (
    *("add", "statement", "list", "facets", "show", "history", "report", "view", "accept"),
    *("reject", "lint", "propose", "set", "status", "evidence", "check", "sent", "link", "party"),
    *("claim", "review", "reopen", "undo", "redo", "purge", "publish", "export", "import", "serve"),
    *("backup", "restore", "doctor"),
)
"""Commands that speak of a store: the others are the same whichever it is."""
_COMMAND = re.compile(rf"\bcommitrack (?=(?:{'|'.join(_ON_A_STORE)})\b)")


def name_backup(error: NotAStore, place: Path) -> None:
    """Add to an error of the store at `place` how to go back to its newest backup.

    Nothing is added to what is wrong with another file: its backups have no business in the place
    of the store. Of one that was never a store no backup is missed.
    """
    ours = at_home(place).resolve()
    if error.place is None or Path(error.place).resolve() != ours:
        return
    newest = fallback(ours)
    if newest is not None:
        command = _restore(ours, shlex.quote(str(newest.path)))
        error.add_note(f"the newest backup is of {newest.at:%Y-%m-%d}: {command}")
    elif bears_our_mark(ours):
        error.add_note(
            f"no backup of it lies in {folder_of(ours)}; one from elsewhere takes its place with: "
            f"{_restore(ours, 'FILE')}"
        )


def _restore(ours: Path, backup: str) -> str:
    """The command that puts a backup in the place of this store, whichever the settings name."""
    return on_store(ours, f"restore {backup}")


def on_store(place: Path, command: str) -> str:
    """A command as one types it for the store at `place`, which it names unless it is the usual."""
    return f"commitrack {_named(place)}{command}"


def naming_store(words: str, place: Path) -> str:
    """Words in which each command that they name is as one types it for the store at `place`."""
    named = _named(place)
    return _COMMAND.sub(lambda _: f"commitrack {named}", words) if named else words


def _named(place: Path) -> str:
    ours = at_home(place).resolve()
    usual = at_home(Settings({}).get("store").value).resolve()
    return "" if ours == usual else f"--store {shlex.quote(str(ours))} "
