"""The menu of places: a letter, the arrows or a click leads to one."""

from __future__ import annotations

from collections.abc import Mapping
from typing import ClassVar

from rich.cells import cell_len
from textual import events, on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from commitrack.tui.keymap import Keymap
from commitrack.tui.sheet import Sheet
from commitrack.tui.workplaces import WORKPLACES, WorkPlace, go_to_commands

TOP = "g"
"""The letter that leads to the first of the list, as in other programs: ``g g``."""


class GoScreen(Sheet[str | None]):
    """Answers with the id of a place, with `TOP`, or with None."""

    DEFAULT_CSS = """
    GoScreen {
        align: center middle;
        & OptionList {
            border: none; padding: 0; background: $surface; height: auto; max-height: 100%;
            text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
            &:focus { border: none; background-tint: transparent; }
            & > .option-list--option-highlighted {
                background: $primary 25%; color: $foreground; text-style: none;
            }
        }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("escape,q", "dismiss", "Close", show=False)]

    def __init__(self, here: str, keymap: Keymap, counts: Mapping[str, int]) -> None:
        """`here` is the place one is at, `counts` how much waits in some."""
        super().__init__()
        self._here = here
        self._keymap = keymap
        self._counts = counts

    def compose(self) -> ComposeResult:
        """A sheet with a line for each place, and one for the first of the list."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = "Go to"
            sheet.border_subtitle = "a letter, enter or a click · esc closes"
            yield OptionList(
                *(Option(self._told(one, key), one.id) for one, key in self._places()),
                Option(_line(TOP, "Top", "", "The first of the list you are in."), TOP),
                markup=False,
            )

    def _places(self) -> list[tuple[WorkPlace, str]]:
        labels = [self._keymap.label(command) for command in go_to_commands()]
        return list(zip(WORKPLACES, labels, strict=True))

    def _told(self, one: WorkPlace, key: str) -> Content:
        count = self._counts.get(one.id, 0)
        name = f"{one.name} {count:,}" if count else one.name
        return _line(one.letter, name, key, one.help, here=one.id == self._here)

    def on_mount(self) -> None:
        """Put the cursor on the place one is at."""
        places = self.query_one(OptionList)
        places.highlighted = next(
            (at for at, one in enumerate(WORKPLACES) if one.id == self._here), 0
        )

    def on_key(self, event: events.Key) -> None:
        """Take a letter for its place."""
        chosen = {TOP: TOP, **{one.letter: one.id for one in WORKPLACES}}.get(event.key)
        if chosen is not None:
            event.stop()
            self._answer(chosen)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Take the one that was clicked, or that the arrows led to."""
        self._answer(event.option_id)

    def _answer(self, chosen: str | None) -> None:
        if self.is_current:  # the second click of a double one comes when it is closed already
            self.dismiss(chosen)


_NAME = 17
"""Cells of a name with its count."""


def _line(letter: str, name: str, key: str, told: str, *, here: bool = False) -> Content:
    return Content.assemble(
        ("▌" if here else " ", "$primary"),
        (f"{letter}  ", "bold $text-accent"),
        (name, "bold"),
        " " * max(1, _NAME - cell_len(name)),
        (f"{key:>4}  ", "$foreground 60%"),
        (told, "$foreground 75%"),
    )
