"""A list that is drawn line by line, with a cursor that keys and the mouse move."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding
from textual.geometry import Offset
from textual.message import Message

from commitrack.tui.widgets.painted import PaintedScroll


def moving(what: str) -> list[Binding]:
    """The keys that move the cursor in a list of something."""
    return [
        Binding("down,j", "step(1)", f"Next {what}", show=False),
        Binding("up,k", "step(-1)", f"Previous {what}", show=False),
        Binding("pagedown,ctrl+f", "page(1)", "Page down", show=False),
        Binding("pageup,ctrl+b", "page(-1)", "Page up", show=False),
        Binding("home", "edge(0)", f"First {what}", show=False),
        Binding("end,G", "edge(-1)", f"Last {what}", show=False),
    ]


class DrawnList(PaintedScroll, can_focus=True):
    """Any number of entries of as many lines, one of them under the cursor."""

    TALL: ClassVar[int] = 1
    """Lines of an entry."""
    AROUND: ClassVar[int] = 0
    """Entries that stay in sight before and after the one under the cursor."""

    class Moved(Message):
        """Another entry is under the cursor."""

    class Opened(Message):
        """The user wants to see more of the entry under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._row = 0
        """The entry under the cursor, from 0."""

    @property
    def count(self) -> int:
        """How many entries there are."""
        raise NotImplementedError

    def came_into_view(self) -> None:
        """Ask for what is in view and not at hand, if anything has to be asked for."""

    def lay_out_rows(self) -> None:
        """Scroll over as many lines as there are entries, with the cursor in view."""
        self.set_height(max(1, self.TALL * self.count))
        self.reveal()

    def move(self, row: int) -> None:
        """Put the cursor on an entry, or on the nearest there is."""
        if not self.count:
            return
        before, self._row = self._row, max(0, min(row, self.count - 1))
        self.reveal()
        if before != self._row:
            self.came_into_view()
            self.refresh()
            self.post_message(self.Moved())

    def reveal(self) -> None:
        """Bring the cursor into view, with what is to stay in sight around it."""
        room, top = max(1, self.size.height), round(self.scroll_y)
        around = self.AROUND if room > 2 * self.AROUND * self.TALL else 0
        first, last = self.TALL * (self._row - around), self.TALL * (self._row + around + 1)
        top = first if first < top else max(top, last - room)
        most = max(0, self.TALL * self.count - room)
        # Set directly: `scroll_to` waits for a layout that a change of the list has yet to bring.
        self.scroll_target_y = self.scroll_y = max(0, min(top, most))

    def action_step(self, by: int) -> None:
        """One entry on, or back."""
        self.move(self._row + by)

    def action_page(self, by: int) -> None:
        """A screenful on, or back."""
        self.move(self._row + by * max(1, self.size.height // self.TALL - 1))

    def action_edge(self, row: int) -> None:
        """To the first, or to the last."""
        self.move(row if row >= 0 else self.count - 1)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what comes into view, when the wheel turns too."""
        super().watch_scroll_y(old_value, new_value)
        if round(old_value) != round(new_value):
            self.came_into_view()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.lay_out_rows()
        self.came_into_view()
        self.refresh()

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    # The mouse

    def row_at(self, y: int) -> int | None:
        """The entry on a line in view; None beyond the last."""
        row = (y + round(self.scroll_y)) // self.TALL
        return row if 0 <= row < self.count else None

    def point_at(self, offset: Offset) -> None:
        """Go to the entry at this place."""
        row = self.row_at(offset.y)
        if row is not None:
            self.move(row)

    def on_click(self, event: events.Click) -> None:
        """A click goes to an entry; a double click opens it."""
        row = self.row_at(event.y)
        if row is not None:
            self.move(row)
            if event.chain == 2:
                self.post_message(self.Opened())
