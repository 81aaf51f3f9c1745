"""A letter that went out, by hand, and when to look for the answer. Nothing is ever sent."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from commitrack.model.actions import REPLY_DAYS, Action, LogSent
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.day_field import DayField
from commitrack.tui.dialogs.form import TextField


class SentDialog(Dialog):
    """Log that a letter was sent; answers with `LogSent`. Nothing counts as learnt by it."""

    TITLE = "A letter was sent"
    SAVE = "Log"
    KEYS = "⏎ log · tab next field · esc cancel"

    def form(self) -> Iterable[Widget]:
        """To whom, when, when to look for the answer, and a note."""
        self._to = TextField("to", "To", placeholder="left empty: the owner")
        self._on = DayField("on", "Sent", self.today, past=True, hint="Left empty: today")
        self._next = DayField(
            "next", "Look again", self.today, hint=f"Left empty: {REPLY_DAYS} days after it"
        )
        self._note = TextField("note", "Note", lines=2, placeholder="for the next reader")
        yield from (self._to, self._on, self._next, self._note)

    def read(self) -> tuple[Action, ...]:
        """The letter."""
        return (
            LogSent(
                self._to.text or None, self._on.day(), self._next.day(), self._note.text or None
            ),
        )
