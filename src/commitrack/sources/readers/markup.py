"""From a page's tree to blocks: headings, paragraphs, list items with their signs, table rows."""

from __future__ import annotations

import re
from collections.abc import Iterator

from commitrack.sources.blocks import Block, Sort, heading
from commitrack.sources.readers.cellgrid import Cell, rows
from commitrack.sources.readers.numbering import written
from commitrack.sources.readers.tree import Element

_BLOCKS = frozenset(
    [
        "address",
        "article",
        "aside",
        "blockquote",
        "body",
        "caption",
        "center",
        "dd",
        "details",
        "dialog",
        "div",
        "dl",
        "dt",
        "fieldset",
        "figcaption",
        "figure",
        "footer",
        "form",
        "header",
        "hgroup",
        "hr",
        "html",
        "legend",
        "li",
        "main",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "tr",
        "ul",
    ]
)
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_SPACE = re.compile(r"[ \t\n\r\f]+")
_NOTE_MARK = re.compile(r"\s*[\[(]?(?:\d{1,3}|[*†‡]|[a-z])[\])]?\s*")
_LONG_CELL = 1500
"""Characters of a cell from which a table is taken for a lay-out and not for data."""


def blocks(root: Element) -> list[Block]:
    """The blocks of an element, in order."""
    writer = _Writer()
    writer.visit(root)
    writer.flush()
    return writer.found


def heading_level(tag: str) -> int:
    """1 for ``h1`` and so on; 0 for what is no heading."""
    return int(tag[1]) if tag in _HEADINGS else 0


class _Writer:
    """Collects inline text until a block ends."""

    def __init__(self) -> None:
        self.found: list[Block] = []
        self._text: list[str] = []
        self._marker: str | None = None
        self._level = -1

    def flush(self) -> None:
        """End the block that is being written, if there are words in it."""
        text = "".join(self._text)
        self._text.clear()
        for paragraph in re.split(r"\n[ \n]*\n", text):
            if not paragraph.strip():
                continue
            if self._marker is not None:
                block = Block(Sort.ITEM, paragraph, self._marker, max(0, self._level))
                self._marker = None
            else:
                block = Block(Sort.PARAGRAPH, paragraph)
            self.found.append(block)

    def visit(self, element: Element) -> None:
        """Read what an element holds."""
        for child in element.children:
            if isinstance(child, str):
                self._text.append(_SPACE.sub(" ", child))
            else:
                self._visit_child(child)

    def _visit_child(self, child: Element) -> None:
        tag = child.tag
        if tag == "br":
            self._text.append("\n")
        elif tag == "q":
            self._text.append("“")
            self.visit(child)
            self._text.append("”")
        elif (tag == "sup" and _is_note_mark(child)) or _is_anchor(child):
            pass
        elif tag in _HEADINGS:
            self.flush()
            self._heading(child)
        elif tag in ("ul", "ol"):
            self.flush()
            self._list(child)
        elif tag == "table":
            self.flush()
            self._table(child)
        elif tag == "pre":
            self.flush()
            self._text.append(child.text().replace("\f", " "))
            self.flush()
        elif tag in _BLOCKS:
            self.flush()
            self.visit(child)
            self.flush()
        else:
            self.visit(child)

    def _heading(self, element: Element) -> None:
        inner = _Writer()
        inner.visit(element)
        inner.flush()
        words = " ".join(block.words for block in inner.found)
        if not words.strip():
            return
        if self._marker is not None:
            self.found.append(Block(Sort.ITEM, words, self._marker, max(0, self._level)))
            self._marker = None
        else:
            self.found.append(heading(words))

    def _list(self, element: Element) -> None:
        self._level += 1
        number = _whole(element.get("start"), 1)
        for child in element.children:
            if isinstance(child, str):
                self._text.append(_SPACE.sub(" ", child))
                continue
            if child.tag != "li":
                self.flush()
                self._visit_child(child)
                self.flush()
                continue
            self.flush()
            number = _whole(child.get("value"), number)
            self._marker = _numbered(number, element.get("type")) if element.tag == "ol" else ""
            number += 1
            self.visit(child)
            self.flush()
            self._marker = None
        self.flush()
        self._level -= 1

    def _table(self, table: Element) -> None:
        grid = _grid(table)
        if not _holds_data(table, grid):
            for caption in _parts(table, ("caption",)):
                self._visit_child(caption)
            for line in grid:
                for cell in line:
                    self.flush()
                    self.visit(cell)
                    self.flush()
            return
        for caption in _parts(table, ("caption",)):
            self._heading(caption)
        self.found.extend(
            rows(
                [
                    Cell(
                        _cell_words(cell),
                        _whole(cell.get("colspan"), 1),
                        _whole(cell.get("rowspan"), 1),
                    )
                    for cell in line
                ]
                for line in grid
            )
        )


def _cell_words(cell: Element) -> str:
    inner = _Writer()
    inner.visit(cell)
    inner.flush()
    return " ".join(
        " ".join(f"{block.marker} {block.words}".split()) for block in inner.found
    ).strip()


def _grid(table: Element) -> list[list[Element]]:
    return [
        [cell for cell in line.elements() if cell.tag in ("td", "th")]
        for line in _parts(table, ("tr",))
    ]


def _parts(table: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    """Elements of a table itself, not of one inside it."""
    for child in table.elements():
        if child.tag in tags:
            yield child
        elif child.tag in ("thead", "tbody", "tfoot"):
            yield from (one for one in child.elements() if one.tag in tags)


def _holds_data(table: Element, grid: list[list[Element]]) -> bool:
    """Whether a table is one, and not a way to place things on the page."""
    if table.get("role") in ("presentation", "none"):
        return False
    wide = [line for line in grid if len(line) > 1]
    if len(grid) < 2 or 2 * len(wide) < len(grid):
        return False
    inside = [one for line in grid for cell in line for one in cell.walk()]
    if any(one.tag in ("table", "h1", "h2") for one in inside):
        return False
    return all(len(cell.text()) <= _LONG_CELL for line in grid for cell in line)


def _is_note_mark(element: Element) -> bool:
    """The sign of a footnote: a small number that is a link, and no part of the words."""
    linked = any(one.tag == "a" for one in element.walk()) or "note" in element.get("class")
    return linked and bool(_NOTE_MARK.fullmatch(element.text()))


def _is_anchor(element: Element) -> bool:
    """The sign beside a heading that is a link to the heading itself."""
    return element.tag == "a" and element.text().strip() in ("¶", "#", "§", "🔗")


def _whole(text: str, otherwise: int) -> int:
    text = text.strip()
    return int(text) if re.fullmatch(r"-?\d{1,6}", text) else otherwise


def _numbered(number: int, kind: str) -> str:
    return f"{written(number, kind)}."
