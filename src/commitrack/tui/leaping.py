"""What one can leap to on a screen, and how: letters for all of it, and a click on what was chosen.

Whatever a click goes to can be leapt to. A widget that has more of that than itself says where:
each row, each tab, each day.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import product
from typing import Protocol, runtime_checkable

from textual import events
from textual.geometry import Offset
from textual.screen import Screen
from textual.widget import Widget
from textual.widgets import OptionList

from commitrack.model.frozen import dataclass

LETTERS = "asdfghjklqwertyuiopzxcvbnm"
"""The letters that stand for something, those under the fingers first."""


@runtime_checkable
class Leapt(Protocol):
    """A widget in which there is more than one thing to go to."""

    def spots(self) -> Iterable[Offset]:
        """Where, in its own cells, a click goes to something: one cell for each."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Something to go to."""

    widget: Widget
    at: Offset
    """The cell of the screen that stands for it."""
    entry: int | None = None
    """Which entry of a list of options it is."""


def spots(screen: Screen[object]) -> list[Spot]:
    """Everything in sight that can be gone to: first what has the keys, then from the top."""
    found: list[Spot] = []
    waiting: list[Widget] = [screen]
    while waiting:
        one = waiting.pop()
        if one.display and one.visible:
            found += _spots_in(one, screen)
            waiting += reversed(one.children)
    return sorted(found, key=lambda spot: spot.widget is not screen.focused)


def _spots_in(widget: Widget, screen: Screen[object]) -> Iterator[Spot]:
    region = screen.find_widget(widget).visible_region if widget is not screen else None
    if region is None or not region.area:
        return
    if isinstance(widget, OptionList):
        yield from _entries(widget, screen)
    elif isinstance(widget, Leapt):
        for spot in widget.spots():
            at = spot + widget.region.offset
            if region.contains_point(at):
                yield Spot(widget, at)
    elif widget.focusable:
        yield Spot(widget, region.offset)


def _entries(widget: OptionList, screen: Screen[object]) -> Iterator[Spot]:
    """The entries of a list in sight, each by the first of its lines."""
    region, before = widget.content_region, None
    for y in range(region.y, region.bottom):
        entry = screen.get_style_at(region.x, y).meta.get("option")
        if isinstance(entry, int) and entry != before:
            before = entry
            if not widget.get_option_at_index(entry).disabled:
                yield Spot(widget, Offset(region.x, y), entry)


def labels(count: int) -> list[str]:
    """Letters for so many things, none of which begins another: one letter while that does."""
    size = len(LETTERS)
    firsts = 0  # letters that others follow
    while size - firsts + firsts * size < count and firsts < size:
        firsts += 1
    single = list(LETTERS[: size - firsts])
    double = ["".join(pair) for pair in product(LETTERS[size - firsts :], LETTERS)]
    return [*single, *double][:count]


def leap(spot: Spot, screen: Screen[object]) -> None:
    """Go there: give it the keys if it takes any, and do what a click there does."""
    widget = spot.widget
    if widget.focusable:
        widget.focus()
    if isinstance(widget, OptionList):
        widget.highlighted = spot.entry
    elif isinstance(widget, Leapt):
        x, y = spot.at - widget.region.offset
        click = events.Click(
            widget,
            x,
            y,
            delta_x=0,
            delta_y=0,
            button=1,
            shift=False,
            meta=False,
            ctrl=False,
            screen_x=spot.at.x,
            screen_y=spot.at.y,
            style=screen.get_style_at(*spot.at),
        )
        click.stop()  # a screen would take it for one that it has to pass on
        widget.post_message(click)
