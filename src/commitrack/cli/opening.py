"""Opening the terminal UI: the one place of the command line that knows it."""

from __future__ import annotations

from functools import partial
from pathlib import Path

from commitrack.cli.session import Session


def open_ui(
    session: Session, place: Path | None = None, notice: str | None = None, *, keep: bool = True
) -> int:
    """Open the terminal UI on a store (None: the session's) until the user leaves it, and return
    the exit code.

    Without `keep` no draft of what was typed outlasts it: the store will not, either.
    """
    from commitrack.drafts import DraftFolder
    from commitrack.store import open_store
    from commitrack.tui import run

    where = session.place if place is None else place
    lens, settings = session.lens, session.settings
    theme, keys, columns = settings.get("theme").value, settings.keys(), settings.columns()
    return run(
        str(where),
        lens,
        open_store=partial(open_store, where),
        notice=notice,
        theme=theme,
        keys=keys,
        columns=columns,
        drafts=DraftFolder(where) if keep else None,
    )
