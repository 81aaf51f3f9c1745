"""Reading one source whole, or refusing it in one line before much of it is read."""

from __future__ import annotations

import stat
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, NotFound
from commitrack.sources import formats
from commitrack.sources.decoding import decode
from commitrack.sources.document import MARKDOWN, PLAIN, Document, document

STDIN = "-"
"""The source that means standard input."""
LIMIT_BYTES = 10_000_000
"""The longest source: some 1.5 million words. A statement is a few thousand."""

_MEDIA_TYPES = {
    "": PLAIN,
    ".txt": PLAIN,
    ".text": PLAIN,
    ".md": MARKDOWN,
    ".markdown": MARKDOWN,
}
_HEAD_BYTES = 512
_INVISIBLE = dict.fromkeys(map(ord, "\ufeff\u200b\u2060"))
_LONGEST_NAME = 200
_NEIGHBOURS = 5000
"""Names in a folder that are looked at for one that was nearly typed."""


def read(source: str, stdin: BinaryIO) -> Document:
    """The document at a path, or on `stdin` when the source is ``-``.

    Raises `NotFound` for a path that does not exist, and `BadInput` for what is no statement's
    text: a folder, a pipe or device, an empty or a binary file, a format that is not plain text,
    more than `LIMIT_BYTES`, and for a file that may not be read.
    """
    if source == STDIN:
        return _document(_whole(stdin, "standard input"), STDIN, PLAIN, "standard input")
    name = _shown(source)
    if not source:
        raise BadInput("an empty path names no file")
    if "://" in source:
        raise BadInput(f"{name} is an address: save the page's text as .txt and add that")
    data, media_type = _read_file(source, name)
    return _document(data, _storable(source), media_type, name)


def _shown(path: str) -> str:
    """A path for a message: on one line, harmless, and not endless."""
    line = clean_line(path) or repr(path)
    return line if len(line) <= _LONGEST_NAME else f"…{line[-_LONGEST_NAME:]}"


def _read_file(source: str, name: str) -> tuple[bytes, str]:
    path = Path(source)
    try:
        found = path.stat()
        _require_file(found.st_mode, name)
        media_type = _media_type(path.suffix.lower(), name)
        if found.st_size > LIMIT_BYTES:
            raise _too_long(name)
        with path.open("rb") as stream:
            return _whole(stream, name), media_type
    except FileNotFoundError:
        raise NotFound(f"{name} does not exist{_near(path)}") from None
    except NotADirectoryError:
        raise NotFound(f"{name} does not exist: part of the path is a file") from None
    except PermissionError:
        raise BadInput(f"{name} may not be read by you: check its permissions") from None
    except ValueError:  # a NUL in a path
        raise BadInput(f"{name} is not a path") from None
    except OSError as error:
        raise BadInput(f"{name} cannot be read: {error.strerror or error}") from None


def _require_file(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise BadInput(
            f"{name} is a folder: name the files in it, such as {name.rstrip('/')}/*.txt"
        )
    if not stat.S_ISREG(mode):
        raise BadInput(f"{name} is a pipe or a device, not a file: pipe the text into -")


def _media_type(suffix: str, name: str) -> str:
    """The media type by the suffix; a suffix of something else is refused unread."""
    if suffix in _MEDIA_TYPES:
        return _MEDIA_TYPES[suffix]
    says = formats.by_suffix(suffix)
    if says is None:
        raise BadInput(
            f"{name}: files that end in {clean_line(suffix)} are not read, only .txt and .md; "
            "if it is plain text, pipe it into -"
        )
    raise _wrong_format(name, says)


def _wrong_format(name: str, what: str) -> BadInput:
    return BadInput(f"{name} is {what}, not plain text: {formats.way_out(what)}")


def _whole(stream: BinaryIO, name: str) -> bytes:
    """Everything in the stream, but never more than the limit and one chunk."""
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(1 << 16):
        size += len(chunk)
        if size > LIMIT_BYTES:
            raise _too_long(name)
        parts.append(chunk)
    return b"".join(parts)


def _document(data: bytes, source: str, media_type: str, name: str) -> Document:
    looks = formats.sniff(data[:_HEAD_BYTES])
    if looks is not None:
        raise _wrong_format(name, looks)
    if not data:
        raise BadInput(f"{name} is empty: there is no statement in it")
    try:
        decoded = decode(data)
    except BadInput as error:
        raise BadInput(f"{name} {error}") from None
    if not decoded.text.translate(_INVISIBLE).strip():
        raise BadInput(f"{name} holds nothing but white space: there is no statement in it")
    return document(decoded.text, source, media_type, decoded.encoding)


def _too_long(name: str) -> BadInput:
    return BadInput(
        f"{name} is longer than {LIMIT_BYTES // 1_000_000} MB, which no statement is: "
        "cut out the part that matters and add that"
    )


def _near(path: Path) -> str:
    """A hint at names that were nearly typed, or at the folder that is not there."""
    folder = path.parent
    try:
        if not folder.is_dir():
            return f": there is no folder {_shown(str(folder))}"
        names = [one.name for one in islice(folder.iterdir(), _NEIGHBOURS)]
    except OSError:
        return ""
    by_folded = {one.casefold(): one for one in sorted(names)}
    near = get_close_matches(path.name.casefold(), by_folded, 3, 0.7)
    if not near:
        return ""
    return f": did you mean {' or '.join(_shown(str(folder / by_folded[one])) for one in near)}?"


def _storable(source: str) -> str:
    """The path as text that any store can hold: bytes that are no UTF-8 are replaced."""
    return source.encode("utf-8", "replace").decode("utf-8")
