"""The terminal UI. `run` opens it; nothing else of the package imports Textual before that."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from threading import Thread
from types import TracebackType
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

    `open_store` is called once for each of the UI's lanes, in the lane's own thread; for the first
    of them before that, in a thread of its own. `notice`
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
        _load_asyncio()
        with _Opening(open_store) as opening:
            from commitrack.tui.app import CommitrackApp

            opening.finish()  # what is wrong with a store is told outside the UI
            app = CommitrackApp(
                place,
                lens,
                open_store=opening.give,
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


def _load_asyncio() -> None:
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


class _Opening:
    """A store that is opened while the UI is loaded: most of that SQLite does by itself, reading
    the schema, while Python goes on.
    """

    def __init__(self, open_store: Callable[[], Store]) -> None:
        self._open_store = open_store
        self._ready: list[Store] = []
        self._failure: BaseException | None = None
        self._thread = Thread(target=self._open, name="commitrack-opening")

    def _open(self) -> None:
        try:
            self._ready.append(self._open_store())
        except BaseException as error:
            self._failure = error

    def finish(self) -> None:
        """Wait until it is open, and raise what kept it from that."""
        self._thread.join()
        if self._failure is not None:
            raise self._failure

    def give(self) -> Store:
        """The store, for the first who asks; for all others it is opened anew."""
        try:
            return self._ready.pop()  # in one step: of two threads one gets it
        except IndexError:
            return self._open_store()

    def __enter__(self) -> _Opening:
        """Begin."""
        self._thread.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close it, unless somebody has it."""
        del kind, error, trace
        self._thread.join()
        while self._ready:
            self._ready.pop().close()
