"""The agenda: a month, and what rings on a day, in a week, or has rung: both clocks of all open."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static

from commitrack.model.actions import Edit, SetFields
from commitrack.model.errors import CommitrackError
from commitrack.model.records import Dossier
from commitrack.query import parse
from commitrack.store import DayCount
from commitrack.tui.acting import act
from commitrack.tui.asking import asks
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host, host_of
from commitrack.tui.screens.agenda_list import AgendaList, By, Line, by_day, by_name, ring_of
from commitrack.tui.screens.agenda_rows import away, day_heading, day_words, name_heading
from commitrack.tui.screens.place_screen import PlaceScreen
from commitrack.tui.screens.statement import StatementScreen
from commitrack.tui.widgets.choice_line import ChoiceLine
from commitrack.tui.widgets.detail import DetailPane
from commitrack.tui.widgets.month_grid import MonthGrid, week_of, weeks_of
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.screen_keys import ScreenKeys

WINDOW = 200
"""Lines of the list fetched at a time; more follow when the cursor comes near the end."""
_NARROW = 72
"""Columns below which the list stands under the month."""
_TOTALS = {
    "overdue": "is:overdue",
    "chase": "is:chase",
    "open": "is:open",
    "undated": "is:open no:due no:follow_up",
}


_SAID = (("overdue", "overdue"), ("chase", "to chase"), ("undated", "without a date"))
_LEGEND = "3 due  ·2 to chase  • today"


class AgendaScreen(PlaceScreen):
    """The month on the left with what rings on each day; on the right what that is."""

    DEFAULT_CSS = """
    AgendaScreen {
        & #agenda-head { height: 1; padding: 0 1; background: $panel; text-wrap: nowrap;
            text-overflow: ellipsis; }
        & #agenda-body { height: 1fr; }
        & #agenda-left { width: 36; border-right: solid $border; }
        & MonthGrid { height: 13; background: $background; }
        & #agenda-legend { height: auto; padding: 0 1; color: $foreground 60%; }
        & DetailPane { display: none; height: 1fr; border-top: solid $border; padding: 0 1; }
        &.-tall.-wide DetailPane, &.-tall.-middle DetailPane { display: block; }
        &.-tall.-broad DetailPane { display: block; }
        & #agenda-right { width: 1fr; }
        & ChoiceLine { height: 1; background: $surface; }
        & #agenda-list {
            height: 1fr; max-height: 100%; border: none; padding: 0; background: $background;
            scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
            &:focus { border: none; background-tint: transparent; }
            & > .option-list--option { padding: 0 1; }
            & > .option-list--option-highlighted {
                background: $primary 14%; color: $foreground; text-style: none;
            }
            &:focus > .option-list--option-highlighted { background: $primary 32%; }
            & > .option-list--option-disabled { color: $foreground; }
        }
        & #agenda-none { display: none; height: 1fr; padding: 1 2; color: $foreground 75%; }
        &.-nothing { & #agenda-list { display: none; } & #agenda-none { display: block; } }
        &.-wide #agenda-left { width: 50; }
        &.-broad #agenda-left { width: 40%; }
        &.-narrow {
            & #agenda-body { layout: vertical; }
            & #agenda-left { width: 1fr; height: 7; border-right: none; }
            & MonthGrid { height: 7; }
            & #agenda-legend { display: none; }
        }
    }
    """
    HORIZONTAL_BREAKPOINTS = [  # noqa: RUF012
        (0, "-narrow"),
        (_NARROW, "-middle"),
        (110, "-wide"),
        (150, "-broad"),
    ]
    VERTICAL_BREAKPOINTS = [(0, "-low"), (32, "-tall")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("t", "today", "Today", tooltip="Go to today"),
        Binding("b", "by", "By", tooltip="List by day, week, what is overdue, owner or lead"),
        Binding("plus", "later(1)", "+1 day", key_display="+", tooltip="Look again a day later"),
        Binding("w", "later(7)", "+1 week", tooltip="Look again a week later"),
        Binding("d", "ask('dates')", "Dates", tooltip="When it is due, and when to look again"),
        Binding("c", "ask('check')", "Check", tooltip="Put on record that you looked"),
        Binding("s", "ask('status')", "Status", tooltip="Move it to another status"),
        Binding("e", "ask('evidence')", "Evidence", tooltip="File a piece of evidence"),
        Binding("o", "ask('owner')", "Owner", tooltip="Who must deliver it, and who of us leads"),
        Binding("enter", "open", "Read", tooltip="The whole text, at these words"),
        Binding("tab", "other_side", "To the list or the month", show=False),
        Binding("j", "move(1)", "Next", show=False),
        Binding("k", "move(-1)", "Previous", show=False),
        Binding("escape,q", "back", "Back"),
    ]

    CHOOSING = frozenset({"today", "by", "back", "move", "other_side", "day", "month"})

    def __init__(self) -> None:
        super().__init__()
        self._by = By.DAY
        self._whole = True
        """Whether nothing comes behind the last line."""
        self._listed: tuple[By, tuple[date, date]] | None = None
        """What the list shows of which days; another may be being looked up."""
        self._weeks: tuple[date, date] | None = None
        """The days whose counts the month shows."""
        self._days: Mapping[date, DayCount] = {}
        self._totals: Mapping[str, int] = {}
        self._writing = asyncio.Lock()

    def compose(self) -> ComposeResult:
        """The month beside the list, or above it."""
        self.set_class(self.app.size.width < _NARROW, "-narrow")  # in the first frame already
        yield PlaceBar()
        yield Static(Content("Agenda"), id="agenda-head")
        with Horizontal(id="agenda-body"):
            with Vertical(id="agenda-left"):
                yield MonthGrid(self._today, id="agenda-month")
                yield Static(Content(_LEGEND), id="agenda-legend")
                yield DetailPane(id="agenda-detail")
            with Vertical(id="agenda-right"):
                yield ChoiceLine("By", [one.value for one in By], id="agenda-by")
                yield AgendaList(id="agenda-list")
                yield Static(Content(""), id="agenda-none")
        yield ScreenKeys()

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def _today(self) -> date:
        return self._host.lens.today

    @property
    def month(self) -> MonthGrid:
        """The month on the left."""
        return self.query_one(MonthGrid)

    @property
    def list(self) -> AgendaList:
        """The list on the right."""
        return self.query_one(AgendaList)

    @property
    def current(self) -> Dossier | None:
        """The commitment under the cursor of the list."""
        return self.list.current

    @property
    def coming(self) -> bool:
        """Whether the list is of other days still, or of these in another way."""
        return self._listed is not None and self._listed != (self._by, self.span)

    @property
    def span(self) -> tuple[date, date]:
        """The days that are listed."""
        day = self.month.day
        if self._by is By.DAY:
            return day, day
        if self._by is By.LATE:
            return date.min, self._today - timedelta(days=1)
        return week_of(day)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Where nothing is listed there is nothing to act on."""
        del parameters
        if action in ("later", "ask", "open"):
            return self.is_mounted and self.current is not None
        return True

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say so."""
        del action, parameters
        return "nothing is listed here"

    def on_mount(self) -> None:
        """Look the month up, and what rings today."""
        self.month.focus()
        self.reload()

    def reload(self) -> None:
        """Look up the month, the list and the totals."""
        self._look_up_month()
        self._fetch([], max(WINDOW, len(self.list.lines)))
        self._count()

    # The month

    @work(group="month", exclusive=True)
    async def _look_up_month(self) -> None:
        first, last = self._weeks = weeks_of(self.month.day)
        try:
            self._days = await self._host.gateway.fast(lambda store: store.days(first, last))
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self.month.show(self._days, self._today)
        self._tell()

    @on(MonthGrid.Moved)
    def follow_day(self, event: MonthGrid.Moved) -> None:
        """List another day, and look another month up."""
        if self._by is By.LATE:
            self._take(By.DAY)
        if weeks_of(event.day) != self._weeks:
            self._look_up_month()
        self._tell()
        self._look_up_list()

    @work(group="totals", exclusive=True)
    async def _count(self) -> None:
        lens = self._host.lens
        queries = {name: parse(text) for name, text in _TOTALS.items()}
        try:
            self._totals = await self._host.gateway.slow(
                lambda store: store.counts(queries, lens), "agenda"
            )
        except Stale:
            return
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self._tell()

    def _tell(self) -> None:
        """Say where the cursor is, and how things stand."""
        day = self.month.day
        told = [
            f"{self._totals[name]:,} {words}" for name, words in _SAID if self._totals.get(name)
        ]
        self.query_one("#agenda-head", Static).update(
            Content.assemble(
                ("Agenda", "bold"),
                f"  {day:%B %Y}",
                (f"  ·  {' · '.join(told)}" if told else "", "$foreground 60%"),
            )
        )
        self._say_nothing()

    # The list

    def _take(self, by: By) -> None:
        self._by = by
        self.query_one(ChoiceLine).hold(list(By).index(by))
        self.month.span_week(by in (By.WEEK, By.OWNER, By.LEAD))

    def _look_up_list(self) -> None:
        self._fetch([], WINDOW)

    @work(group="list", exclusive=True)
    async def _fetch(self, before: Sequence[Line], size: int) -> None:
        """Fetch so many lines behind those `before`, which are kept."""
        by, (first, last) = self._by, self.span
        try:
            if by in (By.OWNER, By.LEAD):
                found = await by_name(self._host, by, (first, last), len(before), size)
            else:
                after = ring_of(before[-1]) if before else None
                found = await self._host.gateway.fast(
                    lambda store: by_day(store, first, last, after, size)
                )
        except Stale:
            return
        except CommitrackError as error:
            self._host.say(str(error), warning=True)
            return
        self._whole = len(found) < size
        same = self._listed == (by, (first, last))
        self._listed = by, (first, last)
        self._show([*before, *found], same=same)

    def _show(self, lines: Sequence[Line], *, same: bool) -> None:
        """Show the lines under their headings; of the `same` days the cursor stays where it was."""
        with self.app.batch_update():
            self.list.show(lines, self._heading, self._today, same=same)
        self.set_class(not lines, "-nothing")
        self._look()
        self._say_nothing()
        self.refresh_bindings()

    def _heading(self, under: date | str) -> Content:
        if isinstance(under, date):
            return day_heading(under, self._today, self._days.get(under))
        return name_heading(under, "nobody named" if self._by is By.OWNER else "no lead")

    def _say_nothing(self) -> None:
        """What an empty list means, and what to do."""
        if self.list.lines:
            return
        day = self.month.day
        if self._totals.get("open") == 0:
            words = (
                "Nothing is being followed.\n\nAccept candidates in the inbox (F3): each gets a "
                "day to look at it again, and rings here."
            )
        elif self._by is By.LATE:
            words = "Nothing is overdue: no due date and no follow-up has passed."
        elif self._by is By.DAY:
            words = (
                f"Nothing is due or to be looked at again on {day_words(day)} "
                f"({away(day, self._today)}).\n\nb lists the whole week, t goes to today."
            )
        else:
            words = (
                f"Nothing is due or to be looked at again in the week of "
                f"{day_words(week_of(day)[0])}.\n\npgdn goes to the next month, t to today."
            )
        self.query_one("#agenda-none", Static).update(Content(words))

    @on(OptionList.OptionHighlighted)
    def follow_cursor(self, event: OptionList.OptionHighlighted) -> None:
        """Show the record where there is room; near the end of what was fetched, fetch more."""
        self._look()
        if not self._whole and event.option_index >= self.list.option_count - max(1, WINDOW // 8):
            self._whole = True  # until it is known better
            self._fetch(self.list.lines, WINDOW)

    def _look(self) -> None:
        self.query_one(DetailPane).show(self.current, None, self._today)

    # Moving

    def action_today(self) -> None:
        """Back to today."""
        self.month.go_to(self._today)

    def action_by(self) -> None:
        """List by the next of day, week, what is overdue, owner and lead."""
        every = list(By)
        self._list_by(every[(every.index(self._by) + 1) % len(every)])

    @on(ChoiceLine.Chosen)
    def by_clicked(self, event: ChoiceLine.Chosen) -> None:
        """List by what was clicked."""
        self._list_by(list(By)[event.at])

    def _list_by(self, by: By) -> None:
        self._take(by)
        self._look_up_list()

    def action_other_side(self) -> None:
        """From the month to the list, and back."""
        (self.list if self.month.has_focus else self.month).focus()

    def action_move(self, step: int) -> None:
        """Down or up by one."""
        if step > 0:
            self.list.action_cursor_down()
        else:
            self.list.action_cursor_up()

    # Acting

    @on(OptionList.OptionSelected)
    def open_chosen(self) -> None:
        """A double click reads the statement, as enter does."""
        self._read()

    def action_open(self) -> None:
        """Read the statement at the words; from the month, go to the list first."""
        if self.month.has_focus and self.list.lines:
            self.list.focus()
        else:
            self._read()

    @on(DetailPane.Opened)
    def _read(self) -> None:
        dossier = self.current
        if dossier is None:
            return
        if not dossier.mentions:
            self._host.say(f"{dossier.commitment.id} was put in by hand: it has no statement")
            return
        statement = dossier.mentions[0].statement
        self.app.push_screen(StatementScreen(statement, dossier.commitment.number))

    @asks("act", exclusive=True)
    async def action_ask(self, command: str) -> None:
        """Ask what a command needs to know, and do it."""
        dossier = self.current
        if dossier is not None:
            await act(self._host, self, command, (dossier.commitment.number,))

    @asks("later")
    async def action_later(self, days: int) -> None:
        """Look again so many days later than planned; than today, where the plan has passed."""
        dossier = self.current
        if dossier is None:
            return
        number, today = dossier.commitment.number, self._today
        async with self._writing:  # a key that is pressed twice moves it twice
            try:
                now = await self._host.gateway.fast(lambda store: store.dossier(number))
            except CommitrackError as error:
                self._host.say(str(error), warning=True)
                return
            record = now.commitment
            day = max(record.follow_up or today, today) + timedelta(days=days)
            await self._host.apply(
                [Edit(number, SetFields({"follow_up": day}), seen=record.version)]
            )
