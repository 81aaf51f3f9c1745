"""What the network and its servers may do, and what is said and kept of it."""

from __future__ import annotations

import gzip
import os
import socket
import struct
import threading
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from commitrack import __version__
from commitrack.model.errors import BadInput, CommitrackError, NotFound, Unreachable
from commitrack.sources.connecting import Limits
from commitrack.sources.fetching import fetch
from tests.sources.serving import (
    CERTIFICATE,
    Site,
    redirect,
    response,
    serving,
)

TEXT = "We will publish a plan – soon.\n".encode()
QUICK = Limits(connect=5, read=5, whole=5, size=100_000)


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in list(os.environ):
        if name.lower().endswith("_proxy"):
            monkeypatch.delenv(name)


@pytest.fixture
def site() -> Iterator[Site]:
    with serving() as opened:
        yield opened


def failure(address: str, limits: Limits = QUICK) -> CommitrackError:
    """The one line that an address ends in."""
    with pytest.raises(CommitrackError) as caught:
        fetch(address, limits=limits)
    assert "\n" not in str(caught.value)
    return caught.value


def test_what_an_address_gives_comes_with_how_it_came(site: Site) -> None:
    address = site("/a/letter.txt?x=1", response(TEXT, "200 OK", "Content-Type: text/plain"))
    before = datetime.now(UTC)
    got = fetch(f"{address}#below")
    assert (got.data, got.declared, got.suffix) == (TEXT, "text/plain", ".txt")
    assert (got.fetch.url, got.fetch.final_url) == (address, address)
    assert (got.fetch.redirects, got.fetch.status) == ((), 200)
    assert before <= got.fetch.at <= datetime.now(UTC)


def test_who_asks_says_so_and_sends_nothing_else(site: Site) -> None:
    fetch(site("/", response(TEXT)))
    (request,) = site.requests
    assert f"User-Agent: commitrack/{__version__}\r\n" in request
    assert "Cookie" not in request
    assert "Referer" not in request


def test_redirects_are_followed_told_and_kept(site: Site) -> None:
    last = site("/c.html", response(TEXT))
    middle = site("/b", redirect("/c.html", "308 Permanent Redirect"))
    first = site("/a", redirect(middle, "301 Moved Permanently"))
    told: list[tuple[str, str]] = []
    got = fetch(first, redirected=lambda a, b: told.append((a, b)))
    assert told == [(first, middle), (middle, last)]
    assert got.fetch.redirects == (first, middle)
    assert (got.fetch.url, got.fetch.final_url, got.suffix) == (first, last, ".html")


def test_five_redirects_are_followed_and_no_sixth(site: Site) -> None:
    site("/6", response(TEXT))
    for n in range(6):
        site(f"/{n}", redirect(f"/{n + 1}"))
    assert len(fetch(f"{site.address}/1").fetch.redirects) == 5
    error = failure(f"{site.address}/0")
    assert isinstance(error, BadInput)
    assert "more than 5 times" in str(error)


def test_a_circle_of_redirects_is_told_at_once(site: Site) -> None:
    first = site("/a", redirect("/b"))
    site("/b", redirect("/a"))
    assert f"in a circle: {first} → {site.address}/b → {first}" in str(failure(first))
    assert len(site.requests) == 2


@pytest.mark.parametrize(
    ("to", "said"),
    [
        ("file:///etc/passwd", "only http and https"),
        ("ftp://example.org/a", "only http and https"),
        ("javascript:alert(1)", "only http and https"),
        ("http://ann:secret@example.org/", "user name or a password"),
        ("http://:80/a", "names no host"),
    ],
)
def test_a_redirect_to_elsewhere_is_not_followed(site: Site, to: str, said: str) -> None:
    address = site("/a", redirect(to))
    error = str(failure(address))
    assert said in error
    assert error.startswith(address)
    assert "secret" not in error


