"""One run of the command line: who acts, on which day, on which store."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from commitrack.model.errors import BadInput, NotAStore
from commitrack.model.house import adopt
from commitrack.settings import Settings

if TYPE_CHECKING:
    from commitrack.model.history import Signature
    from commitrack.store import Lens, Store

TODAY_VARIABLE = "COMMITRACK_TODAY"


class Session:
    """What the global options say, looked up when a command needs it and not before."""

    def __init__(self, flags: Mapping[str, str] | None = None) -> None:
        self.flags: dict[str, str] = dict(flags or {})
        """What global options said, wherever on the line they stood."""
        self._opened: list[Store] = []
        self._done: list[str] = []

    @cached_property
    def settings(self) -> Settings:
        """The settings of this run."""
        return Settings(self.flags)

    @cached_property
    def _fixed_today(self) -> date | None:
        said = self.flags.get("today")
        origin = "--today"
        if said is None:
            said, origin = self.settings.environment.get(TODAY_VARIABLE) or None, TODAY_VARIABLE
        return None if said is None else _parse(origin, said, _wall_day())

    @cached_property
    def today(self) -> date:
        """The day this run lives in: ``--today``, else the calendar's.

        With it the rules of the house come into force: what is soon, and what a date means.
        """
        adopt(self.settings.house())
        return self._fixed_today or _wall_day()

    @property
    def actor(self) -> str:
        """Who acts."""
        return self.settings.get("actor").value

    @property
    def place(self) -> Path:
        """Where the store lies."""
        return Path(self.settings.get("store").value)

    @property
    def lens(self) -> Lens:
        """Who asks, and on which day."""
        from commitrack.store import Lens

        return Lens(self.today, self.actor)

    def signature(self, why: str | None = None) -> Signature:
        """The signature of a write: on a fixed day, at the present time of that day."""
        from commitrack.model.history import Signature

        now = datetime.now(UTC)
        at = now if self._fixed_today is None else datetime.combine(self.today, now.timetz())
        return Signature(self.actor, self.today, at, "cli", why)

    @contextlib.contextmanager
    def store(self, *, create: bool = False) -> Iterator[Store]:
        """The store, open for the time of the block; a day that cannot be read is told first."""
        with leading_back(self.place):
            opened = self.opened_store(create=create)
            try:
                yield opened
            finally:
                opened.close()

    def opened_store(self, *, create: bool = False) -> Store:
        """The store, open; the caller closes it."""
        from commitrack.store import open_store

        self._require_usable()
        opened = open_store(self.place, create=create)
        self._opened.append(opened)
        return opened

    def note(self, done: str) -> None:
        """Note something that is done and stays so, whatever becomes of the answer about it."""
        self._done.append(done)

    def done(self) -> tuple[str, ...]:
        """What this run has done that stays so: what was noted, and what it wrote to the store."""
        numbers = [number for store in self._opened for number in store.written]
        if not numbers:
            return tuple(self._done)
        from commitrack.cli.falling_back import on_store

        first, last = numbers[0], numbers[-1]
        which = f"transaction {first}" if first == last else f"transactions {first} to {last}"
        look = on_store(self.place, "history")
        return (*self._done, f"what was changed is stored ({which}; {look} shows it)")

    def _require_usable(self) -> None:
        """Raise for a global option that cannot be used, whether the command needs it or not."""
        _ = self.today, self.actor

    def day(self, option: str, text: str | None, *, past: bool = False) -> date | None:
        """The date an option says, in figures or plain words; None when it is not given.

        With `past` it is of something that has happened: "20 february" is the last one.
        """
        return None if text is None else _parse(option, text, self.today, past=past)


@contextlib.contextmanager
def leading_back(place: Path) -> Iterator[None]:
    """Around all that is done with a store: its damage is told with the way back."""
    try:
        yield
    except NotAStore as error:
        from commitrack.cli.falling_back import name_backup

        name_backup(error, place)
        raise


def _wall_day() -> date:
    return datetime.now().astimezone().date()


def _parse(option: str, text: str, today: date, *, past: bool = False) -> date:
    try:
        return date.fromisoformat(text)  # the usual form, without the grammar's import
    except ValueError:
        pass
    from commitrack.model.dayinput import parse_day, parse_past_day

    try:
        return parse_past_day(text, today) if past else parse_day(text, today)
    except BadInput as error:
        raise BadInput(f"{option}: {error}") from None
