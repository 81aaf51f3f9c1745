"""Draw what a browser shows of the demo: the terminal UI, served, and the public page.

It needs a Chromium. Its fonts are those of the machine, so that these pictures, unlike those of the
terminal, are alike elsewhere and not the same.
"""

from __future__ import annotations

import subprocess
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import contextmanager
from datetime import date
from pathlib import Path

from browser import opened

PAGES = (
    ("site-overview", "index.html", 1200, 900, False),
    ("site-commitment", "commitments/C-0004.html", 1200, 900, False),
    ("site-phone", "index.html", 390, 844, True),
)
"""Pictures of the public page: the name, the page, the screen, and whether it is a phone's."""


async def draw_pages(target: Path, store: Path, today: date) -> AsyncIterator[str]:
    """Draw the served terminal UI and some of the public page; the names of the pictures."""
    with _served(store, today) as address:
        async with opened(address) as page:
            await page.screen(1200, 800)
            await page.until("document.body.classList.contains('-first-byte')")
            yield _put(target, "served", await page.picture_at_rest())
    site = store.with_name("site")
    subprocess.run((*_command(store, today), "publish", str(site)), check=True, capture_output=True)
    async with opened("about:blank") as page:
        for name, path, width, height, mobile in PAGES:
            await page.screen(width, height, mobile=mobile)
            await page.go((site / path).resolve().as_uri())
            yield _put(target, name, await page.picture_at_rest())


def _command(store: Path, today: date) -> tuple[str, ...]:
    at = ("--store", str(store), "--today", today.isoformat(), "--as", "ann")
    return sys.executable, "-m", "commitrack", *at


@contextmanager
def _served(store: Path, today: date) -> Iterator[str]:
    """The address at which the terminal UI is served meanwhile."""
    command = (*_command(store, today), "serve")
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, text=True, stderr=subprocess.DEVNULL
    ) as one:
        assert one.stdout is not None
        try:
            yield one.stdout.readline().strip()
        finally:
            one.terminate()


def _put(target: Path, name: str, picture: bytes) -> str:
    path = target / f"{name}.png"
    path.write_bytes(picture)
    return path.name
