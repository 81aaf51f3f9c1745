"""The figures beside a body: which columns fit a width, and what stands in them. Pure."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from commitrack.model.standing import Standing
from commitrack.tui.charts.blocks import portions
from commitrack.tui.prose import Piece, fitted

_NAME = 24
"""Cells that a name has at the least where there is room for any figure."""
WIDEST = 72
"""Cells of a name at the most: the figures are not to stand out of sight of what they are of."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A column: its heading, its cells with a space before it, and what it shows in which style."""

    heading: str
    width: int
    shown: Callable[[Standing], tuple[str, str]]


def _number(style: str, value: Callable[[Standing], int]) -> Callable[[Standing], tuple[str, str]]:
    def shown(one: Standing) -> tuple[str, str]:
        found = value(one)
        return (f"{found:,}", style) if found else ("0", "owners--none")

    return shown


def _slip(one: Standing) -> tuple[str, str]:
    return (f"+{one.days:,} d", "owners--slip") if one.days else ("–", "owners--none")


def _contact(one: Standing) -> tuple[str, str]:
    if one.contact is None:
        return "never" if one.owned else "", "owners--none"
    return one.contact.isoformat(), "owners--plain"


OPEN = Figure("open", 8, _number("owners--plain", lambda one: one.open))
OVERDUE = Figure("overdue", 9, _number("owners--late", lambda one: one.overdue))
DELIVERED = Figure("delivered", 11, _number("owners--good", lambda one: one.delivered))
DISPUTED = Figure("disputed", 10, _number("owners--late", lambda one: one.disputed))
SLIPPED = Figure("slipped", 12, _slip)
CONTACT = Figure("last contact", 14, _contact)

FIGURES = (OPEN, OVERDUE, DELIVERED, DISPUTED, SLIPPED, CONTACT)
"""Every column, from left to right."""
_NARROW_NAME = 22
"""Cells that a name has at the least beside figures that stand close."""
_CLOSE = {"open": 6, "overdue": 8, "delivered": 10, "disputed": 9, "slipped": 10}
_NARROW = (
    *(replace(one, width=_CLOSE[one.heading]) for one in FIGURES[:-1]),
    Figure("contact", 11, _contact),
)
"""Every column, as close as it can stand: all have room in a terminal of 80 columns."""
_WANTED = (OPEN, OVERDUE, CONTACT, DELIVERED, SLIPPED, DISPUTED)
"""The same by how much they are wanted where not all have room."""


def fitting(width: int) -> tuple[Figure, ...]:
    """The columns that have room beside the names: all of them, if need be close together; else
    the most wanted ones.
    """
    close = width - _NARROW_NAME >= sum(one.width for one in _NARROW)
    if close and width - _NAME < sum(one.width for one in FIGURES):
        return _NARROW
    room, chosen = width - _NAME, set[str]()
    for one in _WANTED:
        if one.width > room:
            break
        room -= one.width
        chosen.add(one.heading)
    return tuple(one for one in FIGURES if one.heading in chosen)


def headings(figures: Sequence[Figure]) -> list[Piece]:
    """The headings, each over its column."""
    return [(f"{one.heading:>{one.width}}", "owners--heading") for one in figures]


def cells(figures: Sequence[Figure], standing: Standing | None) -> list[Piece]:
    """The figures of a body; a dot where they are not known yet."""
    if standing is None:
        return [(f"{'·':>{one.width}}", "owners--none") for one in figures]
    found = []
    for one in figures:
        text, style = one.shown(standing)
        room = one.width - 1
        if len(text) > room and text.replace(",", "").isdigit():
            text = f"{int(text.replace(',', '')) // 1000:,}k"  # a number that is cut is another one
        found.append(
            (" " + (f"{text:>{room}}" if len(text) <= room else fitted(text, room)), style)
        )
    return found


_SHARES = (
    ("✓", "delivered", "owners--good"),
    ("!", "overdue", "owners--late"),
    ("○", "open", "owners--plain"),
    ("·", "other", "owners--none"),
)
"""What may have become of a commitment: its sign, in a word, and its style."""
_LEGEND = "".join(f"  {sign} {word}" for sign, word, _ in _SHARES)
_MOST = len(_LEGEND) - 2
"""Signs in a row at the most."""


def has_shares(width: int) -> bool:
    """Whether there is room behind the figures for what became of them all, a sign for each."""
    return width >= WIDEST + sum(one.width for one in FIGURES) + len(_LEGEND)


def share_heading() -> list[Piece]:
    """What each sign means."""
    return [
        piece
        for sign, word, style in _SHARES
        for piece in ((f"  {sign} ", style), (word, "owners--heading"))
    ]


def shares(standing: Standing | None) -> list[Piece]:
    """A sign for each commitment of a body; for more than there is room for, by their shares."""
    if standing is None:
        return []
    waiting, rest = standing.open - standing.overdue, standing.owned - standing.open
    counts: Sequence[int] = (
        standing.delivered,
        standing.overdue,
        waiting,
        max(0, rest - standing.delivered),
    )
    if sum(counts) > _MOST:
        counts = portions(counts, _MOST)
    signs = [(sign * n, style) for n, (sign, _, style) in zip(counts, _SHARES, strict=True)]
    return [("  ", ""), *signs]
