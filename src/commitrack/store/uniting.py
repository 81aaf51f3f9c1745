"""Another store's records taken in beside ours, family by family and field by field.

What is new there is added, what was changed there only is taken, and what was changed on both
sides, each in its own way, is a difference: it stays as it is here unless somebody says otherwise,
and is told again until somebody has.

What there is to do is found out while others write. Then it is done family by family, each whole or
not at all, in as many short transactions as that takes (`parts`), and each family is compared
with what is on record at that moment. How far it went is on record too (`progress_notes`).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from commitrack.model.erasure import Erased
from commitrack.model.ids import commitment_id
from commitrack.model.integrity import problems
from commitrack.model.taking import KeptOut, Side, TakenIn
from commitrack.store import arrivals, differing, families, roles, since
from commitrack.store.comparing import Comparing
from commitrack.store.engine import Connection, Row
from commitrack.store.families import ORDER
from commitrack.store.fates import WHOLE, Fates
from commitrack.store.joining import Joining
from commitrack.store.meeting import Meeting, row_of
from commitrack.store.moving_in import MovingIn, Ready
from commitrack.store.parts import Parts
from commitrack.store.progress_notes import ProgressNote
from commitrack.store.reading import dossiers
from commitrack.store.settling import Settling
from commitrack.store.since import Key, Moved, Waiting

LEFT_ALONE = frozenset({"origins", "merges", "erasures", "tombstones"})
"""What a store notes of other stores, and what was erased from it, is its own affair."""
COMPARED = frozenset({*ORDER, roles.TABLE})
"""Every other table of the record."""
_LITTLE = 20_000
"""Changes there, since it was last known, through which it takes no time to look."""
_PAGE = 256
_ROWS = 12
"""Rows that a record of a family is, on an average, with its history."""
_TRIES = 5
"""How often a family is made ready before it is looked at record by record, under the lock."""


class BeginAgain(Exception):
    """Others have changed what all the comparing rests on: what was erased, or taken in before."""


class Uniting:
    """One taking in: the two stores, who meets whom, and what came of it.

    It is made inside of one moment of the store here, and then run.
    """

    def __init__(
        self,
        parts: Parts,
        here: Connection,
        there: Connection,
        name: str,
        take: Side | None,
        *,
        even_erased: bool = False,
        before: Uniting | None = None,
    ) -> None:
        shared = since.common(here, there)
        self._parts = parts
        self._here = here
        self._there = there
        self._name = name
        self._even_erased = even_erased
        self._theirs = since.known(there, here, shared)
        self._meeting = Meeting(here, there, shared, self._theirs)
        ours = since.known(here, there, shared)
        self._joining = Joining(parts, here, there, self._meeting, self._theirs.until)
        self._settling = Settling(here, there, self._meeting, take)
        self._fates = Fates(
            *(parts, here, there, self._meeting, self._joining, ours),
            *(self._settling.settle, self._settling.fits),
        )
        self._waiting = frozenset(self._all_waiting(since.waiting(here, there)))
        self._comparing = Comparing(
            *(parts, here, there, self._meeting, self._joining, self._fates),
            *(self._settling, self._waiting),
        )
        self._readmitted = 0
        self._note = ProgressNote(parts, here, there, name)
        if before is not None:
            self._carry_on(before)
        for table, number in self._joining.missed:
            self._joining.came[table].add(number)
        self._arrivals = arrivals.arranged(
            there, self._joining.came, self._meeting.refers, self._fates.is_here
        )
        self.much = self._count() > _LITTLE
        """Whether to look through what has changed there takes time."""
        parts.action = self._action()
        parts.known()
        parts.look = self._look_again
        parts.leave = self._begin_note

    def _carry_on(self, before: Uniting) -> None:
        """Take over what came of it so far, when it is begun again."""
        self._note.carry_on(before._note)
        self._readmitted = before._readmitted
        self._joining.added += before._joining.added
        self._comparing.changed = before._comparing.changed
        self._fates.changed = before._fates.changed
        self._settling.carry_on(before._settling)

    def _count(self) -> int:
        found: int = self._there.execute(
            "SELECT count(*) FROM changes WHERE tx > ?", (self._theirs.until,)
        ).fetchone()[0]
        return found + len(self._waiting)

    def run(self) -> TakenIn:
        """Add, compare, take, and note how far it went; the last transaction is left to finish.

        The worries about what it left are told apart.
        """
        self._move_in()
        if self.much:
            self._parts.rest()
        self._compare(self._moved_lists(), self._moved())
        if self._even_erased:
            self._readmit()
        self._fates.decide()
        self._end_note()
        numbers = self._parts.numbers
        return TakenIn(
            source=self._name,
            transaction=numbers[0] if numbers else 0,
            action=self._parts.action if numbers else "",
            parts=len(numbers),
            added=dict(self._joining.added),
            changed=self._comparing.changed + self._fates.changed,
            completed=self._note.completed,
            differences=self._settling.differences,
            kept_out=tuple(
                KeptOut(differing.label(self._there, *key), str(erased))
                for key, erased in sorted(self._joining.kept_out.items(), key=_by_table)
            ),
        )

    def _move_in(self) -> None:
        """Put every family on record that is new; the lock is let go of while more is made ready.

        What fits into one transaction is made ready in it.
        """
        moving = MovingIn(self._here, self._there, self._meeting, self._joining)
        new = self._arrivals.new
        many = sum(map(len, new)) * _ROWS > self._parts.room
        parties = [family for family in new if family[0][0] == "parties"]
        others = iter(new[len(parties) :])
        moving.expect(number for family in parties for _, number in family)
        while True:
            ready = moving.ready(others, self._parts.room)
            for party in parties:
                with self._parts.step():
                    self._joining.add(party)
            if ready is None:
                return
            for odd in self._put(moving, ready):
                with self._parts.step():
                    self._joining.add(odd)
            moving.expect(())
            parties = []
            if many:
                self._parts.rest()

    def _put(self, moving: MovingIn, ready: Ready) -> list[list[Key]]:
        """Put what is ready on record; what has to be looked at one by one is left.

        Others may write what it may meet while it is made ready, but hardly every time.
        """
        for _ in range(_TRIES if ready.families else 0):
            with self._parts.step() as writer:
                if moving.stands(ready, self._parts.numbers):
                    moving.put(writer, ready)
                    return ready.odd
            self._parts.rest()
            ready = moving.again(ready)
        moving.give_up(ready)
        return [*ready.families, *ready.odd]

    def worries(self) -> tuple[str, ...]:
        """What both sides together leave that the rules would refuse, and names of two parties."""
        return (
            *_worries(self._here, self._parts.touched),
            *(
                f"{differing.party(self._there, theirs)!r}, a party there, which here is "
                f"another name of {differing.party(self._here, ours)!r}"
                for theirs, ours in self._meeting.doubled.items()
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

    # What others do meanwhile

    def _look_again(self, after: int) -> None:
        """Look anew at what others have written since: only that can be otherwise than it was."""
        odd = self._here.execute(
            "SELECT record, row FROM changes WHERE tx > ? AND field = 'present' "
            "AND (old IS NOT NULL OR record IN ('erasures', 'tombstones'))",
            (after,),
        ).fetchall()
        changed = {(record, row) for record, row in odd}
        if {"merges", "erasures", "tombstones"} & {record for record, _ in changed}:
            self._note.require_not_undone()
            raise BeginAgain
        if changed:
            self._joining.look_again()
            self._meeting.forget(changed)

    # What is on both sides

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
        return moved

    def _moved(self) -> dict[Key, dict[str, Moved]]:
        """Every field that moved there, or was left in conflict before."""

        def concerns(row: Row) -> bool:
            key = (row["record"], row["row"])
            return key[0] in ORDER and key not in self._joining.new

        moved = since.moves(self._there, self._theirs, concerns)
        for table, number, field in self._waiting:
            if field not in roles.ROLES:
                moved.setdefault((table, number), {}).setdefault(field, Moved(None, None))
        return moved

    def _compare(
        self, lists: dict[tuple[int, str], roles.Listed], moved: dict[Key, dict[str, Moved]]
    ) -> None:
        """Compare, record by record, all that is filed under it with it."""
        grouped: dict[Key, list[Key]] = defaultdict(list)
        for key in (*self._arrivals.filed, *(("commitments", number) for number, _ in lists)):
            grouped[key] = []
        for key in (*moved, *self._meeting.alike):
            members = grouped[arrivals.label(self._there, key)]
            if key not in members:
                members.append(key)
        for label in sorted(grouped, key=lambda one: _PLACES.index(one[0])):
            with self._parts.step():
                filed = self._arrivals.filed.get(label, [])
                self._joining.add(filed)
                if label[0] == "commitments":
                    self._compare_lists(label[1], lists)
                for key in dict.fromkeys((*grouped[label], *filed)):
                    self._compare_one(key, moved.get(key, {}))
        for key in self._joining.homeless:
            self._fates.let_rise(key, back=False)

    def _compare_lists(self, number: int, lists: dict[tuple[int, str], roles.Listed]) -> None:
        key = ("commitments", number)
        if key in self._joining.new:
            return
        for field in roles.ROLES:
            found = lists.get((number, field))
            if found is None and key in self._meeting.alike:
                found = self._comparing.list_begun_otherwise(number, field)
            if found is not None:
                self._comparing.compare_list(number, field, found)

    def _compare_one(self, key: Key, fields: dict[str, Moved]) -> None:
        ours = self._meeting.ours(*key)
        if ours is None or key in self._joining.new:
            return
        if not fields and key not in self._meeting.alike:
            return
        if self._meeting.is_erased(key[0], ours):
            self._keep_out(key)
        else:
            self._comparing.compare(key, ours, fields)

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

    def _readmit(self) -> None:
        """Bring in anew what is kept out, with all that lies under it."""
        for key in list(self._joining.kept_out):
            if key[0] == "parties":
                continue
            members = families.family(self._there, key)
            with self._parts.step():
                self._meeting.readmit(members)
                self._fates.bring_back(one for one in members if self._fates.is_there(one))
            del self._joining.kept_out[key]
            self._readmitted += 1

    # How far it went

    def _begin_note(self) -> None:
        self._note.begin()
        self._parts.action = self._action()

    def _end_note(self) -> None:
        unsettled = self._settling.unsettled
        unsettled |= {(*key, WHOLE) for key in self._joining.kept_out}
        decided = any(one.taken is not None for one in self._settling.differences)
        self._parts.action = self._action()
        self._note.end(unsettled, decided=decided)

    def _action(self) -> str:
        if self._note.begun and self._even_erased:  # how many is not known at first
            back = ", with what had been erased"
        else:
            back = f", with {self._readmitted} that had been erased" if self._readmitted else ""
        return f"import {self._name}{back}"


_PLACES = (*(one for one in ORDER if one != "parties"), "parties")
"""Parties last: who owns what is told by the names that they have here."""


def _by_table(one: tuple[Key, Erased]) -> tuple[int, Key]:
    return ORDER.index(one[0][0]), one[0]


def _worries(here: Connection, touched: Iterable[int]) -> Iterator[str]:
    """What the status of a commitment needs and both sides together do not give it."""
    numbers = sorted(touched)
    for first in range(0, len(numbers), _PAGE):
        for dossier in dossiers(here, numbers[first : first + _PAGE]):
            for problem in problems(dossier):
                yield f"{commitment_id(dossier.commitment.number)}: {problem}"
