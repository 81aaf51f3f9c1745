"""A look at what a bulk edit would change, before it is made."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Button, Static

from commitrack.model.actions import Preview
from commitrack.model.cleaning import clean_line
from commitrack.model.ids import commitment_id
from commitrack.tui.refusals import on_screen

_SPELT_OUT = 12
"""Commitments whose changes are written out; the rest is counted."""


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


class PreviewScreen(ModalScreen[frozenset[int] | None]):
    """Shows what would change, and asks.

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
        """The counts, the first changes, and the answers."""
        with Vertical(classes="sheet") as sheet:
            sheet.border_title = "Before it is done"
            yield Static(Content(self.summary()), classes="sheet--summary")
            with VerticalScroll(classes="sheet--lines", can_focus=False):
                for one in (*self._refused, *self._changing)[:_SPELT_OUT]:
                    yield Static(self._lines(one))
                more = len(self._refused) + len(self._changing) - _SPELT_OUT
                if more > 0:
                    yield Static(Content(f"… and {more:,} more"), classes="sheet--muted")
            with Horizontal(classes="sheet--buttons"):
                yield Static(Content("y yes · esc no"), classes="sheet--keys")
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

    @staticmethod
    def _lines(one: Preview) -> Content:
        head = Content.assemble(
            (commitment_id(one.commitment), "bold"), f"  {clean_line(one.title)}"
        )
        if one.refusal is not None:
            return Content("\n").join(
                (
                    head,
                    Content.styled(
                        f"  refused: {clean_line(on_screen(one.refusal))}", "$text-error"
                    ),
                )
            )
        changes = [
            Content.assemble(
                (f"  {name.replace('_', ' ')} ", "$text-muted"),
                (clean_line(old) or "none", "$text-muted"),
                (" → ", "$text-muted"),
                clean_line(new) or "none",
            )
            for name, old, new in one.changes
        ]
        return Content("\n").join((head, *changes))

    def on_mount(self) -> None:
        """Enter says yes, unless there is nothing to change."""
        self.query_one("#yes", Button).disabled = not self._changing
        self.query_one("#yes" if self._changing else "#no").focus()

    def action_answer(self, answer: bool) -> None:
        """Close with the numbers to change, or with None."""
        chosen = frozenset(one.commitment for one in self._changing)
        self.dismiss(chosen if answer and chosen else None)

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """A button is an answer."""
        event.stop()
        self.action_answer(event.button.id == "yes")
