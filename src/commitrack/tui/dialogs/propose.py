"""What the chosen words are: kind, owner and date as they were read, and whether to accept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from textual.widget import Widget

from commitrack.model.actions import Accept, Action, FieldValue, SetFields
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.model.fields import parse_field
from commitrack.model.kinds import Kind, OwnerBasis
from commitrack.model.records import Dossier
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.day_field import DayField
from commitrack.tui.dialogs.form import TextField
from commitrack.tui.dialogs.owner import OwnerField

_WAIT, _ACCEPT = "wait", "accept"


@dataclass(frozen=True, slots=True)
class Typed:
    """What was typed into the form and has not been saved; None where nothing was changed."""

    title: str | None = None
    kind: str | None = None
    owner: str | None = None
    due: str | None = None
    then: str | None = None


class ProposeDialog(Dialog):
    """Answers with what is to be done to the new candidate at once: fields set, acceptance.

    The dossier it is made of holds the candidate as it was read from the words, without a number.
    Unlike the other dialogs it may be saved unchanged: then no field is set.
    """

    TITLE = "Make a commitment of these words"
    KEYS = "⏎ save · tab next field · esc back to the words"
    ASKS = False  # leaving the words asks

    def __init__(
        self,
        dossiers: tuple[Dossier, ...],
        today: date,
        actor: str,
        *,
        parties: tuple[str, ...] = (),
        typed: Typed = Typed(),
    ) -> None:
        """`typed` is put back into the fields: what was typed before going back to the words."""
        super().__init__(dossiers, today, actor)
        self._parties = parties
        self._typed = typed

    def _which(self) -> str:
        return f"{len(self.commitment.quote):,} characters"

    def subject(self) -> str:
        """The words themselves."""
        return f"“{clean_line(self.commitment.quote)}”"

    def about(self) -> str:
        """What else was read of them."""
        read = self.commitment
        parts = ["what is not changed stays as it was read"]
        if read.strength is not None:
            parts.append(read.strength.name.lower())
        if read.due_text:
            parts.append(f"“{clean_line(read.due_text)}”")
        if read.condition:
            parts.append(f"only {clean_line(read.condition)}")
        return " · ".join(parts)

    def form(self) -> Iterable[Widget]:
        """Label, kind, owner and date, and what then."""
        read = self.commitment
        basis = read.owner_basis
        hint = "" if basis is OwnerBasis.UNSTATED else f"Read from the words: {basis.value}"
        self._title = TextField("title", "Title", read.title, placeholder="our neutral label")
        self._kind = ChoiceField(
            "kind", "Kind", [(one.value, one.value) for one in Kind], read.kind.value
        )
        self._owner = OwnerField(
            "owner",
            "Owner",
            "; ".join(read.owners),
            self._parties,
            placeholder="who must deliver; several with ;",
            hint=hint,
        )
        self._due = DayField("due", "Due", self.today, read.due)
        self._then = ChoiceField(
            "then", "Then", ((_WAIT, "leave it a candidate"), (_ACCEPT, "accept it at once"))
        )
        yield self._title
        yield self._kind
        yield self._owner
        yield self._due
        yield self._then

    def start(self) -> None:
        """Put back what was typed before, and begin at the kind."""
        for field, words in (
            (self._title, self._typed.title),
            (self._owner, self._typed.owner),
            (self._due, self._typed.due),
        ):
            if words is not None:
                field.text = words
        for choice, value in ((self._kind, self._typed.kind), (self._then, self._typed.then)):
            if value is not None:
                choice.value = value
        (self._kind if self.commitment.owners else self._owner).focus()

    @property
    def typed(self) -> Typed:
        """What was changed in the form, to be put back when it is opened again."""
        return Typed(
            self._title.text if self._title.edited else None,
            self._kind.value if self._kind.edited else None,
            self._owner.text if self._owner.edited else None,
            self._due.text if self._due.edited else None,
            self._then.value if self._then.edited else None,
        )

    def read(self) -> tuple[Action, ...]:
        """The fields that were changed, none or more, and the acceptance."""
        values: dict[str, FieldValue] = {}
        if self._title.edited:
            try:
                values["title"] = parse_field("title", self._title.text, self.today)
            except BadInput as error:
                raise self._title.fail(str(error)) from None
        if self._kind.edited:
            values["kind"] = self._kind.value
        if self._owner.edited:
            values["owner"] = self._owner.names(self.today)
        if self._due.moved:
            values["due"] = self._due.day()
        actions: list[Action] = [SetFields(values)]
        if self._then.value == _ACCEPT:
            actions.append(Accept())
        return tuple(actions)
