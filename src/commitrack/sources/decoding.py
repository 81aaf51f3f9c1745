"""From bytes to text: byte order mark, then UTF-8, then Windows-1252. Nothing is guessed further.

Windows-1252 leaves five bytes undefined (81, 8D, 8F, 90, 9D). They become the control character
of the same number, as the WHATWG Encoding Standard has it, so that decoding never loses a byte.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass

from commitrack.model.encodings import unmarked_utf16
from commitrack.model.errors import BadInput

WINDOWS_1252 = "windows-1252"

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig", "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le", "utf-32-le"),  # before UTF-16, whose mark begins it
    (codecs.BOM_UTF32_BE, "utf-32-be", "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le", "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be", "utf-16-be"),
)
"""Byte order mark, the name it is recorded under, the codec for what follows it."""

_CONTROL = re.compile("[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f]")
"""Controls that are no white space: a text holds few of them, other data many."""
_CONTROL_SHARE = 100
"""At most one character in so many may be a control."""
_FEW_CONTROLS = 16
"""So many are let through even in a short text, if it is Unicode and most of it is words."""


@dataclass(frozen=True, slots=True)
class Decoded:
    """A text and the encoding it was in."""

    text: str
    encoding: str


def decode(data: bytes) -> Decoded:
    """The text that the bytes hold; `BadInput` ("is …") when they hold something else."""
    decoded = _marked(data) or _unmarked(data)
    if _is_binary(decoded):
        if unmarked_utf16(data):
            raise BadInput(
                "looks like UTF-16 without a byte order mark: save it as UTF-8 and add that"
            )
        raise BadInput("is binary data, not text: save its text as .txt (UTF-8) and add that")
    return decoded


def _marked(data: bytes) -> Decoded | None:
    for mark, name, codec in _MARKS:
        if data.startswith(mark):
            try:
                return Decoded(data[len(mark) :].decode(codec), name)
            except UnicodeDecodeError as error:
                raise BadInput(
                    f"is marked as {codec.upper()} but is not: byte {len(mark) + error.start} does "
                    "not decode; save it as UTF-8 and add that"
                ) from None
    return None


def _unmarked(data: bytes) -> Decoded:
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        return Decoded(_from_windows_1252(data), WINDOWS_1252)


def _from_windows_1252(data: bytes) -> str:
    try:
        return data.decode("cp1252")
    except UnicodeDecodeError:
        return "".join(_BY_BYTE[byte] for byte in data)


_BY_BYTE = tuple(bytes([byte]).decode("cp1252", "ignore") or chr(byte) for byte in range(256))


def _is_binary(decoded: Decoded) -> bool:
    """Whether there are too many controls for a text.

    UTF-8 that decodes is hardly ever anything but text, so there a few controls are allowed
    whatever their share; any bytes decode as Windows-1252, so there the share alone decides.
    """
    length = len(decoded.text)
    allowed = length // _CONTROL_SHARE
    if decoded.encoding != WINDOWS_1252:
        allowed = max(allowed, min(_FEW_CONTROLS, length // 5))
    return sum(1 for _ in _CONTROL.finditer(decoded.text)) > allowed
