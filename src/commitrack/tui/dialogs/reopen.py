"""Opening a closed commitment again; the closing stays on record."""

from __future__ import annotations

from collections.abc import Iterable

from textual.widget import Widget

from commitrack.model.actions import Action, Reopen
from commitrack.model.status import Status
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.form import TextField

_CHOICES = (
    ("", "as the evidence says"),
    (Status.OPEN.value, Status.OPEN.words),
    (Status.IN_PROGRESS.value, Status.IN_PROGRESS.words),
)


class ReopenDialog(Dialog):
    """Say why, and where it goes on from; answers with `Reopen`."""

    TITLE = "Reopen"
    SAVE = "Reopen"
    KEYS = "⏎ reopen · tab next field · esc cancel"

    def form(self) -> Iterable[Widget]:
        """The reason and the status."""
        closing = self.dossiers[0].closing_review
        if closing is not None and closing.decided_on is not None:
            own = " (self-verified)" if closing.self_verified else ""
            yield self.fact(
                f"Closed as {closing.proposed.words}{own} by {closing.decided_by} "
                f"on {closing.decided_on.isoformat()}; that stays on record."
            )
        self._why = TextField("reason", "Reason", lines=2, placeholder="what has come to light")
        self._status = ChoiceField("evidence", "Goes on", _CHOICES)
        yield self._why
        yield self._status

    def read(self) -> tuple[Action, ...]:
        """The reopening."""
        status = Status(self._status.value) if self._status.value else None
        return (Reopen(self._why.text, status),)
