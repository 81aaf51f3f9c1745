"""Fetching what lies at a web address: redirects, limits, and a record of how it came."""

from __future__ import annotations

import http.client
import zlib
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime
from http import HTTPStatus
from pathlib import PurePosixPath
from urllib.parse import unquote, urlsplit

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, NotFound, Unreachable
from commitrack.sources.addresses import Address, parse_address, resolve
from commitrack.sources.connecting import Limits, Watch, asked, too_slow
from commitrack.sources.document import Fetch

MOST_REDIRECTS = 5
LIMITS = Limits()
Redirected = Callable[[str, str], None]
"""Called at every redirect with the address that sent on and the one it sent to."""

_SENDS_ON = frozenset({301, 302, 303, 307, 308})
_GONE = frozenset({HTTPStatus.NOT_FOUND, HTTPStatus.GONE})
_CLOSED = frozenset({HTTPStatus.UNAUTHORIZED, HTTPStatus.FORBIDDEN})
_BUSY = frozenset({HTTPStatus.TOO_MANY_REQUESTS, HTTPStatus.SERVICE_UNAVAILABLE})
_CHUNK = 1 << 16


@dataclass(frozen=True, slots=True)
class Fetched:
    """What an address gave."""

    data: bytes
    """As the server keeps it: what was packed for the way (gzip) is unpacked."""
    declared: str | None
    """The Content-Type that came with it."""
    suffix: str
    """The suffix of the last address's path, with the dot."""
    fetch: Fetch


def fetch(
    address: str, *, redirected: Redirected = lambda _from, _to: None, limits: Limits = LIMITS
) -> Fetched:
    """Get what lies at an http or https address, through at most `MOST_REDIRECTS` redirects.

    Raises `BadInput` for an address that is not fetched, a redirect that is not followed (from
    https to http, to another scheme, in a circle) and for more bytes than the limit; `NotFound`
    when the server says there is nothing there; `Unreachable` for everything else that the network
    and its servers do.
    """
    first = here = parse_address(address)
    passed: list[str] = []
    with Watch(limits.whole) as watch:
        while True:
            with asked(here, watch, limits) as response:
                target = response.getheader("Location") if response.status in _SENDS_ON else None
                if target is None:
                    _require_good(here, response)
                    data = _body(here, response, watch, limits)
                    break
            there = _follow(here, target, [*passed, str(here)])
            passed.append(str(here))
            redirected(str(here), str(there))
            here = there
    return Fetched(
        data,
        response.getheader("Content-Type"),
        PurePosixPath(unquote(urlsplit(here.target).path)).suffix,
        Fetch(str(first), str(here), tuple(passed), response.status, datetime.now(UTC)),
    )


def _follow(here: Address, location: str, passed: list[str]) -> Address:
    """Where a redirect leads, if it may be followed."""
    try:
        there = resolve(here, location)
    except BadInput as error:
        raise BadInput(f"{here} sends on to where nobody follows: {error}") from None
    if here.secure and not there.secure:
        raise BadInput(
            f"{here} sends on from https to {there}, which anybody on the way could change; "
            "give that address yourself if you trust it"
        )
    if str(there) in passed:
        raise BadInput(f"{passed[0]} sends on in a circle: {' → '.join([*passed, str(there)])}")
    if len(passed) > MOST_REDIRECTS:
        raise BadInput(f"{passed[0]} sends on more than {MOST_REDIRECTS} times; last to {there}")
    return there


def _require_good(here: Address, response: http.client.HTTPResponse) -> None:
    status = response.status
    if status in (HTTPStatus.OK, HTTPStatus.NON_AUTHORITATIVE_INFORMATION):
        return
    said = f"{status} {clean_line(response.reason)}".strip()
    if status in _GONE:
        raise NotFound(f"{here} does not exist: the server says {said}")
    if status in _CLOSED:
        raise Unreachable(f"{here} is not open to everybody ({said}): save it and add the file")
    if status in _BUSY:
        raise Unreachable(f"{here} cannot be had now ({said}): try again later")
    raise Unreachable(f"{here} was not given: the server says {said}")


def _body(here: Address, response: http.client.HTTPResponse, watch: Watch, limits: Limits) -> bytes:
    announced = response.length
    if announced is not None and announced > limits.size:
        raise _too_long(here, limits)
    coding = (response.getheader("Content-Encoding") or "identity").strip().lower()
    if coding not in ("identity", "gzip", "x-gzip"):
        raise Unreachable(
            f"{here} was sent packed as {clean_line(coding)[:40]}, which was not asked for: "
            "save it and add the file"
        )
    parts: list[bytes] = []
    size = 0
    pieces = _pieces(response, announced)
    for piece in pieces if coding == "identity" else _unpacked(pieces, limits.size):
        size += len(piece)
        if size > limits.size:
            raise _too_long(here, limits)
        parts.append(piece)
    if watch.expired:  # a body without a length just ends when the connection is cut
        raise too_slow(here, watch)
    return b"".join(parts)


def _pieces(response: http.client.HTTPResponse, announced: int | None) -> Iterator[bytes]:
    came = 0
    while piece := response.read(_CHUNK):
        came += len(piece)
        yield piece
    if announced is not None and came < announced:
        raise http.client.IncompleteRead(b"", announced - came)


def _unpacked(pieces: Iterator[bytes], size: int) -> Iterator[bytes]:
    """The pieces unpacked, never more than a little at a time however much they swell."""
    unpacker = zlib.decompressobj(wbits=31)
    try:
        for piece in pieces:
            waiting = piece
            while waiting:
                if unpacker.eof:  # several packets may follow each other
                    unpacker = zlib.decompressobj(wbits=31)
                yield unpacker.decompress(waiting, min(size + 1, 1 << 20))
                waiting = unpacker.unconsumed_tail or unpacker.unused_data
    except zlib.error:
        raise http.client.IncompleteRead(b"") from None
    if not unpacker.eof:
        raise http.client.IncompleteRead(b"")


def _too_long(here: Address, limits: Limits) -> BadInput:
    return BadInput(
        f"{here} is longer than {limits.size / 1_000_000:g} MB, which no statement is: "
        "save the part that matters and add that"
    )
