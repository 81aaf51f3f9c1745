"""A yes or no, with the lines that say to what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from commitrack.model.cleaning import clean_line


class ConfirmDialog(ModalScreen[bool]):
    """Asks before something is done that is worth a second look. Escape is no."""

    DEFAULT_CSS = """
    ConfirmDialog {
        align: center middle;
        & > Vertical {
            width: 72; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $warning; border-title-style: bold; padding: 0 1;
        }
        & #confirm-lines { height: auto; max-height: 14; scrollbar-size-vertical: 1; }
        & #confirm-lines Static { height: auto; color: $foreground 60%; }
        & #confirm-buttons { height: 1; margin-top: 1; align-horizontal: right; }
        & #confirm-keys { width: 1fr; color: $foreground 60%; }
        & Button { margin-left: 1; min-width: 8; }
    }
    """
    # Stronger than an application's background for screens: what is behind stays in sight.
    CSS = "ConfirmDialog:focus-within, ConfirmDialog { background: $background 60%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "answer(False)", "No", show=False),
        Binding("y", "answer(True)", "Yes", show=False),
    ]

    def __init__(self, question: str, lines: Sequence[str] = (), *, yes: str = "Yes") -> None:
        super().__init__()
        self._question = question
        self._lines = tuple(lines)
        self._yes = yes

    def compose(self) -> ComposeResult:
        """The question, its lines, and the answers."""
        with Vertical():
            yield Static(Content(clean_line(self._question)))
            with VerticalScroll(id="confirm-lines", can_focus=False):
                for line in self._lines:
                    yield Static(Content(clean_line(line)))
            with Horizontal(id="confirm-buttons"):
                yield Static(Content("⏎ or y yes · esc or n no"), id="confirm-keys")
                yield Button(self._yes, id="yes", compact=True, variant="primary")
                yield Button("Cancel", id="no", compact=True)

    def on_mount(self) -> None:
        """Enter says yes."""
        self.query_one("#yes").focus()

    def action_answer(self, answer: bool) -> None:
        """Close with the answer."""
        self.dismiss(answer)

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """A button is an answer."""
        self.dismiss(event.button.id == "yes")
