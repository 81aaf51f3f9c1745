"""Word and OpenDocument files: the least that is one of them."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable
from xml.sax.saxutils import escape

from tests.sources.making.content import Bullets, Content, Heading, Numbered, Paragraph

WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
_OPEN = (
    'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'
    ' xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"'
    ' xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"'
    ' xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"'
)
_STYLES = (
    f"<w:styles {WORD}>"
    + "".join(
        f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/></w:style>'
        for n in range(1, 5)
    )
    + '<w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/></w:style>'
    + "</w:styles>"
)
_NUMBERING = (
    f"<w:numbering {WORD}>"
    '<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="bullet"/><w:lvlText w:val="·"/></w:lvl></w:abstractNum>'
    '<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/>'
    '<w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
    '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/>'
    '<w:lvlText w:val="%1.%2)"/></w:lvl></w:abstractNum>'
    '<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num>'
    '<w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>'
    "</w:numbering>"
)


def packed(parts: Iterable[tuple[str, str | bytes]]) -> bytes:
    """A ZIP archive of parts, always the same bytes."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, data in parts:
            info = zipfile.ZipInfo(name)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, data)
    return out.getvalue()


def docx(content: Content) -> bytes:
    """The content as a Word document."""
    return docx_of("".join(map(_word_part, content.parts)))


def docx_of(body: str, **parts: str) -> bytes:
    """A Word document with this inside its body; `parts` are more of its files, by name."""
    files: list[tuple[str, str | bytes]] = [
        ("[Content_Types].xml", "<Types/>"),
        ("word/document.xml", f"<w:document {WORD}><w:body>{body}</w:body></w:document>"),
        ("word/styles.xml", _STYLES),
        ("word/numbering.xml", _NUMBERING),
        ("word/header1.xml", f"<w:hdr {WORD}>{paragraph('A running head')}</w:hdr>"),
    ]
    files += [(f"word/{name}.xml", xml) for name, xml in parts.items()]
    return packed(files)


def paragraph(words: str, properties: str = "") -> str:
    """A paragraph of a Word document."""
    run = f'<w:r><w:t xml:space="preserve">{escape(words)}</w:t></w:r>'
    return f"<w:p><w:pPr>{properties}</w:pPr>{run}</w:p>"


def item(words: str, number: int = 1, level: int = 0) -> str:
    """An item of list 1, which has bullets, or of list 2, which has numbers."""
    return paragraph(
        words, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{number}"/></w:numPr>'
    )


def word_table(rows: Iterable[Iterable[str]]) -> str:
    """A table of a Word document."""
    lines = "".join(
        f"<w:tr>{''.join(f'<w:tc>{paragraph(cell)}</w:tc>' for cell in row)}</w:tr>" for row in rows
    )
    return f"<w:tbl>{lines}</w:tbl>"


def _word_part(part: object) -> str:
    if isinstance(part, Heading):
        return paragraph(part.words, f'<w:pStyle w:val="H{part.level}"/>')
    if isinstance(part, Paragraph):
        return paragraph(part.words)
    if isinstance(part, Bullets | Numbered):
        number = 1 if isinstance(part, Bullets) else 2
        return "".join(item(words, number) for words in part.items)
    return word_table(part.rows)  # type: ignore[attr-defined]


def odt(content: Content) -> bytes:
    """The content as an OpenDocument text."""
    return odt_of("".join(map(_open_part, content.parts)))


def odt_of(body: str) -> bytes:
    """An OpenDocument text with this inside its body."""
    styles = (
        '<text:list-style style:name="L1"><text:list-level-style-bullet text:level="1"/>'
        '</text:list-style><text:list-style style:name="L2"><text:list-level-style-number'
        ' text:level="1" style:num-format="1" style:num-suffix="."/></text:list-style>'
    )
    return packed(
        [
            ("mimetype", "application/vnd.oasis.opendocument.text"),
            (
                "content.xml",
                f"<office:document-content {_OPEN}><office:automatic-styles>{styles}"
                f"</office:automatic-styles><office:body><office:text>{body}</office:text>"
                "</office:body></office:document-content>",
            ),
        ]
    )


def _open_part(part: object) -> str:
    if isinstance(part, Heading):
        return f'<text:h text:outline-level="{part.level}">{escape(part.words)}</text:h>'
    if isinstance(part, Paragraph):
        return f"<text:p>{escape(part.words)}</text:p>"
    if isinstance(part, Bullets | Numbered):
        style = "L1" if isinstance(part, Bullets) else "L2"
        items = "".join(
            f"<text:list-item><text:p>{escape(words)}</text:p></text:list-item>"
            for words in part.items
        )
        return f'<text:list text:style-name="{style}">{items}</text:list>'
    lines = "".join(
        "<table:table-row>"
        + "".join(f"<table:table-cell><text:p>{escape(c)}</text:p></table:table-cell>" for c in row)
        + "</table:table-row>"
        for row in part.rows  # type: ignore[attr-defined]
    )
    return f"<table:table>{lines}</table:table>"
