"""A server on loopback that answers byte for byte what a test tells it to."""

from __future__ import annotations

import contextlib
import socket
import socketserver
import ssl
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

CERTIFICATE = Path(__file__).with_name("loopback.pem")
"""For localhost, made for these tests, with its key; nothing outside them trusts it."""

Answer = bytes | Callable[[socket.socket, threading.Event], None]
"""The bytes to send, or what to do with the connection until the event says that all is over."""


def response(
    body: bytes = b"", status: str = "200 OK", *headers: str, length: int | None = None
) -> bytes:
    """A whole answer over HTTP."""
    head = [f"HTTP/1.1 {status}", f"Content-Length: {len(body) if length is None else length}"]
    return "\r\n".join([*head, *headers, "", ""]).encode("utf-8") + body


def redirect(to: str, status: str = "302 Found") -> bytes:
    """An answer that sends on."""
    return response(b"", status, f"Location: {to}")


class Site:
    """Answers by path, and the requests that came."""

    def __init__(self, port: int, scheme: str = "http") -> None:
        self.answers: dict[str, Answer] = {}
        self.requests: list[str] = []
        self.over = threading.Event()
        self.address = f"{scheme}://127.0.0.1:{port}"

    def __call__(self, path: str, answer: Answer) -> str:
        """Set the answer for a path; its address."""
        self.answers[path] = answer
        return f"{self.address}{path}"


@contextlib.contextmanager
def serving(*, tls: bool = False) -> Iterator[Site]:
    """A site, open for the time of the block."""
    context = None
    if tls:
        context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        context.load_cert_chain(CERTIFICATE)

    class Handler(socketserver.BaseRequestHandler):
        def handle(self) -> None:
            connection: Any = self.request
            with contextlib.suppress(OSError):  # a client may leave when it likes
                if context is not None:
                    connection = context.wrap_socket(connection, server_side=True)
                head = connection.recv(65536)
                while head.startswith(b"GET ") and b"\r\n\r\n" not in head:
                    head += connection.recv(65536)
                site.requests.append(head.decode("latin-1"))
                path = head.decode("latin-1").partition(" ")[2].partition(" ")[0]
                answer = site.answers.get(path, response(b"", "404 Not Found"))
                if callable(answer):
                    answer(connection, site.over)
                else:
                    connection.sendall(answer)
                connection.close()

    class Server(socketserver.ThreadingTCPServer):
        daemon_threads = True
        block_on_close = False
        allow_reuse_address = True

    with Server(("127.0.0.1", 0), Handler) as server:
        site = Site(server.server_address[1], "https" if tls else "http")
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), daemon=True)
        thread.start()
        try:
            yield site
        finally:
            site.over.set()
            server.shutdown()
            thread.join()


def without_proxies(environment: dict[str, str]) -> dict[str, str]:
    """An environment in which loopback is asked directly."""
    return {k: v for k, v in environment.items() if not k.lower().endswith("_proxy")}
