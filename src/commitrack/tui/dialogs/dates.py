"""The two clocks: the owner's date and ours, typed in plain words."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from dataclasses import replace

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from commitrack.model.actions import Action, FieldValue, SetFields
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput, CommitrackError, Refused
from commitrack.model.fields import parse_field
from commitrack.model.schedule import slippage
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.day_field import DayField
from commitrack.tui.dialogs.form import VARIOUS, Field, FormError, TextField
from commitrack.tui.dialogs.rehearsal import rehearse, signature

_ANNOUNCED = (("yes", "announced by the owner"), ("no", "assumed by us"))


class DatesDialog(Dialog):
    """Set the due date and the follow-up; a date that moves asks why. Answers with `SetFields`."""

    TITLE = "Dates"

    def form(self) -> Iterable[Widget]:
        """Both dates, and what a move of the first needs."""
        said = clean_line(self.commitment.due_text or "")
        due, various = self.shared(lambda one: one.due)
        follow_up, different = self.shared(lambda one: one.follow_up)
        cadence, mixed = self.shared(lambda one: str(one.cadence))
        self._due = DayField("due", "Due", self.today, due, various=various)
        self._slip = Static(Content(""), classes="dialog--fact")
        self._why = TextField(
            "reason", "Why it moves", lines=2, placeholder="in the owner's words, if they gave any"
        )
        self._announced = ChoiceField("announced", "", _ANNOUNCED)
        self._follow_up = DayField(
            "follow_up", "Follow-up", self.today, follow_up, various=different
        )
        self._cadence = TextField(
            "cadence", "Cadence, days", cadence, placeholder=VARIOUS if mixed else ""
        )
        if said and self.count == 1:
            yield self.fact(f"The statement says: {said}")
        yield self._due
        yield self._slip
        yield self._why
        yield self._announced
        yield self._follow_up
        yield self._cadence

    def on_mount(self) -> None:
        """Show where the date stands."""
        self.weigh()

    @on(Field.Changed, "#field-due, #field-follow_up")
    def weigh(self) -> None:
        """Show how far the date would be from the first one, and ask for the reason if it moves."""
        needed = self._needs_reason()
        self._why.display = self._announced.display = needed
        story = self._story()
        self._slip.update(Content(story))
        self._slip.display = bool(story)

    def _needs_reason(self) -> bool:
        """Whether the due date moves, whatever else in the form is still to be mended."""
        try:
            values: dict[str, FieldValue] = {"due": self._due.day()} if self._due.moved else {}
            with suppress(FormError):
                if self._follow_up.moved:
                    values["follow_up"] = self._follow_up.day()
            asked = (SetFields(values),) if values else ()
            rehearse(self.dossiers, asked, signature(self.actor, self.today))
        except Refused as refusal:
            return "reason" in refusal.needs
        except CommitrackError:
            return self._why.display
        return False

    def _story(self) -> str:
        commitment = self.commitment
        first = commitment.due_original
        if first is None or self.count > 1:
            return ""
        try:
            due = self._due.day()
        except FormError:
            return ""
        if due is None:
            return f"First promised {first.isoformat()}"
        moved = slippage(replace(commitment, due=due), self.dossiers[0].moves)
        moves = moved.moves + (commitment.due is not None and due > commitment.due)
        if not moved.days and not moves:
            return f"First promised {first.isoformat()}, and not moved since"
        slip = f"{moved.days:+} days" if moved.days else "no slip"
        times = "1 move" if moves == 1 else f"{moves} moves"
        return f"First promised {first.isoformat()} → {due.isoformat()}: {slip}, {times}"

    def read(self) -> tuple[Action, ...]:
        """The dates that were changed, with the reason for a move."""
        return self._actions(self._why.text or None)

    def _actions(self, why: str | None) -> tuple[Action, ...]:
        values: dict[str, FieldValue] = {}
        if self._due.moved:
            values["due"] = self._due.day()
        if self._follow_up.moved:
            values["follow_up"] = self._follow_up.day()
        if self._cadence.edited:
            try:
                values["cadence"] = parse_field("cadence", self._cadence.text, self.today)
            except BadInput as error:
                raise self._cadence.fail(str(error)) from None
        if not values:
            return ()
        return (SetFields(values, why, announced=self._announced.value == "yes"),)
