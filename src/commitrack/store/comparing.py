"""What is on both sides, compared field by field: what moved there only is taken."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping

from commitrack.store import beginning, differing, roles
from commitrack.store.columns import Column
from commitrack.store.engine import Connection
from commitrack.store.fates import WHOLE, Fates
from commitrack.store.joining import Joining
from commitrack.store.meeting import Meeting, row_of
from commitrack.store.parts import Parts
from commitrack.store.settling import Settling
from commitrack.store.since import Key, Moved, Text, Waiting
from commitrack.store.triggers import IMMUTABLE

_UNITS: Mapping[str, tuple[tuple[str, ...], ...]] = {
    "commitments": (
        ("status", "reason", "closed_on"),
        ("due", "due_original", "due_text", "due_precision"),
    ),
    "reviews": (
        ("decision", "proposed", "decided_by", "decided_on", "reason", "evidence", "self_verified"),
    ),
    "suggestions": (("decision", "reason", "decided_on", "decided_by"),),
    "readings": (("present", "on", "by", "note"),),
    "dismissals": (("present", "reason", "on", "by"),),
    "saved_views": (("present", "query", "description", "hotkey"),),
}
"""Fields that only mean something together: all are taken, or none."""
NOBODY = 0
"""A party that there is not: two lists that have never agreed moved from that."""


class Comparing:
    """Compares the records that both sides have, and takes what only the other one has changed."""

    def __init__(
        self,
        parts: Parts,
        here: Connection,
        there: Connection,
        meeting: Meeting,
        joining: Joining,
        fates: Fates,
        settling: Settling,
        waiting: Collection[Waiting],
    ) -> None:
        self._parts = parts
        self._here = here
        self._there = there
        self._meeting = meeting
        self._joining = joining
        self._fates = fates
        self._settling = settling
        self._waiting = waiting
        self.changed = 0

    def list_begun_otherwise(self, number: int, field: str) -> roles.Listed | None:
        """Of a commitment that met one by its looks, a list that has differed from the first."""
        now = roles.listed(self._there, number, field)
        ours = self._meeting.ours("commitments", number)
        if ours is None or beginning.listed(self._here, ours, field) == self._joining.parties(now):
            return None
        return [NOBODY], now

    def compare_list(self, number: int, field: str, listed: roles.Listed) -> None:
        """Take a list of a commitment on both sides that is here as it was there."""
        before, now = listed
        key = ("commitments", number)
        ours = self._meeting.ours(*key)
        if ours is None or not self._fates.is_there(key):
            return
        if not self._fates.is_here(key):
            self._fates.let_rise(key, back=False)
            return
        mine = roles.listed(self._here, ours, field)
        if mine == self._joining.parties(now):
            return
        if (*key, field) not in self._waiting and mine == self._joining.parties(before):
            self._joining.place(ours, {field: now})
            self.changed += 1
        elif self._settling.settle(
            key, ours, field, _names(self._here, mine), _names(self._there, now)
        ):
            self._joining.place(ours, {field: now})

    def compare(self, key: Key, ours: int, fields: dict[str, Moved]) -> None:
        """Every field that moved there of a record that is here or was, unit by unit."""
        if key in self._meeting.alike:
            self._begun_otherwise(key, ours, fields)
        there, here = self._fates.is_there(key), self._fates.is_here(key)
        reused = any("present" in unit for unit in _UNITS.get(key[0], ()))
        if ours == self._meeting.heir(key):
            self._joining.hand_on_names(ours, key[1])
        elif reused or (there and here):
            self._compare_record(key, ours, fields)
        elif here:
            self._fates.let_fall(key)
        elif there and (WHOLE in fields or any(one.moved for one in fields.values())):
            back = "present" in fields and fields["present"].base == "0"
            self._fates.let_rise(key, back=back)

    def _begun_otherwise(self, key: Key, ours: int, fields: dict[str, Moved]) -> None:
        """Of two that met by their looks, the fields in which they have differed from the first."""
        table, number = key
        theirs = row_of(self._there, table, number)
        columns = self._meeting.translated(table, theirs)
        if columns is None:
            return
        mine = row_of(self._here, table, ours)
        odd = [
            name
            for name in beginning.JUDGED.get(table, ())
            if mine[name] != columns[name] and not (name in fields and fields[name].moved)
        ]
        at_first = beginning.fields(self._here, table, ours) if odd else {}
        for name in odd:
            if at_first.get(name) != _text(columns[name]):
                fields[name] = Moved(None, _text(theirs[name]), never=True)

    def _compare_record(self, key: Key, ours: int, fields: Mapping[str, Moved]) -> None:
        table, number = key
        theirs = row_of(self._there, table, number)
        columns = self._meeting.translated(table, theirs)
        if columns is None:
            return
        mine = row_of(self._here, table, ours)
        for unit in _units(table, fields):
            left = any((table, number, name) in self._waiting for name in unit)
            moved = [name for name in unit if name in fields and fields[name].moved]
            differing_now = [name for name in unit if mine[name] != columns[name]]
            if not differing_now or not (moved or left):
                continue
            agreed = (
                not left
                and all(
                    not fields[name].never
                    and _text(mine[name]) == self._base(table, name, fields[name].base)
                    for name in moved
                )
                and set(differing_now) <= set(moved)
            )
            wanted = {name: columns[name] for name in unit}
            if agreed and self._settling.fits(table, ours, wanted):
                self._take_over(table, ours, wanted, len(differing_now))
                continue
            told = [
                self._settling.settle(
                    key,
                    ours,
                    name,
                    differing.shown(self._here, table, name, _text(mine[name])),
                    differing.shown(self._there, table, name, _text(theirs[name])),
                    possible=self._settling.fits(table, ours, wanted),
                )
                for name in differing_now
            ]
            if all(told):
                self._take_over(table, ours, wanted, 0)

    def _take_over(self, table: str, ours: int, columns: Mapping[str, Column], count: int) -> None:
        self._parts.writer.update(table, ours, columns)
        self.changed += count
        self._joining.touch(table, ours)

    def _base(self, table: str, field: str, value: Text) -> Text:
        """A value that history there holds, as it would be here."""
        target = self._meeting.refers(table).get(field)
        if target is None or value is None:
            return value
        ours = self._meeting.ours(target, int(value))
        return None if ours is None else str(ours)


def _units(table: str, fields: Mapping[str, Moved]) -> Iterator[tuple[str, ...]]:
    """The fields that moved, each with those that it only means something together with."""
    told: set[str] = set()
    grouped = {name: unit for unit in _UNITS.get(table, ()) for name in unit}
    for name in fields:
        if name in told or name == WHOLE or (name == "present" and name not in grouped):
            continue
        unit = grouped.get(name, (name,))
        told.update(unit)
        if not set(unit) & set(IMMUTABLE.get(table, ())):
            yield unit


def _text(value: Column) -> Text:
    return None if value is None else str(value)


def _names(connection: Connection, numbers: Iterable[int]) -> str:
    return "; ".join(differing.party(connection, number) for number in numbers) or "nothing"
