"""Loading the places where nobody waits for it: their code, and the rules that they are drawn by.

A place is seldom wanted in the first second, and what it is made of takes far longer to load than
a key may wait. So it is loaded in a thread of its own once the first screen stands, one place after
the other; whoever goes to one before that waits for its code, and the loop for nobody.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from importlib import import_module

from textual.screen import Screen
from textual.widget import Widget

from commitrack.tui.stylesheet import KeptStylesheet
from commitrack.tui.workplaces import WORKPLACES, WorkPlace

_MORE = ("commitrack.tui.dialogs", "commitrack.tui.screens")
"""What else is soon wanted: all that is in these."""
_FIRST = ("commitrack.query.completing", "commitrack.model.history", "commitrack.tui.palette")
"""What the keys of the first screen may want before any place: the filter, a write, the palette."""


class Loader:
    """Loads places, the one that is asked for before those that only might be."""

    def __init__(self, rules: KeptStylesheet) -> None:
        self._rules = rules
        self._thread = ThreadPoolExecutor(1, thread_name_prefix="commitrack-loader")
        self._loaded: set[str] = set()

    def is_loaded(self, place: WorkPlace) -> bool:
        """Whether its screen can be made at once."""
        return place.id in self._loaded

    async def load(self, place: WorkPlace) -> None:
        """Load a place, unless it is."""
        if not self.is_loaded(place):
            loop = asyncio.get_running_loop()
            await loop.run_in_executor(self._thread, self._load, place)

    async def load_all(self) -> None:
        """Load every place, one after the other, so that one which is asked for comes between."""
        loop = asyncio.get_running_loop()
        for name in _FIRST:
            await loop.run_in_executor(self._thread, import_module, name)
        for place in WORKPLACES:
            await self.load(place)
        for name in _MORE:
            for part in await loop.run_in_executor(self._thread, _parts, name):
                await loop.run_in_executor(self._thread, import_module, part)
        await loop.run_in_executor(self._thread, self._read_rules)

    def close(self) -> None:
        """Load no more."""
        self._thread.shutdown(wait=False, cancel_futures=True)

    def _load(self, place: WorkPlace) -> None:
        if not self.is_loaded(place):
            screen_of(place)
            self._read_rules()
            self._loaded.add(place.id)

    def _read_rules(self) -> None:
        self._rules.read_ahead(_below(Widget))


def screen_of(place: WorkPlace) -> type[Screen[None]]:
    """The class of a place's screen; its module is loaded if need be."""
    module, name = place.home.split(":")
    found: type[Screen[None]] = getattr(import_module(f"commitrack.tui.screens.{module}"), name)
    return found


def _parts(package: str) -> list[str]:
    """The modules of a package, which is loaded."""
    from pkgutil import iter_modules

    return [one.name for one in iter_modules(import_module(package).__path__, f"{package}.")]


def _below(kind: type[Widget]) -> Iterator[type[Widget]]:
    """Every kind of widget that is known by now."""
    for one in kind.__subclasses__():
        yield one
        yield from _below(one)
