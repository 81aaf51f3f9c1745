"""A list of what waits, beside a pane that shows the entry under the cursor."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.widgets import OptionList


class QueueList(OptionList):
    """A click goes to an entry; a double click chooses it, as enter does."""

    # The list has the keys: what enter does would else be shown nowhere.
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "select", "Read", tooltip="The whole text, at these words"),
    ]

    def on_click(self, event: events.Click) -> None:
        """Keep a single click from choosing: the pane beside shows what was clicked."""
        if event.chain > 1:
            return
        event.prevent_default()
        self._go_to(event.style.meta.get("option"))

    def point_at(self, offset: Offset) -> None:
        """Go to the entry at this place."""
        place = offset + self.region.offset
        self._go_to(self.screen.get_style_at(*place).meta.get("option"))

    def _go_to(self, index: object) -> None:
        if isinstance(index, int) and not self.get_option_at_index(index).disabled:
            self.highlighted = index
