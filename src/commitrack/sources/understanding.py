"""From bytes to a document: the format is told, and what it holds is read."""

from __future__ import annotations

import hashlib
from dataclasses import replace

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.sources import formats
from commitrack.sources.decoding import decode
from commitrack.sources.document import Document, document
from commitrack.sources.formats import Format

STDIN = "-"
"""The source that means standard input."""
LIMIT_BYTES = 64_000_000
"""The longest plain text: some ten million words, more than any collection of statements."""
LIMIT_DOCUMENT_BYTES = 256_000_000
"""The longest file of any other format: its pictures count, though only its text is read."""

_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u2060"))
_LONGEST_NAME = 200


def understand(
    data: bytes, *, source: str, suffix: str = "", declared: str | None = None
) -> Document:
    """The document that `data` is.

    `source` is where it came from (a path, an address or ``-``): it is put on record and named in
    messages. `suffix` is that of its name, with the dot; `declared` is the media type that came
    with it, such as a Content-Type header, charset and all. Raises `BadInput`, in one line, for
    what is no statement's text.
    """
    name = shown(source)
    try:
        return _understood(data, storable(source), suffix, declared)
    except BadInput as error:
        raise BadInput(f"{name} {error}") from None


def _understood(data: bytes, source: str, suffix: str, declared: str | None) -> Document:
    form = formats.choose(data, suffix, declared)
    if not data:
        raise BadInput("is empty: there is no statement in it")
    if len(data) > limit(form):
        raise too_long(form)
    made = _plain(data, source, form) if form.plain else _parsed(data, source, form, declared)
    return replace(made, bytes_sha256=hashlib.sha256(data).hexdigest())


def _plain(data: bytes, source: str, form: Format) -> Document:
    decoded = decode(data)
    if not decoded.text.translate(_INVISIBLE).strip():
        raise BadInput("holds nothing but white space: there is no statement in it")
    return document(decoded.text, source, form.value, decoded.encoding)


def _parsed(data: bytes, source: str, form: Format, declared: str | None) -> Document:
    from commitrack.sources.confined import read_confined  # only what is parsed pays for it

    found = read_confined(data, form, declared)
    return replace(
        document(found.text, source, form.value, found.encoding),
        title_hint=found.title,
        pages=found.pages,
        said_on=found.said_on,
        publisher=found.publisher,
        speaker=found.speaker,
    )


def limit(form: Format) -> int:
    """The most bytes that are read of a format."""
    return LIMIT_BYTES if form.plain else LIMIT_DOCUMENT_BYTES


def too_long(form: Format) -> BadInput:
    """What is said of a source with more bytes than are read ("is longer than …")."""
    return BadInput(
        f"is longer than {limit(form) // 1_000_000} MB, which no statement is: "
        "cut out the part that matters and add that"
    )


def shown(source: str) -> str:
    """A source's name for a message: on one line, harmless, and not endless."""
    if source == STDIN:
        return "standard input"
    line = clean_line(source) or repr(source)
    return line if len(line) <= _LONGEST_NAME else f"…{line[-_LONGEST_NAME:]}"


def storable(source: str) -> str:
    """The source as text that any store can hold: bytes that are no UTF-8 are replaced."""
    return source.encode("utf-8", "replace").decode("utf-8")
