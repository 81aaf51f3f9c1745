"""A view of a statement in which every offset is the offset of the statement itself.

Rules are written against plain spaces and straight apostrophes. Each replaced character becomes
exactly one other, so a match in the view is a match in the text.
"""

from __future__ import annotations

_SPACES = "\t\n\v\f\r\x1c\x1d\x1e\x1f\x85\xa0\u1680\u2028\u2029\u202f\u205f\u3000" + "".join(
    map(chr, range(0x2000, 0x200B))
)
_SAME_LENGTH = (
    *((space, " ") for space in _SPACES),
    *((mark, "'") for mark in "\u2018\u2019\u02bc\uff07"),
    *((hyphen, "-") for hyphen in "\u2010\u2011"),
)
"""Most texts have few of these, and looking for one is quicker than mapping every character."""


def flatten(text: str) -> str:
    """``text`` with every space a plain one and every apostrophe straight, of the same length."""
    for found, plain in _SAME_LENGTH:
        if found in text:
            text = text.replace(found, plain)
    return text


def trim(flat: str, start: int, end: int) -> tuple[int, int]:
    """The span without the white space at its two ends."""
    while start < end and flat[start] == " ":
        start += 1
    while end > start and flat[end - 1] == " ":
        end -= 1
    return start, end


def skip_space(flat: str, at: int) -> int:
    """The first offset from ``at`` on that is neither a space nor a comma."""
    while at < len(flat) and flat[at] in " ,":
        at += 1
    return at
