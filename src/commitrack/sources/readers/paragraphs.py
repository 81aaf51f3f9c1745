"""From the lines of a column to paragraphs, headings and list items.

A line was broken off because the next word did not fit. So where it would have fitted, the
paragraph ends there; so it does where the space between lines grows, the type changes, or the next
line has a bullet or is set in. What ends in the middle of a sentence goes on, whatever the lay-out.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from commitrack.sources.blocks import BULLET, PAGE, Block, Sort, heading, row
from commitrack.sources.readers.columns import lines_of
from commitrack.sources.readers.glyphs import Run
from commitrack.sources.readers.hyphens import SOFT, Hyphens

_BULLETS = "•●▪◦‣∙·■□○➢➤✓✔❖\uf0b7\uf0a7\uf0d8\uf076\uf0fc\uf06f\u2043"
_MARKER = re.compile(
    rf"(?P<bullet>[{_BULLETS}]|[–—-](?= )|o(?= ))\s*(?=\S)"
    r"|(?P<number>\(?(?:\d{1,3}(?:\.\d{1,3}){0,3}|[a-zA-Z]|[ivx]{1,5})[.)](?:\s+|$)"
    r"|\d{1,3}(?:\.\d{1,3}){1,3}\s+(?=\S))"
)
_LONE_BULLET = re.compile(rf"[{_BULLETS}]|[–—-]|o")
_OPEN = re.compile(
    r"(?:,|\b(?:a|an|and|as|at|by|for|from|in|into|its|of|on|or|our|that|the|their|to|which|will"
    r"|with))$"
)
"""No sentence ends so: it goes on in the next line, whatever the lay-out."""
_NOTE = re.compile(r"(\d{1,3})(?=[A-Z“‘]) *")
"""How a note at the foot of a page begins: its number stands raised, right before the words."""
_STOP = re.compile(r"[.!?:;…][\"'”’)\]]*\d{0,2}$")
_CONTENTS = re.compile(r"(?:\. ?){5,}\s*(?:\d{1,4}|[ivx]{1,5})$|…{2,}\s*\d{1,4}$")
"""A line of a table of contents: it names what comes, and says nothing."""
_LARGER = 1.13
"""Type so much larger than most of the document's is a heading's."""
_SMALLER = 0.88
"""Type so much smaller is a note's."""
_HEADING_LENGTH = 160
_PITCH = 1.32
"""A distance between lines so much larger than usual parts paragraphs."""


@dataclass(slots=True)
class Text:
    """A line of a column."""

    words: str
    x0: float
    x1: float
    y: float
    size: float
    first: float
    """How wide its first word is."""
    cells: list[tuple[float, str]]
    bold: bool = False
    table: list[list[str]] | None = None
    item: float | None = None
    """Where the words of an item begin, to the right of its sign."""


@dataclass(slots=True)
class Piece:
    """A block that is being put together from lines."""

    sort: Sort
    words: str
    marker: str = ""
    size: float = 0.0
    level: int = 0
    full: bool = False
    """Whether its last line was full, so that it may go on in the next column."""
    small: bool = False
    cells: list[str] = field(default_factory=list)

    def block(self) -> Block:
        """This as a block; a hyphen that no other line has mended stays one."""
        words = self.words.replace(SOFT, "-")
        if self.sort is Sort.ROW:
            return row(self.cells)
        if self.sort is Sort.HEADING:
            return heading(words)
        return Block(self.sort, words, self.marker, self.level)


def body_size(pages: Iterable[Iterable[Run]]) -> float:
    """The size of type that most characters of a document have."""
    sizes: Counter[float] = Counter()
    for runs in pages:
        for run in runs:
            sizes[round(run.size, 1)] += len(run.text)
    return sizes.most_common(1)[0][0] if sizes else 12.0


def texts(runs: list[Run]) -> list[Text]:
    """The lines of a column."""
    found: list[Text] = []
    for line in lines_of(runs):
        first, last = line[0], line[-1]
        if first.table is not None:
            box = (first.x0, first.x1, first.y, first.size)
            found.append(Text("", *box, 0, [], table=first.table))
            continue
        words = " ".join(run.text for run in line)
        if _CONTENTS.search(words):
            continue
        item = None
        if len(line) > 1 and (_LONE_BULLET.fullmatch(first.text) or _MARKER.fullmatch(first.text)):
            item = line[1].x0
        elif mark := _MARKER.match(first.text):
            item = first.starts[mark.end()] if mark.end() < len(first.starts) else None
        space = first.text.find(" ")
        width = (first.starts[space] if space > 0 else first.x1) - first.x0
        cells = [(run.x0, run.text) for run in line]
        if item is not None and len(cells) > 1 and item == cells[1][0]:
            cells = [(cells[0][0], f"{cells[0][1]} {cells[1][1]}"), *cells[2:]]
        size = max(line, key=lambda run: len(run.text)).size
        bold = all(run.bold for run in line)
        found.append(Text(words, first.x0, last.x1, first.y, size, width, cells, bold, item=item))
    return found


