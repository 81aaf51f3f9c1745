"""A promise that seems to be said again: the two side by side, and what a person makes of them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from enum import StrEnum

from textual import on
from textual.containers import Horizontal
from textual.content import Content
from textual.widget import Widget
from textual.widgets import Static

from commitrack.model.actions import Action, AddLink, DeclineLink, Reject
from commitrack.model.cleaning import clean_line
from commitrack.model.drift import Mark, bound, drift, marks, strength_words
from commitrack.model.ids import commitment_id
from commitrack.model.records import Dossier, LinkType, Suggestion
from commitrack.model.status import RejectReason, Status
from commitrack.reports.drift import TYPES
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.form import Field, TextField
from commitrack.tui.marks import status_text
from commitrack.tui.wording_marks import marked_quote


class Verdict(StrEnum):
    """What a person can make of a suggested link."""

    LINK = "link"
    DECLINE = "decline"
    DUPLICATE = "duplicate"


class LikenessDialog(Dialog):
    """Confirm the link, decline it, or reject the later promise as a duplicate."""

    DEFAULT_CSS = """
    LikenessDialog {
        & > #dialog { width: 116; }
        & #likeness-sides { height: auto; margin-bottom: 1; }
        & #likeness-sides Static { width: 1fr; height: auto; padding-right: 2; }
        & #likeness-change { height: auto; margin-bottom: 1; }
    }
    """
    TITLE = "Said before?"
    SAVE = "Decide"
    KEYS = "← → choose · tab next field · ⏎ decide · esc cancel"

    def __init__(
        self, dossiers: tuple[Dossier, ...], today: date, actor: str, *, earlier: Dossier
    ) -> None:
        """The one dossier has a suggestion, which waits for a decision, to link it to `earlier`."""
        super().__init__(dossiers, today, actor)
        self._earlier = earlier
        self._suggestion = _suggested(dossiers[0], earlier)

    def about(self) -> str:
        """How alike the two are."""
        return (
            f"{self._suggestion.score} % alike with {self._earlier.commitment.id}; "
            "nothing is linked until you say so"
        )

    def form(self) -> Iterable[Widget]:
        """The two side by side, what changed, and the decision."""
        older, newer = self._earlier.commitment, self.commitment
        before, after = marks(older, newer)
        yield Horizontal(
            Static(_side("before", self._earlier, before)),
            Static(_side("now", self.dossiers[0], after)),
            id="likeness-sides",
        )
        change = drift(older, newer).summary or "nothing that makes it weaker or stronger"
        yield Static(Content(clean_line(change)), id="likeness-change")
        self._verdict = ChoiceField("verdict", "They are", list(self._verdicts()))
        self._type = ChoiceField(
            "type",
            f"{newer.id} …",
            [(one, f"{one.words} it") for one in TYPES],
            self._suggestion.type,
        )
        self._why = TextField("reason", "Note", placeholder="optional")
        yield self._verdict
        yield self._type
        yield self._why

    def _verdicts(self) -> Iterator[tuple[str, str]]:
        yield Verdict.LINK, "the same: link them"
        yield Verdict.DECLINE, "not the same"
        if self.commitment.status is Status.CANDIDATE:
            yield Verdict.DUPLICATE, "duplicate: reject it"

    def start(self) -> None:
        """The decision first."""
        self.relabel()
        self._verdict.focus()

    @on(Field.Changed, "#field-verdict")
    def relabel(self) -> None:
        """Ask what the decision needs."""
        verdict = self._verdict.value
        self._type.display = verdict == Verdict.LINK
        self._why.display = verdict != Verdict.DUPLICATE
        self._why.name_it("Why not" if verdict == Verdict.DECLINE else "Note")

    def read(self) -> tuple[Action, ...]:
        """The decision."""
        other = self._earlier.commitment.number
        if self._verdict.value == Verdict.DECLINE:
            return (DeclineLink(other, self._why.require("Say why they are not the same")),)
        if self._verdict.value == Verdict.DUPLICATE:
            return (Reject(RejectReason.DUPLICATE, f"of {commitment_id(other)}"),)
        return (AddLink(LinkType(self._type.value), other, self._why.text or None),)


def _suggested(dossier: Dossier, earlier: Dossier) -> Suggestion:
    other = earlier.commitment.number
    return next(one for one in dossier.open_suggestions if one.other == other)


def _side(label: str, dossier: Dossier, found: tuple[Mark, ...]) -> Content:
    """One of the two: what it is, its words with the marks, and how firmly and by when."""
    record = dossier.commitment
    said = f" in {dossier.source.id}" if dossier.source is not None else ""
    due = record.due.isoformat() if record.due is not None else "no date"
    return Content("\n").join(
        (
            Content.assemble((f"{label}  ", "$foreground 60%"), (record.id, "bold"), said),
            Content.assemble("“", marked_quote(record.quote, found), "”"),
            Content.styled(
                f"{status_text(record.status)} · {strength_words(bound(record))} · {due}",
                "$foreground 60%",
            ),
        )
    )
