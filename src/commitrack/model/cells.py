"""How wide a text is on a terminal, for whoever lines up columns without drawing them."""

from __future__ import annotations

import unicodedata

_NO_WIDTH = ("Mn", "Me", "Cf")
"""Categories of combining marks and of format characters."""


def cell_width(text: str) -> int:
    """Terminal cells a text takes: wide characters two, combining marks none."""
    if text.isascii():
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    marks = sum(unicodedata.category(char) in _NO_WIDTH for char in text)
    return len(text) + wide - marks
