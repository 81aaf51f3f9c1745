"""Styled text laid out in lines of a width: what the detail pane is drawn from. Pure.

Every text put in is cleaned here, so that a caller cannot forget it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TypeAlias

from rich.cells import cell_len, set_cell_size

from commitrack.model.cleaning import clean
from commitrack.tui.widgets.wrapping import wrap

Piece: TypeAlias = tuple[str, str]
"""A text and the name of its style; an empty name is the plain style."""

Line: TypeAlias = tuple[Piece, ...]

ELLIPSIS = "…"


def fitted(text: str, width: int) -> str:
    """The text in exactly `width` cells: padded, or cut with an ellipsis."""
    if width <= 0:
        return ""
    if cell_len(text) <= width:
        return set_cell_size(text, width)
    return set_cell_size(set_cell_size(text, width - 1).rstrip() + ELLIPSIS, width)


class Prose:
    """Lines of styled text, written from top to bottom."""

    def __init__(self, width: int, label_width: int = 10) -> None:
        """`width` is in cells; labels of fields take `label_width` of it."""
        self.width = max(8, width)
        self._label_width = min(label_width, self.width // 3)
        self.lines: list[Line] = []

    def blank(self) -> None:
        """An empty line, unless the one above is empty or there is none."""
        if self.lines and self.lines[-1]:
            self.lines.append(())

    def heading(self, title: str, aside: str = "") -> None:
        """A title with a rule behind it, set off from what is above."""
        self.blank()
        tail = f" {clean(aside)}" if aside else ""
        text, room = clean(title), max(1, self.width - cell_len(tail) - 1)
        if cell_len(text) > room:
            text = fitted(text, room)
        rule = "─" * max(0, self.width - cell_len(text) - cell_len(tail) - 1)
        self.lines.append(
            ((text, "prose--heading"), (f" {rule}", "prose--rule"), (tail, "prose--muted"))
        )

    def paragraph(self, *pieces: Piece, indent: int = 0, first: Piece | None = None) -> None:
        """Pieces as one wrapped paragraph, `indent` cells from the left.

        `first` stands in the indent of the first line: a bullet or a label.
        """
        for number, line in enumerate(_wrapped(pieces, self.width - indent)):
            lead = first if number == 0 and first is not None else ("", "")
            margin = (fitted(lead[0], indent), lead[1])
            self.lines.append((margin, *line) if indent else line)

    def field(self, label: str, *pieces: Piece, style: str = "prose--label") -> None:
        """A label and its value beside it, wrapped under itself."""
        self.paragraph(*pieces, indent=self._label_width, first=(label, style))

    def bullet(self, mark: Piece, *pieces: Piece) -> None:
        """A mark and a text beside it."""
        self.paragraph(*pieces, indent=2, first=mark)


def _wrapped(pieces: Iterable[Piece], width: int) -> list[Line]:
    """The pieces as one text, broken at spaces, each keeping its style."""
    cleaned = [(clean(text), style) for text, style in pieces]
    text = "".join(piece for piece, _ in cleaned)
    rows = wrap(text, width)
    lines: list[Line] = []
    for start, end in zip(rows.starts, rows.ends, strict=True):
        line: list[Piece] = []
        position = 0
        for piece, style in cleaned:
            left, right = max(start, position), min(end, position + len(piece))
            if left < right:
                line.append((text[left:right], style))
            position += len(piece)
        lines.append(tuple(line))
    return lines
