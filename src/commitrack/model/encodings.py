"""What bytes are that should be UTF-8 and are not, and what makes UTF-8 of them.

Windows saves as UTF-16 what it calls Unicode, and its older shell writes so to a file behind ``>``.
"""

from __future__ import annotations

import codecs

_MARKS = (
    (codecs.BOM_UTF32_LE, "UTF-32"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "UTF-32"),
    (codecs.BOM_UTF16_LE, "UTF-16"),
    (codecs.BOM_UTF16_BE, "UTF-16"),
)
GZIP = b"\x1f\x8b"
"""How a compressed file begins."""
_LOOKED_AT = 1000
"""Bytes that tell it."""


def other_unicode(data: bytes) -> str | None:
    """The encoding of bytes that are Unicode and not UTF-8, as iconv calls it; None for others."""
    marked = next((name for mark, name in _MARKS if data.startswith(mark)), None)
    return marked or unmarked_utf16(data)


def unmarked_utf16(data: bytes) -> str | None:
    """Its kind of UTF-16, if it is that without a mark.

    Latin text in UTF-16 is every other byte a NUL, and nothing else is.
    """
    head = data[:_LOOKED_AT]
    half = len(head) // 2
    for first, name in ((1, "UTF-16LE"), (0, "UTF-16BE")):
        nuls, others = head[first::2].count(0), head[1 - first :: 2].count(0)
        if half and nuls > 0.8 * half and others < 0.1 * half:
            return name
    return None


def no_utf8(data: bytes) -> str:
    """What is to be said of such bytes, behind the name of their file: "is UTF-16 …"."""
    other = other_unicode(data)
    if other is None:
        return "is not UTF-8: save it as UTF-8"
    return f"is {other} and not UTF-8: save it as UTF-8, as in iconv -f {other} -t UTF-8"
