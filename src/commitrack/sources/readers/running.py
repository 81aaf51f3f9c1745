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
_SHARE = 0.4
"""They are on so many of the pages at least; left and right pages may have their own."""
_NUMBER = re.compile(
    r"(?:page|p\.?|[-–—|·])?\s*(?:#+|[ivx]{1,5})(?:\s*(?:of|/|\|)\s*#+)?\s*[-–—|·]?", re.IGNORECASE
)
_SURE_NUMBER = re.compile(
    r"page\s+#+(?:\s*(?:of|/)\s*#+)?|[-–—]\s*#+\s*[-–—]|#+ of #+", re.IGNORECASE
)


def without_running(pages: list[Glyphs]) -> list[list[Run]]:
    """The runs of each page without those that only say where one is in the document."""
    edges = [_edge_lines(page) for page in pages]
    counts = Counter(
        sign for page in edges for sign in {(side, _sign(line)) for side, line in page}
    )
    least = max(2, _SHARE * len(pages))
    kept: list[list[Run]] = []
    for page, lines in zip(pages, edges, strict=True):
        dropped: set[int] = set()
        for side, line in lines:
            sign = _sign(line)
            many = counts[side, sign] >= least
            if many or _SURE_NUMBER.fullmatch(sign) or (len(pages) > 1 and _is_number(sign)):
                dropped.update(map(id, line))
        kept.append([run for run in page.runs if id(run) not in dropped])
    return kept


def _edge_lines(page: Glyphs) -> list[tuple[str, list[Run]]]:
    """The outermost lines of a page, by edge. Where all of a page is edge, it has none."""
    lines = lines_of(run for run in page.runs if run.table is None)
    top, foot = _EDGE * page.height, (1 - _EDGE) * page.height
    found = [("top", line) for line in lines[:_LINES] if line[0].y < top]
    found += [("foot", line) for line in lines[-_LINES:] if line[0].y > foot]
    return found


def _sign(line: list[Run]) -> str:
    words = " ".join(" ".join(run.text.split()) for run in line)
    return re.sub(r"\d+", "#", words).casefold()


def _is_number(sign: str) -> bool:
    return bool(_NUMBER.fullmatch(sign))
