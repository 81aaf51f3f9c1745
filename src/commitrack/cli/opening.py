"""Opening the terminal UI: the one place of the command line that knows it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from commitrack.cli.session import Session


def open_ui(session: Session, place: Path | None = None, notice: str | None = None) -> None:
    """Open the terminal UI on a store (None: the session's) until the user leaves it."""
    from commitrack.store import open_store

    where = session.place if place is None else place
    lens, settings = session.lens, session.settings
    theme, keys, columns = settings.get("theme").value, settings.keys(), settings.columns()
    open_store(where).close()  # what is wrong with a store is told here, not inside the UI
    from commitrack.tui import run

    run(
        str(where),
        lens,
        open_store=partial(open_store, where),
        notice=notice,
        theme=theme,
        keys=keys,
        columns=columns,
    )
