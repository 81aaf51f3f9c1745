"""A look at what a bulk edit would change, before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.widgets import Button, Static

from commitrack.model.actions import Preview
from commitrack.tui.screens.look_through import LookThrough
from commitrack.tui.widgets.preview_lines import PreviewLines

_AROUND = 10
"""Lines of the screen that the sheet keeps for what stands around the changes."""


def merged(previews: Sequence[Preview]) -> tuple[Preview, ...]:
    """One preview for each commitment, whatever number of actions it takes."""
    found: dict[int, Preview] = {}
    for one in previews:
        before = found.get(one.commitment)
        if before is not None:
            one = Preview(
                one.commitment,
                before.title,
                before.changes + one.changes,
                before.refusal or one.refusal,
            )
        found[one.commitment] = one
    return tuple(found.values())


class PreviewScreen(LookThrough[frozenset[int] | None]):
    """Shows everything that would change, and asks.

    Answers with the numbers to change: all of them, or all but the refused ones; None for none.
    """

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("y,enter", "answer(True)", "Yes", show=False),
        Binding("escape,n", "answer(False)", "No", show=False),
    ]

    def __init__(self, previews: Sequence[Preview]) -> None:
        super().__init__()
        self._previews = merged(previews)
        self._refused = tuple(one for one in self._previews if one.refusal is not None)
        self._changing = tuple(one for one in self._previews if one.refusal is None and one.changes)

    def compose(self) -> ComposeResult:
        """The counts, the changes, and the answers."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = "Before it is done"
            yield Static(Content(self.summary()), classes="sheet--summary")
            yield PreviewLines((*self._refused, *self._changing))
            with Horizontal(classes="sheet--buttons"):
                yield Static(Content("y yes · esc no · ↑ ↓ look through"), classes="sheet--keys")
                label = f"Change {len(self._changing):,}"
                yield Button(label, id="yes", compact=True, variant="primary")
                yield Button("Cancel", id="no", compact=True)

    def summary(self) -> str:
        """How many would change, how many not, and how many are refused."""
        same = len(self._previews) - len(self._changing) - len(self._refused)
        parts = [f"{len(self._changing):,} of {len(self._previews):,} will change"]
        if same:
            parts.append(f"{same:,} say so already")
        if self._refused:
            parts.append(f"{len(self._refused):,} are refused and will be left out")
        return ", ".join(parts) + ". One undo takes it all back."

    def on_mount(self) -> None:
        """Enter says yes, unless there is nothing to change."""
        self.query_one("#yes", Button).disabled = not self._changing
        self.query_one("#yes" if self._changing else "#no").focus()

    def on_resize(self) -> None:
        """Leave room for the question and the answers around the changes."""
        lines = self.query_one(PreviewLines)
        lines.styles.max_height = max(3, self.app.size.height - _AROUND)

    def action_answer(self, answer: bool) -> None:
        """Close with the numbers to change, or with None."""
        chosen = frozenset(one.commitment for one in self._changing)
        self.dismiss(chosen if answer and chosen else None)

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """A button is an answer."""
        event.stop()
        self.action_answer(event.button.id == "yes")
