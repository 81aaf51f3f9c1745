"""Tables with rules: the words between the lines that are drawn on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise

from commitrack.sources.readers.cellgrid import LONGEST_REPEATED
from commitrack.sources.readers.drawn import Line
from commitrack.sources.readers.glyphs import Run
from commitrack.sources.readers.hyphens import Hyphens

_NEAR = 3.5
"""Points by which lines may miss each other and still meet."""
_LEAST_LEVEL_LINES = 3
_FAR = 10_000.0
_FREE = 0.35
"""Line heights between two columns of a table without upright lines."""
_MOST_CELL_LINES = 4
"""Lines to a cell, on average; more are two columns of prose between two rules."""


def with_tables(runs: list[Run], drawn: list[Line], hyphens: Hyphens) -> list[Run]:
    """The runs of a page, those inside a ruled table replaced by one that holds the table."""
    left = runs
    groups = _meeting(drawn)
    grids = [grid for group in groups if (grid := _closed(group)) is not None]
    for grid in (*grids, *_open(groups, runs)):
        inside = [run for run in left if grid.holds(run)]
        table = grid.table(inside, hyphens)
        if table is None:
            continue
        taken = set(map(id, inside))
        left = [run for run in left if id(run) not in taken]
        place = (grid.xs[0], grid.xs[-1], grid.ys[0], inside[0].size)
        left.append(Run("", [], *place, table=table))
    return left


@dataclass(frozen=True, slots=True)
class _Grid:
    xs: list[float]
    ys: list[float]
    level: list[Line]
    """The lines between its rows."""

    def holds(self, run: Run) -> bool:
        """Whether a run stands in it."""
        middle = run.y - run.size / 4
        return (
            run.table is None
            and self.xs[0] - _NEAR <= run.x0
            and run.x1 <= self.xs[-1] + _NEAR
            and self.ys[0] - _NEAR <= middle <= self.ys[-1] + _NEAR
        )

    def table(self, inside: list[Run], hyphens: Hyphens) -> list[list[str]] | None:
        """Its rows, each cell's lines joined; None when less than two cells have words.

        A cell without a line above it is one with the cell there, and says the same.
        """
        firsts = [
            [self._first(row, column) for column in range(len(self.xs) - 1)]
            for row in range(len(self.ys) - 1)
        ]
        cells: dict[tuple[int, int], list[Run]] = {}
        for run in inside:
            at = _between(self.ys, run.y - run.size / 4)
            for part in _split(run, self.xs):
                column = _between(self.xs, part.x0 + 1)
                cells.setdefault((firsts[at][column], column), []).append(part)
        if len({column for _, column in cells}) < 2:
            return None
        said = {place: _cell(parts, hyphens) for place, parts in cells.items()}
        rows = []
        for at, row in enumerate(firsts):
            words = [said.get((first, column), "") for column, first in enumerate(row)]
            if any(said.get((at, column)) for column in range(len(row))):
                rows.append(
                    [
                        one if first == at or len(one) <= LONGEST_REPEATED else ""
                        for one, first in zip(words, row, strict=True)
                    ]
                )
        used = [n for n in range(len(self.xs) - 1) if any(row[n] for row in rows)]
        return [[row[n] for n in used] for row in rows]

    def _first(self, row: int, column: int) -> int:
        """The row in which a cell begins."""
        while row and not self._ruled_above(row, column):
            row -= 1
        return row

    def _ruled_above(self, row: int, column: int) -> bool:
        middle = (self.xs[column] + self.xs[column + 1]) / 2
        y = self.ys[row]
        return any(
            one.x0 <= middle <= one.x1 and abs((one.y0 + one.y1) / 2 - y) <= _NEAR
            for one in self.level
        )


def _split(run: Run, xs: list[float]) -> list[Run]:
    """The parts of a run in the columns that it reaches over."""
    parts: list[Run] = []
    begun = 0
    for edge in xs[1:-1]:
        cut = next((n for n in range(begun, len(run.text)) if run.starts[n] >= edge - 1), None)
        if cut is None or cut == begun:
            continue
        parts.append(_part(run, begun, cut))
        begun = cut
    parts.append(_part(run, begun, len(run.text)))
    return [one for one in parts if one.text.strip()]


def _part(run: Run, start: int, end: int) -> Run:
    x1 = run.x1 if end == len(run.text) else run.starts[end]
    return Run(
        run.text[start:end].strip(), run.starts[start:end], run.starts[start], x1, run.y, run.size
    )


def _cell(parts: list[Run], hyphens: Hyphens) -> str:
    ordered = sorted(parts, key=lambda run: (round(run.y), run.x0))
    words = ""
    for run in ordered:
        words = hyphens.join(words, run.text)
    return words


def _between(edges: list[float], at: float) -> int:
    index = 0
    while index < len(edges) - 2 and at >= edges[index + 1]:
        index += 1
    return index


def _closed(group: list[Line]) -> _Grid | None:
    """The grid of lines that meet, if they form at least two columns."""
    level = [one for one in group if not one.upright]
    xs = _distinct([(one.x0 + one.x1) / 2 for one in group if one.upright])
    ys = _distinct([(one.y0 + one.y1) / 2 for one in level])
    return _Grid(xs, ys, level) if len(xs) >= 3 and len(ys) >= 2 else None


def _open(groups: list[list[Line]], runs: list[Run]) -> Iterator[_Grid]:
    """The grids of tables that have level lines only, one below the other and equally long.

    Their columns are where no word of any row stands.
    """
    stacks: dict[tuple[int, int], list[Line]] = {}
    for group in groups:
        if not any(one.upright for one in group):
            x0, x1 = min(one.x0 for one in group), max(one.x1 for one in group)
            stacks.setdefault((round(x0 / _NEAR), round(x1 / _NEAR)), []).append(
                Line(x0, group[0].y0, x1, group[0].y1)
            )
    for stack in stacks.values():
        ys = _distinct([(one.y0 + one.y1) / 2 for one in stack])
        if len(ys) < _LEAST_LEVEL_LINES:
            continue
        ys = _with_outer_rows(ys, (stack[0].x0, stack[0].x1), runs)
        grid = _Grid([stack[0].x0, stack[0].x1], ys, [Line(-_FAR, y, _FAR, y) for y in ys])
        inside = [run for run in runs if grid.holds(run)]
        edges = _shared(_free(inside, grid.xs), inside, ys)
        if len(edges) > 2 and len(inside) <= _MOST_CELL_LINES * (len(ys) - 1) * (len(edges) - 1):
            yield replace(grid, xs=edges)


def _with_outer_rows(ys: list[float], sides: tuple[float, float], runs: list[Run]) -> list[float]:
    """The lines with the rows outside of them, where a table has lines between its rows only."""
    beside = [run for run in runs if sides[0] - _NEAR <= run.x0 and run.x1 <= sides[1] + _NEAR]
    above = [run for run in beside if 0 < ys[0] - run.y <= run.size]
    below = [run for run in beside if 0 < run.y - ys[-1] <= 1.6 * run.size]
    if len(above) > 1:
        ys = [min(run.y - run.size for run in above), *ys]
    if len(below) > 1:
        foot = max(run.y for run in below)
        further = [run.y for run in beside if foot < run.y <= foot + run.size / 2]
        ys = [*ys, max([foot, *further]) + 1]
    return ys


def _free(inside: list[Run], sides: list[float]) -> list[float]:
    """The two sides of a table, and between them the middles of what no word reaches into."""
    edges = [sides[0]]
    reach = sides[0]
    words = sorted(word for run in inside for word in _words(run))
    for x0, x1, size in words:
        if x0 - reach >= _FREE * size and reach > sides[0]:
            edges.append((reach + x0) / 2)
        reach = max(reach, x1)
    return [*edges, sides[1]]


def _shared(edges: list[float], inside: list[Run], ys: list[float]) -> list[float]:
    """The edges without those behind which only one row has words: its words stand far apart."""
    places = [
        (x0, _between(ys, run.y - run.size / 4)) for run in inside for x0, _, _ in _words(run)
    ]
    kept = edges[:1]
    for edge, following in pairwise(edges[1:]):
        rows = {row for x0, row in places if edge <= x0 < following}
        if len(rows) > 1:
            kept.append(edge)
    return [*kept, edges[-1]]


def _words(run: Run) -> Iterator[tuple[float, float, float]]:
    """From where to where each word of a run reaches, and how large it is."""
    begun = run.x0
    for n, char in enumerate(run.text):
        if char == " " and n + 1 < len(run.text):
            yield begun, run.starts[n], run.size
            begun = run.starts[n + 1]
    yield begun, run.x1, run.size


def _meeting(drawn: list[Line]) -> list[list[Line]]:
    """The lines in groups: those of a group touch one another, directly or through others."""
    groups: list[list[Line]] = []
    waiting = sorted(drawn, key=lambda one: one.y0)
    reach: list[float] = []
    for line in waiting:
        touched = [
            n
            for n, group in enumerate(groups)
            if reach[n] >= line.y0 - _NEAR and any(_touch(line, one) for one in group)
        ]
        if not touched:
            groups.append([line])
            reach.append(line.y1)
            continue
        first = touched[0]
        for n in reversed(touched[1:]):
            groups[first].extend(groups.pop(n))
            reach[first] = max(reach[first], reach.pop(n))
        groups[first].append(line)
        reach[first] = max(reach[first], line.y1)
    return groups


def _touch(a: Line, b: Line) -> bool:
    return (
        a.x0 - _NEAR <= b.x1
        and b.x0 - _NEAR <= a.x1
        and a.y0 - _NEAR <= b.y1
        and b.y0 - _NEAR <= a.y1
    )


def _distinct(places: list[float]) -> list[float]:
    found: list[float] = []
    for place in sorted(places):
        if not found or place - found[-1] > _NEAR:
            found.append(place)
    return found
