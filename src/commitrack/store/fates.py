"""Records that are on one side's record and not on the other's: what falls here, and what returns.

What was taken back there is taken back here unless somebody here builds on it, and what was taken
back here and has moved there is told. Either way it is a whole family: a commitment without
its words, or a statement without its commitments, is nothing that anybody has said.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Protocol

from commitrack.store import families, merging, parties, roles
from commitrack.store.columns import Column
from commitrack.store.engine import Connection
from commitrack.store.families import ORDER
from commitrack.store.joining import Joining
from commitrack.store.meeting import Meeting, row_of
from commitrack.store.parts import Parts
from commitrack.store.since import Key, Knowledge
from commitrack.store.triggers import IMMUTABLE

WHOLE = "record"
"""The field of a difference about whether a record is there at all."""
_TOLD = ("statements", "commitments", "parties")
"""What people call by its name: of the rest of a family nothing is told."""


class Settle(Protocol):
    """Tells a difference, and says whether theirs is to be taken."""

    def __call__(
        self, key: Key, ours: int, field: str, mine: str, theirs: str, *, possible: bool = True
    ) -> bool: ...


class Fates:
    """What is on one side only, gathered while both are compared, and decided family by family."""

    def __init__(
        self,
        parts: Parts,
        here: Connection,
        there: Connection,
        meeting: Meeting,
        joining: Joining,
        ours: Knowledge,
        settle: Settle,
        fits: Callable[[str, int, Mapping[str, Column]], bool],
    ) -> None:
        self._parts = parts
        self._here = here
        self._there = there
        self._meeting = meeting
        self._joining = joining
        self._ours = ours
        self._settle = settle
        self._fits = fits
        self._falling: dict[Key, None] = {}
        self._rising: dict[Key, bool] = {}
        """Families to bring back, and whether they were brought back there too."""
        self.changed = 0
        """How many records have fallen or come back without a question."""

    def is_here(self, key: Key) -> bool:
        """Whether a record there is on record here."""
        ours = self._meeting.ours(*key)
        return ours is not None and self._present(key[0], ours)

    def is_there(self, key: Key) -> bool:
        """Whether a record is on record there."""
        return bool(row_of(self._there, *key)["present"])

    def falls(self, key: Key) -> bool:
        """Whether a record was taken back there, stands there as no other one, and is here."""
        ours = self._meeting.ours(*key)
        return (
            ours is not None
            and not self.is_there(key)
            and self._present(key[0], ours)
            and not self._meeting.stands_in_another(*key, ours)
        )

    def rises(self, key: Key) -> bool:
        """Whether a record is on record there and was taken back here."""
        ours = self._meeting.ours(*key)
        return (
            ours is not None
            and self.is_there(key)
            and not self._present(key[0], ours)
            and not self._meeting.is_erased(key[0], ours)
        )

    def let_fall(self, key: Key) -> None:
        """Note a record that was taken back there."""
        self._falling[families.root(self._there, key, self.falls)] = None

    def let_rise(self, key: Key, *, back: bool) -> None:
        """Note a record that moved there and was taken back here; `back`: or it came back there."""
        top = families.root(self._there, key, self.rises)
        if top == key or self.rises(top):
            self._rising[top] = self._rising.get(top, False) or (back and top == key)

    def decide(self) -> None:
        """Take back and bring back what is, and tell the rest; a family is a step."""
        for key, back in sorted(self._rising.items(), key=_place):
            with self._parts.step():
                if self.rises(key):
                    self._rise(key, back=back)
        # Parties last: what has fallen with a statement names nobody any more.
        for key in sorted(
            self._falling, key=lambda one: (one[0] == "parties", ORDER.index(one[0]))
        ):
            with self._parts.step():
                if not self.falls(key):
                    continue
                if key[0] == "parties":
                    self._fall_party(key)
                else:
                    self._fall(key)

    def _fall(self, key: Key) -> None:
        members = [one for one in families.family(self._there, key) if self.falls(one)]
        here = {one: self._ours_of(one) for one in members}
        mine = [one for one in members if self._built_on(one[0], here[one])]
        needed = families.needed(
            self._here, self._meeting.refers, {(one[0], number) for one, number in here.items()}
        )
        if mine or needed:
            told = [one for one in members if one == key or (one in mine and one[0] in _TOLD)]
            taken = [
                self._settle(one, here[one], WHOLE, "on record", "taken back", possible=not needed)
                for one in told
            ]
            if not all(taken):
                return
        else:
            self.changed += len(members)
        for table, number in reversed(members):
            self._put(table, here[table, number], {"present": 0})
            if table == "commitments":
                self._joining.place(here[table, number], {name: [] for name in roles.ROLES})

    def _fall_party(self, key: Key) -> None:
        """Take a party off the record, or have another one take its place, as it did there."""
        ours = self._ours_of(key)
        heir = self._heir(key, ours)
        alone = {("parties", ours)}
        if heir is None and families.needed(self._here, self._meeting.refers, alone):
            return  # somebody here names it: it was nobody's wish that they should not
        if self._built_on("parties", ours):
            if not self._settle(key, ours, WHOLE, "on record", "taken back"):
                return
        else:
            self.changed += 1
        if heir is not None:
            merging.hand_over(self._parts.writer, ours, heir)
        self._put("parties", ours, {"present": 0})

    def _heir(self, key: Key, ours: int) -> int | None:
        """The party here that has taken a party's names there, by a merge."""
        found = parties.find(self._there, row_of(self._there, *key)["name"])
        heir = None if found is None else self._meeting.ours("parties", found)
        if heir is None or heir == ours or not self._present("parties", heir):
            return None
        return heir

    def _rise(self, key: Key, *, back: bool) -> None:
        members = [
            one
            for one in families.family(self._there, key)
            if self.is_there(one) and not self.is_here(one)
        ]
        possible = self._can_return(key)
        if back and possible:
            self.changed += 1
        elif not self._settle(
            key, self._ours_of(key), WHOLE, "taken back", "changed", possible=possible
        ):
            return
        self.bring_back(members)

    def bring_back(self, members: Iterable[Key]) -> None:
        """Put records on record here as they are there."""
        for one in sorted(members, key=lambda one: (ORDER.index(one[0]), one[1])):
            table, number = one
            theirs = row_of(self._there, table, number)
            ours = self._meeting.ours(table, number)
            if self._meeting.erased(table, theirs, ours) is not None:
                continue
            if ours is None:
                self._joining.insert(table, theirs)
            elif self._can_return(one):
                columns = self._meeting.translated(table, theirs) or {}
                fixed = IMMUTABLE.get(table, ())
                self._put(table, ours, {n: v for n, v in columns.items() if n not in fixed})
            ours = self._meeting.ours(table, number)
            if table == "commitments" and ours is not None:
                self._joining.place(
                    ours, {name: roles.listed(self._there, number, name) for name in roles.ROLES}
                )

    def _can_return(self, key: Key) -> bool:
        columns = self._meeting.translated(key[0], row_of(self._there, *key))
        return columns is not None and self._fits(key[0], self._ours_of(key), columns)

    def _ours_of(self, key: Key) -> int:
        ours = self._meeting.ours(*key)
        if ours is None:
            raise LookupError(f"{key} is not here")
        return ours

    def _put(self, table: str, ours: int, columns: Mapping[str, Column]) -> None:
        self._parts.writer.update(table, ours, columns)
        self._joining.touch(table, ours)

    def _present(self, table: str, ours: int) -> bool:
        return bool(row_of(self._here, table, ours)["present"])

    def _built_on(self, table: str, ours: int) -> bool:
        """Whether somebody here has changed a record, or what is filed under it, by themselves."""
        below = {"commitments": "commitment", "statements": "statement"}.get(table)
        which = "record = ? AND row = ?" if below is None else f"{below} = ?"
        values = (table, ours) if below is None else (ours,)
        now = self._parts.numbers
        found = self._here.execute(
            f"SELECT DISTINCT tx FROM changes WHERE tx > ? AND {which}",
            (self._ours.until, *values),
        )
        return any(row["tx"] not in now and not self._ours.covers(row["tx"]) for row in found)


def _place(one: tuple[Key, bool]) -> tuple[int, int]:
    """Parties first: a commitment that comes back brings its owners along, without what moved."""
    (table, number), _ = one
    return (-1 if table == "parties" else ORDER.index(table)), number
