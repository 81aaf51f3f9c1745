"""Documents of every format that is read, made from paragraphs, and bad ones of every sort.

Byte for byte the same for the same paragraphs, so that what is made of them can be compared.
"""

from __future__ import annotations

import html
import io
import textwrap
import zipfile
import zlib
from collections.abc import Callable, Sequence
from email.message import EmailMessage
from email.policy import SMTP
from functools import cache
from xml.sax.saxutils import escape

Maker = Callable[[str, Sequence[str]], bytes]
"""From a title and paragraphs to the bytes of a file."""

_DATE = (1980, 1, 1, 0, 0, 0)
"""A ZIP archive holds dates; ours hold always the same."""


def plain(title: str, paragraphs: Sequence[str]) -> bytes:
    """UTF-8, as most are."""
    return "\n\n".join([title, *paragraphs, ""]).encode()


def windows(title: str, paragraphs: Sequence[str]) -> bytes:
    """Windows-1252 with its line ends; what it cannot hold becomes a question mark."""
    text = plain(title, paragraphs).decode().replace("\n", "\r\n")
    return text.encode("cp1252", "replace")


def utf16(title: str, paragraphs: Sequence[str]) -> bytes:
    """UTF-16 with a byte order mark, little end first wherever it is made."""
    return b"\xff\xfe" + plain(title, paragraphs).decode().encode("utf-16-le")


def markdown(title: str, paragraphs: Sequence[str]) -> bytes:
    """With a heading that is marked as one."""
    return "\n\n".join([f"# {title}", *paragraphs, ""]).encode()


def web_page(title: str, paragraphs: Sequence[str]) -> bytes:
    """A page with what pages have around their text: a menu, a foot and a script."""
    body = "\n".join(f"<p>{html.escape(one)}</p>" for one in paragraphs)
    head = f"<title>{html.escape(title)} | Newsroom</title>"
    menu = "<nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/jobs'>Jobs</a></nav>"
    main = f"<main><article><h1>{html.escape(title)}</h1>\n{body}\n</article></main>"
    foot = "<footer>© The publisher. <a href='/cookies'>Cookies</a></footer>"
    script = "<script>window.shown = true;</script>"
    return (
        f"<!DOCTYPE html>\n<html lang='en'><head><meta charset='utf-8'>{head}{script}</head>\n"
        f"<body>{menu}\n{main}\n{foot}</body></html>\n"
    ).encode()


def word(title: str, paragraphs: Sequence[str]) -> bytes:
    """The least a .docx must be."""
    said = "".join(
        f'<w:p><w:r><w:t xml:space="preserve">{escape(" ".join(one.split()))}</w:t></w:r></w:p>'
        for one in (title, *paragraphs)
    )
    return _word(said.encode())


def _word(body: bytes) -> bytes:
    main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    relations = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    sort = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    parts = {
        "[Content_Types].xml": (
            f'<Types xmlns="{types}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{sort}"/></Types>'
        ).encode(),
        "_rels/.rels": (
            f'<Relationships xmlns="{relations}"><Relationship Id="r1" Type="{office}" '
            'Target="word/document.xml"/></Relationships>'
        ).encode(),
        "word/document.xml": (
            f'<w:document xmlns:w="{main}"><w:body>'.encode() + body + b"</w:body></w:document>"
        ),
    }
    return _zipped(parts)


def opendocument(title: str, paragraphs: Sequence[str]) -> bytes:
    """The least an .odt must be; its type comes first and is not packed."""
    office = "urn:oasis:names:tc:opendocument:xmlns:office:1.0"
    text = "urn:oasis:names:tc:opendocument:xmlns:text:1.0"
    manifest = "urn:oasis:names:tc:opendocument:xmlns:manifest:1.0"
    sort = "application/vnd.oasis.opendocument.text"
    said = "".join(f"<text:p>{escape(' '.join(one.split()))}</text:p>" for one in paragraphs)
    parts = {
        "mimetype": sort.encode(),
        "META-INF/manifest.xml": (
            f'<manifest:manifest xmlns:manifest="{manifest}"><manifest:file-entry '
            f'manifest:full-path="/" manifest:media-type="{sort}"/><manifest:file-entry '
            'manifest:full-path="content.xml" manifest:media-type="text/xml"/></manifest:manifest>'
        ).encode(),
        "content.xml": (
            f'<office:document-content xmlns:office="{office}" xmlns:text="{text}" '
            'office:version="1.2"><office:body><office:text>'
            f'<text:h text:outline-level="1">{escape(title)}</text:h>{said}'
            "</office:text></office:body></office:document-content>"
        ).encode(),
    }
    return _zipped(parts)