def pieces(column: list[Text], body: float, hyphens: Hyphens) -> list[Piece]:
    """The blocks of a column."""
    found: list[Piece] = []
    if not column:
        return found
    pitch = _usual_pitch(column)
    right = max(line.x1 for line in column)
    left = min(line.x0 for line in column)
    indents = _bullet_indents(column)
    above: Text | None = None
    inner: float | None = None
    rows = _unruled(column)
    for n, line in enumerate(column):
        if line.table is not None:
            found.extend(Piece(Sort.ROW, "", cells=cells) for cells in line.table)
            above = None
            continue
        if n in rows:
            if rows[n]:
                found.append(Piece(Sort.ROW, "", cells=rows[n]))
            above = None
            continue
        if above is None or not _goes_on(above, line, found[-1], pitch, right, inner):
            found.append(_begin(line, body, indents))
            inner = line.item
        else:
            found[-1].words = hyphens.join(found[-1].words, line.words.strip())
        found[-1].full = line.x1 >= right - 0.12 * (right - left)
        above = line
    for one in found:
        _demote(one)
    return found


def _begin(line: Text, body: float, indents: list[float]) -> Piece:
    words = line.words.strip()
    small = line.size < _SMALLER * body
    mark = _MARKER.match(words)
    if small and (note := _NOTE.match(words)):
        return Piece(Sort.ITEM, words[note.end() :], f"{note[1]}.", line.size, small=True)
    larger = line.size > _LARGER * body
    if (larger or line.bold) and not (mark and mark["bullet"]):
        return Piece(Sort.HEADING, words, size=line.size)
    if mark and mark.end() < len(words):
        marker = mark["number"].strip() if mark["number"] else BULLET
        level = sum(one < line.x0 - line.size / 3 for one in indents) if mark["bullet"] else 0
        return Piece(Sort.ITEM, words[mark.end() :], marker, line.size, level, small=small)
    return Piece(Sort.PARAGRAPH, words, size=line.size, small=small)


def _bullet_indents(column: list[Text]) -> list[float]:
    """Where the bullets of a column stand, from left to right, each place once."""
    found: list[float] = []
    for line in sorted(column, key=lambda one: one.x0):
        mark = _MARKER.match(line.words)
        if mark and mark["bullet"] and (not found or line.x0 - found[-1] > line.size / 2):
            found.append(line.x0)
    return found


def _demote(piece: Piece) -> None:
    """Words in bold that make sentences are no heading."""
    if piece.sort is Sort.HEADING and (
        len(piece.words) > _HEADING_LENGTH or piece.words.rstrip().endswith((".", ":", ";"))
    ):
        piece.sort = Sort.PARAGRAPH


def _goes_on(
    above: Text, line: Text, piece: Piece, pitch: float, right: float, inner: float | None
) -> bool:
    """Whether a line belongs to the same block as the one above it."""
    size = max(above.size, line.size)
    step = line.y - above.y
    if step <= 0 or abs(above.size - line.size) > 0.12 * size:
        return False
    if piece.sort is Sort.HEADING:
        return above.bold == line.bold and step <= 1.6 * size and line.item is None
    if line.bold and not above.bold and _is_heading_like(line):
        return False
    mark = _MARKER.match(line.words)
    if mark and (mark["bullet"] or _STOP.search(above.words[-12:]) or above.item is not None):
        return False
    unfinished = not _STOP.search(above.words[-12:])
    lower = line.words[:1].islower() or bool(_OPEN.search(above.words[-16:]))
    if step > max(_PITCH * pitch, 1.25 * size) and not (
        unfinished and lower and step < 1.9 * pitch
    ):
        return False
    if unfinished and lower:
        return True
    if inner is not None and line.x0 < inner - 0.6 * size and not unfinished:
        return False
    if inner is None and line.x0 > above.x0 + 0.7 * size and not unfinished:
        return False
    return above.x1 + 0.25 * size + line.first > right - 0.6 * size


def _is_heading_like(line: Text) -> bool:
    return len(line.words) < _HEADING_LENGTH and not _STOP.search(line.words)


