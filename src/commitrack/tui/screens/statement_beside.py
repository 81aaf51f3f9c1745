"""A statement beside a list: what it is, what became of its sentences, and its text, lit."""

from __future__ import annotations

from textual import on, work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from commitrack.model.errors import CommitrackError
from commitrack.tui.decisions import count_pieces
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host, host_of
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.screens.statement import StatementScreen, statement_head
from commitrack.tui.screens.statement_account import Accounts
from commitrack.tui.screens.statement_page import Pages, read_page
from commitrack.tui.widgets.coverage_bar import CoverageBar
from commitrack.tui.widgets.painted_line import PaintedLine
from commitrack.tui.widgets.statement_text import StatementText


class StatementBeside(Vertical):
    """Shows the statement that it is told, as soon as it has been read; keys stay with the list."""

    DEFAULT_CSS = """
    StatementBeside {
        width: 1fr;
        & #statements-about { height: auto; padding: 0 1; background: $surface;
            text-wrap: nowrap; text-overflow: ellipsis; }
        & CoverageBar { height: 1; }
        & PaintedLine { height: 1; background: $surface; }
    }
    """

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- as every widget calls it
        super().__init__(id=id)
        self._number: int | None = None
        """The statement that it was told to show."""
        self._pages = Pages()
        self._accounts = Accounts()
        self._drawn: int | None = None
        """The statement whose text is shown."""

    def compose(self) -> ComposeResult:
        """Its head, its bar, the counts of its sentences, its text."""
        yield Static(Content(""), id="statements-about")
        yield CoverageBar(id="statements-bar")
        yield PaintedLine(id="statements-counts")
        text = StatementText(id="statements-text")
        text.can_focus = False
        yield text

    @property
    def _host(self) -> Host:
        return host_of(self)

    def age(self) -> None:
        """What is known of the texts and their sentences is out of date."""
        self._pages = Pages()
        self._accounts.age()
        self._drawn = None

    def show(self, number: int) -> None:
        """Show this statement, as far as it has been read, and read the rest."""
        self._number = number
        page, account = self._pages.get(number), self._accounts.get(number)
        if page is None:
            self._fetch_page(number)
        elif self._drawn != number:
            self._drawn = number
            self.query_one("#statements-about", Static).update(statement_head(page.statement))
            self.query_one(StatementText).show(page.text, page.spans)
        self.query_one(CoverageBar).show(account, None)
        told = [(" counting …", "")] if account is None else count_pieces(account)
        self.query_one(PaintedLine).show(told)
        if page is not None and not self._accounts.is_fresh(number):
            self._account_for(number)

    @work(group="page", exclusive=True)
    async def _fetch_page(self, number: int) -> None:
        try:
            page = await self._host.gateway.fast(lambda store: read_page(store, number))
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self._pages.keep(page)
        if self._number == number:
            self.show(number)

    @work(group="account", exclusive=True)
    async def _account_for(self, number: int) -> None:
        """Account for the sentences of a statement, in the lane where nobody waits for it."""
        try:
            await self._accounts.read(self._host.gateway, number)
        except (Stale, CommitrackError):
            return  # the list says how much is decided without it
        if self._number == number:
            self.show(number)

    def scroll_on(self, step: int) -> None:
        """Scroll the text on by a page; from its end, back to its beginning."""
        text = self.query_one(StatementText)
        if text.scroll_offset.y >= text.max_scroll_y:
            text.scroll_home(animate=False)
        else:
            text.scroll_relative(y=step * max(1, text.size.height - 2), animate=False)

    @on(StatementText.Pressed)
    def open_words(self, event: StatementText.Pressed) -> None:
        """A click on lit words reads the statement there."""
        page = self._pages.get(self._number)
        if page is not None:
            self.app.push_screen(StatementScreen(page.number, page.at(event.offset)))

    @on(CoverageBar.Pressed)
    def open_cell(self, event: CoverageBar.Pressed) -> None:
        """A click in the bar goes through the sentences from there."""
        account = self._accounts.get(self._number)
        if account is not None:
            at = account.numbered[event.place].start
            self.app.push_screen(CoverageScreen(account.statement.number, at))
