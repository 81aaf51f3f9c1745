"""New records of another store put on record here, with the identity that they have there."""

from __future__ import annotations

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping

from commitrack.model.erasure import Erased
from commitrack.store import families, parties, roles, sketches
from commitrack.store.editing import place_parties
from commitrack.store.engine import Connection, Row
from commitrack.store.families import ORDER
from commitrack.store.meeting import Meeting, row_of
from commitrack.store.merging import leads
from commitrack.store.parts import Parts
from commitrack.store.roles import ROLES
from commitrack.store.since import Key
from commitrack.store.triggers import IMMUTABLE


class Joining:
    """What was added, table by table, and what it is called there."""

    def __init__(
        self, parts: Parts, here: Connection, there: Connection, meeting: Meeting, until: int
    ) -> None:
        self._parts = parts
        self._here = here
        self._there = there
        self._meeting = meeting
        self._undone: frozenset[Key] = frozenset()
        """Records here that came by a taking in which was undone since."""
        self.look_again()
        self._begun: frozenset[Key] = frozenset(
            (record, row)
            for record, row in self._here.execute(
                "SELECT o.record, o.row FROM merges m JOIN transactions t "
                "ON t.id = m.began OR t.part_of = m.began JOIN changes ch ON ch.tx = t.id "
                "JOIN origins o ON o.id = ch.row WHERE m.unfinished = 1 AND m.present = 1 "
                "AND ch.record = 'origins' AND ch.field = 'present' AND ch.old IS NULL"
            )
        )
        """Records here that came by a taking in which has not come to its end."""
        self.came: dict[str, set[int]] = defaultdict(set)
        """By table, what was put on record there, or back on it, since it was last known here."""
        for table, row in there.execute(
            "SELECT record, row FROM changes WHERE tx > ? AND field = 'present'", (until,)
        ):
            self.came[table].add(row)
        self.new: set[Key] = set()
        """Records there that were added here."""
        self.added: Counter[str] = Counter()
        """How many, by table."""
        self.homeless: list[Key] = []
        """Records there that began under what was taken back here."""
        self.kept_out: dict[Key, Erased] = {}
        """Records there that stay away, and the erasures here that keep them away."""
        self.missed: set[Key] = set()
        """Records there that could not be added when they were new, and may be now."""
        self._untied: dict[Key, list[tuple[Key, str]]] = defaultdict(list)
        """Records there that are yet to come, and those that name them in a column."""

    def look_again(self) -> None:
        """Take note of what was undone here, at first and when others have written."""
        self._undone = frozenset(
            (record, row)
            for record, row in self._here.execute(
                "SELECT record, row FROM origins WHERE present = 0"
            )
        )

    def add(self, keys: Iterable[Key]) -> None:
        """Put records on record that are not here, with the owners that they have there.

        They began there, or came back; what they name is here, or comes with them.
        """
        wanted = [(key, row_of(self._there, *key)) for key in in_order(keys)]
        # Some that are here already came by an import that was cut short, before what they name.
        fresh = [
            key
            for key, theirs in wanted
            if self._add(key[0], theirs)
            or (self._begun and (key[0], self._meeting.ours(*key)) in self._begun)
        ]
        for key in fresh:
            self.tie(key)
        for table, number in fresh:
            ours = self._meeting.ours(table, number) if table == "commitments" else None
            if ours is not None and (table, number) in self.new:
                self.place(ours, {name: roles.listed(self._there, number, name) for name in ROLES})

    def _add(self, table: str, theirs: Row) -> bool:
        """Put one on record if it is not; whether it was."""
        number = theirs["id"]
        ours = self._meeting.ours(table, number)
        if ours is not None and (table, number) in self._meeting.alike:
            self._remember(table, number, ours)
        elif not theirs["present"]:
            pass
        elif (erased := self._meeting.erased(table, theirs, ours)) is not None:
            above = families.above(self._there, (table, number))
            if not any(upper in self.kept_out for upper in above):
                self.kept_out[table, number] = erased
        elif self._has_fallen(table, theirs):
            self.homeless.append((table, number))
        elif ours is None:
            self.insert(table, theirs)
        elif self._left_by_undo(table, ours):
            self._bring_back(table, theirs, ours)
        return (table, number) in self.new

    def _has_fallen(self, table: str, theirs: Row) -> bool:
        """Whether what a record would lie under was taken back here."""
        return any(
            (ours := self._meeting.ours(*upper)) is not None
            and not row_of(self._here, upper[0], ours)["present"]
            and not self._meeting.is_erased(upper[0], ours)
            for upper in families.above(self._there, (table, theirs["id"]))
        )

    def insert(self, table: str, theirs: Row) -> None:
        """Put a record on record that is not here, if all that it names is."""
        columns = self._meeting.translated(table, theirs)
        if columns is None:
            return
        ours = self._parts.writer.insert(table, columns)
        if table == "statements":
            sketches.keep(self._here, ours, theirs["text"])
        self._meeting.learn(table, theirs["id"], ours)
        self._count_in(table, theirs["id"], ours)

    def _bring_back(self, table: str, theirs: Row, ours: int) -> None:
        """Put what an undone taking in has left behind on record again, as it is there by now."""
        columns = self._meeting.translated(table, theirs)
        if columns is None:
            return
        fixed = IMMUTABLE.get(table, ())
        self._parts.writer.update(
            table, ours, {name: value for name, value in columns.items() if name not in fixed}
        )
        self._count_in(table, theirs["id"], ours)

    def _count_in(self, table: str, theirs: int, ours: int) -> None:
        self._remember(table, theirs, ours)
        self.new.add((table, theirs))
        self.added[table] += 1
        self.touch(table, ours)

    def _left_by_undo(self, table: str, ours: int) -> bool:
        """Whether a record came by a taking in that was undone since."""
        return (table, ours) in self._undone and not row_of(self._here, table, ours)["present"]

    def _remember(self, table: str, theirs: int, ours: int) -> None:
        """Note what a record of ours is called there, and where it came from before that."""
        for uid in self._meeting.identities(table, theirs):
            known = self._here.execute("SELECT id FROM origins WHERE uid = ?", (uid,)).fetchone()
            if known is None:
                self._parts.writer.insert("origins", {"record": table, "row": ours, "uid": uid})
            else:
                self._parts.writer.update("origins", known["id"], {"present": 1})

    def touch(self, table: str, ours: int) -> None:
        """Have the commitment that a record belongs to move on to another version."""
        if table == "commitments":
            self._parts.writer.touched.add(ours)
            return
        row = row_of(self._here, table, ours)
        if table == "parties" and row["present"]:
            self._recall(ours)
        if "commitment" in row.keys() and row["commitment"] is not None:  # noqa: SIM118
            self._parts.writer.touched.add(row["commitment"])

    def parties(self, theirs: Iterable[int]) -> list[int]:
        """The parties here that parties there are, in their order."""
        found = (self._meeting.ours("parties", number) for number in theirs)
        return list(dict.fromkeys(number for number in found if number is not None))

    def place(self, ours: int, lists: Mapping[str, Iterable[int]]) -> None:
        """Give a commitment here the owners and partners that it has there.

        A party that was taken back here is on record again, since somebody names it.
        """
        begun = self._here.total_changes
        for field, theirs in lists.items():
            wanted = list(theirs)
            for number in wanted:
                self._bring_party(number)
            numbers = self.parties(wanted)
            for number in numbers:
                self._recall(number)
            place_parties(self._parts.writer, ours, ROLES[field], numbers)
        if self._here.total_changes != begun:
            self._parts.writer.touched.add(ours)

    def _bring_party(self, theirs: int) -> None:
        """Put a party that was taken back here on record as it is there, if its names are free."""
        ours = self._meeting.ours("parties", theirs)
        if ours is None or row_of(self._here, "parties", ours)["present"]:
            return
        said = row_of(self._there, "parties", theirs)
        names = (said["name"], *json.loads(said["aliases"]))
        free = all(parties.find(self._here, name) is None for name in names)
        if free and said["present"] and not self._meeting.is_erased("parties", ours):
            columns = {name: said[name] for name in ("name", "kind", "aliases", "present")}
            self._parts.writer.update("parties", ours, columns)

    def hand_on_names(self, heir: int, theirs: int) -> None:
        """Give a party the names by which the one that it has taken in is called there by now."""
        said, row = row_of(self._there, "parties", theirs), row_of(self._here, "parties", heir)
        names = json.loads(row["aliases"])
        for name in (said["name"], *json.loads(said["aliases"])):
            if parties.find(self._here, name) is None:
                names.append(name)
        self._parts.writer.update(
            "parties", heir, {"aliases": json.dumps(names, ensure_ascii=False)}
        )

    def _recall(self, party: int) -> None:
        """Have a party on record that something on record names, and those that it names."""
        if self._meeting.is_erased("parties", party):
            return
        self._parts.writer.update("parties", party, {"present": 1})
        row = row_of(self._here, "parties", party)
        for column in self._meeting.refers("parties"):
            above = row[column]
            if above is not None and not row_of(self._here, "parties", above)["present"]:
                self._recall(above)

    def tie(self, key: Key) -> None:
        """Give one its references to ones like it, and those that waited for it theirs."""
        table, number = key
        theirs = row_of(self._there, table, number)
        for column, target in self._meeting.refers(table).items():
            if target != table or theirs[column] is None:
                continue
            other = (table, int(theirs[column]))
            if self._meeting.ours(*other) is None:
                self._untied[other].append((key, column))
            else:
                self._refer(key, column, other)
        for waiting, column in self._untied.pop(key, ()):
            self._refer(waiting, column, key)

    def _refer(self, key: Key, column: str, other: Key) -> None:
        table, number = key
        ours, above = self._meeting.ours(table, number), self._meeting.ours(*other)
        if ours is None or above is None or leads(self._here, table, column, above, ours):
            return
        if key in self.new or row_of(self._here, table, ours)[column] is None:
            self._parts.writer.update(table, ours, {column: above})


def in_order(keys: Iterable[Key]) -> list[Key]:
    """What others refer to comes first."""
    return sorted(keys, key=lambda one: (ORDER.index(one[0]), one[1]))
