"""What was done, by whom, when and why; newest first, and each of it can be taken back."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.widgets import Input, OptionList, Static
from textual.widgets.option_list import Option

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError, Conflict
from commitrack.model.history import Reversal, Transaction
from commitrack.model.ids import commitment_id
from commitrack.reports.change_lines import change_lines
from commitrack.store import Store
from commitrack.store.watching import Watch
from commitrack.tui.action_words import action_words
from commitrack.tui.asking import asks
from commitrack.tui.dialogs import ConfirmDialog
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host, host_of
from commitrack.tui.long_work import watched
from commitrack.tui.screens.place_screen import PlaceScreen
from commitrack.tui.widgets.input_line import InputLine
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.screen_keys import ScreenKeys
from commitrack.tui.widgets.wrapping import wrap

WINDOW = 50
"""Transactions fetched at first; more follow when the cursor comes near the end."""
FOLDED = 6
"""Lines of a transaction shown until it is unfolded."""
_CHANGES = 100
"""Changes of a transaction that are fetched to begin with."""
_UNFOLDED = 5_000
"""Changes of one that is unfolded; the command line tells all of them, however many."""
_MARGIN = " " * 6
_BESIDE = 5
"""Cells beside a line: the padding, the scrollbar, and what continued lines are set in."""


_ASKED = "a name, or an ID such as C-0012"
_NOTHING = "Nothing that was done fits the filter.\n\nescape takes it off"
_EMPTY = (
    "Nothing has been done yet.\n\n"
    "Put a statement in with `commitrack add FILE`:\n"
    "this is where it is told, and taken back.\n\nescape goes back"
)
_ID = re.compile(r"[cC]-?([0-9]{1,15})")


class HistoryScreen(PlaceScreen):
    """The history of one commitment, or of the whole record."""

    DEFAULT_CSS = """
    HistoryScreen {
        & #history-head { height: 1; padding: 0 1; background: $panel;
            text-wrap: nowrap; text-overflow: ellipsis; }
        & #history-filter { display: none; background: $surface; padding: 0 1; }
        &.-filtering #history-filter { display: block; }
        & #history-empty {
            display: none; height: 1fr; content-align: center middle; text-align: center;
        }
        &.-empty { & #history-list { display: none; } & #history-empty { display: block; } }
        & #history-list {
            height: 1fr; max-height: 100%; border: none; padding: 0; background: $background;
            scrollbar-size-vertical: 1;
            &:focus { border: none; background-tint: transparent; }
            & > .option-list--option { padding: 0 1; }
            & > .option-list--option-highlighted {
                background: $primary 20%; color: $foreground; text-style: none;
            }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "u",
            "take_back",
            "Take back",
            tooltip="Take it back, whoever did it; what changes is shown",
        ),
        Binding("U,ctrl+r", "redo", "Redo"),
        Binding("enter", "unfold", "All of it", tooltip="Unfold a long one, or fold it"),
        Binding("f", "filter", "Filter", tooltip="Show somebody's doings, or one commitment's"),
        Binding("w", "theirs", "Theirs", tooltip="Show what this one's author did; again, all"),
        Binding("j", "move(1)", "Next", show=False),
        Binding("k", "move(-1)", "Previous", show=False),
        Binding("escape,q", "back", "Back"),
    ]

    CHOOSING = frozenset({"filter", "theirs", "back"})

    def __init__(self, number: int | None = None) -> None:
        """The history of commitment `number`, or of everything when it is None."""
        super().__init__()
        self._about = number
        self._number = number
        """Which commitment's is shown; in the whole record the filter may name one."""
        self._actor: str | None = None
        """Whose doings are shown; None shows everybody's."""
        self._transactions: Sequence[Transaction] = ()
        self._listed: tuple[int | None, str | None] = (number, None)
        """Of which commitment, and by whom, what is listed was done."""
        self._whole = True
        """Whether nothing comes behind the last one that was fetched."""
        self._unfolded: set[int] = set()

    def compose(self) -> ComposeResult:
        """A heading, and the transactions."""
        yield PlaceBar()
        yield Static(Content("History"), id="history-head")
        yield InputLine(id="history-filter", compact=True, placeholder=_ASKED)
        yield OptionList(id="history-list", markup=False)
        yield Static(Content(""), id="history-empty")
        yield ScreenKeys()

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#history-list", OptionList)

    @property
    def coming(self) -> bool:
        """Whether the list is still of something else, or somebody else's doing."""
        return self._listed != (self._number, self._actor)

    @property
    def current(self) -> Transaction | None:
        """The transaction under the cursor."""
        index = self._list.highlighted
        if index is None or index >= len(self._transactions):
            return None
        return self._transactions[index]

    def on_mount(self) -> None:
        """Fetch what was done."""
        self._list.focus()
        self.reload()

    def reload(self) -> None:
        """Fetch as many as were fetched before, and stay on the one under the cursor."""
        self._fetch((), max(WINDOW, len(self._transactions)))

    @work(group="reload", exclusive=True)
    async def _fetch(self, before: Sequence[Transaction], size: int) -> None:
        """Fetch so many transactions behind those `before`, which are kept."""
        number, actor = self._number, self._actor
        oldest = before[-1].number if before else None

        def ask(store: Store) -> tuple[str, tuple[Transaction, ...]]:
            title = "" if number is None else store.dossier(number).commitment.title
            return title, store.history(
                number, limit=size, before=oldest, actor=actor, most=_CHANGES
            )

        try:
            if actor is None:
                title, found = await self._host.gateway.fast(ask)
            else:  # who did little may have done it long ago
                title, found = await self._host.gateway.slow(ask, f"history {self._about}")
        except Stale:
            return
        except CommitrackError as error:
            self._listed = self._number, self._actor  # nothing else comes
            self._host.say(str(error), warning=True)
            return
        self._listed = number, actor
        self._whole = len(found) < size
        current = self.current
        self._transactions = (*before, *found)
        self.query_one("#history-head", Static).update(self._heading(title))
        self._say_nothing()
        if before:
            self._list.add_options([Option(self._told(each)) for each in found])
        else:
            self._draw(current.number if current else None)

    def _say_nothing(self) -> None:
        filtered = (self._number, self._actor) != (self._about, None)
        words = _NOTHING if filtered else _EMPTY
        self.query_one("#history-empty", Static).update(Content(words))
        self.set_class(not self._transactions, "-empty")

    def _heading(self, title: str) -> Content:
        what = "the whole record" if self._number is None else commitment_id(self._number)
        count = len(self._transactions)
        more = "" if self._whole else "+"
        unit = "transaction" if count == 1 and self._whole else "transactions"
        whose = "" if self._actor is None else f" by {clean_line(self._actor)}"
        return Content.assemble(
            ("History of ", "bold"),
            (f"{what}{whose}", "bold $text-accent"),
            (f"  ·  {count:,}{more} {unit}, in UTC", "$foreground 60%"),
            (f"  ·  {clean_line(title)}" if title else "", "$foreground 60%"),
        )

    def _draw(self, keep: int | None) -> None:
        place = next((row for row, each in enumerate(self._transactions) if each.number == keep), 0)
        with self.app.batch_update():
            self._list.clear_options()
            self._list.add_options([Option(self._told(each)) for each in self._transactions])
            self._list.highlighted = place if self._transactions else None

    def _told(self, transaction: Transaction) -> Content:
        undone = transaction.undone_by is not None
        lines = change_lines(transaction, self._number)
        folded = len(lines) - FOLDED
        if transaction.number in self._unfolded:
            lines += _more(transaction)
        elif transaction.more:
            count = len(transaction.changes) + transaction.more
            lines = [*lines[:FOLDED], f"… and more: {count:,} changes in all"]
        elif folded > 1:
            lines = [*lines[:FOLDED], f"… and {folded} more lines"]
        if transaction.why:
            lines.insert(0, f"why: {clean_line(transaction.why)}")
        told = "".join(f"\n{_MARGIN}{row}" for line in lines for row in self._wrapped(line))
        return Content.assemble(
            (f"{transaction.number:>4}  ", "$foreground 60%"),
            (action_words(transaction.action), "bold strike" if undone else "bold"),
            (f"  {_mark(transaction)}", "bold $text-warning"),
            (
                f"\n{_MARGIN}{transaction.at:%Y-%m-%d %H:%M}  {clean_line(transaction.actor)}"
                f"  {clean_line(transaction.client)}",
                "$foreground 60%",
            ),
            (told, "dim" if undone else "$foreground 85%"),
        )

    def _wrapped(self, line: str) -> list[str]:
        """A line in rows that fit beside the margin; what is wrapped is set in a little more."""
        width = max(20, self.size.width - len(_MARGIN) - _BESIDE)
        rows = wrap(line, width)
        parts = [line[start:end] for start, end in zip(rows.starts, rows.ends, strict=True)]
        return [part if index == 0 else f"  {part}" for index, part in enumerate(parts)]

    def on_resize(self) -> None:
        """Wrap for another width."""
        if self._transactions:
            current = self.current
            self._draw(current.number if current else None)

    @on(OptionList.OptionHighlighted)
    def fetch_more(self, event: OptionList.OptionHighlighted) -> None:
        """Near the end of what was fetched, fetch more."""
        near_the_end = event.option_index >= len(self._transactions) - max(1, WINDOW // 8)
        if near_the_end and not self._whole:
            self._whole = True  # until it is known better
            self._fetch(self._transactions, WINDOW)

    # Whose, and of what

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """The history of one commitment is that of one already."""
        del parameters
        return action not in ("filter", "theirs") or self._about is None

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say so."""
        del action, parameters
        return "this is the history of one commitment"

    def action_filter(self) -> None:
        """Ask whose doings, or the history of which commitment, is to be shown."""
        field = self.query_one("#history-filter", Input)
        self.add_class("-filtering")
        field.focus()

    @on(Input.Submitted, "#history-filter")
    def narrow(self, event: Input.Submitted) -> None:
        """Show what was asked for; everything when the field is empty."""
        text = event.value.strip()
        found = _ID.fullmatch(text)
        self._show_only(
            number=int(found[1]) if found else None, actor=None if found else text or None
        )
        self._rest(text)

    def _show_only(self, *, number: int | None, actor: str | None) -> None:
        self._number, self._actor = number, actor
        self._fetch((), WINDOW)

    def _rest(self, text: str) -> None:
        """Give the list the keys; the field stays in sight while it holds something."""
        field = self.query_one("#history-filter", Input)
        field.value = text
        self.set_class(bool(text), "-filtering")
        self._list.focus()

    def action_theirs(self) -> None:
        """Show what the one who did this has done, and nobody else; again, everybody."""
        transaction = self.current
        if self._actor is not None or transaction is None:
            self._show_only(number=self._number, actor=None)
            self._rest("")
            return
        self._show_only(number=self._number, actor=transaction.actor)
        self._rest(transaction.actor)

    def action_back(self) -> None:
        """Take the filter off; without one, leave."""
        filtered = (self._number, self._actor) != (self._about, None)
        if filtered or self.query_one("#history-filter", Input).has_focus:
            self._show_only(number=self._about, actor=None)
            self._rest("")
        else:
            super().action_back()

    @on(OptionList.OptionSelected)
    def action_unfold(self) -> None:
        """Show every line of the transaction, or a few."""
        transaction = self.current
        if transaction is None:
            return
        self._unfolded ^= {transaction.number}
        if transaction.more and transaction.number in self._unfolded:
            self._unfold(transaction)
        else:
            self._draw(transaction.number)

    @work(group="unfold")
    async def _unfold(self, transaction: Transaction) -> None:
        """Fetch the rest of a long transaction, and show it."""
        about, number = self._number, transaction.number
        try:
            (whole,) = await self._host.gateway.fast(
                lambda store: store.history(about, limit=1, before=number + 1, most=_UNFOLDED)
            )
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self._transactions = [whole if one.number == number else one for one in self._transactions]
        current = self.current
        self._draw(current.number if current else None)

    def action_move(self, step: int) -> None:
        """Down or up by one."""
        if step > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    @asks("write", exclusive=True)
    async def action_take_back(self) -> None:
        """Take back the transaction under the cursor, after a look at what that changes."""
        transaction = self.current
        if transaction is None:
            return
        if transaction.undone_by is not None:
            self._host.say(
                f"{transaction.number} was taken back already, by {transaction.undone_by}"
            )
            return
        coming = await self._look_ahead(transaction)
        if coming is None:
            return
        left = [f"left as it is: {clash}" for clash in coming.left]
        sure = await self.app.push_screen_wait(
            ConfirmDialog(
                f"Take back {transaction.number}, {transaction.action}, by {transaction.actor}?",
                [*left, *change_lines(coming.undo, self._number), *_more(coming.undo)],
                yes="Take back the rest" if left else "Take back",
            )
        )
        if sure:
            await self._host.undo(transaction, rest=bool(left))

    async def _look_ahead(self, transaction: Transaction) -> Reversal | None:
        """What taking it back would change: all of it, or what nobody has changed since."""
        host = self._host
        by, number = host.sign(), transaction.number

        def look(store: Store, watch: Watch) -> Reversal:
            try:
                return store.preview_undo(by, number, most=_CHANGES, watch=watch)
            except Conflict:
                return store.preview_undo(by, number, rest=True, most=_CHANGES, watch=watch)

        try:
            return await watched(host, self, f"Looking what {number} would take back", look)
        except Stale:
            return None
        except CommitrackError as error:
            host.say(str(error), warning=True)
            return None

    @asks("write", exclusive=True)
    async def action_redo(self) -> None:
        """Bring back what was taken back last."""
        await self._host.redo()


def _more(transaction: Transaction) -> list[str]:
    """That it made more changes than are told, if it did."""
    if not transaction.more:
        return []
    return [f"… and {transaction.more:,} more changes (commitrack history --changes 0)"]


def _mark(transaction: Transaction) -> str:
    if transaction.undone_by is not None:
        return f"↶ taken back by {transaction.undone_by}"
    if transaction.undoes is not None:
        return f"↶ takes back {transaction.undoes}"
    if transaction.unfinished:
        return "… not finished: it is running, or was cut short"
    if transaction.parts:
        return f"{len(transaction.parts) + 1} parts, to {transaction.parts[-1]}"
    return ""
