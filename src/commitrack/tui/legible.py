"""The contrast that small letters need, seen to where lines go to the screen, in any theme.

A theme is chosen for its looks, and its accent on its own paper, or on the line of the cursor, may
be hard to read. Whatever is drawn is looked at here once more: letters that stand out too little
are moved towards black or white until they do, and no further. It is a filter of lines, because
there alone it is known what stands on what.

The terminal's own colours nobody here knows. On its default paper its own inks are left alone, but
for blue where the theme takes that paper for a dark one: there it is the bright one, as most
palettes have a blue that can hardly be read on black. On its coloured papers stands black or white,
whichever it is on those of most palettes.
"""

from __future__ import annotations

from functools import lru_cache
from typing import ClassVar

from rich.color import Color as RichColor
from rich.segment import Segment
from rich.style import Style
from textual.color import Color
from textual.filter import LineFilter
from textual.scrollbar import ScrollBarRender

LETTERS = 4.5
"""The least contrast of small letters (WCAG 2.2, success criterion 1.4.3)."""
SHAPES = 3.0
"""The least contrast of what is no letter: bars, rules, borders (1.4.11)."""
DRAWN = "".join(map(chr, range(0x2500, 0x25A0))) + " "
"""Lines and blocks: what consists of these alone is a shape."""

_DARK_PAPERS = frozenset({0, 1, 4, 5, 8})
"""Of a terminal's sixteen colours those that white stands on: black, red, blue, magenta, grey."""
_OWN_BLACK, _OWN_WHITE = RichColor.parse("black"), RichColor.parse("bright_white")
_BRIGHT_BLUE = RichColor.parse("bright_blue")
_FINER = 12
"""How often the way towards black or white is halved: to less than a step of a colour."""
_BLACK, _WHITE = Color(0, 0, 0), Color(255, 255, 255)


class Legible(LineFilter):
    """Gives what is drawn the contrast it needs; what has it already is left alone."""

    def __init__(self, *, dark: bool = False) -> None:
        """`dark` says that the theme takes the terminal's own paper for a dark one."""
        super().__init__()
        self._dark = dark

    def apply(self, segments: list[Segment], background: Color) -> list[Segment]:
        """Look at the pieces of a line; `background` is behind those that name none."""
        paper = background.rich_color
        return [
            segment
            if segment.style is None or segment.text.isspace()
            else Segment(
                segment.text,
                _legible(
                    segment.style,
                    paper,
                    LETTERS if segment.text.strip(DRAWN) else SHAPES,
                    self._dark,
                ),
                segment.control,
            )
            for segment in segments
        ]


def lifted(ink: Color, paper: Color, least: float) -> Color:
    """The ink nearest to this one that has the contrast on this paper.

    Towards white or towards black, whichever stands out more from the paper: one of them has a
    contrast of 4.58 or more to any.
    """
    if contrast(ink, paper) >= least:
        return ink
    goal = max(_BLACK, _WHITE, key=lambda end: contrast(end, paper))
    short, far = 0.0, 1.0
    for _ in range(_FINER):
        middle = (short + far) / 2
        if contrast(ink.blend(goal, middle), paper) >= least:
            far = middle
        else:
            short = middle
    return ink.blend(goal, far)


def contrast(one: Color, other: Color) -> float:
    """How much two colours stand out from each other, from 1 to 21, as WCAG counts it."""
    darker, lighter = sorted((_luminance(one), _luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: Color) -> float:
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4
        for part in colour.normalized
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


class WholeCells(ScrollBarRender):
    """A scrollbar that moves by whole cells, all of them paper.

    Parts of cells are letters on paper, and would be lifted where the rest of the bar is not.
    """

    VERTICAL_BARS: ClassVar[list[str]] = [" "]
    HORIZONTAL_BARS: ClassVar[list[str]] = [" "]


@lru_cache(4096)
def _legible(style: Style, paper: RichColor, least: float, dark: bool) -> Style:
    """The style with an ink that is legible on its paper."""
    ink, paper = style.color, style.bgcolor or paper
    if dark and paper.is_default and ink is not None and ink.triplet is None and ink.number == 4:
        return style + Style.from_color(_BRIGHT_BLUE)
    if paper.triplet is None and paper.number is not None and paper.number < 16:
        own = _OWN_WHITE if paper.number in _DARK_PAPERS else _OWN_BLACK
        return style + Style.from_color(own)
    if ink is None or ink.triplet is None or paper.triplet is None:
        return style
    before = Color.from_rich_color(ink)
    after = lifted(before, Color.from_rich_color(paper), least)
    return style if after == before else style + Style.from_color(after.rich_color)
