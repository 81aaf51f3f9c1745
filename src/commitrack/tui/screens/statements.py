"""The statements: a list of all, in an order, beside the one under the cursor, lit."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import ClassVar

from textual import events, on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal
from textual.content import Content
from textual.widgets import Input, Static

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.store import Outline, StatementOrder, Store
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host, host_of
from commitrack.tui.screens.changes import ChangesScreen
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.screens.place_screen import PlaceScreen
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.screens.statement_beside import StatementBeside
from commitrack.tui.widgets.choice_line import ChoiceLine
from commitrack.tui.widgets.head_line import HeadLine
from commitrack.tui.widgets.input_line import InputLine as FindLine
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.screen_keys import ScreenKeys
from commitrack.tui.widgets.statement_list import StatementList

SLICE = 2_000
"""Statements whose words are looked through at a time."""
_TOPIC = "statements"
_EMPTY = (
    "No statement is stored.\n\n"
    "Put one in with `commitrack add FILE`:\nit stands here, with its promises lit.\n"
    "`commitrack demo` opens a record to look around in.\n\nescape goes back"
)
_NOWHERE = "No statement has all these words.\n\nescape shows all statements again"
_HINT = "words of the title, the text or the publisher"
_FIRST = {
    StatementOrder.NUMBER: ("newest first", "oldest first"),
    StatementOrder.DATE: ("said last first", "said first first"),
    StatementOrder.PUBLISHER: ("publishers A to Z", "publishers Z to A"),
    StatementOrder.OPEN: ("most open first", "fewest open first"),
    StatementOrder.COVERAGE: ("least decided first", "most decided first"),
}
"""What comes first in an order, and what the other way round."""


class StatementsScreen(PlaceScreen):
    """The list on the left; on the right the text with every commitment lit, and its coverage.

    The list is known by its numbers alone, in an order and with the words that are looked for; what
    is said of a statement is fetched as it comes into view.
    """

    DEFAULT_CSS = """
    StatementsScreen {
        & #statements-body { height: 1fr; }
        & #statements-list {
            width: 42%; min-width: 36; max-width: 84; height: 1fr; border-right: solid $border;
        }
        & #statements-find { display: none; height: 1; border: none; padding: 0 1;
            background: $surface; &:focus { background: $primary 14%; } }
        & #statements-find.-open { display: block; }
        & ChoiceLine { height: 1; background: $surface; }
        & #statements-empty {
            display: none; height: 1fr; content-align: center middle; text-align: center;
        }
        &.-empty, &.-nowhere {
            & #statements-body { display: none; } & #statements-empty { display: block; }
        }
        &.-empty ChoiceLine { display: none; }
        &.-narrow {
            & #statements-list { width: 1fr; max-width: 100%; border-right: none; }
            & StatementBeside { display: none; }
        }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("slash", "find", "Find", tooltip="Words of the title, the text or the publisher"),
        Binding("greater_than_sign", "sort(1)", "Order", tooltip="In the next order"),
        Binding("less_than_sign", "sort(-1)", "Order", show=False, tooltip="In the order before"),
        Binding("S", "reverse", "Reverse", show=False, tooltip="Turn the order round"),
        Binding("C", "coverage", "Coverage", tooltip="Every sentence, and what became of it"),
        Binding("equals_sign", "changes", "Changes", tooltip="Hold it against the version before"),
        Binding("left_square_bracket", "version(-1)", "Older", tooltip="The version before"),
        Binding("right_square_bracket", "version(1)", "Newer", tooltip="The next version"),
        Binding("space", "scroll(1)", "Scroll the text", show=False),
        Binding("escape,q", "back", "Back"),
    ]

    CHOOSING = frozenset({"find", "sort", "reverse", "back"})

    def __init__(self) -> None:
        super().__init__()
        self._order = StatementOrder.NUMBER
        self._backwards = False
        self._words: tuple[str, ...] = ()
        """What is looked for."""
        self._listed = self._asked
        """In which order, and with which words, what is listed was found."""
        self._every = 0
        """How many statements there are."""

    def compose(self) -> ComposeResult:
        """A heading, the list, and the statement under the cursor."""
        self.set_class(self.app.size.width < 76, "-narrow")  # in the first frame already
        yield PlaceBar()
        yield HeadLine("Statements", id="statements-head")
        yield FindLine(placeholder=_HINT, id="statements-find")
        yield ChoiceLine("By", [one.value for one in StatementOrder], id="statements-by")
        with Horizontal(id="statements-body"):
            yield StatementList(id="statements-list")
            yield StatementBeside(id="statements-right")
        yield Static(Content(_EMPTY), id="statements-empty")
        yield ScreenKeys()

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def _asked(self) -> tuple[StatementOrder, bool, tuple[str, ...]]:
        return self._order, self._backwards, self._words

    @property
    def coming(self) -> bool:
        """Whether the list is still in another order, or of other words."""
        return self._listed != self._asked

    @property
    def _looks_up(self) -> bool:
        unread = self.listed.number is not None and self.current is None
        return unread or super()._looks_up

    @property
    def listed(self) -> StatementList:
        """The list."""
        return self.query_one(StatementList)

    @property
    def _beside(self) -> StatementBeside:
        return self.query_one(StatementBeside)

    @property
    def current(self) -> Outline | None:
        """The statement under the cursor, if it is at hand."""
        return self.listed.current

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a statement with other versions can be held against them."""
        one = self.current if self.is_mounted else None
        if action == "coverage":
            return one is not None
        if action == "changes":
            return one is not None and one.versions.index(one.number) > 0
        if action == "version":
            return one is not None and _version(one, int(str(parameters[0]))) is not None
        return True

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say what is not there."""
        if self.current is None:
            return "no statement is under the cursor"
        newer = action == "version" and parameters == (1,)
        return "there is no newer version" if newer else "there is no older version"

    def on_mount(self) -> None:
        """Fetch the first of them."""
        self.listed.focus()
        self.reload()

    def reload(self) -> None:
        """List anew; what is known of the texts is out of date."""
        self._beside.age()
        self.listed.age()
        self._list_anew()

    @work(group="list", exclusive=True)
    async def _list_anew(self, *, top: bool = False) -> None:
        """Ask for the numbers in their order, then look through one slice after another for words;
        what was found is listed meanwhile.
        """
        gateway, order, backwards = self._host.gateway, self._order, self._backwards
        words = self._words
        self._tell("")
        try:
            numbers = await gateway.slow(
                lambda store: store.statement_order(order, backwards=backwards), _TOPIC
            )
            self._every = len(numbers)
            if not words:
                self._show(numbers, top=top)
                return
            found: set[int] = set()
            ends = range(max(numbers, default=0), 0, -SLICE)
            for last in ends:
                ask = partial(_having, words, max(1, last - SLICE + 1), last)
                more = await gateway.slow(ask, _TOPIC)
                found.update(more)
                if more and last != ends[-1]:
                    self._show([one for one in numbers if one in found], top=top)
                    self._tell("looking on …")
            self._show([one for one in numbers if one in found], top=top)
        except Stale:
            return
        except CommitrackError as error:
            self._listed = self._asked  # nothing else comes
            self._host.say(str(error), warning=True)

    def _show(self, numbers: Sequence[int], *, top: bool) -> None:
        self._listed = self._asked
        self.set_class(not self._every, "-empty")
        self.set_class(bool(self._every) and not numbers, "-nowhere")
        self.query_one("#statements-empty", Static).update(
            Content(_NOWHERE if self._every else _EMPTY)
        )
        self.listed.show(numbers, top=top)
        self._tell("")
        self._look()

    def _tell(self, aside: str) -> None:
        """Say how many are listed, and in which order."""
        held = list(StatementOrder).index(self._order)
        self.query_one(ChoiceLine).hold(held, "↑" if self._backwards else "↓")
        count = f"{self._every:,}"
        if self._words:
            count = f"{len(self.listed.numbers):,} of {count} with “{' '.join(self._words)}”"
        way = _FIRST[self._order][self._backwards]
        self.query_one(HeadLine).tell(clean_line(count), aside or way)

    @on(StatementList.Wanted)
    def come_into_view(self, event: StatementList.Wanted) -> None:
        """Statements have come into view."""
        self._fetch(event.numbers)

    @work(group="fetch")
    async def _fetch(self, numbers: tuple[int, ...]) -> None:
        try:
            found = await self._host.gateway.fast(lambda store: store.outlines(numbers))
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self.listed.put(found)

    # Order and words

    def action_sort(self, by: int) -> None:
        """List in the next order, or in the one before."""
        orders = list(StatementOrder)
        self._sort(orders[(orders.index(self._order) + by) % len(orders)])

    def _sort(self, order: StatementOrder) -> None:
        self._order, self._backwards = order, False
        self._list_anew(top=True)

    def action_reverse(self) -> None:
        """Turn the order round."""
        self._backwards = not self._backwards
        self._list_anew(top=True)

    @on(ChoiceLine.Chosen)
    def order_clicked(self, event: ChoiceLine.Chosen) -> None:
        """A click on a word is an order; on the one that holds, it turns it round."""
        order = list(StatementOrder)[event.at]
        if order is self._order:
            self.action_reverse()
        else:
            self._sort(order)

    @property
    def _find(self) -> FindLine:
        return self.query_one("#statements-find", FindLine)

    def action_find(self) -> None:
        """Type words to look for."""
        self._find.add_class("-open")
        self._find.focus()

    @on(Input.Changed, "#statements-find")
    def look_for(self, event: Input.Changed) -> None:
        """List what has the words, as they are typed."""
        self._look_for(event.value)

    def _look_for(self, typed: str) -> None:
        words = tuple(typed.split())
        if words != self._words:
            self._words = words
            self._list_anew(top=True)

    @on(Input.Submitted, "#statements-find")
    def found(self) -> None:
        """Give the keys to what was found."""
        self._find.set_class(bool(self._words), "-open")
        self.listed.focus()

    def on_key(self, event: events.Key) -> None:
        """Down leads from the words to what was found."""
        if event.key == "down" and self._find.has_focus:
            self.found()

    def action_back(self) -> None:
        """Stop looking for words; else leave."""
        if not self._find.has_class("-open"):
            super().action_back()
            return
        self._find.value = ""
        self._look_for("")
        self._find.remove_class("-open")
        self.listed.focus()

    # The statement under the cursor

    @on(StatementList.Moved)
    def follow_cursor(self) -> None:
        """Show the statement."""
        self._look()

    def _look(self) -> None:
        one = self.current
        self.refresh_bindings()
        if one is not None:
            self._beside.show(one.number)

    # Moving and opening

    def action_scroll(self, step: int) -> None:
        """Scroll the text on by a page; from its end, back to its beginning."""
        self._beside.scroll_on(step)

    def action_version(self, step: int) -> None:
        """To another version in the list; where it is not listed, read it."""
        one = self.current
        wanted = None if one is None else _version(one, step)
        if wanted is None:
            return
        if not self.listed.go_to(wanted):
            self.app.push_screen(StatementScreen(wanted))

    @on(StatementList.Opened)
    def action_open(self) -> None:
        """Read the statement."""
        number = self.listed.number
        if number is not None:
            self.app.push_screen(StatementScreen(number))

    def action_coverage(self) -> None:
        """Go through its sentences."""
        if self.current is not None:
            self.app.push_screen(CoverageScreen(self.current.number))

    def action_changes(self) -> None:
        """Show what this version says differently from the one before it."""
        if self.current is not None:
            self.app.push_screen(ChangesScreen(self.current.number))


def _having(words: Sequence[str], first: int, last: int, store: Store) -> tuple[int, ...]:
    return store.statements_with(words, first, last)


def _version(outline: Outline, step: int) -> int | None:
    """The number of the next version (1) or of the one before (-1), if there is one."""
    at = outline.versions.index(outline.number) + step
    return outline.versions[at] if 0 <= at < len(outline.versions) else None
