"""A report to read in a pane, whatever its length: a line is made out when it comes into view."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.strip import Strip

from commitrack.tui.ansi import ANSI_STYLES, pieces
from commitrack.tui.widgets.painted import PaintedScroll

_BESIDE = 2
"""Cells beside the lines: one on either side."""


class ReportPane(PaintedScroll, can_focus=True):
    """Scrolls over rendered lines."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*ANSI_STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j,down", "scroll_down", "Scroll down", show=False),
        Binding("k,up", "scroll_up", "Scroll up", show=False),
        Binding("space", "page_down", "Page down", show=False),
        Binding("G", "scroll_end", "To the end", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._lines: Sequence[str] = ()

    @property
    def room(self) -> int:
        """Cells that a line has."""
        return max(1, self.width - _BESIDE)

    def show(self, lines: Sequence[str], *, stay: bool = False) -> None:
        """Show these lines from the top, or from where one is."""
        self._lines = lines
        self.set_height(max(1, len(lines)))
        if not stay:
            self.scroll_to(y=0, animate=False)
        self.refresh()

    def on_resize(self) -> None:
        """Scroll over as many lines at another height."""
        self.set_height(max(1, len(self._lines)))
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in view."""
        row = y + round(self.scroll_y)
        line = pieces(self._lines[row]) if row < len(self._lines) else ()
        return self.strip(((" ", ""), *line), self.size.width)
