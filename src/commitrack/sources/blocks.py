"""The common form of what readers find: headings, paragraphs, list items and rows, as one text.

Each paragraph is one line, so that no sentence is broken where a page or a screen was full.
Blocks stand apart by an empty line; the items of a list and the rows of a table do not. A row is
``a | b | c``. This is the lay-out that the extractor reads.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from commitrack.sources.parsed import TEXT_LIMIT, Unreadable

PAGE = "\f"
"""In a block's words: here a new page begins. It is no part of the text."""

BULLET = "•"
_INDENT = "  "
_DEEPEST = 6
"""Levels of a list that are shown as such."""
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u200b\u200c\u2060\ufeff\ufffc\ufffe\uffff]"
)
"""Controls, hints for hyphenation, marks without width: they are not words, and break them."""
_SURROGATES = re.compile("[\ud800-\udfff]")


class Sort(StrEnum):
    """What a block is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"
    ROW = "row"


@dataclass(frozen=True, slots=True)
class Block:
    """One block. Its words hold a line feed where the source forces a new line."""

    sort: Sort
    words: str
    marker: str = ""
    """Of an item: its bullet or its number, such as "2." """
    level: int = 0
    """Of an item: how deep its list is in other lists, from 0."""


def heading(words: str) -> Block:
    """A heading, on one line."""
    return Block(Sort.HEADING, one_line(words))


def row(cells: Iterable[str]) -> Block:
    """A row of a table. It ends in a bar when else it would not be known as one."""
    texts = [one_line(cell).replace("|", "¦") for cell in cells]
    line = " | ".join(texts)
    return Block(Sort.ROW, f"{line} |" if len(texts) < 3 or not texts[-1] else line)


def folded(words: str) -> str:
    """Words without what cannot be seen, and with their white space folded line by line."""
    words = _SURROGATES.sub("\N{REPLACEMENT CHARACTER}", _INVISIBLE.sub("", words))
    lines = (_folded_line(line) for line in words.split("\n"))
    return "\n".join(line for line in lines if line)


def _folded_line(line: str) -> str:
    if PAGE not in line:
        return " ".join(line.split())
    parts = [" ".join(part.split()) for part in line.split(PAGE)]
    return f" {PAGE}".join(parts).strip(" ")


def one_line(words: str) -> str:
    """Folded words on one line."""
    return " ".join(folded(words.replace(PAGE, " ")).split())


def lay_out(blocks: Iterable[Block]) -> tuple[str, tuple[int, ...]]:
    """The text of the blocks, and where its pages begin; `Unreadable` when there is none of it."""
    parts: list[str] = []
    size = 0
    for part in _parts(blocks):
        parts.append(part)
        size += len(part)
        if size > TEXT_LIMIT:
            raise Unreadable(
                f"holds more than {TEXT_LIMIT // 1_000_000} million characters of text: "
                "cut out the part that matters and add that"
            )
    marked = "".join(parts)
    text = marked.replace(PAGE, "")
    if not text.strip():
        raise Unreadable("holds no text: there is no statement in it")
    return text, _page_starts(marked)


def _parts(blocks: Iterable[Block]) -> Iterator[str]:
    before: Block | None = None
    waiting = ""
    for block in blocks:
        words = folded(block.words)
        if not words.strip(PAGE + " \n"):
            waiting += PAGE * block.words.count(PAGE)
            continue
        close = before is not None and before.sort == block.sort and block.sort in _CLOSE
        if before is not None:
            yield "\n" if close else "\n\n"
        yield waiting
        waiting = ""
        yield f"{_sign(block)}{words}"
        before = block
    if before is not None:
        yield "\n"
    yield waiting


_CLOSE = (Sort.ITEM, Sort.ROW)


def _sign(block: Block) -> str:
    if block.sort is not Sort.ITEM:
        return ""
    return f"{_INDENT * min(block.level, _DEEPEST)}{block.marker or BULLET} "


def _page_starts(marked: str) -> tuple[int, ...]:
    starts: list[int] = []
    at = 0
    for n, part in enumerate(marked.split(PAGE)):
        if n:
            starts.append(at)
        at += len(part)
    if starts:
        starts[0] = 0  # white space before the first page's words is on it
    return tuple(starts)
