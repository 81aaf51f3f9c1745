"""Outlook messages: a compound file of the least kind, with a stream for each property.

The format is Microsoft's [MS-CFB] (version 3, sectors of 512 bytes) with the names of [MS-OXMSG].
Every stream is padded to 4096 bytes and more, so that no mini stream is needed.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass

_SECTOR = 512
_LEAST = 4096
_FREE, _END, _FAT_SECTOR = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_EPOCH_TICKS = 116444736000000000


def msg(
    text: str,
    *,
    subject: str = "",
    sender: str = "Ada Quill",
    seconds: int = 1_771_632_000,
    attached: tuple[str, ...] = (),
    page: str = "",
) -> bytes:
    """A message; `seconds` is when it was sent, since 1970."""
    sent = _EPOCH_TICKS + seconds * 10_000_000
    properties = bytes(32) + struct.pack("<HHIQ", 0x0040, 0x0039, 6, sent)
    tree: dict[str, bytes | dict[str, bytes]] = {"__properties_version1.0": properties}
    for name, words in (("0037", subject), ("1000", text), ("0C1A", sender)):
        if words:
            tree[f"__substg1.0_{name}001F"] = words.encode("utf-16-le")
    if page:
        tree["__substg1.0_10130102"] = page.encode()
    for n, file in enumerate(attached):
        tree[f"__attach_version1.0_#{n:08X}"] = {"__substg1.0_3707001F": file.encode("utf-16-le")}
    return compound(tree)


@dataclass
class _Entry:
    """A line of the directory: a root (5), a storage (1) or a stream (2)."""

    name: str
    kind: int
    content: bytes = b""
    child: int = _FREE
    sibling: int = _FREE
    sector: int = _END

    def packed(self) -> bytes:
        """The 128 bytes of it."""
        name = self.name.encode("utf-16-le") + b"\0\0"
        return struct.pack(
            "<64sHBBIII16x4x8x8xIQ",
            *(name, len(name), self.kind, 1, _FREE, self.sibling, self.child),
            *(self.sector, len(self.content)),
        )


def compound(tree: dict[str, bytes | dict[str, bytes]]) -> bytes:
    """A compound file with these streams, and storages of streams."""
    entries = [_Entry("Root Entry", 5)]
    _add(tree, entries, entries[0])
    data = bytearray()
    fat: list[int] = []
    for entry in entries:
        if entry.kind == 2:
            entry.content = entry.content.ljust(_LEAST, b"\0")
            entry.sector = _chain(entry.content, data, fat)
    directory = _chain(b"".join(entry.packed() for entry in entries), data, fat)
    sectors = 1
    while len(fat) + sectors > sectors * (_SECTOR // 4):
        sectors += 1
    places = [len(fat) + n for n in range(sectors)]
    fat += [_FAT_SECTOR] * sectors
    fat += [_FREE] * (sectors * (_SECTOR // 4) - len(fat))
    data += struct.pack(f"<{len(fat)}I", *fat)
    head = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    head += struct.pack(
        "<HHHHH6xIII4xIIIII",
        *(0x3E, 3, 0xFFFE, 9, 6, 0, sectors, directory, _LEAST, _END, 0, _END, 0),
    )
    return head + struct.pack("<109I", *places, *[_FREE] * (109 - sectors)) + bytes(data)


def _add(
    tree: Mapping[str, bytes | dict[str, bytes]], entries: list[_Entry], parent: _Entry
) -> None:
    """Put a storage's members below it: each the right sibling of the one before."""
    before: _Entry | None = None
    for name, content in sorted(tree.items(), key=lambda one: (len(one[0]), one[0].upper())):
        entry = _Entry(name, 1) if isinstance(content, dict) else _Entry(name, 2, content)
        if before is None:
            parent.child = len(entries)
        else:
            before.sibling = len(entries)
        before = entry
        entries.append(entry)
        if isinstance(content, dict):
            _add(content, entries, entry)


def _chain(content: bytes, data: bytearray, fat: list[int]) -> int:
    """Put bytes into sectors that follow one another; the number of the first."""
    size = -(-len(content) // _SECTOR)
    begun = len(fat)
    fat += [begun + n + 1 for n in range(size - 1)] + [_END]
    data += content.ljust(size * _SECTOR, b"\0")
    return begun
