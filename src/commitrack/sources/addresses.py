"""Addresses: what a URL says, checked before anything is asked of the network."""

from __future__ import annotations

import contextlib
import re
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.sources.understanding import shown

_PORTS = {"http": 80, "https": 443}
_USERINFO = re.compile(r"(?<=://)[^/?#]*@")
_SAFE = "!#$%&'()*+,/:;=?@[]~"
"""Characters of a path or a query that mean something there, the escapes of others included."""


@dataclass(frozen=True, slots=True)
class Address:
    """A web address, in the one form in which it is asked for and put on record."""

    scheme: str
    host: str
    """In ASCII, as it goes over the wire."""
    port: int
    target: str
    """The path and the query."""

    @property
    def authority(self) -> str:
        """The host, in brackets when it is an IPv6 number, and the port if it is unusual."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    @property
    def secure(self) -> bool:
        """Whether what is asked and answered can be read and changed by nobody between."""
        return self.scheme == "https"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def parse_address(text: str) -> Address:
    """The address that `text` writes; a fragment is left out, since it is never sent.

    Raises `BadInput` for a scheme that is not fetched, for one without a host, and for one with a
    name or a password in it: an address goes on record and into messages, where neither belongs.
    """
    name = shown(without_secrets(text))
    try:
        parts = urlsplit(text.strip())
        port = parts.port
        host = (parts.hostname or "").encode("idna" if not _is_number(parts.hostname) else "ascii")
    except (ValueError, UnicodeError):
        raise BadInput(f"{name} is not a web address") from None
    if parts.scheme not in _PORTS:
        raise BadInput(f"{name} is not fetched: only http and https addresses are")
    if parts.username is not None or parts.password is not None:
        raise secrets_in(text)
    if not host or re.search(rb"[^\w.:-]", host):
        raise BadInput(f"{name} names no host")
    query = f"?{quote(parts.query, _SAFE)}" if parts.query else ""
    return Address(
        parts.scheme,
        host.decode("ascii").lower(),
        _PORTS[parts.scheme] if port is None else port,
        f"{quote(parts.path, _SAFE) or '/'}{query}",
    )


def _is_number(host: str | None) -> bool:
    return host is not None and ":" in host


def resolve(base: Address, location: str) -> Address:
    """The address that a redirect from `base` leads to; `BadInput` as `parse_address`."""
    # Servers send bytes that are no ASCII as they are; the header's reader took them for Latin-1.
    with contextlib.suppress(UnicodeError):
        location = location.encode("latin-1").decode("utf-8")
    try:
        joined = urljoin(str(base), clean_line(location))
    except ValueError:
        raise BadInput(f"{shown(clean_line(location))} is not a web address") from None
    return parse_address(joined)


def secrets_in(address: str) -> BadInput:
    """What is said of an address with a name or a password in it, without repeating either."""
    return BadInput(
        f"{shown(without_secrets(address))} was given with a user name or a password, which would "
        "go on record: save the page and add the file"
    )


def without_secrets(text: str) -> str:
    """An address for messages: without the name and the password somebody wrote into it."""
    return _USERINFO.sub("", text)
