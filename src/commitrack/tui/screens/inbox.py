"""Triage: one candidate after another, its words lit in the statement; a key decides."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Static

from commitrack.model.errors import CommitrackError
from commitrack.model.ids import statement_id
from commitrack.model.records import Dossier
from commitrack.query import parse
from commitrack.reports.accounting import Account
from commitrack.store import Lens, Store
from commitrack.tui.command import NOT_SAID_BEFORE
from commitrack.tui.gateway import Stale
from commitrack.tui.screens.candidate_facts import asked_words, candidate_facts
from commitrack.tui.screens.candidate_list import CandidateList, statement_of
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.screens.deciding import DecidingScreen
from commitrack.tui.screens.likeness_facts import likeness_facts, read_others
from commitrack.tui.screens.rule_facts import rule_facts
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.screens.statement_account import Accounts, place_of
from commitrack.tui.screens.statement_page import Page, Pages, read_page
from commitrack.tui.widgets.coverage_bar import CoverageBar
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.screen_keys import ScreenKeys
from commitrack.tui.widgets.statement_text import StatementText

QUERY = "is:candidate sort:statement"
WINDOW = 400
"""Candidates listed at first; more follow when the cursor comes near the end."""
_DECISIONS = frozenset({"accept", "reject", "edit", "owner", "dates", "wording", "open"})
_EMPTY = (
    "Nothing waits for a decision.\n\n"
    "Put a statement in with `commitrack add FILE`,\nand its candidates come here.\n\n"
    "u takes back the last decision · escape goes back"
)


class InboxScreen(DecidingScreen):
    """The candidates of every statement on the left, the statement and the facts on the right."""

    DEFAULT_CSS = """
    InboxScreen {
        & #inbox-top { height: 1; background: $panel; }
        & #inbox-head { width: auto; max-width: 75%; height: 1; padding: 0 1; text-wrap: nowrap;
            text-overflow: ellipsis; }
        & #inbox-bar { width: 1fr; height: 1; }
        & #inbox-body { height: 1fr; }
        & #inbox-list { width: 32%; min-width: 24; max-width: 72; border-right: solid $border; }
        & #inbox-right { width: 1fr; }
        & #inbox-facts {
            height: auto; max-height: 45%; border-top: solid $border;
            padding: 0 1; background: $background; scrollbar-size-vertical: 1;
        }
        & #inbox-facts Static { height: auto; }
        & #inbox-empty {
            display: none; height: 1fr; content-align: center middle; text-align: center;
        }
        &.-empty #inbox-body { display: none; }
        &.-empty #inbox-empty { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("a", "accept", "Accept", tooltip="Take it on as a commitment to follow"),
        Binding("x", "reject", "Reject", tooltip="It is none; say why"),
        Binding(
            "equals_sign", "compare", "Said before?", tooltip="Compare it with the earlier promise"
        ),
        Binding("E", "edit", "Edit", tooltip="Its title, success test, topic and so on"),
        Binding("o", "owner", "Owner", tooltip="Who must deliver it, and who of us leads"),
        Binding("d", "dates", "Dates", tooltip="When it is due, and when to look again"),
        Binding("u", "undo", "Undo"),
        Binding("U,ctrl+r", "redo", "Redo", show=False),
        Binding("n", "statement(1)", "Next statement", show=False),
        Binding("p", "statement(-1)", "Previous statement", show=False),
        Binding("enter", "open", "Read", tooltip="The whole text, at these words"),
        Binding("C", "coverage", "Coverage", tooltip="Every sentence, and what became of it"),
        Binding("w", "wording", "Wording", tooltip="Dismiss a question about its words, or ask it"),
        Binding("space", "more_facts", "More of the facts", show=False),
        Binding("escape,q", "back", "Back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._waiting = 0
        """How many wait in all."""
        self._window = WINDOW
        self._pages = Pages()
        self._others: dict[int, Dossier] = {}
        """The promises on record that candidates seem to say again."""
        self._generation = 0
        self._accounts = Accounts()

    def compose(self) -> ComposeResult:
        """A line of progress, the list, the statement, the facts."""
        yield PlaceBar()
        with Horizontal(id="inbox-top"):
            yield Static(Content("Inbox"), id="inbox-head")
            yield CoverageBar(id="inbox-bar")
        with Horizontal(id="inbox-body"):
            yield CandidateList(id="inbox-list")
            with Vertical(id="inbox-right"):
                text = StatementText(id="inbox-text")
                text.can_focus = False
                yield text
                with VerticalScroll(id="inbox-facts", can_focus=False):
                    yield Static(Content(""), id="inbox-fact-lines")
        yield Static(Content(_EMPTY), id="inbox-empty")
        yield ScreenKeys()

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With nothing waiting, there is nothing to decide."""
        del parameters
        if action == "compare":
            dossier = self.candidates.current if self._waiting else None
            return dossier is not None and bool(dossier.open_suggestions)
        return bool(self._waiting) or action not in _DECISIONS

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say so."""
        del parameters
        return NOT_SAID_BEFORE if action == "compare" and self._waiting else "nothing waits here"

    def on_mount(self) -> None:
        """Fetch the candidates."""
        self.candidates.focus()
        self.reload()

    def on_resize(self) -> None:
        """Lay the facts out for another width."""
        self.call_after_refresh(self._show)

    # Fetching

    @work(group="reload", exclusive=True)
    async def reload(self) -> None:
        """Fetch what is waiting, and keep the cursor where it is."""
        await self._load()

    async def _load(self) -> None:
        """Fetch the list and the statement to show; what was fetched before is out of date."""
        self._generation += 1
        generation = self._generation
        gateway, lens, window = self._host.gateway, self._host.lens, self._window
        ask = partial(_look_up, lens=lens, window=window, touched=self._touched)
        try:
            count, numbers, wanted = await gateway.slow(ask, "inbox")
            dossiers = await gateway.fast(lambda store: store.dossiers(numbers))
            others = await gateway.fast(lambda store: read_others(store, dossiers))
            shown = self._statement_to_show(dossiers, wanted)
            pages = Pages()
            if shown is not None:
                pages.keep(await gateway.fast(lambda store: read_page(store, shown)))
        except Stale:
            return
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        if generation != self._generation or not self.is_mounted:
            return
        self._waiting, self._pages, self._others = count, pages, others
        self._accounts.age()
        before = self.candidates.current
        self.candidates.fill(dossiers, wanted or (before.commitment.number if before else None))
        self._touched = ()
        self.set_class(not dossiers, "-empty")
        self.refresh_bindings()
        self._show()

    def _statement_to_show(self, dossiers: Sequence[Dossier], wanted: int | None) -> int | None:
        first = [one for one in dossiers if one.commitment.number == wanted]
        return statement_of(next(iter((*first, self.candidates.current, *dossiers)), None))

    # Showing

    @on(CandidateList.Moved)
    def show_current(self) -> None:
        """Light the words of the candidate under the cursor."""
        self._show()
        near_the_end = self.candidates.row > self.candidates.count - WINDOW // 8
        if near_the_end and self._waiting > self._window:
            self._window += WINDOW
            self.reload()

    def _show(self) -> None:
        dossier = self.candidates.current
        statement = statement_of(dossier)
        page = self._pages.get(statement)
        self.query_one("#inbox-head", Static).update(self._progress(dossier, page))
        account = self._account(dossier)
        if dossier is None:
            return
        facts = self.query_one("#inbox-facts", VerticalScroll)
        # as wide with the bar as without: whether one is needed is known once they are laid out
        width = facts.content_region.width - facts.styles.scrollbar_size_vertical
        told = [likeness_facts(dossier, self._others, width), candidate_facts(dossier, width)]
        if account is not None:  # by then the rules have been loaded, where nobody waits for them
            told.append(rule_facts(dossier.commitment.cues, width))
        self.query_one("#inbox-fact-lines", Static).update(Content("\n").join(filter(None, told)))
        self.refresh_bindings()
        facts.scroll_home(animate=False)
        text = self.query_one("#inbox-text", StatementText)
        if page is not None:
            focus = page.focus(dossier.commitment.number)
            text.show(page.text, page.spans, focus, asked_words(dossier, focus))
            return
        quote = dossier.commitment.quote
        text.show(quote, (), (0, len(quote)), asked_words(dossier, (0, len(quote))))
        if statement is not None:
            self._fetch_page(statement)

    def _account(self, dossier: Dossier | None) -> Account | None:
        """Draw the bar of the statement at hand; ask for its account when it is out of date."""
        statement = statement_of(dossier)
        account = self._accounts.get(statement)
        here = None
        if account is not None and dossier is not None and dossier.mentions:
            here = place_of(account, dossier.mentions[0].start)
        self.query_one(CoverageBar).show(account, here)
        if statement is not None and not self._accounts.is_fresh(statement):
            self._count(statement)
        return account

    @work(group="count", exclusive=True)
    async def _count(self, statement: int) -> None:
        """Account for the sentences of a statement, in the lane where nobody waits for it."""
        try:
            await self._accounts.read(self._host.gateway, statement)
        except (Stale, CommitrackError):
            return  # the bar stays as it was: what it says is said in the list, too
        if self.is_mounted and statement_of(self.candidates.current) == statement:
            self._show()

    @work(group="page", exclusive=True)
    async def _fetch_page(self, number: int) -> None:
        try:
            page = await self._host.gateway.fast(lambda store: read_page(store, number))
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self._pages.keep(page)
        if statement_of(self.candidates.current) == number:
            self._show()

    def _progress(self, dossier: Dossier | None, page: Page | None) -> Content:
        if dossier is None:
            return Content.assemble(("Inbox", "bold"), "  nothing waits")
        statement = statement_of(dossier)
        told = "typed in" if statement is None else statement_id(statement)
        if page is not None:
            waiting, proposed = page.left
            told = f"{waiting} of {proposed} left in {told}"
        return Content.assemble(
            ("Inbox", "bold"),
            f"  {told}",
            (f"  ·  {self._waiting:,} in all", "$foreground 60%"),
        )

    # Moving

    @on(StatementText.Pressed)
    def go_to_words(self, event: StatementText.Pressed) -> None:
        """A click on lit words goes to their candidate."""
        page = self._pages.get(statement_of(self.candidates.current))
        number = page.at(event.offset) if page else None
        if number is not None:
            self.candidates.go_to(number)

    def action_statement(self, step: int) -> None:
        """The first candidate of the next statement, or of the one before."""
        self.candidates.go_by_statement(step)

    @on(CandidateList.Opened)
    def action_open(self) -> None:
        """Read the whole statement."""
        dossier = self.candidates.current
        statement = statement_of(dossier)
        if dossier is not None and statement is not None:
            self.app.push_screen(StatementScreen(statement, dossier.commitment.number))

    def action_coverage(self) -> None:
        """Go through the sentences of the statement, from the candidate's words."""
        dossier = self.candidates.current
        mentions = () if dossier is None else dossier.mentions
        self._open_coverage(mentions[0].start if mentions else 0)

    @on(CoverageBar.Pressed)
    def open_cell(self, event: CoverageBar.Pressed) -> None:
        """A click in the bar goes through the sentences from there."""
        account = self._accounts.get(statement_of(self.candidates.current))
        if account is not None:
            self._open_coverage(account.numbered[event.place].start)

    def _open_coverage(self, at: int) -> None:
        self.app.push_screen(CoverageScreen(statement_of(self.candidates.current), at))

    def action_more_facts(self) -> None:
        """Scroll the facts on by a page; from their end, back to their beginning."""
        facts = self.query_one("#inbox-facts", VerticalScroll)
        if facts.scroll_offset.y >= facts.max_scroll_y:
            facts.scroll_home(animate=False)
        else:
            facts.scroll_page_down(animate=False)


def _look_up(
    store: Store, lens: Lens, window: int, touched: Sequence[int]
) -> tuple[int, Sequence[int], int | None]:
    """How many wait, those in front, and the first of the `touched` that waits."""
    query = parse(QUERY)
    waiting = frozenset(store.among(query, lens, touched)) if touched else frozenset()
    wanted = next((one for one in touched if one in waiting), None)
    return store.counts({"": query}, lens)[""], store.page(query, lens, 0, window), wanted
