"""A picture of the screen with a letter on everything that can be gone to."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.geometry import Offset
from textual.screen import ModalScreen
from textual.strip import Strip

from commitrack.tui.leaping import Spot, labels
from commitrack.tui.widgets.painted import Painted


class _Picture(Painted):
    """The lines as they were, with the letters laid over them."""

    COMPONENT_CLASSES: ClassVar[set[str]] = {"leap--letter", "leap--typed"}
    DEFAULT_CSS = """
    _Picture {
        width: 100%; height: 100%;
        & .leap--letter { background: $accent; color: $text; text-style: bold; }
        & .leap--typed { color: $foreground 50%; }
    }
    """

    def __init__(self, lines: Sequence[Strip], letters: Mapping[str, Offset]) -> None:
        super().__init__()
        self._lines = tuple(lines)
        self._letters = letters
        self.typed = ""

    def render_line(self, y: int) -> Strip:
        """Draw a line, with the letters that may still be meant."""
        line = self._lines[y] if y < len(self._lines) else Strip.blank(self.size.width)
        here = sorted((at.x, name) for name, at in self._letters.items() if at.y == y)
        for x, name in here:
            if name.startswith(self.typed):
                paper = self.paper("leap--letter")
                label = self.strip([(name, "leap--letter")], len(name), paper)
                before, after = line.crop(0, x), line.crop(x + len(name), line.cell_length)
                line = Strip.join([before, label, after])
        return line.adjust_cell_length(self.size.width, self.ink(""))


class LeapScreen(ModalScreen[Spot | None]):
    """Answers with what the letters typed stand for, or with None."""

    DEFAULT_CSS = "LeapScreen { background: $background; }"

    def __init__(self, lines: Sequence[Strip], spots: Sequence[Spot]) -> None:
        """`lines` are what is on the screen."""
        super().__init__()
        self._spots = dict(zip(labels(len(spots)), spots, strict=False))
        self._picture = _Picture(lines, {name: one.at for name, one in self._spots.items()})

    def compose(self) -> ComposeResult:
        """The picture, and nothing else."""
        yield self._picture

    def on_key(self, event: events.Key) -> None:
        """Take letters until they stand for one thing; any other key leaves."""
        event.stop()
        event.prevent_default()
        typed = self._picture.typed + event.key
        if typed in self._spots:
            self.dismiss(self._spots[typed])
        elif any(name.startswith(typed) for name in self._spots):
            self._picture.typed = typed
            self._picture.refresh()
        else:
            self.dismiss(None)

    def on_click(self, event: events.Click) -> None:
        """A click on a letter is that letter; beside them it leaves."""
        at = Offset(event.screen_x, event.screen_y)
        hit = (
            one
            for name, one in self._spots.items()
            if one.at.y == at.y and one.at.x <= at.x < one.at.x + len(name)
        )
        self.dismiss(next(hit, None))

    def on_resize(self, event: events.Resize) -> None:
        """What the picture shows stands elsewhere now."""
        if self.is_current and event.size.height != len(self._picture._lines):
            self.dismiss(None)
