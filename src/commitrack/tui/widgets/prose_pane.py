"""A scrolling pane of styled lines, drawn by itself at whatever width it gets."""

from __future__ import annotations

from typing import ClassVar

from rich.segment import Segment
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.scroll_view import ScrollView
from textual.strip import Strip

from commitrack.tui.marks import MARK_STYLES
from commitrack.tui.prose import Line
from commitrack.tui.widgets.painted import Painted

_STYLES = ("plain", "title", "heading", "rule", "label", "muted", "none", "context")
_MORE_STYLES = ("quote", "question", "struck")

PROSE_STYLES = frozenset(f"prose--{name}" for name in (*_STYLES, *_MORE_STYLES))
"""Every style that prose is written in."""


class ProsePane(Painted, ScrollView, can_focus=True):
    """Shows the lines that `written` gives for its width."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*PROSE_STYLES, *MARK_STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Scroll down", show=False),
        Binding("k", "scroll_up", "Scroll up", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._lines: list[Line] = []

    def written(self, width: int) -> list[Line]:
        """What to show, in lines of at most `width` cells."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Write the lines anew and draw them."""
        width = self.scrollable_content_region.width
        self._lines = self.written(width - 2) if width > 2 else []
        self.virtual_size = Size(width, len(self._lines))
        self.refresh()

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self.lay_out()

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in view, a cell away from either edge."""
        row = y + round(self.scroll_y)
        base = self.ink("")
        width = self.scrollable_content_region.width
        if row >= len(self._lines):
            return Strip.blank(width, base)
        segments = [Segment(" ", base)]
        segments += [Segment(text, self.ink(name)) for text, name in self._lines[row]]
        return Strip(segments).adjust_cell_length(width, base)
