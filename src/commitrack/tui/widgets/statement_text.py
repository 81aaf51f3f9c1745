"""The text of a statement, wrapped, with the words of its commitments lit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from commitrack.model.cleaning import clean
from commitrack.model.status import Stage, Status
from commitrack.tui.widgets.wrapping import Rows, wrap

FOCUS = "focus"
"""The style of the words that the reader is asked about."""
ASKED = "asked"
"""The style of the words, among those in focus, that leave a question open."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text to light: half-open, in code points of the stored text."""

    start: int
    end: int
    style: str
    """``candidate``, ``open``, ``closed`` or ``rejected``; see `span_style`."""


def span_style(status: Status) -> str:
    """The style that lights the words of a commitment with this status."""
    if status in (Status.CANDIDATE, Status.REJECTED):
        return status.value
    return "open" if status.stage is Stage.OPEN else "closed"


def flatten(
    spans: Iterable[Span],
    focus: tuple[int, int] | None,
    asked: Iterable[tuple[int, int]] = (),
) -> tuple[Span, ...]:
    """Spans without overlaps, in order: the shorter of two wins, and the focus wins over all,
    but for the words in it that are asked about.
    """
    layers = sorted((span for span in spans if span.start < span.end), key=_length, reverse=True)
    if focus is not None and focus[0] < focus[1]:
        layers.append(Span(*focus, FOCUS))
    layers += [Span(start, end, ASKED) for start, end in asked if start < end]
    edges = sorted({edge for span in layers for edge in (span.start, span.end)})
    tops: dict[int, str] = {}
    for span in layers:
        for edge in edges[_at(edges, span.start) : _at(edges, span.end)]:
            tops[edge] = span.style
    return tuple(Span(start, end, tops[start]) for start, end in pairwise(edges) if start in tops)


def _length(span: Span) -> int:
    return span.end - span.start


def _at(edges: Sequence[int], edge: int) -> int:
    return bisect_right(edges, edge) - 1


