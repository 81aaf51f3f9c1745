"""A chart to walk about in: every bar leads, by enter or a click, to the list that it counts."""

from __future__ import annotations

from enum import Enum
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from commitrack.model.rag import Colour
from commitrack.model.status import Status
from commitrack.tui.charts import Chart, Drawing, Kind, draw
from commitrack.tui.charts.drawing import ROWS, height
from commitrack.tui.messages import message
from commitrack.tui.widgets.painted import Painted

_OWN = ("title", "muted", "said", "label", "lit", "here", "count", "none", "cursor")
_FILLS = ("bar", "second", "late", "good")

CHART_STYLES = frozenset(
    {
        *(f"chart--{name}" for name in (*_OWN, *_FILLS)),
        *(f"status--{one}" for one in Status),
        *(f"rag--{one.lower()}" for one in Colour),
    }
)
"""Every style that a chart is drawn in."""


class Way(Enum):
    """A direction on the screen."""

    UP = (0, -1)
    DOWN = (0, 1)
    LEFT = (-1, 0)
    RIGHT = (1, 0)


class ChartPane(Painted, can_focus=True):
    """Draws a chart at whatever width it gets."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*CHART_STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "List these", tooltip="List what the bar counts"),
        Binding("up,k", "walk('UP')", "Up", show=False),
        Binding("down,j", "walk('DOWN')", "Down", show=False),
        Binding("left,h", "walk('LEFT')", "Left", show=False),
        Binding("right,l", "walk('RIGHT')", "Right", show=False),
        Binding("home", "edge(0)", "First", show=False),
        Binding("end,G", "edge(-1)", "Last", show=False),
    ]

    chart: reactive[Chart | None] = reactive(None, repaint=False)
    lit: reactive[int] = reactive(0)
    """The target that enter leads to; shown while the pane has the focus."""

    @message
    class Opened(Message):
        """The user wants to see what a target counts."""

        query: str

    @message
    class Left(Message):
        """The user walks out of a chart."""

        pane: ChartPane
        way: Way

    def __init__(self, chart: Chart, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._drawing: Drawing | None = None
        self._rows = ROWS
        self.set_reactive(ChartPane.chart, chart)

    def give_rows(self, rows: int) -> None:
        """Let the tallest column have so many cells."""
        if rows != self._rows:
            self._rows, self._drawing = rows, None
            self.refresh(layout=True)

    def watch_chart(self, before: Chart | None, after: Chart | None) -> None:
        """Draw the new one, and make room for it if it is longer or shorter."""
        if before != after:
            self._drawing = None
            if before is None or after is None or height(before) != height(after):
                self.refresh(layout=True)
            else:
                self.refresh()

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the chart has."""
        del container, viewport, width
        return 1 if self.chart is None else height(self.chart, self._rows)

    def on_resize(self) -> None:
        """Draw for another width."""
        self._drawing = None

    def on_focus(self) -> None:
        """Show where one is."""
        self._again()

    def on_blur(self) -> None:
        """Show that one is elsewhere."""
        self._again()

    def watch_lit(self) -> None:
        """Light another target."""
        self._again()

    def _again(self) -> None:
        self._drawing = None
        self.refresh()

    @property
    def _count(self) -> int:
        return 0 if self.chart is None else len(self.chart.targets)

    def drawn(self) -> Drawing:
        """The chart at this width."""
        if self._drawing is None:
            cursor = min(self.lit, self._count - 1) if self.has_focus and self._count else None
            chart = self.chart or Chart("", ())
            self._drawing = draw(chart, self.size.width, cursor, self._rows)
        return self._drawing

    def render_line(self, y: int) -> Strip:
        """Draw one line."""
        lines = self.drawn().lines
        return self.strip(lines[y] if y < len(lines) else (), self.size.width)

    def action_walk(self, way: str) -> None:
        """Light the next target in a direction, or walk out of the chart."""
        going = Way[way]
        there = self._beside(going)
        if there is None:
            self.post_message(self.Left(self, going))
        else:
            self.lit = there

    def action_edge(self, place: int) -> None:
        """Light the first bar, or the last."""
        if self.chart is not None and self.chart.bars:
            self.lit = place % len(self.chart.bars)

    def _beside(self, way: Way) -> int | None:
        chart = self.chart
        if chart is None:
            return None
        bars, lit = len(chart.bars), min(self.lit, self._count - 1)
        if chart.kind is Kind.BARS:
            there = lit + way.value[1]
            return there if way.value[1] and 0 <= there < bars else None
        if way is Way.DOWN:
            return bars if lit < bars and chart.legend else None
        if way is Way.UP:
            return bars - 1 if lit >= bars else None
        there = lit + way.value[0]
        first, last = (0, bars) if lit < bars else (bars, self._count)
        return there if first <= there < last else None

    def enter_from(self, way: Way) -> None:
        """Take the focus on the side that one comes from."""
        chart = self.chart
        if chart is not None and chart.kind is Kind.BARS:
            if way is Way.UP:
                self.lit = max(0, len(chart.bars) - 1)
            elif way is Way.DOWN:
                self.lit = 0
        elif chart is not None and way is Way.LEFT:
            self.lit = max(0, len(chart.bars) - 1)
        elif chart is not None and way is Way.RIGHT:
            self.lit = 0
        self.focus()

    def action_open(self) -> None:
        """List what is lit."""
        self._open(min(self.lit, self._count - 1))

    def on_click(self, event: events.Click) -> None:
        """List what is under the pointer."""
        offset = event.get_content_offset(self)
        target = None if offset is None else self.drawn().at(offset.y, offset.x)
        if target is not None:
            self.lit = target
            self._open(target)

    def _open(self, target: int) -> None:
        chart = self.chart
        if chart is not None and 0 <= target < self._count and not chart.is_empty:
            self.post_message(self.Opened(chart.targets[target]))
