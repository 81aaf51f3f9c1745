"""The review queue: closings that wait for a second person, oldest first."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.model.records import Dossier
from commitrack.store import Lens, SignOffs
from commitrack.tui.acting import ask
from commitrack.tui.asking import asks
from commitrack.tui.dialogs import Dialog, Outcome, ReopenDialog, ReviewDialog
from commitrack.tui.gateway import Stale
from commitrack.tui.hand import Hand
from commitrack.tui.host import Host, host_of
from commitrack.tui.screens.agenda_rows import away
from commitrack.tui.screens.place_screen import PlaceScreen
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.queue_list import QueueList
from commitrack.tui.widgets.review_lines import may_not_approve
from commitrack.tui.widgets.review_pane import ReviewPane
from commitrack.tui.widgets.screen_keys import ScreenKeys

WINDOW = 200
"""Records fetched at first; more follow when the cursor comes near the end."""
_TEXTS = 8
"""Statements that are kept at hand."""
_EMPTY = (
    "Nothing waits for a second person.\n\n"
    "A claim comes here when somebody moves a commitment\n"
    "to claimed (s in the list), and so does a closing\n"
    "that new evidence disputes.\n\nescape goes back"
)


class SignOffScreen(PlaceScreen):
    """The queue on the left; the claim, its test, its evidence and the words on the right."""

    DEFAULT_CSS = """
    SignOffScreen {
        & #review-head { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap;
            text-overflow: ellipsis; }
        & #review-body { height: 1fr; }
        & #review-list {
            width: 34%; min-width: 24; max-width: 72; height: 1fr; max-height: 100%;
            border: none; border-right: solid $border; padding: 0; background: $background;
            scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
            &:focus { border: none; border-right: solid $border; background-tint: transparent; }
            & > .option-list--option-highlighted {
                background: $primary 25%; color: $foreground; text-style: none;
            }
        }
        & #review-side { width: 1fr; height: 1fr; }
        & #review-empty {
            display: none; height: 1fr; content-align: center middle; text-align: center;
        }
        &.-empty #review-body { display: none; }
        &.-empty #review-empty { display: block; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "a", "decide('approve')", "Approve", tooltip="Approve it, or uphold what is in dispute"
        ),
        Binding(
            "p", "decide('partly')", "Partly", tooltip="Approve a part of it; say what is missing"
        ),
        Binding("b", "decide('send back')", "Send back", tooltip="Send it back; say what to do"),
        Binding("enter", "open", "Read", tooltip="The whole text, at these words"),
        Binding("j", "move(1)", "Next", show=False),
        Binding("k", "move(-1)", "Previous", show=False),
        Binding("space", "scroll(1)", "Scroll the record", show=False),
        Binding("escape,q", "back", "Back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._waiting = SignOffs((), 0, 0, 0)
        """All that waits, by number."""
        self._queue: Sequence[Dossier] = ()
        """The records of those in front."""
        self._texts: dict[int, str] = {}
        """The statements that were read last."""
        self._reading: int | None = None
        """The one that is being read."""

    def compose(self) -> ComposeResult:
        """How many wait, the queue, and everything on the one under the cursor."""
        yield PlaceBar()
        yield Static(Content("Reviews"), id="review-head")
        with Horizontal(id="review-body"):
            yield QueueList(id="review-list", markup=False)
            yield ReviewPane(id="review-side")
        yield Static(Content(_EMPTY), id="review-empty")
        yield ScreenKeys()

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def _list(self) -> QueueList:
        return self.query_one("#review-list", QueueList)

    @property
    def current(self) -> Dossier | None:
        """The commitment under the cursor."""
        index = self._list.highlighted
        return None if index is None or index >= len(self._queue) else self._queue[index]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """With nothing in the queue there is nothing to decide."""
        del parameters
        return bool(self._queue) or action not in ("decide", "open")

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say so."""
        del action, parameters
        return "nothing waits here"

    def on_mount(self) -> None:
        """Fetch the queue."""
        self._list.focus()
        self.reload()

    @work(group="reload", exclusive=True)
    async def reload(self) -> None:
        """Look what waits, and fetch the records of those in front."""
        gateway, size = self._host.gateway, max(WINDOW, len(self._queue))
        try:
            waiting = await gateway.slow(lambda store: store.sign_offs(), "reviews")
            first = waiting.numbers[:size]
            found = await gateway.fast(lambda store: store.dossiers(first))
        except Stale:
            return
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self._waiting = waiting
        self._fill(found)

    def _fill(self, found: Sequence[Dossier]) -> None:
        before = self.current
        keep = before.commitment.number if before else None
        index = self._list.highlighted or 0
        self._queue = found
        with self.app.batch_update():
            self._list.clear_options()
            self._list.add_options(
                [Option(_row(dossier, self._host.lens)) for dossier in self._queue]
            )
        self.set_class(not self._queue, "-empty")
        self.refresh_bindings()
        if self._queue:
            numbers = [dossier.commitment.number for dossier in self._queue]
            index = numbers.index(keep) if keep in numbers else min(index, len(numbers) - 1)
            self._list.highlighted = index
        self.show_current()

    @on(OptionList.OptionHighlighted)
    def follow_cursor(self, event: OptionList.OptionHighlighted) -> None:
        """Show the commitment; near the end of what was fetched, fetch more."""
        self.show_current()
        if event.option_index >= len(self._queue) - max(1, WINDOW // 8):
            self._fetch_more()

    @work(group="reload")
    async def _fetch_more(self) -> None:
        """Fetch the records of those that come next."""
        waiting, before = self._waiting, self._queue
        numbers = waiting.numbers[len(before) : len(before) + WINDOW]
        if not numbers:
            return
        try:
            found = await self._host.gateway.fast(lambda store: store.dossiers(numbers))
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        if self._queue is before:  # else they were fetched meanwhile, or looked up anew
            self._queue = (*before, *found)
            self._list.add_options([Option(_row(one, self._host.lens)) for one in found])

    def show_current(self) -> None:
        """Put everything on the commitment under the cursor on one screen."""
        told = Content.assemble(("Reviews", "bold"), f"  {_told(self._waiting)}")
        self.query_one("#review-head", Static).update(told)
        dossier = self.current
        if dossier is None:
            return
        text = self._texts.get(dossier.mentions[0].statement) if dossier.mentions else None
        lens = self._host.lens
        self.query_one(ReviewPane).show(dossier, text, lens.actor, lens.today)
        if text is None and dossier.mentions:
            number = dossier.mentions[0].statement
            if number != self._reading:
                self._reading = number
                self._read_statement(number)

    @work(group="statement", exclusive=True)
    async def _read_statement(self, number: int) -> None:
        """Fetch a statement, to show the words where they stand."""
        try:
            statement = await self._host.gateway.fast(lambda store: store.statement(number))
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self._texts[number] = statement.text
        if len(self._texts) > _TEXTS:
            del self._texts[next(iter(self._texts))]
        if self._reading == number:
            self._reading = None
            self.show_current()

    def action_move(self, step: int) -> None:
        """Down or up by one."""
        if step > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_scroll(self, step: int) -> None:
        """Scroll what is on the right."""
        side = self.query_one(ReviewPane)
        side.scroll_relative(y=step * max(1, side.size.height - 2), animate=False)

    @on(OptionList.OptionSelected)
    @on(ReviewPane.Opened)
    def action_open(self) -> None:
        """Read the statement at the words."""
        dossier = self.current
        if dossier is not None and dossier.mentions:
            self.app.push_screen(
                StatementScreen(dossier.mentions[0].statement, dossier.commitment.number)
            )

    @asks("decide", exclusive=True)
    async def action_decide(self, outcome: str) -> None:
        """Ask what the decision needs, and make it."""
        dossier = self.current
        if dossier is None:
            return
        make = self._dialog(dossier, Outcome(outcome))
        if make is None:
            self._host.say("a closing in dispute is upheld (a) or opened again (b)")
            return
        await ask(self._host, self, Hand.of(dossier), make)
        self.reload()

    def _dialog(self, dossier: Dossier, outcome: Outcome) -> Callable[[], Dialog] | None:
        lens = self._host.lens
        about = (dossier,), lens.today, lens.actor
        if dossier.pending_review is not None or outcome is Outcome.APPROVE:
            return lambda: ReviewDialog(*about, outcome=outcome)
        if outcome is Outcome.SEND_BACK:
            return lambda: ReopenDialog(*about)
        return None


def _row(dossier: Dossier, lens: Lens) -> Content:
    """The commitment; below it who asked, how long that has been, and what it would be closed as.

    A cross marks what `lens.actor` may not approve.
    """
    review = dossier.pending_review
    mine = may_not_approve(dossier, lens.actor) is not None
    if review is None:
        what = "closing disputed"
    else:
        asked = away(review.asked_on, lens.today)
        what = f"{clean_line(review.asked_by)}, {asked} · {review.proposed.words}?"
    return Content.assemble(
        ("✗" if mine else " ", "$text-warning"),
        (f"{dossier.commitment.id} ", "bold"),
        clean_line(dossier.commitment.title),
        (f"\n  {what}", "$foreground 60%" if review else "$text-error"),
    )


def _told(waiting: SignOffs) -> str:
    """How many wait, and for what: ``8 wait: 5 claims, 2 proposals, 1 dispute``."""
    count = len(waiting.numbers)
    if not count:
        return "nothing waits for a second person"
    kinds = (
        (waiting.claims, "claim"),
        (waiting.proposals, "proposal"),
        (waiting.disputes, "dispute"),
    )
    parts = [f"{found:,} {one}{'s' if found > 1 else ''}" for found, one in kinds if found]
    waits = "waits" if count == 1 else "wait"
    return f"{count:,} {waits} for a second person: {', '.join(parts)}"
