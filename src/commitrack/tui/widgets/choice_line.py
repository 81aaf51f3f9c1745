"""One line of choices of which one holds: a click takes another."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip

from commitrack.tui.messages import message
from commitrack.tui.widgets.painted import Painted


class ChoiceLine(Painted):
    """Shows the choices beside each other; the one that holds stands in brackets and colour."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"choices--label", "choices--other", "choices--held"}

    @message
    class Chosen(Message):
        """Another choice was clicked."""

        at: int

    def __init__(self, label: str, choices: Sequence[str], *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._label = f" {label} "
        self._choices = tuple(choices)
        self._at = 0
        self._sign = ""

    def hold(self, at: int, sign: str = "") -> None:
        """Show that this one holds, with a sign that says how."""
        self._at, self._sign = at, sign
        self.refresh()

    def _drawn(self) -> list[tuple[str, str]]:
        held = f"[{self._choices[self._at]}{self._sign}]"
        return [
            (held, "choices--held") if at == self._at else (f" {one} ", "choices--other")
            for at, one in enumerate(self._choices)
        ]

    def render_line(self, y: int) -> Strip:
        """Draw the line."""
        del y
        return self.strip([(self._label, "choices--label"), *self._drawn()], self.size.width)

    def on_click(self, event: events.Click) -> None:
        """Take the choice under the pointer."""
        left = cell_len(self._label)
        for at, (text, _) in enumerate(self._drawn()):
            right = left + cell_len(text)
            if left <= event.x < right:
                self.post_message(self.Chosen(at))
                return
            left = right
