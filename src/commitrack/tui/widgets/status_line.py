"""The line above and the line below everything: where you are, and what you can do here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from pathlib import PurePath
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.reactive import reactive
from textual.strip import Strip

from commitrack.model.cleaning import clean_line
from commitrack.tui.command import Command, Situation
from commitrack.tui.commands import Palette
from commitrack.tui.keymap import Keymap, footer_commands
from commitrack.tui.messages import message
from commitrack.tui.prose import Piece, Prose, fitted
from commitrack.tui.widgets.all_commands import SHORT, all_commands
from commitrack.tui.widgets.painted import Painted


class _Line(Painted):
    """A widget of one line."""

    def drawn(self, pieces: Sequence[Piece]) -> Strip:
        """The line made of these pieces."""
        return self.strip(pieces, self.size.width)


class HeaderLine(_Line):
    """The program, what is listed and how many; on the right the store, who acts and the day."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "header--name",
        "header--title",
        "header--plain",
        "header--muted",
    }

    title: reactive[str] = reactive("")
    """What is listed and how many: ``3 overdue``."""
    remark: reactive[str] = reactive("")
    """What else is to be known of it: ``2 marked``."""

    def __init__(self, place: str, actor: str, today: date, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._store = clean_line(PurePath(place).name) or clean_line(place)
        self._actor = clean_line(actor)
        self.today = today

    def render_line(self, y: int) -> Strip:
        """Draw as much of the right side as there is room for; the left side comes first."""
        width = self.size.width
        del y
        left: list[Piece] = [(" commitrack ", "header--name"), (f" {self.title} ", "header--title")]
        if self.remark:
            left.append((f" {self.remark}", "header--muted"))
        room = width - sum(cell_len(text) for text, _ in left)
        right: list[Piece] = []
        parts = (
            (f"{self.today:%a} {self.today.day} {self.today:%b %Y} ", "header--plain"),
            (f"{self._actor} · ", "header--plain"),
            (f"{self._store} · ", "header--muted"),
        )
        for part in parts:
            if cell_len(part[0]) + 1 > room:
                break
            right.insert(0, part)
            room -= cell_len(part[0])
        return self.drawn([*left, (" " * max(0, room), "header--plain"), *right])


_TYPING = (
    ("enter", " ⏎ ", "Done "),
    ("tab", " tab ", "Complete "),
    ("down", " ↓ ", "To the list "),
    ("escape", " esc ", "Back "),
)
"""What can be done while a filter is typed: the key, how it is shown, and in words."""


class FooterLine(_Line):
    """The commands that make sense now, with their keys, as many as fit, and at the end the way to
    all of them; a click gives one. While a filter is typed, its keys: all others are letters.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {"footer--key", "footer--name", "footer--muted"}

    situation: reactive[Situation] = reactive(Situation(), repaint=False)
    typing: reactive[bool] = reactive(default=False)
    """Whether a filter is typed."""

    @message
    class Chosen(Message):
        """The user clicked a command."""

        command: type[Command]

    def __init__(self, keymap: Keymap, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self._keymap = keymap

    def watch_situation(self, before: Situation, after: Situation) -> None:
        """Draw again only when other commands make sense."""
        if self._enabled(before) != self._enabled(after) or before.marked != after.marked:
            self.refresh()

    @staticmethod
    def _enabled(situation: Situation) -> tuple[type[Command], ...]:
        return tuple(one for one in footer_commands() if one.enabled(situation))

    def _shown(self, width: int) -> list[tuple[type[Command], str, str]]:
        """Commands with the text of their key and of their name, from left to right."""
        room = width - len(self._prefix()) - cell_len(SHORT)
        shown = []
        for command in self._enabled(self.situation):
            key, name = f" {self._keymap.label(command)} ", f"{command.name} "
            if cell_len(key + name) > room:
                break
            room -= cell_len(key + name)
            shown.append((command, key, name))
        return shown

    def _prefix(self) -> str:
        marked = 0 if self.typing else self.situation.marked
        return f" {marked:,} marked:" if marked else ""

    def render_line(self, y: int) -> Strip:
        """Draw the commands."""
        width = self.size.width
        del y
        pieces: list[Piece] = [(self._prefix(), "footer--key")]
        for _, key, name in _TYPING if self.typing else self._shown(width):
            pieces += [(key, "footer--key"), (name, "footer--name")]
        used = sum(cell_len(text) for text, _ in pieces)
        key, words = all_commands(self._keymap.label(Palette), width - used)
        gap = " " * max(0, width - used - cell_len(key + words))
        return self.drawn([*pieces, (gap, ""), (key, "footer--key"), (words, "footer--name")])

    def on_click(self, event: events.Click) -> None:
        """Give the command under the pointer, or press the key."""
        left = cell_len(self._prefix())
        for given, key, name in _TYPING if self.typing else self._shown(self.size.width):
            right = left + cell_len(key + name)
            if left <= event.x < right:
                if isinstance(given, str):
                    self.app.simulate_key(given)
                else:
                    self.post_message(self.Chosen(given))
                return
            left = right
        key, words = all_commands(self._keymap.label(Palette), self.size.width - left)
        if event.x >= self.size.width - cell_len(key + words):
            self.post_message(self.Chosen(Palette))


class MessageLine(_Line):
    """Words under the filter, an error or a hint: in one line, or in as many as they need."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"message--caret", "message--error", "message--hint"}

    pieces: reactive[tuple[Piece, ...]] = reactive(())
    """The first is where the others point to; it keeps a line of its own if they need several."""

    def watch_pieces(self, before: tuple[Piece, ...], after: tuple[Piece, ...]) -> None:
        """Make room, or give it back."""
        width = self.size.width
        if width and len(self._rows(before, width)) != len(self._rows(after, width)):
            self.refresh(layout=True)

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as the words need, within what the style sheet allows."""
        del container, viewport
        return len(self._rows(self.pieces, width))

    def _rows(self, pieces: tuple[Piece, ...], width: int) -> list[tuple[Piece, ...]]:
        if len(pieces) < 2 or sum(cell_len(text) for text, _ in pieces) <= width:
            return [pieces]
        below = Prose(width)
        text, style = pieces[1]
        below.paragraph((text.strip(), style), *pieces[2:], indent=1)
        return [pieces[:1], *below.lines]

    def render_line(self, y: int) -> Strip:
        """Draw the words, cut with an ellipsis where the screen ends."""
        width = room = self.size.width
        rows = self._rows(self.pieces, width)
        drawn: list[Piece] = []
        for text, style in rows[y] if y < len(rows) else ():
            shown = fitted(text, room) if cell_len(text) > room else text
            room -= cell_len(shown)
            drawn.append((shown, style))
        return self.drawn(drawn)
