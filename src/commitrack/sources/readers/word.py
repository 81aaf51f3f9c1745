"""Word documents (.docx): what stands in them once every tracked change is accepted.

Read in the order of the text: paragraphs, headings by their style, list items with the numbers
that Word counts out, tables row by row, text boxes where they are anchored, notes at the end.
Headers, footers, comments, deleted and hidden words and tables of contents are left out.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from xml.etree.ElementTree import Element

from commitrack.sources.blocks import BULLET, Block, Sort, heading, lay_out, one_line
from commitrack.sources.parsed import Parsed, Unreadable
from commitrack.sources.readers.cellgrid import LONGEST_REPEATED, Cell, rows
from commitrack.sources.readers.packed import Package, child, local, value
from commitrack.sources.readers.word_styles import Style, Styles

_WRAPPERS = frozenset(
    [
        "ins",
        "moveTo",
        "smartTag",
        "customXml",
        "hyperlink",
        "sdt",
        "sdtContent",
        "fldSimple",
        "dir",
        "bdo",
        "r",
        "ruby",
        "rubyBase",
        "AlternateContent",
        "drawing",
        "inline",
        "anchor",
        "graphic",
        "graphicData",
        "wsp",
        "wgp",
        "txbx",
        "pict",
        "shape",
        "textbox",
        "group",
        "rect",
    ]
)
"""Elements that hold runs or paragraphs and say nothing themselves."""
_SIGNS = {"tab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\N{NON-BREAKING HYPHEN}"}
_OFF = frozenset({"0", "false", "off"})


def parse(data: bytes, _: str | None) -> Parsed:
    """Read a Word document."""
    package = Package(data)
    root = package.tree("word/document.xml")
    body = child(root, "body")
    if body is None:
        raise Unreadable("is damaged: it has no text part")
    reader = _Reader(
        Styles(package.tree("word/styles.xml"), package.tree("word/numbering.xml")),
        {
            "footnoteReference": _notes(package.tree("word/footnotes.xml")),
            "endnoteReference": _notes(package.tree("word/endnotes.xml")),
        },
    )
    found = [*reader.blocks(body), *reader.notes()]
    text, _pages = lay_out(found)
    return Parsed(text, title=reader.title())


def _notes(root: Element | None) -> dict[str, Element]:
    if root is None:
        return {}
    return {value(one, "id"): one for one in root if value(one, "type") in ("", "normal")}


class _Reader:
    def __init__(self, styles: Styles, notes: dict[str, dict[str, Element]]) -> None:
        self._styles = styles
        self._notes = notes
        self._noted: list[Element] = []
        self._boxes: list[Element] = []
        self._titles: list[str] = []
        self._first_level: list[str] = []

    def title(self) -> str | None:
        """The words in the style "Title", else the only heading of the first level."""
        if self._titles:
            return self._titles[0]
        return self._first_level[0] if len(self._first_level) == 1 else None

    def notes(self) -> Iterator[Block]:
        """The footnotes and endnotes that the text refers to, in the order of their numbers."""
        for number, note in enumerate(list(self._noted), 1):
            words = " ".join(block.words for block in self.blocks(note))
            yield Block(Sort.ITEM, words, f"{number}.")

    def blocks(self, parent: Element) -> Iterator[Block]:
        """The blocks in a body, a cell, a text box or a note."""
        begun: list[str] = []
        for one in _paragraphs_and_tables(parent):
            if local(one) == "tbl":
                yield from rows(self._lines(one))
                continue
            begun.append(self._words(one))
            if child(one, "pPr", "rPr", "del") is not None:
                continue  # the mark that ended it was deleted: what follows is the same paragraph
            yield from self._paragraph(one, "".join(begun))
            begun.clear()
            while self._boxes:
                yield from self.blocks(self._boxes.pop(0))
        if begun:
            yield Block(Sort.PARAGRAPH, "".join(begun))

    def _paragraph(self, element: Element, words: str) -> Iterator[Block]:
        properties = child(element, "pPr")
        style = self._styles.of(value(child(properties, "pStyle"), "val"))
        if style.contents:
            return
        line = one_line(words)
        if not line:
            return
        sign = self._styles.sign(properties, style)
        level = self._level(properties, style)
        if level is not None:
            yield heading(f"{sign} {words}" if sign and sign != BULLET else words)
            self._note_title(style, level, line)
        elif sign:
            depth = self._styles.depth(properties, style)
            yield Block(Sort.ITEM, words, sign, depth)
        else:
            yield Block(Sort.PARAGRAPH, words)

    def _note_title(self, style: Style, level: int, line: str) -> None:
        if style.title:
            self._titles.append(line)
        elif level == 0:
            self._first_level.append(line)

    @staticmethod
    def _level(properties: Element | None, style: Style) -> int | None:
        own = value(child(properties, "outlineLvl"), "val")
        if own.isdigit():
            return int(own) if int(own) < 9 else None
        return style.level

    def _words(self, element: Element) -> str:
        """The words of a paragraph as they stand once tracked changes are accepted."""
        parts: list[str] = []
        self._collect(element, parts)
        return "".join(parts)

    def _collect(self, element: Element, parts: list[str]) -> None:
        for one in element:
            name = local(one)
            if name == "t":
                parts.append(re.sub(r"\s", " ", one.text or ""))
            elif name in _SIGNS:
                parts.append(_SIGNS[name])
            elif name == "txbxContent":
                self._boxes.append(one)
            elif name in self._notes:
                note = self._notes[name].get(value(one, "id"))
                if note is not None:
                    self._noted.append(note)
            elif name == "r":
                if not self._is_hidden(one):
                    self._collect(one, parts)
            elif name == "AlternateContent":
                chosen = child(one, "Choice")
                self._collect(one if chosen is None else chosen, parts)
            elif name in _WRAPPERS:
                self._collect(one, parts)

    @staticmethod
    def _is_hidden(run: Element) -> bool:
        properties = child(run, "rPr")
        hidden = child(properties, "vanish")
        struck = child(properties, "del")
        return struck is not None or (hidden is not None and value(hidden, "val") not in _OFF)

    def _lines(self, table: Element) -> Iterator[list[Cell]]:
        """The rows of a table. A cell that goes on from the row above says what that one says."""
        above: dict[int, str] = {}
        for line in _within(table, "tr"):
            if child(line, "trPr", "del") is not None:
                continue
            cells: list[Cell] = []
            at = 0
            for cell in _within(line, "tc"):
                properties = child(cell, "tcPr")
                span = value(child(properties, "gridSpan"), "val")
                across = int(span) if span.isdigit() and len(span) < 4 else 1
                merged = child(properties, "vMerge")
                if merged is not None and value(merged, "val") != "restart":
                    words = above.get(at, "")
                    words = words if len(words) <= LONGEST_REPEATED else ""
                else:
                    words = " ".join(
                        f"{block.marker} {block.words}".strip() for block in self.blocks(cell)
                    )
                above[at] = words
                cells.append(Cell(words, across))
                at += across
            yield cells


def _paragraphs_and_tables(parent: Element) -> Iterator[Element]:
    for one in parent:
        name = local(one)
        if name in ("p", "tbl"):
            yield one
        elif name == "sdt":
            if value(child(one, "sdtPr", "docPartObj", "docPartGallery"), "val") != (
                "Table of Contents"
            ):
                yield from _paragraphs_and_tables(one)
        elif name in ("sdtContent", "customXml", "ins", "moveTo"):
            yield from _paragraphs_and_tables(one)


def _within(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows or cells, also where a content control stands around them."""
    for one in parent:
        name = local(one)
        if name == wanted:
            yield one
        elif name in ("sdt", "sdtContent", "customXml", "ins"):
            yield from _within(one, wanted)
