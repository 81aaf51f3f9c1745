"""The frame of a widget that draws its own lines: put around each line once.

Textual works out border and padding anew for every line that is drawn, and makes a new strip of it,
so that what was worked out of the one before (how it goes through filters, where it is cut, what is
sent to the terminal) is lost. A painted widget often gives the same strip again: here that leads to
the same strip with its frame.
"""

from __future__ import annotations

from collections import OrderedDict
from typing import Any

from rich.segment import Segment
from rich.style import Style
from textual._styles_cache import StylesCache
from textual.geometry import Size, Spacing
from textual.strip import Strip

_KEPT = 512
"""Strips that are kept with their frames."""


class Frames(StylesCache):
    """Draws what is around and behind the lines of a widget, as its style sheet says."""

    def __init__(self) -> None:
        super().__init__()
        self._framed: OrderedDict[int, tuple[Strip, Strip]] = OrderedDict()
        """By the identity of a strip: that strip, which so stays what it is, and with its frame."""
        self._looks: object = None
        """All that the frame depends on."""
        self._fresh = False
        """Whether that has been looked at since the last lines were asked for."""
        self._gutter = Spacing()
        self._rows = range(0)
        """The lines that have nothing but the same frame on either side; none where more is done to
        them."""
        self._sides: tuple[list[Segment], list[Segment]] = ([], [])
        self._widths = 0, 0
        """Of a line without its frame and with it."""
        self._ground = Style()

    @property
    def is_plain(self) -> bool:
        """Whether lines have nothing but the same frame on either side, as far as is known."""
        return bool(self._rows)

    def render(self, *given: Any, **named: Any) -> list[Strip]:
        """The lines of a part of the widget."""
        self._fresh = False
        return super().render(*given, **named)

    def render_line(self, styles: Any, y: int, size: Size, content: Size, *given: Any) -> Strip:
        """A line with its frame."""
        if not self._fresh:
            self._fresh = True
            self._look(styles, size, content, given)
        if y not in self._rows:
            return super().render_line(styles, y, size, content, *given)
        return self.framed(given[_LINES](y - self._gutter.top))

    def framed(self, strip: Strip) -> Strip:
        """A strip with the frame that lines have had since they were last drawn."""
        found = self._framed.get(id(strip))
        if found is not None:
            return found[1]
        left, right = self._sides
        inside, outside = self._widths
        line = strip.adjust_cell_length(inside, self._ground)
        framed = Strip([*left, *line, *right], outside) if left or right else line
        self._framed[id(strip)] = strip, framed
        if len(self._framed) > _KEPT:
            self._framed.popitem(last=False)
        return framed

    def _look(self, styles: Any, size: Size, content: Size, given: tuple[Any, ...]) -> None:
        """See what the frame is now; what had another one is forgotten."""
        padding, base, background, _, _, _, opacity, *_ = given
        gutter: Spacing = styles.gutter
        more = (styles.tint.a, styles.hatch, styles.outline, styles.text_opacity)
        looks = (size, content, padding, base, background, opacity, gutter, styles.border, more)
        if looks == self._looks:
            return
        self._looks = looks
        self._framed.clear()
        self._gutter = gutter
        self._widths = content.width, size.width
        self._rows = range(0)
        plain = (
            opacity == 1.0
            and more[0] == 0.0
            and more[1] in (None, "none")
            and not any(edge for edge, _ in styles.outline)
            and more[3] == 1.0
            and gutter.width + content.width == size.width
        )
        if plain and content.height:
            inner, _ = self.get_inner_outer(base, background)
            self._ground = inner.rich_style
            blank = Strip.blank(content.width, self._ground)
            told = list(given)
            told[_LINES] = lambda _: blank
            whole = super().render_line(styles, gutter.top, size, content, *told)
            self._sides = (
                list(whole.crop(0, gutter.left)),
                list(whole.crop(size.width - gutter.right, size.width)) if gutter.right else [],
            )
            self._rows = range(gutter.top, gutter.top + content.height)


_LINES = 3
"""Which of the rest of what is given draws the lines themselves."""
