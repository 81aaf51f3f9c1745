"""What a bulk edit would change, all of it: the rest is written as one looks at the beginning."""

from __future__ import annotations

import asyncio
from collections.abc import Sequence

from textual import work
from textual.geometry import Size

from commitrack.model.actions import Preview
from commitrack.model.cleaning import clean_line
from commitrack.model.ids import commitment_id
from commitrack.tui.prose import Line, Prose
from commitrack.tui.refusals import on_screen
from commitrack.tui.widgets.prose_pane import ProsePane

AT_ONCE = 100
"""Commitments that are written in one turn of the loop."""
_MARGINS = 2


class PreviewLines(ProsePane, can_focus=False):
    """Each commitment with every field of it that changes, or with why it is refused."""

    def __init__(self, previews: Sequence[Preview]) -> None:
        super().__init__()
        self._previews = tuple(previews)
        self._written = 0
        """How many of them are written."""

    def written(self, width: int) -> list[Line]:
        """The beginning; the rest follows."""
        self._written = 0
        lines = self._next(width)
        self._go_on(width)
        return lines

    def _next(self, width: int) -> list[Line]:
        prose = Prose(width)
        upto = self._written + AT_ONCE
        for one in self._previews[self._written : upto]:
            write_preview(prose, one)
        self._written = min(upto, len(self._previews))
        return prose.lines

    @work(exclusive=True, group="write")
    async def _go_on(self, width: int) -> None:
        while self._written < len(self._previews):
            await asyncio.sleep(0)
            self._lines += self._next(width)
            self.set_height(len(self._lines))

    def get_content_height(self, container: Size, viewport: Size, width: int) -> int:
        """As many lines as there are; of very many it is enough to know that they fill the room."""
        del container, viewport
        prose = Prose(max(1, width - _MARGINS - self.styles.scrollbar_size_vertical))
        for one in self._previews[:AT_ONCE]:
            write_preview(prose, one)
        return len(prose.lines)


def write_preview(prose: Prose, one: Preview) -> None:
    """What changes of one commitment, or why it is refused."""
    identifier = commitment_id(one.commitment)
    margin = len(identifier) + 2
    title = (clean_line(one.title), "prose--plain")
    prose.paragraph(title, indent=margin, first=(identifier, "prose--title"))
    if one.refusal is not None:
        refused = f"refused: {clean_line(on_screen(one.refusal))}"
        prose.paragraph((refused, "rag--red"), indent=margin)
    for name, old, new in one.changes if one.refusal is None else ():
        prose.paragraph(
            (f"{name.replace('_', ' ')} ", "prose--muted"),
            (clean_line(old) or "none", "prose--muted"),
            (" → ", "prose--muted"),
            (clean_line(new) or "none", "prose--plain"),
            indent=margin,
        )
