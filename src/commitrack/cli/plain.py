"""The plainest runs: the terminal UI and a list, understood without the parser.

What people start all day, and scripts every minute, does not wait until the parser of forty
commands is loaded, which takes a list a seventh of its time.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from commitrack.cli.listed import ListWish

_OPTIONS = {"--store": "store", "--as": "actor", "--today": "today"}
"""The global options, and the flags of a session that they set."""


_LIST = "list"
_LIST_OPTIONS = ("--limit", "--format")
_DIGITS = 9
"""Of a limit; a longer one is left to the parser, which knows how large a number may be."""


def plain_flags(arguments: Sequence[str]) -> dict[str, str] | None:
    """What the arguments say if they are global options with values and nothing else.

    None leaves them to the parser, who knows all the rest and tells what is wrong with it.
    """
    said, words = _read(arguments) or ({}, [])
    return _flags(said) if words is None else None


def plain_list(arguments: Sequence[str]) -> tuple[dict[str, str], ListWish] | None:
    """The flags and the wish that the arguments say, if they are those of a list with global
    options, ``--limit``, ``--format`` and words alone; None as for `plain_flags`.
    """
    said, words = _read(arguments) or ({}, None)
    wish = None if words is None else _wish(words, said)
    return None if wish is None else (_flags(said), wish)


def _read(arguments: Sequence[str]) -> tuple[dict[str, str], list[str] | None] | None:
    """The options with their values, and the words of a list; those are None without a command.

    Of anything else nothing is understood.
    """
    said: dict[str, str] = {}
    words: list[str] | None = None
    rest = iter(arguments)
    for argument in rest:
        name, equals, value = argument.partition("=")
        if name in _OPTIONS or (name in _LIST_OPTIONS and words is not None):
            if not equals:
                value = next(rest, "-")
            if value.startswith("-"):  # another option, most likely, in the place of a value
                return None
            said[name] = value
        elif words is None and argument == _LIST:
            words = []
        elif words is not None and _is_word(argument):
            words.append(argument)
        else:
            return None
    return said, words


def _flags(said: Mapping[str, str]) -> dict[str, str]:
    return {flag: said[name] for name, flag in _OPTIONS.items() if name in said}


def _is_word(argument: str) -> bool:
    from commitrack.cli.shell_words import is_negated  # no terminal UI is to wait for it

    return not argument.startswith("-") or is_negated(argument)


def _wish(words: Sequence[str], said: Mapping[str, str]) -> ListWish | None:
    from commitrack.cli.list_forms import FORMATS
    from commitrack.cli.listed import ListWish

    form, limit = said.get("--format", "table"), said.get("--limit", "0")
    is_number = limit.isascii() and limit.isdigit() and len(limit) <= _DIGITS
    if form not in FORMATS or not is_number:
        return None
    return ListWish(tuple(words), form, int(limit) if "--limit" in said else None)
