"""The terminal UI, opened on a story's store."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any

from textual.pilot import Pilot
from textual.screen import Screen

from commitrack.model.ids import parse_commitment_id
from commitrack.tui.app import CommitrackApp
from commitrack.tui.screens.browse import BrowseScreen
from commitrack.tui.widgets.status_line import HeaderLine
from tests.cli.harness import CommandLine
from tests.tui.building import app_on, screen_text, until

SIZES = ((80, 24), (120, 40))
"""Terminals that every story works in."""


@dataclass(frozen=True)
class Opened:
    """The app at work: what is pressed, and what is seen."""

    app: CommitrackApp
    pilot: Pilot[None]

    @property
    def browse(self) -> BrowseScreen:
        """The screen under all others."""
        screen = self.app.get_screen_stack("browse")[0]
        assert isinstance(screen, BrowseScreen)
        return screen

    @property
    def header(self) -> str:
        """What is listed and how many, in the line above the list."""
        return self.browse.query_one(HeaderLine).title

    @property
    def listed(self) -> list[str]:
        """The IDs in the list."""
        return [f"C-{number:04}" for number in self.browse.table.numbers]

    @property
    def shown(self) -> str:
        """Everything on the screen, as text."""
        return screen_text(self.app)

    def row(self, identifier: str) -> str:
        """The first line of the screen that names a commitment."""
        return next(line for line in self.shown.split("\n") if identifier in line)

    def on(self, kind: type[Screen[Any]]) -> bool:
        """Whether a screen of this kind is on top."""
        return isinstance(self.app.screen, kind)

    async def press(self, *keys: str) -> None:
        """Press keys, one after another."""
        await self.pilot.press(*keys)

    async def types(self, text: str) -> None:
        """Type a text."""
        await self.pilot.press(*text)

    async def sees(self, words: str) -> None:
        """Wait until these words are on the screen."""
        await until(self.pilot, lambda: words in self.shown)

    async def reaches(self, kind: type[Screen[Any]]) -> None:
        """Wait until a screen of this kind is on top."""
        await until(self.pilot, lambda: self.on(kind))

    async def lists(self, *identifiers: str) -> None:
        """Wait until exactly these are listed, in any order."""
        await until(self.pilot, lambda: set(self.listed) == set(identifiers))

    async def go_to(self, identifier: str) -> None:
        """Put the cursor on a commitment that is listed, with the keys that move it."""
        wanted = parse_commitment_id(identifier)
        await until(self.pilot, lambda: wanted in self.browse.table.numbers)
        await self.press("home", *["down"] * list(self.browse.table.numbers).index(wanted))
        await until(self.pilot, lambda: self.browse.table.cursor == wanted)


@asynccontextmanager
async def opened(
    run: CommandLine, actor: str = "ann", size: tuple[int, int] = (120, 40)
) -> AsyncIterator[Opened]:
    """Open the UI on the store that a command line works on, and wait for its first list."""
    app = app_on(run.store, actor=actor)
    async with app.run_test(size=size, notifications=True) as pilot:
        it = Opened(app, pilot)
        await until(pilot, lambda: "all" in it.browse.counts)
        yield it
