"""Files of every suffix that is read, each from one content, and bad ones."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from tests.sources.making import Content, Placed, docx, eml, html, msg, odt, pdf, placed_pdf, rtf
from tests.sources.making.office import docx_of

Maker = Callable[[Content], bytes]
"""From a content to the bytes of a file, always the same."""


def plain(content: Content) -> bytes:
    """UTF-8, as most are."""
    return content.text().encode()


def windows(content: Content) -> bytes:
    """Windows-1252 with its line ends; what it cannot hold becomes a question mark."""
    return content.text().replace("\n", "\r\n").encode("cp1252", "replace")


def utf16(content: Content) -> bytes:
    """UTF-16 with a byte order mark, little end first wherever it is made."""
    return b"\xff\xfe" + content.text().encode("utf-16-le")


def markdown(content: Content) -> bytes:
    """With a heading that is marked as one."""
    return b"# " + plain(content)


def page(content: Content) -> bytes:
    """A page with what pages have around their text: a menu and a foot."""
    menu = "<nav><a href='/'>Home</a> <a href='/news'>News</a> <a href='/jobs'>Jobs</a></nav>"
    foot = "<footer>© The publisher. <a href='/cookies'>Cookies</a></footer>"
    return html(content, around=(f"{menu}<main>", f"</main>{foot}"))


def message(content: Content) -> bytes:
    """An Outlook message."""
    return msg(content.text(), subject=content.title[:60])


MAKERS: dict[str, Maker] = {
    ".txt": plain,
    ".md": markdown,
    ".html": page,
    ".pdf": pdf,
    ".docx": docx,
    ".odt": odt,
    ".rtf": rtf,
    ".eml": eml,
    ".msg": message,
}
"""How the files of each suffix are made."""


def scan() -> bytes:
    """A PDF with a rule drawn on its page and not one letter, as a scanner makes it."""
    return placed_pdf([[Placed(72, 700, x1=500, y1=700)]])


@cache
def bomb() -> bytes:
    """A Word document of some kilobytes that swells to more than a hundred megabytes."""
    return docx_of("<w:p/>" * 20_000_000)
