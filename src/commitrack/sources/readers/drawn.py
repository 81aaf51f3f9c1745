"""The upright and level lines that are drawn on a page of a PDF."""

from __future__ import annotations

import ctypes
from collections.abc import Iterable
from dataclasses import dataclass

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

_THIN = 3.0
_SHORT = 6.0
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


def lines_drawn(page: pdfium.PdfPage) -> list[Line]:
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
