"""The table of commitments: any number of rows, drawn line by line and fetched by page.

A row is drawn from its dossier when it is at hand, and asked for when it is not. The cursor and
the marks belong to records, not to rows, so they stay where they are when the list changes.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar, TypeAlias

from rich.cells import cell_len
from textual import events
from textual.binding import BindingType
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from commitrack.model.ids import commitment_id
from commitrack.model.records import Dossier
from commitrack.tui.command import Place
from commitrack.tui.keymap import bindings
from commitrack.tui.marks import MARK_STYLES
from commitrack.tui.prose import Piece, fitted
from commitrack.tui.rows import Rows
from commitrack.tui.state import ViewState
from commitrack.tui.widgets.columns import GAP, Fitted, fit
from commitrack.tui.widgets.painted import PaintedScroll

GUTTER = 2
"""Cells before the first column: the cursor's bar and the mark."""
HEADER = 1
"""Lines above the rows."""
AHEAD = 64
"""Rows asked for beyond what is in view, on either side."""
_STRIPS = 2048
"""Drawn rows that are kept."""

Shelf: TypeAlias = Callable[[int], Dossier | None]
"""Looks up the dossier of a number among those at hand."""

_UNKNOWN: Mapping[str, tuple[Piece, ...]] = {"title": (("…", "cell--none"),)}
"""What is drawn where it is not known yet what stands there."""

_Key: TypeAlias = tuple[int, int, bool, bool, bool]
"""Number and version, and whether it is under the cursor, marked and has the keys."""


