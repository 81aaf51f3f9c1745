"""Damaging a file on purpose: which of its pages are of which kind, and bits to flip in them."""

from __future__ import annotations

import random
from collections import defaultdict
from pathlib import Path

HEADER = 100
"""Bytes of the file's header, before the first page's own."""

TREES = {
    2: "interior page of an index",
    5: "interior page of a table",
    10: "leaf of an index",
    13: "leaf of a table",
}
"""What the first byte of a page says (SQLite file format, "B-tree pages")."""


def kinds(content: bytes) -> dict[str, list[int]]:
    """The pages of a database by kind, as the offsets at which they begin."""
    size = int.from_bytes(content[16:18]) % 65535 or 65536
    found: dict[str, list[int]] = defaultdict(list)
    free = set(_free_pages(content, size))
    for offset in range(0, len(content), size):
        first = content[offset + (HEADER if offset == 0 else 0)]
        if offset in free:
            found["free page"].append(offset)
        elif first in TREES and (offset == 0 or _is_tree(content[offset : offset + size])):
            found[TREES[first]].append(offset)
        else:
            found["overflow page"].append(offset)
    found["header"] = [0]
    return dict(found)


def _is_tree(page: bytes) -> bool:
    """Whether a page that begins as one of a tree goes on as one: its cells lie inside of it."""
    cells, begin = int.from_bytes(page[3:5]), int.from_bytes(page[5:7])
    return 0 < cells < len(page) // 4 and 8 + 2 * cells <= (begin or 65536)


def _free_pages(content: bytes, size: int) -> list[int]:
    found = []
    trunk = int.from_bytes(content[32:36])
    while trunk:
        offset = (trunk - 1) * size
        found.append(offset)
        leaves = int.from_bytes(content[offset + 4 : offset + 8])
        numbers = content[offset + 8 : offset + 8 + 4 * leaves]
        found += [
            (int.from_bytes(numbers[n : n + 4]) - 1) * size for n in range(0, len(numbers), 4)
        ]
        trunk = int.from_bytes(content[offset : offset + 4])
    return found


def flip(place: Path, offset: int, length: int, chance: random.Random) -> str:
    """Flip one bit somewhere in these bytes of a file; which one, for repeating it."""
    content = bytearray(place.read_bytes())
    at = offset + chance.randrange(length)
    bit = chance.randrange(8)
    content[at] ^= 1 << bit
    place.write_bytes(content)
    return f"bit {bit} of byte {at}"
