"""The plainest run: nothing but global options, which opens the terminal UI.

What people start all day does not wait until the parser of forty commands is loaded.
"""

from __future__ import annotations

from collections.abc import Sequence

_OPTIONS = {"--store": "store", "--as": "actor", "--today": "today"}
"""The global options, and the flags of a session that they set."""


def plain_flags(arguments: Sequence[str]) -> dict[str, str] | None:
    """What the arguments say if they are global options with values and nothing else.

    None leaves them to the parser, who knows all the rest and tells what is wrong with it.
    """
    flags: dict[str, str] = {}
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name not in _OPTIONS:
            return None
        if not equals:
            value = next(rest, "-")
        if value.startswith("-"):  # another option, most likely, in the place of a value
            return None
        flags[_OPTIONS[name]] = value
    return flags
