"""The whole of a statement in one line: a cell for each sentence, or for several."""

from __future__ import annotations

from typing import ClassVar

from textual import events
from textual.message import Message
from textual.strip import Strip

from commitrack.reports.accounting import Account
from commitrack.tui.decisions import DECISION_STYLES, bar_pieces
from commitrack.tui.prose import Piece
from commitrack.tui.widgets.painted import Painted


class CoverageBar(Painted):
    """Draws what became of each sentence, from the first to the last; a click goes to one."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*DECISION_STYLES, "bar--here"}

    class Pressed(Message):
        """The reader clicked on the cell of a sentence."""

        def __init__(self, place: int) -> None:
            super().__init__()
            self.place = place
            """Which of the numbered sentences, from 0."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._account: Account | None = None
        self._here: int | None = None
        self._pieces: list[Piece] = []

    def show(self, account: Account | None, here: int | None) -> None:
        """Show a statement, with `here`, one of its numbered sentences, set off; or nothing."""
        if account is not self._account:
            self._account = account
            self._pieces = []
        self._here = here
        self.refresh()

    def on_resize(self) -> None:
        """Draw it at another width."""
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """Draw the bar, with the cells of the sentence that is looked at turned round."""
        del y
        width = self.size.width
        account = self._account
        if account is None or not account.numbered:
            return Strip.blank(width, self.ink(""))
        if len(self._pieces) != width:  # a width may change before word of it comes
            self._pieces = bar_pieces(account, width)
        pieces = list(self._pieces)
        for cell in self._cells(len(account.numbered)):
            pieces[cell] = (pieces[cell][0], "bar--here")
        return self.strip(pieces, width)

    def _cells(self, count: int) -> range:
        """The cells of the sentence that is looked at."""
        width, here = self.size.width, self._here
        if here is None:
            return range(0)
        if count > width:
            return range(here * width // count, here * width // count + 1)
        return range(-(-here * width // count), -(-(here + 1) * width // count))

    def on_click(self, event: events.Click) -> None:
        """Go to the sentence under the pointer."""
        account = self._account
        if account is not None and account.numbered:
            self.post_message(self.Pressed(event.x * len(account.numbered) // self.size.width))
