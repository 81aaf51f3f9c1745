"""Which line of a list has which commitment, when the list is parted into groups. Pure.

Only the size of a group is known, not what is in it: a million are arranged as soon as they are
counted. A *place* is where a commitment stands in the list, from 0; a *line* is what the cursor
goes along: a heading for each group, and below it what it holds, unless the group is folded.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection

from commitrack.model.cleaning import clean_line
from commitrack.model.columns import heading
from commitrack.model.frozen import dataclass
from commitrack.model.ids import statement_id
from commitrack.model.kinds import Strength
from commitrack.model.status import Status
from commitrack.tui.marks import status_text


@dataclass(frozen=True, slots=True)
class Group:
    """A group by its value, as the store spells it (None for none), and how many are in it."""

    value: str | None
    size: int


@dataclass(frozen=True, slots=True)
class Groups:
    """The groups of a list in its order, and the field they are made by."""

    field: str
    parts: tuple[Group, ...]

    def words(self, group: Group) -> str:
        """What a group is called above what it holds."""
        value = group.value
        if value is None:
            return f"no {heading(self.field)}"
        match self.field:
            case "status":
                return status_text(Status(value))
            case "statement":
                return statement_id(int(value))
            case "strength":
                return Strength(int(value)).name.lower()
            case "testable":
                return "testable" if value == "1" else "not testable"
            case "confidence":
                return {"1": "low", "2": "medium", "3": "high"}.get(value, value)
        return clean_line(value)


class Arrangement:
    """The lines of a list of so many; without groups, a line for each place."""

    def __init__(
        self,
        count: int = 0,
        groups: Groups | None = None,
        folded: Collection[str | None] = frozenset(),
    ) -> None:
        self.groups = groups
        self.folded = frozenset(folded)
        self._heads: list[int] = []
        self._firsts: list[int] = []
        line = place = 0
        for group in groups.parts if groups is not None else ():
            self._heads.append(line)
            self._firsts.append(place)
            line += 1 if group.value in self.folded else 1 + group.size
            place += group.size
        self.lines = count if groups is None else line
        """How many lines there are."""

    def group(self, line: int) -> Group | None:
        """The group that a line is in, or is the heading of."""
        at = bisect_right(self._heads, line) - 1
        return None if self.groups is None or at < 0 else self.groups.parts[at]

    def heading(self, line: int) -> Group | None:
        """The group whose heading stands on a line."""
        at = bisect_right(self._heads, line) - 1
        is_head = self.groups is not None and at >= 0 and self._heads[at] == line
        return self.groups.parts[at] if is_head and self.groups is not None else None

    def place(self, line: int) -> int | None:
        """The place on a line; None for a heading."""
        if self.groups is None:
            return line
        at = bisect_right(self._heads, line) - 1
        within = line - self._heads[at] - 1 if at >= 0 else -1
        return self._firsts[at] + within if within >= 0 else None

    def first(self, line: int) -> int:
        """The place on a line; of a heading, the first place below it."""
        place = self.place(line)
        if place is not None:
            return place
        at = bisect_right(self._heads, line) - 1
        return self._firsts[at] if at >= 0 else 0

    def line_of(self, place: int) -> int:
        """The line on which a place stands; its heading, if its group is folded."""
        if self.groups is None or not self._heads:
            return place
        at = bisect_right(self._firsts, place) - 1
        if self.groups.parts[at].value in self.folded:
            return self._heads[at]
        return self._heads[at] + 1 + place - self._firsts[at]

    def head_of(self, line: int) -> int:
        """The line of the heading above a line, or on it; the line itself without groups."""
        at = bisect_right(self._heads, line) - 1
        return self._heads[at] if at >= 0 else line

    def run(self, first: int, end: int) -> list[tuple[int, int]]:
        """The places on the lines from `first` to before `end`, as runs: from, and to before."""
        runs: list[tuple[int, int]] = []
        for line in range(max(0, first), min(end, self.lines)):
            place = self.place(line)
            if place is None:
                continue
            if runs and runs[-1][1] == place:
                runs[-1] = (runs[-1][0], place + 1)
            else:
                runs.append((place, place + 1))
        return runs
