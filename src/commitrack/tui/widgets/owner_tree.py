"""The bodies as a tree to walk and fold, with figures that are fetched as they come into view."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import ClassVar

from textual import events
from textual.binding import Binding, BindingType
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from commitrack.model.cleaning import clean_line
from commitrack.model.standing import Standing
from commitrack.tui.forest import MANY, Forest, Row
from commitrack.tui.prose import Piece, fitted
from commitrack.tui.widgets.drawn_list import DrawnList, moving
from commitrack.tui.widgets.owner_columns import (
    WIDEST,
    cells,
    fitting,
    has_shares,
    headings,
    share_heading,
    shares,
)
from commitrack.tui.widgets.painted import Painted

_STYLES = frozenset(
    {
        *("owners--cursor", "owners--cursor-blurred", "owners--bar", "owners--mark"),
        *("owners--name", "owners--group", "owners--plain", "owners--none", "owners--late"),
        *("owners--good", "owners--slip", "owners--heading"),
    }
)
_DEEPEST = 8
"""Levels that are set in; what lies deeper stands below the last of them."""
_AROUND = 4
"""Rows above and below those in sight whose figures are fetched, too."""


class OwnersHeading(Painted):
    """The headings of the figures, above the tree."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*_STYLES}

    def render_line(self, y: int) -> Strip:
        """Draw them; the last cell is the scrollbar's, and one is left free before it."""
        del y
        width = self.size.width - 2
        figures = headings(fitting(width))
        room = min(WIDEST, width - sum(len(text) for text, _ in figures))
        figures += share_heading() if has_shares(width) else []
        return self.strip([(fitted("  body", room), "owners--heading"), *figures], self.size.width)


