"""The signs of list items that a document does not write but counts out: "2.", "(b)", "iv."."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from commitrack.sources.blocks import BULLET

_LEVELS = 9
_PLACE = re.compile(r"%(\d)")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level of a list is numbered. ``pattern`` holds ``%1`` for the number of level 1."""

    style: str = "bullet"
    pattern: str = ""
    start: int = 1


@dataclass(slots=True)
class Counter:
    """Counts the items of one list through its levels."""

    levels: dict[int, Level]
    _at: dict[int, int] = field(default_factory=dict)

    def restart(self, level: int, number: int) -> None:
        """Let the next item of a level have this number."""
        self._at[level] = number - 1

    def sign(self, level: int) -> str:
        """The sign of the next item on a level; a bullet where no number is sure."""
        known = self.levels.get(level)
        if known is None:
            return BULLET
        self._at[level] = self._at.get(level, known.start - 1) + 1
        for deeper in [one for one in self._at if one > level]:
            del self._at[deeper]
        if known.style == "none":
            return ""
        if known.style == "bullet":
            return BULLET
        return _PLACE.sub(lambda found: self._number(int(found[1]) - 1), known.pattern).strip()

    def _number(self, level: int) -> str:
        known = self.levels.get(level, Level("decimal"))
        return written(self._at.get(level, known.start), known.style)


def written(number: int, style: str) -> str:
    """A number in one of the styles of list numbers."""
    if style in ("lowerLetter", "a") and number > 0:
        return _letters(number)
    if style in ("upperLetter", "A") and number > 0:
        return _letters(number).upper()
    if style in ("lowerRoman", "i") and 0 < number < 4000:
        return _roman(number)
    if style in ("upperRoman", "I") and 0 < number < 4000:
        return _roman(number).upper()
    return f"{number:02}" if style == "decimalZero" else str(number)


def _letters(number: int) -> str:
    """a … z, then aa, bb and so on, as word processors have it."""
    turn, place = divmod(number - 1, 26)
    return chr(ord("a") + place) * min(turn + 1, 5)


def _roman(number: int) -> str:
    parts = []
    for value, sign in (
        *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l")),
        *((40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
    ):
        times, number = divmod(number, value)
        parts.append(sign * times)
    return "".join(parts)
