"""A server of the terminal UI that answers nobody but whoever has its address.

The UI runs as a process of its own for each tab, and textual-serve carries keys and screens between
the two; it asks nobody who they are. So everything stands under a path that cannot be guessed, the
server listens on this machine alone, and what comes from another page or by another name of the
machine is turned away: a page elsewhere could point a name of its own at 127.0.0.1.
"""

from __future__ import annotations

import asyncio
import logging
import secrets
import shlex
import socket
from collections.abc import Awaitable, Callable, Sequence
from html import escape
from pathlib import Path
from string import Template

from aiohttp import web
from textual_serve.app_service import AppService
from textual_serve.server import Server

HOST = "127.0.0.1"
"""The only address it listens on: there is no way to ask for another."""

_PATIENCE = 3.0
"""Seconds that open pages have to end when the server does."""

_HEARTBEAT = 15.0
"""Seconds after which a page that does not answer is taken for closed."""
_MOST = 1_000
"""Columns, or lines, of a page."""

_HERE = Path(__file__).parent
_PAGE = Template((_HERE / "page" / "index.html").read_text("utf-8"))

_HEADERS = {
    # Styles are put in by the terminal as it draws; no script but those of the files is run.
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; "
        "font-src 'self'; img-src 'self' data:; connect-src {sockets}; base-uri 'none'; "
        "form-action 'none'; frame-ancestors 'none'"
    ),
    "Cache-Control": "no-store",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    # The path is the key: it is told to nobody.
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
}

_Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]


class _Session(AppService):
    """The UI of one page."""

    async def stop(self) -> None:
        """Ask the UI to end, and wait until its process is gone."""
        await super().stop()
        if self._process is not None:
            await self._process.wait()


def _cells(request: web.Request, name: str, otherwise: int) -> int:
    """How wide or high the page is."""
    said = request.query.get(name, "")
    return min(max(int(said), 1), _MOST) if said.isdecimal() and len(said) < 5 else otherwise


class Guarded(Server):
    """Serves one command to whoever knows the token."""

    def __init__(self, command: Sequence[str], title: str, port: int, token: str) -> None:
        """`command` opens the UI, and is run anew for each page; `title` names the page."""
        super().__init__(shlex.join(command), host=HOST, port=port, title=title)
        self._origin = f"http://{HOST}:{port}"
        self._socket = f"ws://{HOST}:{port}/{token}/ws"
        self._token = token
        self.address = f"{self._origin}/{token}/"
        """Where the UI is."""

    def initialize_logging(self) -> None:
        """Tell nothing but what went wrong, and not what a page sent that makes no sense."""
        logging.getLogger("textual-serve").setLevel(logging.ERROR)
        logging.getLogger("aiohttp.server").setLevel(logging.CRITICAL)

    async def application(self) -> web.Application:
        """The routes: everything beneath the token, and nothing else."""
        beneath = web.Application()
        beneath.add_routes(
            [
                web.get("/", self.handle_index, name="index"),
                web.get("/ws", self.handle_websocket, name="websocket"),
                web.static("/page", _HERE / "page"),
                web.static("/static", self.statics_path),
            ]
        )
        whole = web.Application(middlewares=[self._guard])
        whole.add_subapp(f"/{self._token}", beneath)
        return whole

    @web.middleware
    async def _guard(self, request: web.Request, handler: _Handler) -> web.StreamResponse:
        """Turn away what asks by another name, or from another page; and say how to behave."""
        origin = request.headers.get("Origin", self._origin)
        if request.host != f"{HOST}:{self.port}" or origin != self._origin:
            return web.Response(status=403, text="commitrack answers its own page only.\n")
        try:
            response = await handler(request)
        except web.HTTPNotFound:
            text = "There is nothing here: open the whole address that commitrack printed.\n"
            response = web.Response(status=404, text=text)
        if not response.prepared:
            for name, value in _HEADERS.items():
                response.headers[name] = value.format(sockets=f"ws://{HOST}:{self.port}")
        return response

    async def handle_index(self, request: web.Request) -> web.Response:
        """The page that holds the terminal."""
        del request
        html = _PAGE.substitute(title=escape(self.title), socket=escape(self._socket))
        return web.Response(text=html, content_type="text/html", charset="utf-8")

    async def handle_websocket(self, request: web.Request) -> web.WebSocketResponse:
        """Run the UI for one page, until either of them ends. A page must say whose it is."""
        if "Origin" not in request.headers:
            raise web.HTTPForbidden(text="commitrack answers its own page only.\n")
        page = web.WebSocketResponse(heartbeat=_HEARTBEAT)
        await page.prepare(request)

        async def close() -> None:
            await page.close()

        session = _Session(
            self.command,
            write_bytes=page.send_bytes,
            write_str=page.send_str,
            close=close,
            download_manager=self.download_manager,
        )
        await session.start(_cells(request, "width", 80), _cells(request, "height", 24))
        try:
            await self._process_messages(page, session)
        finally:
            await session.stop()
        return page


def serve(command: Sequence[str], title: str, port: int, told: Callable[[str], None]) -> None:
    """Serve a command on a port of this machine, or on any that is free (0), until interrupted.

    `told` is called with the address once pages can be opened. `OSError` for a port that is taken
    or may not be used.
    """
    with socket.create_server((HOST, port)) as listener:
        server = Guarded(command, title, listener.getsockname()[1], secrets.token_urlsafe(32))
        server.initialize_logging()
        told(server.address)
        web.run_app(
            server.application(),
            sock=listener,
            print=None,
            access_log=None,
            shutdown_timeout=_PATIENCE,
            loop=asyncio.new_event_loop(),
        )
