"""Another store's records taken in beside ours, as one transaction, field by field.

What is new there is added, what was changed there only is taken, and what was changed on both
sides, each in its own way, is a difference: it stays as it is here unless somebody says otherwise,
and is told again until somebody has.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping

from commitrack.model.erasure import Erased
from commitrack.model.ids import commitment_id
from commitrack.model.integrity import problems
from commitrack.model.taking import Difference, KeptOut, Side, TakenIn
from commitrack.store import beginning, differing, families, identity, parties, roles, since
from commitrack.store.engine import Connection, Row
from commitrack.store.fates import ORDER, WHOLE, Fates
from commitrack.store.joining import Joining
from commitrack.store.meeting import Meeting, row_of
from commitrack.store.merging import leads
from commitrack.store.reading import dossiers
from commitrack.store.rows import Column
from commitrack.store.since import Key, Moved, Text, Waiting
from commitrack.store.transacting import Writer
from commitrack.store.triggers import IMMUTABLE

LEFT_ALONE = frozenset({"origins", "merges", "erasures", "tombstones"})
"""What a store notes of other stores, and what was erased from it, is its own affair."""
COMPARED = frozenset({*ORDER, roles.TABLE})
"""Every other table of the record."""
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
_NOBODY = 0
"""A party that there is not: two lists that have never agreed moved from that."""


class Uniting:
    """One taking in: the two stores, who meets whom, and what came of it."""

    def __init__(
        self,
        writer: Writer,
        there: Connection,
        name: str,
        take: Side | None,
        *,
        even_erased: bool = False,
    ) -> None:
        here = writer.connection
        shared = since.common(here, there)
        self._writer = writer
        self._here = here
        self._there = there
        self._name = name
        self._take = take
        self._even_erased = even_erased
        self._theirs = since.known(there, here, shared)
        self._meeting = Meeting(here, there, shared, self._theirs)
        self._ours = since.known(here, there, shared)
        self._joining = Joining(writer, there, self._meeting, self._theirs.until)
        self._changed = 0
        self._readmitted = 0
        self._differences: dict[tuple[int, int, str], Difference] = {}
        """By place of the table, number and field: the order in which they are told."""
        self._unsettled: set[Waiting] = set()
        self._fates = Fates(
            writer, there, self._meeting, self._joining, self._ours, self._settle, self._fits
        )
        self._waiting = frozenset(self._all_waiting(since.waiting(here, there)))

    def run(self) -> TakenIn:
        """Add, compare, take, and note how far it went; without the transaction's number."""
        for table in ORDER:
            self._joining.add(table)
        self._joining.tie()
        self._place_new()
        self._compare_lists(self._moved_lists())
        self._compare()
        if self._even_erased:
            self._readmit()
        self._fates.decide()
        self._note()
        return TakenIn(
            source=self._name,
            added=dict(self._joining.added),
            changed=self._changed + self._fates.changed,
            differences=tuple(one for _, one in sorted(self._differences.items())),
            kept_out=tuple(
                KeptOut(differing.label(self._there, *key), str(erased))
                for key, erased in sorted(
                    self._joining.kept_out.items(), key=lambda one: (ORDER.index(one[0][0]), one[0])
                )
            ),
            worries=(
                *_worries(self._here, self._writer.touched),
                *(
                    f"{differing.party(self._there, theirs)!r}, a party there, which here is "
                    f"another name of {differing.party(self._here, ours)!r}"
                    for theirs, ours in self._meeting.doubled.items()
                ),
            ),
        )

    def _all_waiting(self, waiting: Iterable[Waiting]) -> Iterator[Waiting]:
        """The fields that wait to be settled; of a whole record, all that lies under it.

        What moved there while it was off the record here was never compared.
        """
        for table, number, field in waiting:
            yield (table, number, field)
            if field == WHOLE:
                self._joining.missed.add((table, number))
            if field != WHOLE or not all(
                find((table, number)) for find in (self._fates.is_there, self._fates.is_here)
            ):
                continue
            for key in families.family(self._there, (table, number)):
                self._joining.missed.add(key)
                said = dict(row_of(self._there, *key))
                yield from ((*key, name) for name in said if name not in ("id", "tx"))
                if key[0] == "commitments":
                    yield from ((*key, name) for name in roles.ROLES)

    def _readmit(self) -> None:
        """Bring in anew what is kept out, with all that lies under it."""
        for key in list(self._joining.kept_out):
            if key[0] == "parties":
                continue
            members = families.family(self._there, key)
            self._meeting.readmit(members)
            self._fates.bring_back(one for one in members if self._fates.is_there(one))
            del self._joining.kept_out[key]
            self._readmitted += 1

    # What is on both sides

    def _place_new(self) -> None:
        """Give new commitments their owners and partners as they are there."""
        for table, number in sorted(self._joining.new):
            ours = self._meeting.ours(table, number) if table == "commitments" else None
            if ours is not None:
                lists = {name: roles.listed(self._there, number, name) for name in roles.ROLES}
                self._joining.place(ours, lists)

    def _moved_lists(self) -> dict[tuple[int, str], roles.Listed]:
        """The owners and partners that moved there, or were left in conflict before."""
        moved = roles.moved_lists(
            self._there,
            self._theirs,
            lambda number: self._meeting.birth("commitments", number),
            lambda number: ("commitments", number) not in self._joining.new,
        )
        for table, number, field in self._waiting:
            if table == "commitments" and field in roles.ROLES:
                moved[number, field] = ([], roles.listed(self._there, number, field))
        for table, number in self._meeting.alike:
            for field in roles.ROLES if table == "commitments" else ():
                now = roles.listed(self._there, number, field)
                ours = self._meeting.ours(table, number)
                if (number, field) not in moved and ours is not None:
                    at_first = beginning.listed(self._here, ours, field)
                    if at_first != self._joining.parties(now):
                        moved[number, field] = ([_NOBODY], now)
        return moved

    def _compare_lists(self, moved: Mapping[tuple[int, str], roles.Listed]) -> None:
        """Take the lists of commitments on both sides that are here as they were there."""
        for (number, field), (before, now) in sorted(moved.items()):
            key = ("commitments", number)
            ours = self._meeting.ours(*key)
            if ours is None or not self._fates.is_there(key):
                continue
            if not self._fates.is_here(key):
                self._fates.let_rise(key, back=False)
                continue
            mine = roles.listed(self._here, ours, field)
            if mine == self._joining.parties(now):
                continue
            if (*key, field) not in self._waiting and mine == self._joining.parties(before):
                self._joining.place(ours, {field: now})
                self._changed += 1
            elif self._settle(key, ours, field, _names(self._here, mine), _names(self._there, now)):
                self._joining.place(ours, {field: now})

    def _compare(self) -> None:
        """Every field that moved there, of records that are here, unit by unit."""

        def concerns(row: Row) -> bool:
            key = (row["record"], row["row"])
            return key[0] in ORDER and key not in self._joining.new

        moved = since.moves(self._there, self._theirs, concerns)
        for table, number, field in self._waiting:
            if field not in roles.ROLES:
                moved.setdefault((table, number), {}).setdefault(field, Moved(None, None))
        for key in self._meeting.alike:
            self._begun_otherwise(key, moved.setdefault(key, {}))
        for key, fields in moved.items():
            ours = self._meeting.ours(*key)
            if ours is None:
                continue
            if self._meeting.is_erased(key[0], ours):
                self._keep_out(key)
                continue
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
        for key in self._joining.homeless:
            self._fates.let_rise(key, back=False)

    def _keep_out(self, key: Key) -> None:
        """Tell of something that moved there and was erased here, by what it lies under."""
        top = families.root(self._there, key, lambda one: self._erasure(one) is not None)
        erased = self._erasure(top)
        if erased is not None and self._fates.is_there(top):
            self._joining.kept_out[top] = erased

    def _erasure(self, key: Key) -> Erased | None:
        ours = self._meeting.ours(*key)
        return (
            None if ours is None else self._meeting.erased(key[0], row_of(self._there, *key), ours)
        )

    def _begun_otherwise(self, key: Key, fields: dict[str, Moved]) -> None:
        """Of two that met by their looks, the fields in which they have differed from the first."""
        table, number = key
        ours = self._meeting.ours(table, number)
        theirs = row_of(self._there, table, number)
        columns = self._meeting.translated(table, theirs)
        if ours is None or columns is None:
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
        columns = self._meeting.translated(table, row_of(self._there, table, number))
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
            if agreed and self._fits(table, ours, wanted):
                self._take_over(table, ours, wanted, len(differing_now))
                continue
            told = [
                self._settle(
                    key,
                    ours,
                    name,
                    differing.shown(self._here, table, name, _text(mine[name])),
                    differing.shown(
                        self._there,
                        table,
                        name,
                        _text(row_of(self._there, table, number)[name]),
                    ),
                    possible=self._fits(table, ours, wanted),
                )
                for name in differing_now
            ]
            if all(told):
                self._take_over(table, ours, wanted, 0)

    def _take_over(self, table: str, ours: int, columns: Mapping[str, Column], count: int) -> None:
        self._writer.update(table, ours, columns)
        self._changed += count
        self._joining.touch(table, ours)

    def _base(self, table: str, field: str, value: Text) -> Text:
        """A value that history there holds, as it would be here."""
        target = self._meeting.refers(table).get(field)
        if target is None or value is None:
            return value
        ours = self._meeting.ours(target, int(value))
        return None if ours is None else str(ours)

    def _fits(self, table: str, ours: int, columns: Mapping[str, Column]) -> bool:
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

    def _settle(
        self, key: Key, ours: int, field: str, mine: str, theirs: str, *, possible: bool = True
    ) -> bool:
        """Tell a difference, and whether theirs is to be taken."""
        table, number = key
        taken = self._take if possible or self._take is Side.OURS else None
        self._differences[ORDER.index(table), ours, field] = Difference(
            differing.label(self._here, table, ours),
            field,
            differing.word(self._here, table, ours, field, mine),
            differing.word(self._there, table, number, field, theirs),
            taken,
        )
        if taken is None:
            self._unsettled.add((table, number, field))
        return taken is Side.THEIRS

    # How far it went

    def _note(self) -> None:
        """Put on record how far this went, when anything was written or somebody has decided."""
        self._unsettled |= {(*key, WHOLE) for key in self._joining.kept_out}
        decided = any(one.taken is not None for one in self._differences.values())
        if not self._writer.begun and not decided:
            return
        self._writer.insert(
            "merges",
            {
                "source": self._name,
                "store": identity.root(self._there) or "",
                "head": identity.head(self._there) or "",
                "unsettled": json.dumps(sorted(self._unsettled)),
            },
        )
        self._writer.action = f"import {self._name}"
        if self._readmitted:
            self._writer.action += f", with {self._readmitted} that had been erased"


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


def _worries(here: Connection, touched: Iterable[int]) -> Iterator[str]:
    """What the status of a commitment needs and both sides together do not give it."""
    for dossier in dossiers(here, sorted(touched)):
        for problem in problems(dossier):
            yield f"{commitment_id(dossier.commitment.number)}: {problem}"
