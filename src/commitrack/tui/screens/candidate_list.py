"""The candidates that wait, under the statements they come from."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets.option_list import Option

from commitrack.model.cleaning import clean_line
from commitrack.model.ids import statement_id
from commitrack.model.records import Commitment, Dossier
from commitrack.tui.marks import KIND_GLYPHS
from commitrack.tui.widgets.queue_list import QueueList


def statement_of(dossier: Dossier | None) -> int | None:
    """The statement a commitment was made in; None when it was typed in by hand."""
    if dossier is None:
        return None
    if dossier.source is not None:
        return dossier.source.number
    return dossier.mentions[0].statement if dossier.mentions else None


class CandidateList(QueueList):
    """One row a candidate; a heading a statement, which the cursor passes over."""

    DEFAULT_CSS = """
    CandidateList {
        height: 1fr;
        max-height: 100%;
        border: none;
        padding: 0;
        background: $background;
        scrollbar-size-vertical: 1;
        text-wrap: nowrap;
        text-overflow: ellipsis;
        &:focus { border: none; background-tint: transparent; }
        & > .option-list--option-disabled { color: $text-accent; text-style: bold; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("j", "cursor_down", "Next", show=False),
        Binding("k", "cursor_up", "Previous", show=False),
    ]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id, markup=False)
        self._dossiers: dict[int, Dossier] = {}
        self.rows: list[int | None] = []
        """The candidate that each row stands for; None for a heading."""

    @property
    def current(self) -> Dossier | None:
        """The candidate under the cursor."""
        index = self.highlighted
        number = None if index is None or index >= len(self.rows) else self.rows[index]
        return None if number is None else self._dossiers.get(number)

    def fill(self, dossiers: Iterable[Dossier], wanted: int | None) -> None:
        """List these, in their order, with the cursor on `wanted`.

        When that one is gone, the cursor goes to what followed it: a decision moves on.
        """
        fetched = {dossier.commitment.number: dossier for dossier in dossiers}
        index = self.highlighted or 0
        if fetched != self._dossiers:
            self._dossiers = fetched
            with self.app.batch_update():
                self._draw()
        if fetched:
            self.highlighted = self._row_for(wanted, index)

    def _draw(self) -> None:
        self.rows = []
        options: list[Option] = []
        last: int | None = -1
        for number, dossier in self._dossiers.items():
            statement = statement_of(dossier)
            if statement != last:
                last = statement
                self.rows.append(None)
                options.append(Option(_heading(dossier), disabled=True))
            self.rows.append(number)
            options.append(Option(_row(dossier.commitment)))
        self.clear_options()
        self.add_options(options)

    def _row_for(self, wanted: int | None, index: int) -> int:
        if wanted is not None and wanted in self.rows:
            return self.rows.index(wanted)
        real = [row for row, number in enumerate(self.rows) if number is not None]
        return next((row for row in real if row >= index), real[-1])

    def go_to(self, number: int) -> None:
        """Put the cursor on a candidate, if it is listed."""
        if number in self.rows:
            self.highlighted = self.rows.index(number)

    def go_by_statement(self, step: int) -> None:
        """Go to the first candidate of the next statement (1), or of the one before (-1)."""
        firsts = [row + 1 for row, number in enumerate(self.rows) if number is None]
        index = self.highlighted or 0
        here = max((place for place, row in enumerate(firsts) if row <= index), default=0)
        if firsts:
            self.highlighted = firsts[(here + step) % len(firsts)]


def _heading(dossier: Dossier) -> Content:
    statement = statement_of(dossier)
    if statement is None:
        return Content("typed in")
    title = clean_line(dossier.source.title) if dossier.source else ""
    return Content(f"{statement_id(statement)} {title}")


def _row(commitment: Commitment) -> Content:
    return Content.assemble(
        (f" {KIND_GLYPHS[commitment.kind]} ", "dim"), clean_line(commitment.title)
    )
