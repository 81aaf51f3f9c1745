"""A statement's text as it came in, before anybody has read it."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass

from commitrack.model.cleaning import clean_line

MARKDOWN = "text/markdown"
PLAIN = "text/plain"

_HEADING = re.compile(r"^ {0,3}#{1,6}[ \t]+(?P<words>.+?)(?:[ \t]+#+)?[ \t]*\r?$", re.MULTILINE)
_HEADING_WITHIN = 4000
"""Code points in which a document's heading is looked for; a title stands at the beginning."""


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
