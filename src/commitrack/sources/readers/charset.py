"""In which encoding a page or a part of a mail is written: what is said, and what it means.

The order is that of the WHATWG Encoding and HTML Standards: byte order mark, header, `<meta>`;
then UTF-8 where it decodes, else Windows-1252.
"""

from __future__ import annotations

import codecs
import re

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_PARAMETER = re.compile(r"charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_META = re.compile(
    rb"<meta\b[^>]{0,400}?charset\s*=\s*[\"']?\s*([\w.:-]+)|<\?xml[^>]{0,200}?encoding=[\"']([\w.-]+)",
    re.IGNORECASE,
)
_META_WITHIN = 4096
_TRUE_NAMES = {
    **dict.fromkeys(("iso8859-1", "ascii", "latin-1", "cp1252"), "windows-1252"),
    "iso8859-9": "windows-1254",
    "iso8859-11": "cp874",
    **dict.fromkeys(("gb2312", "gbk"), "gb18030"),
}
"""Labels that the web uses for a larger set than they name."""
_KNOWN = re.compile(
    r"utf-8|utf-16-[lb]e|windows-125\d|cp\d{3,5}|iso8859-\d+|koi8-[ru]|mac-\w+|gb18030|big5|euc_\w+"
    r"|shift_jis|iso2022_jp"
)
"""Codecs of written text; Python has others, which would turn words into something else."""


def from_header(declared: str | None) -> str | None:
    """The codec that a Content-Type names, such as ``text/html; charset=iso-8859-1``."""
    found = _PARAMETER.search(declared or "")
    return codec(found[1]) if found else None


def codec(label: str) -> str | None:
    """The codec that a label means; None for what names none."""
    try:
        name = codecs.lookup(label.strip().lower()).name
    except (LookupError, ValueError):
        return None
    if name == "utf-16":
        name = "utf-16-le"
    name = _TRUE_NAMES.get(name, name)
    name = name.replace("cp125", "windows-125")
    return name if _KNOWN.fullmatch(name) else None


def decode(data: bytes, declared: str | None) -> tuple[str, str]:
    """The text of a page, and the name of the encoding it was in. No byte is lost silently."""
    for mark, name in _MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, "replace"), name
    said = from_header(declared) or _from_meta(data)
    if said is not None:
        try:
            return data.decode(said), said
        except UnicodeDecodeError:
            pass  # it is not what it says; what it is shows below
    try:
        return data.decode("utf-8"), "utf-8"
    except UnicodeDecodeError:
        if said is not None and said not in ("utf-8", "windows-1252"):
            return data.decode(said, "replace"), said
        return data.decode("windows-1252", "replace"), "windows-1252"


def _from_meta(data: bytes) -> str | None:
    found = _META.search(data, 0, _META_WITHIN)
    if found is None:
        return None
    name = codec((found[1] or found[2]).decode("ascii", "replace"))
    # A page that can be read so far is not in UTF-16, whatever it says.
    return "utf-8" if name is not None and name.startswith("utf-16") else name
