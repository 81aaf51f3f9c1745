"""A piece of evidence: what it is, who stands behind it and what it says."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widget import Widget

from commitrack.model.actions import Action, AddEvidence
from commitrack.model.records import EvidenceKind, SourceClass, Stance
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.day_field import DayField
from commitrack.tui.dialogs.form import Field, TextField

_SOURCES = tuple((member.value, member.value) for member in SourceClass)
_STANCES = tuple((member.value, member.value) for member in Stance)
_KINDS = tuple((member.value, member.value) for member in EvidenceKind)


class EvidenceFields(Vertical):
    """The fields of one piece of evidence, for any dialog that needs some."""

    DEFAULT_CSS = """
    EvidenceFields { height: auto; }
    """

    def __init__(self, today: date, stance: Stance = Stance.SUPPORTS) -> None:
        super().__init__()
        self._title = TextField("evidence", "Evidence", placeholder="what it is called")
        self._source = ChoiceField("source", "Source", _SOURCES, SourceClass.OFFICIAL)
        self._stance = ChoiceField("stance", "It", _STANCES, stance)
        self._kind = ChoiceField("kind", "Kind", _KINDS)
        self._dated = DayField("dated", "Dated", today, past=True)
        self._url = TextField("url", "Where", placeholder="address or path")
        self._locator = TextField("locator", "Place in it", placeholder="page, line, paragraph")
        self._quote = TextField("quote", "Its words", lines=2, placeholder="the words that matter")

    def compose(self) -> ComposeResult:
        """From what must be said to what may be."""
        yield self._title
        yield self._source
        yield self._stance
        yield self._dated
        yield self._quote
        yield self._url
        yield self._locator
        yield self._kind

    @property
    def first(self) -> Field:
        """Where typing begins."""
        return self._title

    @property
    def stance(self) -> str:
        """What it does to the claim."""
        return self._stance.value

    @stance.setter
    def stance(self, stance: Stance) -> None:
        self._stance.value = stance.value

    @property
    def blank(self) -> bool:
        """Whether nothing was typed."""
        return not any(
            field.text
            for field in (self._title, self._dated, self._url, self._locator, self._quote)
        )

    def read(self) -> AddEvidence:
        """The evidence; `FormError` when it lacks a title, or a withdrawal its words."""
        stance = Stance(self._stance.value)
        title = self._title.require("Evidence needs a title")
        quote = self._quote.text
        if stance is Stance.WITHDRAWS:
            quote = self._quote.require("A withdrawal needs the owner's words")
        return AddEvidence(
            title=title,
            source=SourceClass(self._source.value),
            kind=EvidenceKind(self._kind.value),
            stance=stance,
            url=self._url.text or None,
            locator=self._locator.text or None,
            quote=quote or None,
            dated=self._dated.day(),
        )


class EvidenceDialog(Dialog):
    """File a piece of evidence; answers with `AddEvidence`."""

    TITLE = "Add evidence"

    def form(self) -> Iterable[Widget]:
        """The fields of the evidence."""
        self._fields = EvidenceFields(self.today)
        yield self._fields

    def read(self) -> tuple[Action, ...]:
        """The evidence."""
        return (self._fields.read(),)
