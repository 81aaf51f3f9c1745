"""Taking a candidate on: who must deliver, who of us follows it, and when we look."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.widget import Widget

from commitrack.model.actions import Accept, Action
from commitrack.model.house import cadence_of
from commitrack.model.records import Dossier
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.day_field import DayField
from commitrack.tui.dialogs.form import TextField
from commitrack.tui.dialogs.owner import OwnerField


class AcceptDialog(Dialog):
    """Accept, with what is missing; answers with `Accept`."""

    TITLE = "Accept"
    SAVE = "Accept"
    KEYS = "⏎ accept · tab next field · esc cancel"

    def __init__(
        self,
        dossiers: tuple[Dossier, ...],
        today: date,
        actor: str,
        *,
        parties: tuple[str, ...] = (),
    ) -> None:
        super().__init__(dossiers, today, actor)
        self._parties = parties

    def form(self) -> Iterable[Widget]:
        """Owner, lead and the two dates."""
        owner, various = self.shared(lambda one: "; ".join(one.owners))
        cadence = cadence_of(self.commitment.cadence)
        self._owner = OwnerField(
            "owner",
            "Owner",
            owner,
            self._parties,
            placeholder="various: leave empty to keep each"
            if various
            else "who must deliver; several with ;",
        )
        self._lead = TextField("lead", "Lead", placeholder=f"our officer, such as {self._me()}")
        self._due = DayField("due", "Due", self.today, self.commitment.due)
        self._follow_up = DayField(
            "follow_up", "Follow-up", self.today, hint=f"Left empty: in {cadence} days"
        )
        yield self._owner
        yield self._lead
        yield self._due
        yield self._follow_up

    def _me(self) -> str:
        return self.actor if self.actor.isprintable() else "you"

    def read(self) -> tuple[Action, ...]:
        """The acceptance, with what was typed."""
        return (
            Accept(
                owners=self._owner.names(self.today) if self._owner.edited else (),
                lead=self._lead.text or None,
                due=self._due.day() if self._due.moved else None,
                follow_up=self._follow_up.day(),
            ),
        )
