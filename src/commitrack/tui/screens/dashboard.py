"""The dashboard: how the whole record stands, in charts that lead to what they count."""

from __future__ import annotations

from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.tui.charts import Chart
from commitrack.tui.charts.drawing import ROWS, height
from commitrack.tui.dashboard import LEFT, RIGHT, THIRD, Panel, panels
from commitrack.tui.empty import NO_STATEMENTS
from commitrack.tui.gateway import Stale
from commitrack.tui.host import host_of
from commitrack.tui.screens.place_screen import PlaceScreen
from commitrack.tui.widgets.chart_pane import ChartPane
from commitrack.tui.widgets.head_line import HeadLine
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.screen_keys import ScreenKeys

_BROAD = 76
"""Columns from which two charts have room side by side."""
_VAST = 180
"""Columns from which three have, and there are more of them."""
_TALLEST = 24
"""Cells that the tallest column of a chart gets where there is room to spare."""


class DashboardScreen(PlaceScreen):
    """Charts in one column or two. Each is counted by itself, in the slow lane."""

    DEFAULT_CSS = """
    DashboardScreen {
        & #board { height: 1fr; padding: 1 1 0 1; scrollbar-size-vertical: 1; }
        & #board-columns { height: auto; }
        & #board-columns > Vertical { width: 1fr; height: auto; }
        & #board-third { display: none; margin-left: 2; }
        &.-broad, &.-vast {
            & #board-columns { layout: horizontal; }
            & #board-left { margin-right: 2; }
        }
        &.-vast #board-third { display: block; }
        & ChartPane { width: 1fr; height: auto; margin-bottom: 1; background: $background; }
        & #board-empty {
            display: none; height: 1fr; content-align: center middle; text-align: center;
        }
        &.-empty #board { display: none; }
        &.-empty #board-empty { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "back", "Back")]
    HORIZONTAL_BREAKPOINTS = [(0, "-slim"), (_BROAD, "-broad"), (_VAST, "-vast")]  # noqa: RUF012

    def __init__(self) -> None:
        super().__init__()
        self._vast = False
        """Whether there is room for three columns."""

    def compose(self) -> ComposeResult:
        """The charts, each before anything is counted."""
        lens = host_of(self).lens
        yield PlaceBar()
        yield HeadLine("Dashboard", *self._said(), id="board-head")
        with VerticalScroll(id="board", can_focus=False), Vertical(id="board-columns"):
            with Vertical(id="board-left"):
                yield from (ChartPane(one.waiting(lens), id=_id(one)) for one in LEFT)
            with Vertical(id="board-right"):
                yield from (ChartPane(one.waiting(lens), id=_id(one)) for one in RIGHT)
            with Vertical(id="board-third"):
                yield from (ChartPane(one.waiting(lens), id=_id(one)) for one in THIRD)
        yield Static(Content("\n\n".join((*NO_STATEMENTS, "escape goes back"))), id="board-empty")
        yield ScreenKeys()

    def _said(self) -> tuple[str, str]:
        day = host_of(self).lens.today
        told = f"as of {day:%a} {day.day} {day:%b %Y}"
        return told, "enter or a click lists what a bar counts"

    def on_mount(self) -> None:
        """Count, and begin with what is ahead."""
        self._vast = self.app.size.width >= _VAST
        self._pane(LEFT[0]).focus()
        self.reload()

    def on_resize(self) -> None:
        """Give tall charts what room there is to spare, and count those that have room now."""
        self.call_after_refresh(self._fit)
        vast = self.app.size.width >= _VAST
        if vast and not self._vast:
            self.reload()
        self._vast = vast

    def _fit(self) -> None:
        room = self.query_one("#board").scrollable_content_region.height
        spare = 0
        if self.app.size.width >= _BROAD:  # else they stand one below the other, and scroll
            used = [sum(map(self._height, column)) for column in (LEFT, RIGHT)]
            spare = max(0, room - max(used))
        for pane in self.query(ChartPane):
            pane.give_rows(min(_TALLEST, ROWS + spare))

    def _height(self, panel: Panel) -> int:
        chart = self._pane(panel).chart
        return 0 if chart is None else height(chart) + 1

    def _pane(self, panel: Panel) -> ChartPane:
        return self.query_one(f"#{_id(panel)}", ChartPane)

    @work(group="reload", exclusive=True)
    async def reload(self) -> None:
        """Count one chart after the other; what is shown stays until a newer count is there."""
        host = host_of(self)
        lens = host.lens
        self.query_one("#board-head", HeadLine).tell(*self._said())
        for key, panel in panels().items():
            if panel in THIRD and self.app.size.width < _VAST:
                continue
            try:
                ask = partial(panel.ask, lens=lens)
                chart = await host.gateway.slow(ask, f"dashboard {key}")
            except Stale:
                return
            except CommitrackError as error:
                host.say(clean_line(str(error)), warning=True)
                return
            self._show(panel, chart)

    def _show(self, panel: Panel, chart: Chart) -> None:
        self._pane(panel).chart = chart
        self._fit()
        if panel.key == "status":
            self.set_class(chart.is_empty, "-empty")

    @on(ChartPane.Opened)
    def list_them(self, event: ChartPane.Opened) -> None:
        """List what a bar counts."""
        host_of(self).list_in_browse(event.query)

    @on(ChartPane.Left)
    def walk_on(self, event: ChartPane.Left) -> None:
        """Go to the chart that lies in the direction one walks in, if there is one."""
        here, (across, down) = event.pane.region, event.way.value
        there: list[tuple[int, int, ChartPane]] = []
        for pane in self.query(ChartPane):
            region = pane.region
            ahead = (region.x - here.x) * across + (region.y - here.y) * down
            aside = abs(region.x - here.x) if down else abs(region.y - here.y)
            elsewhere = pane is not event.pane and pane.size.width
            if elsewhere and ahead > 0 and not (down and aside):
                there.append((aside, ahead, pane) if across else (ahead, aside, pane))
        if there:
            min(there, key=lambda one: one[:2])[2].enter_from(event.way)


def _id(panel: Panel) -> str:
    return f"chart-{panel.key}"
