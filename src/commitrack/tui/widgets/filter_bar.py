"""The line to narrow the list in: the filter language, read while it is typed."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from commitrack.model.cleaning import clean, clean_line
from commitrack.query import QueryError
from commitrack.tui.widgets.status_line import MessageLine

PROMPT = " / "
HINT = 'words · is:overdue · owner:"nhs" · due:<+30d · no:due · status:stalled · @week · -word · OR'
"""Shown while nothing is typed: what the language can say."""


class _FilterInput(Input):
    """The input; what is pasted is made harmless before it is shown."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "give_up", "Undo the filter", show=False),
        Binding("down", "submit", "To the list", show=False),
    ]

    class GivenUp(Message):
        """Escape was pressed."""

    def action_give_up(self) -> None:
        """Say that the filter is to be as it was."""
        self.post_message(self.GivenUp())

    def validate_value(self, value: str) -> str:
        """Replace control characters, so that the terminal never sees them."""
        return clean(value).replace("\n", " ")


class FilterBar(Vertical):
    """Where the filter is typed, with a line below for what is wrong with it."""

    @dataclass
    class Typed(Message):
        """The text of the filter is another one."""

        text: str

    @dataclass
    class Done(Message):
        """The user is done: keep the filter, or put back the one from before."""

        keep: bool

    def compose(self) -> ComposeResult:
        """The prompt and the input, and the line below."""
        with Horizontal(id="filter-row"):
            yield Static(Content(PROMPT), id="filter-prompt")
            yield _FilterInput(id="filter-input", compact=True, select_on_focus=False)
        yield MessageLine(id="filter-message")

    @property
    def input(self) -> Input:
        """The input."""
        return self.query_one("#filter-input", Input)

    def open(self, text: str) -> None:
        """Show the bar with a filter in it and put the cursor at its end."""
        self.add_class("-open")
        self.fill(text)
        self.input.focus()
        self.well()

    def fill(self, text: str) -> None:
        """Put a text in without saying that it was typed."""
        with self.input.prevent(Input.Changed):
            self.input.value = text
        self.input.cursor_position = len(text)

    def rest(self, text: str) -> None:
        """The list has the keys again: stay in view only while there is a filter."""
        self.fill(text)
        self.set_class(bool(text), "-open")
        self.remove_class("-wrong")
        self.query_one(MessageLine).pieces = ()

    def well(self) -> None:
        """The filter can be read: hint at the language while it is empty."""
        self.remove_class("-wrong")
        hint = "" if self.input.value else " " * len(PROMPT) + HINT
        self.query_one(MessageLine).pieces = ((hint, "message--hint"),)

    def wrong(self, error: QueryError) -> None:
        """Put carets under what cannot be read, and say why."""
        self.add_class("-wrong")
        before = clean(error.text[: error.position])
        carets = "^" * max(1, cell_len(clean(error.text[error.position :][: error.width])))
        scrolled = round(self.input.scroll_offset.x)
        indent = max(0, len(PROMPT) + cell_len(before) - scrolled)
        self.query_one(MessageLine).pieces = (
            (" " * indent + carets, "message--caret"),
            (f" {clean_line(error.message)}", "message--error"),
        )

    def on_input_changed(self, event: Input.Changed) -> None:
        """Pass on every letter."""
        event.stop()
        self.post_message(self.Typed(event.value))

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Enter keeps the filter."""
        event.stop()
        self.post_message(self.Done(keep=True))

    @on(_FilterInput.GivenUp)
    def give_up(self, event: _FilterInput.GivenUp) -> None:
        """Escape puts back the filter from before."""
        event.stop()
        self.post_message(self.Done(keep=False))
