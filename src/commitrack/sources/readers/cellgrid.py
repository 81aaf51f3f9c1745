"""Rows of a table whose cells may span: every row gets a cell for every column."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from commitrack.sources.blocks import Block, Sort, one_line, row

LONGEST_REPEATED = 80
"""A cell of at most so many characters that spans rows is said again in each of them."""
_MOST_SPANNED = 200


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell as written."""

    words: str
    across: int = 1
    down: int = 1


def rows(lines: Iterable[list[Cell]]) -> Iterator[Block]:
    """The rows as blocks. A table of one column is no table: its cells are paragraphs."""
    filled = [line for line in _filled(lines) if any(line)]
    if max((len(line) for line in filled), default=0) < 2:
        for line in filled:
            yield Block(Sort.PARAGRAPH, line[0])
        return
    for line in filled:
        yield row(line)


def _filled(lines: Iterable[list[Cell]]) -> Iterator[list[str]]:
    held: dict[int, tuple[int, str]] = {}
    for line in lines:
        cells: list[str] = []
        waiting = iter(line)
        cell = next(waiting, None)
        while cell is not None or len(cells) in held:
            at = len(cells)
            if at in held:
                left, words = held.pop(at)
                cells.append(words)
                if left > 1:
                    held[at] = (left - 1, words)
                continue
            if cell is None:
                break
            words = one_line(cell.words)
            down = min(cell.down, _MOST_SPANNED)
            for n in range(min(max(1, cell.across), _MOST_SPANNED)):
                cells.append("" if n else words)
                if down > 1:
                    said = words if len(words) <= LONGEST_REPEATED and not n else ""
                    held[at + n] = (down - 1, said)
            cell = next(waiting, None)
        yield cells
