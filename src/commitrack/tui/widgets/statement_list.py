"""The list of statements: any number of them, of which those in view are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual.binding import Binding, BindingType
from textual.message import Message
from textual.strip import Strip

from commitrack.model.ids import statement_id
from commitrack.store import Outline
from commitrack.tui.messages import message
from commitrack.tui.prose import ELLIPSIS, Line, fitted
from commitrack.tui.widgets.drawn_list import DrawnList, moving
from commitrack.tui.widgets.statement_rows import STATEMENT_STYLES, TALL, outline_lines

AHEAD = 32
"""Statements asked for beyond those in view, on either side."""
_KEPT = 2_000
"""Outlines at hand at most."""


class StatementList(DrawnList):
    """Three lines each. The cursor belongs to a statement, and stays on it in another order."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        *STATEMENT_STYLES,
        "statements--cursor",
        "statements--cursor-blurred",
    }
    DEFAULT_CSS = """
    StatementList {
        background: $background; overflow-x: hidden; overflow-y: scroll;
        scrollbar-size-vertical: 1;
        & .statements--id { color: $text-accent; text-style: bold; }
        & .statements--title { color: $foreground; text-style: bold; }
        & .statements--muted { color: $foreground 60%; }
        & .statements--waiting { color: $text-accent; }
        & .statements--open { color: $foreground 85%; }
        & .statements--closed { color: $text-success; }
        & .statements--cursor { background: $primary 25%; }
        & .statements--cursor-blurred { background: $foreground 9%; }
    }
    """
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "read", "Read", tooltip="The whole text, from commitment to commitment"),
        *moving("statement"),
    ]

    TALL = TALL

    @message
    class Wanted(Message):
        """These are in view or near it, and not at hand."""

        numbers: tuple[int, ...]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self.numbers: Sequence[int] = ()
        """What is listed, in order."""
        self._held: OrderedDict[int, Outline] = OrderedDict()
        self._asked: set[int] = set()

    # What is shown

    @property
    def count(self) -> int:
        """How many statements are listed."""
        return len(self.numbers)

    @property
    def number(self) -> int | None:
        """The number of the statement under the cursor."""
        return self.numbers[self._row] if self._row < len(self.numbers) else None

    @property
    def current(self) -> Outline | None:
        """The statement under the cursor, if it is at hand."""
        number = self.number
        return None if number is None else self._held.get(number)

    def show(self, numbers: Sequence[int], *, top: bool = False) -> None:
        """List these; the cursor stays on its statement, or on its row, or goes to the top."""
        before = None if top else self.number
        self.numbers = numbers
        if top:
            self._row = 0
        elif before is not None and before in numbers:
            self._row = numbers.index(before)
        self._row = max(0, min(self._row, len(numbers) - 1))
        self._asked.clear()
        self.lay_out_rows()
        self._ask()
        self.refresh()
        self.post_message(self.Moved())

    def put(self, outlines: Iterable[Outline]) -> None:
        """These have come to hand."""
        for one in outlines:
            self._held[one.number] = one
            self._held.move_to_end(one.number)
        while len(self._held) > _KEPT:
            self._held.popitem(last=False)
        self._asked.clear()
        self.refresh()
        self.post_message(self.Moved())

    def age(self) -> None:
        """What is at hand may be out of date: it stays in sight until it is asked for anew."""
        self._asked.clear()
        self._ask(anew=True)

    def came_into_view(self) -> None:
        """Ask for those that are not at hand."""
        self._ask()

    def _ask(self, *, anew: bool = False) -> None:
        first = max(0, round(self.scroll_y) // TALL - AHEAD)
        last = first + self.size.height // TALL + 2 * AHEAD + 2
        wanted = tuple(
            number
            for number in self.numbers[first:last]
            if number not in self._asked and (anew or number not in self._held)
        )
        if wanted:
            self._asked.update(wanted)
            self.post_message(self.Wanted(wanted))

    # Moving

    def go_to(self, number: int) -> bool:
        """Put the cursor on a statement; False when it is not listed."""
        if number not in self.numbers:
            return False
        self.move(self.numbers.index(number))
        return True

    def action_read(self) -> None:
        """Read the one under the cursor."""
        if self.numbers:
            self.post_message(self.Opened())

    # Drawing

    def render_line(self, y: int) -> Strip:
        """Draw a line of what is in view."""
        row, part = divmod(y + round(self.scroll_y), TALL)
        width = self.width
        if row >= len(self.numbers):
            return Strip.blank(width, self.ink(""))
        paper = None
        if row == self._row:
            focused = "statements--cursor" if self.has_focus else "statements--cursor-blurred"
            paper = self.paper(focused)
        number = self.numbers[row]
        outline = self._held.get(number)
        if outline is None:
            lines = _waiting(number)
        else:
            self._held.move_to_end(number)
            lines = outline_lines(outline)
        return self.strip(_cut(lines[part], width), width, paper)


def _waiting(number: int) -> list[Line]:
    head = ((f" {statement_id(number)} ", "statements--id"), (ELLIPSIS, "statements--muted"))
    return [head, (), ()]


def _cut(line: Line, width: int) -> Line:
    """As much of a line as there is room for, with an ellipsis where it is cut."""
    found = []
    for text, style in line:
        found.append((fitted(text, min(width, cell_len(text))), style))
        width -= cell_len(text)
        if width <= 0:
            break
    return tuple(found)
