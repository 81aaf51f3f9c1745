"""What was left as it is when the same was done to many, and why."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from commitrack.model.sweeps import Sweep
from commitrack.tui.screens.look_through import LookThrough
from commitrack.tui.sheet import Sheet
from commitrack.tui.widgets.preview_lines import PreviewLines


class LeftScreen(LookThrough[None], Sheet[None]):
    """Lists the refused ones, each with the reason."""

    DEFAULT_CSS = """
    LeftScreen { align: center middle; }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q,enter,r", "dismiss", "Close", show=False),
    ]

    def __init__(self, sweep: Sweep, what: str) -> None:
        """`what` goes on after how many they are."""
        super().__init__()
        self._sweep = sweep
        self._what = what

    def compose(self) -> ComposeResult:
        """How many, and which."""
        with Vertical(classes="sheet -tall -warning") as sheet:
            sheet.border_title = f"{self._sweep.refused:,} {self._what}"
            sheet.border_subtitle = "↑ ↓ look through · esc close"
            told = len(self._sweep.refusals)
            if told < self._sweep.refused:
                yield Static(Content(f"The first {told:,}:"), classes="sheet--summary")
            yield PreviewLines(self._sweep.refusals)