def test_from_https_nobody_is_sent_to_http(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    with serving(tls=True) as secure:
        there = site("/", response(TEXT))
        assert "from https to http" in str(failure(secure("/a", redirect(there))))
        assert site.requests == []
        up = site("/up", redirect(secure("/b", response(TEXT))))
        assert fetch(up).fetch.final_url == f"{secure.address}/b"


def test_a_certificate_that_nobody_vouches_for_is_told_plainly() -> None:
    with serving(tls=True) as secure:
        error = failure(secure("/", response(TEXT)))
    assert isinstance(error, Unreachable)
    assert "its certificate is not good (self" in str(error)


def test_https_where_only_http_is_spoken_is_told_plainly(site: Site) -> None:
    address = site("/", response(TEXT)).replace("http:", "https:")
    assert "does not answer with TLS" in str(failure(address))


@pytest.mark.parametrize(
    ("status", "kind", "said"),
    [
        ("404 Not Found", NotFound, "does not exist: the server says 404 Not Found"),
        ("410 Gone", NotFound, "410 Gone"),
        ("401 Unauthorized", Unreachable, "save it and add the file"),
        ("403 Forbidden", Unreachable, "not open to everybody (403 Forbidden)"),
        ("429 Too Many Requests", Unreachable, "try again later"),
        ("500 Internal Server Error", Unreachable, "the server says 500 Internal Server Error"),
        ("503 \x1b[31mNo", Unreachable, "try again later"),
        ("204 No Content", Unreachable, "was not given: the server says 204"),
        ("302 Found", Unreachable, "302"),
    ],
)
def test_an_answer_that_is_none_is_one_line(
    site: Site, status: str, kind: type[CommitrackError], said: str
) -> None:
    error = failure(site("/a", response(b"<h1>No</h1>", status)))
    assert type(error) is kind
    assert said in str(error)
    assert "\x1b" not in str(error)


def _drip(connection: socket.socket, over: threading.Event, head: bytes) -> None:
    connection.sendall(head)
    while not over.wait(0.002):
        connection.sendall(b"x")


def test_a_server_that_drips_its_body_does_not_hold_us(site: Site) -> None:
    head = response(b"", length=1_000_000_00)
    slow = site("/", lambda to, over: _drip(to, over, b"HTTP/1.1 200 OK\r\n\r\n"))
    assert "not come in whole after 0.2 seconds" in str(failure(slow, replace(QUICK, whole=0.2)))
    counted = site("/n", lambda to, over: _drip(to, over, head))
    wide = replace(QUICK, whole=0.2, size=10**9)
    assert "not come in whole after 0.2 seconds" in str(failure(counted, wide))


def test_a_server_that_drips_its_head_does_not_hold_us(site: Site) -> None:
    slow = site("/", lambda to, over: _drip(to, over, b"HTTP/1.1 200 OK\r\nX-Long: "))
    assert "not come in whole after 0.2 seconds" in str(failure(slow, replace(QUICK, whole=0.2)))


def test_a_server_that_says_nothing_is_left(site: Site) -> None:
    def wait(_to: socket.socket, over: threading.Event) -> None:
        over.wait()

    silent = site("/", wait)
    error = failure(silent, replace(QUICK, read=0.1))
    assert "did not answer within 0.1 seconds" in str(error)


def test_a_server_that_never_shakes_hands_is_left() -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:  # it listens and never accepts
        address = f"https://127.0.0.1:{silent.getsockname()[1]}/"
        error = failure(address, replace(QUICK, connect=0.1))
    assert "did not answer within 0.1 seconds" in str(error)


def test_an_endless_body_is_cut_off(site: Site) -> None:
    def pour(to: socket.socket, over: threading.Event) -> None:
        to.sendall(b"HTTP/1.1 200 OK\r\n\r\n")
        while not over.is_set():
            to.sendall(b"word " * 1000)

    assert "longer than 0.1 MB" in str(failure(site("/", pour)))


def test_a_body_announced_too_long_is_not_even_begun(site: Site) -> None:
    announced = site("/", response(TEXT, length=100_001))
    assert "longer than 0.1 MB" in str(failure(announced))


def test_what_is_packed_for_the_way_is_unpacked(site: Site) -> None:
    for coding in ("gzip", "X-GZIP"):
        packed = response(gzip.compress(TEXT), "200 OK", f"Content-Encoding: {coding}")
        assert fetch(site("/", packed)).data == TEXT
    twice = gzip.compress(TEXT) + gzip.compress(TEXT)
    packed = response(twice, "200 OK", "Content-Encoding: gzip")
    assert fetch(site("/", packed)).data == TEXT * 2


def test_a_bomb_is_never_unpacked_whole(site: Site) -> None:
    bomb = gzip.compress(bytes(50_000_000))
    address = site("/", response(bomb, "200 OK", "Content-Encoding: gzip"))
    assert len(bomb) < QUICK.size
    assert "longer than 0.1 MB" in str(failure(address))


def test_a_coding_that_was_not_asked_for_is_told(site: Site) -> None:
    address = site("/", response(TEXT, "200 OK", "Content-Encoding: br"))
    assert "packed as br" in str(failure(address))


@pytest.mark.parametrize(
    "answer",
    [
        response(TEXT, length=len(TEXT) + 1),
        response(gzip.compress(TEXT)[:-9], "200 OK", "Content-Encoding: gzip"),
        response(TEXT, "200 OK", "Content-Encoding: gzip"),
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n1f\r\nWe will",
    ],
    ids=["short", "short gzip", "no gzip", "half a chunk"],
)
def test_half_an_answer_is_none(site: Site, answer: bytes) -> None:
    assert "broke off before all of it had come" in str(failure(site("/", answer)))


def test_a_connection_that_is_reset_is_one_line(site: Site) -> None:
    def reset(to: socket.socket, over: threading.Event) -> None:
        to.sendall(response(TEXT, length=10_000))
        to.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))

    assert "broke off before all of it had come" in str(failure(site("/", reset)))


def test_an_answer_that_is_no_http_is_one_line(site: Site) -> None:
    assert "does not answer in HTTP" in str(failure(site("/", b"220 smtp.example.org ready\r\n")))


def test_a_chunked_answer_is_put_together(site: Site) -> None:
    chunks = b"".join(b"%x\r\n%s\r\n" % (len(one), one) for one in (TEXT[:9], TEXT[9:], b""))
    address = site("/", b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + chunks)
    assert fetch(address).data == TEXT


def test_a_closed_port_and_an_unknown_host_are_one_line() -> None:
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        port = closed.getsockname()[1]
    assert "nothing answers there" in str(failure(f"http://127.0.0.1:{port}/"))
    assert "no host is known as nowhere.invalid" in str(failure("http://nowhere.invalid/"))


def test_a_proxy_of_the_environment_is_asked(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    site("http://example.org/a", response(TEXT))
    proxy = site.address.replace("http://", "http://ann:pass@")
    monkeypatch.setenv("http_proxy", proxy)
    assert fetch("http://example.org/a").data == TEXT
    assert "Proxy-Authorization: Basic YW5uOnBhc3M=" in site.requests[0]
    monkeypatch.setenv("http_proxy", "socks5://ann:pass@127.0.0.1:1")
    assert str(failure("http://example.org/a")) == (
        "the proxy socks5://127.0.0.1:1 cannot be used: only http proxies can"
    )
