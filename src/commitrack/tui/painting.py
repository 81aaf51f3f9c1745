"""Painting no more than has changed.

Textual draws every widget that touches the rectangle around all that has changed. A step of the
cursor changes a line of the list and some of the record beside it: around both lies most of the
screen, and nearly all the time that a key takes was for drawing what stayed as it was. Here only
the changed parts of lines are drawn, and nothing that lies under something else.
"""

from __future__ import annotations

from asyncio import Event
from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from typing import TypeAlias, cast

from rich.console import Console
from textual._compositor import ChopsUpdate, Compositor
from textual.geometry import Region, Size
from textual.screen import Screen
from textual.strip import Strip

Span: TypeAlias = tuple[int, int, int]
"""A part of a line: which line, and from which column to before which."""

_Chops: TypeAlias = dict[int, dict[int, Strip | None]]
"""What is drawn of each line, by the columns where one widget ends and another begins."""


_GAP = 4
"""Lines that are asked for again, though they stay, where others around them are: a widget that has
drawn them gives them sooner than it can be asked twice."""


class SparingUpdate(ChopsUpdate):
    """What has changed, in the words of a terminal.

    Parts are sent whole. Textual cuts off what lies outside of what was asked for: that would make
    another strip of what has been put in the terminal's words before.
    """

    def __init__(self, chops: _Chops) -> None:
        super().__init__(cast("Sequence[Mapping[int, Strip | None]]", chops), [], [])
        self._chops = chops

    def render_segments(self, console: Console) -> str:
        """All parts, each told its place: a terminal may count the cells before it otherwise."""
        return "".join(
            f"\x1b[{y + 1};{x + 1}H{strip.render(console)}"
            for y, line in self._chops.items()
            for x, strip in line.items()
            if strip is not None
        )


class SparingCompositor(Compositor):
    """Brings the widgets of a screen together, drawing only what is seen of those that changed."""

    def render_partial_update(self) -> ChopsUpdate | None:
        """What has changed since the last time; None when nothing has."""
        lines = len(self.cuts)
        spans = [one for one in self._regions_to_spans(self._dirty_regions) if one[0] < lines]
        self._dirty_regions.clear()
        if not spans:
            return None
        return SparingUpdate(self._drawn(spans))

    def _render_chops(
        self, crop: Region, is_rendered_line: Callable[[int], bool]
    ) -> Sequence[Mapping[int, Strip]]:
        """The lines of a rectangle, and empty ones around it."""
        spans = [(y, crop.x, crop.right) for y in crop.line_range if is_rendered_line(y)]
        drawn = self._drawn([one for one in spans if one[0] < len(self.cuts)])
        every = [drawn.get(y) or dict.fromkeys(cuts[:-1]) for y, cuts in enumerate(self.cuts)]
        return cast("Sequence[Mapping[int, Strip]]", every)

    def _drawn(self, spans: Sequence[Span]) -> _Chops:
        """These parts of lines, at least; from the widgets in front to those behind them."""
        chops: _Chops = {}
        bare: dict[int, set[int]] = {}
        for line, first, end in spans:
            cuts = self.cuts[line]
            chops.setdefault(line, dict.fromkeys(cuts[:-1]))
            bare.setdefault(line, set()).update(
                cut for cut, stop in pairwise(cuts) if cut < end and first < stop
            )
        for widget, (region, clip) in self.visible_widgets.items():
            shown = region.intersection(clip)
            first, end = shown.column_span
            lines = [
                line
                for line in shown.line_range
                if (left := bare.get(line)) and any(first <= cut < end for cut in left)
            ]
            for top, bottom in _runs(lines, _GAP):
                part = Region(shown.x - region.x, top - region.y, shown.width, bottom - top)
                for line, strip in enumerate(widget.render_lines(part), top):
                    if line in chops:
                        self._lay_in(chops[line], bare[line], line, strip, first, end)
        return chops

    def parts(self, strip: Strip, region: Region) -> Sequence[Strip]:
        """The strip of a line of a widget, cut where the lines in its middle are."""
        first, end = region.column_span
        middle = region.y + region.height // 2
        if middle >= len(self.cuts):
            return ()
        cuts = [cut for cut in self.cuts[middle] if first < cut <= end]
        return strip.divide([cut - first for cut in cuts])

    def _lay_in(
        self,
        chops: dict[int, Strip | None],
        bare: set[int],
        line: int,
        strip: Strip,
        first: int,
        end: int,
    ) -> None:
        """Put a line of a widget where it is still bare."""
        cuts = [cut for cut in self.cuts[line] if first <= cut <= end]
        for cut, part in zip(cuts, strip.divide([cut - first for cut in cuts[1:]]), strict=False):
            if cut in bare:
                chops[cut] = part
                bare.discard(cut)


class SparingScreen(Screen[None]):
    """A screen that is painted so, and not at all while nobody would see it."""

    def __init__(self) -> None:
        super().__init__()
        self._compositor = SparingCompositor()
        self._veiled = False
        self.seen = Event()
        """Set once its first frame has been painted."""

    def fit(self, size: Size) -> None:
        """Take the layout for a size before the first frame, and not after it."""
        for room, breakpoints in (
            (size.width, self.HORIZONTAL_BREAKPOINTS),
            (size.height, self.VERTICAL_BREAKPOINTS),
        ):
            fitting = self._get_breakpoint_classes(room, breakpoints or [])
            every = {name: name in fitting for _, name in breakpoints or []}
            self.update_classes(every, update=False)

    def veil(self, seconds: float) -> None:
        """Show nothing before `unveil`, or for so many seconds at most."""
        self._veiled = True
        self.app._begin_batch()
        self.set_timer(seconds, self.unveil)

    def unveil(self) -> None:
        """Show everything, once."""
        if self._veiled:
            self._veiled = False
            if self._layout_required:  # now, so that every part knows its size when it is painted
                self._refresh_layout()
                self._layout_required = self._repaint_required = False
            self.app._end_batch()
            self._compositor._dirty_regions.add(self.size.region)
            self._dirty_widgets.add(self)
            self.check_idle()

    def make_ready(self, strip: Strip, region: Region) -> None:
        """Cut a line of the widget in this region and put it in the terminal's words, to be sent
        when it comes into view.
        """
        if isinstance(self._compositor, SparingCompositor):
            for part in self._compositor.parts(strip, region):
                part.render(self.app.console)

    def _screen_resized(self, size: Size) -> None:
        """Lay everything out, unless it is being made in that size: then that is done once more at
        the end, and it hears of its size often.
        """
        if not self._veiled or size != self._compositor.size:
            super()._screen_resized(size)

    def _compositor_refresh(self) -> None:
        """Paint what has changed; what would not be shown stays to be painted."""
        if not self.app._batch_count:
            super()._compositor_refresh()
            if self.is_current and not self.seen.is_set():
                self.seen.set()
                self.call_next(self.first_seen)

    def first_seen(self) -> None:
        """Begin with whatever could wait until there was something to look at."""


def _runs(lines: Sequence[int], gap: int = 0) -> Iterator[tuple[int, int]]:
    """Lines that follow each other, with no more than `gap` between them, from the first to before
    the last.
    """
    begin = 0
    for at, line in enumerate(lines):
        if at + 1 == len(lines) or lines[at + 1] > line + 1 + gap:
            yield lines[begin], line + 1
            begin = at + 1
