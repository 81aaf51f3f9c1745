"""One line of styled pieces, cut where the screen ends."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from rich.cells import cell_len, set_cell_size
from textual.strip import Strip

from commitrack.tui.decisions import DECISION_STYLES
from commitrack.tui.prose import ELLIPSIS, Piece
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
        """Draw as many as there is room for; where that is not all, an ellipsis ends the line."""
        del y
        width = self.size.width
        over = cell_len("".join(text for text, _ in self._pieces).rstrip()) > width
        room = width - cell_len(ELLIPSIS) if over else width
        drawn: list[Piece] = []
        for text, style in self._pieces:
            shown = text if cell_len(text) <= room else set_cell_size(text, max(0, room))
            room -= cell_len(shown)
            drawn.append((shown, style))
        return self.strip([*drawn, (ELLIPSIS, "")] if over and width else drawn, width)
