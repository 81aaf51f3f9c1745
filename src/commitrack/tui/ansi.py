"""Lines with colours of a terminal as pieces with styles of ours, which follow the theme. Pure.

What renders a report puts in nothing but the codes known here; of any other only the words remain.
"""

from __future__ import annotations

import re

from commitrack.model.cleaning import clean
from commitrack.tui.prose import Line, Piece

_CODE = re.compile(r"\x1b\[([0-9;]*)m")

_STYLES = {
    31: "rag--red",
    32: "rag--green",
    33: "rag--amber",
    94: "rag--blue",
    90: "rag--grey",
    1: "prose--title",
    4: "prose--heading",
    2: "prose--muted",
}
"""What a code becomes; of several the first of these."""
ANSI_STYLES = frozenset({*_STYLES.values(), "prose--plain"})
"""Every style that a piece can have."""


def pieces(line: str) -> Line:
    """A line of a rendered report in pieces."""
    found: list[Piece] = []
    codes: set[int] = set()
    at = 0
    for code in _CODE.finditer(line):
        _add(found, line[at : code.start()], codes)
        for number in code[1].split(";"):
            if number in ("", "0"):
                codes.clear()
            else:
                codes.add(int(number))
        at = code.end()
    _add(found, line[at:], codes)
    return tuple(found)


def plain(line: str) -> str:
    """The words of a line alone."""
    return "".join(text for text, _ in pieces(line))


def _add(found: list[Piece], text: str, codes: set[int]) -> None:
    if text:
        style = next((style for code, style in _STYLES.items() if code in codes), "prose--plain")
        found.append((clean(text), style))
