"""How the app hears of the store: what others write, and what becomes of its file."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, datetime
from typing import TypeVar, cast

from textual import work
from textual.reactive import reactive
from textual.screen import Screen

from commitrack.model.errors import CommitrackError, StoreMoved
from commitrack.query import parse
from commitrack.store import Lens, Pulse, Store
from commitrack.store.watching import Watch, unwatched
from commitrack.tui.drafting import Drafting
from commitrack.tui.ending import EndingApp
from commitrack.tui.gateway import Gateway, Stale
from commitrack.tui.host import Host
from commitrack.tui.messages import RecordChanged
from commitrack.tui.refusals import on_screen
from commitrack.tui.workplaces import WORKPLACES

T = TypeVar("T")

PULSE_SECONDS = 0.5
"""How often the store is asked whether another process has written."""


MUCH = 10_000
"""Commitments beyond which nobody looks which of them were touched."""


class HearingApp(EndingApp):
    """An app that keeps its screens in step with one store, and says when that is not to be had."""

    place_counts: reactive[Mapping[str, int]] = reactive(dict, repaint=False)
    """How much waits in the places where that is soon counted, by their ids."""
    trouble: reactive[str] = reactive("", repaint=False)
    """What is wrong with the store, for as long as it is; empty when nothing is."""

    def __init__(self, lens: Lens, gateway: Gateway, drafting: Drafting) -> None:
        super().__init__(drafting)
        self.lens = lens
        self.gateway = gateway
        self.failure: CommitrackError | None = None
        """What kept the store from being opened; the app ends at once."""
        self._pulse: Pulse | None = None
        self._root: str | None = None
        """What names the record that the app was opened on; None while nothing is on it."""
        self.follows_calendar = lens.today == _wall_day()
        """Whether `lens.today` moves on at midnight; a day the user fixed does not."""

    async def listen(self) -> bool:
        """Look at the store for the first time, then listen for what others write. False, and the
        app ends, when it cannot be opened.
        """
        try:
            self._pulse, self._root = await self.gateway.fast(
                lambda store: (store.pulse(), store.root())
            )
        except CommitrackError as error:
            self.failure = error
            self.exit(return_code=1)
            return False
        self.set_interval(PULSE_SECONDS, self.feel_pulse)
        return True

    @work(exclusive=True, group="pulse")
    async def feel_pulse(self) -> None:
        """Notice what another process has written, what became of the file, and the turn of day."""
        self._turn_of_day()
        before = self._pulse

        def look(store: Store) -> tuple[Pulse, tuple[int, ...]]:
            pulse = store.pulse()
            if pulse != before:
                self._require_same(store)
            return pulse, _news(store, before) if pulse != before else ()

        try:
            pulse, numbers = await self.gateway.fast(look)
        except CommitrackError as error:
            self.trouble = on_screen(error)
            return
        if self.trouble:
            self.trouble, numbers = "", ()  # whatever was asked for meanwhile was not to be had
            self._pulse = None
            self.say("the store is back: you can go on")
        if self._pulse in (None, before) and pulse != self._pulse:
            known, self._pulse = self._pulse, pulse
            if known is None or (pulse.newest, pulse.seal) != (known.newest, known.seal):
                self._tell_screens(numbers)

    def _require_same(self, store: Store) -> None:
        """Raise `StoreMoved` when another record was put into the store: what is typed here, and
        under which numbers, is about the one that was in it.
        """
        root = store.root()
        if self._root is None:
            self._root = root
        elif root != self._root:
            raise StoreMoved(
                f"{store.place} holds another record now: nothing of this one is written to it; "
                "leave (q) and open it again to work in that one"
            )

    async def write(self, write: Callable[[Store, Watch], T], long: str | None = None) -> T:
        """Write in the fast lane, and tell every screen what has changed since the last look.

        What takes `long` is shown by that name as it goes on, as far as it says how far it has
        come; `Stale` when it was stopped.
        """
        before = self._pulse

        def write_and_look(
            store: Store, watch: Watch = unwatched
        ) -> tuple[T, Pulse, tuple[int, ...]]:
            self._require_same(store)
            answer = write(store, watch)
            return answer, store.pulse(), _news(store, before)

        if long is None:
            answer, self._pulse, numbers = await self.gateway.fast(write_and_look)
        else:
            from commitrack.tui.long_work import watched

            answer, self._pulse, numbers = await watched(
                cast(Host, self),
                self.screen,
                long,
                write_and_look,
                writes=True,
            )
        if self._pulse != before:
            self._tell_screens(numbers)
        return answer

    def _tell_screens(self, numbers: tuple[int, ...]) -> None:
        for screen in self.open_screens():
            screen.post_message(RecordChanged(numbers))
        self.count_places()

    def open_screens(self) -> list[Screen[object]]:
        """Every screen there is, at this place and at the others."""
        found: list[Screen[object]] = []
        for one in WORKPLACES:
            with contextlib.suppress(KeyError):  # nobody has been there yet
                found += self.get_screen_stack(one.id)
        return found

    def _turn_of_day(self) -> None:
        today = _wall_day()
        if self.follows_calendar and today != self.lens.today:
            self.lens = replace(self.lens, today=today)
            self._tell_screens(())

    @work(exclusive=True, group="places")
    async def count_places(self) -> None:
        """Count what waits in the places that say so."""
        queries = {one.id: parse(one.counted) for one in WORKPLACES if one.counted}
        lens = self.lens
        try:
            counts = await self.gateway.slow(lambda store: store.counts(queries, lens), "places")
        except (Stale, CommitrackError):
            return  # what is wrong with the store is said where a list or a pulse is asked for
        self.place_counts = counts


def _news(store: Store, before: Pulse | None) -> tuple[int, ...]:
    """What was touched since; nothing in particular, and so all, when it is very much, and once a
    backup was restored.
    """
    if before is None:
        numbers = store.feed(0)
    else:
        numbers = store.feed(before.newest) if store.follows(before) else ()
    return numbers if len(numbers) <= MUCH else ()


def _wall_day() -> date:
    return datetime.now().astimezone().date()
