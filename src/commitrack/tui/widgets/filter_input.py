"""What the filter is typed into."""

from __future__ import annotations

from typing import ClassVar

from textual.binding import Binding, BindingType

from commitrack.tui.widgets.filter_bar import FilterBar
from commitrack.tui.widgets.input_line import InputLine


class FilterInput(InputLine):
    """The input; the bar decides what some of its keys do."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "submit", "Done", tooltip="Take the choice that is lit, else all of it"),
        Binding("tab", "pressed('tab')", "Complete", tooltip="What could come here"),
        Binding("escape", "pressed('escape')", "Back", tooltip="As it was before"),
        Binding("down", "pressed('down')", "To the list", show=False),
        Binding("up", "pressed('up')", "Back from the choices", show=False),
    ]

    def action_pressed(self, key: str) -> None:
        """Pass a key on to the bar."""
        self.post_message(FilterBar.Pressed(key))
