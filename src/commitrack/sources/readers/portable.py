"""PDFs: where each character stands, read as an eye would, with the pages kept.

PDFium reads the file. What it gives is characters in places; see `glyphs` for runs, `columns` for
the order of reading, `running` for what is left out, `ruled` for tables, `paragraphs` for the rest.
"""

from __future__ import annotations

import ctypes

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

from commitrack.sources.blocks import Block, lay_out
from commitrack.sources.parsed import Parsed, Unreadable
from commitrack.sources.readers.columns import reading_order
from commitrack.sources.readers.drawn import Line, lines_drawn
from commitrack.sources.readers.glyphs import Glyphs, glyphs
from commitrack.sources.readers.hyphens import Hyphens
from commitrack.sources.readers.paragraphs import Piece, body_size, joined, pieces, texts
from commitrack.sources.readers.ruled import with_tables
from commitrack.sources.readers.running import without_running

_MOST_PAGES = 20_000
_SCAN_LETTERS = 40
"""Characters to a page below which a document of pictures is a scan with a stamp on it."""
_COVERED = 0.5
_MOST_LOOKED_AT = 200
_UNMAPPED_SHARE = 0.3
_NO_TEXT = (
    "has no text layer: it is a scan, or its letters are drawn; run it through text recognition "
    "(OCR) and add what that gives"
)


def parse(data: bytes, _: str | None) -> Parsed:
    """Read a PDF."""
    document = _opened(data)
    pages: list[Glyphs] = []
    drawn: list[list[Line]] = []
    pictures = 0
    count = len(document)
    if count > _MOST_PAGES:
        raise Unreadable(f"has more than {_MOST_PAGES} pages: cut out those that matter")
    for index in range(count):
        try:
            page = document[index]
        except pdfium.PdfiumError:
            pages.append(Glyphs([], 1, 1))  # a page that is damaged still counts as one
            drawn.append([])
            continue
        pages.append(glyphs(page))
        drawn.append(lines_drawn(page))
        pictures += _is_pictured(page)
        page.close()
    _require_text(pages, pictures)
    text, starts = lay_out(_blocks(pages, drawn))
    return Parsed(text, pages=starts)


def _opened(data: bytes) -> pdfium.PdfDocument:
    try:
        return pdfium.PdfDocument(data)
    except pdfium.PdfiumError as error:
        if pdf.FPDF_GetLastError() == pdf.FPDF_ERR_PASSWORD or "assword" in str(error):
            raise Unreadable(
                "is locked with a password: save it without one and add that"
            ) from None
        raise Unreadable(
            "is damaged, or no PDF inside: open it, save it anew and add that"
        ) from None


def _is_pictured(page: pdfium.PdfPage) -> bool:
    """Whether one picture covers most of a page."""
    left, bottom, right, top = page.get_bbox()
    least = _COVERED * (right - left) * (top - bottom)
    for index in range(min(pdf.FPDFPage_CountObjects(page.raw), _MOST_LOOKED_AT)):
        thing = pdf.FPDFPage_GetObject(page.raw, index)
        if pdf.FPDFPageObj_GetType(thing) != pdf.FPDF_PAGEOBJ_IMAGE:
            continue
        sides = [ctypes.c_float() for _ in range(4)]
        if pdf.FPDFPageObj_GetBounds(thing, *sides):
            x0, y0, x1, y1 = (side.value for side in sides)
            if (x1 - x0) * (y1 - y0) >= least:
                return True
    return False


def _require_text(pages: list[Glyphs], pictures: int) -> None:
    letters = sum(page.letters for page in pages)
    if not letters or (2 * pictures > len(pages) and letters < _SCAN_LETTERS * len(pages)):
        raise Unreadable(_NO_TEXT)
    if sum(page.unmapped for page in pages) > _UNMAPPED_SHARE * letters:
        raise Unreadable(
            "does not tell which letters its signs are (its fonts have no character map): "
            "export it anew, or run it through text recognition (OCR)"
        )


def _blocks(pages: list[Glyphs], drawn: list[list[Line]]) -> list[Block]:
    kept = without_running(pages)
    body = body_size(kept)
    hyphens = Hyphens(run.text for runs in kept for run in runs)
    columns: list[list[Piece]] = []
    starts: set[int] = set()
    for runs, lines in zip(kept, drawn, strict=True):
        starts.add(len(columns))
        groups = reading_order(with_tables(runs, lines, hyphens))
        columns.extend(pieces(texts(group), body, hyphens) for group in groups or [[]])
    return joined(columns, starts, hyphens)
