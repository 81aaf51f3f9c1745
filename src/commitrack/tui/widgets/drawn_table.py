"""How the table of commitments is drawn: its heading, its rows, the headings of its groups.

A row is drawn from its dossier when it is at hand, and as a shadow of itself when it is not.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import ClassVar, TypeAlias

from rich.cells import cell_len
from textual.reactive import reactive
from textual.strip import Strip

from commitrack.model.ids import commitment_id
from commitrack.model.records import Dossier
from commitrack.tui.arrangement import Arrangement, Group
from commitrack.tui.marks import MARK_STYLES
from commitrack.tui.prose import Piece, fitted
from commitrack.tui.rows import Rows
from commitrack.tui.state import ViewState
from commitrack.tui.widgets.columns import GAP, Fitted, fit
from commitrack.tui.widgets.painted import PaintedScroll
from commitrack.tui.widgets.wrapping import wrap

GUTTER = 2
"""Cells before the first column: the cursor's bar and the mark."""
HEADER = 1
"""Lines above the rows."""
COMFORTABLE = 2
"""Lines of the screen that a row takes where there is to be air; compact is one."""
_FOLDED = frozenset({"title", "owner"})
"""Columns that go on in the second line of a row, where it has one; each is a single piece."""
_STRIPS = 2048
"""Drawn rows that are kept."""

Shelf: TypeAlias = Callable[[int], Dossier | None]
"""Looks up the dossier of a number among those at hand."""

_UNKNOWN: Mapping[str, tuple[Piece, ...]] = {"title": (("…", "cell--none"),)}
"""What is drawn where it is not known yet what stands there."""

_Key: TypeAlias = tuple[int, int, int, bool, bool, bool, bool]
"""Number, version and part, and whether its line is odd, under the cursor, marked, has the keys."""

_FOLDING = frozenset({"fold", "fold_all"})
_MARKING = frozenset({"mark", "mark_range", "mark_all"})


