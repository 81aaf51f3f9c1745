"""One line to type in, whose text is harmless and moves nothing around it."""

from __future__ import annotations

from textual.geometry import Region, Size
from textual.reactive import Reactive
from textual.widgets import Input

from commitrack.model.cleaning import clean


class InputLine(Input):
    """One line of text. What is pasted is made harmless before it is shown."""

    virtual_size: Reactive[Size] = Reactive(Size(0, 0))
    """How far the text reaches, in cells. Textual lays the whole screen out anew when it changes,
    so with each letter; a line of its own height that scrolls within its place needs none of it."""

    def validate_value(self, value: str) -> str:
        """Replace control characters, so that the terminal never sees them."""
        return clean(value).replace("\n", " ")

    def on_focus(self) -> None:
        """Show where typing begins: at first that is behind a text longer than the line."""
        self.call_after_refresh(self._show_cursor)

    def on_resize(self) -> None:
        """Show where typing goes on."""
        if self.has_focus:
            self.call_after_refresh(self._show_cursor)

    def _show_cursor(self) -> None:
        if self.has_focus:
            cursor = Region(self._cursor_offset, 0, width=1, height=1)
            self.scroll_to_region(cursor, force=True, animate=False)
