"""A browser without a window, driven by its own protocol."""

from __future__ import annotations

import asyncio
import base64
import shutil
import subprocess
import tempfile
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import aiohttp

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser"))), None)
"""Where Chromium is, if it is on this machine."""

_FLAGS = (
    *("--headless", "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-sync"),
    *("--disable-background-networking", "--disable-component-update", "--disable-quic"),
    *("--remote-debugging-port=0", "--window-size=1200,800"),
)
_STILL = 0.5
"""Seconds for which a screen does not change when nothing comes any more."""
_STEP = 0.05
_LONG = 30.0
"""Seconds between two looks, and after which something hangs."""


class Page:
    """One page, and all that it asked the network for."""

    def __init__(self, socket: aiohttp.ClientWebSocketResponse) -> None:
        self._socket = socket
        self._asked = 0
        self.requests: list[str] = []
        self.complaints: list[str] = []

    async def call(self, method: str, **arguments: object) -> dict[str, Any]:
        """Call a method of the protocol; what the page tells meanwhile is kept."""
        self._asked += 1
        await self._socket.send_json({"id": self._asked, "method": method, "params": arguments})
        while True:
            told = await self._socket.receive_json()
            if told.get("id") == self._asked:
                answer: dict[str, Any] = told["result"]
                return answer
            match told["method"]:
                case "Network.requestWillBeSent":
                    self.requests.append(told["params"]["request"]["url"])
                case "Log.entryAdded" if told["params"]["entry"]["level"] == "error":
                    self.complaints.append(told["params"]["entry"]["text"])
                case "Runtime.exceptionThrown":
                    self.complaints.append(str(told["params"]))

    async def screen(self, width: int, height: int = 800, *, mobile: bool = False) -> None:
        """Show the page on a screen of so many pixels."""
        await self.call(
            "Emulation.setDeviceMetricsOverride",
            width=width,
            height=height,
            deviceScaleFactor=1,
            mobile=mobile,
        )

    async def picture(self) -> bytes:
        """What the screen shows, as PNG."""
        taken = await self.call("Page.captureScreenshot", format="png")
        return base64.b64decode(taken["data"])

    async def picture_at_rest(self) -> bytes:
        """The same once it has not changed for a while."""
        before, now = b"", await self.picture()
        while now != before:
            await asyncio.sleep(_STILL)
            before, now = now, await self.picture()
        return now

    async def go(self, address: str) -> None:
        """Open an address, and wait until all of it is there."""
        await self.call("Page.navigate", url=address)
        await self.until(f"document.readyState == 'complete' && location.href == '{address}'")

    async def until(self, expression: str, pressing: str = "") -> None:
        """Wait until a script's expression is true; with a key, press it until then."""
        async with asyncio.timeout(_LONG):
            while True:
                found = await self.call("Runtime.evaluate", expression=expression)
                if found["result"].get("value"):
                    return
                if pressing:
                    await self.press(pressing)
                await asyncio.sleep(_STEP)

    async def press(self, key: str) -> None:
        """Press a key and let it go."""
        await self.call("Input.dispatchKeyEvent", type="keyDown", key=key, text=key)
        await self.call("Input.dispatchKeyEvent", type="keyUp", key=key)


@asynccontextmanager
async def opened(address: str) -> AsyncIterator[Page]:
    """A page of a new Chromium at an address."""
    assert CHROMIUM is not None
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder:
        command = [CHROMIUM, *_FLAGS, f"--user-data-dir={folder}", "about:blank"]
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as process:
            try:
                port = await _port(Path(folder) / "DevToolsActivePort")
                async with aiohttp.ClientSession() as session:
                    async with session.get(f"http://127.0.0.1:{port}/json") as found:
                        (tab,) = (one for one in await found.json() if one["type"] == "page")
                    where = tab["webSocketDebuggerUrl"]
                    async with session.ws_connect(where, max_msg_size=0) as socket:
                        page = Page(socket)
                        for domain in ("Page", "Runtime", "Log", "Network"):
                            await page.call(f"{domain}.enable")
                        await page.call("Page.navigate", url=address)
                        yield page
            finally:
                process.kill()


async def _port(told: Path) -> int:
    """The port that it listens on, once it has written which."""
    async with asyncio.timeout(_LONG):
        while not (told.exists() and told.read_text("utf-8").strip()):
            await asyncio.sleep(_STEP)
    return int(told.read_text("utf-8").split()[0])
