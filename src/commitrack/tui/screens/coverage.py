"""Coverage: every sentence of a statement, what became of it and why; a key decides the rest."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Static

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.model.history import Receipt, Signature
from commitrack.model.records import Commitment
from commitrack.model.status import Status
from commitrack.reports.accounting import Account, Accounted, Decision
from commitrack.reports.coverage import rejected_by
from commitrack.store import Store
from commitrack.tui.acting import act
from commitrack.tui.asking import asks
from commitrack.tui.decisions import count_pieces, progress
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host, host_of
from commitrack.tui.messages import RecordChanged
from commitrack.tui.screens.choose_words import ChooseWordsScreen
from commitrack.tui.screens.passing import PassingScreen
from commitrack.tui.screens.sentence_why import WhyPane
from commitrack.tui.screens.statement_account import (
    Newest,
    place_of,
    read_for_screen,
    spans_of,
    waiting_in,
)
from commitrack.tui.widgets.coverage_bar import CoverageBar
from commitrack.tui.widgets.painted_line import PaintedLine
from commitrack.tui.widgets.screen_keys import ScreenKeys
from commitrack.tui.widgets.sentence_list import SentenceList
from commitrack.tui.widgets.statement_text import Span, StatementText

_EMPTY = (
    "No statement is stored.\n\n"
    "Put one in with `commitrack add FILE`:\nevery sentence of it is listed here.\n"
    "\nescape goes back"
)


class CoverageScreen(PassingScreen[None]):
    """The sentences on the left, the statement on the right, the grounds of a decision below."""

    DEFAULT_CSS = """
    CoverageScreen {
        & #coverage-head { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap;
            text-overflow: ellipsis; }
        & CoverageBar { height: 1; }
        & #coverage-counts { height: 1; background: $panel; }
        & #coverage-body { height: 1fr; }
        & #coverage-list { width: 36%; min-width: 24; max-width: 60; border-right: solid $border; }
        & #coverage-why { height: 30%; min-height: 5; border-top: solid $border; }
        & #coverage-empty {
            display: none; height: 1fr; content-align: center middle; text-align: center;
        }
        &.-empty {
            & #coverage-body, & #coverage-why, & CoverageBar, & #coverage-counts { display: none; }
            & #coverage-empty { display: block; }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("n", "undecided(1)", "Next", tooltip="To the next sentence that nobody decided"),
        Binding("p", "undecided(-1)", "Previous undecided", show=False),
        Binding("r", "read", "Read", tooltip="You have read it and nothing is promised; or not"),
        Binding("m,enter", "make", "Make", tooltip="Make a commitment of words in this sentence"),
        Binding("a", "decide('accept')", "Accept", tooltip="Accept the candidate in it"),
        Binding("x", "decide('reject')", "Reject", tooltip="Reject the candidate in it"),
        Binding("f", "filter", "Filter", tooltip="List undecided sentences only, or all of them"),
        Binding("u", "undo", "Undo"),
        Binding("U,ctrl+r", "redo", "Redo", show=False),
        Binding("space", "more", "More of the grounds", show=False),
        Binding("right_square_bracket", "statement(1)", "Next statement", show=False),
        Binding("left_square_bracket", "statement(-1)", "Previous statement", show=False),
        Binding("escape,q", "back", "Back"),
    ]

    def __init__(self, number: int | None = None, at: int = 0) -> None:
        """Open statement `number`, or the newest, at the sentence that holds the character `at`."""
        super().__init__()
        self._number = number
        self._at: int | None = at
        """The character to go to once the account has been read."""
        self._account: Account | None = None
        self._spans: tuple[Span, ...] = ()
        self._undecided_only = False
        self._who: dict[int, str] = {}
        """Who rejected which item, as far as it was asked."""
        self._offered: tuple[bool | None, ...] = ()
        """Which of the keys that depend on the sentence make sense."""
        self._leaving: int | None = None
        """Where the sentence begins that is being decided: the cursor goes on from there."""
        self._deciding = asyncio.Lock()
        self._asking: Newest[Account | None] = Newest("coverage")

    def compose(self) -> ComposeResult:
        """The head with the bar, the list beside the text, the grounds."""
        yield Static(Content("Coverage  reading the statement …"), id="coverage-head")
        yield CoverageBar(id="coverage-bar")
        yield PaintedLine(id="coverage-counts")
        with Horizontal(id="coverage-body"):
            yield SentenceList(id="coverage-list")
            yield StatementText(id="coverage-text", draggable=True)
        yield WhyPane(id="coverage-why")
        yield Static(Content(_EMPTY), id="coverage-empty")
        yield ScreenKeys()

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def list(self) -> SentenceList:
        """The list on the left."""
        return self.query_one(SentenceList)

    @property
    def account(self) -> Account | None:
        """What is shown."""
        return self._account

    @property
    def current(self) -> Accounted | None:
        """The sentence under the cursor."""
        place = self.list.current
        if self._account is None or place is None:
            return None
        return self._account.sentences[place]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """A key without anything to act on does nothing, and is not offered."""
        one = self.current if self.is_mounted else None
        if action == "decide":
            return waiting_in(one) is not None
        if action == "read":
            return one is not None and one.number is not None and not one.items
        if action in ("make", "undecided", "filter"):
            return self._account is not None
        del parameters
        return True

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say what there would have to be."""
        del parameters
        if self._account is None:
            return "no statement is shown"
        if action == "decide":
            return "no candidate is in this sentence"
        return "only for a sentence of which nothing was made"

    def on_mount(self) -> None:
        """Read the statement."""
        self.query_one("#coverage-text").can_focus = False
        self.list.focus()
        self.reload()

    @on(RecordChanged)
    def follow(self) -> None:
        """The record was changed, here or by another process."""
        self.reload()

    # Reading

    @work(group="reload", exclusive=True)
    async def reload(self) -> None:
        """Read the account anew, and keep the cursor where it is."""
        await self._load()

    async def _load(self) -> None:
        """Read the account and show it; when a newer question takes its place, wait for that."""
        try:
            account = await self._asking.ask(self._host.gateway, self._read)
        except Stale:
            return
        except CommitrackError as error:
            self.leave(error)
            return
        if not self.is_mounted:
            return
        self.set_class(account is None, "-empty")
        if account is None:
            self.query_one("#coverage-head", Static).update(Content("Coverage"))
        if account is not None:
            self._take(account)

    def _read(self, store: Store) -> Account | None:
        """The account of the wanted statement, or of the newest; None when none is stored."""
        number = self._number
        if number is None:
            number = next(reversed(store.statement_numbers()), None)
        return None if number is None else read_for_screen(store, number)

    def _take(self, account: Account) -> None:
        self._number = account.statement.number
        place = self.list.current
        if self._at is not None:
            place = account.at(self._at)
            self._at = None
        self._account = account
        self._spans = spans_of(account)
        self._list(place or 0)
        self._move_on()

    def _list(self, wanted: int) -> None:
        account = self._account
        if account is None:
            return
        rows: Sequence[int] = range(len(account.sentences))
        if self._undecided_only:
            rows = [place for place in rows if account.sentences[place].undecided]
        self.list.fill(account, rows, wanted)
        self.query_one("#coverage-head", Static).update(self._head(account))
        self.query_one(PaintedLine).show(count_pieces(account))
        self._show()

    # Showing

    @on(SentenceList.Moved)
    def _show(self) -> None:
        account, one = self._account, self.current
        if account is None:
            return
        place = None if one is None else place_of(account, one.start)
        self.query_one(CoverageBar).show(account, place)
        frame = None if one is None else (one.start, one.end)
        text = self.query_one("#coverage-text", StatementText)
        text.show(account.statement.text, self._spans, frame=frame)
        self.query_one(WhyPane).show(account, one, self._who)
        offered = tuple(self.check_action(name, ()) for name in ("decide", "read"))
        if offered != self._offered:  # the footer is made anew: not at every step
            self._offered = offered
            self.refresh_bindings()
        if one is not None and any(self._unknown(record) for record in one.commitments):
            self._ask_who(one)

    def _head(self, account: Account) -> Content:
        statement = account.statement
        filtered = "  ·  undecided only" if self._undecided_only else ""
        return Content.assemble(
            ("Coverage", "bold"),
            f"  {statement.id}  {progress(account)}",
            (f"{filtered}  ·  {clean_line(statement.title)}", "$foreground 60%"),
        )

    def _unknown(self, record: Commitment) -> bool:
        return record.status is Status.REJECTED and record.number not in self._who

    @work(group="who", exclusive=True)
    async def _ask_who(self, one: Accounted) -> None:
        """Look up who rejected what stands in a sentence."""
        wanted = [record for record in one.commitments if self._unknown(record)]
        try:
            found = await self._host.gateway.fast(
                lambda store: {record.number: rejected_by(store, record) for record in wanted}
            )
        except CommitrackError:
            return  # the reason is shown without the name
        self._who.update(found)
        if self._account is not None and self.current is one:
            self.query_one(WhyPane).show(self._account, one, self._who)

    # Moving

    def action_undecided(self, step: int) -> None:
        """To the next sentence, or the one before, that nobody has decided, round at the ends."""
        account, place = self._account, self.list.current
        if account is None:
            return
        wanted = account.undecided_from(-1 if place is None else place, step)
        if wanted is None:
            self._host.say("every sentence is decided")
        else:
            self.list.go_to(wanted)

    def action_filter(self) -> None:
        """List the undecided sentences only, or all of them."""
        place = self.list.current or 0
        self._undecided_only = not self._undecided_only
        self._list(place)

    def action_more(self) -> None:
        """Scroll the grounds on by a page; from their end, back to their beginning."""
        pane = self.query_one(WhyPane)
        if pane.scroll_offset.y >= pane.max_scroll_y:
            pane.scroll_home(animate=False)
        else:
            pane.scroll_page_down(animate=False)

    @work(group="statement", exclusive=True)
    async def action_statement(self, step: int) -> None:
        """Go to the next statement, or to the one before."""
        try:
            numbers = await self._host.gateway.fast(lambda store: store.statement_numbers())
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        if self._number not in numbers:
            return
        number = numbers[(numbers.index(self._number) + step) % len(numbers)]
        if number == self._number:
            self._host.say("there is no other statement")
            return
        self._number, self._at = number, 0
        await self._load()

    @on(CoverageBar.Pressed)
    def go_to_cell(self, event: CoverageBar.Pressed) -> None:
        """A click in the bar goes to the sentence."""
        if self._account is not None:
            self._go_to(self._account.numbered[event.place].start)

    @on(StatementText.Pressed)
    def go_to_words(self, event: StatementText.Pressed) -> None:
        """A click in the text goes to the sentence."""
        self._go_to(event.offset)

    def _go_to(self, offset: int) -> None:
        if self._account is None:
            return
        place = self._account.at(offset)
        if place not in self.list.rows:
            self._undecided_only = False
            self._list(place)
        else:
            self.list.go_to(place)

    def action_back(self) -> None:
        """Leave."""
        self.dismiss()

    # Deciding: one after another, so that a key pressed early meets the next sentence

    @asks("decide")
    async def action_read(self) -> None:
        """Put on record that it was read and nothing is promised; again takes that back."""
        async with self._deciding:
            account, one = self._account, self.current
            if account is None or one is None or one.number is None or one.items:
                return
            number, spans = account.statement.number, [(one.start, one.end)]
            if one.decision is Decision.READ:
                take_back = await self._host.record(
                    lambda store, by: store.mark_unread(number, spans, by)
                )
                await self._shown(take_back)
                return

            def mark(store: Store, by: Signature) -> Receipt:
                return store.mark_read(number, spans, by)

            self._leaving = one.start
            await self._shown(await self._host.record(mark))

    async def _shown(self, receipt: Receipt | None) -> None:
        """Wait until what was decided is shown; where nothing was, the cursor stays."""
        if receipt is None:
            self._leaving = None
        else:
            await self._load()

    def _move_on(self) -> None:
        """From the sentence that was decided to the next undecided one, once that shows."""
        account, one, left = self._account, self.current, self._leaving
        if account is None or one is None or left is None or (one.start == left and one.undecided):
            return
        self._leaving = None
        if one.start == left and account.decided < len(account.numbered):
            self.action_undecided(1)

    @asks("decide")
    async def action_decide(self, command: str) -> None:
        """Accept or reject the first candidate in the sentence."""
        async with self._deciding:
            one = self.current
            record = waiting_in(one)
            if one is None or record is None:
                return
            self._leaving = one.start
            await self._shown(await act(self._host, self, command, (record.number,)))

    @asks("decide")
    async def action_undo(self) -> None:
        """Take back the last change, and stay."""
        async with self._deciding:
            await self._shown(await self._host.undo())

    @asks("decide")
    async def action_redo(self) -> None:
        """Bring back what the last undo took back."""
        async with self._deciding:
            await self._shown(await self._host.redo())

    # Making

    @on(SentenceList.Opened)
    def action_make(self) -> None:
        """Choose words of the sentence, and make a commitment of them."""
        one = self.current
        if one is not None:
            self._make(one, None)

    @on(StatementText.Dragged)
    def make_of_dragged(self, event: StatementText.Dragged) -> None:
        """Dragging over words chooses them."""
        if self._account is None or not event.done:
            return
        one = self._account.sentences[self._account.at(min(event.start, event.end))]
        self._make(one, (event.start, event.end))

    @asks("decide")
    async def _make(self, one: Accounted, dragged: tuple[int, int] | None) -> None:
        async with self._deciding:
            account = self._account
            if account is None:
                return
            made = await self.app.push_screen_wait(ChooseWordsScreen(account, one, dragged))
            if made is not None:
                self._at = made
                await self._load()
