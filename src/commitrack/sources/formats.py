"""Telling what a source is: by its first bytes, then by its declared type, then by its name."""

from __future__ import annotations

import re
from enum import StrEnum

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput


class Format(StrEnum):
    """A format that is read. The value is its media type, as it is put on record."""

    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    HTML = "text/html"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"
    MAIL = "message/rfc822"
    OUTLOOK = "application/vnd.ms-outlook"

    @property
    def plain(self) -> bool:
        """Whether the bytes are the text itself, with nothing to parse."""
        return self in (Format.PLAIN, Format.MARKDOWN)


_CALLED = {
    Format.HTML: "a web page",
    Format.PDF: "a PDF",
    Format.DOCX: "a Word document",
    Format.ODT: "an OpenDocument text",
    Format.RTF: "a rich text (RTF) document",
    Format.MAIL: "an e-mail",
    Format.OUTLOOK: "an Outlook message",
}
_BINARY = {Format.PDF, Format.DOCX, Format.ODT, Format.RTF, Format.OUTLOOK}
"""Formats that their first bytes give away: what does not begin so is not one of them."""

_SUFFIXES = {
    **dict.fromkeys(("", ".txt", ".text"), Format.PLAIN),
    **dict.fromkeys((".md", ".markdown"), Format.MARKDOWN),
    **dict.fromkeys((".htm", ".html", ".xhtml", ".xht"), Format.HTML),
    ".pdf": Format.PDF,
    ".docx": Format.DOCX,
    ".odt": Format.ODT,
    ".rtf": Format.RTF,
    **dict.fromkeys((".eml", ".mbox"), Format.MAIL),
    ".msg": Format.OUTLOOK,
}
_DECLARED = {
    **{one.value: one for one in Format},
    "text/x-markdown": Format.MARKDOWN,
    "application/xhtml+xml": Format.HTML,
    "application/x-pdf": Format.PDF,
    "text/rtf": Format.RTF,
    "application/mbox": Format.MAIL,
}
_SAYS_NOTHING = {"application/octet-stream", "binary/octet-stream", "application/x-download", ""}
"""Declared by servers that do not know."""

_SPACE = rb"(?:\xef\xbb\xbf)?\s*"
_HEADER = rb"[\w-]+:[ \t][^\n]*\n(?:[ \t][^\n]*\n)*"
_SENT = (
    rb"(?:Return-Path|Delivered-To|MIME-Version|Message-ID|DKIM-Signature|Envelope-to|Received-SPF"
    rb"|ARC-[\w-]+|X-[\w-]+|Authentication-Results):"
)
"""Headers that programs write. A letter may begin "From:" and "Date:" too, or "Received:"."""
_SIGNS: tuple[tuple[re.Pattern[bytes], Format], ...] = tuple(
    (re.compile(pattern, re.DOTALL | re.IGNORECASE), form)
    for pattern, form in (
        (_SPACE + rb"%PDF-", Format.PDF),
        (_SPACE + rb"\{\\rtf", Format.RTF),
        (rb"PK\x03\x04.{26,60}?mimetypeapplication/vnd\.oasis\.opendocument\.text", Format.ODT),
        (
            _SPACE + rb"(?:<\?xml[^>]{0,100}>\s*)?(?:<!--(?:(?!-->).){0,400}-->\s*){0,9}"
            rb"<(?:!doctype\s+html|html)\b",
            Format.HTML,
        ),
        (rb"(?=" + _HEADER + _HEADER + rb")(?:" + _HEADER + rb"){0,40}?" + _SENT, Format.MAIL),
        (
            rb"From \S+ +[A-Z][a-z]{2} [A-Z][a-z]{2} [ \d]\d \d\d:\d\d[^\n]*\n" + _HEADER,
            Format.MAIL,
        ),
    )
)
"""How the formats begin that are read. The first that matches names it."""

_ZIP = b"PK\x03\x04"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"

_PICTURE = "a picture"
_ARCHIVE = "a compressed archive"
_FILM = "a sound or a film"
_SHEET = "a spreadsheet"
_SLIDES = "a presentation"
_OLD_WORD = "an old Word document (.doc)"
_LOCKED = "an office document that is locked with a password"
_OFFICE = "an office document"
_TABLE = "a table"

_REFUSED_SIGNS: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), name)
    for pattern, name in (
        (rb"\x89PNG\r\n|\xff\xd8\xff|GIF8[79]a|II\*\x00|MM\x00\*", _PICTURE),
        (rb"RIFF.{4}WEBP|\x00.{3}ftyp(?:heic|heix|avif|mif1)|BM.{4}\x00{4}", _PICTURE),
        (rb"\x1f\x8b|BZh\d1AY|\xfd7zXZ|7z\xbc\xaf\x27\x1c|Rar!\x1a\x07|\x28\xb5\x2f\xfd", _ARCHIVE),
        (rb"SQLite format 3\x00", "a SQLite database"),
        (rb"\x7fELF|MZ.{0,62}\x00|\xcf\xfa\xed\xfe|\xca\xfe\xba\xbe", "a program"),
        (rb"ID3[\x02-\x04]|OggS\x00|fLaC\x00|RIFF.{4}(?:WAVE|AVI )", _FILM),
        (rb"\x00.{3}ftyp|\x1a\x45\xdf\xa3", _FILM),
    )
)
"""The first that matches names it. None of them is how a text begins."""

