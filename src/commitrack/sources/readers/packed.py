"""Office files are ZIP archives of XML: opened without believing what they say of their size.

A few kilobytes can unpack to petabytes, and a few lines of XML can define an entity that grows to
gigabytes. So every part is unpacked up to a limit only, and no XML with a document type is read;
no office program writes one.
"""

from __future__ import annotations

import io
import xml.etree.ElementTree as ET
import zipfile
import zlib
from xml.etree.ElementTree import Element

from commitrack.sources.parsed import Unreadable

_MOST_MEMBERS = 20_000
_MOST_BYTES = 100_000_000
"""Of one part, unpacked: some 50 million characters of text with their mark-up."""
_MOST_GROWTH = 400
"""How many times larger a part may get; a Word document of one repeated letter stays below."""
_SMALL = 5_000_000
"""Below this a part may grow as it likes."""


class Package:
    """An office file, opened."""

    def __init__(self, data: bytes) -> None:
        try:
            self._archive = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError):
            raise Unreadable("is damaged: it ends too early, or was changed on the way") from None
        if len(self._archive.infolist()) > _MOST_MEMBERS:
            raise Unreadable(
                f"holds more than {_MOST_MEMBERS} parts, which no document does: it is not read"
            )

    def part(self, name: str) -> bytes | None:
        """A part, unpacked; None when it is not there."""
        try:
            info = self._archive.getinfo(name)
        except KeyError:
            return None
        if info.flag_bits & 1:
            raise Unreadable("is locked with a password: save it without one and add that")
        if info.file_size > _SMALL and info.file_size > _MOST_GROWTH * max(1, info.compress_size):
            raise _bomb()
        try:
            with self._archive.open(info) as stream:
                found = stream.read(_MOST_BYTES + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError):
            raise Unreadable(f"is damaged: its part {name} does not unpack") from None
        if len(found) > _MOST_BYTES:
            raise _bomb()
        return found

    def tree(self, name: str) -> Element | None:
        """A part as XML; None when it is not there."""
        found = self.part(name)
        return None if found is None else xml(found, name)


def xml(data: bytes, name: str) -> Element:
    """The root of an XML document without a document type."""
    parser = ET.XMLParser(target=_NoDoctype())  # noqa: S314
    try:
        parser.feed(data)
        root = parser.close()
    except (ET.ParseError, ValueError, LookupError):
        raise Unreadable(f"is damaged: its part {name} is no XML") from None
    if not isinstance(root, Element):
        raise Unreadable(f"is damaged: its part {name} is empty")
    return root


class _NoDoctype(ET.TreeBuilder):
    def doctype(self, *_: object) -> None:
        """Refuse: an entity could be defined in it."""
        raise Unreadable("defines entities of its own, which no office program does: not read")


def local(element: Element) -> str:
    """The name of an element without its namespace, of which there are several for one thing."""
    return element.tag.rpartition("}")[2]


def value(element: Element | None, name: str) -> str:
    """An attribute by its local name; "" when it is not there."""
    if element is None:
        return ""
    for key, found in element.attrib.items():
        if key == name or key.endswith("}" + name):
            return found
    return ""


def child(element: Element | None, *names: str) -> Element | None:
    """The first child of that local name, of its first child of the next, and so on."""
    for name in names:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element


def _bomb() -> Unreadable:
    return Unreadable("unpacks to far more than any document holds: it is not read")
