"""One line of styled pieces, cut where the screen ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.strip import Strip

from commitrack.tui.decisions import DECISION_STYLES
from commitrack.tui.prose import Piece, fitted
from commitrack.tui.widgets.painted import Painted


class PaintedLine(Painted):
    """Shows pieces in the styles of decisions."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*DECISION_STYLES}

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._pieces: Sequence[Piece] = ()

    def show(self, pieces: Sequence[Piece]) -> None:
        """Show these."""
        self._pieces = pieces
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw as many as there is room for; the last one is cut with an ellipsis."""
        del y
        room = width = self.size.width
        drawn: list[Piece] = []
        for text, style in self._pieces:
            shown = fitted(text, room) if cell_len(text) > room else text
            room -= cell_len(shown)
            drawn.append((shown, style))
        return self.strip(drawn, width)
