"""Which columns the table shows, and in which order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, OptionList, Static
from textual.widgets.option_list import Option

from commitrack.model.columns import COLUMNS, LATE, ON_RECORD, heading
from commitrack.query import FIELDS
from commitrack.tui.beside import ClosedBeside

_KEYS = "space show or hide · J and K move it down and up · ⏎ take · r automatic · esc cancel"

_UNASKED = {
    "beneficiary": "whom it is for",
    "success_test": "what would count as done",
    "due_text": "the deadline in the words of the statement",
    "due_precision": "how exact the due date is: a day, a month, a quarter …",
    "cadence": "days from one look to the next",
    "condition": "what it hangs on, in the words of the statement",
    "note": "what was noted on it",
    "reason": "why it has the status that it has",
    "owner_basis": "how the owner was read from the words",
    "ongoing": "whether it has no end",
    "cues": "the words that gave it away",
    "extractor": "which version of the rules found it",
    "partners": "who acts along with the owner",
    "schedule": "how it stands against its dates",
}
"""What the columns hold that no filter asks for."""


class ColumnsDialog(ClosedBeside[tuple[str, ...] | None]):
    """Ticks and orders the columns. Answers with their names, none for what there is room for;
    None leaves all as it is.
    """

    DEFAULT_CSS = """
    ColumnsDialog {
        align: center middle;
        & > Vertical {
            width: 72; max-width: 100%; height: 90%; max-height: 30;
            background: $surface; border: round $primary; border-title-style: bold; padding: 0 1;
        }
        & OptionList { height: 1fr; background: transparent; border: none; padding: 0; }
        & #columns-keys, & #columns-keep { color: $foreground 60%; height: auto; }
        & Horizontal { height: 1; align-horizontal: right; }
        & Button { margin-left: 1; min-width: 8; }
    }
    """
    CSS = "ColumnsDialog { background: $background 60%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer('cancel')", "Cancel", show=False),
        Binding("enter", "answer('take')", "Take", show=False, priority=True),
        Binding("r", "answer('automatic')", "Automatic", show=False),
        Binding("space", "tick", "Show or hide", show=False, priority=True),
        Binding("J,shift+down", "shift(1)", "Further right", show=False),
        Binding("K,shift+up", "shift(-1)", "Further left", show=False),
        Binding("j", "step(1)", "Down", show=False),
        Binding("k", "step(-1)", "Up", show=False),
    ]

    def __init__(self, shown: Sequence[str]) -> None:
        """`shown` are the columns in sight, in their order."""
        super().__init__()
        known = [name for name in COLUMNS if name not in (*ON_RECORD, LATE)]
        self._shown = [name for name in shown if name in known]
        self._names = [*self._shown, *(name for name in known if name not in self._shown)]

    def compose(self) -> ComposeResult:
        """Every column, those that are shown first, and how to keep the choice."""
        with Vertical() as frame:
            frame.border_title = "Columns"
            yield OptionList(*self._options(), compact=True, markup=False)
            yield Static(id="columns-keep")
            yield Static(Content(_KEYS), id="columns-keys")
            with Horizontal():
                yield Button("↑", id="up", compact=True)
                yield Button("↓", id="down", compact=True)
                yield Button("Take", id="take", compact=True, variant="primary")
                yield Button("Automatic", id="automatic", compact=True)
                yield Button("Cancel", id="cancel", compact=True)

    def on_mount(self) -> None:
        """The list has the keys."""
        self._list.highlighted = 0
        self._list.focus()
        self._tell()

    @property
    def _list(self) -> OptionList:
        return self.query_one(OptionList)

    def _options(self) -> list[Option]:
        return [Option(self._words(name), id=name) for name in self._names]

    def _words(self, name: str) -> Content:
        spec = FIELDS.get(name)
        told = _UNASKED.get(name, "") if spec is None else spec.help
        tick = "✓" if name in self._shown else " "
        return Content(f"{tick} {heading(name):<16} {told}")

    def _tell(self) -> None:
        names = ",".join(self._chosen())
        words = f"for this session; to keep them: commitrack config set columns {names}"
        self.query_one("#columns-keep", Static).update(Content(words))

    def _chosen(self) -> tuple[str, ...]:
        return tuple(name for name in self._names if name in self._shown)

    def action_tick(self) -> None:
        """Show the column under the cursor, or hide it."""
        at = self._list.highlighted
        if at is None:
            return
        name = self._names[at]
        if name in self._shown:
            self._shown.remove(name)
        else:
            self._shown.append(name)
        self._list.replace_option_prompt_at_index(at, self._words(name))
        self._tell()

    def action_shift(self, by: int) -> None:
        """Move the column under the cursor along."""
        at = self._list.highlighted
        if at is None or not 0 <= at + by < len(self._names):
            return
        names = self._names
        names[at], names[at + by] = names[at + by], names[at]
        for one in (at, at + by):
            self._list.replace_option_prompt_at_index(one, self._words(names[one]))
        self._list.highlighted = at + by
        self._tell()

    def action_step(self, by: int) -> None:
        """The column below or above."""
        (self._list.action_cursor_down if by > 0 else self._list.action_cursor_up)()

    @on(OptionList.OptionSelected)
    def tick_clicked(self, event: OptionList.OptionSelected) -> None:
        """A click shows or hides."""
        event.stop()
        self.action_tick()

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """A button is an answer."""
        event.stop()
        step = {"up": -1, "down": 1}.get(str(event.button.id))
        if step is None:
            self.action_answer(str(event.button.id))
        else:
            self.action_shift(step)

    def action_answer(self, answer: str) -> None:
        """Close with the answer."""
        if answer == "take" and isinstance(self.focused, Button) and self.focused.id != "take":
            self.focused.press()
            return
        answers: dict[str, tuple[str, ...] | None] = {"take": self._chosen(), "automatic": ()}
        self.dismiss(answers.get(answer))
