"""Words marked in plain text: every format can show them, and so can a pipe."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from commitrack.model.wording import Span

Brackets: TypeAlias = tuple[str, str]
"""What stands before and behind marked words."""

GONE: Brackets = ("[-", "-]")
FRESH: Brackets = ("{+", "+}")
TELLING: Brackets = ("[", "]")
"""Words that say how firm a promise is, or by when."""


def marked(text: str, span: Span, marks: Iterable[tuple[Span, Brackets]]) -> str:
    """The stretch of the text with brackets around what is marked in it; marks do not overlap."""
    at, end = span
    parts: list[str] = []
    for (first, last), (before, behind) in sorted(marks):
        parts += [text[at:first], before, text[first:last], behind]
        at = last
    return "".join((*parts, text[at:end]))
