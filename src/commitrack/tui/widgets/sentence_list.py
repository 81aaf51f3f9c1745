"""The sentences of a statement, any number of them, drawn line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from commitrack.model.cleaning import clean_line
from commitrack.reports.accounting import GLYPHS, Account
from commitrack.tui.decisions import DECISION_STYLES, decision_style
from commitrack.tui.prose import Piece, fitted
from commitrack.tui.widgets.painted import PaintedScroll

_EMPTY = "every sentence is decided"
_MARGIN = 2


class SentenceList(PaintedScroll, can_focus=True):
    """One row a sentence: its number, what became of it, and its first words."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *DECISION_STYLES,
        "sentences--cursor",
        "sentences--cursor-blurred",
        "sentences--bar",
        "sentences--number",
        "sentences--words",
        "sentences--apart",
    }
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("down,j", "step(1)", "Next sentence", show=False),
        Binding("up,k", "step(-1)", "Previous sentence", show=False),
        Binding("pagedown,ctrl+f", "page(1)", "Page down", show=False),
        Binding("pageup,ctrl+b", "page(-1)", "Page up", show=False),
        Binding("home", "edge(0)", "First sentence", show=False),
        Binding("end,G", "edge(-1)", "Last sentence", show=False),
    ]

    class Moved(Message):
        """Another sentence is under the cursor."""

    class Opened(Message):
        """The reader double-clicked the sentence under the cursor."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._account: Account | None = None
        self._rows: Sequence[int] = ()
        self._row = 0

    @property
    def rows(self) -> Sequence[int]:
        """The sentences listed, by their place in the account."""
        return self._rows

    @property
    def current(self) -> int | None:
        """The place in the account of the sentence under the cursor."""
        return self._rows[self._row] if self._rows else None

    def fill(self, account: Account, rows: Sequence[int], wanted: int) -> None:
        """List these sentences, with the cursor on `wanted`, or on what follows it."""
        self._account = account
        self._rows = rows
        self.set_height(max(1, len(rows)))
        row = next((row for row, place in enumerate(rows) if place >= wanted), len(rows) - 1)
        self._row = max(0, row)
        self._reveal()
        self.refresh()

    def go_to(self, place: int) -> None:
        """Put the cursor on a sentence that is listed."""
        if place in self._rows:
            self._move(self._rows.index(place))

    def _move(self, row: int) -> None:
        if not self._rows:
            return
        before, self._row = self._row, max(0, min(row, len(self._rows) - 1))
        self._reveal()
        if before != self._row:
            self.refresh()
            self.post_message(self.Moved())

    def _reveal(self) -> None:
        """Bring the cursor into view, with a row of what comes before and after it."""
        room = max(1, self.size.height)
        top = round(self.scroll_y)
        around = 1 if room > _MARGIN else 0
        if self._row - around < top:
            top = self._row - around
        elif self._row + around >= top + room:
            top = self._row + around - room + 1
        # Set directly: `scroll_to` waits for a layout that a change of the list has yet to bring.
        self.scroll_target_y = self.scroll_y = max(0, min(top, len(self._rows) - room))

    def action_step(self, by: int) -> None:
        """One sentence on, or back."""
        self._move(self._row + by)

    def action_page(self, by: int) -> None:
        """A screenful on, or back."""
        self._move(self._row + by * max(1, self.size.height - 1))

    def action_edge(self, row: int) -> None:
        """To the first, or to the last."""
        self._move(row if row >= 0 else len(self._rows) - 1)

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.set_height(max(1, len(self._rows)))
        self._reveal()
        self.refresh()

    def on_focus(self) -> None:
        """Show that keys go to the list."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    def point_at(self, offset: Offset) -> None:
        """Go to the sentence at this place."""
        self._move(offset.y + round(self.scroll_y))

    def spots(self) -> Iterable[Offset]:
        """A sentence each, for a leap."""
        left = len(self._rows) - round(self.scroll_y)
        return (Offset(0, row) for row in range(min(left, self.size.height)))

    def on_click(self, event: events.Click) -> None:
        """A click goes to a sentence; a double click opens it."""
        row = event.y + round(self.scroll_y)
        if 0 <= row < len(self._rows):
            self._move(row)
            if event.chain == 2:
                self.post_message(self.Opened())

    def render_line(self, y: int) -> Strip:
        """Draw a row of what is in view."""
        row = y + round(self.scroll_y)
        account = self._account
        if account is None or row >= len(self._rows):
            words = _EMPTY if account is not None and row == 0 else ""
            return self.strip([(fitted(f" {words}", self.width), "sentences--apart")], self.width)
        one = account.sentences[self._rows[row]]
        under = row == self._row
        style = "sentences--cursor" if self.has_focus else "sentences--cursor-blurred"
        paper = self.paper(style) if under else self.paper()
        digits = len(str(len(account.numbered)))
        number = "" if one.number is None else str(one.number)
        shown = "sentences--apart" if one.apart else "sentences--words"
        glyph = " " if one.apart else GLYPHS[one.decision]
        lead: list[Piece] = [
            ("▌" if under else " ", "sentences--bar"),
            (f"{number:>{digits}} ", "sentences--number"),
            (f"{glyph} ", decision_style(one.decision)),
        ]
        room = max(0, self.width - digits - 4)
        # A few characters more than fit: cleaning may fold spaces.
        words = clean_line(account.statement.text[one.start : min(one.end, one.start + 4 * room)])
        return self.strip([*lead, (fitted(words, room), shown)], self.width, paper)
