"""From a page of a PDF to runs: stretches of characters that stand together on one line.

A PDF places characters; words, lines and paragraphs are what an eye makes of them. PDFium tells
where every character stands and where it sees a space. Coordinates here grow to the right and
downwards, in points, from the corner of the page as it is read.
"""

from __future__ import annotations

import ctypes
import math
import re
from dataclasses import dataclass, field

import pypdfium2 as pdfium
import pypdfium2.raw as pdf

_TURNED = 0.2
"""Radians by which a character may lean and still be on the page's lines; watermarks lean more."""
_WIDE = 1.0
"""A gap of so many line heights ends a run: the next may be in another column."""
_BACK = 0.6
_SPACE = 0.17
"""A gap of so many line heights is a space, though none is written."""
_SHIFTED = 0.45
"""A foot that is off by so many line heights is another line's."""
_HYPHENS = {0x2, 0xFFFE, 0xAD}
"""What PDFium and typesetters have for a hyphen at the end of a line."""
_SOFT = "\xad"
_UNMAPPED = {0, 0xFFFD}
_SPACES = {9, 32, 0xA0, 0x3000, *range(0x2000, 0x200B)}
_BREAKS = {10, 13}
_NAME_BYTES = 128
_BOLD = re.compile(r"bold|black|heavy|semibold|demi", re.IGNORECASE)
_UNITS = re.compile(r"(?:\b[kcm]?m|\bft|\bCO|\b10|\bx)$")
"""Before a raised number these are units and powers; anything else refers to a note."""


@dataclass(slots=True)
class Run:
    """Characters side by side; ``starts`` has where each begins."""

    text: str
    starts: list[float]
    x0: float
    x1: float
    y: float
    """The foot of its line of type, from the top of the page."""
    size: float
    """The height of its line of type."""
    bold: bool = False
    table: list[list[str]] | None = None
    """For a table that stands in the place of a run: its rows."""


@dataclass(slots=True)
class Glyphs:
    """What a page holds."""

    runs: list[Run]
    width: float
    height: float
    letters: int = 0
    unmapped: int = 0
    """Characters whose letter the file does not tell."""


@dataclass(slots=True)
class _Glyph:
    char: str
    x0: float
    x1: float
    y: float
    size: float
    index: int
    spaced: bool = field(default=False)


def glyphs(page: pdfium.PdfPage) -> Glyphs:
    """Read the characters of a page, in the order in which the file places them."""
    left, bottom, right, top = page.get_bbox()
    text = pdf.FPDFText_LoadPage(page.raw)
    if not text:
        return Glyphs([], right - left, top - bottom)
    try:
        return _read(text, _View(text, left, bottom, right, top))
    finally:
        pdf.FPDFText_ClosePage(text)


class _View:
    """The page as it is read: most of its text runs from left to right."""

    def __init__(self, text: object, left: float, bottom: float, right: float, top: float) -> None:
        self.quarter = _main_turn(text)
        self._box = (left, bottom, right, top)
        self.width, self.height = right - left, top - bottom
        if self.quarter % 2:
            self.width, self.height = self.height, self.width

    def place(self, x: float, y: float) -> tuple[float, float]:
        """A point of the file on the page as read."""
        left, bottom, right, top = self._box
        if self.quarter == 0:
            return x - left, top - y
        if self.quarter == 1:
            return top - y, right - x
        if self.quarter == 2:
            return right - x, y - bottom
        return y - bottom, x - left


