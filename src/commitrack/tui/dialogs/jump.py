"""Where to go: the ID of a commitment, however it is written."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget

from commitrack.model.actions import Action
from commitrack.model.errors import BadInput
from commitrack.model.ids import parse_commitment_id
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.form import TextField


class JumpDialog(Dialog):
    """Asks for an ID. It answers with no actions: what was typed is in `number`."""

    TITLE = "Go to"
    SAVE = "Go"
    KEYS = "⏎ go · esc cancel"
    KEEPS = False

    def __init__(self, today: date, actor: str) -> None:
        super().__init__((), today, actor)
        self.number: int | None = None
        """The number of the commitment to go to, once the dialog was answered."""

    def form(self) -> Iterable[Widget]:
        """The ID."""
        self._called = TextField("id", "ID", placeholder="C-0012, c12 or 12")
        yield self._called

    def _which(self) -> str:
        return ""

    def subject(self) -> str:
        """What happens to the list."""
        return "a commitment by its ID"

    def about(self) -> str:
        """Where it is looked for."""
        return "in this list; what is not in it is shown among all"

    def read(self) -> tuple[Action, ...]:
        """The number that was typed."""
        try:
            self.number = parse_commitment_id(self._called.require("Which commitment?"))
        except BadInput as error:
            raise self._called.fail(str(error)) from None
        return ()
