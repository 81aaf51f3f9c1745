"""A question over the screen, with its answers side by side."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar, NamedTuple, TypeVar

from textual import on
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Horizontal, Vertical, VerticalScroll
from textual.content import Content
from textual.widgets import Button, Static

from commitrack.model.cleaning import clean_line
from commitrack.tui.beside import ClosedBeside

T = TypeVar("T")


class Answer(NamedTuple):
    """What a question can be answered with."""

    id: str
    """The name of its button."""
    label: str
    value: object
    """What the question answers with then; of its own type."""


class Question(ClosedBeside[T]):
    """Asks before something is done that is worth a second look. Enter gives the first answer."""

    DEFAULT_CSS = """
    Question {
        align: center middle;
        & > Vertical {
            width: 72; max-width: 100%; height: auto; max-height: 100%;
            background: $surface; border: round $warning; border-title-style: bold; padding: 0 1;
        }
        & #question-words { height: auto; }
        & #question-lines { height: auto; max-height: 14; scrollbar-size-vertical: 1; }
        & #question-lines Static { height: auto; color: $foreground 60%; }
        & #question-buttons { height: 1; margin-top: 1; align-horizontal: right; }
        & #question-keys { width: 1fr; color: $foreground 60%; }
        & Button { margin-left: 1; min-width: 8; }
    }
    """
    # Stronger than an application's background for screens: what is behind stays in sight.
    CSS = "Question:focus-within, Question { background: $background 60%; }"
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("right,down", "app.focus_next", "Next", show=False),
        Binding("left,up", "app.focus_previous", "Previous", show=False),
    ]
    TITLE = ""
    KEYS = ""
    """The keys that answer, where the buttons do not say so themselves."""

    def __init__(self, words: str, lines: Sequence[str], answers: Sequence[Answer]) -> None:
        """The `words` are the question; the `lines` below it say what it is about."""
        super().__init__()
        self._words = words
        self._lines = tuple(lines)
        self._answers = tuple(answers)

    def compose(self) -> ComposeResult:
        """The question, its lines, and the answers."""
        with Vertical() as frame:
            frame.border_title = self.TITLE or None
            yield Static(Content(clean_line(self._words)), id="question-words")
            with VerticalScroll(id="question-lines", can_focus=False):
                for line in self._lines:
                    yield Static(Content(clean_line(line)))
            with Horizontal(id="question-buttons"):
                yield Static(Content(self.KEYS), id="question-keys")
                for one in self._answers:
                    yield Button(one.label, id=one.id, compact=True)

    def on_mount(self) -> None:
        """Enter gives the first answer."""
        first = self.query(Button).first()
        first.variant = "primary"
        first.focus()

    def action_answer(self, answer: str) -> None:
        """Close with the answer of a button."""
        value = next(one.value for one in self._answers if one.id == answer)
        self.dismiss(value)  # type: ignore[arg-type]

    @on(Button.Pressed)
    def pressed(self, event: Button.Pressed) -> None:
        """A button is an answer."""
        event.stop()
        self.action_answer(str(event.button.id))
