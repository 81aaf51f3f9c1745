"""Moving on: the moves that the rules allow from here, and what each still needs."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import cached_property

from textual import on
from textual.content import Content
from textual.widget import Widget
from textual.widgets import OptionList, Static

from commitrack.model.actions import Accept, Action, Claim, Reject, SetFields, SetStatus
from commitrack.model.errors import BadInput
from commitrack.model.house import FourEyes, house
from commitrack.model.ids import parse_commitment_id
from commitrack.model.records import Dossier, Stance
from commitrack.model.status import MOVES, Stage, Status
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.check import CheckFields
from commitrack.tui.dialogs.choice import ChoiceField
from commitrack.tui.dialogs.evidence import EvidenceFields
from commitrack.tui.dialogs.form import Field, FlagField, TextField
from commitrack.tui.dialogs.named_list import Named, NamedList
from commitrack.tui.dialogs.owner import OwnerField
from commitrack.tui.dialogs.rehearsal import needs_of, signature
from commitrack.tui.dialogs.reject import REASONS

TESTS: Mapping[Status, str] = {
    Status.CANDIDATE: "nobody has judged it yet",
    Status.REJECTED: "read, and judged not a commitment",
    Status.OPEN: "accepted; no action recorded yet",
    Status.IN_PROGRESS: "evidence shows action toward it",
    Status.STALLED: "a check found no movement, or it is paused",
    Status.CLAIMED: "said to be done; not yet reviewed",
    Status.DELIVERED: "the evidence meets the success test",
    Status.PARTLY_DELIVERED: "materially short, with a real result",
    Status.NOT_DELIVERED: "the date passed, or the owner conceded",
    Status.WITHDRAWN: "the owner publicly dropped it",
    Status.SUPERSEDED: "a later commitment replaces it",
    Status.UNVERIFIABLE: "no test could be applied; asking did not help",
}
"""The one test of each status (domain: status)."""

_NEEDS: Mapping[str, str] = {
    "reason": "a reason",
    "evidence": "evidence",
    "check": "a check",
    "success_test": "a success test",
    "other": "its replacement",
    "owner": "an owner",
    "second_person": "a second person",
    "follow_up": "a follow-up date",
}

SELF_VERIFY = "I am the only reviewer: print it as self-verified ever after"
"""What somebody agrees to who approves a closing of their own."""

_EXAMPLES = 10
"""Commitments of very many that are asked what a move needs."""
_MOVE = "move"
"""What a draft calls the move."""


def moves_in_common(dossiers: Iterable[Dossier]) -> tuple[Status, ...]:
    """The statuses that every one of these may move to, in the order of a commitment's life."""
    common = set(Status)
    for dossier in dossiers:
        common &= MOVES[dossier.commitment.status]
    return tuple(status for status in Status if status in common)


