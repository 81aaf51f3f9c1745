"""Reports: choose one, read it here, save it, copy it."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import ClassVar

from textual import on, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.outputs import is_taken, written
from commitrack.reports import CATALOGUE, Entry, Format, Report, render
from commitrack.store import Lens, Store
from commitrack.store.expanding import every_view
from commitrack.tui.asking import asks
from commitrack.tui.dialogs.confirm import ConfirmDialog
from commitrack.tui.dialogs.save_report import SaveReportDialog
from commitrack.tui.gateway import Stale
from commitrack.tui.host import Host, host_of
from commitrack.tui.insisting import Actions, Refused, insist
from commitrack.tui.preview_text import preview_lines
from commitrack.tui.refusals import on_screen
from commitrack.tui.screens.place_screen import PlaceScreen
from commitrack.tui.widgets.argument_bar import ArgumentBar
from commitrack.tui.widgets.filter_bar import FilterBar
from commitrack.tui.widgets.place_bar import PlaceBar
from commitrack.tui.widgets.report_pane import ReportPane
from commitrack.tui.widgets.screen_keys import ScreenKeys

_TOPIC = "report"
"""What is asked of the long lane: one report at a time."""


@dataclass(frozen=True, slots=True)
class Built:
    """A report that was built, with what it was built for."""

    report: Report
    argument: str
    lines: Sequence[str]
    width: int


class ReportsScreen(PlaceScreen):
    """The catalogue on the left, on the right what a report takes and the report itself."""

    DEFAULT_CSS = """
    ReportsScreen {
        & #reports-head { height: 1; padding: 0 1; background: $panel;
            text-wrap: nowrap; text-overflow: ellipsis; }
        & #reports-body { height: 1fr; }
        & #reports-list {
            width: 17; height: 1fr; max-height: 100%;
            border: none; border-right: vkey $panel; padding: 0; background: $background;
            scrollbar-size-vertical: 1; text-wrap: nowrap; text-overflow: ellipsis;
            &:focus { border: none; border-right: vkey $panel; background-tint: transparent; }
        }
        & #reports-side { width: 1fr; height: 1fr; }
        & #reports-says { height: auto; max-height: 2; padding: 0 1; color: $foreground 75%; }
        & #reports-asks { height: auto; min-height: 2; max-height: 5; }
        & #reports-state { height: auto; max-height: 6; padding: 0 1; color: $foreground 60%; }
        & #reports-state.-wrong { color: $text-error; }
        &.-alone #reports-list { display: none; }
        & ReportPane { height: 1fr; background: $background; overflow-x: hidden;
            overflow-y: scroll; scrollbar-size-vertical: 1; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "slash", "argument", "Filter", tooltip="Narrow it down, or say which one it is about"
        ),
        Binding("s", "save", "Save", tooltip="Save all of it to a file"),
        Binding("y", "copy", "Copy", tooltip="Copy it as Markdown"),
        Binding("z", "zoom", "Wide", tooltip="Give it the whole width, or the list its part"),
        Binding("j", "move(1)", "Next", show=False),
        Binding("k", "move(-1)", "Previous", show=False),
        Binding("escape", "back", "Back"),
        Binding("q", "back", "Back", show=False),
    ]

    def __init__(self) -> None:
        super().__init__()
        self._built: dict[str, Built] = {}
        """The newest of each report, by its name."""
        self._typed: dict[str, str] = {}
        """What was typed for each, by its name."""
        self._building = ""
        """The name of the report that is being built; empty when none is."""
        self._old: set[str] = set()
        """Reports since which the record was changed."""

    def compose(self) -> ComposeResult:
        """The names, and for the one under the cursor its words, its argument and its pages."""
        yield PlaceBar()
        yield Static(Content(""), id="reports-head")
        with Horizontal(id="reports-body"):
            yield OptionList(
                *(Option(Content(f" {one.name}"), one.name) for one in CATALOGUE.values()),
                id="reports-list",
                markup=False,
            )
            with Vertical(id="reports-side"):
                yield Static(Content(""), id="reports-says")
                yield ArgumentBar(id="reports-asks")
                yield Static(Content(""), id="reports-state")
                yield ReportPane(id="reports-pane")
        yield ScreenKeys()

    @property
    def _host(self) -> Host:
        return host_of(self)

    @property
    def _list(self) -> OptionList:
        return self.query_one("#reports-list", OptionList)

    @property
    def _bar(self) -> ArgumentBar:
        return self.query_one(ArgumentBar)

    @property
    def _pane(self) -> ReportPane:
        return self.query_one("#reports-pane", ReportPane)

    @property
    def current(self) -> Entry:
        """The report under the cursor."""
        return tuple(CATALOGUE.values())[self._list.highlighted or 0]

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Only what was built can be saved or copied."""
        del parameters
        return action not in ("save", "copy") or self.current.name in self._built

    def why_not(self, action: str, parameters: tuple[object, ...]) -> str:
        """Say so."""
        del action, parameters
        return "this report is not built yet"

    def on_mount(self) -> None:
        """Begin with the first."""
        self._list.focus()
        self._list.highlighted = 0
        self._read_views()

    def reload(self) -> None:
        """Say that the record has changed since: a report stays what it was built as."""
        self._old = {*self._built}
        self._tell()
        self._read_views()

    @work(exclusive=True, group="views")
    async def _read_views(self) -> None:
        """Look which views a filter may name."""
        try:
            self._bar.views = await self._host.gateway.fast(every_view)
        except CommitrackError as error:
            self._host.say(on_screen(error), warning=True)

    # What is shown

    @on(OptionList.OptionHighlighted)
    def turn_to(self) -> None:
        """Show what the report under the cursor says, takes and was built as."""
        wanted = self.current
        self.query_one("#reports-says", Static).update(Content(_sentence(wanted.help)))
        self._bar.about(wanted, self._typed.get(wanted.name, ""))
        built = self._built.get(wanted.name)
        self._pane.show(built.lines if built else ())
        if built is not None and built.width != self._pane.room:
            self._fit()
        self._tell()

    def _tell(self, wrong: str = "") -> None:
        """Say how the report under the cursor stands."""
        name = self.current.name
        built = self._built.get(name)
        head = [("Reports", "bold")]
        if built is not None:
            head.append((f"  {clean_line(built.report.title)}", ""))
            head.append((f"  ·  {len(built.lines):,} lines", "$foreground 60%"))
        self.query_one("#reports-head", Static).update(Content.assemble(*head))
        if wrong:
            words = wrong
        elif self._building == name:
            words = "counting…  esc stops it"
        elif built is None:
            words = "enter builds it"
        elif name in self._old:
            words = "the record has changed since  ·  enter builds it again"
        else:
            words = ""
        state = self.query_one("#reports-state", Static)
        state.set_class(bool(wrong), "-wrong")
        state.update(Content(words))
        state.display = bool(words)
        self.refresh_bindings()

    @on(FilterBar.Typed)
    def keep_typed(self, event: FilterBar.Typed) -> None:
        """Keep what is typed for this report, and say what of a filter cannot be read."""
        self._typed[self.current.name] = event.text
        self._bar.judge()

    def on_resize(self) -> None:
        """Render what is shown for another width."""
        if self._built:
            self.call_after_refresh(self._fit)

    @work(group="fit", exclusive=True)
    async def _fit(self) -> None:
        name, width = self.current.name, self._pane.room
        built = self._built.get(name)
        if built is None or built.width == width:
            return
        lines = await asyncio.to_thread(preview_lines, built.report, width)
        if self._built.get(name) is built:
            self._built[name] = Built(built.report, built.argument, lines, width)
            if self.current.name == name:
                self._pane.show(lines, stay=True)
                self._tell()

    # Building

    @on(OptionList.OptionSelected, "#reports-list")
    def choose(self) -> None:
        """Build the report under the cursor."""
        self._build(self.current)

    @on(FilterBar.Done)
    def narrowed(self, event: FilterBar.Done) -> None:
        """Build it for what was typed; go to what is below, or back."""
        if not event.keep:
            self.action_back()
        elif not event.entered:
            self._pane.focus()
        elif self._bar.judge(done=True):
            self._build(self.current)

    @work(group="build", exclusive=True)
    async def _build(self, wanted: Entry) -> None:
        """Build a report in the long lane, and show it if it is still the one under the cursor."""
        host = self._host
        typed = self._typed.get(wanted.name, "").strip()
        if wanted.argument.required and not typed:
            self._tell(f"of which? it takes one {wanted.argument.value}")
            self._bar.input.focus()
            return
        self._building = wanted.name
        self._tell()
        ask = partial(_build, wanted=wanted, lens=host.lens, argument=typed or None)
        try:
            report = await host.gateway.long(ask, _TOPIC)
            width = self._pane.room
            lines = await asyncio.to_thread(preview_lines, report, width)
        except Stale:
            return
        except CommitrackError as error:
            self._building = ""
            self._wrong(wanted, error)
            return
        self._building = ""
        self._old.discard(wanted.name)
        self._built[wanted.name] = Built(report, typed, lines, width)
        if self.current is wanted:
            self._pane.show(lines)
            if self.app.screen is self:
                self._pane.focus()
        self._tell()
        if self.app.screen is not self:
            host.say(f"the report {wanted.name} is ready")

    def _wrong(self, wanted: Entry, error: CommitrackError) -> None:
        if self.app.screen is self and self.current is wanted:
            self._tell(on_screen(error))
        else:
            self._tell()
            self._host.say(f"{wanted.name}: {on_screen(error)}", warning=True)

    def _stop(self) -> None:
        """Nobody waits any more for what is being built."""
        self._host.gateway.drop(_TOPIC)
        self.workers.cancel_group(self, "build")
        stopped, self._building = self._building, ""
        self._tell()
        self._host.say(f"stopped: {stopped} was not built")

    # Moving

    def action_move(self, step: int) -> None:
        """Down or up by one in the list."""
        if step > 0:
            self._list.action_cursor_down()
        else:
            self._list.action_cursor_up()

    def action_argument(self) -> None:
        """Type what the report is about, or what narrows it down."""
        self._bar.input.focus()

    def action_back(self) -> None:
        """Stop what is being built; else go back to the list; else leave."""
        if self._building:
            self._stop()
        elif not self._list.has_focus:
            self.remove_class("-alone")
            self._list.focus()
        else:
            super().action_back()

    def action_zoom(self) -> None:
        """Give the report the whole width, or show the names beside it again."""
        self.toggle_class("-alone")
        if self.has_class("-alone") and self._list.has_focus:
            self._pane.focus()
        self.call_after_refresh(self._fit)

    # Taking it away

    def action_copy(self) -> None:
        """Copy the report as Markdown."""
        built = self._built.get(self.current.name)
        if built is not None:
            text = render(built.report, "md")
            self.app.copy_to_clipboard(text)
            self._host.say(f"copied {self.current.name} as Markdown, {text.count(chr(10)):,} lines")

    @asks("save", exclusive=True)
    async def action_save(self) -> None:
        """Ask where to and in which form, and write the file."""
        built, host = self._built.get(self.current.name), self._host
        if built is None:
            return
        report = built.report

        async def do(dialog: SaveReportDialog, _: Actions, refused: Refused) -> None:
            if dialog.chosen is None:
                return
            form, path = dialog.chosen
            there = is_taken(path)
            if there and not await self.app.push_screen_wait(
                ConfirmDialog(f"{path} is there already. Write over it?", yes="Write over")
            ):
                host.say(f"nothing was written: {path} is as it was")
                return
            try:
                await asyncio.to_thread(_write, report, form, path, force=there)
            except CommitrackError as error:
                refused(on_screen(error))
                return
            dialog.saved()
            host.say(f"saved: {path}")

        lens = host.lens
        await insist(
            self, lambda: SaveReportDialog(report.name, report.title, lens.today, lens.actor), do
        )


def _build(store: Store, wanted: Entry, lens: Lens, argument: str | None) -> Report:
    return wanted.build(store, lens, argument)


def _write(report: Report, form: Format, path: Path, *, force: bool) -> None:
    with written(path, force=force) as file:
        file.write(render(report, form))


def _sentence(words: str) -> str:
    return f"{words[:1].upper()}{words[1:]}."
