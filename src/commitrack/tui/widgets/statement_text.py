"""The text of a statement, wrapped, with the words of its commitments lit."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import ClassVar

from rich.cells import get_character_cell_size
from rich.segment import Segment
from textual import events
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from commitrack.model.cleaning import clean
from commitrack.model.status import Stage, Status
from commitrack.tui.widgets.wrapping import Rows, flowing, wrap

MEASURE = 100
"""Cells of a row at the most: from the end of a longer one the eye does not find the next."""
FOCUS = "focus"
"""The style of the words that the reader is asked about."""
ASKED = "asked"
"""The style of the words, among those in focus, that leave a question open."""
FRAME = "frame"
"""The style of a stretch that is looked at as a whole; what is lit inside it stays lit."""


@dataclass(frozen=True, slots=True)
class Span:
    """A stretch of the text to light: half-open, in code points of the stored text."""

    start: int
    end: int
    style: str
    """``candidate``, ``open``, ``closed``, ``rejected`` or ``read``; see `span_style`."""


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
        & > .statement-text--read { color: $foreground 60%; }
        & > .statement-text--frame { background: $foreground 12%; color: $text; }
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
        "statement-text--read",
        "statement-text--frame",
        "statement-text--focus",
        "statement-text--asked",
    }
    ALLOW_SELECT = False
    """Dragging chooses words of the stored text, where the screen takes them."""

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

    class Dragged(Message):
        """The reader drags from one character of the stored text to another; `done` at the end."""

        def __init__(self, widget: StatementText, start: int, end: int, *, done: bool) -> None:
            super().__init__()
            self.widget = widget
            self.start = start
            self.end = end
            self.done = done

        @property
        def control(self) -> StatementText:
            """The widget it happens in."""
            return self.widget

    def __init__(
        self,
        *,
        numbers: bool = False,
        draggable: bool = False,
        id: str | None = None,  # noqa: A002 -- the framework's own name for it
        classes: str | None = None,
    ) -> None:
        super().__init__(id=id, classes=classes)
        self._numbers = numbers
        self._draggable = draggable
        self._anchor: int | None = None
        """The character that a drag began at, while the button is down."""
        self._dragged: int | None = None
        """The character that the drag has reached."""
        self._text = ""
        self._shown = ""
        self._laid = ""
        """What is shown with the line feeds it has at this width."""
        self._spans: Sequence[Span] = ()
        self._pieces: tuple[Span, ...] = ()
        self._piece_starts: list[int] = []
        self._focus: tuple[int, int] | None = None
        self._asked: tuple[tuple[int, int], ...] = ()
        self._frame: tuple[int, int] | None = None
        self._rows: Rows | None = None
        self._rows_width = 0

    def show(
        self,
        text: str,
        spans: Sequence[Span] = (),
        focus: tuple[int, int] | None = None,
        asked: Iterable[tuple[int, int]] = (),
        frame: tuple[int, int] | None = None,
    ) -> None:
        """Show `text` (as stored) with `spans` lit, and `focus` brightest and in the middle.

        `asked` are the places in it, as offsets into the focus, whose words are underlined. A
        `frame` is set off as a whole and brought to the middle; what is lit in it stays lit.
        """
        if text != self._text:
            self._text = text
            self._shown = clean(text)
            self._rows = None
        self._spans = tuple(spans)
        first = 0 if focus is None else focus[0]
        self._asked = tuple((first + start, first + end) for start, end in asked)
        self._frame = frame
        self._light(focus)
        self._arrange()

    def choose(self, focus: tuple[int, int], edge: int | None = None) -> None:
        """Make other words the brightest, and stay where the reader is.

        With `edge`, an offset, the rows are moved only as far as is needed to see it.
        """
        self._asked = ()
        self._light(focus)
        rows = self._rows
        if rows is None or edge is None:
            return
        row, top, height = rows.row_of(edge), round(self.scroll_y), self.size.height
        if row < top:
            self.scroll_to(y=row, animate=False)
        elif row >= top + height:
            self.scroll_to(y=row - height + 1, animate=False)

    def recolour(self, spans: Sequence[Span]) -> None:
        """Light other words of the same text, and stay where the reader is."""
        self._spans = tuple(spans)
        self._light(self._focus)

    def _light(self, focus: tuple[int, int] | None) -> None:
        self._focus = focus
        spans = self._spans
        if self._frame is not None:
            spans = (Span(*self._frame, FRAME), *self._unframed(self._frame))
        self._pieces = flatten(spans, focus, self._asked)
        self._piece_starts = [piece.start for piece in self._pieces]
        self.refresh()

    def _unframed(self, frame: tuple[int, int]) -> Iterable[Span]:
        """The spans cut at the frame, so that no part in it is longer than the frame itself."""
        for span in self._spans:
            inner = max(span.start, frame[0]), min(span.end, frame[1])
            if inner[0] >= inner[1]:
                yield span
                continue
            yield Span(span.start, inner[0], span.style)
            yield Span(*inner, span.style)
            yield Span(inner[1], span.end, span.style)

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
            room = min(width - self._gutter, MEASURE)
            self._laid = self._in_lines(room)
            self._rows = wrap(self._laid, room)
            self.virtual_size = Size(width, len(self._rows))
        top = self._centred(self._rows)
        self.scroll_to(y=top, animate=False)
        if round(self.scroll_y) != top:
            self.call_after_refresh(self.scroll_to, y=top, animate=False)

    def _in_lines(self, width: int) -> str:
        """The text in its own lines where they are numbered or have room, else flowing."""
        if self._numbers:
            return self._shown
        text, longest = flowing(self._shown)
        return text if longest > width else self._shown

    def _centred(self, rows: Rows) -> int:
        shown = self._focus or self._frame
        if shown is None:
            return 0
        first = rows.row_of(shown[0])
        last = rows.row_of(max(shown[0], shown[1] - 1))
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
                segments.append(Segment(self._laid[position : piece.start], base))
                position = piece.start
            style = self.get_component_rich_style(f"statement-text--{piece.style}")
            segments.append(Segment(self._laid[position : min(piece.end, end)], style))
            position = min(piece.end, end)
        segments.append(Segment(self._laid[position:end], base))
        return Strip(segments).adjust_cell_length(width, base)

    def _margin(self, rows: Rows, row: int) -> Segment:
        shown = self._focus or self._frame
        lit = shown is not None and rows.row_of(shown[0]) <= row <= rows.row_of(
            max(0, shown[1] - 1)
        )
        mark = "▌ " if lit else "  "
        if not self._numbers:
            return Segment(mark, self.get_component_rich_style("statement-text--gutter"))
        room = self._gutter - 3
        number = str(rows.lines[row]) if rows.first_of_line(row) else ""
        style = self.get_component_rich_style("statement-text--gutter")
        return Segment(f"{number:>{room}} {mark}", style)

    def _offset_at(self, x: int, y: int) -> int | None:
        """The character in a cell of the widget; None in the margin and beyond the text."""
        rows = self._rows
        row = y + round(self.scroll_offset.y)
        if rows is None or not 0 <= row < len(rows) or x < self._gutter:
            return None
        cells = x - self._gutter
        for offset in range(rows.starts[row], rows.ends[row]):
            cells -= get_character_cell_size(self._laid[offset])
            if cells < 0:
                return offset
        return None

    def _nearest(self, x: int, y: int) -> int | None:
        """The character that a drag has reached: in the margin and beyond a row's end, its ends."""
        rows = self._rows
        if rows is None or not len(rows):
            return None
        row = max(0, min(y + round(self.scroll_offset.y), len(rows) - 1))
        found = self._offset_at(max(x, self._gutter), row - round(self.scroll_offset.y))
        return max(rows.starts[row], rows.ends[row] - 1) if found is None else found

    def on_mouse_down(self, event: events.MouseDown) -> None:
        """Begin to drag, where that chooses words."""
        self._dragged = None
        if self._draggable and event.button == 1:
            self._anchor = self._offset_at(event.x, event.y)
            if self._anchor is not None:
                self.capture_mouse()

    def on_mouse_move(self, event: events.MouseMove) -> None:
        """Follow the pointer; past the upper or the lower edge the text moves on."""
        if self._anchor is None:
            return
        if event.y < 0:
            self.scroll_up(animate=False)
        elif event.y >= self.size.height:
            self.scroll_down(animate=False)
        reached = self._nearest(event.x, event.y)
        if reached is not None and reached != (self._dragged or self._anchor):
            self._dragged = reached
            self.post_message(self.Dragged(self, self._anchor, reached, done=False))

    def on_mouse_up(self, event: events.MouseUp) -> None:
        """End the drag."""
        del event
        if self._anchor is None:
            return
        self.release_mouse()
        anchor, self._anchor = self._anchor, None
        if self._dragged is not None:
            self.post_message(self.Dragged(self, anchor, self._dragged, done=True))

    def on_click(self, event: events.Click) -> None:
        """Tell which character was clicked, when there is text under the pointer."""
        if self._dragged is not None:
            self._dragged = None
            return
        offset = self._offset_at(event.x, event.y)
        if offset is not None:
            self.post_message(self.Pressed(self, offset))
