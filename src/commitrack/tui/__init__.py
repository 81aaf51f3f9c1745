"""The terminal UI. `run` opens it; nothing else of the package imports Textual before that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commitrack.drafts import DraftFolder
    from commitrack.store import Lens, Store


def run(
    place: str,
    lens: Lens,
    *,
    open_store: Callable[[], Store],
    notice: str | None = None,
    theme: str = "dark",
    keys: Mapping[str, str] | None = None,
    columns: Sequence[str] = (),
    drafts: DraftFolder | None = None,
) -> int:
    """Open the terminal UI on a store and return when the user leaves it.

    `open_store` is called once for each of the UI's lanes, in the lane's own thread. `notice`
    is shown at the start. `theme` is ``dark``, ``light`` or the name of a theme of Textual's.
    `keys` puts keys in place of the default ones, by the command's id; `columns` are the fields
    that the table shows, as far as there is room, instead of its own choice. In `drafts` is kept
    what was typed and not saved. Returns the exit code: 0, or what a signal that ended it asks for.
    Raises whatever kept the store from being opened, as a `CommitrackError`, and what nobody
    foresaw as it is.
    """
    import gc
    import os

    gc.disable()  # the imports make garbage only of what stays: a collection finds nothing
    os.environ.setdefault("TEXTUAL_FPS", "120")  # read when Textual is imported
    try:
        load_asyncio()
        from commitrack.tui.app import CommitrackApp

        app = CommitrackApp(
            place,
            lens,
            open_store=open_store,
            notice=notice,
            theme=theme,
            keys=keys,
            columns=columns,
            drafts=drafts,
        )
        app.run()
    finally:
        gc.enable()
    if app.failure is not None:
        raise app.failure
    if app.crash is not None:
        app.crash.add_note("What you were typing is kept: it comes back with the same dialog.")
        raise app.crash
    return app.return_code or 0


def load_asyncio() -> None:
    """Load asyncio without TLS, as it is where Python has none: nothing here speaks that in the
    loop, and it takes as long to load as forty of our modules. Elsewhere it is loaded as ever.
    """
    import sys

    if "ssl" in sys.modules:
        return
    sys.modules["ssl"] = None  # type: ignore[assignment]  # as if there were none
    try:
        import asyncio  # noqa: F401
    finally:
        del sys.modules["ssl"]
