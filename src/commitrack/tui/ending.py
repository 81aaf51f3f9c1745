"""How the app ends: by a key, a signal or a failure; what was typed is kept in each case."""

from __future__ import annotations

import asyncio
import contextlib
import os
import select
import signal
import sys
import threading
from collections.abc import Callable

from textual.app import App
from textual.css.query import NoMatches
from textual.screen import Screen
from textual.worker import WorkerFailed

from commitrack.model.errors import CommitrackError
from commitrack.tui.asking import asks
from commitrack.tui.drafting import Drafting, Typing
from commitrack.tui.refusals import on_screen

_HANGUP = 1
"""The number of the signal that says so, on every system that has it."""
_PATIENCE = 3.0
"""Seconds that the app may take to end in its own way; a terminal that is gone may hold it up."""


def heed_signals(end: Callable[[int], None]) -> None:
    """Have the running loop call `end` with the exit code when a signal says to leave."""
    loop = asyncio.get_running_loop()
    for name in ("SIGTERM", "SIGHUP", "SIGINT"):
        which = getattr(signal, name, None)  # not every system has each
        if which is not None:
            with contextlib.suppress(NotImplementedError, RuntimeError, ValueError):
                loop.add_signal_handler(which, _leave, end, 128 + which)


def hung_up() -> bool:
    """Whether the terminal that keys come from is gone.

    Mostly a signal says so; none comes to a program that was started from elsewhere.
    """
    if not hasattr(select, "poll"):
        return False  # a system that has no such terminals
    look = select.poll()
    try:
        look.register(sys.__stdin__.fileno() if sys.__stdin__ else 0, 0)
        return any(seen & (select.POLLHUP | select.POLLNVAL) for _, seen in look.poll(0))
    except (OSError, ValueError):
        return True


def _leave(end: Callable[[int], None], code: int) -> None:
    last = threading.Timer(_PATIENCE, os._exit, (code,))
    last.daemon = True
    last.start()
    end(code)


class EndingApp(App[None]):
    """An app that loses nothing typed, however it ends."""

    def __init__(self, drafting: Drafting) -> None:
        super().__init__()
        self.drafting = drafting
        """What was typed and not saved."""
        self.crash: Exception | None = None
        """What nobody foresaw; the app ends at once."""

    def open_screens(self) -> list[Screen[object]]:
        """Every screen there is, at all places."""
        raise NotImplementedError

    def unsaved(self) -> list[str]:
        """What was typed and not saved, at all places."""
        typing = [one for one in self.open_screens() if isinstance(one, Typing)]
        return [words for one in typing if (words := one.unsaved())]

    def keep_typed(self) -> None:
        """Write down what is typed at all places, and wait until that is done."""
        for screen in self.open_screens():
            if isinstance(screen, Typing):
                screen.keep()
        self.drafting.close()

    async def action_quit(self) -> None:
        """Leave; with something typed that was not saved, after asking."""
        self._quit()

    @asks("quit", exclusive=True)
    async def _quit(self) -> None:
        typed = self.unsaved()
        if typed:
            from commitrack.tui.dialogs.confirm import ConfirmDialog

            question = (
                "Quit? What you typed here is not saved. It is kept as a draft for 7 days and "
                "comes back when the same is opened again."
            )
            if not await self.push_screen_wait(ConfirmDialog(question, typed, yes="Quit")):
                return
        self.keep_typed()
        self.exit()

    def end_when_hung_up(self) -> None:
        """Leave if the terminal is gone: nobody could tell the app to."""
        if hung_up():
            _leave(self.end, 128 + _HANGUP)

    def end(self, code: int) -> None:
        """Leave at once, because the system says so."""
        self.keep_typed()
        self.exit(return_code=code)

    def say(self, message: str, *, warning: bool = False) -> None:
        """Show a notice."""
        raise NotImplementedError

    def _handle_exception(self, error: Exception) -> None:
        """What is meant for the user is told; it ends no app, whoever did not foresee it.

        While the app ends its screens lose their parts one by one, and what comes in late misses
        them: that is no failure.
        """
        cause = error.error if isinstance(error, WorkerFailed) else error
        if isinstance(cause, CommitrackError):
            self.say(on_screen(cause), warning=True)
        elif self.is_running or not isinstance(cause, NoMatches):
            super()._handle_exception(error)

    def _fatal_error(self) -> None:
        """Leave at once, because of what nobody foresaw.

        Textual prints a traceback here with what all variables hold. The one who started the app is
        told instead.
        """
        error = sys.exception()
        self.keep_typed()
        if isinstance(error, Exception):
            self.crash = error
        self._close_messages_no_wait()
