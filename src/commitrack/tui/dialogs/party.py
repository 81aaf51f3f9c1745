"""What a body is called and what it is part of; and which other one it really is."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeVar

from textual.widget import Widget

from commitrack.model.actions import Action
from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.model.party_names import party_aliases, party_name
from commitrack.model.records import Party, PartyKind
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.form import TextField
from commitrack.tui.dialogs.owner import OwnerField

T = TypeVar("T")

_JOIN = "; "


class _AboutAParty(Dialog):
    """A dialog about a party and no commitment: it answers with no actions."""

    def __init__(self, party: Party, names: Sequence[str], today: date, actor: str) -> None:
        """`names` are those of the parties on record, to complete from."""
        super().__init__((), today, actor)
        self._party = party
        self._names = tuple(name for name in names if name != party.name)

    def _which(self) -> str:
        return ""

    def subject(self) -> str:
        """Whom it is about."""
        return clean_line(self._party.name)

    def about(self) -> str:
        """What that is, and how much it has promised."""
        party = self._party
        parts = [party.kind.value, f"owns {party.owned:,}"]
        if party.parent:
            parts.append(f"part of {clean_line(party.parent)}")
        return " · ".join(parts)

    def _exact(self, field: OwnerField) -> str:
        """The name in a field, as it is on record if it is; `FormError` for none."""
        name = _read(field, lambda text: party_name(field.key, text))
        known = {shown.casefold(): exact for shown, exact in field.parties.items()}
        return known.get(name.casefold(), name)


class PartyDialog(_AboutAParty):
    """Changes a party; what is to be changed is in `values` once it was answered."""

    TITLE = "Body"
    KEYS = "⏎ save · → complete · tab next · esc cancel"

    def __init__(self, party: Party, names: Sequence[str], today: date, actor: str) -> None:
        """See `_AboutAParty`."""
        super().__init__(party, names, today, actor)
        self.values: Mapping[str, object] | None = None

    def form(self) -> Iterable[Widget]:
        """Its name, what it is, what it is part of, its other names, who came after it."""
        party = self._party
        self._called = TextField("name", "Name", party.name)
        self._kind = ChoiceField(
            "kind", "Kind", [(one.value, one.value) for one in PartyKind], party.kind.value
        )
        self._above = OwnerField(
            "parent",
            "Part of",
            party.parent,
            self._names,
            placeholder="the body it is part of",
            hint="A filter for that one then finds what this one owns, too.",
        )
        self._aliases = TextField(
            "aliases", "Also called", _JOIN.join(party.aliases), placeholder="several with ;"
        )
        self._successor = OwnerField(
            "successor", "Successor", party.successor, self._names, placeholder="who came after it"
        )
        yield from (self._called, self._kind, self._above, self._aliases, self._successor)

    def read(self) -> tuple[Action, ...]:
        """The fields that were changed, as `values`; each says what cannot be used."""
        values: dict[str, object] = {}
        if self._kind.edited:
            values["kind"] = PartyKind(self._kind.value)
        for field in (self._above, self._successor):
            if field.edited:
                values[field.key] = self._exact(field) if field.text else None
        if self._aliases.edited:
            values["aliases"] = _read(self._aliases, lambda text: party_aliases("aliases", text))
        if self._called.edited:
            values["name"] = _read(self._called, lambda text: party_name("name", text))
        self.values = values
        return ()


class MergeDialog(_AboutAParty):
    """Asks which other party this one is; that is in `into` once it was answered."""

    TITLE = "One and the same"
    SAVE = "Look"
    KEYS = "⏎ see what changes · → complete · esc cancel"

    def __init__(self, party: Party, names: Sequence[str], today: date, actor: str) -> None:
        """See `_AboutAParty`."""
        super().__init__(party, names, today, actor)
        self.into: str | None = None
        self.why: str | None = None

    def form(self) -> Iterable[Widget]:
        """The party that keeps its name, and why."""
        self._into = OwnerField(
            "into",
            "Really is",
            None,
            self._names,
            placeholder="the party that keeps its name",
            hint="What names this one will name that one; this name becomes another name of it.",
        )
        self._why = TextField("why", "Why", None, placeholder="for the history")
        yield from (self._into, self._why)

    def read(self) -> tuple[Action, ...]:
        """The party chosen, as `into`; it must be on record."""
        self._into.require("name the party that this one is")
        name = self._exact(self._into)
        if name not in self._into.parties.values():
            raise self._into.fail(f"no party is called {name!r}")
        self.into, self.why = name, self._why.text or None
        return ()


def _read(field: TextField, read: Callable[[str], T]) -> T:
    try:
        return read(field.text)
    except BadInput as error:
        raise field.fail(str(error)) from None
