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

    def __init__(
        self,
        message: str,
        text: str = "",
        position: int = 0,
        width: int = 1,
        *,
        example: str,
    ) -> None:
        """`example` is a piece of a query that is right, and like what was meant."""
        self.message = printable(message)
        super().__init__(self.message)
        self.text = text
        self.position = position
        self.width = max(1, width)
        self.example = printable(example)

    def render(self) -> str:
        """The query, carets under what is wrong, the message and an example: four lines."""
        shown = printable(self.text)
        before = cell_width(shown[: self.position])
        marked = cell_width(shown[self.position : self.position + self.width])
        carets = " " * before + "^" * max(1, marked)
        return f"{shown}\n{carets}\n{self.message}\nfor example {self.example}"


def printable(text: str) -> str:
    """The text with every control, format and line-breaking character replaced, one for one."""
    return "".join(char if char.isprintable() else "\N{REPLACEMENT CHARACTER}" for char in text)


def quoted(text: str) -> str:
    """The user's own text inside a message: on one line, not too long, in quotation marks."""
    return f'"{clipped(text)}"'


def clipped(text: str) -> str:
    """The user's own text as it can stand in a message: printable, and not too long."""
    short = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
    return printable(short)


def nearest_name(word: str, names: Iterable[str]) -> str | None:
    """The name that a mistyped word is most like, if it is like any."""
    from difflib import get_close_matches  # only when there is something to ask about

    near = get_close_matches(word.lower()[:_SHOWN], list(names), 1)
    return near[0] if near else None


def did_you_mean(word: str, names: Iterable[str]) -> str:
    """A suggestion to append to a message (``: did you mean "status"?``), or nothing."""
    near = nearest_name(word, names)
    return "" if near is None else f': did you mean "{near}"?'


def unknown(what: str, typed: str, names: Iterable[str]) -> str:
    """The message for a name that does not exist: the nearest one, or else all there are."""
    known = tuple(names)
    way_out = did_you_mean(typed, known) or f"; there are {', '.join(known)}"
    return f"unknown {what} {quoted(typed)}{way_out}"
