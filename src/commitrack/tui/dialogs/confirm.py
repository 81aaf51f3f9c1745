"""A yes or no, with the lines that say to what."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.binding import Binding, BindingType

from commitrack.tui.dialogs.question import Answer, Question


class ConfirmDialog(Question[bool]):
    """Asks whether something is to be done. Escape is no."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,n", "answer('no')", "No", show=False),
        Binding("y", "answer('yes')", "Yes", show=False),
    ]
    KEYS = "⏎ or y yes · esc or n no"

    def __init__(self, question: str, lines: Sequence[str] = (), *, yes: str = "Yes") -> None:
        super().__init__(
            question, lines, (Answer("yes", yes, value=True), Answer("no", "Cancel", value=False))
        )
