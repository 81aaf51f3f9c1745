"""The terminal UI in a browser: for whoever has the address, and for nobody else."""

from __future__ import annotations

import asyncio
import re
import signal
import socket
import subprocess
import sys
import urllib.request
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import aiohttp
import pytest
from aiohttp import web

import commitrack
from browser import CHROMIUM, opened
from commitrack.serving.server import HOST, Guarded
from tests.cli.harness import CommandLine

TOKEN = "a-token_that-nobody_guesses"
PAGE = Path(sys.modules[Guarded.__module__].__file__ or "").parent / "page"
LONG = 30.0
"""Seconds after which something hangs."""
_DRAWN = 20_000
"""Bytes of a picture with more on it than a dark screen, which takes a fifth of that."""


@asynccontextmanager
async def served(place: Path) -> AsyncIterator[Guarded]:
    """A server of that store, for as long as the block lasts."""
    command = [sys.executable, "-m", "commitrack", "--store", str(place), "--as", "ann"]
    with socket.create_server((HOST, 0)) as listener:
        server = Guarded(command, "commitrack <b>", listener.getsockname()[1], TOKEN)
        runner = web.AppRunner(await server.application(), shutdown_timeout=1)
        await runner.setup()
        await web.SockSite(runner, listener).start()
        try:
            yield server
        finally:
            await runner.cleanup()


async def test_everything_stands_beneath_the_token_and_nothing_else_tells_it(place: Path) -> None:
    async with served(place) as server, aiohttp.ClientSession() as browser:
        for path in ("", "page/page.js", "page/page.css", "static/js/textual.js"):
            async with browser.get(server.address + path) as found:
                assert found.status == 200
        root = server.address.removesuffix(f"{TOKEN}/")
        wrong = TOKEN[:-1] + "x"
        for path in ("", "ws", "page/page.js", "static/js/textual.js", f"{wrong}/", f"{wrong}/ws"):
            async with browser.get(root + path) as found:
                assert found.status == 404
                assert TOKEN not in await found.text() + str(found.headers)
        for path in ("page/", "static/", "static/js/", "page/../server.py", "download/1"):
            async with browser.get(server.address + path) as found:
                assert found.status in (403, 404)


@pytest.mark.parametrize(
    "headers",
    [
        {"Host": "evil.example"},
        {"Host": "127.0.0.1"},
        {"Origin": "http://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:1"},
    ],
)
async def test_another_name_or_another_page_is_turned_away(
    place: Path, headers: dict[str, str]
) -> None:
    async with served(place) as server, aiohttp.ClientSession() as browser:
        for path in ("", "ws"):
            async with browser.get(server.address + path, headers=headers) as found:
                assert found.status == 403
                assert TOKEN not in await found.text() + str(found.headers)


async def test_a_terminal_is_opened_for_its_own_page_only(place: Path) -> None:
    async with served(place) as server, aiohttp.ClientSession() as browser:
        with pytest.raises(aiohttp.WSServerHandshakeError) as refused:
            await browser.ws_connect(server.address + "ws")
        assert refused.value.status == 403


async def test_the_terminal_is_that_of_the_store_and_takes_keys(place: Path) -> None:
    async with served(place) as server, aiohttp.ClientSession() as browser, asyncio.timeout(LONG):
        origin = server.address.removesuffix(f"/{TOKEN}/")
        terminal = await browser.ws_connect(
            server.address + "ws?width=100&height=30", headers={"Origin": origin}
        )
        painted = b""
        while b"Inbox" not in painted:
            painted += await terminal.receive_bytes()
        await terminal.send_json(["stdin", "q"])
        async for _ in terminal:
            pass  # until the UI has closed it
        assert terminal.closed


async def test_the_page_says_how_to_behave_and_its_title_is_data(place: Path) -> None:
    async with served(place) as server, aiohttp.ClientSession() as browser:
        async with browser.get(server.address) as found:
            html = await found.text()
        assert "commitrack &lt;b&gt;" in html
        policy = found.headers["Content-Security-Policy"]
        assert policy.startswith("default-src 'none'; script-src 'self';")
        assert "unsafe-eval" not in policy
        assert found.headers["Referrer-Policy"] == "no-referrer"
        assert found.headers["Cache-Control"] == "no-store"


def test_the_page_asks_nobody_else_for_anything() -> None:
    for file in PAGE.iterdir():
        assert not re.search(r"https?://|url\([\"']?//", file.read_text("utf-8")), file


@pytest.mark.skipif(CHROMIUM is None, reason="there is no Chromium on this machine")
async def test_a_browser_shows_the_record_without_the_network(place: Path) -> None:
    async with served(place) as server, opened(server.address) as page:
        await page.until("document.body.classList.contains('-first-byte')")
        await page.until("document.activeElement.className.includes('xterm')")
        assert page.requests
        assert all(one.startswith(server.address) for one in page.requests if "data:" not in one)
        assert page.complaints == []
        assert len(await page.picture_at_rest()) > _DRAWN
        await page.until("document.body.classList.contains('-closed')", pressing="q")
        await page.until("document.activeElement.textContent == 'Open it again'")


def test_without_the_extra_it_says_what_to_install(
    run: CommandLine, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name in ("commitrack.serving", "commitrack.serving.server", "aiohttp"):
        monkeypatch.delitem(sys.modules, name, raising=False)
    monkeypatch.delattr(commitrack, "serving", raising=False)
    monkeypatch.setitem(sys.modules, "aiohttp", None)
    outcome = run("serve")
    assert outcome.code == 1
    assert "pip install 'commitrack[serve]'" in outcome.err


def test_a_port_that_is_taken_is_told(run: CommandLine) -> None:
    with socket.create_server((HOST, 0)) as other:
        port = str(other.getsockname()[1])
        outcome = run("serve", "--port", port)
    assert outcome.code == 1
    assert f"--port {port}: this machine does not give it" in outcome.err


def test_a_store_that_is_not_there_is_told_before_anything_is_served(
    run: CommandLine, tmp_path: Path
) -> None:
    outcome = run("serve", "--store", str(tmp_path / "elsewhere.db"))
    assert (outcome.code, outcome.out) == (3, "")


def test_it_prints_its_address_and_ends_with_an_interrupt(place: Path) -> None:
    command = [sys.executable, "-m", "commitrack", "--store", str(place), "serve"]
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    ) as server:
        assert server.stdout is not None
        address = server.stdout.readline().strip()
        assert re.fullmatch(r"http://127\.0\.0\.1:\d+/[\w-]{43}/", address)
        with urllib.request.urlopen(address, timeout=LONG) as page:
            assert b"commitrack" in page.read()
        server.send_signal(signal.SIGINT)
        assert server.wait(LONG) == 0
