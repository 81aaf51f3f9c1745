"""The second person's decision on a closing that waits."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from enum import StrEnum

from textual import on
from textual.widget import Widget

from commitrack.model.actions import Action, Approve, SendBack
from commitrack.model.house import FourEyes, house
from commitrack.model.records import Dossier, Evidence, Review
from commitrack.model.status import Status
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.form import Field, FlagField, TextField
from commitrack.tui.dialogs.status import SELF_VERIFY


class Outcome(StrEnum):
    """How a review can be decided."""

    APPROVE = "approve"
    PARTLY = "partly"
    SEND_BACK = "send back"


class ReviewDialog(Dialog):
    """Approve, approve in part, or send back; answers with `Approve` or `SendBack`."""

    TITLE = "Review"
    SAVE = "Decide"
    KEYS = "⏎ decide · tab next field · esc cancel"

    def __init__(
        self,
        dossiers: tuple[Dossier, ...],
        today: date,
        actor: str,
        *,
        outcome: Outcome = Outcome.APPROVE,
    ) -> None:
        """`outcome` is what the form opens with."""
        super().__init__(dossiers, today, actor)
        self._opening = outcome

    @property
    def _pending(self) -> Review | None:
        return self.dossiers[0].pending_review

    def form(self) -> Iterable[Widget]:
        """What is claimed and on what, then the decision."""
        for line in _facts(self.dossiers[0]):
            yield self.fact(line)
        self._outcome = ChoiceField("outcome", "Decision", self._choices(), self._opening)
        self._note = TextField("reason", "Note", lines=2)
        self._own = FlagField("second_person", SELF_VERIFY)
        yield self._outcome
        yield self._note
        yield self._own

    def _choices(self) -> list[tuple[str, str]]:
        pending = self._pending
        if pending is None:
            return [(Outcome.APPROVE, "uphold the closing")]
        words = [(Outcome.APPROVE, pending.proposed.words)]
        if pending.proposed is Status.DELIVERED:
            words.append((Outcome.PARTLY, Status.PARTLY_DELIVERED.words))
        return [*words, (Outcome.SEND_BACK, "send back")]

    def start(self) -> None:
        """The note when the decision was made already, else the decision."""
        self.relabel()
        (self._note if self._opening is not Outcome.APPROVE else self._outcome).focus()

    @on(Field.Changed, "#field-outcome")
    def relabel(self) -> None:
        """Ask what the decision needs: what is missing, a note, or a word of self-verification."""
        outcome = self._outcome.value
        label = {Outcome.PARTLY: "What is missing", Outcome.SEND_BACK: "What to do"}
        self._note.name_it(label.get(Outcome(outcome), "Note"))
        asks = house().four_eyes is FourEyes.SAID and outcome != Outcome.SEND_BACK
        self._own.display = asks and any(
            _asked_by(dossier).casefold() == self.actor.casefold() for dossier in self.dossiers
        )

    def read(self) -> tuple[Action, ...]:
        """The decision."""
        note = self._note.text or None
        own = self._own.display and self._own.on
        if self._outcome.value == Outcome.SEND_BACK:
            return (SendBack(note or ""),)
        if self._outcome.value == Outcome.PARTLY:
            missing = self._note.require("Say what is missing")
            return (Approve(missing=missing, self_verify=own),)
        return (Approve(note, self_verify=own),)


def _asked_by(dossier: Dossier) -> str:
    review = dossier.pending_review or dossier.closing_review
    return review.asked_by if review else ""


def _facts(dossier: Dossier) -> Iterable[str]:
    review = dossier.pending_review
    if review is not None:
        note = f": {review.asked_note}" if review.asked_note else ""
        yield (
            f"{review.asked_by} asked on {review.asked_on.isoformat()} to close it as "
            f"{review.proposed.words}{note}"
        )
    yield f"The words: “{dossier.commitment.quote}”"
    yield f"Success test: {dossier.commitment.success_test or 'none on record'}"
    for piece in dossier.standing_evidence:
        yield evidence_line(piece)


def evidence_line(piece: Evidence) -> str:
    """A piece of evidence in one line."""
    dated = f", {piece.dated.isoformat()}" if piece.dated else ""
    return f"• {piece.title} ({piece.source.value}, {piece.stance.value}{dated})"
