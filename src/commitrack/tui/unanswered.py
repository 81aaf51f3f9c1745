"""What is typed for a dialog that does not come.

A command may find nothing to act on, or be refused, and open nothing. Whoever has typed on without
looking meant its dialog; the same letters are commands of the place, and some of those change the
record at once. So they are let go, until there is a pause in which one sees what became of it.
"""

from __future__ import annotations

from typing import TypeAlias

from textual import events
from textual.screen import Screen

Given: TypeAlias = events.Key | events.Paste

PAUSE = 0.6
"""Seconds between two keys in which one looks at the screen; who types, types quicker."""
_WRITING = frozenset(
    {"enter", "tab", "shift+tab", "backspace", "delete", "ctrl+u", "ctrl+w", "ctrl+k"}
)
"""Keys that are no text, and are given while one types."""


class Unanswered:
    """A command that opened nothing, and what follows it without a pause."""

    def __init__(self, command: Given, screen: Screen[object], *, told: bool = False) -> None:
        """`command` was given on a `screen`; `told` says that its user knows already."""
        self._latest = command.time
        self._screen = screen
        self.told = told
        """Whether the user knows."""

    def takes(self, given: Given, screen: Screen[object]) -> bool:
        """Whether this was meant for the dialog. What comes after something else was not."""
        typed = isinstance(given, events.Paste) or given.is_printable or given.key in _WRITING
        if not typed or screen is not self._screen or given.time - self._latest > PAUSE:
            return False
        self._latest = given.time
        return True
