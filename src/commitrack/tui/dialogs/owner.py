"""Who must deliver, with the parties on record to pick from."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from typing import ClassVar

from textual import on
from textual.binding import Binding, BindingType
from textual.content import Content
from textual.suggester import Suggester
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from commitrack.model.actions import Action, FieldValue, SetFields
from commitrack.model.cleaning import clean_line
from commitrack.model.fields import parse_field
from commitrack.model.records import Dossier
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.form import VARIOUS, Field, TextField

_SHOWN = 6
_JOIN = "; "


def matching(typed: str, parties: Iterable[str], limit: int = _SHOWN) -> list[str]:
    """Parties that the last name typed could become: those it begins first, then those it is in."""
    before, _, last = typed.rpartition(";")
    word = last.strip().casefold()
    named = {name.strip().casefold() for name in before.split(";")}
    names = [name for name in parties if name.casefold() not in (named | {word})]
    begins = [name for name in names if name.casefold().startswith(word)]
    holds = [name for name in names if word in name.casefold() and name not in begins]
    return (begins + holds)[:limit]


def completed(typed: str, name: str) -> str:
    """What is typed with the last name of it replaced by `name`."""
    before, semicolon, _ = typed.rpartition(";")
    return f"{before.strip()}{_JOIN}{name}" if semicolon else name


class PartySuggester(Suggester):
    """Completes the last of the names that are typed, in place."""

    def __init__(self, parties: Sequence[str]) -> None:
        super().__init__(use_cache=False, case_sensitive=True)
        self._parties = parties

    async def get_suggestion(self, value: str) -> str | None:
        """The line with its last name completed, when a party begins with it."""
        word = value.rpartition(";")[2].lstrip()
        for name in matching(value, self._parties) if word else ():
            if name.casefold().startswith(word.casefold()):
                return value + name[len(word) :]
        return None


class OwnerField(TextField):
    """Names of parties, several with a semicolon, completed from those on record."""

    def __init__(
        self,
        name: str,
        label: str,
        value: str | None,
        parties: Sequence[str],
        *,
        placeholder: str = "",
        hint: str = "",
    ) -> None:
        self.parties = {clean_line(party): party for party in parties}
        super().__init__(
            name,
            label,
            value,
            placeholder=placeholder,
            hint=hint,
            suggester=PartySuggester(tuple(self.parties)),
        )

    def names(self, today: date) -> tuple[str, ...]:
        """The names typed, first owner first; those on record exactly as they are recorded."""
        typed = parse_field("owner", self.text, today)
        names = typed if isinstance(typed, tuple) else ()
        known = {shown.casefold(): exact for shown, exact in self.parties.items()}
        return tuple(known.get(name.casefold(), name) for name in names)

    def matches(self) -> list[str]:
        """Parties that the name being typed could become."""
        return matching(self.text, self.parties)


class OwnerDialog(Dialog):
    """Name the owner, those who act along, and our lead; answers with `SetFields`."""

    DEFAULT_CSS = """
    OwnerDialog OptionList {
        height: auto; max-height: 6; margin: 0 0 1 15; background: transparent;
        scrollbar-size-vertical: 1;
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [Binding("down", "pick", "Pick", show=False)]
    TITLE = "Owner"
    KEYS = "⏎ save · → complete · ↓ pick · esc cancel"

    def __init__(
        self,
        dossiers: tuple[Dossier, ...],
        today: date,
        actor: str,
        *,
        parties: tuple[str, ...] = (),
    ) -> None:
        super().__init__(dossiers, today, actor)
        self.parties = parties

    def form(self) -> Iterable[Widget]:
        """Owner, partners, the parties found, our lead."""
        commitment = self.commitment
        owner, various = self.shared(lambda one: _JOIN.join(one.owners))
        partners, different = self.shared(lambda one: _JOIN.join(one.partners))
        self._owner = OwnerField(
            "owner",
            "Owner",
            owner,
            self.parties,
            placeholder=VARIOUS if various else "who must deliver; several with ;",
            hint="" if various else f"Read from the statement as: {commitment.owner_basis}",
        )
        self._partners = OwnerField(
            "partners",
            "Partners",
            partners,
            self.parties,
            placeholder=VARIOUS if different else "who acts along; several with ;",
        )
        lead, mixed = self.shared(lambda one: one.lead)
        self._lead = TextField(
            "lead", "Lead", lead, placeholder=VARIOUS if mixed else "our own officer"
        )
        self._typing = self._owner
        self._matches = OptionList(compact=True, markup=False)
        yield self._owner
        yield self._partners
        yield self._matches
        yield self._lead

    def on_mount(self) -> None:
        """Nothing to pick from until something is typed."""
        self._matches.display = False

    @on(Field.Changed)
    def suggest(self, event: Field.Changed) -> None:
        """List the parties that the name being typed could become."""
        if not isinstance(event.field, OwnerField):
            return
        self._typing = event.field
        found = event.field.matches() if event.field.edited and event.field.text else []
        self._matches.clear_options()
        self._matches.add_options([Option(Content(name)) for name in found])
        self._matches.display = bool(found)

    def action_pick(self) -> None:
        """Down goes to the parties found, when there are some."""
        if self._matches.display and self.focused is self._typing.editor():
            self._matches.highlighted = 0
            self._matches.focus()
        else:
            self.focus_next()

    @on(OptionList.OptionSelected)
    def complete(self, event: OptionList.OptionSelected) -> None:
        """Take the picked party, and go on typing."""
        field = self._typing
        field.text = completed(field.text, field.matches()[event.option_index])
        self._matches.display = False
        field.focus()

    def read(self) -> tuple[Action, ...]:
        """The fields that were changed."""
        values: dict[str, FieldValue] = {}
        if self._owner.edited:
            values["owner"] = self._owner.names(self.today)
        if self._partners.edited:
            values["partners"] = self._partners.names(self.today)
        if self._lead.edited:
            values["lead"] = parse_field("lead", self._lead.text, self.today)
        return (SetFields(values),) if values else ()
