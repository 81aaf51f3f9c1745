"""The screen most of the work is done on: saved views, the list, and the record beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import ClassVar

from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container, Horizontal

from commitrack.model.columns import heading
from commitrack.model.errors import CommitrackError
from commitrack.tui.asking import asks
from commitrack.tui.command import Place
from commitrack.tui.commands import enabled, why_not
from commitrack.tui.empty import empty_words
from commitrack.tui.gateway import Stale
from commitrack.tui.host import host_of
from commitrack.tui.keymap import Keymap, bindings
from commitrack.tui.list_commands import Fold, Mark
from commitrack.tui.listing import Listed
from commitrack.tui.messages import RecordChanged, Usable
from commitrack.tui.screens.narrowing import NarrowingScreen
from commitrack.tui.state import count_words
from commitrack.tui.widgets.commitment_table import CommitmentTable
from commitrack.tui.widgets.detail import DetailPane
from commitrack.tui.widgets.filter_bar import FilterBar
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.status_line import FooterLine, HeaderLine
from commitrack.tui.widgets.views_pane import ViewsPane, ViewsStrip

_PATIENCE = 0.25
"""Seconds for which the first frame waits for the first list."""

_WIDE = 110
"""Columns from which the views and the record stand beside the list."""
_BROAD = 150
"""Columns from which the views have room for their whole titles."""


class BrowseScreen(NarrowingScreen):
    """What is shown is one immutable `ViewState`: its parts are told, and answer by message."""

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

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A command that makes no sense now is not offered."""
        return enabled(action, parameters, self.situation) if self.is_mounted else True

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say why it makes no sense."""
        return why_not(action, parameters, self.situation)

    # What is said of the list

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

    # What others did

    def on_record_changed(self, event: RecordChanged) -> None:
        """Bring what is at hand up to date, then the list and the counts."""
        self._read_views()
        if not event.numbers:
            self.query_one("#header", HeaderLine).today = host_of(self).lens.today
        self.refresh_records(event.numbers)

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
    async def action_ask(self, command: str) -> None:
        """Ask in a dialog what a command needs to know, and do it."""
        from commitrack.tui.acting import act  # with every dialog there is: not before one is asked

        try:
            in_hand = await self.in_hand()
        except Stale:
            return
        except CommitrackError as error:
            host_of(self).say(str(error), warning=True)
            return
        await act(host_of(self), self, command, in_hand)

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
            self.action_ask("sign_off")
            return
        self.app.call_later(self.app.run_action, "go_to('reviews')")

    @on(FooterLine.Chosen)
    async def give(self, event: FooterLine.Chosen) -> None:
        """Give the command that was clicked in the footer."""
        places = {Place.TABLE: self.table, Place.BROWSE: self}
        await self.app.run_action(event.command.action(), places.get(event.command.place))
