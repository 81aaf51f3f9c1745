"""How far something long has come, with the keys that stop it or leave it to itself."""

from __future__ import annotations

from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError

_OFTEN = 0.1
"""Seconds between two looks at how far it has come."""
_BAR = 40
"""Cells of the bar."""


class Stopped(CommitrackError):
    """Somebody stopped it."""


class Progress:
    """How far it has come: said in the thread that does it, read in the one that shows it."""

    def __init__(self, title: str) -> None:
        self.title = title
        self._now = ("", 0, 0)
        self._stopped = False

    def told(self, what: str, done: int, total: int) -> None:
        """So much is done of something, and of how much; raises `Stopped` when it is to end."""
        if self._stopped:
            raise Stopped("stopped")
        self._now = (what, done, total)

    def stop(self) -> None:
        """It is to end as soon as it says how far it has come."""
        self._stopped = True

    def words(self) -> str:
        """What is being done, with a bar where it is known of how much."""
        what, done, total = self._now
        if self._stopped:
            return "stopping …"
        if not total:
            return f"{what or 'working'} …"
        full = _BAR * min(done, total) // total
        bar = "█" * full + "░" * (_BAR - full)
        return f"{bar} {100 * done // total:>3} %  {what}"


class ProgressScreen(ModalScreen[bool]):
    """Answers with True when it is to stop. Closes by itself when it is done."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer(True)", "Stop", show=False),
        Binding("b", "answer(False)", "Go on meanwhile", show=False),
    ]

    def __init__(self, progress: Progress, *, background: bool) -> None:
        """With `background` the user may leave it to itself."""
        super().__init__()
        self._progress = progress
        self._background = background
        self._done = False

    def compose(self) -> ComposeResult:
        """What it is, how far it has come, and the answers."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = clean_line(self._progress.title)
            yield Static(Content(self._progress.words()), id="progress-now")
            with Horizontal(classes="sheet--buttons"):
                if self._background:
                    yield Button("Go on meanwhile (b)", id="meanwhile", compact=True)
                yield Button("Stop (esc)", id="stop", compact=True)

    def on_mount(self) -> None:
        """Look now and then."""
        self.set_interval(_OFTEN, self._look)

    def _look(self) -> None:
        self.query_one("#progress-now", Static).update(Content(self._progress.words()))

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what may go on by itself is left to itself."""
        return self._background or action != "answer" or parameters != (False,)

    def action_answer(self, stop: bool) -> None:
        """Close with the answer."""
        self.dismiss(stop)

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """A button is an answer."""
        event.stop()
        self.action_answer(event.button.id == "stop")

    def finish(self) -> None:
        """It is done: close, if nobody has; once a question in front of it has been answered."""
        self._done = True
        self._close()

    @on(events.ScreenResume)
    def _close(self) -> None:
        if self._done and self.is_current and self.app.screen is self:
            self.dismiss(result=False)