class OwnerTree(DrawnList):
    """One row a body. The cursor is kept by body when rows come and go."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {*_STYLES}
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter", "open", "List theirs", tooltip="List what it and its child bodies must deliver"
        ),
        *moving("body"),
        Binding("left,h", "fold", "Fold", show=False),
        Binding("right,l", "unfold", "Unfold", show=False),
        Binding("space", "fold_or_unfold", "Fold", tooltip="Fold or unfold"),
        Binding("Z", "fold_all", "Fold or unfold all", show=False),
    ]

    class Wanted(Message):
        """Bodies have come into view whose figures are not known."""

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self.forest = Forest()
        self._standings: dict[int, Standing] = {}
        self._fresh: set[int] = set()
        self._folded: frozenset[int] = frozenset()
        self._typed = ""
        self._rows: Sequence[Row] = ()
        self._filled = False
        self.every = False
        """Whether bodies are shown that own nothing."""

    # What is shown

    @property
    def count(self) -> int:
        """How many rows there are."""
        return len(self._rows)

    @property
    def rows(self) -> Sequence[Row]:
        """The rows in their order."""
        return self._rows

    @property
    def current(self) -> Row | None:
        """The row under the cursor."""
        return self._rows[self._row] if self._rows else None

    def fill(self, forest: Forest) -> None:
        """Show these bodies; what was folded stays so, and the cursor where it was."""
        if not self._filled:
            self._folded = forest.folding() if len(forest) > MANY else frozenset()
            self._filled = True
        self.forest = forest
        self._fresh.clear()
        self._arrange()

    def find(self, typed: str) -> None:
        """Show the bodies that these letters find, with the cursor on the first of them."""
        if typed == self._typed:
            return
        self._typed = typed
        self._arrange()
        words = typed.casefold().split()
        if words:
            from commitrack.tui.forest import finds

            hit = next((n for n, row in enumerate(self._rows) if finds(row.body, words)), 0)
            self.move(hit)

    def show_every(self, every: bool) -> None:
        """Show every body, or the owners."""
        self.every = every
        self._arrange()

    def put(self, standings: dict[int, Standing]) -> None:
        """These figures are known now."""
        self._standings.update(standings)
        self._fresh.update(standings)
        self.refresh()

    def standing(self, number: int) -> Standing | None:
        """The figures of a body, if they are known."""
        return self._standings.get(number)

    def wanted(self, most: int) -> tuple[int, ...]:
        """The bodies in view whose figures are not known or may have changed, from the top."""
        top = round(self.scroll_y)
        seen = self._rows[max(0, top - _AROUND) : top + max(1, self.size.height) + _AROUND]
        missing = [row.body.number for row in seen if row.body.number not in self._fresh]
        return tuple(missing[:most])

    def _arrange(self) -> None:
        """Lay the rows out anew around the body under the cursor, or one it is part of."""
        before = self.current
        self._rows = self.forest.rows(self._folded, self._typed, every=self.every)
        if before is not None:
            here = {row.body.number: place for place, row in enumerate(self._rows)}
            line = (before.body.number, *self.forest.above(before.body.number))
            self._row = next((here[one] for one in line if one in here), self._row)
        self._row = max(0, min(self._row, len(self._rows) - 1))
        self.lay_out_rows()
        self.refresh()
        self.post_message(self.Moved())
        self.post_message(self.Wanted())

    def came_into_view(self) -> None:
        """Ask for the figures of what is in view."""
        self.post_message(self.Wanted())

    # Folding

    def action_fold(self) -> None:
        """Fold this one; what is folded, or has nothing below it, leads to what it is part of."""
        row = self.current
        if row is None:
            return
        if row.folded is False and not self._typed:
            self._fold(row, folded=True)
            return
        above = row.body.parent
        place = next((n for n, one in enumerate(self._rows) if one.body.number == above), None)
        if place is not None:
            self.move(place)

    def action_unfold(self) -> None:
        """Show what is part of it; once it is shown, go to the first of that."""
        row = self.current
        if row is None or row.folded is None:
            return
        if row.folded:
            self._fold(row, folded=False)
        else:
            self.move(self._row + 1)

    def action_fold_or_unfold(self) -> None:
        """Fold or unfold."""
        row = self.current
        if row is not None and row.folded is not None and not self._typed:
            self._fold(row, folded=not row.folded)

    def _fold(self, row: Row, *, folded: bool) -> None:
        one = frozenset({row.body.number})
        self._folded = self._folded | one if folded else self._folded - one
        self._arrange()

    def action_fold_all(self) -> None:
        """Fold everything, or unfold it when everything is folded."""
        every = self.forest.folding()
        self._folded = frozenset() if every <= self._folded else every
        self._arrange()

    def action_open(self) -> None:
        """List the commitments of this one."""
        if self.current is not None:
            self.post_message(self.Opened())

    # Drawing, and the mouse

    def spots(self) -> Iterable[Offset]:
        """A body each, for a leap: beside the mark that folds it."""
        top = round(self.scroll_y)
        for place, row in enumerate(self._rows[top : top + self.size.height]):
            yield Offset(_margin(row) + 2, place)

    def on_click(self, event: events.Click) -> None:
        """A click goes to a body, on its mark it folds it; a double click lists its commitments."""
        event.prevent_default()  # what a click does in other lists
        place = self.row_at(event.y)
        if place is None:
            return
        self.move(place)
        left = _margin(self._rows[place])
        if left <= event.x < left + 2:
            self.action_fold_or_unfold()
        elif event.chain == 2:
            self.action_open()

    def render_line(self, y: int) -> Strip:
        """Draw a row of what is in view."""
        place = y + round(self.scroll_y)
        width = self.width
        if place >= len(self._rows):
            words = "  no body is called so" if self._typed and place == 0 else ""
            return self.strip([(fitted(words, width), "owners--none")], width)
        row = self._rows[place]
        under = place == self._row
        style = "owners--cursor" if self.has_focus else "owners--cursor-blurred"
        paper = self.paper(style) if under else self.paper()
        figures = cells(fitting(width - 1), self._standings.get(row.body.number))
        lead: list[Piece] = [
            ("▌" if under else " ", "owners--bar"),
            (" " * (_margin(row) - 1), ""),
            ({True: "▸ ", False: "▾ ", None: "  "}[row.folded], "owners--mark"),
        ]
        room = min(WIDEST, width - 1 - sum(len(text) for text, _ in figures)) - _margin(row) - 2
        name = fitted(clean_line(row.body.name), max(0, room))
        shown = "owners--name" if row.folded is None else "owners--group"
        if has_shares(width - 1):
            figures += shares(self._standings.get(row.body.number))
        return self.strip([*lead, (name, shown), *figures], width, paper)


def _margin(row: Row) -> int:
    return 1 + 2 * min(row.depth, _DEEPEST)
