"""Leaving a form in which something was typed: keep it, give it up, or go on."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static


class Leaving(StrEnum):
    """What becomes of what was typed."""

    KEEP = "keep"
    DISCARD = "discard"
    STAY = "stay"


class LeaveDialog(ModalScreen[Leaving]):
    """Asked on escape; escape once more goes back to the form, so that nothing goes by a slip."""

    DEFAULT_CSS = """
    LeaveDialog {
        align: center middle;
        & > Vertical {
            width: 62; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $warning; border-title-style: bold; padding: 0 1;
        }
        & Static { height: auto; }
        & #leave-buttons { height: auto; margin-top: 1; }
        & Button { margin-right: 1; min-width: 8; }
    }
    """
    CSS = "LeaveDialog:focus-within, LeaveDialog { background: $background 40%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer('stay')", "Go on typing", show=False),
        Binding("k", "answer('keep')", "Keep it as a draft", show=False),
        Binding("d", "answer('discard')", "Discard it", show=False),
        Binding("right,down", "app.focus_next", "Next", show=False),
        Binding("left,up", "app.focus_previous", "Previous", show=False),
    ]

    def compose(self) -> ComposeResult:
        """The question, and the three answers."""
        with Vertical() as frame:
            frame.border_title = "Not saved"
            yield Static(
                Content(
                    "What you typed is not saved. A draft is kept for 7 days and comes back when "
                    "this is opened again."
                )
            )
            with Horizontal(id="leave-buttons"):
                yield Button("Keep (k)", id="keep", compact=True, variant="primary")
                yield Button("Discard (d)", id="discard", compact=True)
                yield Button("Go on typing (esc)", id="stay", compact=True)

    def on_mount(self) -> None:
        """Enter keeps it."""
        self.query_one("#keep").focus()

    def action_answer(self, answer: str) -> None:
        """Close with the answer."""
        self.dismiss(Leaving(answer))

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """A button is an answer."""
        event.stop()
        self.action_answer(str(event.button.id))
