"""The note: anything the next reader should know."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from commitrack.model.actions import Action, SetFields
from commitrack.model.fields import parse_field
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.form import VARIOUS, TextField


class NoteDialog(Dialog):
    """Write or change the note; answers with `SetFields`."""

    TITLE = "Note"

    def form(self) -> Iterable[Widget]:
        """A few lines of text."""
        value, various = self.shared(lambda commitment: commitment.note)
        self._note = TextField(
            "note",
            "Note",
            value,
            lines=6,
            placeholder=f"{VARIOUS}: what you type replaces each" if various else "",
            hint="Anything the next reader should know.",
        )
        yield self._note

    def read(self) -> tuple[Action, ...]:
        """The note, when it was changed."""
        if not self._note.edited:
            return ()
        return (SetFields({"note": parse_field("note", self._note.text, self.today)}),)