class StatusDialog(Dialog):
    """Choose a move, and give what it needs; answers with everything it takes, in order."""

    DEFAULT_CSS = """
    StatusDialog {
        & OptionList { height: auto; background: transparent; }
        & #needs { height: auto; margin: 1 0; color: $foreground 60%; }
        & EvidenceFields, & CheckFields { margin-bottom: 1; }
    }
    """
    TITLE = "Status"
    KEYS = "↑↓ choose · ⏎ go on · esc cancel"

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

    @cached_property
    def moves(self) -> tuple[Status, ...]:
        """The moves to choose from: those of all; of so many that not all were looked at, those of
        any, since the preview tells for which they are refused.
        """
        if self.looked_at_all:
            return moves_in_common(self.dossiers)
        possible = {move for one in self.dossiers for move in MOVES[one.commitment.status]}
        return tuple(status for status in Status if status in possible)

    @cached_property
    def needs(self) -> Mapping[Status, tuple[str, ...]]:
        """What each move still needs."""
        by, found = signature(self.actor, self.today), {}
        for move in self.moves:
            movable = [one for one in self.dossiers if move in MOVES[one.commitment.status]]
            some = movable if self.looked_at_all else movable[:_EXAMPLES]
            found[move] = needs_of(some, SetStatus(move), by)
        return found

    def form(self) -> Iterable[Widget]:
        """The moves, and every field that one of them may need."""
        self._list = NamedList([self._line(move) for move in self.moves])
        self._needs = Static(Content(""), id="needs")
        self._evidence = EvidenceFields(self.today)
        self._check = CheckFields(self.today, self.commitment.cadence)
        self._owner = OwnerField("owner", "Owner", None, self._parties)
        self._test = TextField(
            "success_test", "Success test", lines=2, placeholder="what would count as done"
        )
        self._other = TextField("other", "Replaced by", placeholder="C-0012")
        self._because = ChoiceField("because", "Because it is", _REJECT_WORDS)
        self._why = TextField("reason", "Reason", lines=2)
        self._self_verify = FlagField("second_person", SELF_VERIFY)
        yield self._list
        yield self._needs
        yield self._owner
        yield self._evidence
        yield self._check
        yield self._test
        yield self._other
        yield self._because
        yield self._why
        yield self._self_verify

    def _line(self, move: Status) -> Named:
        style = "dim" if self.needs[move] else ""
        return Named(f" {move.words:<17}", TESTS[move], meaning_style=style)

    def start(self) -> None:
        """The list first; nothing to choose is said at once."""
        if not self.moves:
            self.reveal()
            self._list.display = self._needs.display = False
            self._complain("These have no move in common; choose fewer, or one at a time.")
            self.only_to_close()
            return
        self._list.highlighted = 0
        self._list.focus()
        self.reveal()

    def held(self) -> dict[str, str]:
        """The fields, and the move they are for."""
        found = super().held()
        return found if self.move is None else {**found, _MOVE: self.move.value}

    def hold(self, held: Mapping[str, str]) -> None:
        """The move first, if it is still allowed, then its fields."""
        moves = [move.value for move in self.moves]
        if held.get(_MOVE) in moves:
            self._list.highlighted = moves.index(held[_MOVE])
            self.reveal()
        super().hold(held)

    @property
    def move(self) -> Status | None:
        """The move the list stands on."""
        index = self._list.highlighted
        return None if index is None else self.moves[index]

    @on(OptionList.OptionHighlighted)
    def reveal(self) -> None:
        """Show the fields for what the highlighted move needs, and no others."""
        move = self.move
        needs = self.needs[move] if move else ()
        rejecting = move is Status.REJECTED
        proposal = move is not None and move.stage is Stage.CLOSED
        own = "second_person" in needs or (
            proposal and self.commitment.status is not Status.CLAIMED
        )
        self._evidence.display = "evidence" in needs
        self._check.display = "check" in needs
        self._test.display = "success_test" in needs
        self._other.display = "other" in needs
        self._owner.display = "owner" in needs
        self._because.display = rejecting
        self._why.display = move not in (None, Status.CANDIDATE, Status.OPEN) or "reason" in needs
        self._self_verify.display = own and house().four_eyes is not FourEyes.STRICT
        self._evidence.stance = Stance.WITHDRAWS if move is Status.WITHDRAWN else Stance.SUPPORTS
        self._why.name_it(_reason_label(move, needs))
        self._needs.update(Content(self._explain(move)))

    def _explain(self, move: Status | None) -> str:
        if move is None:
            return ""
        words = [_NEEDS.get(need, need) for need in self.needs[move]]
        told = f"Needs {_and(words)}." if words else "Needs nothing more."
        if move.stage is Stage.CLOSED and self.commitment.status is not Status.CLAIMED:
            told += " It closes when a second person approves."
        if move is Status.CLAIMED:
            told += " A second person then reviews the claim."
        return told

    @on(OptionList.OptionSelected)
    def go_on(self) -> None:
        """Enter on a move goes to the first thing it asks for, or does it."""
        for field in self.query(Field):
            if field.display and all(
                parent.display for parent in field.ancestors if isinstance(parent, Widget)
            ):
                field.focus()
                return
        self.action_submit()

    def field_for(self, need: str) -> Field | None:
        """The field that answers a need; evidence and a check are several."""
        if need == "evidence":
            return self._evidence.first
        if need == "check":
            return self._check.first
        return super().field_for(need)

    def read(self) -> tuple[Action, ...]:
        """What the move takes: evidence, a check or an owner first, then the move itself."""
        move = self.move
        if move is None:
            return ()
        actions: list[Action] = []
        if self._owner.display and self._owner.text and move is not Status.OPEN:
            actions.append(SetFields({"owner": self._owner.names(self.today)}))
        if self._evidence.display:
            actions.append(self._evidence.read())
        if self._check.display:
            actions.append(self._check.read())
        actions.append(self._move_to(move))
        return tuple(actions)

    def _move_to(self, move: Status) -> Action:
        why = self._why.text or None if self._why.display else None
        if move is Status.REJECTED:
            return Reject(_REASON_BY_VALUE[self._because.value], why)
        if move is Status.CLAIMED:
            return Claim(why, self._test.text or None)
        if move is Status.OPEN and self.commitment.status is Status.CANDIDATE:
            return Accept(owners=self._owner.names(self.today))
        other = None
        if self._other.display:
            try:
                other = parse_commitment_id(self._other.require("Which commitment replaces it?"))
            except BadInput as error:
                raise self._other.fail(str(error)) from None
        return SetStatus(
            move, why, self_verify=self._self_verify.display and self._self_verify.on, other=other
        )


_REASON_BY_VALUE = {reason.value: reason for _, reason, _ in REASONS}
_REJECT_WORDS = tuple((reason.value, reason.value) for _, reason, _ in REASONS)


def _reason_label(move: Status | None, needs: tuple[str, ...]) -> str:
    if move is Status.PARTLY_DELIVERED:
        return "What is missing"
    if "reason" in needs and move is not Status.REJECTED:
        return "Reason"
    return "Note"


def _and(words: list[str]) -> str:
    return " and ".join(filter(None, (", ".join(words[:-1]), words[-1])))
