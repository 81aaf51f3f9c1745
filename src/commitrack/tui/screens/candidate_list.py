"""The candidates that wait, under the statements they come from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.strip import Strip

from commitrack.model.cleaning import clean_line
from commitrack.model.ids import statement_id
from commitrack.model.records import Dossier
from commitrack.tui.marks import KIND_GLYPHS
from commitrack.tui.prose import Piece, fitted
from commitrack.tui.widgets.drawn_list import DrawnList, moving


def statement_of(dossier: Dossier | None) -> int | None:
    """The statement a commitment was made in; None when it was typed in by hand."""
    if dossier is None:
        return None
    if dossier.source is not None:
        return dossier.source.number
    return dossier.mentions[0].statement if dossier.mentions else None


class CandidateList(DrawnList):
    """One row a candidate; a heading a statement, which the cursor passes over."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "candidates--cursor",
        "candidates--cursor-blurred",
        "candidates--bar",
        "candidates--heading",
        "candidates--kind",
        "candidates--title",
    }
    DEFAULT_CSS = """
    CandidateList {
        height: 1fr;
        background: $background;
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & .candidates--cursor { background: $primary 32%; }
        & .candidates--cursor-blurred { background: $primary 16%; }
        & .candidates--bar { color: $primary; }
        & .candidates--heading { color: $text-accent; text-style: bold; }
        & .candidates--kind { color: $foreground 60%; }
        & .candidates--title { color: $foreground 90%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        # The list has the keys: what enter does would else be shown nowhere.
        Binding("enter", "open", "Read", tooltip="The whole text, at these words"),
        *moving("candidate"),
    ]

    AROUND = 1
    """So that the heading of the first candidate of a statement is in sight with it."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._dossiers: dict[int, Dossier] = {}
        self.rows: list[int | None] = []
        """The candidate that each row stands for; None for a heading."""

    @property
    def count(self) -> int:
        """How many rows there are, headings among them."""
        return len(self.rows)

    @property
    def row(self) -> int:
        """The row under the cursor."""
        return self._row

    @property
    def current(self) -> Dossier | None:
        """The candidate under the cursor."""
        number = self.rows[self._row] if self._row < len(self.rows) else None
        return None if number is None else self._dossiers.get(number)

    def fill(self, dossiers: Iterable[Dossier], wanted: int | None) -> None:
        """List these, in their order, with the cursor on `wanted`.

        When that one is gone, the cursor goes to what followed it: a decision moves on.
        """
        self._dossiers = {dossier.commitment.number: dossier for dossier in dossiers}
        self.rows = []
        last: int | None = -1
        for number, dossier in self._dossiers.items():
            statement = statement_of(dossier)
            if statement != last:
                last = statement
                self.rows.append(None)
            self.rows.append(number)
        if wanted in self._dossiers:
            self._row = self.rows.index(wanted)
        elif self.rows:
            self._row = self._real(min(self._row, len(self.rows) - 1), 1)
        self.lay_out_rows()
        self.refresh()

    def _real(self, row: int, way: int) -> int:
        """The nearest row with a candidate: from a heading on in the way one goes, else back."""
        if self.rows[row] is not None:
            return row
        return row + way if 0 <= row + way < len(self.rows) else row - way

    def move(self, row: int) -> None:
        """Put the cursor on a candidate; headings are passed over."""
        if self.rows:
            row = max(0, min(row, len(self.rows) - 1))
            super().move(self._real(row, 1 if row >= self._row else -1))

    def row_at(self, y: int) -> int | None:
        """The row on a line in view; a heading is nothing to go to."""
        row = super().row_at(y)
        return None if row is None or self.rows[row] is None else row

    def go_to(self, number: int) -> None:
        """Put the cursor on a candidate, if it is listed."""
        if number in self._dossiers:
            self.move(self.rows.index(number))

    def go_by_statement(self, step: int) -> None:
        """Go to the first candidate of the next statement (1), or of the one before (-1)."""
        firsts = [row + 1 for row, number in enumerate(self.rows) if number is None]
        here = max((place for place, row in enumerate(firsts) if row <= self._row), default=0)
        if firsts:
            self.move(firsts[(here + step) % len(firsts)])

    def action_open(self) -> None:
        """Read the statement of the one under the cursor."""
        self.post_message(self.Opened())

    def spots(self) -> Iterable[Offset]:
        """A candidate each, for a leap."""
        lines = range(self.size.height)
        return (Offset(0, line) for line in lines if self.row_at(line) is not None)

    def render_line(self, y: int) -> Strip:
        """Draw a row of what is in view."""
        row, width = y + round(self.scroll_y), self.width
        if row >= len(self.rows):
            return self.strip([(" " * width, "")], width)
        number = self.rows[row]
        if number is None:
            below = self._dossiers[self.rows[row + 1] or 0]
            return self.strip([(fitted(_heading(below), width), "candidates--heading")], width)
        commitment = self._dossiers[number].commitment
        under = row == self._row
        style = "candidates--cursor" if self.has_focus else "candidates--cursor-blurred"
        lead: list[Piece] = [
            ("▌" if under else " ", "candidates--bar"),
            (f"{KIND_GLYPHS[commitment.kind]} ", "candidates--kind"),
        ]
        title = fitted(clean_line(commitment.title), max(0, width - 3))
        paper = self.paper(style) if under else self.paper()
        return self.strip([*lead, (title, "candidates--title")], width, paper)


def _heading(dossier: Dossier) -> str:
    statement = statement_of(dossier)
    if statement is None:
        return "typed in"
    title = clean_line(dossier.source.title) if dossier.source else ""
    return f"{statement_id(statement)} {title}"