def _usual_pitch(column: list[Text]) -> float:
    steps = [
        below.y - above.y
        for above, below in pairwise(column)
        if 0 < below.y - above.y < 2.5 * max(above.size, below.size)
        and abs(above.size - below.size) < 1
    ]
    if not steps:
        return 1.3 * column[0].size
    tight = min(steps)
    return median([step for step in steps if step < 1.25 * tight])


def _unruled(column: list[Text]) -> dict[int, list[str]]:
    """The rows of tables without rules, by the number of their first line.

    At least two lines one below the other have the same number of cells, two or more apart from
    their first, which begin at the same places. Lines that only go on a cell are joined to it.
    """
    found: dict[int, list[str]] = {}
    at = 0
    while at < len(column):
        end, starts = _table_from(column, at)
        if end == at:
            at += 1
            continue
        last = at
        for n in range(at, end):
            cells = _placed(column[n], starts)
            if len(column[n].cells) < len(starts) and n > at and not cells[0]:
                found[last] = [f"{a} {b}".strip() for a, b in zip(found[last], cells, strict=True)]
                found[n] = []
            else:
                found[n] = cells
                last = n
        at = end
    return found


def _table_from(column: list[Text], at: int) -> tuple[int, list[float]]:
    """Where a table that begins at a line ends, and where its columns begin."""
    first = column[at]
    if len(first.cells) < 3 or first.table is not None:
        return at, []
    starts = [x for x, _ in first.cells]
    end = at + 1
    whole = 1
    while end < len(column):
        line = column[end]
        step = line.y - column[end - 1].y
        if line.table is not None or step > 3 * line.size:
            break
        if not all(_aligned(x, starts, line.size) for x, _ in line.cells):
            break
        if len(line.cells) == 1 and _aligned(line.cells[0][0], starts[:1], line.size):
            break
        whole += len(line.cells) == len(starts)
        end += 1
    return (end, starts) if whole >= 2 else (at, [])


def _aligned(x: float, starts: list[float], size: float) -> bool:
    return any(abs(x - start) <= 0.5 * size for start in starts)


def _placed(line: Text, starts: list[float]) -> list[str]:
    cells = [""] * len(starts)
    for x, words in line.cells:
        at = min(range(len(starts)), key=lambda n: abs(starts[n] - x))
        cells[at] = f"{cells[at]} {words}".strip().replace(SOFT, "-")
    return cells


def joined(columns: list[list[Piece]], starts: set[int], hyphens: Hyphens) -> list[Block]:
    """The blocks of a document: what runs over from one column or page to the next is one.

    `starts` has the numbers of the columns with which a page begins. Notes at the foot of a column
    stand before the paragraph that runs on below them, so that it is not cut in two.
    """
    found: list[Piece] = []
    pending = ""
    for n, column in enumerate(columns):
        if n in starts:
            pending += PAGE
        if not column:
            continue
        head = column[0]
        at = _running_on(found, head) if found else None
        if at is not None:
            piece = found[at]
            piece.words = _over(piece.words, head.words, pending, hyphens)
            piece.full = head.full
            found.append(found.pop(at))
            pending = ""
            found.extend(column[1:])
            continue
        if pending:
            found.append(Piece(Sort.PARAGRAPH, pending))
            pending = ""
        found.extend(column)
    if pending:
        found.append(Piece(Sort.PARAGRAPH, pending))
    return [one.block() for one in found]


def _over(above: str, below: str, pages: str, hyphens: Hyphens) -> str:
    """Two parts of a paragraph as one; a page between them begins with the next whole word."""
    whole = hyphens.join(above, below)
    if not pages:
        return whole
    space = whole.find(" ", len(above) - 1)
    if space < 0:
        return whole + pages
    return f"{whole[:space]} {pages}{whole[space + 1 :]}"


def _running_on(found: list[Piece], head: Piece) -> int | None:
    """Which of the blocks so far goes on in the first one of the next column."""
    at = len(found) - 1
    while at >= 0 and found[at].small:
        at -= 1
    if at < 0 or head.sort is not Sort.PARAGRAPH or head.small:
        return None
    last = found[at]
    if last.sort not in (Sort.PARAGRAPH, Sort.ITEM) or not last.words.strip(PAGE):
        return None
    if abs(last.size - head.size) > 0.1 * head.size or _STOP.search(last.words[-12:]):
        return None
    goes_on = head.words[:1].islower() or last.full or _OPEN.search(last.words[-16:])
    return at if goes_on else None
