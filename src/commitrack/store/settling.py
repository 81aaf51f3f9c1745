"""What both sides say otherwise: told, left as it is here, or settled by whoever takes it in."""

from __future__ import annotations

import json
from collections.abc import Mapping

from commitrack.model.taking import Difference, Side
from commitrack.store import differing, parties
from commitrack.store.columns import Column
from commitrack.store.engine import Connection
from commitrack.store.families import ORDER
from commitrack.store.meeting import Meeting
from commitrack.store.merging import leads
from commitrack.store.since import Key, Waiting


class Settling:
    """The differences so far, and whose word is taken in each."""

    def __init__(
        self, here: Connection, there: Connection, meeting: Meeting, take: Side | None
    ) -> None:
        self._here = here
        self._there = there
        self._meeting = meeting
        self._take = take
        self._told: dict[tuple[int, int, str], Difference] = {}
        """By place of the table, number and field: the order in which they are told."""
        self.unsettled: set[Waiting] = set()

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Everything that was told."""
        return tuple(one for _, one in sorted(self._told.items(), key=lambda one: one[0]))

    def carry_on(self, before: Settling) -> None:
        """Take over what was settled, when the comparing is begun again."""
        self._told = {key: one for key, one in before._told.items() if one.taken is not None}

    def settle(
        self, key: Key, ours: int, field: str, mine: str, theirs: str, *, possible: bool = True
    ) -> bool:
        """Tell a difference, and whether theirs is to be taken."""
        table, number = key
        taken = self._take if possible or self._take is Side.OURS else None
        self._told[ORDER.index(table), ours, field] = Difference(
            differing.label(self._here, table, ours),
            field,
            differing.word(self._here, table, ours, field, mine),
            differing.word(self._there, table, number, field, theirs),
            taken,
        )
        if taken is None:
            self.unsettled.add((table, number, field))
        return taken is Side.THEIRS

    def fits(self, table: str, ours: int, columns: Mapping[str, Column]) -> bool:
        """Whether values can stand here: no name twice, no body above itself."""
        if table == "parties":
            named = [str(columns[one]) for one in ("name",) if one in columns]
            named += json.loads(str(columns.get("aliases") or "[]"))
            if any(parties.find(self._here, name) not in (None, ours) for name in named):
                return False
        return not any(
            target == table
            and isinstance(above := columns.get(column), int)
            and leads(self._here, table, column, above, ours)
            for column, target in self._meeting.refers(table).items()
        )