class CommitmentTable(PaintedScroll, can_focus=True):
    """Lists commitments by number; knows of each what the shelf holds."""

    BINDINGS: ClassVar[list[BindingType]] = [*bindings(Place.TABLE)]
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--header",
        "table--order",
        "table--cursor",
        "table--cursor-blurred",
        "table--bar",
        "table--mark",
        "table--marked",
        "table--empty",
        "table--empty-title",
        "cell--id",
        "cell--title",
        "cell--plain",
        "cell--none",
        *MARK_STYLES,
    }

    state: reactive[ViewState] = reactive(ViewState(), repaint=False)
    cursor: reactive[int | None] = reactive(None, repaint=False)
    """The number of the commitment under the cursor; watch it to follow."""

    @dataclass
    class Wanted(Message):
        """These commitments are in view or near it, and not at hand."""

        numbers: tuple[int, ...]

    @dataclass
    class RowsWanted(Message):
        """Some of these rows are in view or near it, and it is not known what stands on them."""

        first: int
        size: int

    @dataclass
    class Toggled(Message):
        """The user marked, or unmarked, these commitments."""

        numbers: frozenset[int]

    @dataclass
    class Ranged(Message):
        """The user marked, or unmarked, so many rows from `first` on."""

        first: int
        size: int

    class EveryToggled(Message):
        """The user marked, or unmarked, everything listed."""

    @dataclass
    class Opened(Message):
        """The user double-clicked the commitment under the cursor."""

        number: int

    @dataclass
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
        super().__init__(id=id)
        self._columns = columns
        self._shelf = shelf
        self._today = today
        self._rows = Rows()
        self._row = 0
        self._anchor: int | None = None
        """Where the last mark was set: the other end of a range."""
        self._fitted: tuple[Fitted, ...] = ()
        self._strips: OrderedDict[_Key, Strip] = OrderedDict()
        self._asked: set[int] = set()
        self._empty: tuple[str, str] = ("", "")

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
        """The row the cursor is on, from 0."""
        return self._row

    def show(self, rows: Rows, row: int | None) -> None:
        """List these rows with the cursor on a row, which stays on its line of the screen, or at
        the top.
        """
        offset = self._row - round(self.scroll_y)
        self._rows = rows
        self._asked.clear()
        self._anchor = None
        self._arrange()
        self._row = max(0, min(row or 0, rows.count - 1))
        self._place(0 if row is None else self._row - offset)
        self.cursor = rows.number(self._row)
        self._ask()
        self.refresh()

    def found(self, first: int, numbers: Sequence[int]) -> None:
        """These stand on the rows from `first` on."""
        self._rows.put(first, numbers)
        self._arrange()
        if self.cursor is None:
            self.cursor = self._rows.number(self._row)
        self._ask()
        self.refresh()

    def say_empty(self, title: str, hint: str) -> None:
        """What to show in place of rows when there are none."""
        self._empty = (title, hint)
        if not self.count:
            self.refresh()

    def arrived(self) -> None:
        """Dossiers have come to hand, or changed: draw what is in view again."""
        self._asked.clear()
        self.refresh()

    def look_again(self, today: date) -> None:
        """Draw everything anew: it is another day, or names have changed."""
        self._today = today
        self._strips.clear()
        self._asked.clear()
        self.refresh()

    # The cursor

    def move_to(self, row: int) -> None:
        """Put the cursor on a row, bring it into view and draw the two lines that changed."""
        if not self.count:
            return
        before, self._row = self._row, max(0, min(row, self.count - 1))
        self.refresh_line(before + HEADER)
        self.refresh_line(self._row + HEADER)
        room = max(1, self.size.height - HEADER)
        top = round(self.scroll_y)
        if self._row < top:
            self._place(self._row)
        elif self._row >= top + room:
            self._place(self._row - room + 1)
        self.cursor = self._rows.number(self._row)
        self._ask()

    def action_cursor_up(self) -> None:
        """One row up."""
        self.move_to(self._row - 1)

    def action_cursor_down(self) -> None:
        """One row down."""
        self.move_to(self._row + 1)

    def action_page_up(self) -> None:
        """A screenful up."""
        self.move_to(self._row - max(1, self.size.height - HEADER - 1))

    def action_page_down(self) -> None:
        """A screenful down."""
        self.move_to(self._row + max(1, self.size.height - HEADER - 1))

    def action_first(self) -> None:
        """To the first row."""
        self.move_to(0)

    def action_last(self) -> None:
        """To the last row."""
        self.move_to(self.count - 1)

    def _place(self, top: int) -> None:
        """Scroll so that row `top` is the first in view.

        Set directly: `scroll_to` waits for a layout that a change of the list has yet to bring.
        """
        room = max(1, self.size.height - HEADER)
        top = max(0, min(top, self.count - room))
        self.scroll_target_y = self.scroll_y = top

    # The marks

    def action_mark(self) -> None:
        """Mark the commitment under the cursor, or unmark it, and go on to the next."""
        if self.cursor is not None:
            self._anchor = self._row
            self.post_message(self.Toggled(frozenset({self.cursor})))
            self.move_to(self._row + 1)

    def action_mark_range(self) -> None:
        """Mark everything between the last mark and the cursor."""
        if self.count:
            start = self._row if self._anchor is None else self._anchor
            first, last = sorted((start, self._row))
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

    def _ask(self) -> None:
        """Ask for what is in view and near it: what stands on its rows, and their records."""
        top = round(self.scroll_y)
        first, end = top - AHEAD, top + self.size.height + AHEAD
        unknown = self._rows.missing(first, end)
        if unknown is not None:
            self.post_message(self.RowsWanted(*unknown))
        missing = [
            number
            for number in self._rows.between(first, end)
            if number not in self._asked and self._shelf(number) is None
        ]
        if missing:
            self._asked.update(missing)
            self.post_message(self.Wanted(tuple(missing)))

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what comes into view when the wheel turns."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    # Drawing

    def _arrange(self) -> None:
        """Fit the columns and the height to the size and to what is listed."""
        id_width = len(commitment_id(self._rows.greatest))
        fitted_ = fit(self.width - GUTTER, id_width, self._columns)
        if fitted_ != self._fitted:
            self._fitted = fitted_
            self._strips.clear()
        self.set_height(self.count + HEADER)

    def on_resize(self) -> None:
        """Fit the columns to the new width and keep the cursor in view."""
        self._arrange()
        self.move_to(self._row)
        self._place(round(self.scroll_y))
        self._ask()
        self.refresh()

    def notify_style_update(self) -> None:
        """Forget what was drawn in other colours."""
        super().notify_style_update()
        self._strips.clear()

    def on_focus(self) -> None:
        """Show that keys go to the table."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the header, a row, or what is said when there are none."""
        if y < HEADER:
            return self._header()
        if not self.count:
            return self._empty_line(y - HEADER)
        row = y - HEADER + round(self.scroll_y)
        if row >= self.count:
            return Strip.blank(self.width, self.ink(""))
        number, under = self._rows.number(row), row == self._row
        if number is None:
            return self._draw(_UNKNOWN, under=under, marked=self.state.every)
        dossier = self._shelf(number)
        marked = self.state.has_marked(number)
        if dossier is None:
            return self._draw(self._waiting(number), under=under, marked=marked)
        focused = under and self.has_focus
        key = (number, dossier.commitment.version, under, marked, focused)
        strip = self._strips.get(key)
        if strip is None:
            cells = {
                one.column.name: one.column.draw(dossier, self._today, one.width)
                for one in self._fitted
            }
            strip = self._strips[key] = self._draw(cells, under=under, marked=marked)
            if len(self._strips) > _STRIPS:
                self._strips.popitem(last=False)
        return strip

    @staticmethod
    def _waiting(number: int) -> Mapping[str, tuple[Piece, ...]]:
        return {"id": ((commitment_id(number), "cell--none"),), "title": (("…", "cell--none"),)}

    def _draw(self, cells: Mapping[str, tuple[Piece, ...]], *, under: bool, marked: bool) -> Strip:
        papers = ["table--marked"] if marked else []
        if under:
            papers.append("table--cursor" if self.has_focus else "table--cursor-blurred")
        paper = self.paper(*papers)
        pieces: list[Piece] = [
            ("▌" if under else " ", "table--bar"),
            ("✓" if marked else " ", "table--mark"),
        ]
        for one in self._fitted:
            room = one.width
            for text, name in cells.get(one.column.name, ()):
                shown = fitted(text, min(room, cell_len(text)))
                pieces.append((shown, name))
                room -= cell_len(shown)
            pieces.append((" " * (room + GAP), ""))
        pieces[-1] = (pieces[-1][0][:-GAP], "")
        return self.strip(pieces, self.width, paper)

    def _header(self) -> Strip:
        sort = self.state.order
        pieces: list[Piece] = [(" " * GUTTER, "table--header")]
        for one in self._fitted:
            mine = sort is not None and sort.field == one.column.field
            arrow = ("↓" if sort is not None and sort.descending else "↑") if mine else ""
            text = fitted(one.column.title[: one.width - len(arrow)] + arrow, one.width)
            pieces.append((text, "table--order" if mine else "table--header"))
            pieces.append((" " * GAP, "table--header"))
        return self.strip(pieces, self.width, self.paper("table--header"))

    def _empty_line(self, y: int) -> Strip:
        middle = max(0, (self.size.height - HEADER) // 2 - 1)
        lines = {
            middle: (self._empty[0], "table--empty-title"),
            middle + 1: (self._empty[1], "table--empty"),
        }
        text, name = lines.get(y, ("", ""))
        room = max(1, self.width - 4)
        shown = fitted(text, min(room, cell_len(text)))
        left = " " * ((self.width - cell_len(shown)) // 2)
        return self.strip([(left, ""), (shown, name)], self.width)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """A row takes the cursor, its gutter or ctrl the mark, a double click opens it."""
        if event.y < HEADER:
            self._click_header(event.x)
            return
        row = event.y - HEADER + round(self.scroll_y)
        if row >= self.count:
            return
        if event.shift:
            self._anchor = self._row if self._anchor is None else self._anchor
        self.move_to(row)
        if event.shift:
            self.action_mark_range()
        elif self.cursor is None:
            return
        elif event.ctrl or event.x < GUTTER:
            self._anchor = row
            self.post_message(self.Toggled(frozenset({self.cursor})))
        elif event.chain == 2:
            self.post_message(self.Opened(self.cursor))

    def _click_header(self, x: int) -> None:
        left = GUTTER
        for one in self._fitted:
            if left <= x < left + one.width + GAP and one.column.field:
                self.post_message(self.SortAsked(one.column.field))
                return
            left += one.width + GAP

    def sort_step(self, by: int) -> str:
        """The field of the column `by` columns beside the one that is sorted by now."""
        fields = [one.column.field for one in self._fitted if one.column.field]
        order = self.state.order
        at = fields.index(order.field) if order is not None and order.field in fields else -1
        return fields[max(at, 0) if at < 0 <= by else (at + by) % len(fields)]
