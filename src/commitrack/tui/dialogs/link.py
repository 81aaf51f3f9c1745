"""How a commitment bears on another one, said by hand."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from commitrack.model.actions import Action, AddLink
from commitrack.model.errors import BadInput
from commitrack.model.ids import parse_commitment_id
from commitrack.model.records import LinkType
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.form import TextField


class LinkDialog(Dialog):
    """Relate it, or each that is marked, to another one; answers with `AddLink`."""

    TITLE = "Link"
    SAVE = "Link"
    KEYS = "⏎ link · tab next field · esc cancel"

    def form(self) -> Iterable[Widget]:
        """How, to which, and why."""
        self._type = ChoiceField(
            "type", "It", [(one.value, one.words) for one in LinkType], LinkType.REPEATS
        )
        self._other = TextField("other", "The other", placeholder="C-0012")
        self._note = TextField("note", "Note", placeholder="why they are related; optional")
        yield self._type
        yield self._other
        yield self._note

    def read(self) -> tuple[Action, ...]:
        """The link."""
        try:
            other = parse_commitment_id(self._other.require("Which commitment?"))
        except BadInput as error:
            raise self._other.fail(str(error)) from None
        return (AddLink(LinkType(self._type.value), other, self._note.text or None),)
