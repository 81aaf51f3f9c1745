"""The record beside a list follows the cursor, and what the next step leads to is made ready."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace

from textual import work

from commitrack.model.errors import CommitrackError
from commitrack.tui.afterwards import Afterwards
from commitrack.tui.host import host_of
from commitrack.tui.records import fetch_excerpts
from commitrack.tui.screens.looking import LookingScreen
from commitrack.tui.widgets.detail import DetailPane

_NEAR = 8
"""Rows around the cursor whose statements are read with that of the one under it."""


class FollowingScreen(LookingScreen):
    """A cursor move is carried to the detail pane within its own handler, so that both are painted
    in the same frame. What takes longer, the next frames have.
    """

    def __init__(self) -> None:
        super().__init__()
        self._row, self._step = 0, 0
        """The row of the cursor, and how far the last step of it led."""
        self._ahead = Afterwards(self, self.look_ahead)

    @property
    def detail(self) -> DetailPane:
        """The detail pane."""
        return self.query_one("#detail", DetailPane)

    def _cursor_moved(self, number: int | None) -> None:
        self.state = replace(self.state, cursor=number)
        self.look()
        row = self.table.row
        self._step, self._row = row - self._row, row
        self._ahead.ask()

    def look(self) -> None:
        """Show the commitment under the cursor; ask for its statement when it is not at hand."""
        number = self.state.cursor
        dossier = self.at_hand
        excerpt = None if number is None else self.shelf.excerpt(number)
        self.detail.show(dossier, excerpt, host_of(self).lens.today)
        self.tell()
        if dossier is not None and dossier.mentions and excerpt is None:
            self._read_around()

    @work(exclusive=True, group="excerpts")
    async def _read_around(self) -> None:
        """Read the statements of the commitments near the cursor."""
        row = self.table.row
        near = self.table.rows.between(row - _NEAR, row + _NEAR + 1)
        try:
            await fetch_excerpts(host_of(self).gateway, self.shelf, near)
        except CommitrackError as error:
            host_of(self).say(str(error), warning=True)
            return
        cursor = self.state.cursor
        if cursor is not None and self.shelf.excerpt(cursor) is not None:
            host = host_of(self)
            self.detail.show(self.at_hand, self.shelf.excerpt(cursor), host.lens.today)

    # What another step leads to

    def look_ahead(self) -> None:
        """Once the step is painted: write the record that another such step leads to, and draw the
        rows that it brings into view; without its statement at hand, once that has been read.
        """
        row = self._row + self._step
        number = self.table.rows.number(row)
        dossier = None if number is None else self.shelf.get(number)
        if number is None or dossier is None or dossier is self.detail.dossier:
            return
        self.table.make_row_ready(row)
        excerpt = self.shelf.excerpt(number)
        if dossier.mentions and excerpt is None:
            self._read_ahead(row)
        else:
            self.detail.prepare(dossier, excerpt, host_of(self).lens.today)

    @work(exclusive=True, group="ahead")
    async def _read_ahead(self, row: int) -> None:
        """Read the statements near a row that the cursor is likely to go to."""
        near = self.table.rows.between(row - _NEAR, row + _NEAR + 1)
        number = self.table.rows.number(row)
        with suppress(CommitrackError):  # it is told when the cursor is there
            await fetch_excerpts(host_of(self).gateway, self.shelf, near)
            if number is not None and self.shelf.excerpt(number) is not None:
                self._ahead.ask()
