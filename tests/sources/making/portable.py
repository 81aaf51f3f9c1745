"""PDFs, written by hand: characters of Courier, which are all equally wide, in their places.

No library is needed for that, and a test can say to the point where a line stands.
"""

from __future__ import annotations

import textwrap
from collections.abc import Iterable
from dataclasses import dataclass

from tests.sources.making.content import Bullets, Content, Heading, Numbered, Paragraph

WIDTH, HEIGHT = 595.0, 842.0
_MARGIN = 72.0
_SIZE = 10.0
_PITCH = 13.0
_CHARACTER = 0.6


@dataclass(frozen=True)
class Placed:
    """Words at a place, in points from the lower left corner; or a line drawn to (`x1`, `y1`)."""

    x: float
    y: float
    words: str = ""
    size: float = _SIZE
    bold: bool = False
    x1: float | None = None
    y1: float | None = None
    turn: str = "1 0 0 1"


def pdf(content: Content, head: str = "", foot: str = "") -> bytes:
    """The content as a PDF; `head` and `foot` stand on every page, with # for its number."""
    pages: list[list[Placed]] = [[]]
    y = HEIGHT - _MARGIN
    for words, size, indent, gap, drawn in _lines(content):
        y -= gap
        if y < _MARGIN:
            pages.append([])
            y = HEIGHT - _MARGIN
        pages[-1] += [Placed(x, y + dy, "", x1=x1, y1=y + dy1) for x, dy, x1, dy1 in drawn]
        for x, text in words:
            pages[-1].append(Placed(_MARGIN + indent + x, y, text, size, bold=size > _SIZE))
    for n, page in enumerate(pages, 1):
        if head:
            page.insert(0, Placed(_MARGIN, HEIGHT - 40, head.replace("#", str(n))))
        if foot:
            page.append(Placed(_MARGIN, 40, foot.replace("#", str(n))))
    return placed_pdf(pages)


_Drawn = list[tuple[float, float, float, float]]


def _lines(
    content: Content,
) -> Iterable[tuple[list[tuple[float, str]], float, float, float, _Drawn]]:
    """Words with their places, size, indent, distance from the line above, and what is drawn."""
    wide = int((WIDTH - 2 * _MARGIN) / (_SIZE * _CHARACTER))
    for part in content.parts:
        if isinstance(part, Heading):
            yield [(0, part.words)], 16, 0, 30, []
        elif isinstance(part, Paragraph):
            for n, line in enumerate(textwrap.wrap(part.words, wide)):
                yield [(0, line)], _SIZE, 0, _PITCH if n else 2 * _PITCH, []
        elif isinstance(part, Bullets | Numbered):
            for at, item in enumerate(part.items):
                sign = "•" if isinstance(part, Bullets) else f"{at + 1}."
                for n, line in enumerate(textwrap.wrap(item, wide - 6)):
                    gap = _PITCH if n or at else 2 * _PITCH
                    words: list[tuple[float, str]] = [(18, line)]
                    yield ([(0, sign), *words] if not n else words), _SIZE, 18, gap, []
        else:
            yield from _table(part.rows)


def _table(
    rows: tuple[tuple[str, ...], ...],
) -> Iterable[tuple[list[tuple[float, str]], float, float, float, _Drawn]]:
    column = (WIDTH - 2 * _MARGIN) / len(rows[0])
    characters = int(column / (_SIZE * _CHARACTER)) - 1
    edges = [_MARGIN + n * column for n in range(len(rows[0]) + 1)]
    for at, row in enumerate(rows):
        wrapped = [textwrap.wrap(cell, characters) for cell in row]
        height = max(map(len, wrapped))
        for n in range(height):
            drawn: _Drawn = []
            if n == 0:
                drawn.append((edges[0], _PITCH - 2, edges[-1], _PITCH - 2))
            top, low = _PITCH - 2, -3 if n == height - 1 else -2
            drawn += [(x, top, x, low) for x in edges]
            if at == len(rows) - 1 and n == height - 1:
                drawn.append((edges[0], -3, edges[-1], -3))
            cells = [(k * column + 3, cell[n]) for k, cell in enumerate(wrapped) if n < len(cell)]
            yield cells, _SIZE, 0, _PITCH if at or n else 2 * _PITCH, drawn


def placed_pdf(pages: Iterable[Iterable[Placed]], extra: str = "") -> bytes:
    """A PDF with things in their places; `extra` goes into its catalogue."""
    contents = ["\n".join(map(_drawn, page)) for page in pages]
    objects = [
        f"<< /Type /Catalog /Pages 2 0 R {extra}>>",
        f"<< /Type /Pages /Count {len(contents)} /Kids ["
        f"{' '.join(f'{5 + 2 * n} 0 R' for n in range(len(contents)))}] >>",
        *(
            f"<< /Type /Font /Subtype /Type1 /BaseFont /{name} /Encoding /WinAnsiEncoding >>"
            for name in ("Courier", "Courier-Bold")
        ),
    ]
    for n, content in enumerate(contents):
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 {WIDTH} {HEIGHT}]"
            f" /Resources << /Font << /F1 3 0 R /F2 4 0 R >> >> /Contents {6 + 2 * n} 0 R >>"
        )
        size = len(content.encode("cp1252"))
        objects.append(f"<< /Length {size} >>\nstream\n{content}\nendstream")
    return assembled(objects)


def assembled(objects: Iterable[str], trailer: str = "") -> bytes:
    """A PDF of these objects, the first of which is its catalogue."""
    out = bytearray(b"%PDF-1.4\n")
    places = []
    for n, content in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{content}\nendobj\n".encode("cp1252")
    start = len(out)
    out += f"xref\n0 {len(places) + 1}\n0000000000 65535 f \n".encode()
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += (
        f"trailer\n<< /Size {len(places) + 1} /Root 1 0 R {trailer}>>\nstartxref\n{start}\n%%EOF\n"
    ).encode()
    return bytes(out)


def _drawn(one: Placed) -> str:
    if one.x1 is not None:
        return f"0.5 w {one.x:.2f} {one.y:.2f} m {one.x1:.2f} {one.y1:.2f} l S"
    words = one.words.replace("\\", "\\\\").replace("(", "\\(").replace(")", "\\)")
    font = "F2" if one.bold else "F1"
    return f"BT /{font} {one.size} Tf {one.turn} {one.x:.2f} {one.y:.2f} Tm ({words}) Tj ET"
