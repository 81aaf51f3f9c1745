"""How wide a text is on a terminal, for whoever lines up columns without drawing them."""

from __future__ import annotations

import unicodedata

from commitrack.model.patterns import late

_NO_WIDTH = ("Mn", "Me", "Cf")
"""Categories of combining marks and of format characters."""
_ODD = late("[^\x00-\xac\xae-\u02ff\u2010-\u2027\u2030-\u205e]")
"""What may take another room than one cell: neither a letter of Latin script nor a sign that stands
in prose, such as a quotation mark or a dash. A test looks at each.
"""


def is_even(text: str) -> bool:
    """Whether each character takes one cell, as in nearly every text."""
    return text.isascii() or not _ODD.search(text)


def cell_width(text: str) -> int:
    """Terminal cells a text takes: wide characters two, combining marks none."""
    if is_even(text):
        return len(text)
    wide = sum(unicodedata.east_asian_width(char) in "WF" for char in text)
    marks = sum(unicodedata.category(char) in _NO_WIDTH for char in text)
    return len(text) + wide - marks