def _main_turn(text: object) -> int:
    """By how many quarters, clockwise, most of the text is turned."""
    count = pdf.FPDFText_CountChars(text)
    turns = [0, 0, 0, 0]
    for index in range(0, count, max(1, count // 200)):
        angle = pdf.FPDFText_GetCharAngle(text, index)
        if angle >= 0:
            turns[round(angle / (math.pi / 2)) % 4] += 1
    return turns.index(max(turns))


def _read(text: object, view: _View) -> Glyphs:
    found = Glyphs([], view.width, view.height)
    builder = _Builder(text, found.runs)
    spaced = False
    box = pdf.FS_RECTF()
    at_box = ctypes.pointer(box)
    code_of, box_of = pdf.FPDFText_GetUnicode, pdf.FPDFText_GetLooseCharBox
    place = view.place
    level = -1.0  # the foot of the last character that was found to stand upright
    for index in range(pdf.FPDFText_CountChars(text)):
        code = code_of(text, index)
        if code in _SPACES:
            spaced = True
            continue
        if code in _BREAKS:
            builder.end()
            spaced = False
            continue
        if not box_of(text, index, at_box):
            continue
        xa, ya = place(box.left, box.top)
        xb, yb = place(box.right, box.bottom)
        if xa > xb:
            xa, xb = xb, xa
        if ya > yb:
            ya, yb = yb, ya
        if yb != level:
            if _leans(text, index, view.quarter):
                continue
            level = yb
        if not (-2 <= xa <= view.width + 2 and -2 <= yb <= view.height + 2):
            continue
        found.letters += 1
        if code in _UNMAPPED or 0xE000 <= code <= 0xF8FF:
            found.unmapped += code not in _BULLETS
            code = 0x2022 if code in _BULLETS else code or 0xFFFD
        char = _SOFT if code in _HYPHENS else chr(code) if code < 0x110000 else "\ufffd"
        size = abs(yb - ya)
        builder.add(_Glyph(char, xa, xb, yb, size if size > 1 else 1.0, index, spaced))
        spaced = False
    builder.end()
    return found


def _leans(text: object, index: int, quarter: int) -> bool:
    angle = pdf.FPDFText_GetCharAngle(text, index)
    turned = math.remainder(angle - quarter * math.pi / 2, 2 * math.pi)
    return angle >= 0 and abs(turned) > _TURNED


_BULLETS = {0xF0B7, 0xF0A7, 0xF0D8, 0xF076, 0xF0FC, 0xF06F}
"""Signs of lists in the fonts Symbol and Wingdings, where they have no letter of their own."""


class _Builder:
    """Puts characters together to runs."""

    def __init__(self, text: object, runs: list[Run]) -> None:
        self._text = text
        self._runs = runs
        self._glyphs: list[_Glyph] = []

    def add(self, glyph: _Glyph) -> None:
        """Take the next character: it goes on, or begins a new run."""
        if self._glyphs:
            last = self._glyphs[-1]
            size = max(last.size, glyph.size)
            gap = glyph.x0 - last.x1
            if glyph.x0 == last.x0 and glyph.x1 == last.x1 and glyph.y == last.y:
                pass  # one sign for two letters, such as "fi"
            elif (
                abs(glyph.y - last.y) > _SHIFTED * size or gap > _WIDE * size or gap < -_BACK * size
            ):
                self.end()
            elif gap > _SPACE * size:
                glyph.spaced = True
        self._glyphs.append(glyph)

    def end(self) -> None:
        """End the run."""
        glyphs, self._glyphs = self._glyphs, []
        if not glyphs:
            return
        size = sorted(one.size for one in glyphs)[len(glyphs) // 2]
        baseline = sorted(one.y for one in glyphs)[len(glyphs) // 2]
        chars: list[str] = []
        starts: list[float] = []
        for n, one in enumerate(glyphs):
            if _is_note_mark(glyphs, n, size, baseline):
                continue
            if one.spaced and chars:
                chars.append(" ")
                starts.append(glyphs[n - 1].x1)
            chars.append(one.char)
            starts.extend([one.x0] * len(one.char))
        if not chars:
            return
        text = "".join(chars)
        bold = self._is_bold(glyphs[0].index) and self._is_bold(glyphs[-1].index)
        self._runs.append(Run(text, starts, glyphs[0].x0, glyphs[-1].x1, baseline, size, bold))

    def _is_bold(self, index: int) -> bool:
        if pdf.FPDFText_GetFontWeight(self._text, index) >= 600:
            return True
        name = ctypes.create_string_buffer(_NAME_BYTES)
        flags = ctypes.c_int()
        size = pdf.FPDFText_GetFontInfo(self._text, index, name, _NAME_BYTES, flags)
        return size > 0 and bool(_BOLD.search(name.value.decode("latin-1")))


def _is_note_mark(glyphs: list[_Glyph], at: int, size: float, baseline: float) -> bool:
    """Whether a character is a small raised number that refers to a note."""
    one = glyphs[at]
    if not (one.char.isdigit() and one.size < 0.8 * size and baseline - one.y > 0.15 * size):
        return False
    first = at
    while first and glyphs[first - 1].char.isdigit() and glyphs[first - 1].size < 0.8 * size:
        first -= 1
    before = "".join(each.char for each in glyphs[max(0, first - 4) : first])
    return bool(before) and not _UNITS.search(before)
