"""A list of what waits, beside a pane that shows the entry under the cursor."""

from __future__ import annotations

from textual import events
from textual.widgets import OptionList


class QueueList(OptionList):
    """A click goes to an entry; a double click chooses it, as enter does."""

    def on_click(self, event: events.Click) -> None:
        """Keep a single click from choosing: the pane beside shows what was clicked."""
        if event.chain > 1:
            return
        event.prevent_default()
        index = event.style.meta.get("option")
        if isinstance(index, int) and not self.get_option_at_index(index).disabled:
            self.highlighted = index
