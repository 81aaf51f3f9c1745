"""The detail pane: one commitment, drawn in the same frame as the cursor that moved to it."""

from __future__ import annotations

from datetime import date
from typing import TypeAlias

from textual import events
from textual.message import Message

from commitrack.model.cleaning import clean_line
from commitrack.model.records import Dossier
from commitrack.tui.excerpt import Excerpt
from commitrack.tui.messages import message
from commitrack.tui.prose import Line, Prose
from commitrack.tui.widgets.dossier_lines import dossier_lines
from commitrack.tui.widgets.prose_pane import ProsePane

_Shown: TypeAlias = tuple[Dossier, Excerpt | None, date]
_Written: TypeAlias = tuple[_Shown, int, list[Line]]


class DetailPane(ProsePane):
    """Shows a dossier, wrapped to its width, with the statement around the quote."""

    @message
    class Dragged(Message):
        """The edge towards the list is dragged to this cell of the screen."""

        x: int
        y: int

    def __init__(self, *, id: str | None = None) -> None:  # noqa: A002 -- the framework's name
        super().__init__(id=id)
        self._dragging = False
        self._shown: _Shown | None = None
        self._instead = ("", "")
        """What is said where no one commitment is shown: a title, and what can be done."""
        self._ahead: _Written | None = None
        """What will soon be shown, if all goes on as it does, and its lines in a width."""
        self._last: _Written | None = None
        """What was shown last: a list that comes anew shows it more than once."""

    @property
    def dossier(self) -> Dossier | None:
        """What is shown."""
        return None if self._shown is None else self._shown[0]

    def show(self, dossier: Dossier | None, excerpt: Excerpt | None, today: date) -> None:
        """Show a dossier from its top, or where the reader was when it is the same one."""
        before = self.dossier
        self._shown = None if dossier is None else (dossier, excerpt, today)
        if _number(before) != _number(dossier):
            self.scroll_target_y = self.scroll_y = 0
        self.lay_out()

    def say(self, title: str, hint: str) -> None:
        """What to say where no one commitment is shown: what is, and what can be done with it."""
        self._instead = (title, hint)
        if self._shown is None:
            self.lay_out()

    def prepare(self, dossier: Dossier, excerpt: Excerpt | None, today: date) -> None:
        """Write what is likely to be shown next, while nobody waits for it."""
        shown, width = (dossier, excerpt, today), self.width - 2
        if self.width > 2 and not _is_of(self._ahead, shown, width):
            lines = dossier_lines(*shown, width)
            self._ahead = shown, width, lines
            self.draw_ahead(lines)

    # Its edge: the line on its left, or its first line where it stands below the list.

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Take hold of the edge."""
        beside = bool(self.styles.border_left[0])
        if (event.x if beside else event.y) == 0 and event.button == 1:
            self._dragging = True
            self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Pull the edge along."""
        if self._dragging:
            event.stop()
            self.post_message(self.Dragged(event.screen_x, event.screen_y))

    def on_mouse_up(self) -> None:
        """Let go."""
        if self._dragging:
            self._dragging = False
            self.release_mouse()

    def written(self, width: int) -> list[Line]:
        """The dossier in lines, or what is said instead of one."""
        if self._shown is None:
            prose = Prose(width)
            for text, style in zip(self._instead, ("prose--title", "prose--muted"), strict=True):
                if text:
                    prose.paragraph((clean_line(text), style))
            return prose.lines
        for known in (self._ahead, self._last):
            if known is not None and _is_of(known, self._shown, width):
                return known[2]
        self._last = self._shown, width, dossier_lines(*self._shown, width)
        return self._last[2]


def _is_of(written: _Written | None, shown: _Shown, width: int) -> bool:
    """Whether these lines are about this, in this width."""
    if written is None:
        return False
    (dossier, excerpt, today), wide, _ = written
    same = dossier is shown[0] and excerpt is shown[1]
    return same and (today, wide) == (shown[2], width)


def _number(dossier: Dossier | None) -> int | None:
    return None if dossier is None else dossier.commitment.number
