"""Everything that a closing is judged by, beside the queue."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from commitrack.model.records import Dossier
from commitrack.tui.prose import Line
from commitrack.tui.widgets.prose_pane import ProsePane
from commitrack.tui.widgets.review_lines import review_lines

_Shown: TypeAlias = tuple[Dossier, str | None, str, date]


class ReviewPane(ProsePane, can_focus=False):
    """Shows one closing from its top, and as much of its statement as there is room for."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._shown: _Shown | None = None

    def show(self, dossier: Dossier, text: str | None, actor: str, today: date) -> None:
        """Show it, with the `text` of its statement once that is at hand."""
        before = self._shown
        self._shown = (dossier, text, actor, today)
        if before is None or before[0].commitment.number != dossier.commitment.number:
            self.scroll_target_y = self.scroll_y = 0
        self.lay_out()

    def written(self, width: int) -> list[Line]:
        """It in lines; none while nothing is shown."""
        if self._shown is None:
            return []
        return review_lines(*self._shown, width, self.size.height)
