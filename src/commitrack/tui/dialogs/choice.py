"""One value out of a few, all of them in view: arrows move, a letter or a click picks."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.widget import Widget

from commitrack.tui.dialogs.form import Field

_GAP = 1


class Choice(Widget, can_focus=True):
    """Words in a row, one of them picked. Wraps when the row is too narrow."""

    DEFAULT_CSS = """
    Choice {
        width: 1fr;
        height: auto;
        & > .choice--word { color: $foreground 60%; }
        & > .choice--picked { background: $foreground 18%; color: $text; text-style: bold; }
        & > .choice--focused { background: $primary; color: $text; text-style: bold; }
        &:focus > .choice--word { color: $text; }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {"choice--word", "choice--picked", "choice--focused"}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("left", "step(-1)", "Previous", show=False),
        Binding("right,space", "step(1)", "Next", show=False),
        Binding("home", "pick(0)", "First", show=False),
        Binding("end", "pick(-1)", "Last", show=False),
    ]

    picked: reactive[int] = reactive(0)

    class Changed(Message):
        """Another word was picked."""

    def __init__(self, words: Sequence[str], picked: int = 0) -> None:
        super().__init__()
        self.words = tuple(words)
        self.set_reactive(Choice.picked, picked)

    def validate_picked(self, picked: int) -> int:
        """Go round at either end."""
        return picked % len(self.words) if self.words else 0

    def watch_picked(self) -> None:
        """Tell the form."""
        self.post_message(self.Changed())

    def action_step(self, by: int) -> None:
        """Move along by one word."""
        self.picked += by

    def action_pick(self, index: int) -> None:
        """Pick the word at `index`."""
        self.picked = index

    def on_key(self, event: events.Key) -> None:
        """A letter picks the next word that begins with it."""
        letter = (event.character or "").casefold()
        if not letter.isalpha():
            return
        order = [(self.picked + step) % len(self.words) for step in range(1, len(self.words) + 1)]
        for index in order:
            if self.words[index].casefold().startswith(letter):
                self.picked = index
                event.stop()
                return

    def on_click(self, event: events.Click) -> None:
        """Pick the word under the pointer."""
        for index, (row, left, right) in enumerate(self._places(self.size.width)):
            if row == event.y and left <= event.x < right:
                self.picked = index

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many rows as the words need at this width."""
        del container, viewport
        return max((row for row, _, _ in self._places(width)), default=0) + 1

    def _places(self, width: int) -> list[tuple[int, int, int]]:
        places: list[tuple[int, int, int]] = []
        row = left = 0
        for word in self.words:
            cells = cell_len(word) + 2
            if left and left + cells > width:
                row, left = row + 1, 0
            places.append((row, left, left + cells))
            left += cells + _GAP
        return places

    def render(self) -> Content:
        """The words, the picked one standing out."""
        parts: list[Content] = []
        last = 0
        for index, (word, (row, _, _)) in enumerate(
            zip(self.words, self._places(self.size.width), strict=True)
        ):
            if index:
                parts.append(Content("\n" if row > last else " " * _GAP))
            last = row
            name = "choice--word"
            if index == self.picked:
                name = "choice--focused" if self.has_focus else "choice--picked"
            parts.append(Content.styled(f" {word} ", self.get_visual_style(name)))
        return Content("").join(parts)


class ChoiceField(Field):
    """A choice with a label; its values are what the words stand for."""

    def __init__(
        self,
        name: str,
        label: str,
        choices: Sequence[tuple[str, str]],
        value: str | None = None,
        *,
        hint: str = "",
    ) -> None:
        """`choices` are (value, words) pairs; the first is picked unless `value` says another."""
        super().__init__(name, label, hint=hint)
        self._values = tuple(each for each, _ in choices)
        self._first = self._values.index(value) if value in self._values else 0
        self._choice = Choice([words for _, words in choices], self._first)

    def editor(self) -> Widget:
        """The row of words."""
        return self._choice

    @property
    def value(self) -> str:
        """What the picked word stands for."""
        return self._values[self._choice.picked]

    @value.setter
    def value(self, value: str) -> None:
        self._choice.picked = self._values.index(value)

    @property
    def edited(self) -> bool:
        """Whether another one is picked than at first."""
        return self._choice.picked != self._first

    @property
    def held(self) -> str:
        """What the picked word stands for."""
        return self.value

    def hold(self, held: str) -> None:
        """Pick what was picked; a word that is not offered any more changes nothing."""
        if held in self._values:
            self.value = held

    def reset(self) -> None:
        """Pick what was picked at first."""
        self._choice.picked = self._first

    def on_choice_changed(self, event: Choice.Changed) -> None:
        """Pass on that another one is picked."""
        event.stop()
        self.post_message(self.Changed(self))
