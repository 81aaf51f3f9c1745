"""Opening the terminal UI: the one place of the command line that knows it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.cli.session import Session, leading_back

if TYPE_CHECKING:
    from collections.abc import Callable

    from commitrack.store import Store


def open_ui(
    session: Session, place: Path | None = None, notice: str | None = None, *, keep: bool = True
) -> int:
    """Open the terminal UI on a store (None: the session's) until the user leaves it, and return
    the exit code.

    Without `keep` no draft of what was typed outlasts it: the store will not, either.
    """
    from commitrack.drafts import DraftFolder

    where = session.place if place is None else place
    lens, settings = session.lens, session.settings
    theme, keys, columns = settings.get("theme").value, settings.keys(), settings.columns()
    # What is wrong with a store is told here, not inside the UI.
    with leading_back(where), _opened(where) as open_store:
        from commitrack.tui import run

        return run(
            str(where),
            lens,
            open_store=open_store,
            notice=notice,
            theme=theme,
            keys=keys,
            columns=columns,
            drafts=DraftFolder(where) if keep else None,
        )


@contextmanager
def _opened(where: Path) -> Iterator[Callable[[], Store]]:
    """Open a store, and hand it to the first who opens it; all others open it anew."""
    from commitrack.store import open_store

    ready = [open_store(where)]

    def give() -> Store:
        try:
            return ready.pop()  # in one step: of two threads one gets it
        except IndexError:
            return open_store(where)

    try:
        yield give
    finally:
        while ready:
            ready.pop().close()
