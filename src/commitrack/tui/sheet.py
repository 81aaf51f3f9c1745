"""A sheet over the screen that a click beside it, or on its lower edge, closes."""

from __future__ import annotations

from typing import TypeVar

from textual import events
from textual.screen import ModalScreen

T = TypeVar("T")


class Sheet(ModalScreen[T]):
    """Something to look at, of which nothing is lost when it closes: answers with None then.

    Its lower edge says which key closes it, and is as good as that key.
    """

    def on_click(self, event: events.Click) -> None:
        """Close, unless something in the sheet was clicked."""
        widget, region = self.get_widget_at(*event.screen_offset)
        edge = widget.has_class("sheet") and event.screen_y == region.bottom - 1
        if self.is_current and (widget is self or edge):
            self.dismiss(None)
