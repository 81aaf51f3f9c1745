"""The screen most of the work is done on: saved views, the list, and the record beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial
from itertools import islice
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal
from textual.reactive import reactive
from textual.screen import Screen

from commitrack.model.errors import CommitrackError
from commitrack.model.records import Dossier
from commitrack.query import Query, QueryError, SavedView, Sort
from commitrack.store import Lens, Store
from commitrack.store.expanding import every_view
from commitrack.tui.command import Place, Situation
from commitrack.tui.commands import enabled
from commitrack.tui.empty import empty_words
from commitrack.tui.gateway import Stale
from commitrack.tui.host import host_of
from commitrack.tui.keymap import Keymap, bindings
from commitrack.tui.messages import RecordChanged
from commitrack.tui.records import Shelf, fetch, fetch_excerpts
from commitrack.tui.state import (
    ViewState,
    count_words,
    counted,
    query_of,
    view_named,
    with_views,
)
from commitrack.tui.widgets.commitment_table import CommitmentTable
from commitrack.tui.widgets.detail import DetailPane
from commitrack.tui.widgets.filter_bar import FilterBar
from commitrack.tui.widgets.status_line import FooterLine, HeaderLine
from commitrack.tui.widgets.views_pane import ViewChosen, ViewsPane, ViewsStrip

_NEAR = 8
"""Rows around the cursor whose statements are read ahead."""

_WIDE = 110
"""Columns from which the views and the record stand beside the list."""
_BROAD = 150
"""Columns from which the views have room for their whole titles."""
_SAMPLED = 256
"""Marked commitments that are asked for their status to say which commands make sense."""


class BrowseScreen(Screen[None]):
    """Owns what is shown as one immutable `ViewState`; its parts are told, and answer by message.

    A cursor move is carried to the detail pane within its own handler, so that both are painted
    in the same frame.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.BROWSE),
        *(Binding(key, f"view_key('{key}')", show=False) for key in "1234567890"),
    ]
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide"), (_BROAD, "-broad")]  # noqa: RUF012

    state: reactive[ViewState] = reactive(ViewState(), repaint=False)
    counts: reactive[Mapping[str, int]] = reactive(dict, repaint=False)
    """How many commitments each view lists."""

    def __init__(self, keymap: Keymap) -> None:
        super().__init__()
        self._keymap = keymap
        self._shelf = Shelf()
        self._uncounted = True
        self._before_filter = ViewState()
        """What was shown when the filter was opened, to come back to."""

    def compose(self) -> ComposeResult:
        """Lay out the parts and bind those that follow the state to it."""
        host = host_of(self)
        lens = host.lens
        narrow = self.app.size.width < _WIDE
        self.set_class(narrow, "-narrow")  # already in the first frame, not only after it
        yield HeaderLine(host.place, lens.actor, lens.today, id="header")
        yield ViewsStrip(id="strip").data_bind(BrowseScreen.state, BrowseScreen.counts)
        yield FilterBar(self._within, lambda: self.state.views, id="filter")
        with Horizontal(id="panes"):
            yield ViewsPane(id="views").data_bind(BrowseScreen.state, BrowseScreen.counts)
            with Container(id="work"):
                yield CommitmentTable(self._shelf.get, lens.today, id="table").data_bind(
                    BrowseScreen.state
                )
                yield DetailPane(id="detail")
        yield FooterLine(self._keymap, id="footer")

    def on_mount(self) -> None:
        """Follow the cursor, and ask for the first list."""
        self.watch(self.table, "cursor", self._cursor_moved, init=False)
        self.table.focus()
        self._list()
        self._read_views()

    @property
    def table(self) -> CommitmentTable:
        """The table."""
        return self.query_one("#table", CommitmentTable)

    @property
    def detail(self) -> DetailPane:
        """The detail pane."""
        return self.query_one("#detail", DetailPane)

    @property
    def situation(self) -> Situation:
        """What is in the user's hands."""
        marked = [self._shelf.get(number) for number in islice(self.state.marked, _SAMPLED)]
        statuses = frozenset(one.commitment.status for one in marked if one is not None)
        return Situation(self._at_hand(), len(self.state.marked), statuses)

    def _at_hand(self) -> Dossier | None:
        cursor = self.state.cursor
        return None if cursor is None else self._shelf.get(cursor)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command that makes no sense now leaves its key without effect."""
        return enabled(action, parameters, self.situation) if self.is_mounted else True

    # Listing

    @work(exclusive=True, group="list")
    async def _list(self) -> None:
        """Ask which commitments are listed, fetch those in view, then count the views."""
        host = host_of(self)
        query, lens = self.state.query, host.lens
        try:
            numbers = await host.gateway.slow(lambda store: store.ids(query, lens))
            window = self.table.window(numbers, self.state.cursor)
            await fetch(host.gateway, self._shelf, window)
            self._show(numbers)
            if self._uncounted:
                await self._count()
                self._uncounted = False
        except Stale:
            return
        except CommitrackError as error:
            host.say(str(error), warning=True)

    async def _count(self) -> None:
        """Count the views: what is soon counted is shown while the rest still is."""
        host = host_of(self)
        for queries in counted(self.state.views):
            found = await host.gateway.slow(partial(_counts, queries, host.lens))
            self.counts = {**self.counts, **found}
            self._tell()

    def _show(self, numbers: Sequence[int]) -> None:
        if self.state.marked:
            self.state = replace(self.state, marked=self.state.marked & frozenset(numbers))
        self.table.show(numbers, self.state.cursor)
        self.state = replace(self.state, cursor=self.table.cursor)
        self._look()

    def _ask_again(self, state: ViewState) -> None:
        """Show something else: the list follows when it has been found.

        The cursor will be on the state's; without one it starts at the top.
        """
        self.state = state
        self._list()

    @on(CommitmentTable.Wanted)
    def fetch_wanted(self, event: CommitmentTable.Wanted) -> None:
        """Fetch what the table is about to show."""
        self._fetch_wanted(event.numbers)

    @work(group="fetch")
    async def _fetch_wanted(self, numbers: tuple[int, ...]) -> None:
        try:
            await fetch(host_of(self).gateway, self._shelf, numbers)
        except CommitrackError as error:
            host_of(self).say(str(error), warning=True)
            return
        self.table.arrived()
        if self.state.cursor in numbers:
            self._look()

    # Following the cursor

    def _cursor_moved(self, number: int | None) -> None:
        self.state = replace(self.state, cursor=number)
        self._look()

    def _look(self) -> None:
        """Show the commitment under the cursor; ask for its statement when it is not at hand."""
        number = self.state.cursor
        dossier = self._at_hand()
        excerpt = None if number is None else self._shelf.excerpt(number)
        self.detail.show(dossier, excerpt, host_of(self).lens.today)
        self._tell()
        if dossier is not None and dossier.mentions and excerpt is None:
            self._read_around()

    def _tell(self) -> None:
        """Bring the lines above and below up to date."""
        self.query_one("#footer", FooterLine).situation = self.situation
        header = self.query_one("#header", HeaderLine)
        marked = len(self.state.marked)
        header.title = count_words(self.state.view, len(self.table.numbers))
        remarks = ["filtered"] if self.state.filter else []
        header.remark = " · ".join([*remarks, f"{marked:,} marked"] if marked else remarks)
        self.table.say_empty(*empty_words(self.state, self.counts.get("all")))

    @work(exclusive=True, group="excerpts")
    async def _read_around(self) -> None:
        """Read the statements of the commitments near the cursor."""
        row = self.table.row
        near = self.table.numbers[max(0, row - _NEAR) : row + _NEAR + 1]
        try:
            await fetch_excerpts(host_of(self).gateway, self._shelf, near)
        except CommitrackError as error:
            host_of(self).say(str(error), warning=True)
            return
        cursor = self.state.cursor
        if cursor is not None and self._shelf.excerpt(cursor) is not None:
            host = host_of(self)
            self.detail.show(self._at_hand(), self._shelf.excerpt(cursor), host.lens.today)

    # What others did

    def on_record_changed(self, event: RecordChanged) -> None:
        """Bring what is at hand up to date, then the list and the counts."""
        self._refresh_records(event.numbers)

    @work(group="refresh")
    async def _refresh_records(self, numbers: tuple[int, ...]) -> None:
        host = host_of(self)
        self._uncounted = True
        self._read_views()
        if not numbers:  # names, or the day: whatever is derived from them may have changed
            self.query_one("#header", HeaderLine).today = host.lens.today
            self._shelf.clear()
            self.table.look_again(host.lens.today)
            self._list()
            return
        held = self._shelf.held(numbers)
        try:
            fresh = await host.gateway.fast(lambda store: store.dossiers(held))
        except CommitrackError as error:
            host.say(str(error), warning=True)
            return
        self._shelf.drop(held)
        self._shelf.put(fresh)
        self.table.arrived()
        self._look()
        self._list()

    # Views, order and filter

    @work(exclusive=True, group="views")
    async def _read_views(self) -> None:
        """Look which views there are, and list and count anew when they have changed."""
        host = host_of(self)
        try:
            views = await host.gateway.fast(every_view)
        except CommitrackError as error:
            host.say(str(error), warning=True)
            return
        if views == self.state.views:
            return
        self.state = with_views(self.state, views)
        self._uncounted = True
        self._list()

    @on(ViewChosen)
    def choose_view(self, event: ViewChosen) -> None:
        """Show another view."""
        self.show_view(event.view)

    def show_view(self, view: SavedView) -> None:
        """List a view from its top, without a filter or marks."""
        try:
            query_of(view, "", self.state.views)
        except QueryError as error:  # an erasure has taken words out of it
            host_of(self).say(f"@{view.name}: {error}", warning=True)
            return
        self.query_one("#filter", FilterBar).rest("")
        self._ask_again(ViewState(view=view, views=self.state.views))

    def action_view(self, name: str) -> None:
        """Show the view with this name, and give the list the keys."""
        self.show_view(view_named(name, self.state.views))
        self.table.focus()

    def action_view_key(self, key: str) -> None:
        """Show the view with this key."""
        named = [view.name for view in self.state.views if view.hotkey == key]
        if named:
            self.action_view(named[0])
        else:
            host_of(self).say(f"no view has the key {key}")

    @work(exclusive=True, group="act")
    async def action_save_view(self) -> None:
        """Save what is listed as a view, and show that."""
        from commitrack.tui.saving import save_view  # with its dialogs: not before one is asked

        host = host_of(self)
        name = await save_view(host, self, self.state)
        if name is not None:
            self.state = with_views(self.state, await host.gateway.fast(every_view))
            self.action_view(name)

    @work(exclusive=True, group="act")
    async def action_delete_view(self) -> None:
        """Delete the view that is shown, if it is one of one's own."""
        from commitrack.tui.saving import delete_view

        await delete_view(host_of(self), self, self.state.view)

    @on(CommitmentTable.SortAsked)
    def sort_by(self, event: CommitmentTable.SortAsked) -> None:
        """Sort by the column that was clicked."""
        self._ask_again(self.state.sorted_by(event.field))

    def action_sort_next(self) -> None:
        """Sort by the next column."""
        self._sort_step(1)

    def action_sort_previous(self) -> None:
        """Sort by the column before."""
        self._sort_step(-1)

    def _sort_step(self, by: int) -> None:
        sort = Sort(self.table.sort_step(by))
        self._ask_again(replace(self.state, sort=sort))

    def action_sort_reverse(self) -> None:
        """Turn the order round."""
        self._ask_again(self.state.reversed())

    def action_filter(self) -> None:
        """Open the filter."""
        self._before_filter = self.state
        self.query_one("#filter", FilterBar).open(self.state.filter)

    def _within(self, typed: str) -> Query:
        """What a filter would find in the view that is shown."""
        return query_of(self.state.view, typed, self.state.views)

    @on(FilterBar.Typed)
    def narrow(self, event: FilterBar.Typed) -> None:
        """List what the filter finds; one that cannot be read leaves the list as it is."""
        bar = self.query_one("#filter", FilterBar)
        try:
            self._within(event.text)
        except QueryError as error:
            bar.wrong(error)
            return
        bar.well()
        self._ask_again(replace(self.state, filter=event.text.strip()))

    @on(FilterBar.Done)
    def filter_done(self, event: FilterBar.Done) -> None:
        """Go back to the list, with the filter or without it."""
        if not event.keep:
            self._ask_again(self._before_filter)
        self.query_one("#filter", FilterBar).rest(self.state.filter)
        self.table.focus()

    def action_back(self) -> None:
        """Take the marks off, then the filter, then show the list."""
        if self.state.marked:
            self.state = replace(self.state, marked=frozenset())
            self._tell()
        elif self.state.filter:
            self.query_one("#filter", FilterBar).rest("")
            self._ask_again(replace(self.state, filter=""))
        else:
            self.table.focus()

    @on(CommitmentTable.Toggled)
    def toggle_marks(self, event: CommitmentTable.Toggled) -> None:
        """Mark or unmark."""
        self.state = self.state.toggled(event.numbers)
        self._tell()

    # Looking

    def action_toggle_detail(self) -> None:
        """Show or hide the record."""
        self.toggle_class("-without-detail")

    def action_toggle_views(self) -> None:
        """Show or hide the views."""
        self.toggle_class("-without-views")

    @on(CommitmentTable.Opened)
    def open_clicked(self) -> None:
        """A double click opens the statement."""
        self.action_statement()

    def action_statement(self) -> None:
        """Read the statement at the quoted words."""
        dossier = self._at_hand()
        if dossier is None:
            return
        if not dossier.mentions:
            host_of(self).say(f"{dossier.commitment.id} was put in by hand: it has no statement")
            return
        from commitrack.tui.screens.statement import StatementScreen

        number = dossier.commitment.number
        self.app.push_screen(StatementScreen(dossier.mentions[0].statement, number))

    def action_coverage(self) -> None:
        """Go through the sentences of its statement; with nothing listed, of the newest one."""
        from commitrack.tui.screens.coverage import CoverageScreen

        dossier = self._at_hand()
        if dossier is None or not dossier.mentions:
            self.app.push_screen(CoverageScreen())
            return
        mention = dossier.mentions[0]
        self.app.push_screen(CoverageScreen(mention.statement, mention.start))

    def action_history(self) -> None:
        """Show the history of the commitment under the cursor."""
        from commitrack.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self.state.cursor))

    def action_history_all(self) -> None:
        """Show the history of everything."""
        from commitrack.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(None))

    def action_inbox(self) -> None:
        """Go through the candidates."""
        from commitrack.tui.screens.inbox import InboxScreen

        self.app.push_screen(InboxScreen())

    # Acting

    @property
    def in_hand(self) -> tuple[int, ...]:
        """What a command acts on: the marked commitments in their order, or the one under the
        cursor.
        """
        if self.state.marked:
            return tuple(one for one in self.table.numbers if one in self.state.marked)
        return () if self.state.cursor is None else (self.state.cursor,)

    @work(exclusive=True, group="act")
    async def _act(self, command: str) -> None:
        from commitrack.tui.acting import act  # with every dialog there is: not before one is asked

        await act(host_of(self), self, command, self.in_hand)

    def action_ask(self, command: str) -> None:
        """Ask in a dialog what a command needs to know, and do it."""
        self._act(command)

    @work(exclusive=True, group="act")
    async def action_like(self) -> None:
        """Compare the one under the cursor with what it seems to say again."""
        from commitrack.tui.acting import compare

        cursor = self.state.cursor
        if cursor is not None:
            await compare(host_of(self), self, (cursor,))

    def action_sign_off(self) -> None:
        """Decide the review that waits here, or show the queue."""
        dossier = self._at_hand()
        if not self.state.marked and dossier is not None and dossier.pending_review is not None:
            self._act("sign_off")
            return
        from commitrack.tui.screens.sign_off import SignOffScreen

        self.app.push_screen(SignOffScreen())

    @on(FooterLine.Chosen)
    async def give(self, event: FooterLine.Chosen) -> None:
        """Give the command that was clicked in the footer."""
        places = {Place.TABLE: self.table, Place.BROWSE: self}
        await self.app.run_action(event.command.action(), places.get(event.command.place))


def _counts(queries: Mapping[str, Query], lens: Lens, store: Store) -> dict[str, int]:
    return store.counts(queries, lens)
