"""Running heads, footers and page numbers: what stands at the edge of page after page."""

from __future__ import annotations

import re
from collections import Counter

from commitrack.sources.readers.columns import lines_of
from commitrack.sources.readers.glyphs import Glyphs, Run

_EDGE = 0.13
"""The part of a page's height, at its top and at its foot, where such lines stand."""
_LINES = 3
"""Lines at each edge that are looked at."""
_GAP = 1.45
"""Line heights between such lines and the text; the text's own lines stand closer."""
_SHARE = 0.4
"""They are on so many of the pages at least; left and right pages may have their own."""
_NUMBER = re.compile(
    r"(?:page|p\.?|[-–—|·])?\s*(?:#+|[ivx]{1,5})(?:\s*(?:of|/|\|)\s*#+)?\s*[-–—|·]?",
    re.IGNORECASE,
)
_SURE_NUMBER = re.compile(
    r"page\s+#+(?:\s*(?:of|/)\s*#+)?|[-–—]\s*#+\s*[-–—]|#+ of #+", re.IGNORECASE
)
_COUNTED = re.compile(r"^(\d{1,4})\b|\b(\d{1,4})$")

Line = tuple[str, list[Run]]
"""An edge of the page, and a line that stands there."""


def without_running(pages: list[Glyphs]) -> list[list[Run]]:
    """The runs of each page without those that only say where one is in the document."""
    edges = [_edge_lines(page) for page in pages]
    counts = Counter(
        sign for page in edges for sign in {(side, _sign(line)) for side, line in page}
    )
    offset = _offset(edges)
    least = max(2, _SHARE * len(pages))
    kept: list[list[Run]] = []
    for index, (page, lines) in enumerate(zip(pages, edges, strict=True)):
        dropped: set[int] = set()
        for side, line in lines:
            words, _ = sign = _sign(line)
            if (
                counts[side, sign] >= least
                or _SURE_NUMBER.fullmatch(words)
                or (len(pages) > 1 and _NUMBER.fullmatch(words))
                or (offset is not None and index + offset in _numbers(line))
            ):
                dropped.update(map(id, line))
        kept.append([run for run in page.runs if id(run) not in dropped])
    return kept


def _edge_lines(page: Glyphs) -> list[Line]:
    """The outermost lines of a page, by edge, that stand apart from its text."""
    lines = lines_of(run for run in page.runs if run.table is None)
    top, foot = _EDGE * page.height, (1 - _EDGE) * page.height
    above = [("top", line) for line in _apart(lines) if line[0].y < top]
    return above + [("foot", line) for line in _apart(lines[::-1]) if line[0].y > foot]


def _apart(lines: list[list[Run]]) -> list[list[Run]]:
    """The first few lines, up to the first gap."""
    for n in range(min(_LINES, len(lines) - 1)):
        size = max(lines[n][0].size, lines[n + 1][0].size)
        if abs(lines[n + 1][0].y - lines[n][0].y) > _GAP * size:
            return lines[: n + 1]
    return lines if len(lines) == 1 else []


def _offset(edges: list[list[Line]]) -> int | None:
    """What to add to a page's place to get the number that is printed on it, if most have one."""
    found = Counter(
        offset
        for index, lines in enumerate(edges)
        for offset in {number - index for _, line in lines for number in _numbers(line)}
    )
    if not found:
        return None
    offset, times = found.most_common(1)[0]
    return offset if times >= max(3, len(edges) / 2) else None


def _words(line: list[Run]) -> str:
    return " ".join(" ".join(run.text.split()) for run in line)


def _numbers(line: list[Run]) -> set[int]:
    """The numbers with which a line begins and ends."""
    return {int(one[1] or one[2]) for one in _COUNTED.finditer(_words(line))}


def _sign(line: list[Run]) -> tuple[str, int]:
    """What a line says but for its numbers, and in what size: a title is no running head."""
    return re.sub(r"\d+", "#", _words(line)).casefold(), round(line[0].size)
