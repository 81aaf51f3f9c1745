"""Charts as inline SVG, drawn by ourselves. Each says in words what it draws, for the blind.

They are drawn for a narrow page and grow with it, so that their letters can be read on a phone.
"""

from __future__ import annotations

from collections.abc import Sequence

from commitrack.model.frozen import dataclass
from commitrack.site.markup import Html, tag

_WIDTH = 360
_ROW = 22
_LABEL = 118
_NUMBER = 44
_HEIGHT = 120
"""Of the columns of a column chart."""


@dataclass(frozen=True, slots=True)
class Bar:
    """A part of a whole."""

    label: str
    number: int
    tone: str
    """The class of its colour; the label says the same."""


def bars(key: str, title: str, parts: Sequence[Bar]) -> Html:
    """One bar below another, each with its label and its number."""
    most = max((one.number for one in parts), default=0) or 1
    room = _WIDTH - _LABEL - _NUMBER
    drawn: list[Html] = []
    for place, one in enumerate(parts):
        top = place * _ROW
        length = max(round(room * one.number / most, 1), 2 if one.number else 0)
        drawn += [
            tag("text", one.label, x=_LABEL - 8, y=top + 15, text_anchor="end"),
            _rectangle(_LABEL, top + 3, length, _ROW - 7, one.tone),
            tag("text", f"{one.number:,}", x=f"{_LABEL + length + 6:g}", y=top + 15),
        ]
    return _drawing(key, title, _in_words(parts), len(parts) * _ROW, drawn)


def columns(key: str, title: str, parts: Sequence[Bar]) -> Html:
    """One column beside another, in order of time; the number above and the label below it."""
    most = max((one.number for one in parts), default=0) or 1
    step = _WIDTH / max(len(parts), 1)
    drawn: list[Html] = []
    for place, one in enumerate(parts):
        height = max(round(_HEIGHT * one.number / most, 1), 2 if one.number else 0)
        left, top = place * step, 16 + _HEIGHT - height
        middle = f"{left + step / 2:.1f}"
        drawn += [
            _rectangle(round(left + 3, 1), round(top, 1), round(step - 6, 1), height, one.tone),
            tag("text", f"{one.number:,}", x=middle, y=f"{top - 4:.1f}", text_anchor="middle"),
        ]
        for line, words in enumerate(one.label.split(" ")):
            y = 16 + _HEIGHT + 14 + 13 * line
            drawn.append(tag("text", words, x=middle, y=y, text_anchor="middle"))
    return _drawing(key, title, _in_words(parts), 16 + _HEIGHT + 34, drawn)


def _rectangle(x: float, y: float, width: float, height: float, tone: str) -> Html:
    return tag(
        "rect", x=f"{x:g}", y=f"{y:g}", width=f"{width:g}", height=f"{height:g}", class_=tone
    )


def _in_words(parts: Sequence[Bar]) -> str:
    return ", ".join(f"{one.label} {one.number:,}" for one in parts)


def _drawing(key: str, title: str, words: str, height: int, drawn: Sequence[Html]) -> Html:
    return tag(
        "svg",
        tag("title", title, id=f"{key}-title"),
        tag("desc", words, id=f"{key}-words"),
        drawn,
        viewBox=f"0 0 {_WIDTH} {height}",
        role="img",
        aria_labelledby=f"{key}-title {key}-words",
        class_="chart",
    )
