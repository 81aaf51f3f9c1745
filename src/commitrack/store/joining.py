"""New records of another store put on record here, with the identity that they have there."""

from __future__ import annotations

from collections import Counter

from commitrack.store import sketches
from commitrack.store.engine import Connection, Row
from commitrack.store.meeting import Meeting
from commitrack.store.merging import leads
from commitrack.store.since import Key
from commitrack.store.transacting import Writer
from commitrack.store.triggers import IMMUTABLE


def row_of(connection: Connection, table: str, number: int) -> Row:
    """A record that is known to be there."""
    found: Row = connection.execute(f'SELECT * FROM "{table}" WHERE id = ?', (number,)).fetchone()
    return found


class Joining:
    """What was added, table by table, and what it is called there."""

    def __init__(self, writer: Writer, there: Connection, meeting: Meeting, until: int) -> None:
        self._writer = writer
        self._here = writer.connection
        self._there = there
        self._meeting = meeting
        self._until = until
        """The last transaction there that is known here."""
        self.new: set[Key] = set()
        """Records there that were added here."""
        self.added: Counter[str] = Counter()
        """How many, by table."""

    def add(self, table: str) -> None:
        """Put the records of a table on record that began there and are not here."""
        first = self._there.execute(
            "SELECT min(row) FROM changes WHERE tx > ? AND record = ? AND field = 'present' "
            "AND old IS NULL",
            (self._until, table),
        ).fetchone()[0]
        for theirs in self._there.execute(
            f'SELECT * FROM "{table}" WHERE id >= ? ORDER BY id', (first,)
        ):
            ours = self._meeting.ours(table, theirs["id"])
            if ours is not None and (table, theirs["id"]) in self._meeting.alike:
                self._remember(table, theirs["id"], ours)
            elif not theirs["present"] or self._meeting.stays_away(table, theirs, ours):
                continue
            elif ours is None:
                self._insert(table, theirs)
            elif self._left_by_undo(table, ours):
                self._bring_back(table, theirs, ours)

    def _insert(self, table: str, theirs: Row) -> None:
        columns = self._meeting.translated(table, theirs)
        if columns is None:
            return
        ours = self._writer.insert(table, columns)
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
        self._writer.update(
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
        row = self._here.execute(
            f'SELECT 1 FROM origins o JOIN "{table}" t ON t.id = o.row '
            "WHERE o.record = ? AND o.row = ? AND o.present = 0 AND t.present = 0",
            (table, ours),
        ).fetchone()
        return row is not None

    def _remember(self, table: str, theirs: int, ours: int) -> None:
        """Note what a record of ours is called there."""
        uid = self._meeting.identity(table, theirs)
        if uid is None:
            return
        known = self._here.execute("SELECT id FROM origins WHERE uid = ?", (uid,)).fetchone()
        if known is None:
            self._writer.insert("origins", {"record": table, "row": ours, "uid": uid})
        else:
            self._writer.update("origins", known["id"], {"present": 1})

    def touch(self, table: str, ours: int) -> None:
        """Have the commitment that a record belongs to move on to another version."""
        if table == "commitments":
            self._writer.touched.add(ours)
            return
        row = row_of(self._here, table, ours)
        if "commitment" in row.keys() and row["commitment"] is not None:  # noqa: SIM118
            self._writer.touched.add(row["commitment"])

    def tie(self) -> None:
        """Give new records their references to ones like them, which may have come later."""
        for table, number in sorted(self.new):
            ours = self._meeting.ours(table, number)
            for column, target in self._meeting.refers(table).items():
                other = row_of(self._there, table, number)[column] if target == table else None
                above = None if other is None else self._meeting.ours(table, other)
                if ours is None or above is None or leads(self._here, table, column, above, ours):
                    continue
                self._writer.update(table, ours, {column: above})
