"""Painting lines by the names of styles: inks on paper, both from the style sheet."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from itertools import zip_longest
from typing import Any

from rich.segment import Segment, Segments
from rich.style import Style
from textual.color import Color
from textual.geometry import Region, Size
from textual.scroll_view import ScrollView
from textual.scrollbar import ScrollBar
from textual.strip import Strip
from textual.widget import Widget

from commitrack.tui.painting import SparingScreen
from commitrack.tui.prose import Piece
from commitrack.tui.widgets.framing import Frames


class Painted(Widget):
    """A widget that draws its own lines.

    A component style is laid over the widget's background, or over another paper (the cursor's
    line, say), with its transparency: the partial styles of Textual leave that out.
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        self._papers: dict[tuple[str, ...], Color] = {}
        self._inks: dict[tuple[str, Color], Style] = {}
        super().__init__(id=id)
        self._styles_cache: Frames = Frames()

    def make_ready(self, strip: Strip) -> None:
        """Do what drawing a strip takes before it is drawn: whoever waits for it waits less."""
        if self._styles_cache.is_plain:
            ready, background = self._styles_cache.framed(strip), self.background_colors[1]
            for one in self.get_line_filters():
                ready = ready.apply_filter(one, background)
            screen = self.screen
            if isinstance(screen, SparingScreen):
                screen.make_ready(ready, self.region)

    def paper(self, *names: str) -> Color:
        """The background with those of component styles laid over it, in turn."""
        found = self._papers.get(names)
        if found is None:
            found = self.background_colors[1]
            for name in names:
                found = found + self.get_component_styles(name).background
            self._papers[names] = found
        return found

    def ink(self, name: str, paper: Color | None = None) -> Style:
        """How text in a component style looks on a paper; an empty name is plain text."""
        key = (name, self.paper() if paper is None else paper)
        found = self._inks.get(key)
        if found is None:
            styles = self.get_component_styles(name) if name else self.styles
            under = key[1] + styles.background if name else key[1]
            ink = Style.from_color((under + styles.color).rich_color, under.rich_color)
            found = self._inks[key] = ink + styles.text_style
        return found

    def strip(self, pieces: Iterable[Piece], width: int, paper: Color | None = None) -> Strip:
        """A line of pieces, filled up to `width` cells; they must not be wider."""
        segments = [Segment(text, self.ink(name, paper)) for text, name in pieces]
        room = width - sum(segment.cell_length for segment in segments)
        if room > 0:
            segments.append(Segment(" " * room, self.ink("", paper)))
        return Strip(segments, width) if room >= 0 else Strip(segments).crop(0, width)

    def notify_style_update(self) -> None:
        """Mix the colours anew when the theme changes."""
        super().notify_style_update()
        self._papers.clear()
        self._inks.clear()


class PaintedScroll(Painted, ScrollView):
    """A painted widget that scrolls over lines it draws on demand.

    Its style sheet shows the vertical scrollbar always and the horizontal one never, so that the
    room to draw in does not depend on the number of lines.
    """

    _bar_cells: Sequence[Segment] = ()
    """What the scrollbar shows; none before it has been drawn."""

    @property
    def width(self) -> int:
        """Cells to draw in, the scrollbar left out."""
        return self.scrollable_content_region.width

    def set_height(self, lines: int) -> None:
        """Say over how many lines to scroll.

        Assigning `virtual_size` would lay out the whole screen anew, at every step of the cursor;
        nothing but the scrollbar depends on it here, and of that the cells that look different.
        """
        size = Size(self.width, lines)
        if size == self.virtual_size:
            return
        self.set_reactive(Widget.virtual_size, size)
        with self._bar() as bar:
            bar.set_reactive(ScrollBar.window_virtual_size, lines)
            bar.set_reactive(ScrollBar.window_size, self.container_size.height)
        self.scroll_y = self.validate_scroll_y(self.scroll_y)

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Draw what comes into view, and of the scrollbar the cells that look different."""
        with self._bar() as bar:
            bar.set_reactive(ScrollBar.position, bar.validate_position(new_value))
        super().watch_scroll_y(old_value, new_value)

    @contextmanager
    def _bar(self) -> Iterator[ScrollBar]:
        """The scrollbar, to be told of something that it shows."""
        bar = self.vertical_scrollbar
        yield bar
        cells = _cells(bar)
        pairs = enumerate(zip_longest(self._bar_cells, cells))
        changed = [Region(0, row, 1, 1) for row, (one, other) in pairs if one != other]
        if changed:
            bar.refresh(*changed)
            self._bar_cells = cells if bar.is_mounted else ()  # until then it hears of no change


def _cells(bar: ScrollBar) -> list[Segment]:
    """What a vertical scrollbar shows, in whatever colours it has."""
    shown: Any = bar._render_bar(Style())
    drawn: Segments = bar.renderer.render_bar(
        size=bar.size.height,
        virtual_size=shown.virtual_size,
        window_size=shown.window_size,
        position=shown.position,
    )
    return list(drawn.segments)[: bar.size.height]
