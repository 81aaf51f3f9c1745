"""A screen as text that a person can read and a diff can tell: its characters, then its styles.

Below the characters stands a letter for the style of each cell, and below those what each letter
means. Two pictures are compared cell by cell, so that a style that comes first, and moves all the
letters, is one difference and not a hundred.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, zip_longest
from string import ascii_letters, digits

from rich.cells import cell_len
from rich.segment import Segment
from rich.style import Style

_LETTERS = ascii_letters + digits + "!#$%&*+-/:;<=>?@^_~"
_EDGE = "│"
"""Stands at both ends of a line, so that blanks at the end are seen, and stay."""


@dataclass(frozen=True, slots=True)
class Picture:
    """The lines of a screen, and the style of each of their cells in words."""

    lines: tuple[str, ...]
    styles: tuple[tuple[str, ...], ...]


def picture(strips: Sequence[Sequence[Segment]]) -> Picture:
    """What is on a screen."""
    return Picture(
        tuple("".join(segment.text for segment in strip) for strip in strips),
        tuple(tuple(_cells(strip)) for strip in strips),
    )


def _cells(strip: Sequence[Segment]) -> Iterator[str]:
    for text, style, _ in strip:
        blank, inked = _words(style, blank=True), _words(style, blank=False)
        for part in re.findall(" +|[^ ]+", text):
            for _ in range(cell_len(part)):
                yield blank if part.isspace() else inked


def _words(style: Style | None, *, blank: bool) -> str:
    """A style in words; where there is no letter, without what only a letter shows."""
    if style is None:
        return "plain"
    paper = "default" if style.bgcolor is None else style.bgcolor.name
    if blank and not (style.underline or style.strike or style.reverse):
        return f"on {paper}"
    ink = "default" if style.color is None else style.color.name
    looks = ("bold", "italic", "underline", "strike", "reverse", "dim")
    return " ".join([f"{ink} on {paper}", *(one for one in looks if getattr(style, one))])


def written(shown: Picture) -> str:
    """The text of a picture: what is kept in a file."""
    used = list(dict.fromkeys(words for line in shown.styles for words in line))
    if len(used) > len(_LETTERS):
        raise ValueError(f"a screen with {len(used)} styles; there are {len(_LETTERS)} letters")
    letter = dict(zip(used, _LETTERS, strict=False))
    return "\n".join(
        [
            *(f"{_EDGE}{line}{_EDGE}" for line in shown.lines),
            "",
            *(_EDGE + "".join(letter[words] for words in line) + _EDGE for line in shown.styles),
            "",
            *(f"{letter[words]}  {words}" for words in used),
            "",
        ]
    )


def read(text: str) -> Picture:
    """The picture that a text was written of."""
    shown, styled, legend = text.split("\n\n")
    words = {line[0]: line[3:] for line in legend.splitlines()}
    return Picture(
        tuple(line[1:-1] for line in shown.splitlines()),
        tuple(tuple(words[letter] for letter in line[1:-1]) for line in styled.splitlines()),
    )


def differences(before: Picture, now: Picture) -> list[str]:
    """What differs, line by line: the words first, else the cells that look otherwise."""
    found: list[str] = []
    pairs = zip_longest(before.lines, now.lines, before.styles, now.styles)
    for y, (old, new, old_styles, new_styles) in enumerate(pairs):
        if old != new:
            found += [f"{y:3} - {old}", f"{y:3} + {new}"]
        elif old_styles != new_styles:
            for (was, is_), run in groupby(
                enumerate(zip(old_styles, new_styles, strict=True)), key=lambda one: one[1]
            ):
                cells = [at for at, _ in run]
                if was != is_:
                    found.append(f"{y:3}   {new.strip()}")
                    found.append(f"      cells {cells[0]}–{cells[-1]}: {was} → {is_}")
    return found
