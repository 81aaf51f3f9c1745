"""What could go on where the cursor of the filter is, below it, with how many would be left."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, ClassVar

from rich.cells import cell_len
from textual import events
from textual.message import Message
from textual.strip import Strip

from commitrack.model.cleaning import clean_line
from commitrack.tui.messages import message
from commitrack.tui.prose import fitted
from commitrack.tui.widgets.painted import Painted

if TYPE_CHECKING:
    from commitrack.query.completing import Choice

ROWS = 8
"""Choices in sight; the rest is reached by going further down."""
_WIDEST = 64


class OfferList(Painted):
    """The choices, one of which may be lit. It never has the keys: the input passes them on."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "offers--text",
        "offers--help",
        "offers--count",
        "offers--lit",
        "offers--none",
    }
    DEFAULT_CSS = """
    OfferList { overlay: screen; constrain: inside inside; display: none; height: auto; }
    OfferList.-open { display: block; }
    """

    @message
    class Chosen(Message):
        """One was clicked."""

        choice: Choice

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002
        super().__init__(id=id)
        self.choices: tuple[Choice, ...] = ()
        self.lit: int | None = None
        """The place of the choice that enter takes; None while nobody has gone down to one."""
        self._left: Mapping[str, int] = {}

    @property
    def open(self) -> bool:
        """Whether there is anything to choose from."""
        return bool(self.choices)

    def offer(self, choices: Sequence[Choice], column: int) -> None:
        """Show choices, their left edge below a column of the screen; none hides the list."""
        self.choices = tuple(choices)
        self.lit = None
        self._left = {}
        self.set_class(self.open, "-open")
        if not self.open:
            return
        room = self.app.size.width
        longest = max(cell_len(f"{one.text} {one.help}") for one in self.choices)
        width = min(_WIDEST, room, longest + 12)
        self.styles.width = width
        self.styles.height = min(ROWS, len(self.choices))
        self.styles.offset = (max(0, min(column, room - width)), 0)
        self.refresh(layout=True)

    def count(self, left: Mapping[str, int]) -> None:
        """Say of choices, by their text, how many would be left."""
        self._left = {**self._left, **left}
        self.refresh()

    @property
    def in_sight(self) -> tuple[Choice, ...]:
        """The choices that are drawn."""
        return self.choices[self._first : self._first + ROWS]

    @property
    def _first(self) -> int:
        return max(0, (self.lit or 0) - ROWS + 1)

    def step(self, by: int) -> None:
        """Light the next choice or the one before; up from the first none is lit."""
        if self.lit is None:
            self.lit = 0 if by > 0 else None
        else:
            to = self.lit + by
            self.lit = None if to < 0 else min(to, len(self.choices) - 1)
        self.refresh()

    @property
    def chosen(self) -> Choice | None:
        """The lit choice."""
        return None if self.lit is None or not self.open else self.choices[self.lit]

    def on_click(self, event: events.Click) -> None:
        """Take the choice under the pointer."""
        event.stop()
        row = self._first + event.y
        if row < len(self.choices):
            self.post_message(self.Chosen(self.choices[row]))

    def render_line(self, y: int) -> Strip:
        """Draw a choice: what to put in, what it means, and how many would be left.

        One that would leave nothing is dim; it keeps its place, since a count that comes in must
        not move what somebody is about to take.
        """
        width, row = self.size.width, self._first + y
        if row >= len(self.choices):
            return Strip.blank(width, self.ink(""))
        choice = self.choices[row]
        paper = self.paper("offers--lit") if row == self.lit else self.paper()
        left = self._left.get(choice.text)
        count = "" if left is None else f"{left:,} left"
        text = clean_line(choice.text)
        room = max(1, width - cell_len(count) - 2)
        shown = fitted(text, min(room, cell_len(text)))
        rest = fitted(f"  {clean_line(choice.help)}", room - cell_len(shown))
        dead = left == 0
        return self.strip(
            (
                (f" {shown}", "offers--none" if dead else "offers--text"),
                (rest, "offers--none" if dead else "offers--help"),
                (f"{count} ", "offers--none" if dead else "offers--count"),
            ),
            width,
            paper,
        )
