"""What would become of each of a million commitments: looked at where one scrolls to.

Each has as many lines, so that it is known where every one of them stands before it was looked at.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Sequence

from textual.message import Message
from textual.strip import Strip

from commitrack.model.actions import Preview
from commitrack.model.ids import commitment_id
from commitrack.tui.prose import ELLIPSIS, Line, Prose
from commitrack.tui.widgets.preview_lines import write_preview
from commitrack.tui.widgets.prose_pane import ProsePane

PAGE = 40
"""Commitments that are looked at together."""
_KEPT = 25 * PAGE
_TALLEST = 8
"""Lines that one has at most; what does not fit is cut."""


class SweepLines(ProsePane, can_focus=False):
    """Each commitment with the fields of it that change, or with why it is refused."""

    class Wanted(Message):
        """Some are in view that were not looked at."""

        def __init__(self, first: int, size: int) -> None:
            super().__init__()
            self.first = first
            self.size = size

    def __init__(self, numbers: Sequence[int]) -> None:
        super().__init__()
        self._numbers = numbers
        self._found: OrderedDict[int, Preview] = OrderedDict()
        """What was looked at, by its place."""
        self._entries: dict[int, list[Line]] = {}
        """The same in lines, as wide as they are now."""
        self._first: tuple[Preview, ...] = ()
        """Those that were looked at first, which the others have as many lines as."""
        self._tall = 2

    def found(self, first: int, previews: Sequence[Preview]) -> None:
        """These stand from `first` on."""
        if not self._first:
            self._first = tuple(previews)
        for place, one in enumerate(previews, first):
            self._found[place] = one
            self._found.move_to_end(place)
        while len(self._found) > _KEPT:
            place, _ = self._found.popitem(last=False)
            self._entries.pop(place, None)
        self.lay_out()

    def lay_out(self) -> None:
        """Give each as many lines as the tallest of the first needs, at this width."""
        width = self.width - 2
        if width < 1:
            return
        self._entries.clear()
        most = max((len(_written(one, width)) for one in self._first), default=2)
        self._tall = min(most, _TALLEST)
        self.set_height(len(self._numbers) * self._tall)
        self.refresh()
        self._look()

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what has come into view."""
        super().watch_scroll_y(old_value, new_value)
        self._look()

    def _look(self) -> None:
        first = round(self.scroll_y) // self._tall
        last = min(len(self._numbers), first + self.size.height // self._tall + 2)
        missing = [place for place in range(first, last) if place not in self._found]
        if missing:
            begin = missing[0] // PAGE * PAGE
            end = min(len(self._numbers), missing[-1] // PAGE * PAGE + PAGE)
            self.post_message(self.Wanted(begin, end - begin))

    def render_line(self, y: int) -> Strip:
        """Draw one line of what is in view, a cell away from either edge."""
        place, row = divmod(y + round(self.scroll_y), self._tall)
        line = self._entry(place)[row] if place < len(self._numbers) else ()
        return self.strip(((" ", ""), *line), self.size.width)

    def _entry(self, place: int) -> list[Line]:
        entry = self._entries.get(place)
        if entry is not None:
            return entry
        one = self._found.get(place)
        empty: list[Line] = [()] * self._tall
        if one is None:
            identifier = commitment_id(self._numbers[place])
            return [((identifier, "prose--title"), (f"  {ELLIPSIS}", "prose--muted")), *empty[1:]]
        lines = _written(one, self.width - 2)
        if len(lines) > self._tall:
            cut = Prose(self.width - 2)
            cut.paragraph((ELLIPSIS, "prose--muted"), indent=len(commitment_id(one.commitment)) + 2)
            lines = [*lines[: self._tall - 1], *cut.lines]
        self._entries[place] = found = [*lines, *empty[len(lines) :]]
        return found


def _written(one: Preview, width: int) -> list[Line]:
    prose = Prose(width)
    write_preview(prose, one)
    if one.refusal is None and not one.changes:
        margin = len(commitment_id(one.commitment)) + 2
        prose.paragraph(("says so already", "prose--none"), indent=margin)
    return prose.lines
