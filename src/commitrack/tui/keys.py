"""The keys that people may give to commands: which names and keys can be. Knows no terminal."""

from __future__ import annotations

from collections.abc import Mapping

from commitrack.model.patterns import late
from commitrack.tui.commands import BY_ID

_KEY = late(r"((ctrl|shift|alt|super)\+)*([a-zA-Z0-9_]+|[^\w\s,])")
"""``s``, ``S``, ``/``, ``f5``, ``ctrl+s``, ``question_mark``."""


def unknown_command(name: str) -> str:
    """What is wrong with the name of a command; empty when there is such a command."""
    if name in BY_ID:
        return ""
    from commitrack.model.fields import did_you_mean  # seldom wanted

    near = did_you_mean(name, BY_ID) or "; commitrack config init lists them"
    return f"no command is called {name!r}{near}"


def clash(name: str, chosen: Mapping[str, str]) -> str:
    """What is wrong with the keys of a command, beside those of all others; empty when nothing is.

    `chosen` has the keys that people chose, by the commands' ids; the others have their own. An
    empty text leaves a command without a key.
    """
    for key in separate(chosen[name]):
        if not _KEY.fullmatch(key):
            return f"{key!r} is no key: try s, S, f5, ctrl+t or slash"
        if len(key) == 1 and key.isdigit():
            return f"{key} is the key of a view: take another"
        for other, command in BY_ID.items():
            taken = separate(chosen[other]) if other in chosen else command.keys
            if other != name and key in taken:
                return f"{key} of {name} is the key of {other} as well: give one of them another"
    return ""


def separate(keys: str) -> tuple[str, ...]:
    """The keys of a text that has commas between them."""
    return tuple(key for part in keys.split(",") if (key := part.strip()))


def default_keys() -> Mapping[str, str]:
    """The key or keys that every command comes with, by its id."""
    return {name: ",".join(command.keys) for name, command in BY_ID.items()}
