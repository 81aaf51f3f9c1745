"""Telling by its first bytes, or by its name, what a file is that is not plain text."""

from __future__ import annotations

import re

_PICTURE = "a picture"
_ARCHIVE = "a compressed archive"
_FILM = "a sound or a film"
_OFFICE = "an office document"

_SIGNS: tuple[tuple[re.Pattern[bytes], str], ...] = tuple(
    (re.compile(pattern, re.DOTALL), name)
    for pattern, name in (
        (rb"%PDF-", "a PDF"),
        (rb"PK\x03\x04.{0,200}?(?:word/|\[Content_Types\]|mimetypeapplication/vnd)", _OFFICE),
        (rb"PK(?:\x03\x04|\x05\x06)", "a ZIP archive or an office document"),
        (rb"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", _OFFICE),
        (rb"\{\\rtf\d", "a rich text (RTF) document"),
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

_WAYS_OUT = {
    "a PDF": "copy its text into a .txt file (pdftotext does it) and add that",
    _PICTURE: "type out what it says, in a .txt file, and add that",
    _ARCHIVE: "unpack it and add the texts in it",
    "a SQLite database": "give a store with --store, and a statement's text here",
}
_SAVE_AS_TEXT = "save it as plain text (.txt) and add that"

_KNOWN_SUFFIXES = {
    ".pdf": "a PDF",
    **dict.fromkeys((".doc", ".docx", ".odt", ".pages", ".ppt", ".pptx"), _OFFICE),
    ".rtf": "a rich text (RTF) document",
    **dict.fromkeys((".htm", ".html", ".xhtml", ".mht"), "a web page"),
    **dict.fromkeys((".eml", ".msg"), "an e-mail"),
    **dict.fromkeys((".csv", ".tsv", ".xls", ".xlsx", ".ods"), "a table"),
    **dict.fromkeys((".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff"), _PICTURE),
    **dict.fromkeys((".zip", ".gz", ".xz", ".bz2", ".7z", ".tar"), _ARCHIVE),
}


def sniff(head: bytes) -> str | None:
    """What the first bytes say the data is ("a PDF"); None when they could be text."""
    return next((name for sign, name in _SIGNS if sign.match(head)), None)


def by_suffix(suffix: str) -> str | None:
    """What a file's suffix says it is, if it is a well-known one."""
    return _KNOWN_SUFFIXES.get(suffix.lower())


def way_out(name: str) -> str:
    """What to do with a file of this sort instead."""
    return _WAYS_OUT.get(name, _SAVE_AS_TEXT)
