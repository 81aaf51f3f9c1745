"""The line at the top: the places one works in, which of them this is, and what waits in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import ClassVar

from rich.cells import cell_len
from textual import events
from textual.geometry import Offset
from textual.message import Message
from textual.strip import Strip

from commitrack.model.cleaning import clean_line
from commitrack.tui.keymap import Keymap
from commitrack.tui.messages import message
from commitrack.tui.prose import ELLIPSIS, Line, Piece, Prose
from commitrack.tui.widgets.painted import Painted
from commitrack.tui.workplaces import WORKPLACES, WorkPlace, go_to_commands

_MOST = 5
"""Lines that what is wrong with the store may take."""
_ROUNDED = 10_000
"""From here on a count is rounded to thousands."""

Label = tuple[Piece, ...]
"""What stands for a place: its key, its name and its count, as far as there is room."""


class PlaceBar(Painted):
    """Shows all places as fully as there is room; a click goes to one.

    What it shows of them it is told by the app it lives in: `current_mode` and `place_counts`; and
    below them `trouble`, which is wrong with the store.
    """

    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "places--key",
        "places--name",
        "places--count",
        "places--here",
        "places--none",
        "places--trouble",
    }

    @message
    class Chosen(Message):
        """The user wants to go to a place; to none in particular where not all had room."""

        place: WorkPlace | None

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._told: list[Line] = []
        """What is wrong with the store, in lines."""

    def on_mount(self) -> None:
        """Follow what waits, and what is wrong."""
        self.watch(self.app, "place_counts", self._counted, init=False)
        self.watch(self.app, "trouble", self._trouble_told)

    def _counted(self) -> None:
        self.refresh()

    def _trouble_told(self) -> None:
        self._wrap()
        self.refresh()

    def on_resize(self) -> None:
        """Wrap what is wrong anew."""
        self._wrap()

    def _wrap(self) -> None:
        """Give what is wrong with the store the lines below: it is there as long as that is so."""
        prose = Prose(self.app.size.width)
        trouble: str = getattr(self.app, "trouble", "")
        if trouble:
            words = (clean_line(trouble), "places--trouble")
            prose.paragraph(words, indent=3, first=(" ✗", "places--trouble"))
        self._told = prose.lines[:_MOST]
        self.styles.height = 1 + len(self._told)

    @property
    def at(self) -> int:
        """Which of the places one is at."""
        mode = self.app.current_mode
        return next((at for at, one in enumerate(WORKPLACES) if one.id == mode), 0)

    @property
    def _counts(self) -> Mapping[str, int]:
        found: Mapping[str, int] = getattr(self.app, "place_counts", {})
        return found

    @property
    def _keys(self) -> tuple[str, ...]:
        keymap = getattr(self.app, "keys", None) or Keymap()
        return tuple(keymap.label(command) for command in go_to_commands())

    def _drawn(self) -> list[tuple[int | None, Label]]:
        """The places in sight with their labels; None stands for those that are not."""
        return fitting(self.size.width, self.at, self._counts, self._keys)

    def render_line(self, y: int) -> Strip:
        """Draw the names, the one of this place on a paper of its own."""
        if y:
            told = self._told[y - 1] if y <= len(self._told) else ()
            return self.strip(told, self.size.width, self.paper("places--trouble"))
        width, here, paper = self.size.width, self.at, self.paper("places--here")
        strips = [
            self.strip(label, _cells(label), paper if at == here else None)
            for at, label in self._drawn()
        ]
        return Strip.join(strips).adjust_cell_length(width, self.ink(""))

    def spots(self) -> Iterable[Offset]:
        """A place each, for a leap."""
        left = 0
        for _, label in self._drawn():
            yield Offset(left, 0)
            left += _cells(label)

    def on_click(self, event: events.Click) -> None:
        """Go to the place under the pointer."""
        left = self.size.width if event.y else 0
        for at, label in self._drawn():
            right = left + _cells(label)
            if left <= event.x < right:
                self.post_message(self.Chosen(None if at is None else WORKPLACES[at]))
                return
            left = right


def fitting(
    width: int, here: int, counts: Mapping[str, int], keys: Sequence[str]
) -> list[tuple[int | None, Label]]:
    """The labels of all places as fully as `width` cells hold them; else those around `here`.

    Where not all have room, an ellipsis stands for the others.
    """
    for labels in _forms(counts, keys):
        if sum(map(_cells, labels)) <= width:
            return list(enumerate(labels))
    first, last = here, here + 1
    room = width - _cells(labels[here]) - 2 * _cells(_MORE)
    while True:
        if last < len(labels) and _cells(labels[last]) <= room:
            room -= _cells(labels[last])
            last += 1
        elif first > 0 and _cells(labels[first - 1]) <= room:
            first -= 1
            room -= _cells(labels[first])
        else:
            break
    drawn: list[tuple[int | None, Label]] = [(at, labels[at]) for at in range(first, last)]
    before = [(None, _MORE)] if first else []
    return [*before, *drawn, *([(None, _MORE)] if last < len(labels) else [])]


_MORE: Label = ((f" {ELLIPSIS}", "places--none"),)


def _forms(counts: Mapping[str, int], keys: Sequence[str]) -> Iterator[list[Label]]:
    """The labels of all places: with keys, with whole names, close together, with short names."""
    places = tuple(zip(WORKPLACES, keys, strict=True))
    yield [_label(f" {key} " if key else " ", one.name, one, counts, "  ") for one, key in places]
    yield [_label(" ", one.name, one, counts, " ") for one in WORKPLACES]
    yield [_label(" ", one.name, one, counts, "") for one in WORKPLACES]
    yield [_label(" ", one.short, one, counts, "") for one in WORKPLACES]


def _label(before: str, name: str, one: WorkPlace, counts: Mapping[str, int], after: str) -> Label:
    count = counts.get(one.id, 0)
    short = f"{count}" if count < _ROUNDED else f"{count // 1000:,}k"
    pieces = [(before, "places--key"), (name, "places--name")]
    if count:
        pieces.append((f" {short}", "places--count"))
    return (*pieces, (after, "places--name")) if after else tuple(pieces)


def _cells(label: Label) -> int:
    return sum(cell_len(text) for text, _ in label)
