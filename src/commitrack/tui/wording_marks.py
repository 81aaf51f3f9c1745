"""Quotes and sentences with what changed in them marked: colour, and underlines without colour."""

from __future__ import annotations

from collections.abc import Sequence

from textual.content import Content

from commitrack.model.cleaning import clean
from commitrack.model.drift import Mark

TELLING = "bold underline $text-warning"
"""Words that make the promise weaker or stronger, narrower or wider, earlier or later."""
DIFFERING = "underline"
"""Words that are others, and say nothing of that."""


def marked_quote(quote: str, marks: Sequence[Mark]) -> Content:
    """A quote on one line to be wrapped, with its marks; cleaned, one character for one."""
    shown = clean(quote).replace("\n", " ")
    parts: list[Content] = []
    at = 0
    for mark in marks:
        parts.append(Content(shown[at : mark.start]))
        style = DIFFERING if mark.aspect is None else TELLING
        parts.append(Content.styled(shown[mark.start : mark.end], style))
        at = mark.end
    return Content("").join((*parts, Content(shown[at:])))
