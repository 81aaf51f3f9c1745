"""Tables with rules: the lines that are drawn on a page, and the words between them."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from commitrack.sources.readers.cellgrid import LONGEST_REPEATED
from commitrack.sources.readers.glyphs import Run
from commitrack.sources.readers.hyphens import Hyphens

_THIN = 3.0
_SHORT = 6.0
_NEAR = 3.5
"""Points by which lines may miss each other and still meet."""
_MOST_OBJECTS = 20_000
_MOST_LINES = 3_000


@dataclass(frozen=True, slots=True)
class Line:
    """A drawn line, upright or level."""

    x0: float
    y0: float
    x1: float
    y1: float

    @property
    def upright(self) -> bool:
        """Whether it goes up and down."""
        return self.y1 - self.y0 > self.x1 - self.x0


def lines(page: pdfium.PdfPage) -> list[Line]:
    """The upright and level lines that are drawn on a page, from its top left corner."""
    left, _, _, top = page.get_bbox()
    found: list[Line] = []
    for index in range(min(pdf.FPDFPage_CountObjects(page.raw), _MOST_OBJECTS)):
        thing = pdf.FPDFPage_GetObject(page.raw, index)
        if pdf.FPDFPageObj_GetType(thing) != pdf.FPDF_PAGEOBJ_PATH:
            continue
        sides = [ctypes.c_float() for _ in range(4)]
        if not pdf.FPDFPageObj_GetBounds(thing, *sides):
            continue
        x0, y0, x1, y1 = (side.value for side in sides)
        box = Line(x0 - left, top - y1, x1 - left, top - y0)
        width, height = box.x1 - box.x0, box.y1 - box.y0
        if min(width, height) <= _THIN:
            if max(width, height) >= _SHORT:
                found.append(box)
        elif _is_stroked(thing):
            found.extend(_strokes(thing, left, top))
        if len(found) > _MOST_LINES:
            return []
    return found


def _is_stroked(thing: object) -> bool:
    fill, stroke = ctypes.c_int(), ctypes.c_int()
    return bool(pdf.FPDFPath_GetDrawMode(thing, fill, stroke)) and bool(stroke.value)


def _strokes(path: object, left: float, top: float) -> Iterable[Line]:
    """The straight strokes of a path, such as the sides of a box."""
    matrix = pdf.FS_MATRIX()
    if not pdf.FPDFPageObj_GetMatrix(path, matrix):
        return
    begun: tuple[float, float] | None = None
    here: tuple[float, float] | None = None
    for index in range(min(pdf.FPDFPath_CountSegments(path), _MOST_LINES)):
        segment = pdf.FPDFPath_GetPathSegment(path, index)
        x, y = ctypes.c_float(), ctypes.c_float()
        pdf.FPDFPathSegment_GetPoint(segment, x, y)
        point = (
            matrix.a * x.value + matrix.c * y.value + matrix.e - left,
            top - (matrix.b * x.value + matrix.d * y.value + matrix.f),
        )
        kind = pdf.FPDFPathSegment_GetType(segment)
        if kind == pdf.FPDF_SEGMENT_MOVETO:
            begun = point
        elif kind == pdf.FPDF_SEGMENT_LINETO and here is not None:
            yield from _straight(here, point)
        here = point
        if pdf.FPDFPathSegment_GetClose(segment) and begun is not None:
            yield from _straight(here, begun)
            here = begun


def _straight(a: tuple[float, float], b: tuple[float, float]) -> Iterable[Line]:
    x0, x1 = sorted((a[0], b[0]))
    y0, y1 = sorted((a[1], b[1]))
    if min(x1 - x0, y1 - y0) <= _THIN and max(x1 - x0, y1 - y0) >= _SHORT:
        yield Line(x0, y0, x1, y1)


def with_tables(runs: list[Run], drawn: list[Line], hyphens: Hyphens) -> list[Run]:
    """The runs of a page, those inside a ruled table replaced by one that holds the table."""
    left = runs
    for grid in _grids(drawn):
        inside = [run for run in left if grid.holds(run)]
        table = grid.table(inside, hyphens)
        if table is None:
            continue
        taken = set(map(id, inside))
        size = inside[0].size
        left = [run for run in left if id(run) not in taken]
        left.append(
            Run(
                "",
                [],
                grid.xs[0],
                grid.xs[-1],
                grid.ys[0],
                size,
                table=table,
                height=grid.ys[-1] - grid.ys[0],
            )
        )
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


def _grids(drawn: list[Line]) -> list[_Grid]:
    """The sets of lines that meet and form at least two columns."""
    grids = []
    for group in _meeting(drawn):
        xs = _distinct([(one.x0 + one.x1) / 2 for one in group if one.upright])
        ys = _distinct([(one.y0 + one.y1) / 2 for one in group if not one.upright])
        if len(xs) >= 3 and len(ys) >= 2:
            grids.append(_Grid(xs, ys, [one for one in group if not one.upright]))
    return grids


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
