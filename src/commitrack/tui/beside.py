"""A click beside a dialog is as good as escape."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.screen import ModalScreen

T = TypeVar("T")


class ClosedBeside(ModalScreen[T]):
    """Hears a click beside what it shows as escape, which asks what becomes of typed text."""

    def on_click(self, event: events.Click) -> None:
        """Give the key, unless something in the dialog was clicked."""
        widget, _ = self.get_widget_at(*event.screen_offset)
        if widget is self and self.app.screen is self:
            self.app.simulate_key("escape")
