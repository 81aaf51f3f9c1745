"""Families that are new here, made ready while others write, and put on record by sets.

Who a record meets, what it is to say here and what it is called are found out before the lock is
taken. Under the lock it is asked once whether others have written meanwhile what could make it
otherwise; then each table has its rows at once. What is not simply new (a party, a record that met
one of ours, that was taken back here or that names what is not here) is left to `Joining`, which
looks and writes record by record.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import chain

from commitrack.model.likeness import sketch
from commitrack.store import roles, sketches
from commitrack.store.columns import Column
from commitrack.store.engine import Connection, Row
from commitrack.store.families import ORDER
from commitrack.store.joining import Joining, in_order
from commitrack.store.limits import require_fits
from commitrack.store.meeting import Meeting, row_of
from commitrack.store.since import Key, newest
from commitrack.store.transacting import Writer

_MATTER = (
    *("statements", "commitments", "mentions", "links", "copies", "readings", "dismissals"),
    *("suggestions", "saved_views", "origins", "merges", "erasures", "tombstones"),
)
"""Tables in which what somebody else puts on record could be what a new record has to meet."""
_ORIGIN = 6
"""Rows that a note of where a record came from makes, its history included."""


class _Odd(Exception):
    """A family that is not simply new."""


class Ready:
    """Families that are ready to be put on record, and those that have to be looked at there."""

    def __init__(self, seen: int) -> None:
        self.seen = seen
        """The newest transaction when they were made ready."""
        self.odd: list[list[Key]] = []
        """What is left to be put on record one by one."""
        self.families: list[list[Key]] = []
        self.size = 0
        """Rows that they will write, the history included and what is kept beside it not."""
        self.columns: dict[str, tuple[str, ...]] = {}
        self.rows: dict[str, list[tuple[Key, dict[str, Column]]]] = defaultdict(list)
        """By table, in the order of their numbers; a negative number is that of one of these."""
        self.places: list[tuple[int, str, list[int]]] = []
        """Who owns and shares what: the commitment, the role and the parties, as they are there."""
        self.origins: list[tuple[str, int, str]] = []
        self.sketches: list[tuple[int, int]] = []


class MovingIn:
    """Makes families ready, and puts them on record."""

    def __init__(
        self, here: Connection, there: Connection, meeting: Meeting, joining: Joining
    ) -> None:
        self._here = here
        self._there = there
        self._meeting = meeting
        self._joining = joining
        self._coming: frozenset[int] = frozenset()
        """Parties there that are to be put on record before anything that is made ready."""

    def expect(self, parties: Iterable[int]) -> None:
        """Reckon with parties there that are put on record before what is made ready now."""
        self._coming = frozenset(parties)

    def ready(self, families: Iterator[list[Key]], room: int) -> Ready | None:
        """Make families ready until they fill a transaction of so many rows; None when none is
        left.
        """
        found = Ready(newest(self._here))
        for family in families:
            self._foresee(family, found)
            if found.size >= room:
                break
        return found if found.families or found.odd else None

    def again(self, before: Ready) -> Ready:
        """Make the same families ready once more, when others have written what they may meet."""
        self.give_up(before)
        self.expect(())
        found = Ready(newest(self._here))
        for family in chain(before.families, before.odd):
            self._foresee(family, found)
        return found

    def give_up(self, ready: Ready) -> None:
        """Forget what was foreseen: it may have become otherwise."""
        self._meeting.unlearn(key for rows in ready.rows.values() for key, _ in rows)

    def stands(self, ready: Ready, own: Iterable[int]) -> bool:
        """Whether nobody has written meanwhile what could make it otherwise; under the lock.

        What the import itself has written in its `own` transactions is known.
        """
        odd = self._here.execute(
            "SELECT 1 FROM changes WHERE tx > ?1 AND field = 'present' AND (old IS NOT NULL "
            "OR record IN (SELECT value FROM json_each(?2))) "
            "AND tx NOT IN (SELECT value FROM json_each(?3)) LIMIT 1",
            (
                ready.seen,
                json.dumps(_MATTER),
                json.dumps([number for number in own if number > ready.seen]),
            ),
        ).fetchone()
        return odd is None and all(
            self._is_on_record(party)
            for party in {party for _, _, named in ready.places for party in named}
        )

    def _is_on_record(self, theirs: int) -> bool:
        """Whether a party there is on record here."""
        ours = self._meeting.ours("parties", theirs)
        return ours is not None and bool(row_of(self._here, "parties", ours)["present"])

    # Before the lock is taken

    def _foresee(self, family: list[Key], ready: Ready) -> None:
        """Make one family ready, or find that it is odd."""
        marks = {table: len(ready.rows[table]) for table in ORDER}
        places, origins, kept = len(ready.places), len(ready.origins), len(ready.sketches)
        try:
            for key in in_order(family):
                self._foresee_one(key, ready)
        except _Odd:
            for table, mark in marks.items():
                self._meeting.unlearn(key for key, _ in ready.rows[table][mark:])
                del ready.rows[table][mark:]
            del ready.places[places:], ready.origins[origins:], ready.sketches[kept:]
            ready.odd.append(family)
            ready.size += sum(_ORIGIN for _ in family)
        else:
            ready.families.append(family)
            rows = (
                columns for table, mark in marks.items() for _, columns in ready.rows[table][mark:]
            )
            ready.size += sum(sum(one is not None for one in said.values()) + 1 for said in rows)
            ready.size += _ORIGIN * (len(ready.origins) - origins + len(ready.places) - places)

    def _foresee_one(self, key: Key, ready: Ready) -> None:
        table, number = key
        theirs = row_of(self._there, table, number)
        if table == "parties" or self._meeting.ours(table, number) is not None:
            raise _Odd
        if not theirs["present"]:
            return
        columns = self._columns(table, theirs)
        rows = ready.rows[table]
        rows.append((key, columns))
        ours = -len(rows)
        self._meeting.foresee(table, number, ours)
        if table == "statements":
            ready.sketches += ((one, ours) for one in sketch(theirs["text"]))
        if table == "commitments":
            ready.places += self._places(number, ours)
        ready.origins += ((table, ours, uid) for uid in self._meeting.identities(table, number))

    def _columns(self, table: str, theirs: Row) -> dict[str, Column]:
        """What a record is to say here; what it names is here already, or is ready as well."""
        if self._meeting.erased(table, theirs, None) is not None:
            raise _Odd
        columns = self._meeting.translated(table, theirs)
        if columns is None:
            raise _Odd
        for column, target in self._meeting.refers(table).items():
            ours = columns[column]
            if (
                isinstance(ours, int)
                and ours > 0
                and not row_of(self._here, target, ours)["present"]
            ):
                raise _Odd
        require_fits(table, columns)
        return columns

    def _places(self, theirs: int, ours: int) -> Iterator[tuple[int, str, list[int]]]:
        """Its owners and partners, each of whom is on record here or comes first."""
        for field, role in roles.ROLES.items():
            named = roles.listed(self._there, theirs, field)
            if not all(one in self._coming or self._is_on_record(one) for one in named):
                raise _Odd
            if named:
                yield ours, role, named

    # Under the lock

    def put(self, writer: Writer, ready: Ready) -> None:
        """Put all that is ready on record."""
        before = {
            table: self._here.execute(f'SELECT coalesce(max(id), 0) FROM "{table}"').fetchone()[0]
            for table in ORDER
        }
        for table in ORDER:
            self._put(writer, table, ready.rows[table], before)
        commitments, statements = before["commitments"], before["statements"]
        self._here.executemany(
            "INSERT INTO commitment_parties (commitment, party, role, position, tx) "
            f"VALUES ({commitments} - ?, ?, ?, ?, {writer.number})",
            (
                (ours, party, role, position)
                for ours, role, named in ready.places
                for position, party in enumerate(self._joining.parties(named))
            ),
        )
        self._here.executemany(
            f"INSERT INTO origins (record, row, uid, tx) VALUES (?, ?, ?, {writer.number})",
            ((table, before[table] - ours, uid) for table, ours, uid in ready.origins),
        )
        sketches.put(self._here, ((one, statements - ours) for one, ours in ready.sketches))
        for key, _ in ready.rows["statements"]:
            self._joining.tie(key)

    def _put(
        self,
        writer: Writer,
        table: str,
        rows: list[tuple[Key, dict[str, Column]]],
        before: dict[str, int],
    ) -> None:
        if not rows:
            return
        refers = self._meeting.refers(table)
        first = before[table] + 1
        for place, ((_, number), columns) in enumerate(rows):
            for column, target in refers.items():
                ours = columns[column]
                if isinstance(ours, int) and ours < 0:
                    columns[column] = before[target] - ours
            if table == "reviews":
                columns["evidence"] = _numbered(str(columns["evidence"]), before["evidence"])
            commitment = first + place if table == "commitments" else columns.get("commitment")
            if isinstance(commitment, int):
                writer.touched.add(commitment)
            self._meeting.learn(table, number, first + place)
        names = ", ".join(f'"{name}"' for name in rows[0][1])
        marks = ", ".join("?" * len(rows[0][1]))
        self._here.executemany(
            f'INSERT INTO "{table}" (id, {names}, tx) VALUES (?, {marks}, {writer.number})',
            ((first + place, *columns.values()) for place, (_, columns) in enumerate(rows)),
        )
        self._joining.new.update(key for key, _ in rows)
        self._joining.added[table] += len(rows)


def _numbered(text: str, before: int) -> str:
    """A list of numbers, of which the negative ones are those of what comes in with it."""
    return json.dumps([before - one if one < 0 else one for one in json.loads(text)])
