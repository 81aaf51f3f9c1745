"""The detail pane: one commitment, drawn in the same frame as the cursor that moved to it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from textual import events
from textual.message import Message

from commitrack.model.records import Dossier
from commitrack.tui.excerpt import Excerpt
from commitrack.tui.prose import Line
from commitrack.tui.widgets.dossier_lines import dossier_lines
from commitrack.tui.widgets.prose_pane import ProsePane


class DetailPane(ProsePane):
    """Shows a dossier, wrapped to its width, with the statement around the quote."""

    @dataclass
    class Dragged(Message):
        """The edge towards the list is dragged to this cell of the screen."""

        x: int
        y: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._dragging = False
        self._shown: tuple[Dossier, Excerpt | None, date] | None = None

    @property
    def dossier(self) -> Dossier | None:
        """What is shown."""
        return None if self._shown is None else self._shown[0]

    def show(self, dossier: Dossier | None, excerpt: Excerpt | None, today: date) -> None:
        """Show a dossier from its top, or where the reader was when it is the same one."""
        before = self.dossier
        self._shown = None if dossier is None else (dossier, excerpt, today)
        if _number(before) != _number(dossier):
            self.scroll_target_y = self.scroll_y = 0
        self.lay_out()

    # Its edge: the line on its left, or its first line where it stands below the list.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the edge."""
        beside = bool(self.styles.border_left[0])
        if (event.x if beside else event.y) == 0 and event.button == 1:
            self._dragging = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pull the edge along."""
        if self._dragging:
            event.stop()
            self.post_message(self.Dragged(event.screen_x, event.screen_y))

    def on_mouse_up(self) -> None:
        """Let go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def written(self, width: int) -> list[Line]:
        """The dossier in lines; none while nothing is shown."""
        if self._shown is None:
            return []
        dossier, excerpt, today = self._shown
        return dossier_lines(dossier, excerpt, today, width)


def _number(dossier: Dossier | None) -> int | None:
    return None if dossier is None else dossier.commitment.number
