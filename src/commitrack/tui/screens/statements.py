"""The statements: a list of all, the newest first, beside the one under the cursor, lit."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from commitrack.model.errors import CommitrackError
from commitrack.store import Outline
from commitrack.tui.decisions import count_pieces
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host, host_of
from commitrack.tui.screens.changes import ChangesScreen
from commitrack.tui.screens.coverage import CoverageScreen
from commitrack.tui.screens.place_screen import PlaceScreen
from commitrack.tui.screens.statement import StatementScreen, statement_head
from commitrack.tui.screens.statement_account import Accounts
from commitrack.tui.screens.statement_page import Pages, read_page
from commitrack.tui.screens.statement_rows import outline_row
from commitrack.tui.widgets.coverage_bar import CoverageBar
from commitrack.tui.widgets.painted_line import PaintedLine
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.queue_list import QueueList
from commitrack.tui.widgets.screen_keys import ScreenKeys
from commitrack.tui.widgets.statement_text import StatementText

WINDOW = 100
"""Statements fetched at a time; more follow when the cursor comes near the end."""
_EMPTY = (
    "No statement is stored.\n\n"
    "Put one in with  commitrack add FILE  and it stands here with its promises lit.\n"
    "commitrack demo  opens a record to look around in · escape goes back"
)


class StatementsScreen(PlaceScreen):
    """The list on the left; on the right the text with every commitment lit, and its coverage."""

    DEFAULT_CSS = """
    StatementsScreen {
        & #statements-top { height: 1; padding: 0 1; background: $panel; }
        & #statements-body { height: 1fr; }
        & #statements-list {
            width: 42%; min-width: 36; max-width: 64; height: 1fr; max-height: 100%;
            border: none; border-right: solid $border; padding: 0; background: $background;
            scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
            &:focus { border: none; border-right: solid $border; background-tint: transparent; }
            & > .option-list--option-highlighted {
                background: $primary 25%; color: $foreground; text-style: none;
            }
        }
        & #statements-right { width: 1fr; }
        & #statements-about { height: auto; padding: 0 1; background: $surface;
            text-wrap: nowrap; text-overflow: ellipsis; }
        & CoverageBar { height: 1; }
        & PaintedLine { height: 1; background: $surface; }
        & #statements-empty {
            display: none; height: 1fr; content-align: center middle; text-align: center;
        }
        &.-empty { & #statements-body { display: none; } & #statements-empty { display: block; } }
        &.-narrow {
            & #statements-list { width: 1fr; max-width: 100%; border-right: none; }
            & #statements-right { display: none; }
        }
    }
    """
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (76, "-wide")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "open", "Read", tooltip="The whole text, from commitment to commitment"),
        Binding("C", "coverage", "Coverage", tooltip="Every sentence, and what became of it"),
        Binding("equals_sign", "changes", "Changes", tooltip="Hold it against the version before"),
        Binding("left_square_bracket", "version(-1)", "Older", tooltip="The version before"),
        Binding("right_square_bracket", "version(1)", "Newer", tooltip="The next version"),
        Binding("j", "move(1)", "Next", show=False),
        Binding("k", "move(-1)", "Previous", show=False),
        Binding("space", "scroll(1)", "Scroll the text", show=False),
        Binding("escape,q", "back", "Back"),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._outlines: Sequence[Outline] = ()
        self._whole = True
        """Whether nothing comes behind the last one that was fetched."""
        self._pages = Pages()
        self._accounts = Accounts()
        self._drawn: int | None = None
        """The statement whose text is shown."""

    def compose(self) -> ComposeResult:
        """A heading, the list, and the statement under the cursor."""
        self.set_class(self.app.size.width < 76, "-narrow")  # in the first frame already
        yield PlaceBar()
        yield Static(Content("Statements"), id="statements-top")
        with Horizontal(id="statements-body"):
            yield QueueList(id="statements-list", markup=False)
            with Vertical(id="statements-right"):
                yield Static(Content(""), id="statements-about")
                yield CoverageBar(id="statements-bar")
                yield PaintedLine(id="statements-counts")
                text = StatementText(id="statements-text")
                text.can_focus = False
                yield text
        yield Static(Content(_EMPTY), id="statements-empty")
        yield ScreenKeys()

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def _list(self) -> QueueList:
        return self.query_one(QueueList)

    @property
    def current(self) -> Outline | None:
        """The statement under the cursor."""
        row = self._list.highlighted
        return None if row is None or row >= len(self._outlines) else self._outlines[row]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only a statement with other versions can be held against them."""
        one = self.current if self.is_mounted else None
        if action in ("open", "coverage"):
            return one is not None
        if action == "changes":
            return one is not None and one.versions.index(one.number) > 0
        if action == "version":
            return one is not None and _version(one, int(str(parameters[0]))) is not None
        return True

    def on_mount(self) -> None:
        """Fetch the first of them."""
        self._list.focus()
        self.reload()

    def reload(self) -> None:
        """Fetch as many as were fetched before; what is known of their texts is out of date."""
        self._pages = Pages()
        self._accounts.age()
        self._drawn = None
        self._fetch((), max(WINDOW, len(self._outlines)))

    @work(group="list", exclusive=True)
    async def _fetch(self, before: Sequence[Outline], size: int) -> None:
        """Fetch so many behind those `before`, which are kept."""
        oldest = before[-1].number if before else None
        try:
            found = await self._host.gateway.fast(lambda store: store.outlines(oldest, size))
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self._whole = len(found) < size
        self._fill((*before, *found))

    def _fill(self, outlines: Sequence[Outline]) -> None:
        row, before = self._list.highlighted or 0, self.current
        self._outlines = outlines
        numbers = [one.number for one in outlines]
        with self.app.batch_update():
            self._list.clear_options()
            self._list.add_options([Option(outline_row(one)) for one in outlines])
            if before is not None and before.number in numbers:
                row = numbers.index(before.number)
            self._list.highlighted = min(row, len(outlines) - 1) if outlines else None
        self.set_class(not outlines, "-empty")
        unit = "statement" if len(outlines) == 1 else "statements"
        count = f"{len(outlines):,}{'' if self._whole else '+'} {unit}"
        self.query_one("#statements-top", Static).update(
            Content.assemble(("Statements", "bold"), (f"  ·  {count}", "$foreground 60%"))
        )
        self._look()

    # The statement under the cursor

    @on(OptionList.OptionHighlighted)
    def follow_cursor(self, event: OptionList.OptionHighlighted) -> None:
        """Show the statement; near the end of what was fetched, fetch more."""
        self._look()
        if not self._whole and event.option_index >= len(self._outlines) - max(1, WINDOW // 8):
            self._whole = True  # until it is known better
            self._fetch(self._outlines, WINDOW)

    def _look(self) -> None:
        one = self.current
        self.refresh_bindings()
        if one is None:
            return
        page, account = self._pages.get(one.number), self._accounts.get(one.number)
        if page is None:
            self._fetch_page(one.number)
        elif self._drawn != one.number:
            self._drawn = one.number
            self.query_one("#statements-about", Static).update(statement_head(page.statement))
            self.query_one(StatementText).show(page.text, page.spans)
        self.query_one(CoverageBar).show(account, None)
        told = [(" counting …", "")] if account is None else count_pieces(account)
        self.query_one(PaintedLine).show(told)
        if page is not None and not self._accounts.is_fresh(one.number):
            self._account_for(one.number)

    @work(group="page", exclusive=True)
    async def _fetch_page(self, number: int) -> None:
        try:
            page = await self._host.gateway.fast(lambda store: read_page(store, number))
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self._pages.keep(page)
        if self.current is not None and self.current.number == number:
            self._look()

    @work(group="account", exclusive=True)
    async def _account_for(self, number: int) -> None:
        """Account for the sentences of a statement, in the lane where nobody waits for it."""
        try:
            await self._accounts.read(self._host.gateway, number)
        except (Stale, CommitrackError):
            return  # the list says how much is decided without it
        if self.current is not None and self.current.number == number:
            self._look()

    # Moving and opening

    def action_move(self, step: int) -> None:
        """Down or up by one."""
        if step > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_scroll(self, step: int) -> None:
        """Scroll the text on by a page; from its end, back to its beginning."""
        text = self.query_one(StatementText)
        if text.scroll_offset.y >= text.max_scroll_y:
            text.scroll_home(animate=False)
        else:
            text.scroll_relative(y=step * max(1, text.size.height - 2), animate=False)

    def action_version(self, step: int) -> None:
        """To another version in the list; where it was not fetched yet, read it."""
        one = self.current
        wanted = None if one is None else _version(one, step)
        if wanted is None:
            return
        numbers = [each.number for each in self._outlines]
        if wanted in numbers:
            self._list.highlighted = numbers.index(wanted)
        else:
            self.app.push_screen(StatementScreen(wanted))

    @on(OptionList.OptionSelected)
    def action_open(self) -> None:
        """Read the statement."""
        if self.current is not None:
            self.app.push_screen(StatementScreen(self.current.number))

    @on(StatementText.Pressed)
    def open_words(self, event: StatementText.Pressed) -> None:
        """A click on lit words reads the statement there."""
        one = self.current
        page = None if one is None else self._pages.get(one.number)
        if one is not None and page is not None:
            self.app.push_screen(StatementScreen(one.number, page.at(event.offset)))

    @on(CoverageBar.Pressed)
    def open_cell(self, event: CoverageBar.Pressed) -> None:
        """A click in the bar goes through the sentences from there."""
        account = None if self.current is None else self._accounts.get(self.current.number)
        if account is not None:
            at = account.numbered[event.place].start
            self.app.push_screen(CoverageScreen(account.statement.number, at))

    def action_coverage(self) -> None:
        """Go through its sentences."""
        if self.current is not None:
            self.app.push_screen(CoverageScreen(self.current.number))

    def action_changes(self) -> None:
        """Show what this version says differently from the one before it."""
        if self.current is not None:
            self.app.push_screen(ChangesScreen(self.current.number))


def _version(outline: Outline, step: int) -> int | None:
    """The number of the next version (1) or of the one before (-1), if there is one."""
    at = outline.versions.index(outline.number) + step
    return outline.versions[at] if 0 <= at < len(outline.versions) else None
