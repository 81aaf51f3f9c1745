"""Why a candidate is not a commitment: one key says it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from textual import events, on
from textual.widget import Widget
from textual.widgets import OptionList

from commitrack.model.actions import Action, Reject
from commitrack.model.status import RejectReason
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.form import TextField
from commitrack.tui.dialogs.named_list import Named, NamedList

REASONS: tuple[tuple[str, RejectReason, str], ...] = (
    ("p", RejectReason.PREDICTION, "says what will happen, and undertakes nothing"),
    ("n", RejectReason.NORM, "says what ought to be"),
    ("d", RejectReason.DESCRIPTION, "says how things are or work"),
    ("a", RejectReason.ADVICE, "tells somebody else what to do"),
    ("t", RejectReason.PAST, "is about what was done already"),
    ("u", RejectReason.DUPLICATE, "is on record already"),
    ("o", RejectReason.OTHER, "anything else; say what in the note"),
)
"""The key, the reason, and what it means."""


class RejectDialog(Dialog):
    """Choose why, with one key or from the list; answers with `Reject`."""

    DEFAULT_CSS = """
    RejectDialog OptionList {
        height: auto; background: transparent; margin-bottom: 1;
    }
    """
    TITLE = "Reject"
    SAVE = "Reject"
    KEYS = "a letter decides · tab to the note · esc cancel"
    BINDINGS: ClassVar = [("j", "move(1)"), ("k", "move(-1)")]

    def form(self) -> Iterable[Widget]:
        """The reasons, and a note for whoever asks later."""
        self._list = NamedList(
            [
                Named(f" {key}  {reason.value:<13}", meaning, meaning_style="dim")
                for key, reason, meaning in REASONS
            ]
        )
        self._note = TextField("note", "Note", placeholder="optional")
        yield self._list
        yield self._note

    def start(self) -> None:
        """The list first: one key is enough."""
        self._list.highlighted = 0
        self._list.focus()

    def on_key(self, event: events.Key) -> None:
        """A reason's letter decides, while the list has the cursor."""
        if not self._list.has_focus:
            return
        for index, (key, reason, _) in enumerate(REASONS):
            if event.character == key:
                event.stop()
                self._list.highlighted = index
                self._decide(reason)

    @on(OptionList.OptionSelected)
    def choose(self, event: OptionList.OptionSelected) -> None:
        """Enter or a click on a reason decides."""
        self._decide(REASONS[event.option_index][1])

    def _decide(self, reason: RejectReason) -> None:
        if reason is RejectReason.OTHER and not self._note.text:
            self._note.say("What is it, then? Enter without a note rejects as well.")
            self._note.focus()
        else:
            self.action_submit()

    def read(self) -> tuple[Action, ...]:
        """The reason the list stands on, with the note."""
        reason = REASONS[self._list.highlighted or 0][1]
        return (Reject(reason, self._note.text or None),)
