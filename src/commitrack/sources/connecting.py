"""One question over the network: a connection, its limits of time, and the answer's head."""

from __future__ import annotations

import base64
import contextlib
import http.client
import socket
import ssl
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from urllib.parse import unquote, urlsplit
from urllib.request import getproxies, proxy_bypass

from commitrack import __version__
from commitrack.model.errors import Unreachable
from commitrack.sources.addresses import Address, without_secrets

HEADERS = {
    "User-Agent": f"commitrack/{__version__}",
    "Accept": "text/html, text/plain, text/markdown, application/pdf, */*;q=0.5",
    "Accept-Encoding": "gzip",
    "Connection": "close",
}


@dataclass(frozen=True, slots=True)
class Limits:
    """How long and how much is waited for, in seconds and bytes."""

    connect: float = 10.0
    """Until a host has taken the connection."""
    read: float = 20.0
    """Between two pieces of the answer."""
    whole: float = 120.0
    """For all of it, every redirect included: a server that drips does not hold us for ever."""
    size: int = 64_000_000
    """Of what came, after it was unpacked."""


class Watch:
    """Ends whatever connection is open when the time for the whole is over.

    The limits of a socket are for one step each; only from outside can all the steps together be
    bounded, since a server may send the head of its answer one letter at a time.
    """

    def __init__(self, seconds: float) -> None:
        self.seconds = seconds
        self.expired = False
        self._end = time.monotonic() + seconds
        self._lock = threading.Lock()
        self._socket: socket.socket | None = None
        self._timer = threading.Timer(seconds, self._expire)
        self._timer.daemon = True

    def __enter__(self) -> Watch:
        self._timer.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._timer.cancel()
        self.guard(None)

    @property
    def left(self) -> float:
        """The seconds that are left; never quite none, which a socket takes for "do not wait"."""
        return max(0.001, self._end - time.monotonic())

    def guard(self, opened: socket.socket | None) -> None:
        """Watch over this connection from now on; none when it is over."""
        with self._lock:
            self._socket = opened
            if self.expired:
                self._cut()

    def _expire(self) -> None:
        with self._lock:
            self.expired = True
            self._cut()

    def _cut(self) -> None:
        if self._socket is not None:
            with contextlib.suppress(OSError):
                # Not the TLS socket's own, which is not made to be called from another thread.
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)


def too_slow(address: Address, watch: Watch) -> Unreachable:
    """What is said when the whole took too long."""
    return Unreachable(
        f"{address} had not come in whole after {watch.seconds:g} seconds: try again later, or "
        "save it and add the file"
    )


def _words(error: Exception, address: Address, patience: float) -> str:
    match error:
        case ssl.SSLCertVerificationError():
            return (
                f"cannot be trusted: its certificate is not good ({error.verify_message}); "
                "nothing was fetched"
            )
        case ssl.SSLError():
            reason = (error.reason or "no reason given").replace("_", " ").lower()
            return f"does not answer with TLS as https must: {reason}"
        case socket.gaierror():
            return f"cannot be reached: no host is known as {address.host}"
        case TimeoutError():
            return f"did not answer within {patience:g} seconds"
        case http.client.IncompleteRead():
            return "broke off before all of it had come: try again"
        case http.client.HTTPException():
            return f"does not answer in HTTP ({type(error).__name__})"
        case ConnectionRefusedError():
            return "cannot be reached: nothing answers there"
        case ConnectionError():
            return "broke off before all of it had come: try again"
        case OSError():
            return f"cannot be reached: {error.strerror or error}"
    raise TypeError(f"{type(error).__name__} is not an error of a connection")


@contextlib.contextmanager
def asked(address: Address, watch: Watch, limits: Limits) -> Iterator[http.client.HTTPResponse]:
    """Ask for an address: inside, the head of the answer is there and its body waits to be read.

    Whatever goes wrong, in here or inside, is `Unreachable`, in one line.
    """
    patience = min(limits.connect, watch.left)
    connection, target, headers = _way_to(address, patience)
    try:
        connection.connect()
        patience = limits.read
        connection.sock.settimeout(patience)
        watch.guard(connection.sock)
        connection.request("GET", target, headers={**HEADERS, **headers})
        with connection.getresponse() as response:
            yield response
    except (OSError, http.client.HTTPException) as error:
        if watch.expired:
            raise too_slow(address, watch) from None
        raise Unreachable(f"{address} {_words(error, address, patience)}") from None
    finally:
        watch.guard(None)
        connection.close()


def _way_to(
    address: Address, timeout: float
) -> tuple[http.client.HTTPConnection, str, dict[str, str]]:
    """The connection to open, what to ask for on it, and with which further headers.

    Proxies are those of the environment (``https_proxy``, ``no_proxy`` …), as everywhere.
    """
    proxy = None if proxy_bypass(address.host) else getproxies().get(address.scheme)
    host, port = address.host, address.port
    credentials: dict[str, str] = {}
    if proxy:
        host, port, credentials = _proxy(proxy)
    if not address.secure:
        plain = http.client.HTTPConnection(host, port, timeout=timeout)
        return plain, str(address) if proxy else address.target, credentials
    secure = http.client.HTTPSConnection(
        host, port, timeout=timeout, context=ssl.create_default_context()
    )
    if proxy:
        secure.set_tunnel(address.host, address.port, credentials)
    return secure, address.target, {}


def _proxy(written: str) -> tuple[str, int, dict[str, str]]:
    """Host, port and credentials of a proxy, as the environment writes it."""
    parts = urlsplit(written if "://" in written else f"http://{written}")
    if parts.scheme != "http" or not parts.hostname:
        raise Unreachable(
            f"the proxy {without_secrets(written)} cannot be used: only http proxies can"
        )
    headers = {}
    if parts.username is not None:
        pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
        coded = base64.b64encode(pair.encode()).decode("ascii")
        headers["Proxy-Authorization"] = f"Basic {coded}"
    return parts.hostname, parts.port or 80, headers
