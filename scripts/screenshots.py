"""Draw screenshots/ from the demo: SVG as the terminal shows it, and PNG for the README.

Everything is fixed (the day, the actor, the size), so that a picture changes only when what it
shows has changed. PNG needs `rsvg-convert` (librsvg2-bin) and the font Fira Code,
and what a browser shows a Chromium.
"""

from __future__ import annotations

import asyncio
import contextlib
import os
import re
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from textual.pilot import Pilot
from textual.widgets import Input

os.environ.setdefault("TEXTUAL_ANIMATIONS", "none")

from browser import CHROMIUM
from browser_pictures import draw_pages
from commitrack.demo import build_demo
from commitrack.store import Lens, Store, open_store
from commitrack.tui.app import CommitrackApp

ROOT = Path(__file__).resolve().parents[1]
TARGET = ROOT / "screenshots"
TODAY = date(2026, 3, 2)
WIDE, SMALL = (120, 40), (80, 24)

_FONT_FACE = re.compile(r"\s*@font-face \{.*?\}", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture: its name, the keys that lead to it, the theme and the size."""

    name: str
    keys: tuple[str, ...] = ()
    theme: str = "dark"
    size: tuple[int, int] = WIDE


SHOTS = (
    Shot("browse-dark", ("3", "down", "down")),
    Shot("browse-light", ("3", "down", "down"), theme="light"),
    Shot("browse-small", ("3", "down"), size=SMALL),
    Shot("filter", ("2", "slash", *"owner:wexholm", "enter")),
    Shot("inbox-dark", ("i", "down")),
    Shot("inbox-light", ("i", "down"), theme="light"),
    Shot("coverage", ("i", "C", "n", "n")),
    Shot("coverage-small", ("i", "C", "n"), size=SMALL),
    Shot("choose-words", ("i", "C", "n", "m", "L")),
    Shot("status-dialog", ("2", "down", "s")),
    Shot("dates-dialog", ("3", "d")),
    Shot("history", ("3", "h")),
    Shot("grouped", ("0", "b", "down", "down")),
    Shot("columns-dialog", ("2", "vertical_line")),
    Shot("sign-off", ("f4",)),
    Shot("agenda", ("f5",)),
    Shot("agenda-small", ("f5",), size=SMALL),
    Shot("statements", ("f6", "down", "down")),
    Shot("owners", ("f7", "down", "down")),
    Shot("dashboard", ("f8",)),
    Shot("dashboard-light", ("f8",), theme="light"),
    Shot("reports", ("f9", "down", "down", "enter")),
    Shot("history-of-all", ("f10",)),
    Shot("help", ("question_mark",)),
)


async def draw(shot: Shot, place: Path) -> str:
    """Open the app on the demo, press the keys, and return the screen as SVG."""

    def open_again() -> Store:
        return open_store(place)

    app = CommitrackApp("demo", Lens(TODAY, "ann"), open_store=open_again, theme=shot.theme)
    async with app.run_test(size=shot.size) as pilot:
        await settle(app, pilot)
        for key in shot.keys:
            await pilot.press(key)
            await settle(app, pilot)
        svg = app.export_screenshot(title=f"commitrack: {shot.name}")
    # The font is named, never fetched: a picture must not call out to anybody.
    return _FONT_FACE.sub("", svg)


async def settle(app: CommitrackApp, pilot: Pilot[None]) -> None:
    """Wait until the screen has not changed for a while.

    Workers cannot be waited for: an open dialog is one. A cursor that blinks would never be still
    where a picture takes as long as a blink.
    """
    before, still = "", 0
    while still < 4:
        for line in app.screen.query(Input):
            line.cursor_blink = False
        await pilot.pause(0.05)
        now = app.export_screenshot()
        before, still = now, still + 1 if now == before else 0


def as_png(svg: Path) -> None:
    """Draw a PNG beside the SVG."""
    drawn = svg.read_text(encoding="utf-8").replace("<svg ", '<svg xml:space="preserve" ', 1)
    subprocess.run(
        ["rsvg-convert", "--output", str(svg.with_suffix(".png"))],
        input=drawn.encode(),
        check=True,
    )


async def _draw_in_browser(place: Path) -> None:
    async for name in draw_pages(TARGET, place, TODAY):
        print(name)


def main() -> None:
    """Draw every picture."""
    TARGET.mkdir(exist_ok=True)
    can_png = shutil.which("rsvg-convert") is not None
    with tempfile.TemporaryDirectory() as folder, contextlib.chdir(folder):
        place = Path("demo.db")  # a report names its store, and no picture is to name a folder
        store = open_store(place, create=True)
        build_demo(store, TODAY)
        store.close()
        for shot in SHOTS:
            path = TARGET / f"{shot.name}.svg"
            path.write_text(asyncio.run(draw(shot, place)), encoding="utf-8")
            if can_png:
                as_png(path)
            print(path.name)
        if CHROMIUM is not None:
            asyncio.run(_draw_in_browser(place))
    if CHROMIUM is None:
        print("nothing of what a browser shows: install Chromium")
    if not can_png:
        print("no PNG: install rsvg-convert (librsvg2-bin) and the font Fira Code")


if __name__ == "__main__":
    main()
