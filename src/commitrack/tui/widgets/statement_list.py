"""The list of statements: any number of them, of which those in view are asked for."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from commitrack.model.ids import statement_id
from commitrack.store import Outline
from commitrack.tui.prose import ELLIPSIS, Line, fitted
from commitrack.tui.widgets.painted import PaintedScroll
from commitrack.tui.widgets.statement_rows import STATEMENT_STYLES, TALL, outline_lines

AHEAD = 32
"""Statements asked for beyond those in view, on either side."""
_KEPT = 2_000
"""Outlines at hand at most."""


class StatementList(PaintedScroll, can_focus=True):
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
        Binding("down,j", "step(1)", "Next statement", show=False),
        Binding("up,k", "step(-1)", "Previous statement", show=False),
        Binding("pagedown,ctrl+f", "page(1)", "Page down", show=False),
        Binding("pageup,ctrl+b", "page(-1)", "Page up", show=False),
        Binding("home", "edge(0)", "First statement", show=False),
        Binding("end,G", "edge(-1)", "Last statement", show=False),
    ]

    class Moved(Message):
        """Another statement is under the cursor."""

    class Opened(Message):
        """The user wants to read the statement under the cursor."""

    @dataclass
    class Wanted(Message):
        """These are in view or near it, and not at hand."""

        numbers: tuple[int, ...]

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self.numbers: Sequence[int] = ()
        """What is listed, in order."""
        self._row = 0
        self._held: OrderedDict[int, Outline] = OrderedDict()
        self._asked: set[int] = set()

    # What is shown

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
        self.set_height(TALL * len(numbers))
        self._reveal()
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
        self._move(self.numbers.index(number))
        return True

    def _move(self, row: int) -> None:
        before, self._row = self._row, max(0, min(row, len(self.numbers) - 1))
        self._reveal()
        if before != self._row:
            self._ask()
            self.refresh()
            self.post_message(self.Moved())

    def _reveal(self) -> None:
        """Bring the cursor into view."""
        top, line, room = round(self.scroll_y), TALL * self._row, self.size.height
        if line < top:
            top = line
        elif line + TALL > top + room:
            top = line + TALL - room
        # Set directly: `scroll_to` waits for a layout that a change of the list has yet to bring.
        most = max(0, TALL * len(self.numbers) - room)
        self.scroll_target_y = self.scroll_y = max(0, min(top, most))

    def action_step(self, by: int) -> None:
        """One statement on, or back."""
        self._move(self._row + by)

    def action_page(self, by: int) -> None:
        """A screenful on, or back."""
        self._move(self._row + by * max(1, self.size.height // TALL - 1))

    def action_edge(self, row: int) -> None:
        """To the first, or to the last."""
        self._move(row if row >= 0 else len(self.numbers) - 1)

    def action_read(self) -> None:
        """Read the one under the cursor."""
        if self.numbers:
            self.post_message(self.Opened())

    def watch_scroll_y(self, old_value: float, new_value: float) -> None:
        """Ask for what comes into view when the wheel turns."""
        super().watch_scroll_y(old_value, new_value)
        self._ask()

    def on_resize(self) -> None:
        """Keep the cursor in view."""
        self.set_height(TALL * len(self.numbers))
        self._reveal()
        self._ask()
        self.refresh()

    def on_focus(self) -> None:
        """Show that keys go here."""
        self.refresh()

    def on_blur(self) -> None:
        """Show that keys go elsewhere."""
        self.refresh()

    # The mouse

    def _row_at(self, y: int) -> int | None:
        row = (y + round(self.scroll_y)) // TALL
        return row if 0 <= row < len(self.numbers) else None

    def point_at(self, offset: Offset) -> None:
        """Go to the statement at this place."""
        row = self._row_at(offset.y)
        if row is not None:
            self._move(row)

    def on_click(self, event: events.Click) -> None:
        """A click goes to a statement; a double click reads it."""
        row = self._row_at(event.y)
        if row is not None:
            self._move(row)
            if event.chain == 2:
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
