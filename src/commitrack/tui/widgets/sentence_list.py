"""The sentences of a statement, any number of them, drawn line by line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual.binding import BindingType
from textual.geometry import Offset
from textual.strip import Strip

from commitrack.model.cleaning import clean_line
from commitrack.reports.accounting import GLYPHS, Account
from commitrack.tui.decisions import DECISION_STYLES, decision_style
from commitrack.tui.prose import Piece, fitted
from commitrack.tui.widgets.drawn_list import DrawnList, moving

_EMPTY = "every sentence is decided"


class SentenceList(DrawnList):
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
    BINDINGS: ClassVar[list[BindingType]] = [*moving("sentence")]

    AROUND = 1

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._account: Account | None = None
        self._rows: Sequence[int] = ()

    @property
    def count(self) -> int:
        """How many sentences are listed."""
        return len(self._rows)

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
        row = next((row for row, place in enumerate(rows) if place >= wanted), len(rows) - 1)
        self._row = max(0, row)
        self.lay_out_rows()
        self.refresh()

    def go_to(self, place: int) -> None:
        """Put the cursor on a sentence that is listed."""
        if place in self._rows:
            self.move(self._rows.index(place))

    def spots(self) -> Iterable[Offset]:
        """A sentence each, for a leap."""
        left = len(self._rows) - round(self.scroll_y)
        return (Offset(0, row) for row in range(min(left, self.size.height)))

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
