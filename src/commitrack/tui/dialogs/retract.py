"""Withdrawing a piece of evidence; it stays on file, with the reason."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from textual import on
from textual.widget import Widget
from textual.widgets import OptionList
from textual.widgets.option_list import Option

from commitrack.model.actions import Action, RetractEvidence
from commitrack.model.cleaning import clean_line
from commitrack.tui.dialogs.base import Dialog
from commitrack.tui.dialogs.form import TextField
from commitrack.tui.dialogs.review import evidence_line

_PIECE = "piece"
"""What a draft calls the piece of evidence."""


class RetractDialog(Dialog):
    """Choose the piece and say why it does not stand; answers with `RetractEvidence`."""

    DEFAULT_CSS = """
    RetractDialog OptionList {
        height: auto; max-height: 10; background: transparent; margin-bottom: 1;
    }
    """
    TITLE = "Retract evidence"
    SAVE = "Retract"
    KEYS = "tab to the reason · ⏎ retract · esc cancel"

    def form(self) -> Iterable[Widget]:
        """The evidence that stands, and the reason."""
        self._pieces = self.dossiers[0].standing_evidence
        self._list = OptionList(
            *(Option(clean_line(evidence_line(piece))) for piece in self._pieces),
            compact=True,
            markup=False,
        )
        self._why = TextField("reason", "Reason", lines=2)
        yield self._list
        yield self._why

    def start(self) -> None:
        """The only piece is the one that is meant; of several, the newest is proposed."""
        self._list.highlighted = len(self._pieces) - 1
        (self._why if len(self._pieces) == 1 else self._list).focus()

    def held(self) -> dict[str, str]:
        """The reason, and the piece it is for."""
        return {**super().held(), _PIECE: str(self._pieces[self._list.highlighted or 0].number)}

    def hold(self, held: Mapping[str, str]) -> None:
        """The piece, if it still stands, and the reason."""
        numbers = [str(piece.number) for piece in self._pieces]
        if held.get(_PIECE) in numbers:
            self._list.highlighted = numbers.index(held[_PIECE])
        super().hold(held)

    @on(OptionList.OptionSelected)
    def go_on(self) -> None:
        """Enter or a click on a piece goes on to the reason."""
        self._why.focus()

    def read(self) -> tuple[Action, ...]:
        """The piece the list stands on, with the reason."""
        why = self._why.require("Say why it does not stand")
        return (RetractEvidence(self._pieces[self._list.highlighted or 0].number, why),)
