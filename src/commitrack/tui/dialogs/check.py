"""A look for movement: where, what turned up, and when to look again."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from commitrack.model.actions import Action, RecordCheck
from commitrack.model.records import CheckResult
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.day_field import DayField
from commitrack.tui.dialogs.form import Field, TextField

_RESULTS = (
    (CheckResult.NOTHING_FOUND.value, "nothing found"),
    (CheckResult.FOUND.value, "something found"),
    (CheckResult.NO_REPLY.value, "no reply"),
)


class CheckFields(Vertical):
    """The fields of one check, for any dialog that needs one."""

    DEFAULT_CSS = """
    CheckFields { height: auto; }
    """

    def __init__(self, today: date, cadence: int) -> None:
        super().__init__()
        self._where = TextField("check", "Looked at", placeholder="site, board papers, a letter …")
        self._result = ChoiceField("result", "Turned up", _RESULTS)
        self._next = DayField("next", "Look again", today, hint=f"Left empty: in {cadence} days")
        self._note = TextField("check-note", "Note", lines=2)

    def compose(self) -> ComposeResult:
        """Where, what, when again, and a note."""
        yield self._where
        yield self._result
        yield self._next
        yield self._note

    @property
    def first(self) -> Field:
        """Where typing begins."""
        return self._where

    def read(self) -> RecordCheck:
        """The check; `FormError` when it does not say where."""
        return RecordCheck(
            result=CheckResult(self._result.value),
            where=self._where.require("Where did you look?"),
            next_follow_up=self._next.day(),
            note=self._note.text or None,
        )


class CheckDialog(Dialog):
    """Put on record that somebody looked; answers with `RecordCheck`."""

    TITLE = "Record a check"

    def form(self) -> Iterable[Widget]:
        """The fields of the check."""
        self._fields = CheckFields(self.today, self.commitment.cadence)
        yield self._fields

    def read(self) -> tuple[Action, ...]:
        """The check."""
        return (self._fields.read(),)