class StatementText(ScrollView, can_focus=True):
    """Shows a statement at any length at once: rows are wrapped once a width, drawn on demand."""

    DEFAULT_CSS = """
    StatementText {
        overflow-x: hidden;
        overflow-y: scroll;
        scrollbar-size-vertical: 1;
        background: $surface;
        color: $text 80%;
        height: 1fr;
        & > .statement-text--gutter { color: $foreground 60%; }
        & > .statement-text--candidate { background: $warning 22%; color: $text; }
        & > .statement-text--open { background: $primary 26%; color: $text; }
        & > .statement-text--closed { background: $success 22%; color: $text; }
        & > .statement-text--rejected { color: $foreground 60%; text-style: italic; }
        & > .statement-text--focus {
            background: $warning; color: $background; text-style: bold;
        }
        & > .statement-text--asked {
            background: $warning; color: $background; text-style: bold underline;
        }
    }
    """
    COMPONENT_CLASSES: ClassVar[set[str]] = {
        "statement-text--gutter",
        "statement-text--candidate",
        "statement-text--open",
        "statement-text--closed",
        "statement-text--rejected",
        "statement-text--focus",
        "statement-text--asked",
    }

    class Pressed(Message):
        """The reader clicked on the character at `offset` of the stored text."""

        def __init__(self, widget: StatementText, offset: int) -> None:
            super().__init__()
            self.widget = widget
            self.offset = offset

        @property
        def control(self) -> StatementText:
            """The widget it happened in."""
            return self.widget

    def __init__(
        self,
        *,
        numbers: bool = False,
        id: str | None = None,  # noqa: A002 -- the framework's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._numbers = numbers
        self._text = ""
        self._shown = ""
        self._spans: Sequence[Span] = ()
        self._pieces: tuple[Span, ...] = ()
        self._piece_starts: list[int] = []
        self._focus: tuple[int, int] | None = None
        self._asked: tuple[tuple[int, int], ...] = ()
        self._rows: Rows | None = None
        self._rows_width = 0

    def show(
        self,
        text: str,
        spans: Sequence[Span] = (),
        focus: tuple[int, int] | None = None,
        asked: Iterable[tuple[int, int]] = (),
    ) -> None:
        """Show `text` (as stored) with `spans` lit, and `focus` brightest and in the middle.

        `asked` are the places in it, as offsets into the focus, whose words are underlined.
        """
        if text != self._text:
            self._text = text
            self._shown = clean(text)
            self._rows = None
        self._spans = tuple(spans)
        first = 0 if focus is None else focus[0]
        self._asked = tuple((first + start, first + end) for start, end in asked)
        self._light(focus)
        self._arrange()

    def recolour(self, spans: Sequence[Span]) -> None:
        """Light other words of the same text, and stay where the reader is."""
        self._spans = tuple(spans)
        self._light(self._focus)

    def _light(self, focus: tuple[int, int] | None) -> None:
        self._focus = focus
        self._pieces = flatten(self._spans, focus, self._asked)
        self._piece_starts = [piece.start for piece in self._pieces]
        self.refresh()

    def line_of(self, offset: int) -> int:
        """The line of the text, from 1, that holds `offset`."""
        return self._shown.count("\n", 0, offset) + 1

    def on_resize(self) -> None:
        """Wrap again for another width, keeping the focus in view."""
        self._arrange()

    def _arrange(self) -> None:
        width = self.scrollable_content_region.width
        if not width:
            return
        if self._rows is None or self._rows_width != width:
            self._rows_width = width
            self._rows = wrap(self._shown, width - self._gutter)
            self.virtual_size = Size(width, len(self._rows))
        top = self._centred(self._rows)
        self.scroll_to(y=top, animate=False)
        if round(self.scroll_y) != top:
            self.call_after_refresh(self.scroll_to, y=top, animate=False)

    def _centred(self, rows: Rows) -> int:
        if self._focus is None:
            return 0
        first = rows.row_of(self._focus[0])
        last = rows.row_of(max(self._focus[0], self._focus[1] - 1))
        room = self.size.height - (last - first + 1)
        top = first - max(0, room // 2)
        return max(0, min(top, len(rows) - self.size.height))

    @property
    def _gutter(self) -> int:
        """Columns before the text: a mark beside the focus, and line numbers when asked for."""
        if not self._numbers:
            return 2
        return len(str(self._shown.count("\n") + 1)) + 3

    def render_line(self, y: int) -> Strip:
        """Draw one row of what is in view."""
        base = self.rich_style
        rows = self._rows
        row = y + round(self.scroll_offset.y)
        width = self._rows_width
        if rows is None or row >= len(rows):
            return Strip.blank(self.size.width, base)
        start, end = rows.starts[row], rows.ends[row]
        segments = [self._margin(rows, row)]
        position = start
        for piece in self._pieces[max(0, bisect_right(self._piece_starts, start) - 1) :]:
            if piece.start >= end:
                break
            if piece.end <= position:
                continue
            if piece.start > position:
                segments.append(Segment(self._shown[position : piece.start], base))
                position = piece.start
            style = self.get_component_rich_style(f"statement-text--{piece.style}")
            segments.append(Segment(self._shown[position : min(piece.end, end)], style))
            position = min(piece.end, end)
        segments.append(Segment(self._shown[position:end], base))
        return Strip(segments).adjust_cell_length(width, base)

    def _margin(self, rows: Rows, row: int) -> Segment:
        lit = self._focus is not None and rows.row_of(self._focus[0]) <= row <= rows.row_of(
            max(0, self._focus[1] - 1)
        )
        mark = "▌ " if lit else "  "
        if not self._numbers:
            return Segment(mark, self.get_component_rich_style("statement-text--gutter"))
        room = self._gutter - 3
        number = str(rows.lines[row]) if rows.first_of_line(row) else ""
        style = self.get_component_rich_style("statement-text--gutter")
        return Segment(f"{number:>{room}} {mark}", style)

    def on_click(self, event: events.Click) -> None:
        """Tell which character was clicked, when there is text under the pointer."""
        rows = self._rows
        row = event.y + round(self.scroll_offset.y)
        if rows is None or row >= len(rows) or event.x < self._gutter:
            return
        offset = rows.starts[row] + event.x - self._gutter
        if offset < rows.ends[row]:
            self.post_message(self.Pressed(self, offset))
