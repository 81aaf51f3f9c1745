"""Opening the terminal UI: the one place of the command line that knows it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

import click

from commitrack.cli.session import Session


def open_ui(
    session: Session, place: Path | None = None, notice: str | None = None, *, keep: bool = True
) -> None:
    """Open the terminal UI on a store (None: the session's) until the user leaves it.

    Without `keep` no draft of what was typed outlasts it: the store will not, either.
    """
    from commitrack.drafts import DraftFolder
    from commitrack.store import open_store

    where = session.place if place is None else place
    lens, settings = session.lens, session.settings
    theme, keys, columns = settings.get("theme").value, settings.keys(), settings.columns()
    open_store(where).close()  # what is wrong with a store is told here, not inside the UI
    from commitrack.tui import run

    code = run(
        str(where),
        lens,
        open_store=partial(open_store, where),
        notice=notice,
        theme=theme,
        keys=keys,
        columns=columns,
        drafts=DraftFolder(where) if keep else None,
    )
    if code:
        raise click.exceptions.Exit(code)
