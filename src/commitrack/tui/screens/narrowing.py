"""What a list lists: a view, in an order and in groups, narrowed by a filter."""

from __future__ import annotations

from dataclasses import replace

from textual import on, work
from textual.actions import parse
from textual.command import CommandPalette
from textual.widgets import Input

from commitrack.model.errors import CommitrackError
from commitrack.query import Query, QueryError, SavedView, Sort
from commitrack.store.expanding import every_view
from commitrack.tui.asking import asks, bound_to
from commitrack.tui.filter_draft import FilterDraft
from commitrack.tui.host import host_of
from commitrack.tui.screens.following import FollowingScreen
from commitrack.tui.state import ViewState, query_of, view_named, with_views
from commitrack.tui.widgets.commitment_table import CommitmentTable
from commitrack.tui.widgets.filter_bar import FilterBar
from commitrack.tui.widgets.views_pane import ViewChosen, ViewsStrip

_CHOOSING = frozenset(
    {"back", "filter", "group", "sort_next", "sort_previous", "sort_reverse", "view", "view_key"}
)
"""Actions that choose what is listed, and how."""


class NarrowingScreen(FollowingScreen):
    """Lists what a view and a filter find; views can be saved, deleted and handed on."""

    def __init__(self) -> None:
        super().__init__()
        self._filter_draft = FilterDraft(lambda: getattr(self.app, "drafting", None))
        self._before_filter = ViewState()
        """What was shown when the filter was opened, to come back to."""

    def awaits(self, key: str) -> bool:
        """Whether a key is about what is listed, while that is still to come: on what is in view
        until then, nobody meant it. Or about a record that the cursor has reached before it was
        read: until then its commands are not to be had.
        """
        if isinstance(self.focused, Input) or not (self.coming or self.fetches):
            return False
        node, action = next(bound_to(self, key), (self.app, ""))
        if node is self.app:
            return False
        _, name, parameters = parse(action)
        return name not in _CHOOSING if self.coming else not self.check_action(name, parameters)

    # Views

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

    # Order and groups

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

    def action_group(self) -> None:
        """Group by the next field."""
        self.ask_again(self.state.grouped())

    # The filter

    def forget_filter(self) -> None:
        """Nothing is filtered any more."""
        self._filter_draft.says("")
        self.query_one("#filter", FilterBar).rest("")

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
