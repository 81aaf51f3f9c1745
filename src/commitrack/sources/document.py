"""A statement's text as it came in, before anybody has read it."""

from __future__ import annotations

import datetime
import hashlib
import re
from bisect import bisect_right
from dataclasses import dataclass

from commitrack.model.cleaning import clean_line

MARKDOWN = "text/markdown"
PLAIN = "text/plain"

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<words>.+?)(?:[ \t]+#+)?[ \t]*\r?$", re.MULTILINE)
_HEADING_WITHIN = 4000
"""Code points in which a document's heading is looked for; a title stands at the beginning."""


@dataclass(frozen=True, slots=True)
class Fetch:
    """How a text came over the network: what was asked for, what answered, and when."""

    url: str
    """The address that was asked for."""
    final_url: str
    """The address that answered, after every redirect."""
    redirects: tuple[str, ...]
    """Each address that sent on to another, in order, the first one asked included."""
    status: int
    """The HTTP status of the answer."""
    at: datetime.datetime
    """When the answer had come in whole, in UTC."""


@dataclass(frozen=True, slots=True)
class Document:
    """The text of a source, exactly as decoded, and what is known of it from the outside."""

    text: str
    """Code points as decoded, without the byte order mark; line ends are left as they are."""
    sha256: str
    """Of the UTF-8 encoding of `text`: the same for the same words, however they were encoded."""
    source: str
    """Where it came from, as the user named it: a path, or ``-``."""
    media_type: str = PLAIN
    encoding: str = "utf-8"
    title_hint: str | None = None
    """A title that the format itself marks as one: the first heading of a Markdown file."""
    bytes_sha256: str = ""
    """Of the bytes as they came in, before anything was decoded; "" when there were none."""
    pages: tuple[int, ...] = ()
    """Where each page begins in `text`, in code points, the first at 0; empty without pages."""
    said_on: datetime.date | None = None
    """The day that the format itself declares, such as the date of a mail."""
    publisher: str | None = None
    """Who the format itself says published it."""
    speaker: str | None = None
    """Who the format itself says wrote it, such as the sender of a mail."""
    fetch: Fetch | None = None
    """How it was fetched; None for what was not."""

    def page_of(self, offset: int) -> int | None:
        """The page, from 1, on which the character at `offset` stands; None without pages."""
        return bisect_right(self.pages, offset) or None


def document(text: str, source: str, media_type: str, encoding: str) -> Document:
    """Put a document together from its decoded text."""
    return Document(
        text=text,
        sha256=hashlib.sha256(text.encode()).hexdigest(),
        source=source,
        media_type=media_type,
        encoding=encoding,
        title_hint=_heading(text) if media_type == MARKDOWN else None,
    )


def _heading(text: str) -> str | None:
    found = _HEADING.search(text, 0, _HEADING_WITHIN)
    return (clean_line(found["words"]) or None) if found else None
