"""The screen most of the work is done on: saved views, the list, and the record beside it."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from dataclasses import replace
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.command import CommandPalette
from textual.containers import Container, Horizontal

from commitrack.model.columns import heading
from commitrack.model.errors import CommitrackError
from commitrack.query import Query, QueryError, SavedView, Sort
from commitrack.store.expanding import every_view
from commitrack.tui.afterwards import Afterwards
from commitrack.tui.asking import asks
from commitrack.tui.command import Place
from commitrack.tui.commands import enabled
from commitrack.tui.empty import empty_words
from commitrack.tui.filter_draft import FilterDraft
from commitrack.tui.gateway import Stale
from commitrack.tui.host import host_of
from commitrack.tui.keymap import Keymap, bindings
from commitrack.tui.list_commands import Fold, Mark
from commitrack.tui.listing import Listed
from commitrack.tui.messages import RecordChanged, Usable
from commitrack.tui.records import fetch_excerpts
from commitrack.tui.screens.looking import LookingScreen
from commitrack.tui.state import ViewState, count_words, query_of, view_named, with_views
from commitrack.tui.widgets.commitment_table import CommitmentTable
from commitrack.tui.widgets.detail import DetailPane
from commitrack.tui.widgets.filter_bar import FilterBar
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.status_line import FooterLine, HeaderLine
from commitrack.tui.widgets.views_pane import ViewChosen, ViewsPane, ViewsStrip

_NEAR = 8
"""Rows around the cursor whose statements are read ahead."""

_PATIENCE = 0.25
"""Seconds for which the first frame waits for the first list."""

_WIDE = 110
"""Columns from which the views and the record stand beside the list."""
_BROAD = 150
"""Columns from which the views have room for their whole titles."""


class BrowseScreen(LookingScreen):
    """Owns what is shown as one immutable `ViewState`; its parts are told, and answer by message.

    A cursor move is carried to the detail pane within its own handler, so that both are painted
    in the same frame.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        *bindings(Place.BROWSE),
        *(Binding(key, f"view_key('{key}')", show=False) for key in "1234567890"),
    ]
    AUTO_FOCUS = "#table"
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (_WIDE, "-wide"), (_BROAD, "-broad")]  # noqa: RUF012

    def __init__(self, keymap: Keymap, columns: Sequence[str] = ()) -> None:
        super().__init__()
        self._keymap = keymap
        self._columns = columns
        self._row, self._step = 0, 0
        """The row of the cursor, and how far the last step of it led."""
        self._ahead = Afterwards(self, self.look_ahead)
        self._filter_draft = FilterDraft(lambda: getattr(self.app, "drafting", None))
        self._before_filter = ViewState()
        """What was shown when the filter was opened, to come back to."""

    def compose(self) -> ComposeResult:
        """Lay out the parts and bind those that follow the state to it."""
        host = host_of(self)
        lens = host.lens
        yield PlaceBar(id="places")
        yield HeaderLine(host.place, lens.actor, lens.today, id="header")
        yield ViewsStrip(id="strip").data_bind(BrowseScreen.state, BrowseScreen.counts)
        yield FilterBar(self._within, lambda: self.state.views, id="filter")
        with Horizontal(id="panes"):
            yield ViewsPane(id="views").data_bind(BrowseScreen.state, BrowseScreen.counts)
            with Container(id="work"):
                yield CommitmentTable(
                    self.shelf.get, lens.today, columns=self._columns, id="table"
                ).data_bind(BrowseScreen.state)
                yield DetailPane(id="detail")
        yield FooterLine(self._keymap, id="footer")

    def on_mount(self) -> None:
        """Follow the cursor, and ask for the first list."""
        self.watch(self.table, "heading", self._on_heading, init=False)
        self.watch(self.table, "cursor", self._cursor_moved, init=False)
        self.veil(_PATIENCE)
        self.begin()

    def look_round(self) -> None:
        """Count the views, read the statements of the commitments near the first, and make the
        parts of the filter.
        """
        super().look_round()
        self.query_one("#filter", FilterBar).furnish()
        self._read_around()

    def _show(self, listed: Listed) -> None:
        """The first list comes with the first frame."""
        super()._show(listed)
        self.unveil()

    def first_seen(self) -> None:
        """Tell the app that one can work."""
        self.post_message(Usable())

    def on_screen_resume(self, event: events.ScreenResume) -> None:
        """It looks as it did; what a theme changes is done elsewhere."""
        event.refresh_styles = False

    @property
    def detail(self) -> DetailPane:
        """The detail pane."""
        return self.query_one("#detail", DetailPane)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command that makes no sense now leaves its key without effect."""
        return enabled(action, parameters, self.situation) if self.is_mounted else True

    # Following the cursor

    def _cursor_moved(self, number: int | None) -> None:
        self.state = replace(self.state, cursor=number)
        self.look()
        row = self.table.row
        self._step, self._row = row - self._row, row
        self._ahead.ask()

    def _on_heading(self, heading: tuple[str, int] | None) -> None:
        """Where a whole group is under the cursor, say so in place of a record."""
        instead = ("", "")
        if heading is not None:
            name, size = heading
            mark, fold = self._keymap.label(Mark), self._keymap.label(Fold)
            unit = "commitment" if size == 1 else "commitments"
            instead = (
                name,
                f"{size:,} {unit} · {mark} marks all of it · {fold} folds and unfolds it",
            )
        self.detail.say(*instead)

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

    def look(self) -> None:
        """Show the commitment under the cursor; ask for its statement when it is not at hand."""
        number = self.state.cursor
        dossier = self.at_hand
        excerpt = None if number is None else self.shelf.excerpt(number)
        self.detail.show(dossier, excerpt, host_of(self).lens.today)
        self.tell()
        if dossier is not None and dossier.mentions and excerpt is None:
            self._read_around()

    def tell(self) -> None:
        """Bring the lines above and below up to date."""
        self.query_one("#footer", FooterLine).situation = self.situation
        header = self.query_one("#header", HeaderLine)
        marked = self.marks
        header.title = count_words(self.state.view, self.table.count)
        remarks = ["filtered"] if self.state.filter else []
        group = self.shown.query.group
        remarks += [f"by {heading(group)}"] if group is not None else []
        header.remark = " · ".join([*remarks, f"{marked:,} marked"] if marked else remarks)
        self.table.say_empty(*empty_words(self.state, self.counts.get("all")))

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

    # What others did

    def on_record_changed(self, event: RecordChanged) -> None:
        """Bring what is at hand up to date, then the list and the counts."""
        self._read_views()
        if not event.numbers:
            self.query_one("#header", HeaderLine).today = host_of(self).lens.today
        self.refresh_records(event.numbers)

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
        self.count_anew()

    @on(ViewChosen)
    def choose_view(self, event: ViewChosen) -> None:
        """Show another view."""
        self.show_view(event.view)

    @on(ViewsStrip.AllWanted)
    def choose_from_all_views(self) -> None:
        """Show every view to choose from, where the line had no room for all."""
        from commitrack.tui.palette import ViewProvider

        self.app.push_screen(CommandPalette([ViewProvider], placeholder="Which view …"))

    def show_view(self, view: SavedView) -> None:
        """List a view from its top, without a filter or marks."""
        try:
            query_of(view, "", self.state.views)
        except QueryError as error:  # an erasure has taken words out of it
            host_of(self).say(f"@{view.name}: {error}", warning=True)
            return
        if self.state.filter:  # one that nobody has looked at again since the program ended stays
            self._filter_draft.says("")
        self.query_one("#filter", FilterBar).rest("")
        self.ask_again(ViewState(view=view, views=self.state.views))

    def show_query(self, query: str) -> None:
        """List what a query finds among everything, as if it had been typed in the filter."""
        self.query_one("#filter", FilterBar).rest(query)
        everything = view_named("all", self.state.views)
        self.ask_again(ViewState(view=everything, views=self.state.views, filter=query))
        self.table.focus()

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

    @asks("act", exclusive=True)
    async def action_save_view(self) -> None:
        """Save what is listed as a view, and show that."""
        from commitrack.tui.saving import save_view  # with its dialogs: not before one is asked

        host = host_of(self)
        name = await save_view(host, self, self.state)
        if name is not None:
            self.state = with_views(self.state, await host.gateway.fast(every_view))
            self.action_view(name)

    @asks("act", exclusive=True)
    async def action_delete_view(self) -> None:
        """Delete the view that is shown, if it is one of one's own."""
        from commitrack.tui.saving import delete_view

        await delete_view(host_of(self), self, self.state.view)

    @asks("act", exclusive=True)
    async def action_export_views(self) -> None:
        """Write views of one's own to a file."""
        from commitrack.tui.handing_on import export_views

        await export_views(host_of(self), self, self.state.view)

    @asks("act", exclusive=True)
    async def action_import_views(self) -> None:
        """Take views in from a file."""
        from commitrack.tui.handing_on import import_views

        await import_views(host_of(self), self)

    @on(CommitmentTable.SortAsked)
    def sort_by(self, event: CommitmentTable.SortAsked) -> None:
        """Sort by the column that was clicked."""
        self.ask_again(self.state.sorted_by(event.field))

    def action_sort_next(self) -> None:
        """Sort by the next column."""
        self._sort_step(1)

    def action_sort_previous(self) -> None:
        """Sort by the column before."""
        self._sort_step(-1)

    def _sort_step(self, by: int) -> None:
        sort = Sort(self.table.sort_step(by))
        self.ask_again(replace(self.state, sort=sort))

    def action_sort_reverse(self) -> None:
        """Turn the order round."""
        self.ask_again(self.state.reversed())

    def forget_filter(self) -> None:
        """Nothing is filtered any more."""
        self._filter_draft.says("")
        self.query_one("#filter", FilterBar).rest("")

    def action_group(self) -> None:
        """Group by the next field."""
        self.ask_again(self.state.grouped())

    def action_filter(self) -> None:
        """Open the filter; what was typed when the program ended is in it again."""
        self._before_filter = self.state
        bar = self.query_one("#filter", FilterBar)
        typed, when = ("", "") if self.state.filter else self._filter_draft.found()
        bar.open(typed or self.state.filter)
        if typed:
            host_of(self).say(f"the filter from {when} is here again: escape takes it off")
            self.narrow(FilterBar.Typed(typed))

    def _within(self, typed: str) -> Query:
        """What a filter would find in the view that is shown."""
        return query_of(self.state.view, typed, self.state.views)

    @on(FilterBar.Typed)
    def narrow(self, event: FilterBar.Typed) -> None:
        """List what the filter finds; one that cannot be read leaves the list as it is."""
        bar = self.query_one("#filter", FilterBar)
        self._filter_draft.says(event.text)
        try:
            self._within(event.text)
        except QueryError as error:
            bar.unreadable(error)
            return
        bar.well()
        text = event.text.strip()
        state = self.state if text == self.state.filter else self.without_every()
        self.ask_again(replace(state, filter=text))

    @on(FilterBar.Done)
    def filter_done(self, event: FilterBar.Done) -> None:
        """Go back to the list, with the filter or without it; one that cannot be read stays."""
        bar = self.query_one("#filter", FilterBar)
        try:
            if event.keep:
                self._within(bar.input.value)
            else:
                self._filter_draft.says(self._before_filter.filter)
                self.ask_again(self._before_filter)
        except QueryError as error:
            bar.wrong(error)
            return
        bar.rest(self.state.filter)
        self.table.focus()

    def on_descendant_focus(self) -> None:
        """Show what keys mean while the filter has them."""
        self._tell_typing()

    def on_descendant_blur(self) -> None:
        """They mean the commands again."""
        self._tell_typing()

    def _tell_typing(self) -> None:
        typing = self.query_one("#filter", FilterBar).has_class("-typing")
        self.query_one("#footer", FooterLine).typing = typing

    def action_back(self) -> None:
        """Bring all panes back, take the marks off, then the filter, then go to the list."""
        if self.unzoom():
            return
        if self.marks:
            self.state = self.state.unmarked()
            self.tell()
        elif self.state.filter:
            self.forget_filter()
            self.ask_again(replace(self.state, filter=""))
        else:
            self.table.focus()

    # Looking

    def action_toggle_detail(self) -> None:
        """Show or hide the record."""
        self.toggle_class("-without-detail")

    def action_toggle_views(self) -> None:
        """Show or hide the views."""
        self.toggle_class("-without-views")

    @on(CommitmentTable.Opened)
    @on(DetailPane.Opened)
    def open_clicked(self) -> None:
        """A double click, in the list or in the record, opens the statement."""
        self.action_statement()

    def action_statement(self) -> None:
        """Read the statement at the quoted words."""
        dossier = self.at_hand
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

        dossier = self.at_hand
        if dossier is None or not dossier.mentions:
            self.app.push_screen(CoverageScreen())
            return
        mention = dossier.mentions[0]
        self.app.push_screen(CoverageScreen(mention.statement, mention.start))

    def action_history(self) -> None:
        """Show the history of the commitment under the cursor."""
        from commitrack.tui.screens.history import HistoryScreen

        self.app.push_screen(HistoryScreen(self.state.cursor))

    # Acting

    @asks("act", exclusive=True)
    async def _act(self, command: str) -> None:
        from commitrack.tui.acting import act  # with every dialog there is: not before one is asked

        try:
            in_hand = await self.in_hand()
        except Stale:
            return
        except CommitrackError as error:
            host_of(self).say(str(error), warning=True)
            return
        await act(host_of(self), self, command, in_hand)

    def action_ask(self, command: str) -> None:
        """Ask in a dialog what a command needs to know, and do it."""
        self._act(command)

    @asks("act", exclusive=True)
    async def action_like(self) -> None:
        """Compare the one under the cursor with what it seems to say again."""
        from commitrack.tui.acting import compare

        cursor = self.state.cursor
        if cursor is not None:
            await compare(host_of(self), self, (cursor,))

    def action_sign_off(self) -> None:
        """Decide the review that waits here, or go to all of them."""
        dossier = self.at_hand
        if not self.marks and dossier is not None and dossier.pending_review is not None:
            self._act("sign_off")
            return
        self.app.call_later(self.app.run_action, "go_to('reviews')")

    @on(FooterLine.Chosen)
    async def give(self, event: FooterLine.Chosen) -> None:
        """Give the command that was clicked in the footer."""
        places = {Place.TABLE: self.table, Place.BROWSE: self}
        await self.app.run_action(event.command.action(), places.get(event.command.place))
