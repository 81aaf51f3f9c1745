"""Marks in a list of any length, and what a command then acts on."""

from __future__ import annotations

import contextlib
from array import array
from collections.abc import Sequence
from itertools import islice

from textual import on, work

from commitrack.model.errors import CommitrackError
from commitrack.model.records import Dossier
from commitrack.store import Store
from commitrack.tui.command import Situation
from commitrack.tui.gateway import Stale
from commitrack.tui.host import host_of
from commitrack.tui.screens.list_screen import ListScreen
from commitrack.tui.state import ViewState
from commitrack.tui.widgets.commitment_table import CommitmentTable

_SAMPLED = 256
"""Marked commitments that are asked for their status to say which commands make sense."""
_BY_NUMBER = 10_000
"""So many are marked by their numbers; of a longer list it is kept that every one is."""
_MARKS, _ORDER = "marks", "order"
"""What is asked of the slow lane besides lists."""


class MarkingScreen(ListScreen):
    """A list in which one, a range, or everything is marked; not a number more is fetched than is
    needed for it.
    """

    @property
    def at_hand(self) -> Dossier | None:
        """The commitment under the cursor, if its record has been fetched."""
        cursor = self.state.cursor
        return None if cursor is None else self.shelf.get(cursor)

    @property
    def marks(self) -> int:
        """How many are marked."""
        return self.state.marks(self.table.count)

    @property
    def situation(self) -> Situation:
        """What is in the user's hands."""
        state, row = self.state, self.table.row
        near = self.table.rows.between(row - _SAMPLED // 2, row + _SAMPLED // 2)
        marked = filter(state.has_marked, near) if state.every else state.marked
        sample = [self.shelf.get(number) for number in islice(marked, _SAMPLED)]
        statuses = frozenset(one.commitment.status for one in sample if one is not None)
        return Situation(self.at_hand, self.marks, statuses)

    def mark(self, state: ViewState) -> None:
        """Go on with other marks."""
        self.state = state
        self.tell()

    @on(CommitmentTable.Toggled)
    def toggle_marks(self, event: CommitmentTable.Toggled) -> None:
        """Mark or unmark."""
        self.mark(self.state.toggled(event.numbers))

    @on(CommitmentTable.Ranged)
    def mark_range(self, event: CommitmentTable.Ranged) -> None:
        """Mark or unmark everything between two rows."""
        known = self.table.rows.between(event.first, event.first + event.size)
        if len(known) == event.size:
            self.mark(self.state.marking(frozenset(known)))
        else:
            self._mark_rows(event.first, event.size)

    @on(CommitmentTable.EveryToggled)
    def mark_every(self) -> None:
        """Mark or unmark everything listed: by number if it is not too much, else as a whole."""
        if self.state.every or self.table.count > _BY_NUMBER:
            self.mark(self.state.marking_every())
            self._put_in_order()
        else:
            self._mark_rows(0, self.table.count)

    @work(exclusive=True, group="order")
    async def _put_in_order(self) -> None:
        """Put the whole list in order, which takes a moment for a million: a command may follow."""
        host, shown = host_of(self), self.shown
        with contextlib.suppress(Stale, CommitrackError):  # a command will tell what is wrong
            await host.gateway.slow(lambda store: len(store.ids(shown.query, shown.lens)), _ORDER)

    @work(group="marks")
    async def _mark_rows(self, first: int, size: int) -> None:
        host, shown = host_of(self), self.shown
        try:
            numbers = await host.gateway.slow(
                lambda store: store.page(shown.query, shown.lens, first, size), _MARKS
            )
        except Stale:
            return
        except CommitrackError as error:
            host.say(str(error), warning=True)
            return
        if self.shown is shown:
            self.mark(self.state.marking(frozenset(numbers)))

    def without_every(self) -> ViewState:
        """The state for another list: of what it holds besides, nothing was ever marked."""
        if not self.state.every:
            return self.state
        host_of(self).say("the marks are off: everything was marked, of another list")
        return self.state.unmarked()

    async def in_hand(self) -> Sequence[int]:
        """What a command acts on, any number: the marked commitments in their order, or the one
        under the cursor.
        """
        state, shown, gateway = self.state, self.shown, host_of(self).gateway
        if state.every:
            spared = state.spared

            def every(store: Store) -> Sequence[int]:
                found = store.ids(shown.query, shown.lens)
                return array("q", (one for one in found if one not in spared)) if spared else found

            return await gateway.slow(every, _MARKS)
        if state.marked:
            marked = tuple(state.marked)
            return await gateway.slow(
                lambda store: store.among(shown.query, shown.lens, marked), _MARKS
            )
        return () if state.cursor is None else (state.cursor,)
