"""One line to type in, whose text is harmless and moves nothing around it."""

from __future__ import annotations

from textual.geometry import Size
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
