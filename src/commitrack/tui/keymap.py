"""From commands to keys: Textual's bindings, the user's own keys, and keys as people read them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from textual.binding import Binding
from textual.screen import Screen

from commitrack.model.errors import BadInput
from commitrack.tui.command import Command, Place
from commitrack.tui.commands import COMMANDS
from commitrack.tui.keys import separate, unknown_command

_SHOWN = {
    "slash": "/",
    "question_mark": "?",
    "apostrophe": "'",
    "asterisk": "*",
    "greater_than_sign": ">",
    "less_than_sign": "<",
    "equals_sign": "=",
    "minus": "-",
    "underscore": "_",
    "number_sign": "#",
    "vertical_line": "|",
    "left_square_bracket": "[",
    "right_square_bracket": "]",
    "space": "space",
    "enter": "⏎",
    "escape": "esc",
    "plus": "+",
    "up": "↑",
    "down": "↓",
    "left": "←",
    "right": "→",
    "pageup": "pgup",
    "pagedown": "pgdn",
}


def bindings(place: Place) -> list[Binding]:
    """The bindings of the commands that are at home in `place`."""
    return [
        Binding(
            ",".join(command.keys),
            command.action(),
            command.name,
            show=command.footer is not None,
            priority=command.ahead,
            id=command.id,
            tooltip=command.help(),
        )
        for command in COMMANDS
        if command.place is place
    ]


def shown(key: str) -> str:
    """A key as it stands in the footer and in the help screen: ``^p`` for ctrl+p, ``F2`` for f2."""
    if key.startswith("ctrl+"):
        return f"^{shown(key.removeprefix('ctrl+'))}"
    if key.startswith("shift+"):
        return f"shift+{shown(key.removeprefix('shift+'))}"
    if len(key) > 1 and key[0] == "f" and key[1:].isdigit():
        return key.upper()
    return _SHOWN.get(key, key)


_NAMES = {sign: name for name, sign in _SHOWN.items() if name not in ("space", "enter", "escape")}


def _named(key: str) -> str:
    """A key by the name that Textual has for it: ``/`` is ``slash``."""
    *held, last = key.split("+") if len(key) > 1 else [key]
    return "+".join([*held, _NAMES.get(last, last)])


class Keymap:
    """The keys in force: the default ones, and what the user put in their place."""

    def __init__(self, chosen: Mapping[str, str] | None = None) -> None:
        """`chosen` maps command ids to keys, several with commas; `BadInput` for an unknown id."""
        self.chosen = {
            name: ",".join(map(_named, separate(keys))) for name, keys in (chosen or {}).items()
        }
        for name in self.chosen:
            wrong = unknown_command(name)
            if wrong:
                raise BadInput(wrong)

    def keys(self, command: type[Command]) -> tuple[str, ...]:
        """The keys of a command, the one to show first."""
        own = self.chosen.get(command.id)
        return command.keys if own is None else tuple(key.strip() for key in own.split(","))

    def label(self, command: type[Command]) -> str:
        """Its first key, as it is shown."""
        return next(iter(self.labels(command)), "")

    def labels(self, command: type[Command]) -> tuple[str, ...]:
        """All its keys, as they are shown."""
        return tuple(shown(key) for key in self.keys(command) if key)


def bound_on(screen: Screen[Any]) -> list[Binding]:
    """The keys of a screen and of every pane of it, whichever has the focus; none of Textual's."""
    return [
        one
        for node in (screen, *screen.walk_children())
        for kind in type(node).__mro__
        if kind.__module__.startswith("commitrack.")
        for one in vars(kind).get("BINDINGS", ())
        if isinstance(one, Binding)
    ]


def shadowed(keymap: Keymap, here: Iterable[Binding]) -> list[str]:
    """What is to be told of keys that people chose for what can be done anywhere, and that mean
    something else `here`: which key, what it does, what it does not, and the way out.
    """
    own = {key: one.description for one in here for key in one.key.split(",") if one.description}
    return [
        f"{shown(key)} is “{own[key]}” here, and so not “{command.name}”: keys.{command.id} in the "
        "settings gives that another key"
        for command in COMMANDS
        if command.place is Place.APP and command.id in keymap.chosen and not command.ahead
        for key in keymap.keys(command)
        if key in own
    ]


def footer_commands(commands: Iterable[type[Command]] = COMMANDS) -> tuple[type[Command], ...]:
    """The commands with a place in the footer, in its order."""
    ranked = [command for command in commands if command.footer is not None]
    return tuple(sorted(ranked, key=lambda command: command.footer or 0))
