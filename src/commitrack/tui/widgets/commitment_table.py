"""The table of commitments: any number of rows, of which those near the cursor are asked for.

The cursor and the marks belong to records, not to rows, so they stay where they are when the list
changes. What is in view is drawn in `drawn_table`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from typing import ClassVar

from textual import events
from textual.binding import BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.reactive import reactive

from commitrack.tui.afterwards import Afterwards
from commitrack.tui.arrangement import Arrangement, Groups
from commitrack.tui.command import Place
from commitrack.tui.keymap import bindings
from commitrack.tui.messages import message
from commitrack.tui.rows import Rows
from commitrack.tui.state import ViewState
from commitrack.tui.widgets.drawn_table import COMFORTABLE, GUTTER, HEADER, DrawnTable, Shelf

AHEAD = 64
"""Rows asked for beyond what is in view, on either side."""


class CommitmentTable(DrawnTable, can_focus=True):
    """Lists commitments by number; knows of each what the shelf holds."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.TABLE)]

    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The number of the commitment under the cursor, None on a heading; watch it to follow."""
    heading: reactive[tuple[str, int] | None] = reactive(None, repaint=False)
    """On a heading, what the group is called and how many are in it."""

    @message
    class Wanted(Message):
        """These commitments are in view or near it, and not at hand."""

        numbers: tuple[int, ...]

    @message
    class RowsWanted(Message):
        """Some of these rows are in view or near it, and it is not known what stands on them."""

        first: int
        size: int

    @message
    class Toggled(Message):
        """The user marked, or unmarked, these commitments."""

        numbers: frozenset[int]

    @message
    class Ranged(Message):
        """The user marked, or unmarked, so many rows from `first` on."""

        first: int
        size: int

    class EveryToggled(Message):
        """The user marked, or unmarked, everything listed."""

    @message
    class Opened(Message):
        """The user double-clicked the commitment under the cursor."""

        number: int

    @message
    class SortAsked(Message):
        """The user clicked the header of the column that is sorted by this field."""

        field: str

    def __init__(
        self,
        shelf: Shelf,
        today: date,
        *,
        columns: Sequence[str] = (),
        id: str | None = None,  # noqa: A002
    ) -> None:
        """`columns` names the fields to show, in this order; empty: those there is room for."""
        super().__init__(shelf, today, columns=columns, id=id)
        self._anchor: int | None = None
        """Where the last mark was set: the other end of a range."""
        self._asked: set[int] = set()
        self._afterwards = Afterwards(self, self._ask)

    # What is listed

    @property
    def numbers(self) -> tuple[int, ...]:
        """Numbers of the listed commitments, in order, as far as they are known."""
        return self._rows.known

    @property
    def rows(self) -> Rows:
        """What is listed."""
        return self._rows

    @property
    def count(self) -> int:
        """How many commitments are listed."""
        return self._rows.count

    @property
    def row(self) -> int:
        """The row the cursor is on, from 0; on a heading, the first row below it."""
        return self._lines.first(self._line)

    def show(self, rows: Rows, row: int | None, groups: Groups | None = None) -> None:
        """List these rows, in groups or without, with the cursor on a row, which stays on its line
        of the screen, or at the top.
        """
        offset = self._line - self.top
        heading = self._lines.heading(self._line) is not None
        self._rows = rows
        self._asked.clear()
        self._anchor = None
        same = groups is not None and self._groups_by == groups.field
        self._lines = Arrangement(rows.count, groups, self._lines.folded if same else ())
        self._arrange()
        line = self._lines.line_of(max(0, min(row or 0, rows.count - 1)))
        if heading and same and row is not None and self._lines.heading(line - 1) is not None:
            line -= 1
        self._line = line
        top = 0 if row is None else line - offset
        head = self._lines.head_of(line)
        if groups is not None and not same and line - head < self.room:
            top = min(top, head)  # the heading under which it stands now is to be seen
        self._place(top)
        self._stand_on(line)
        self._ask_soon()
        self.refresh()

    @property
    def _groups_by(self) -> str | None:
        return None if self._lines.groups is None else self._lines.groups.field

    def _number(self, line: int) -> int | None:
        place = self._lines.place(line)
        return None if place is None else self._rows.number(place)

    def found(self, first: int, numbers: Sequence[int]) -> None:
        """These stand on the rows from `first` on."""
        self._rows.put(first, numbers)
        self._arrange()
        if self.cursor is None:
            self._stand_on(self._line)
        self._ask()
        self.refresh()

    def arrived(self, numbers: Sequence[int] | None = None) -> None:
        """These have come to hand, or whatever is at hand changed: draw what of it is in view."""
        self._asked.clear()
        if numbers is None or not set(numbers).isdisjoint(self._in_view()):
            self.refresh()

    def _in_view(self) -> Iterator[int]:
        for start, stop in self._lines.run(self.top, self.top + self.room + 1):
            yield from self._rows.between(start, stop)

    def look_again(self, today: date) -> None:
        """Draw everything anew: it is another day, or names have changed."""
        self._today = today
        self._strips.clear()
        self._asked.clear()
        self.refresh()

    def show_columns(self, columns: Sequence[str]) -> None:
        """Show these fields, in this order; none leaves it to the room there is."""
        self._columns = tuple(columns)
        self._arrange()
        self.refresh()

    def action_density(self) -> None:
        """Give each row a second line for its title, or take it away again."""
        offset = self._line - self.top
        self._tall = 1 if self.comfortable else COMFORTABLE
        self._strips.clear()
        self._arrange()
        self._place(self._line - min(offset, self.room - 1))
        self._ask()
        self.refresh()

    # Groups

    def action_fold(self) -> None:
        """Fold the group that the cursor is in, or unfold it."""
        group = self._lines.group(self._line)
        if group is not None:
            self._fold_as(self._lines.folded ^ {group.value})

    def action_fold_all(self) -> None:
        """Fold every group, or unfold them when all are folded."""
        if self._lines.groups is not None:
            every = frozenset(group.value for group in self._lines.groups.parts)
            self._fold_as(frozenset() if self._lines.folded == every else every)

    def _fold_as(self, folded: frozenset[str | None]) -> None:
        head = self._lines.first(self._lines.head_of(self._line))
        on_heading = self._lines.heading(self._line) is not None
        place, offset = self.row, self._line - self.top
        self._lines = Arrangement(self.count, self._lines.groups, folded)
        line = self._lines.line_of(place)
        if on_heading:
            line = self._lines.head_of(self._lines.line_of(head))
        self._line = line
        self._arrange()
        self._place(line - offset)
        self.move_to(line)
        self.refresh()

    # The cursor

    def move_to(self, line: int) -> None:
        """Put the cursor on a line, bring it into view and draw the two lines that changed."""
        if not self.count:
            return
        before, self._line = self._line, max(0, min(line, self._lines.lines - 1))
        self.redraw_line(before)
        self.redraw_line(self._line)
        top, room = self.top, self.room
        if self._line < top:
            self._place(self._line)
        elif self._line >= top + room:
            self._place(self._line - room + 1)
        self._stand_on(self._line)
        self._ask_soon()

    def make_row_ready(self, row: int) -> None:
        """Draw what the cursor will see on a row, while nobody waits."""
        self.draw_ahead(self._lines.line_of(row))

    def _stand_on(self, line: int) -> None:
        """Tell what is on the line of the cursor."""
        group, groups = self._lines.heading(line), self._lines.groups
        told = None if group is None or groups is None else (groups.words(group), group.size)
        self.heading = told
        self.cursor = self._number(line)

    def action_cursor_up(self) -> None:
        """One row up."""
        self.move_to(self._line - 1)

    def action_cursor_down(self) -> None:
        """One row down."""
        self.move_to(self._line + 1)

    def action_page_up(self) -> None:
        """A screenful up."""
        self.move_to(self._line - max(1, self.room - 1))

    def action_page_down(self) -> None:
        """A screenful down."""
        self.move_to(self._line + max(1, self.room - 1))

    def action_first(self) -> None:
        """To the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """To the last row."""
        self.move_to(self._lines.lines - 1)

    def _place(self, top: int) -> None:
        """Scroll so that line `top` is the first in view.

        Set directly: `scroll_to` waits for a layout that a change of the list has yet to bring.
        """
        top = max(0, min(top, self._lines.lines - self.room)) * self._tall
        self.scroll_target_y = self.scroll_y = top

    # The marks

    def action_mark(self) -> None:
        """Mark the commitment under the cursor, or unmark it, and go on to the next; on a heading,
        everything below it.
        """
        group = self._lines.heading(self._line)
        if group is not None:
            self.post_message(self.Ranged(self.row, group.size))
        elif self.cursor is not None:
            self._anchor = self.row
            self.post_message(self.Toggled(frozenset({self.cursor})))
            self.move_to(self._line + 1)

    def action_mark_range(self) -> None:
        """Mark everything between the last mark and the cursor."""
        if self.count:
            start = self.row if self._anchor is None else self._anchor
            first, last = sorted((start, self.row))
            self.post_message(self.Ranged(first, last - first + 1))

    def action_mark_all(self) -> None:
        """Mark everything listed, or unmark it when everything is marked."""
        if self.count:
            self.post_message(self.EveryToggled())

    def watch_state(self, before: ViewState, after: ViewState) -> None:
        """Draw marks and the header again when they changed."""
        if replace(before, cursor=None) != replace(after, cursor=None):
            self.refresh()

    # Asking for rows

    def _ask_soon(self) -> None:
        """Ask at once for what is in view, and for what is near it when that has been painted."""
        self._ask(0)
        self._afterwards.ask()

    def _ask(self, ahead: int = AHEAD) -> None:
        """Ask for what is in view and near it: what stands on its rows, and their records."""
        first, end = self.top - ahead, self.top + self.room + 1 + ahead
        missing: list[int] = []
        unknown = None
        for start, stop in self._lines.run(first, end):
            unknown = unknown or self._rows.missing(start, stop)
            missing += [
                number
                for number in self._rows.between(start, stop)
                if number not in self._asked and self._shelf(number) is None
            ]
        if unknown is not None:
            self.post_message(self.RowsWanted(*unknown))
        if missing:
            self._asked.update(missing)
            self.post_message(self.Wanted(tuple(missing)))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what comes into view when the wheel turns."""
        super().watch_scroll_y(old_value, new_value)
        self._ask_soon()

    def on_resize(self) -> None:
        """Fit the columns to the new width and keep the cursor in view."""
        self._arrange()
        self.move_to(self._line)
        self._place(self.top)
        self._ask()
        self.refresh()

    # The mouse

    def _line_at(self, y: int) -> int | None:
        line = (y - HEADER + round(self.scroll_y)) // self._tall
        return line if y >= HEADER and line < self._lines.lines else None

    def point_at(self, offset: Offset) -> None:
        """Put the cursor on the line at this place."""
        line = self._line_at(offset.y)
        if line is not None:
            self.move_to(line)

    def spots(self) -> Iterable[Offset]:
        """A row each, for a leap."""
        hidden = round(self.scroll_y) % self._tall
        count = min(self.room, self._lines.lines - self.top)
        return (Offset(GUTTER, HEADER - hidden + self._tall * row) for row in range(count))

    def on_click(self, event: events.Click) -> None:
        """A row takes the cursor, its gutter or ctrl the mark, a double click opens it; a click on
        a heading folds its group; the gutter of the header marks all.
        """
        if event.y < HEADER:
            field = self.column_at(event.x)
            if field:
                self.post_message(self.SortAsked(field))
            elif event.x < GUTTER:
                self.action_mark_all()
            return
        line = self._line_at(event.y)
        if line is None:
            return
        if event.shift:
            self._anchor = self.row if self._anchor is None else self._anchor
        self.move_to(line)
        if self._lines.heading(line) is not None and not event.shift:
            self.action_fold()
        elif event.shift:
            self.action_mark_range()
        elif self.cursor is None:
            return
        elif event.ctrl or event.x < GUTTER:
            self._anchor = self.row
            self.post_message(self.Toggled(frozenset({self.cursor})))
        elif event.chain == 2:
            self.post_message(self.Opened(self.cursor))
