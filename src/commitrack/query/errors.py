"""What is wrong with a query, shown under the very characters that are wrong."""

from __future__ import annotations

from collections.abc import Iterable

from commitrack.model.cells import cell_width
from commitrack.model.errors import BadInput

_SHOWN = 40
"""Characters of the user's text that a message repeats at most."""


class QueryError(BadInput):
    """A query that cannot be read.

    `position` and `width` count characters of `text`; a width of 0 never occurs, and an error at
    the end of the text stands one past its last character.
    """

    def __init__(self, message: str, text: str = "", position: int = 0, width: int = 1) -> None:
        self.message = printable(message)
        super().__init__(self.message)
        self.text = text
        self.position = position
        self.width = max(1, width)

    def render(self) -> str:
        """The query, a line of carets under what is wrong, and the message: three lines."""
        shown = printable(self.text)
        before = cell_width(shown[: self.position])
        marked = cell_width(shown[self.position : self.position + self.width])
        carets = " " * before + "^" * max(1, marked)
        return f"{shown}\n{carets}\n{self.message}"


def printable(text: str) -> str:
    """The text with every control, format and line-breaking character replaced, one for one."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def quoted(text: str) -> str:
    """The user's own text inside a message: on one line, not too long, in quotation marks."""
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return f'"{printable(short)}"'


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A suggestion to append to a message (``: did you mean "status"?``), or nothing."""
    from difflib import get_close_matches  # only when there is something to ask about

    near = get_close_matches(word.lower()[:_SHOWN], list(names), 1)
    return f': did you mean "{near[0]}"?' if near else ""


def unknown(what: str, typed: str, names: Iterable[str]) -> str:
    """The message for a name that does not exist: the nearest one, or else all there are."""
    known = tuple(names)
    way_out = did_you_mean(typed, known) or f"; there are {', '.join(known)}"
    return f"unknown {what} {quoted(typed)}{way_out}"
