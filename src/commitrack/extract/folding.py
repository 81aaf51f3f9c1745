"""A reading copy of a statement without the lay-out inside its sentences, and the way back.

Line ends are "\\n", lines have no blanks around them and a double space after a stop is one space,
so that every rule meets single spaces. Only white space is left out; every offset of the copy maps
to one of the statement, and quotes are always cut from the statement itself.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from commitrack.model.frozen import dataclass

_DOUBLE = re.compile(r"(?<=[^ ]) (?= [^ ])")
_BLANKS = " \t\xa0\r"


@dataclass(frozen=True, slots=True)
class Folded:
    """The copy, and for each place where something was left out how much was up to there."""

    source: str
    text: str
    places: tuple[int, ...]
    left_out: tuple[int, ...]

    def at(self, offset: int) -> int:
        """The offset in the statement of a code point of the copy."""
        if not self.places:
            return offset
        index = bisect_right(self.places, offset)
        return offset + (self.left_out[index - 1] if index else 0)

    def span(self, start: int, end: int) -> tuple[int, int]:
        """A span of the copy, not empty, as a span of the statement."""
        return self.at(start), self.at(end - 1) + 1

    def original(self, start: int, end: int) -> str:
        """The words of the statement for a span of the copy."""
        first, last = self.span(start, end)
        return self.source[first:last]


def _is_neat(line: str) -> bool:
    """Whether nothing is surplus in a line."""
    return line[0] not in _BLANKS and line[-1] not in _BLANKS and "  " not in line


def fold(source: str) -> Folded:
    """The reading copy of a statement; the statement itself when nothing is surplus."""
    kept: list[str] = []
    places: list[int] = []
    left_out: list[int] = []
    size = missing = done = at = 0
    for line in source.split("\n"):
        if not line or _is_neat(line):
            at += len(line) + 1
            continue
        first = at + len(line) - len(line.lstrip(_BLANKS))
        last = at + len(line.rstrip(_BLANKS))
        if first >= last:
            first = last = at
        doubled = "  " in line and [match.span() for match in _DOUBLE.finditer(source, first, last)]
        for start, end in [(at, first), *(doubled or ()), (last, at + len(line))]:
            if start == end:
                continue
            kept.append(source[done:start])
            size += start - done
            missing += end - start
            done = end
            if places and places[-1] == size:
                left_out[-1] = missing
            else:
                places.append(size)
                left_out.append(missing)
        at += len(line) + 1
    kept.append(source[done:])
    return Folded(source, "".join(kept), tuple(places), tuple(left_out))
