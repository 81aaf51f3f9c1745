"""A scrolling pane of styled lines, drawn by itself at whatever width it gets."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Region
from textual.message import Message
from textual.strip import Strip

from commitrack.tui.marks import MARK_STYLES
from commitrack.tui.prose import Line
from commitrack.tui.widgets.painted import PaintedScroll

_KEPT = 256
"""Lines that stay drawn: many of one record look as those of the next."""
_STYLES = ("plain", "title", "heading", "rule", "label", "muted", "none", "context")
_MORE_STYLES = ("quote", "asked", "question", "struck", "gone", "fresh")

PROSE_STYLES = frozenset(f"prose--{name}" for name in (*_STYLES, *_MORE_STYLES))
"""Every style that prose is written in."""


class ProsePane(PaintedScroll, can_focus=True):
    """Shows the lines that `written` gives for its width."""

    class Opened(Message):
        """A double click wants what the lines are about."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*PROSE_STYLES, *MARK_STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "scroll_down", "Scroll down", show=False),
        Binding("k", "scroll_up", "Scroll up", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._lines: list[Line] = []
        self._strips: OrderedDict[tuple[Line, int], Strip] = OrderedDict()
        self._wide = 0
        """Cells of a line, looked up once for all lines that are drawn at a time."""

    def written(self, width: int) -> list[Line]:
        """What to show, in lines of at most `width` cells."""
        raise NotImplementedError

    def lay_out(self) -> None:
        """Write the lines anew, and draw those in view that differ."""
        before, self._lines = self._lines, self.written(self.width - 2) if self.width > 2 else []
        self.set_height(len(self._lines))
        top = round(self.scroll_y)
        width, height = self.width, self.size.height
        rows = range(top, top + height)
        changed = [row for row in rows if _line(before, row) != _line(self._lines, row)]
        if changed:
            self.refresh(*(Region(0, row - top, width, 1) for row in changed))

    def on_click(self, event: events.Click) -> None:
        """A double click opens what is told, as it does in a list."""
        if event.chain == 2:
            self.post_message(self.Opened())

    def on_resize(self) -> None:
        """Wrap to the new width."""
        self.lay_out()
        self.refresh()

    def render_lines(self, crop: Region) -> list[Strip]:
        """Draw these lines."""
        self._wide = self.size.width
        return super().render_lines(crop)

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in view, a cell away from either edge."""
        return self._drawn(_line(self._lines, y + round(self.scroll_y)))

    def draw_ahead(self, lines: Sequence[Line]) -> None:
        """Draw the first of these, which will soon be shown, while nobody waits."""
        self._wide, height = self.size
        for line in lines[:height]:
            self.make_ready(self._drawn(line))

    def _drawn(self, line: Line) -> Strip:
        width = self._wide
        found = self._strips.get((line, width))
        if found is None:
            found = self._strips[line, width] = self.strip(((" ", ""), *line), width)
            if len(self._strips) > _KEPT:
                self._strips.popitem(last=False)
        return found

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()


def _line(lines: list[Line], row: int) -> Line:
    """A line, empty beyond the last one."""
    return lines[row] if row < len(lines) else ()