def _zipped(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, content in parts.items():
            info = zipfile.ZipInfo(name, _DATE)
            info.compress_type = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(info, content)
    return stream.getvalue()


def rich_text(title: str, paragraphs: Sequence[str]) -> bytes:
    """RTF, with what is no ASCII written as its number."""
    said = "\n".join(
        f"{{\\pard {_escaped(' '.join(one.split()))}\\par}}" for one in (title, *paragraphs)
    )
    return f"{{\\rtf1\\ansi\\ansicpg1252\\uc1{{\\fonttbl{{\\f0 Arial;}}}}\n{said}\n}}".encode(
        "ascii"
    )


def _escaped(text: str) -> str:
    def one(sign: str) -> str:
        if sign in "\\{}":
            return f"\\{sign}"
        return sign if sign.isascii() else f"\\u{ord(sign)}?"

    return "".join(map(one, text))


def mail(title: str, paragraphs: Sequence[str]) -> bytes:
    """A mail as it is saved, with its date and its sender."""
    message = EmailMessage(policy=SMTP)
    message["From"] = "Press Office <press@example.org>"
    message["To"] = "editors@example.org"
    message["Subject"] = " ".join(title.split())
    message["Date"] = "Fri, 20 Feb 2026 09:30:00 +0000"
    message["Message-ID"] = f"<{zlib.crc32(title.encode()):08x}@example.org>"
    message.set_content("\n\n".join(paragraphs) + "\n", cte="quoted-printable")
    return message.as_bytes()


def portable(title: str, paragraphs: Sequence[str]) -> bytes:
    """A PDF of as many pages as it takes, in a font that every reader has."""
    lines = [title, ""]
    for one in paragraphs:
        lines += [*textwrap.wrap(" ".join(one.split()), 86), ""]
    return _pdf([_page_of_text(lines[n : n + 48]) for n in range(0, len(lines), 48)])


def _page_of_text(lines: Sequence[str]) -> bytes:
    shown = b"".join(b"(%s) Tj T*\n" % _in_pdf(line) for line in lines)
    return b"BT /F1 11 Tf 14 TL 60 780 Td\n" + shown + b"ET"


def _in_pdf(line: str) -> bytes:
    coded = line.encode("cp1252", "replace")
    return coded.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")


def scan() -> bytes:
    """A PDF with a picture of a page and not one letter, as a scanner makes it."""
    return _pdf([b"q 595 0 0 842 0 0 cm BI /W 8 /H 8 /CS /G /BPC 8 ID " + bytes(64) + b" EI Q"])


def _pdf(contents: Sequence[bytes]) -> bytes:
    count = len(contents)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    font = "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>"
    bodies = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>".encode(),
        font.encode(),
    ]
    for n, content in enumerate(contents):
        bodies += [
            (
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] "
                f"/Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * n} 0 R >>"
            ).encode(),
            b"<< /Length %d >>\nstream\n%s\nendstream" % (len(content), content),
        ]
    made = bytearray(b"%PDF-1.4\n")
    places = []
    for n, body in enumerate(bodies, 1):
        places.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (n, body)
    table = len(made)
    made += b"xref\n0 %d\n0000000000 65535 f \n" % (len(bodies) + 1)
    made += b"".join(b"%010d 00000 n \n" % place for place in places)
    made += b"trailer\n<< /Size %d /Root 1 0 R >>\nstartxref\n" % (len(bodies) + 1)
    return bytes(made + b"%d\n%%%%EOF\n" % table)


@cache
def bomb() -> bytes:
    """A Word document of some kilobytes that swells to hundreds of megabytes."""
    return _word(b"<w:p/>" * 20_000_000)


MAKERS: dict[str, Maker] = {
    ".txt": plain,
    ".md": markdown,
    ".html": web_page,
    ".pdf": portable,
    ".docx": word,
    ".odt": opendocument,
    ".rtf": rich_text,
    ".eml": mail,
}
"""How the files of each suffix are made."""
