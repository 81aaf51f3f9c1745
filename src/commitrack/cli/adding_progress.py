"""A bar while many sources go in: on a terminal only, and never in the way of the data."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

from commitrack.cli.streams import abandon, put, say
from commitrack.model.cleaning import clean_line

if TYPE_CHECKING:
    from rich.progress import Progress, TaskID

_MANY = 3
"""So many are done before a bar would be seen."""


class Bar:
    """Shows how far a run has come, and prints its lines where they do no harm.

    While a bar is drawn on the same terminal that the data goes to, the data waits for its end.
    """

    def __init__(self, total: int) -> None:
        self._total = total
        self._progress: Progress | None = None
        self._task: TaskID | None = None
        self._waiting: list[str] = []

    def __enter__(self) -> Bar:
        if self._total > _MANY and sys.stderr.isatty():
            from rich.console import Console
            from rich.progress import BarColumn, MofNCompleteColumn, Progress, TimeRemainingColumn

            self._progress = Progress(
                BarColumn(),
                MofNCompleteColumn(),
                TimeRemainingColumn(),
                console=Console(stderr=True, highlight=False),
                transient=True,
                redirect_stdout=False,
                redirect_stderr=False,
            )
            self._progress.start()
            self._task = self._progress.add_task("", total=self._total)
        return self

    def __exit__(self, *_: object) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = None
        for line in self._waiting:
            put_line(line)

    def step(self) -> None:
        """One more source is done."""
        if self._progress is not None and self._task is not None:
            self._progress.advance(self._task)

    def line(self, text: str | None) -> None:
        """Print a line of data, now or when the bar is gone; None is no line."""
        if text is None:
            return
        if self._progress is not None and sys.stdout.isatty():
            self._waiting.append(text)
        else:
            put_line(text)

    def redirected(self, here: str, there: str) -> None:
        """Tell that a server sends us on."""
        words = f"  {clean_line(here)} sends on to {clean_line(there)}"
        if self._progress is None:
            say(words)
        else:
            from rich.text import Text

            self._progress.console.print(Text(words))


def put_line(text: str) -> None:
    """Print a line of data; whoever has stopped reading does not stop what is being done."""
    try:
        put(text)
    except BrokenPipeError:
        abandon(sys.stdout)
