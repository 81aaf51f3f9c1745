"""Files of views: read and judged, or written whole, for the command line and the terminal UI."""

from __future__ import annotations

import sys
from collections.abc import Iterable
from pathlib import Path

from commitrack.homes import at_home
from commitrack.model.encodings import no_utf8
from commitrack.model.errors import BadInput, NotFound
from commitrack.outputs import written
from commitrack.query import QueryError, SavedView
from commitrack.query.sharing import read
from commitrack.query.sharing import written as as_text

_LARGEST = 1_000_000
"""Bytes of a file of views; a thousand of the longest queries are fewer."""


def read_views(file: str) -> tuple[SavedView, ...]:
    """The views in a file ("-": standard input); an error names the file, and the line in it."""
    try:
        return read(_text_of(file))
    except QueryError:
        raise
    except BadInput as error:
        raise BadInput(f"{file or 'FILE'}: {error}") from None


def write_views(path: Path, views: Iterable[SavedView], *, force: bool = False) -> None:
    """Write views to a file, whole or not at all; one that is there is refused unless `force`."""
    text = as_text(views)
    with written(path, force=force) as opened:
        opened.write(text)


def _text_of(file: str) -> str:
    if not file.strip():
        raise BadInput("an empty path names no file")
    try:
        data = sys.stdin.buffer.read(_LARGEST + 1) if file == "-" else _bytes_of(Path(file))
    except FileNotFoundError:
        raise NotFound(f"there is no file {file}") from None
    except (OSError, ValueError) as error:
        raise BadInput(f"cannot be read: {getattr(error, 'strerror', None) or error}") from None
    if len(data) > _LARGEST:
        raise BadInput(f"has more than {_LARGEST:,} bytes, and so is no file of views")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise BadInput(no_utf8(data)) from None


def _bytes_of(path: Path) -> bytes:
    with at_home(path).open("rb") as opened:
        return opened.read(_LARGEST + 1)
