"""OpenDocument texts (.odt): what stands in them once every tracked change is accepted.

Deleted words are kept by the format apart from the text, and so are not read; nor are headers,
footers, comments and tables of contents. Notes come at the end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from commitrack.sources.blocks import BULLET, Block, Sort, heading, lay_out, one_line
from commitrack.sources.parsed import Parsed, Unreadable
from commitrack.sources.readers.cellgrid import Cell, rows
from commitrack.sources.readers.numbering import Counter, Level
from commitrack.sources.readers.packed import Package, child, local, value

_LEFT_OUT = frozenset(
    [
        "tracked-changes",
        "annotation",
        "annotation-end",
        "change",
        "change-start",
        "change-end",
        "table-of-content",
        "table-index",
        "illustration-index",
        "alphabetical-index",
        "forms",
        "variable-decls",
        "sequence-decls",
        "user-field-decls",
        "hidden-text",
        "script",
        "image",
        "ruby-text",
        "title",
        "desc",
    ]
)
_MOST_REPEATED = 100


def parse(data: bytes, _: str | None) -> Parsed:
    """Read an OpenDocument text."""
    package = Package(data)
    if b"encryption-data" in (package.part("META-INF/manifest.xml") or b""):
        raise Unreadable("is locked with a password: save it without one and add that")
    content = package.tree("content.xml")
    body = child(content, "body", "text")
    if content is None or body is None:
        raise Unreadable("is damaged: it has no text part")
    reader = _Reader(content, package.tree("styles.xml"))
    found = [*reader.blocks(body), *reader.notes()]
    text, _pages = lay_out(found)
    return Parsed(text, title=reader.title())


class _Reader:
    def __init__(self, content: Element, styles: Element | None) -> None:
        self._lists: dict[str, dict[int, Level]] = {}
        self._parents: dict[str, str] = {}
        for root in (styles, content):
            for one in root.iter() if root is not None else ():
                if local(one) == "list-style":
                    self._lists[value(one, "name")] = _levels(one)
                elif local(one) == "style" and value(one, "family") == "paragraph":
                    self._parents[value(one, "name")] = value(one, "parent-style-name")
        self._noted: list[Element] = []
        self._boxes: list[Element] = []
        self._titles: list[str] = []
        self._first_level: list[str] = []
        self._continued: dict[str, Counter] = {}

    def title(self) -> str | None:
        """The words in the style "Title", else the only heading of the first level."""
        if self._titles:
            return self._titles[0]
        return self._first_level[0] if len(self._first_level) == 1 else None

    def notes(self) -> Iterator[Block]:
        """The notes that the text refers to, in the order of their numbers."""
        for number, note in enumerate(list(self._noted), 1):
            words = " ".join(block.words for block in self.blocks(note))
            yield Block(Sort.ITEM, words, f"{number}.")

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks in a body, a section, a cell, a text box or a note."""
        for one in parent:
            name = local(one)
            if name in _LEFT_OUT:
                continue
            if name == "h":
                yield from self._heading(one)
            elif name == "p":
                yield from self._paragraph(one)
            elif name == "list":
                yield from self._list(one, "", 0, None)
            elif name == "table":
                yield from rows(self._lines(one))
            else:
                yield from self.blocks(one)
            while self._boxes:
                yield from self.blocks(self._boxes.pop(0))

    def _heading(self, element: Element) -> Iterator[Block]:
        words = self._words(element)
        if one_line(words):
            if value(element, "outline-level") == "1":
                self._first_level.append(one_line(words))
            yield heading(words)

    def _paragraph(self, element: Element) -> Iterator[Block]:
        words = self._words(element)
        if not one_line(words):
            return
        style = self._named_style(value(element, "style-name"))
        if style in ("Title", "Subtitle"):
            if style == "Title":
                self._titles.append(one_line(words))
            yield heading(words)
        else:
            yield Block(Sort.PARAGRAPH, words)

    def _named_style(self, name: str) -> str:
        """The style that the user sees: automatic ones (P1, P2 …) only vary it."""
        return self._parents.get(name, "") if re.fullmatch(r"P\d+", name) else name

    def _list(
        self, element: Element, style: str, level: int, counter: Counter | None
    ) -> Iterator[Block]:
        style = value(element, "style-name") or style
        if counter is None:
            counter = self._counter(element, style)
        for item in element:
            if local(item) not in ("list-item", "list-header"):
                continue
            start = value(item, "start-value")
            if start.isdigit():
                counter.restart(level, int(start))
            first = local(item) == "list-item"
            for one in item:
                if local(one) == "list":
                    yield from self._list(one, style, level + 1, counter)
                    continue
                for block in self.blocks(_holding(one)):
                    if first and block.sort is not Sort.ROW:
                        sign = counter.sign(level)
                        yield self._item(block, sign, level)
                        first = False
                    else:
                        yield block

    @staticmethod
    def _item(block: Block, sign: str, level: int) -> Block:
        if block.sort is Sort.HEADING:
            numbered = sign and sign != BULLET
            return heading(f"{sign} {block.words}") if numbered else block
        return Block(Sort.ITEM, block.words, sign, level) if sign else block

    def _counter(self, element: Element, style: str) -> Counter:
        goes_on = value(element, "continue-numbering") == "true" or value(element, "continue-list")
        if not goes_on or style not in self._continued:
            self._continued[style] = Counter(self._lists.get(style, {}))
        return self._continued[style]

    def _words(self, element: Element) -> str:
        parts: list[str] = []
        self._collect(element, parts)
        return "".join(parts)

    def _collect(self, element: Element, parts: list[str]) -> None:
        parts.append(_spaced(element.text))
        for one in element:
            name = local(one)
            if name == "s" or name == "tab":
                parts.append(" ")
            elif name == "line-break":
                parts.append("\n")
            elif name == "note":
                body = child(one, "note-body")
                if body is not None:
                    self._noted.append(body)
            elif name == "text-box":
                self._boxes.append(one)
            elif name not in _LEFT_OUT:
                self._collect(one, parts)
            parts.append(_spaced(one.tail))

    def _lines(self, table: Element) -> Iterator[list[Cell]]:
        for line in _lines_of(table):
            cells: list[Cell] = []
            for cell in line:
                name = local(cell)
                if name == "covered-table-cell":
                    continue
                if name == "table-cell":
                    words = " ".join(
                        f"{block.marker} {block.words}".strip() for block in self.blocks(cell)
                    )
                    made = Cell(
                        words,
                        _whole(value(cell, "number-columns-spanned")),
                        _whole(value(cell, "number-rows-spanned")),
                    )
                    times = _whole(value(cell, "number-columns-repeated"))
                    cells.extend([made] * min(times, _MOST_REPEATED))
            while cells and not cells[-1].words and len(cells) > _MOST_REPEATED // 2:
                cells.pop()
            yield cells


def _holding(element: Element) -> Element:
    """An element that holds this one alone, to be read as a list of blocks."""
    holder = Element("holder")
    holder.append(element)
    return holder


def _lines_of(table: Element) -> Iterator[Element]:
    for one in table:
        name = local(one)
        if name == "table-row":
            yield one
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _lines_of(one)


def _levels(style: Element) -> dict[int, Level]:
    found: dict[int, Level] = {}
    for one in style:
        at = value(one, "level")
        if not at.isdigit():
            continue
        level = int(at) - 1
        if local(one) == "list-level-style-number":
            number = value(one, "num-format")
            shown = _whole(value(one, "display-levels"))
            places = ".".join(f"%{n}" for n in range(max(1, level + 2 - shown), level + 2))
            pattern = f"{value(one, 'num-prefix')}{places}{value(one, 'num-suffix')}"
            found[level] = Level(
                (number if number != "1" else "decimal") or "none",
                pattern,
                _whole(value(one, "start-value")),
            )
        else:
            found[level] = Level()
    return found


def _whole(text: str) -> int:
    return int(text) if text.isdigit() and 0 < len(text) < 6 else 1


def _spaced(text: str | None) -> str:
    return re.sub(r"\s+", " ", text or "")