_IN_ZIP = (
    (b"xl/workbook.xml", _SHEET),
    (b"ppt/presentation.xml", _SLIDES),
    (b"opendocument.spreadsheet", _SHEET),
    (b"opendocument.presentation", _SLIDES),
    (b"[Content_Types].xml", _OFFICE),
)
_IN_COMPOUND = (
    ("EncryptedPackage", _LOCKED),
    ("WordDocument", _OLD_WORD),
    ("Workbook", _SHEET),
    ("PowerPoint Document", _SLIDES),
)

_SAVE_AS_TEXT = "save it as plain text (.txt) and add that"
_COPY_OUT = "copy the part that promises something into a .txt file and add that"
_WAYS_OUT = {
    _PICTURE: "type out what it says, in a .txt file, and add that",
    _FILM: "type out what is said in it, in a .txt file, and add that",
    _ARCHIVE: "unpack it and add the texts in it",
    "a SQLite database": "give a store with --store, and a statement's text here",
    _SHEET: _COPY_OUT,
    _SLIDES: "save it as PDF and add that",
    _TABLE: _COPY_OUT,
    _OLD_WORD: "open it and save it as .docx or .odt, and add that",
    _LOCKED: "save it without the password and add that",
}

_REFUSED_SUFFIXES = {
    **dict.fromkeys((".doc", ".dot"), _OLD_WORD),
    **dict.fromkeys((".ppt", ".pptx", ".odp", ".key"), _SLIDES),
    **dict.fromkeys((".xls", ".xlsx", ".ods", ".numbers"), _SHEET),
    **dict.fromkeys((".csv", ".tsv"), _TABLE),
    **dict.fromkeys((".pages", ".wpd", ".wps"), _OFFICE),
    **dict.fromkeys((".mht", ".mhtml"), "a web page in a mail's clothes (MHTML)"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff"), _PICTURE),
    **dict.fromkeys((".zip", ".gz", ".xz", ".bz2", ".7z", ".tar"), _ARCHIVE),
    **dict.fromkeys((".mp3", ".wav", ".mp4", ".mov", ".mkv"), _FILM),
}

SUFFIXES = tuple(one for one in _SUFFIXES if one)
"""The suffixes of the files that are read."""

_HEAD_BYTES = 4096


def choose(data: bytes, suffix: str, declared: str | None) -> Format:
    """The format to read `data` as; `BadInput` ("is …") for what is not read.

    The first bytes decide when they can; else what a server declared; else the suffix.
    """
    begun = sniff(data)
    if begun is not None:
        return begun
    said = _by_declaration(declared, suffix) or _by_suffix(suffix)
    if said in _BINARY and data:
        raise BadInput(
            f"is not {_CALLED[said]}, though it is called one: "
            "if it is plain text, name it .txt; else get the file anew"
        )
    return said


def sniff(data: bytes) -> Format | None:
    """What the bytes say they are; None when they could be any text; `BadInput` when they are
    something that is not read.
    """
    head = data[:_HEAD_BYTES]
    for sign, form in _SIGNS:
        if sign.match(head):
            return form
    for refused, name in _REFUSED_SIGNS:
        if refused.match(head):
            raise _refused(name)
    if head.startswith((_ZIP, b"PK\x05\x06")):
        if b"word/document.xml" in data:
            return Format.DOCX
        inside = (name for sign, name in _IN_ZIP if sign in data)
        raise _refused(next(inside, _ARCHIVE))
    if head.startswith(_COMPOUND):
        if "__properties_version1.0".encode("utf-16-le") in data:
            return Format.OUTLOOK
        within = (name for sign, name in _IN_COMPOUND if sign.encode("utf-16-le") in data)
        raise _refused(next(within, _OFFICE))
    return None


def _by_declaration(declared: str | None, suffix: str) -> Format | None:
    """The format by a media type, such as ``text/html; charset=utf-8``.

    Markdown has a type of its own that few servers know: they call it plain text.
    """
    essence = (declared or "").partition(";")[0].strip().lower()
    if essence in _SAYS_NOTHING:
        return None
    if essence == Format.PLAIN:
        return None if suffix.lower() in (".md", ".markdown") else Format.PLAIN
    if essence in _DECLARED:
        return _DECLARED[essence]
    if essence.startswith("text/"):
        return None  # the suffix may know better, and else it is plain text
    sort = {"image": _PICTURE, "audio": _FILM, "video": _FILM}.get(essence.partition("/")[0])
    raise _refused(sort or f"of the type {clean_line(essence)[:60]}")


def _by_suffix(suffix: str) -> Format:
    known = _SUFFIXES.get(suffix.lower())
    if known is not None:
        return known
    name = _REFUSED_SUFFIXES.get(suffix.lower())
    if name is not None:
        raise _refused(name)
    raise BadInput(
        f"ends in {clean_line(suffix)}, which is not read: only {', '.join(SUFFIXES)}; "
        "if it is plain text, pipe it into -"
    )


def require_readable(suffix: str) -> Format:
    """The format a suffix promises; `BadInput` for one that is not read, before anything is."""
    return _by_suffix(suffix)


def _refused(name: str) -> BadInput:
    return BadInput(f"is {name}, which is not read: {_WAYS_OUT.get(name, _SAVE_AS_TEXT)}")
