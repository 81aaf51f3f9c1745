"""Taking the bytes of any source, before anybody has understood them."""

from __future__ import annotations

import hashlib
import io
from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import BinaryIO

from commitrack.sources.document import Document, Fetch
from commitrack.sources.places import is_address
from commitrack.sources.reading import read_bytes, suffix_of
from commitrack.sources.understanding import STDIN, storable, understand


@dataclass(frozen=True, slots=True)
class Taken:
    """The bytes of a source and their hash: plain values, which another process can understand."""

    source: str
    """As it goes on record: a path, an address as it was asked for, or ``-``."""
    sha256: str
    size: int
    data: bytes | None
    """None for a file: it is read again where it is understood, so that nobody carries it about."""
    suffix: str = ""
    declared: str | None = None
    fetch: Fetch | None = None


def take(
    source: str,
    stdin: BinaryIO,
    redirected: Callable[[str, str], None] = lambda _from, _to: None,
) -> Taken:
    """Read or fetch the bytes of a path, an address or standard input.

    Raises as `read` and `fetching.fetch` do. `redirected` is called for each redirect.
    """
    if is_address(source):
        from commitrack.sources.fetching import fetch

        got = fetch(source, redirected=redirected)
        return Taken(
            storable(got.fetch.url),
            hashlib.sha256(got.data).hexdigest(),
            len(got.data),
            got.data,
            got.suffix,
            got.declared,
            got.fetch,
        )
    data = read_bytes(source, stdin)
    return Taken(
        source,
        hashlib.sha256(data).hexdigest(),
        len(data),
        data if source == STDIN else None,
        suffix_of(source),
    )


def understand_taken(taken: Taken) -> Document:
    """The document that was taken; raises as `understand`, and as `read` for a file that went."""
    data = read_bytes(taken.source, io.BytesIO()) if taken.data is None else taken.data
    document = understand(data, source=taken.source, suffix=taken.suffix, declared=taken.declared)
    return replace(document, fetch=taken.fetch)
