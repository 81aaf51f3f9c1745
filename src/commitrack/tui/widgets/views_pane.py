"""The saved views with their counts: a pane beside the table, or a strip above it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import ClassVar

from rich.cells import cell_len
from rich.segment import Segment
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from commitrack.query import SavedView
from commitrack.tui.messages import message
from commitrack.tui.prose import ELLIPSIS, fitted
from commitrack.tui.state import ViewState
from commitrack.tui.widgets.painted import Painted

_URGENT = frozenset({"overdue"})
"""Views whose count is a warning when it is not nought."""
_GAP = 2
"""Cells between two views of the strip."""
_ROUNDED = 10_000
"""From here on a count is rounded to thousands where there is little room."""
_ROOMY = 24
"""Cells from which the pane has room for whole titles."""


def short_name(view: SavedView) -> str:
    """A view's name where its title is too long."""
    return view.name[:1].upper() + view.name[1:]


@message
class ViewChosen(Message):
    """The user wants to see a view."""

    view: SavedView


class _Views(Painted):
    """What the pane and the strip share: the views, their counts and which one is shown."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "views--bar",
        "views--key",
        "views--name",
        "views--title",
        "views--strip",
        "views--count",
        "views--urgent",
        "views--none",
        "views--current",
        "views--current-blurred",
        "views--heading",
    }

    state: reactive[ViewState] = reactive(ViewState(), repaint=False)
    counts: reactive[Mapping[str, int]] = reactive(dict, repaint=True)
    """How many each view lists, by its name; a view that is not counted yet is missing."""

    def watch_state(self, before: ViewState, after: ViewState) -> None:
        """Draw again when another view is shown, or there are others to choose from."""
        if (before.view, before.views) != (after.view, after.views):
            self.refresh()

    @property
    def views(self) -> tuple[SavedView, ...]:
        """Every view there is."""
        return self.state.views

    @property
    def at(self) -> int:
        """The position of the view that is shown."""
        return next(at for at, view in enumerate(self.views) if view.name == self.state.view.name)

    def count_of(self, view: SavedView, *, roomy: bool = False) -> tuple[str, str]:
        """A view's count as it is shown, and the name of its style.

        Where there is little room tens of thousands are rounded: the line above has them exactly.
        """
        count = self.counts.get(view.name)
        if count is None:
            return "·", "views--none"
        if not count:
            return "0", "views--none"
        short = f"{count}" if count < _ROUNDED else f"{count // 1000:,}k"
        style = "views--urgent" if view.name in _URGENT else "views--count"
        return f"{count:,}" if roomy else short, style


class ViewsPane(_Views, can_focus=True):
    """One view a line, with its key and its count; arrows and clicks choose."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up,k", "step(-1)", "Previous view", show=False),
        Binding("down,j", "step(1)", "Next view", show=False),
        Binding("home", "step(-100)", "First view", show=False),
        Binding("end", "step(100)", "Last view", show=False),
    ]

    def action_step(self, by: int) -> None:
        """Show a view further up or down."""
        at = max(0, min(self.at + by, len(self.views) - 1))
        self.post_message(ViewChosen(self.views[at]))

    def spots(self) -> Iterable[Offset]:
        """A view each, for a leap."""
        left = len(self.views) - self._first
        return (Offset(0, row + 1) for row in range(min(left, self.size.height - 1)))

    def on_click(self, event: events.Click) -> None:
        """Show the view under the pointer."""
        row = self._first + event.y - 1
        if event.y and row < len(self.views):
            self.post_message(ViewChosen(self.views[row]))

    @property
    def _first(self) -> int:
        """The first view that is in sight: the one that is shown always is."""
        room = self.size.height - 1
        return max(0, min(self.at - room // 2, len(self.views) - room))

    def on_focus(self) -> None:
        """Show that keys go to the pane."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the heading or one view."""
        width = self.size.width
        if y == 0:
            return self.strip([(fitted(" Views", width), "views--heading")], width)
        row = self._first + y - 1
        if row >= len(self.views):
            return Strip.blank(width, self.ink(""))
        view = self.views[row]
        current = view.name == self.state.view.name
        paper = self.paper()
        if current:
            paper = self.paper("views--current" if self.has_focus else "views--current-blurred")
        count, style = self.count_of(view, roomy=width >= _ROOMY)
        room = max(1, width - cell_len(count) - 5)
        pieces = (
            ("▌" if current else " ", "views--bar"),
            (f"{view.hotkey or ' '} ", "views--key"),
            (
                fitted(view.title if width >= _ROOMY else short_name(view), room),
                "views--title" if current else "views--name",
            ),
            (f" {count} ", style),
        )
        return self.strip(pieces, width, paper)


class ViewsStrip(_Views):
    """The views in one line, for narrow screens; the one that is shown is always in it.

    The wheel goes from view to view; where not all have room, a click on the ellipsis shows all.
    """

    class AllWanted(Message):
        """The user wants to choose from all views."""

    def render_line(self, y: int) -> Strip:
        """Draw as many views as fit."""
        del y
        width = self.size.width
        segments: list[Segment] = []
        shown = self._fitting(width)
        if shown and shown[0][0] > 0:
            segments.append(Segment(ELLIPSIS, self.ink("views--none")))
        for at, (key, name, count) in shown:
            view = self.views[at]
            current = view.name == self.state.view.name
            paper = self.paper("views--strip") if current else self.paper()
            segments += [
                Segment(key, self.ink("views--key", paper)),
                Segment(name, self.ink("views--title" if current else "views--name", paper)),
                Segment(count, self.ink(self.count_of(view)[1], paper)),
                Segment(" " * (_GAP - 1), self.ink("")),
            ]
        if shown and shown[-1][0] < len(self.views) - 1:
            segments.append(Segment(ELLIPSIS, self.ink("views--none")))
        return Strip(segments).adjust_cell_length(width, self.ink(""))

    def spots(self) -> Iterable[Offset]:
        """A view each, for a leap."""
        left = 0
        for _, text in self._fitting(self.size.width):
            yield Offset(left, 0)
            left += _cells(text) + _GAP - 1

    def on_click(self, event: events.Click) -> None:
        """Show the view under the pointer, or all to choose from."""
        shown = self._fitting(self.size.width)
        left = cell_len(ELLIPSIS) if shown and shown[0][0] > 0 else 0
        if event.x < left:
            self.post_message(self.AllWanted())
        for at, text in shown:
            right = left + _cells(text)
            if left <= event.x < right:
                self.post_message(ViewChosen(self.views[at]))
                return
            left = right + _GAP - 1
        if shown and shown[-1][0] < len(self.views) - 1 and event.x >= left:
            self.post_message(self.AllWanted())

    def on_mouse_scroll_down(self) -> None:
        """Show the next view."""
        self._step(1)

    def on_mouse_scroll_up(self) -> None:
        """Show the view before."""
        self._step(-1)

    def _step(self, by: int) -> None:
        at = max(0, min(self.at + by, len(self.views) - 1))
        if at != self.at:
            self.post_message(ViewChosen(self.views[at]))

    def _fitting(self, width: int) -> list[tuple[int, tuple[str, str, str]]]:
        """The views that fit beside the one that is shown: positions and texts."""
        texts = [
            (
                f" {view.hotkey} " if view.hotkey else " ",
                f"{short_name(view)} ",
                f"{self.count_of(view)[0]} ",
            )
            for view in self.views
        ]
        first, last = self.at, self.at + 1
        room = width - _cells(texts[self.at]) - 2 * cell_len(ELLIPSIS)
        while True:
            before = _cells(texts[first - 1]) + _GAP - 1 if first > 0 else width
            after = _cells(texts[last]) + _GAP - 1 if last < len(texts) else width
            if before <= room:
                first, room = first - 1, room - before
            elif after <= room:
                last, room = last + 1, room - after
            else:
                return [(at, texts[at]) for at in range(first, last)]


def _cells(text: tuple[str, str, str]) -> int:
    return sum(cell_len(part) for part in text)
