"""A screen with a list of commitments that may be a million: looked up row by row, as they show."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from textual import on, work
from textual.reactive import reactive

from commitrack.model.errors import CommitrackError
from commitrack.model.records import Dossier
from commitrack.query import Query
from commitrack.store import Lens, Store
from commitrack.tui.excerpt import Excerpt
from commitrack.tui.gateway import Stale
from commitrack.tui.host import host_of
from commitrack.tui.in_sight import InSightScreen
from commitrack.tui.listing import Listed, first_look, look_up
from commitrack.tui.records import Shelf, excerpts, fetch
from commitrack.tui.rows import Rows
from commitrack.tui.state import ViewState, counted, with_views
from commitrack.tui.widgets.commitment_table import CommitmentTable

_ROWS = "rows"
"""What is asked of the slow lane besides lists."""


class ListScreen(InSightScreen):
    """Keeps the table in step with what its state lists, and with the record."""

    state: reactive[ViewState] = reactive(ViewState(), repaint=False)
    counts: reactive[Mapping[str, int]] = reactive(dict, repaint=False)
    """How many commitments each view lists."""

    def __init__(self) -> None:
        super().__init__()
        self.shelf = Shelf()
        self._uncounted = True
        self.coming = True
        """Whether somebody has asked for something else than the table shows yet."""
        self._listed: Listed | None = None
        """What the table shows; what `state` asks for may still be looked up."""
        self._unreadable: frozenset[int] = frozenset()
        """What could not be read when it was asked for last."""
        self._wanted_rows: tuple[int, int] | None = None
        """The rows that are being looked up, or will be next: the first, and how many."""

    @property
    def table(self) -> CommitmentTable:
        """The table."""
        return self.query_one("#table", CommitmentTable)

    @property
    def shown(self) -> Listed:
        """What the table shows."""
        return self._listed or Listed(self.state.query, host_of(self).lens, Rows())

    @property
    def fetches(self) -> bool:
        """Whether the record under the cursor, or which one that is, is still to come."""
        number = self.state.cursor
        if number is None:
            return self._wanted_rows is not None
        return number not in self._unreadable and not self.shelf.holds(number)

    def look(self) -> None:
        """Show what is under the cursor, as far as it is at hand."""

    def look_ahead(self) -> None:
        """Make ready what another step like the last one leads to."""

    def tell(self) -> None:
        """Bring what is said of the list up to date."""

    # The list

    def ask_again(self, state: ViewState) -> None:
        """Show something else: the list follows when it has been found.

        The cursor will be on the state's; without one it starts at the top.
        """
        self.state = state
        self.coming = True
        self.list_anew()

    @work(group="begin")
    async def begin(self) -> None:
        """Show the first list, with all that its frame shows from one question; what else there is
        to know of it is asked once that frame is on the screen.

        It is asked in the fast lane: no other has its store open yet, and nothing else waits.
        """
        host, state, lines = host_of(self), self.state, self.size.height
        lens = host.lens
        try:
            found = await host.gateway.fast(lambda store: first_look(store, state, lens, lines))
        except CommitrackError as error:
            self.coming = False
            host.say(str(error), warning=True)
            return
        if not self.query("#table"):
            return  # the app has ended meanwhile
        self.shelf.put(found.dossiers)
        self.shelf.put_excerpts(found.excerpts)
        known, self.state = self.state.views, with_views(self.state, found.views)
        if self._is_listing:  # somebody was quicker, and wants another list
            if known != found.views:
                self.count_anew()
            return
        self._show(found.listed)
        await self.seen.wait()
        self.look_round()

    @property
    def _is_listing(self) -> bool:
        """Whether a list is being looked up, or the views counted."""
        return any(one.group == "list" and one.node is self for one in self.workers)

    def look_round(self) -> None:
        """Count the views, now that the first list is on the screen."""
        if not self._is_listing:
            self._count_first()

    @work(exclusive=True, group="list")
    async def _count_first(self) -> None:
        with contextlib.suppress(Stale):
            try:
                await self._count()
            except CommitrackError as error:
                host_of(self).say(str(error), warning=True)

    @work(exclusive=True, group="list")
    async def list_anew(self) -> None:
        """Ask which commitments are listed, fetch those in view, then count the views.

        The cursor stays with its commitment. When that is listed no more, it stays on its row of
        what is the same list, and goes to the top of another one.
        """
        host, state = host_of(self), self.state
        lens = host.lens
        row = self.table.row if self.shown.query == state.query else None
        host.gateway.drop(_ROWS)
        try:
            listed = await host.gateway.slow(lambda store: look_up(store, state, lens, row))
            near = listed.row or 0
            lines = self.size.height  # those in view: of the rest the table asks
            await fetch(host.gateway, self.shelf, listed.rows.between(near - lines, near + lines))
            self._show(listed)
            if self._uncounted:
                await self._count()
        except Stale:
            return
        except CommitrackError as error:
            self.coming = False
            host.say(str(error), warning=True)

    def count_anew(self) -> None:
        """List again, and count the views again, too: there are others now."""
        self._uncounted = True
        self.list_anew()

    async def _count(self) -> None:
        """Count the views: what is soon counted is shown while the rest still is."""
        host = host_of(self)
        for queries in counted(self.state.views):
            found = await host.gateway.slow(partial(_counts, queries, host.lens))
            self.counts = {**self.counts, **found}
            self.tell()
        self._uncounted = False

    def _show(self, listed: Listed) -> None:
        if self.state.marked:
            self.state = replace(self.state, marked=self.state.marked & listed.marked)
        self._listed = listed
        self.coming = False
        self.table.show(listed.rows, listed.row, listed.groups)
        self.state = replace(self.state, cursor=self.table.cursor)
        self.look()

    # Rows and records that come into view

    @on(CommitmentTable.RowsWanted)
    def look_up_rows(self, event: CommitmentTable.RowsWanted) -> None:
        """Look up what stands on rows that the table is about to show."""
        looking = self._wanted_rows is not None
        self._wanted_rows = (event.first, event.size)
        if not looking:
            self._look_up_rows()

    @work(group="rows")
    async def _look_up_rows(self) -> None:
        """One question after the other, always the newest: a list is put in order as a whole the
        first time, and to interrupt that at every step of the cursor would never let it end.
        """
        await self.seen.wait()
        host = host_of(self)
        while self._wanted_rows is not None:
            first, size = span = self._wanted_rows
            listed = self.shown
            numbers: Sequence[int] | None = None
            with contextlib.suppress(Stale):
                try:
                    ask = _page(listed.query, listed.lens, first, size)
                    numbers = await host.gateway.slow(ask, _ROWS)
                except CommitrackError as error:
                    host.say(str(error), warning=True)
            if self._wanted_rows == span:
                self._wanted_rows = None
            if numbers is None or self._listed is not listed:
                continue
            if len(numbers) < min(size, listed.rows.count - first):
                self.list_anew()  # it has become shorter since it was counted
                return
            self.table.found(first, numbers)

    @on(CommitmentTable.Wanted)
    def fetch_wanted(self, event: CommitmentTable.Wanted) -> None:
        """Fetch what the table is about to show."""
        self._fetch_wanted(event.numbers)

    @work(group="fetch")
    async def _fetch_wanted(self, numbers: tuple[int, ...]) -> None:
        await self.seen.wait()  # that is of what is in view, which has been fetched
        try:
            await fetch(host_of(self).gateway, self.shelf, numbers)
        except CommitrackError as error:
            self._unreadable = frozenset(numbers)
            host_of(self).say(str(error), warning=True)
            return
        self._unreadable = frozenset(self.shelf.missing(numbers))
        self.table.arrived(numbers)
        if self.state.cursor in numbers:
            self.look()
        self.look_ahead()

    # What was done to the record

    @work(group="refresh")
    async def refresh_records(self, numbers: tuple[int, ...]) -> None:
        """Bring these records, if they are at hand, up to date, then the list and the counts.

        Without any it is names, or the day: whatever is derived from them may have changed.
        """
        host = host_of(self)
        self._uncounted = True
        if not numbers:
            self.shelf.clear()
            self.table.look_again(host.lens.today)
            self.list_anew()
            return
        held = self.shelf.held(numbers)
        cursor = self.state.cursor
        try:
            fresh, around = await host.gateway.fast(lambda store: _anew(store, held, cursor))
        except CommitrackError as error:
            host.say(str(error), warning=True)
            return
        self.shelf.drop(held)
        self.shelf.put(fresh)
        self.shelf.put_excerpts(around)  # a name may have been erased from their words
        self.table.arrived()
        self.look()
        self.list_anew()


def _anew(
    store: Store, numbers: Sequence[int], cursor: int | None
) -> tuple[Sequence[Dossier], Sequence[tuple[int, Excerpt]]]:
    """These as they are now, with the statement around the one under the cursor.

    The others' are read when the cursor comes near: they may be a thousand, of as many statements.
    """
    fresh = store.dossiers(numbers)
    return fresh, excerpts(store, [one for one in fresh if one.commitment.number == cursor])


def _counts(queries: Mapping[str, Query], lens: Lens, store: Store) -> dict[str, int]:
    return store.counts(queries, lens)


def _page(query: Query, lens: Lens, first: int, size: int) -> Callable[[Store], Sequence[int]]:
    return lambda store: store.page(query, lens, first, size)
