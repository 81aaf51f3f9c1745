"""The keys of a screen in its bottom line: as many as it has room for, and always the way out and
the way to all the others.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.content import Content
from textual.screen import Screen
from textual.strip import Strip

from commitrack.tui.commands import Palette
from commitrack.tui.keymap import Keymap
from commitrack.tui.prose import Piece
from commitrack.tui.widgets.all_commands import SHORT, all_commands
from commitrack.tui.widgets.painted import Painted

_ALWAYS = frozenset({"back", "help"})
"""Actions whose keys are shown however narrow the terminal is: the rest is in the help screen."""
_MARGIN = 1
"""Cells before the first key."""


@dataclass(frozen=True, slots=True)
class _Key:
    """A key that makes sense now."""

    key: str
    """What Textual calls it."""
    shown: str
    words: str
    action: str
    enabled: bool
    tip: str

    @property
    def width(self) -> int:
        """Its cells, with the space before its words; what parts it from the next comes on top."""
        return cell_len(self.shown) + 1 + cell_len(self.words)

    @property
    def stays(self) -> bool:
        """Whether it is shown in any case."""
        return self.action.rpartition(".")[2] in _ALWAYS


class ScreenKeys(Painted):
    """Leaves out the keys that come last before it cuts any of them off; a click gives one.

    Where all of them have room to spare, two cells part one from the next. They are one line that
    is drawn: a widget for each would have to be styled and laid out at every change of what makes
    sense.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "screen-keys--key",
        "screen-keys--words",
        "screen-keys--under",
    }
    DEFAULT_CSS = """
    ScreenKeys {
        dock: bottom; height: 1; background: $panel; color: $footer-foreground;
        & .screen-keys--key { color: $footer-key-foreground; text-style: bold; }
        & .screen-keys--words { color: $footer-description-foreground; }
        & .screen-keys--under { background: $block-hover-background; }
    }
    """

    def __init__(self) -> None:
        super().__init__()
        self._keys: tuple[_Key, ...] = ()
        self._under: _Key | None = None
        """The one under the pointer."""

    def on_mount(self) -> None:
        """Follow what makes sense."""
        self.screen.bindings_updated_signal.subscribe(self, self._changed)

    def on_unmount(self) -> None:
        """Follow no more."""
        self.screen.bindings_updated_signal.unsubscribe(self)

    def _changed(self, screen: Screen[object]) -> None:
        """Other keys may make sense now."""
        found: dict[str, _Key] = {}
        for _, binding, enabled, tip in screen.active_bindings.values():
            if binding.show and binding.action not in found:
                shown = self.app.get_key_display(binding)
                words = binding.description
                found[binding.action] = _Key(
                    binding.key, shown, words, binding.action, enabled, tip
                )
        keys = tuple(found.values())
        if keys != self._keys:
            self._keys, self._under = keys, None
            self.refresh()

    def _fitting(self) -> tuple[list[_Key], int]:
        """The keys that there is room for, and how many cells part one from the next."""
        room = self.size.width - _MARGIN - cell_len(SHORT)
        over = sum(one.width + 1 for one in self._keys) - 1 - room
        gap = 2 if over + len(self._keys) - 1 <= 0 else 1
        shown: list[_Key] = []
        for one in reversed(self._keys):
            if over <= 0 or one.stays:
                shown.insert(0, one)
            else:
                over -= one.width + 1
        return shown, gap

    def _at(self, x: int) -> _Key | None:
        """The key at a place of the line."""
        shown, gap = self._fitting()
        left = _MARGIN
        for one in shown:
            if left <= x < left + one.width:
                return one
            left += one.width + gap
        return None

    def _all(self) -> tuple[str, str, int]:
        """The way to all commands: its key, its words, and where it begins, at the right end."""
        width = self.size.width
        shown, gap = self._fitting()
        used = _MARGIN + sum(one.width + gap for one in shown)
        keymap = getattr(self.app, "keys", None) or Keymap()
        key, words = all_commands(keymap.label(Palette), width - used)
        return key, words, max(0, width - cell_len(key + words))

    def render_line(self, y: int) -> Strip:
        """Draw the keys."""
        del y
        shown, gap = self._fitting()
        strips = [self._drawn([(" " * _MARGIN, "")])]
        for one in shown:
            strips.append(
                self._drawn(
                    [(one.shown, "screen-keys--key"), (f" {one.words}", "screen-keys--words")],
                    under=one is self._under,
                )
            )
            strips.append(self._drawn([(" " * gap, "")]))
        key, words, left = self._all()
        keys = Strip.join(strips).adjust_cell_length(left, self.ink(""))
        rest = self._drawn([(key, "screen-keys--key"), (words, "screen-keys--words")])
        return Strip.join((keys, rest)).adjust_cell_length(self.size.width, self.ink(""))

    def _drawn(self, pieces: Sequence[Piece], *, under: bool = False) -> Strip:
        paper = self.paper("screen-keys--under") if under else None
        return self.strip(pieces, sum(cell_len(text) for text, _ in pieces), paper)

    # The mouse

    def on_click(self, event: events.Click) -> None:
        """Press the key under the pointer."""
        one = self._at(event.x)
        if event.x >= self._all()[2]:
            self.app.action_command_palette()
        elif one is not None and one.enabled:
            self.app.simulate_key(one.key)

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Light the key under the pointer, and say more of it."""
        self._point_at(self._at(event.x))

    def on_leave(self) -> None:
        """The pointer is elsewhere."""
        self._point_at(None)

    def _point_at(self, one: _Key | None) -> None:
        if one is not self._under:
            self._under = one
            self.tooltip = Content(one.tip) if one is not None and one.tip else None
            self.refresh()
