"""A month as a calendar: how much is due and to be looked at again on each of its days."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, timedelta
from typing import ClassVar

from dateutil.relativedelta import relativedelta
from textual import events
from textual.binding import Binding, BindingType
from textual.color import Color
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from commitrack.store import DayCount
from commitrack.tui.messages import message
from commitrack.tui.prose import Piece, fitted
from commitrack.tui.widgets.painted import Painted

_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_HEAD = 1
"""Lines above the weeks: the names of the days."""
_TALL = 2 * 6 + _HEAD
"""Lines from which a week has two of them: the days, and what rings below each."""


_FIRST, _LAST = 1000, 9000
"""Years within which the cursor stays: the calendar of the computer ends somewhere."""


def week_of(day: date) -> tuple[date, date]:
    """The Monday and the Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def weeks_of(day: date) -> tuple[date, date]:
    """The first and the last day of the weeks that a day's month lies in."""
    first = day.replace(day=1)
    return week_of(first)[0], week_of(first + relativedelta(months=1, days=-1))[1]


def short_count(due: int, chase: int, width: int) -> tuple[Piece, ...]:
    """What rings on a day in `width` cells: ``3`` are due, ``·2`` to be looked at again.

    Where both have no room their sum stands, and where that has none a plus sign.
    """
    texts = (_short(due) if due else "", f"·{_short(chase)}" if chase else "")
    if sum(map(len, texts)) <= width:
        return (texts[0], "month--due"), (texts[1], "month--chase")
    total = _short(due + chase)
    return ((total if len(total) <= width else "+", "month--due" if due else "month--chase"),)


def _short(count: int) -> str:
    return f"{count}" if count < 1000 else f"{count // 1000}k"


class MonthGrid(Painted, can_focus=True):
    """The weeks of a month; arrows, a click and the wheel move the cursor, which is a day."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "month--head",
        "month--day",
        "month--other",
        "month--today",
        "month--due",
        "month--chase",
        "month--late",
        "month--cursor",
        "month--cursor-blurred",
        "month--span",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left,h", "day(-1)", "Day before", show=False),
        Binding("right,l", "day(1)", "Next day", show=False),
        Binding("up,k", "day(-7)", "Week before", show=False),
        Binding("down,j", "day(7)", "Next week", show=False),
        Binding("pageup", "month(-1)", "Month before", show=False),
        Binding("pagedown", "month(1)", "Next month", show=False),
    ]

    @message
    class Moved(Message):
        """The cursor is on another day."""

        day: date

    def __init__(self, today: date, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.today = today
        self._day = today
        self._counts: Mapping[date, DayCount] = {}
        self._whole_week = False

    @property
    def day(self) -> date:
        """The day under the cursor."""
        return self._day

    def show(self, counts: Mapping[date, DayCount], today: date) -> None:
        """Show how much rings on each day."""
        self._counts, self.today = counts, today
        self.refresh()

    def span_week(self, whole: bool) -> None:
        """Whether the week of the cursor stands out, or the day alone."""
        self._whole_week = whole
        self.refresh()

    def go_to(self, day: date) -> None:
        """Put the cursor on a day."""
        if day != self._day and _FIRST <= day.year <= _LAST:
            self._day = day
            self.refresh()
            self.post_message(self.Moved(day))

    def action_day(self, by: int) -> None:
        """So many days on, or back."""
        self.go_to(self._day + timedelta(days=by))

    def action_month(self, by: int) -> None:
        """So many months on, or back."""
        self.go_to(self._day + relativedelta(months=by))

    def on_mouse_scroll_down(self, event: events.MouseScrollDown) -> None:
        """The next month."""
        event.stop()
        self.action_month(1)

    def on_mouse_scroll_up(self, event: events.MouseScrollUp) -> None:
        """The month before."""
        event.stop()
        self.action_month(-1)

    def spots(self) -> Iterable[Offset]:
        """A day each, for a leap."""
        first, last = weeks_of(self._day)
        for days in range((last - first).days + 1):
            week, column = divmod(days, len(_DAYS))
            yield Offset(column * self._cell, _HEAD + week * self._lines)

    def on_click(self, event: events.Click) -> None:
        """Go to the day under the pointer."""
        cell = self._cell
        week, column = (event.y - _HEAD) // self._lines, event.x // cell
        if event.y >= _HEAD and column < len(_DAYS):
            first, last = weeks_of(self._day)
            day = first + timedelta(days=7 * week + column)
            if day <= last:
                self.go_to(day)

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    @property
    def _cell(self) -> int:
        return max(4, self.size.width // len(_DAYS))

    @property
    def _lines(self) -> int:
        """Lines of a week."""
        return 2 if self.size.height >= _TALL else 1

    def render_line(self, y: int) -> Strip:
        """Draw the names of the days, or a line of a week."""
        width, cell = self.size.width, self._cell
        if y < _HEAD:
            head = [(fitted(f" {name}", cell), "month--head") for name in _DAYS]
            return self.strip(head, width)
        first, last = weeks_of(self._day)
        week, line = divmod(y - _HEAD, self._lines)
        monday = first + timedelta(days=7 * week)
        if monday > last:
            return Strip.blank(width, self.ink(""))
        strips = []
        for at in range(7):
            day = monday + timedelta(days=at)
            pieces = self._number(day) if line == 0 else [(" ", ""), *self._rings(day, cell - 2)]
            if self._lines == 1:
                pieces += [(" ", ""), *self._rings(day, cell - 5)]
            strips.append(self.strip(pieces, cell, self._paper(day)))
        return Strip.join(strips).adjust_cell_length(width, self.ink(""))

    def _number(self, day: date) -> list[Piece]:
        """The day of the month; in brackets under the cursor, with a dot today: seen without colour
        as well.
        """
        name = "month--day" if day.month == self._day.month else "month--other"
        if day == self.today:
            name = "month--today"
        left, right = ("[", "]") if day == self._day else (" ", "•" if day == self.today else " ")
        return [(f"{left}{day.day:>2}{right}", name)]

    def _rings(self, day: date, width: int) -> list[Piece]:
        count = self._counts.get(day)
        if count is None or width < 1:
            return []
        pieces = short_count(count.due, count.chase, width)
        if day < self.today:
            return [(text, "month--late") for text, _ in pieces]
        return list(pieces)

    def _paper(self, day: date) -> Color:
        if day == self._day:
            return self.paper("month--cursor" if self.has_focus else "month--cursor-blurred")
        if self._whole_week and week_of(day) == week_of(self._day):
            return self.paper("month--span")
        return self.paper()
