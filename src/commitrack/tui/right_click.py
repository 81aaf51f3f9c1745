"""The right button: what can be done with what is under the pointer, to choose from."""

from __future__ import annotations

from typing import Protocol, runtime_checkable

from textual import events
from textual.command import CommandPalette
from textual.geometry import Offset

from commitrack.tui.ending import EndingApp

RIGHT = 3
"""What Textual calls the right button."""


@runtime_checkable
class Pointed(Protocol):
    """A list whose cursor goes to what is pointed at."""

    def point_at(self, offset: Offset) -> None:
        """Put the cursor on what stands at a place of the widget, if anything does."""


class RightClickApp(EndingApp):
    """An app in which the right button never does anything by itself: it asks what to do."""

    async def on_event(self, event: events.Event) -> None:
        """Keep the right button from what the left one does."""
        right = isinstance(event, events.MouseDown | events.MouseUp) and event.button == RIGHT
        if not right or event.is_forwarded:
            await super().on_event(event)
        elif isinstance(event, events.MouseUp) and not self.screen.is_modal:
            self._offer_at(event.screen_offset)

    def _offer_at(self, place: Offset) -> None:
        """Show every command that makes sense for what is at a place of the screen."""
        widget, region = self.screen.get_widget_at(*place)
        if isinstance(widget, Pointed):
            widget.focus()
            widget.point_at(place - region.offset)
        self.call_after_refresh(self._open_menu)

    def _open_menu(self) -> None:
        if not self.screen.is_modal:
            from commitrack.tui.palette import CommandProvider

            self.push_screen(
                CommandPalette(
                    [CommandProvider], placeholder="What to do here …", id="--command-palette"
                )
            )
