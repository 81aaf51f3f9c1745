"""Leaving a form in which something was typed: keep it, give it up, or go on."""

from __future__ import annotations

from enum import StrEnum
from typing import ClassVar

from textual.binding import Binding, BindingType

from commitrack.tui.dialogs.question import Answer, Question


class Leaving(StrEnum):
    """What becomes of what was typed."""

    KEEP = "keep"
    DISCARD = "discard"
    STAY = "stay"


_ANSWERS = (
    Answer("keep", "Keep (k)", Leaving.KEEP),
    Answer("discard", "Discard (d)", Leaving.DISCARD),
    Answer("stay", "Go on typing (esc)", Leaving.STAY),
)


class LeaveDialog(Question[Leaving]):
    """Asked on escape; escape once more goes back to the form, so that nothing goes by a slip."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape", "answer('stay')", "Go on typing", show=False),
        Binding("k", "answer('keep')", "Keep it as a draft", show=False),
        Binding("d", "answer('discard')", "Discard it", show=False),
    ]
    TITLE = "Not saved"

    def __init__(self) -> None:
        super().__init__(
            "What you typed is not saved. A draft is kept for 7 days and comes back when this is "
            "opened again.",
            (),
            _ANSWERS,
        )