class DrawnTable(PaintedScroll):
    """A list on lines, drawn one by one; where the cursor is and what is marked is given."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "table--header",
        "table--order",
        "table--odd",
        "table--group",
        "table--group-size",
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
        self._columns = tuple(columns)
        self._shelf = shelf
        self._today = today
        self._rows = Rows()
        self._lines = Arrangement()
        self._line = 0
        self._tall = 1
        self._fitted: tuple[Fitted, ...] = ()
        self._strips: OrderedDict[_Key, Strip] = OrderedDict()
        self._empty: tuple[str, str] = ("", "")

    @property
    def columns(self) -> tuple[str, ...]:
        """The fields that are shown, in their order, as far as there is room for them."""
        return tuple(one.column.name for one in self._fitted)

    @property
    def comfortable(self) -> bool:
        """Whether a row takes two lines."""
        return self._tall == COMFORTABLE

    def say_empty(self, title: str, hint: str) -> None:
        """What to show in place of rows when there are none."""
        self._empty = (title, hint)
        if not self._rows.count:
            self.refresh()

    @property
    def room(self) -> int:
        """How many lines of the list are in view at once."""
        return max(1, (self.size.height - HEADER) // self._tall)

    @property
    def top(self) -> int:
        """The first line of the list that is in view."""
        return round(self.scroll_y) // self._tall

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Without groups there is nothing to fold, and nothing to mark without a row."""
        del parameters
        if action in _FOLDING:
            return self._lines.groups is not None
        return bool(self._rows.count) or action not in _MARKING

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say what is missing."""
        del parameters
        return "the list has no groups" if action in _FOLDING else "nothing is listed"

    def redraw_line(self, line: int) -> None:
        """Draw one line of the list again."""
        self.refresh_lines(HEADER + line * self._tall, self._tall)

    def _arrange(self) -> None:
        """Fit the columns and the height to the size and to what is listed."""
        id_width = len(commitment_id(self._rows.greatest))
        fitted_ = fit(self.width - GUTTER, id_width, self._columns)
        if fitted_ != self._fitted:
            self._fitted = fitted_
            self._strips.clear()
        self.set_height(self._lines.lines * self._tall + HEADER)

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
        """Draw the header, a row, a group's heading, or what is said when there are none."""
        if y < HEADER:
            return self._header()
        if not self._rows.count:
            return self._empty_line(y - HEADER)
        line, part = divmod(y - HEADER + round(self.scroll_y), self._tall)
        if line >= self._lines.lines:
            return Strip.blank(self.width, self.ink(""))
        group = self._lines.heading(line)
        if group is not None:
            return self._heading(line, group, part)
        return self._row(line, part, under=line == self._line)

    def _row(self, line: int, part: int, *, under: bool) -> Strip:
        """A line of a row, with the cursor on it or without."""
        place = self._lines.first(line)
        odd = place % 2 == 1
        number = self._rows.number(place)
        if number is None:
            shadow = {} if part else _UNKNOWN
            return self._draw(shadow, under=under, marked=self.state.every, odd=odd)
        dossier = self._shelf(number)
        marked = self.state.has_marked(number)
        if dossier is None:
            shadow = {} if part else self._waiting(number)
            return self._draw(shadow, under=under, marked=marked, odd=odd)
        focused = under and self.has_focus
        key = (number, dossier.commitment.version, part, odd, under, marked, focused)
        strip = self._strips.get(key)
        if strip is None:
            cells = self._cells(dossier, part)
            strip = self._strips[key] = self._draw(
                cells, under=under, marked=marked, odd=odd, first=not part
            )
            if len(self._strips) > _STRIPS:
                self._strips.popitem(last=False)
        return strip

    def draw_ahead(self, cursor: int) -> None:
        """Draw the rows that come into view when the cursor goes to a line, while nobody waits.

        Those that are at hand: of the others nobody knows what stands on them.
        """
        top, room = self.top, self.room
        if top <= cursor < top + room or not 0 <= cursor < self._lines.lines:
            return  # as soon drawn as asked for
        first = cursor if cursor < top else cursor - room + 1
        for line in range(max(0, first), min(first + room + 1, self._lines.lines)):
            number = self._rows.number(self._lines.first(line))
            if self._lines.heading(line) is None and number is not None and self._shelf(number):
                for part in range(self._tall):
                    self.make_ready(self._row(line, part, under=line == cursor))

    def _cells(self, dossier: Dossier, part: int) -> Mapping[str, tuple[Piece, ...]]:
        """What a row shows on one of its lines: where it takes two, the title and the owner go on
        below.
        """
        if self._tall == 1:
            return {
                one.column.name: one.column.draw(dossier, self._today, one.width)
                for one in self._fitted
            }
        cells: dict[str, tuple[Piece, ...]] = {}
        for one in self._fitted:
            drawn = one.column.draw(dossier, self._today, one.width)
            if one.column.name in _FOLDED:
                text, style = drawn[0]
                cut = wrap(text, one.width).ends[0]
                cells[one.column.name] = ((text[cut:].strip() if part else text[:cut], style),)
            elif not part:
                cells[one.column.name] = drawn
        return cells

    @staticmethod
    def _waiting(number: int) -> Mapping[str, tuple[Piece, ...]]:
        return {"id": ((commitment_id(number), "cell--none"),), "title": (("…", "cell--none"),)}

    def _draw(
        self,
        cells: Mapping[str, tuple[Piece, ...]],
        *,
        under: bool,
        marked: bool,
        odd: bool,
        first: bool = True,
    ) -> Strip:
        papers = ["table--odd"] if odd else []
        papers += ["table--marked"] if marked else []
        papers += [self._cursor_paper] if under else []
        paper = self.paper(*papers)
        pieces: list[Piece] = [
            ("▌" if under else " ", "table--bar"),
            ("✓" if marked and first else " ", "table--mark"),
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

    @property
    def _cursor_paper(self) -> str:
        return "table--cursor" if self.has_focus else "table--cursor-blurred"

    def _heading(self, line: int, group: Group, part: int) -> Strip:
        """The heading of a group: whether it is folded, what it is called, how many it has."""
        under = line == self._line
        papers = ["table--group", *([self._cursor_paper] if under else [])]
        paper = self.paper(*papers)
        bar: Piece = ("▌" if under else " ", "table--bar")
        groups = self._lines.groups
        if part or groups is None:
            return self.strip([bar], self.width, paper)
        glyph = "▸" if group.value in self._lines.folded else "▾"
        size = f"{group.size:,}"
        words = groups.words(group)
        room = max(1, self.width - GUTTER - 3 - len(size))
        shown = fitted(words, min(room, cell_len(words)))
        pieces: list[Piece] = [
            bar,
            (f"{glyph} ", "table--group-size"),
            (shown, "table--group"),
            (f"  {size}", "table--group-size"),
        ]
        return self.strip(pieces, self.width, paper)

    def _header(self) -> Strip:
        sort = self.state.order
        pieces: list[Piece] = [(" ✓".ljust(GUTTER), "table--header")]
        for one in self._fitted:
            mine = sort is not None and sort.field == one.column.field
            arrow = ("↓" if sort is not None and sort.descending else "↑") if mine else ""
            text = fitted(one.column.title[: one.width - len(arrow)] + arrow, one.width)
            pieces.append((text, "table--order" if mine else "table--header"))
            pieces.append((" " * GAP, "table--header"))
        return self.strip(pieces, self.width, self.paper("table--header"))

    def _empty_line(self, y: int) -> Strip:
        room = max(1, self.width - 4)
        lines: list[Piece] = []
        for text, name in zip(self._empty, ("table--empty-title", "table--empty"), strict=True):
            rows = wrap(text, room)
            lines += [
                (text[start:end].rstrip(), name)
                for start, end in zip(rows.starts, rows.ends, strict=True)
            ]
        at = y - max(0, (self.size.height - HEADER - len(lines)) // 2)
        shown, name = lines[at] if 0 <= at < len(lines) else ("", "")
        left = " " * ((self.width - cell_len(shown)) // 2)
        return self.strip([(left, ""), (shown, name)], self.width)

    # Columns

    def column_at(self, x: int) -> str:
        """The field that the column at this cell is sorted by; empty for none."""
        left = GUTTER
        for one in self._fitted:
            if left <= x < left + one.width + GAP:
                return one.column.field
            left += one.width + GAP
        return ""

    def sort_step(self, by: int) -> str:
        """The field of the column `by` columns beside the one that is sorted by now."""
        fields = [one.column.field for one in self._fitted if one.column.field]
        order = self.state.order
        at = fields.index(order.field) if order is not None and order.field in fields else -1
        return fields[max(at, 0) if at < 0 <= by else (at + by) % len(fields)]
