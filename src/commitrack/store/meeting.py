"""Which record here is which record there: by identity first, and by what it is where none tells.

Two stores that never met may hold the same text, the same party and the same promise. They
are one when they are the same in what makes them up: a text by its hash, a party by its name, a
commitment by its words at their place. What people filed is never held to be one by its looks.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from functools import cached_property

from commitrack.model.erasure import Erased, Names, erased_party
from commitrack.store import erasing_parties, free_text, parties, tombstones
from commitrack.store.columns import Column
from commitrack.store.engine import Connection, Row
from commitrack.store.identity import SEAL_SHOWN, Births, Identity, births, parse, root
from commitrack.store.since import Key, Knowledge

_ALIKE: dict[str, tuple[str, ...]] = {
    "statements": ("sha256",),
    "parties": ("name",),
    "mentions": ("commitment", "statement", "start", "end"),
    "links": ("commitment", "other", "type"),
    "copies": ("statement", "source", "bytes_sha256"),
    "readings": ("statement", "start", "end"),
    "dismissals": ("commitment", "rule"),
    "suggestions": ("commitment", "other", "type"),
    "saved_views": ("name",),
}
"""Columns that make two records of a table one."""
_ERASABLE = ("statements", "commitments", "parties", "links", "suggestions")
"""Tables whose rows have tombstones of their own when they are erased."""
_REUSED = frozenset({"readings", "dismissals", "saved_views"})
"""Tables whose rows are taken off the record and put back on it, rather than made again."""


def _imports(connection: Connection) -> frozenset[int]:
    """The transactions in which a store took another one in."""
    found = connection.execute(
        "SELECT DISTINCT ch.tx FROM transactions t JOIN changes ch ON ch.tx = t.id "
        "WHERE t.action LIKE 'import %' AND ch.record = 'merges' AND ch.old IS NULL "
        "UNION SELECT id FROM transactions WHERE part_of IS NOT NULL"
    )
    return frozenset(row[0] for row in found)


def row_of(connection: Connection, table: str, number: int) -> Row:
    """A record that is known to be there."""
    found: Row = connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (number,)).fetchone()
    return found


def born_in(store: Connection, table: str, name: str) -> int | None:
    """The record that a store put on record itself and that has this identity."""
    found = parse(name)
    if found is None or found.record != table or len(found.seal) != SEAL_SHOWN:
        return None
    born = store.execute(
        "SELECT 1 FROM transactions t JOIN changes ch ON ch.tx = t.id "
        "WHERE t.hash >= ?1 AND t.hash < ?1 || 'g' AND ch.record = ?2 AND ch.row = ?3 "
        "AND ch.field = 'present' AND ch.old IS NULL",
        (found.seal, table, found.row),
    ).fetchone()
    return None if born is None else found.row


class Meeting:
    """Ours for theirs: the numbers here of records there."""

    def __init__(
        self, here: Connection, there: Connection, shared: int, knowledge: Knowledge
    ) -> None:
        self._here = here
        self._there = there
        self._shared = shared
        self._knowledge = knowledge
        """What of the history there is known here."""
        self._imports = {one: _imports(one) for one in (here, there)}
        self._born: Births = births(there, shared)
        self._seals: dict[int, str] = {}
        """The first digits of the seals there that were asked for."""
        self._ours: dict[str, dict[int, int]] = defaultdict(dict)
        self._refers: dict[str, dict[str, str]] = {}
        self._erased = {table: tombstones.erased(here, table) for table in _ERASABLE}
        self._nameless = tombstones.erased(there, "parties")
        self.alike: set[Key] = set()
        """Records there that met one of ours by what they are."""
        self._standing: dict[str, set[int]] = defaultdict(set)
        """Records of ours that one which stands there has met by what it is."""
        self.doubled: dict[int, int] = {}
        """Parties there by whose names one here goes that is another one there already."""
        self._heirs: dict[int, int] = {}
        self._readmitted: set[Key] = set()
        self._joined: set[Key] = set()
        """Records here that this very taking in has put on record."""

    def birth(self, table: str, row: int) -> int | None:
        """The transaction there that put a record on record; None for one that both began with."""
        return self._born.of(table, row)

    def identity(self, table: str, row: int) -> str | None:
        """The identity of a record there; None for one that both began with."""
        born = self._born.of(table, row)
        if born is None:
            return None
        if born not in self._seals:
            self._seals[born] = self._there.execute(
                "SELECT hash FROM transactions WHERE id = ?", (born,)
            ).fetchone()[0][:SEAL_SHOWN]
        return str(Identity(self._seals[born], table, row))

    def identities(self, table: str, row: int) -> list[str]:
        """What a record there is called in any store, as far as it is known there."""
        own = self.identity(table, row)
        return [*filter(None, (own,)), *self._origins_there.get((table, row), ())]

    @cached_property
    def _origins_there(self) -> Mapping[Key, list[str]]:
        """What that store's records were called where they came from."""
        found: dict[Key, list[str]] = defaultdict(list)
        for record, row, uid in self._there.execute(
            "SELECT record, row, uid FROM origins WHERE present = 1 ORDER BY id"
        ):
            found[record, row].append(uid)
        return found

    def is_erased(self, table: str, ours: int) -> bool:
        """Whether a record here was erased: nothing of it comes back from elsewhere."""
        return ours in self._erased.get(table, ())

    def erased(self, table: str, theirs: Row, ours: int | None) -> Erased | None:
        """The erasure here that keeps a record there away; None when it may come in.

        It is the very record, the very text of a statement, or a text with a name that was erased.
        """
        if (table, theirs["id"]) in self._readmitted:
            return None
        if ours is not None:
            return tombstones.of(self._here, table, ours) if self.is_erased(table, ours) else None
        if table == "statements":
            text = tombstones.of_text(self._here, theirs["sha256"])
            return text or self._erased_name(theirs["text"])
        if table == "commitments" and theirs["statement"] is None:
            return self._erased_name(theirs["quote"])
        return None

    def _erased_name(self, text: str) -> Erased | None:
        named = next(
            (ours for ours, names in self._forgotten.items() if names.stand_in(text)), None
        )
        return None if named is None else tombstones.of(self._here, "parties", named)

    @cached_property
    def _forgotten(self) -> dict[int, Names]:
        """The names that parties which were erased here have there, by their numbers here."""
        found = dict[int, Names]()
        erased = self._erased["parties"]
        for (number,) in self._there.execute("SELECT id FROM parties").fetchall() if erased else ():
            common = self._born.of("parties", number) is None
            ours = number if common else self._by_identity("parties", number)
            if ours in erased and number not in self._nameless:
                words = tuple(erasing_parties.spellings(self._there, number))
                found[ours] = Names(words, erased_party(ours))
        return found

    def readmit(self, keys: Iterable[Key]) -> None:
        """Have records there come in anew, though they were erased here."""
        for key in keys:
            self._readmitted.add(key)
            self._ours[key[0]].pop(key[1], None)

    def learn(self, table: str, theirs: int, ours: int) -> None:
        """Note that a record there has become one here."""
        self._ours[table][theirs] = ours
        self._joined.add((table, ours))

    def foresee(self, table: str, theirs: int, ours: int) -> None:
        """Note what a record there is called until it is put on record here."""
        self._ours[table][theirs] = ours

    def unlearn(self, keys: Iterable[Key]) -> None:
        """Forget what records there are called here."""
        for table, theirs in keys:
            self._ours[table].pop(theirs, None)

    def forget(self, changed: Collection[Key]) -> None:
        """Look anew for who meets these records of ours, when others have changed them."""
        for table, known in self._ours.items():
            odd = [theirs for theirs, ours in known.items() if (table, ours) in changed]
            for theirs in odd:
                del known[theirs]

    def ours(self, table: str, row: int) -> int | None:
        """The number here of a record there; None when it is not here.

        One that was taken back here is met by what stands here in its stead, if anything does.
        """
        known = self._ours[table].get(row)
        if known is None:
            if (table, row) in self._readmitted:
                return None
            common = self._born.of(table, row) is None
            known = row if common else self._by_identity(table, row)
            if known is not None and not common and self._began_apart(table, row, known):
                self._met(table, row, known)
            if known is None or not self._present(table, known):
                known = self._by_likeness(table, row) or self._by_name(table, row, known) or known
            if known is not None:
                self._ours[table][row] = known
        return known

    def _present(self, table: str, row: int) -> bool:
        found = self._here.execute(f'SELECT present FROM "{table}" WHERE id = ?', (row,)).fetchone()
        return found is not None and bool(found[0])

    @cached_property
    def _ours_born(self) -> Births:
        """When each record here was put on record that both did not begin with."""
        return births(self._here, self._shared)

    def _by_identity(self, table: str, row: int) -> int | None:
        """By what it is called there, or by what that store took it over as: ours, maybe."""
        for name in self.identities(table, row):
            taken = self._here.execute(
                "SELECT row FROM origins WHERE uid = ? AND record = ?", (name, table)
            ).fetchone()
            if taken is not None:
                return int(taken["row"])
            if (own := born_in(self._here, table, name)) is not None:
                return own
        return None

    def _by_name(self, table: str, row: int, known: int | None) -> int | None:
        """The party here that goes by a name of a party there: by an alias, or since a merge.

        One that is new is held to be the same then, as it would be had its name been typed in here.
        """
        theirs = self._row(table, row) if table == "parties" else None
        if theirs is None or row in self._nameless:
            return None
        if known is not None:
            # The one that has its name here by now has taken it in; its new names are not ours.
            heir = parties.find(self._here, row_of(self._here, table, known)["name"])
            if heir is not None:
                self._heirs[row] = heir
            return heir
        if not theirs["present"]:
            return None
        names = (theirs["name"], *json.loads(theirs["aliases"]))
        found = next(filter(None, (parties.find(self._here, name) for name in names)), None)
        if found is not None:
            if self._is_another(found):
                return None
            if found in self._standing[table]:
                self.doubled[row] = found
            else:
                self._met(table, row, found)
        return found

    def heir(self, key: Key) -> int | None:
        """The party here that has taken the names of a party there, which is no more here."""
        return self._heirs.get(key[1]) if key[0] == "parties" else None

    def _is_another(self, ours: int) -> bool:
        """Whether a party here is, by its identity, one of those there, or was."""
        if self._born.of("parties", ours) is None and self._row("parties", ours) is not None:
            return True
        named = self._here.execute(
            "SELECT uid FROM origins WHERE record = 'parties' AND row = ? AND present = 1", (ours,)
        ).fetchall()
        return any(born_in(self._there, "parties", one["uid"]) is not None for one in named)

    def _by_likeness(self, table: str, row: int) -> int | None:
        theirs = self._row(table, row)
        if theirs is None or not theirs["present"]:
            return None
        found = self._commitment(theirs) if table == "commitments" else self._same(table, theirs)
        if found is not None:
            self._met(table, row, found)
        return found

    def _met(self, table: str, row: int, ours: int) -> None:
        """Note two that were put on record each by itself, and so may differ from the first."""
        self.alike.add((table, row))
        self._standing[table].add(ours)

    def _began_apart(self, table: str, row: int, ours: int) -> bool:
        """Whether both sides put it on record, and only the other one has taken note of it yet."""
        born = self._born.of(table, row)
        return (
            born is not None
            and (table, ours) not in self._joined
            and not self._knowledge.covers(born)
            and born not in self._imports[self._there]
            and self._ours_born.of(table, ours) not in self._imports[self._here]
            and bool(row_of(self._there, table, row)["present"])
        )

    def stands_in_another(self, table: str, theirs: int, ours: int) -> bool:
        """Whether a record that was taken back there stands there as another one.

        Whoever takes a text back and adds it again has it on record, under another number.
        """
        return ours in self._standing[table] and (table, theirs) not in self.alike

    def _row(self, table: str, row: int) -> Row | None:
        found: Row | None = self._there.execute(
            f'SELECT * FROM "{table}" WHERE id = ?', (row,)
        ).fetchone()
        return found

    def _same(self, table: str, theirs: Row) -> int | None:
        if table not in _ALIKE:
            return None
        columns = self.translated(table, theirs)
        if columns is None:
            return None
        same = " AND ".join(
            f'"{name}" IS ?{" COLLATE NOCASE" if (table, name) == ("parties", "name") else ""}'
            for name in _ALIKE[table]
        )
        standing = "" if table in _REUSED else "AND present = 1 "
        row = self._here.execute(
            f'SELECT id FROM "{table}" WHERE {same} {standing}ORDER BY present DESC, id LIMIT 1',
            tuple(columns[name] for name in _ALIKE[table]),
        ).fetchone()
        return None if row is None else int(row[0])

    def _commitment(self, theirs: Row) -> int | None:
        """The commitment here whose words begin at the same place of the same statement."""
        if theirs["statement"] is None:
            return None
        statement = self.ours("statements", theirs["statement"])
        place = self._there.execute(
            "SELECT start, end FROM mentions WHERE commitment = ? AND statement = ? "
            "AND present = 1 ORDER BY id LIMIT 1",
            (theirs["id"], theirs["statement"]),
        ).fetchone()
        if statement is None or place is None:
            return None
        row = self._here.execute(
            "SELECT c.id FROM mentions m JOIN commitments c ON c.id = m.commitment "
            "WHERE m.statement = ? AND m.start = ? AND m.end = ? AND m.present = 1 "
            "AND c.present = 1 AND c.statement = m.statement AND c.quote = ? ORDER BY c.id LIMIT 1",
            (statement, place["start"], place["end"], theirs["quote"]),
        ).fetchone()
        return None if row is None else int(row[0])

    def refers(self, table: str) -> dict[str, str]:
        """The columns of a table that name other records, and the tables of those."""
        if table not in self._refers:
            self._refers[table] = {
                row["from"]: row["table"]
                for row in self._here.execute(f'PRAGMA foreign_key_list("{table}")')
                if row["table"] != "transactions"
            }
        return self._refers[table]

    def translated(self, table: str, theirs: Row) -> dict[str, Column] | None:
        """A row there with the numbers that its references have here.

        None when it belongs to a record that is not here. A reference of a record to one like it
        (a parent, the version before) is left out when that one is not here yet.
        """
        columns: dict[str, Column] = {
            name: value for name, value in dict(theirs).items() if name not in ("id", "tx")
        }
        for column, target in self.refers(table).items():
            if theirs[column] is None:
                continue
            number = self.ours(target, theirs[column])
            if number is not None and target != "parties" and self.is_erased(target, number):
                number = None
            if number is None and target != table:
                return None
            columns[column] = number
        if table == "parties" and theirs["id"] in self._nameless:
            # It is called by its number there, which may be that of another one here.
            columns["name"] = f"{theirs['name']} of {(root(self._there) or '')[:8]}"
        self._take_names_out(table, theirs, columns)
        if table == "reviews":
            columns["evidence"] = self._evidence(theirs["evidence"])
        return columns

    def _take_names_out(self, table: str, theirs: Row, columns: dict[str, Column]) -> None:
        """Take the names of erased parties out, as they were taken out of what was here."""
        if (table, theirs["id"]) in self._readmitted:
            return
        for names in self._forgotten.values():
            for name in free_text.searched(table):
                if isinstance(value := columns[name], str) and names.stand_in(value):
                    columns[name] = free_text.without(names, table, name, value)
            for name in free_text.VERBATIM.get(table, ()):
                columns[name] = names.blacked_out(str(columns[name]))

    def _evidence(self, text: str) -> str:
        """The numbers of the evidence that a review considered, as they are here."""
        numbers = (self.ours("evidence", number) for number in json.loads(text))
        return json.dumps([number for number in numbers if number is not None])
