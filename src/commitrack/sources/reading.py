"""Reading one source whole, or refusing it in one line before much of it is read."""

from __future__ import annotations

import stat
from difflib import get_close_matches
from itertools import islice
from pathlib import Path
from typing import BinaryIO

from commitrack.model.errors import BadInput, NotFound
from commitrack.sources import formats
from commitrack.sources.document import Document
from commitrack.sources.formats import Format
from commitrack.sources.understanding import (
    STDIN,
    limit,
    shown,
    too_long,
    understand,
)

_NEIGHBOURS = 5000
"""Names in a folder that are looked at for one that was nearly typed."""


def read(source: str, stdin: BinaryIO) -> Document:
    """The document at a path, or on `stdin` when the source is ``-``.

    Raises `NotFound` for a path that does not exist, and `BadInput` for what is no statement's
    text: a folder, a pipe or device, an empty file, a format that is not read, more than the
    limit of its format, and for a file that may not be read.
    """
    return understand(read_bytes(source, stdin), source=source, suffix=suffix_of(source))


def suffix_of(source: str) -> str:
    """The suffix of a path, with the dot; "" for standard input."""
    return "" if source == STDIN else Path(source).suffix


def read_bytes(source: str, stdin: BinaryIO) -> bytes:
    """The bytes at a path, or on `stdin` when the source is ``-``, not yet understood.

    Raises as `read` does for what cannot be read, and for a suffix or a size that is not.
    """
    if source == STDIN:
        return _whole(stdin, "standard input")
    name = shown(source)
    if not source:
        raise BadInput("an empty path names no file")
    if "://" in source:
        raise BadInput(f"{name} is an address: only `commitrack add` fetches those")
    return _read_file(source, name)


def _read_file(source: str, name: str) -> bytes:
    path = Path(source)
    try:
        found = path.stat()
        _require_file(found.st_mode, name)
        form = _promised(path.suffix, name)
        if found.st_size > limit(form):
            raise BadInput(f"{name} {too_long(form)}")
        with path.open("rb") as stream:
            return _whole(stream, name, form)
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


def _promised(suffix: str, name: str) -> Format:
    try:
        return formats.require_readable(suffix)
    except BadInput as error:
        raise BadInput(f"{name} {error}") from None


def _require_file(mode: int, name: str) -> None:
    if stat.S_ISDIR(mode):
        raise BadInput(
            f"{name} is a folder: name the files in it, such as {name.rstrip('/')}/*.txt"
        )
    if not stat.S_ISREG(mode):
        raise BadInput(f"{name} is a pipe or a device, not a file: pipe the text into -")


def _whole(stream: BinaryIO, name: str, form: Format | None = None) -> bytes:
    """Everything in the stream, but never more than the limit of its format and one chunk."""
    parts: list[bytes] = []
    size = 0
    while chunk := stream.read(1 << 16):
        form = form or _begun(chunk)
        size += len(chunk)
        if size > limit(form):
            raise BadInput(f"{name} {too_long(form)}")
        parts.append(chunk)
    return b"".join(parts)


def _begun(head: bytes) -> Format:
    """What a stream without a name seems to be; for its limit only."""
    try:
        return formats.sniff(head) or Format.PLAIN
    except BadInput:
        return Format.DOCX  # an office document whose contents come later, or to be refused later


def _near(path: Path) -> str:
    """A hint at where a link leads, at names nearly typed, or at the folder that is not there."""
    folder = path.parent
    try:
        if path.is_symlink():
            return f": it is a link to {shown(str(path.readlink()))}, and nothing is there"
        if not folder.is_dir():
            return f": there is no folder {shown(str(folder))}"
        names = [one.name for one in islice(folder.iterdir(), _NEIGHBOURS)]
    except OSError:
        return ""
    by_folded = {one.casefold(): one for one in sorted(names)}
    near = get_close_matches(path.name.casefold(), by_folded, 3, 0.7)
    if not near:
        return ""
    return f": did you mean {' or '.join(shown(str(folder / by_folded[one])) for one in near)}?"
