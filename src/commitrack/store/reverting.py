"""What a transaction changed, put up in tables of SQLite and restored by sets.

To restore a hundred thousand due dates one by one asks for each of them whether it is still what
the transaction made of it, and writes each field by itself. Put up, all records of a table in which
the same fields changed are one question and one statement.

What may be on record only once, and what was changed more than once, goes one by one, in the order
opposite to that in which it was done. Who does that is not told here.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import TypeAlias

from commitrack.model.errors import Clash
from commitrack.model.integrity import bears
from commitrack.store import binding, built_on
from commitrack.store.engine import Connection, Row
from commitrack.store.since import Key
from commitrack.store.standing import GONE
from commitrack.store.tables import RECORDS
from commitrack.store.transacting import Writer
from commitrack.store.watching import Watch, unwatched

_TABLES = {
    "undo_begun": "record TEXT, row INTEGER, commitment INTEGER, change INTEGER, "
    "PRIMARY KEY (record, row)",
    "undo_moved": "record TEXT, row INTEGER, field TEXT, old TEXT, new TEXT, commitment INTEGER, "
    "change INTEGER, times INTEGER, PRIMARY KEY (record, row, field)",
    "undo_shapes": "record TEXT, fields TEXT, row INTEGER, PRIMARY KEY (record, fields, row)",
    "undo_apart": "record TEXT, row INTEGER, PRIMARY KEY (record, row)",
}
"""What it put on record, the fields that it changed of what was there before, which fields of which
record these are, and what does not go with the rest.
"""
_IN_ORDER = frozenset({"statements", "parties"})
"""Tables of which a text, or a name, may be on record only once."""
_SLICE = 2_000
"""Records that are restored by one statement: some tenths of a second."""
_LABEL = (
    "CASE WHEN commitment IS NULL THEN record ELSE 'commitments' END, coalesce(commitment, row)"
)
"""What a record goes with: the commitment that it belongs to, or itself."""


Slice: TypeAlias = tuple[int, int]
"""Records by their numbers: behind the one, up to the other."""


def label(record: str, row: int, commitment: int | None) -> Key:
    """What a record goes with: the commitment that it belongs to, or itself."""
    return (record, row) if commitment is None else ("commitments", commitment)


@contextlib.contextmanager
def staged(connection: Connection, number: int) -> Iterator[Reverting]:
    """Put up what a transaction changed, and what is bound to it, inside the caller's one."""
    for table, columns in _TABLES.items():
        connection.execute(f"CREATE TEMP TABLE {table} ({columns}) WITHOUT ROWID")
    try:
        yield Reverting(connection, number)
    finally:
        for table in _TABLES:
            connection.execute(f"DROP TABLE IF EXISTS temp.{table}")


class Reverting:
    """The changes of a transaction, as they are put up."""

    def __init__(self, connection: Connection, number: int) -> None:
        self._connection = connection
        self._number = number
        self._parts = json.dumps(binding.all_of(connection, number))
        erased = connection.execute("SELECT 1 FROM erasures LIMIT 1").fetchone() is not None
        self._changes = (
            "FROM json_each(?) j CROSS JOIN changes ch ON ch.tx = j.value "
            f"WHERE {f'NOT {GONE}' if erased else 'TRUE'} "
        )
        """Its changes, without those of what was erased since."""
        self._put_up()
        self.one_by_one = self._set_apart()
        """The changes that are to be restored one by one, the newest first."""
        self._shape()

    def _put_up(self) -> None:
        self._connection.execute(
            "INSERT OR IGNORE INTO temp.undo_begun SELECT ch.record, ch.row, ch.commitment, ch.id "
            f"{self._changes} AND ch.field = 'present' AND ch.old IS NULL "
            "AND ch.record <> 'parties'",
            (self._parts,),
        )
        self._connection.execute(
            "INSERT INTO temp.undo_moved SELECT ch.record, ch.row, ch.field, ch.old, ch.new, "
            f"ch.commitment, ch.id, 1 {self._changes} AND NOT EXISTS (SELECT 1 "
            "FROM temp.undo_begun b WHERE b.record = ch.record AND b.row = ch.row) "
            "ON CONFLICT DO UPDATE SET times = times + 1",
            (self._parts,),
        )

    def _set_apart(self) -> list[Row]:
        """Take what has to go one by one out of the tables, with all that goes with it."""
        in_order = ", ".join(f"'{table}'" for table in sorted(_IN_ORDER))
        self._connection.execute(
            f"INSERT OR IGNORE INTO temp.undo_apart SELECT {_LABEL} FROM temp.undo_moved "
            f"WHERE times > 1 OR record IN ({in_order})"
        )
        if not self._drop_apart():
            return []
        return self._connection.execute(
            "SELECT ch.record, ch.row, ch.field, ch.old, ch.new, ch.commitment "
            f"{self._changes} AND (CASE WHEN ch.commitment IS NULL THEN ch.record "
            "ELSE 'commitments' END, coalesce(ch.commitment, ch.row)) IN "
            "(SELECT record, row FROM temp.undo_apart) ORDER BY ch.id DESC",
            (self._parts,),
        ).fetchall()

    def _drop_apart(self) -> bool:
        """Take what does not go with the rest out of the tables; whether anything was."""
        begun = self._connection.total_changes
        for table in ("undo_begun", "undo_moved"):
            self._connection.execute(
                f"DELETE FROM temp.{table} WHERE ({_LABEL}) IN "
                "(SELECT record, row FROM temp.undo_apart)"
            )
        return self._connection.total_changes != begun

    def _shape(self) -> None:
        """Say of each record which of its fields were changed."""
        self._connection.execute("DELETE FROM temp.undo_shapes")
        self._connection.execute(
            "INSERT INTO temp.undo_shapes SELECT record, group_concat(field), row "
            "FROM temp.undo_moved GROUP BY record, row"
        )

    # What is asked about it

    def touched(self) -> set[int]:
        """The commitments of which anything was changed."""
        found = self._connection.execute(
            "SELECT commitment FROM temp.undo_begun WHERE commitment IS NOT NULL UNION "
            "SELECT commitment FROM temp.undo_moved WHERE commitment IS NOT NULL"
        )
        named = (row["commitment"] for row in self.one_by_one)
        return {row[0] for row in found} | {one for one in named if one is not None}

    def judged(self) -> set[int]:
        """The commitments for which something that their status needs may come or go.

        To look at everything about a hundred thousand takes longer than to restore them. Of those
        that it put on record nothing is left to judge.
        """
        bearing = [record for record in self._begun_tables() if bears(record, "present", None, "1")]
        found = self._numbers(
            "SELECT commitment FROM temp.undo_begun WHERE record IN "
            "(SELECT value FROM json_each(?))",
            json.dumps(bearing),
        )
        for record, field, was, is_now in self._connection.execute(
            "SELECT DISTINCT record, field, old IS NOT NULL, new IS NOT NULL FROM temp.undo_moved"
        ).fetchall():
            if bears(record, field, "" if was else None, "" if is_now else None):
                found |= self._numbers(
                    "SELECT commitment FROM temp.undo_moved WHERE record = ? AND field = ?",
                    *(record, field),
                )
        found -= self._numbers("SELECT row FROM temp.undo_begun WHERE record = 'commitments'")
        return found | {
            row["commitment"]
            for row in self.one_by_one
            if bears(row["record"], row["field"], row["old"], row["new"])
            and row["commitment"] is not None
        }

    def concerns(self, *tables: str) -> bool:
        """Whether anything was changed in one of these tables."""
        changed = {*self._begun_tables(), *(record for record, _ in self._shapes())}
        return not changed.isdisjoint(tables) or any(
            row["record"] in tables for row in self.one_by_one
        )

    def is_one(self) -> bool:
        """Whether it is restored whole or not at all.

        What came in with a statement, from another store, or with a merge of parties, belongs
        together; else each commitment can be restored by itself, and each party.
        """
        if self.concerns("merges") or "statements" in self._begun_tables():
            return True
        if any(
            row["field"] == "present"
            and (row["record"] == "statements" or (row["record"] == "parties" and row["old"]))
            for row in self.one_by_one
        ):
            return True
        found = self._connection.execute(
            f"SELECT {_LABEL} FROM temp.undo_begun UNION SELECT {_LABEL} FROM temp.undo_moved "
            "LIMIT 2"
        ).fetchall()
        labels = {tuple(row) for row in found} | {
            label(row["record"], row["row"], row["commitment"]) for row in self.one_by_one
        }
        return len(labels) <= 1

    def _begun_tables(self) -> list[str]:
        return [
            row[0]
            for row in self._connection.execute("SELECT DISTINCT record FROM temp.undo_begun")
        ]

    def _shapes(self) -> list[tuple[str, str]]:
        found = self._connection.execute("SELECT DISTINCT record, fields FROM temp.undo_shapes")
        return [(row[0], row[1]) for row in found]

    def _numbers(self, sql: str, *values: str) -> set[int]:
        found = self._connection.execute(sql, values)
        return {row[0] for row in found if row[0] is not None}

    # What others have built on it

    def clashes(self) -> list[tuple[Key, Clash]]:
        """What was changed since, with what it goes with; the newest change first."""
        found = [*self._moved_on(), *self._built_on()]
        return [(key, clash) for _, key, clash in sorted(found, key=lambda one: -one[0])]

    def _moved_on(self) -> Iterator[tuple[int, Key, Clash]]:
        named = {(record, one) for record, names in self._shapes() for one in names.split(",")}
        for record, field in sorted(named):
            for row in self._connection.execute(
                f'SELECT m.*, CAST(r."{field}" AS TEXT) AS now FROM temp.undo_moved m '
                f'CROSS JOIN "{record}" r ON r.id = m.row WHERE m.record = ? AND m.field = ? '
                f'AND CAST(r."{field}" AS TEXT) IS NOT m.new',
                (record, field),
            ).fetchall():
                clash = built_on.moved_to(self._connection, row, self._number, row["now"])
                yield row["change"], label(record, row["row"], row["commitment"]), clash

    def _built_on(self) -> Iterator[tuple[int, Key, Clash]]:
        for row in (*self._edited_under_commitments(), *self._edited_elsewhere()):
            key = (row["record"], row["row"])
            for clash in built_on.later_edits(
                self._connection, key, self._number, row["commitment"]
            ):
                yield row["change"], label(*key, row["commitment"]), clash
        statements = "SELECT row FROM temp.undo_begun WHERE record = 'statements'"
        gone = self._numbers(statements)
        for row in self._connection.execute(
            "SELECT b.row, b.change FROM temp.undo_begun b JOIN statements s ON s.previous = b.row "
            f"AND s.present = 1 WHERE b.record = 'statements' AND s.id NOT IN ({statements})"
        ).fetchall():
            for clash in built_on.newer_versions(self._connection, row["row"], gone):
                yield row["change"], ("statements", row["row"]), clash

    def _edited_under_commitments(self) -> Iterable[Row]:
        """What it put on record under commitments that were edited since."""
        edited = self._connection.execute(
            "SELECT b.commitment FROM "
            "(SELECT DISTINCT commitment FROM temp.undo_begun WHERE commitment IS NOT NULL) b "
            "WHERE EXISTS (SELECT 1 FROM changes ch CROSS JOIN transactions t ON t.id = ch.tx "
            f"WHERE ch.commitment = b.commitment AND ch.tx > ?1 AND {built_on.COUNTS})",
            (self._number,),
        ).fetchall()
        return self._connection.execute(
            "SELECT * FROM temp.undo_begun WHERE commitment IN (SELECT value FROM json_each(?))",
            (json.dumps([row[0] for row in edited]),),
        ).fetchall()

    def _edited_elsewhere(self) -> Iterable[Row]:
        """What it put on record under no commitment and was edited since.

        One look through what was done since tells it of all of them.
        """
        others = "FROM temp.undo_begun WHERE commitment IS NULL"
        if self._connection.execute(f"SELECT 1 {others} LIMIT 1").fetchone() is None:
            return []
        later = (
            "SELECT b.* FROM transactions t CROSS JOIN changes ch ON ch.tx = t.id "
            f"CROSS JOIN temp.undo_begun b ON {{}} WHERE t.id > ?1 AND {built_on.COUNTS} "
        )
        itself = later.format("b.record = ch.record AND b.row = ch.row AND b.commitment IS NULL")
        under = later.format("b.record = 'statements' AND b.row = ch.statement")
        return self._connection.execute(f"{itself} UNION {under}", (self._number,)).fetchall()

    # What is done

    def leave(self, keys: Iterable[Key]) -> None:
        """Leave these as they are, with all that goes with them."""
        self._connection.execute("DELETE FROM temp.undo_apart")
        self._connection.executemany("INSERT OR IGNORE INTO temp.undo_apart VALUES (?, ?)", keys)
        if self._drop_apart():
            self._shape()

    def restore(self, writer: Writer, watch: Watch = unwatched) -> None:
        """Restore all that is put up, a table at a time; what others refer to comes last."""
        begun = set(self._begun_tables())
        shapes = sorted(self._shapes(), key=lambda one: RECORDS.index(one[0]), reverse=True)
        total, done = self._count("undo_begun") + self._count("undo_shapes"), 0
        for table in reversed(RECORDS):
            for after, upto in self._slices("undo_begun", table) if table in begun else ():
                watch("restoring", done, total)
                done += self._connection.execute(
                    f'UPDATE "{table}" SET present = 0, tx = ?1 WHERE present <> 0 AND id IN '
                    "(SELECT row FROM temp.undo_begun WHERE record = ?2 AND row > ?3 "
                    "AND row <= ?4)",
                    (writer.number, table, after, upto),
                ).rowcount
        for table, of_table in groupby(shapes, key=lambda one: one[0]):
            for _, fields in of_table:
                for after, upto in self._slices("undo_shapes", table, fields):
                    watch("restoring", done, total)
                    done += self._restore(writer, table, fields, after, upto)

    def _count(self, put_up: str) -> int:
        found: int = self._connection.execute(f"SELECT count(*) FROM temp.{put_up}").fetchone()[0]
        return found

    def _slices(self, put_up: str, record: str, fields: str | None = None) -> Iterator[Slice]:
        """What is put up of a table, and of a shape, a few thousand records at a time."""
        where = "record = ?1" if fields is None else "record = ?1 AND fields = ?3"
        shape = () if fields is None else (fields,)
        after = -1
        while True:
            upto = self._connection.execute(
                f"SELECT max(row) FROM (SELECT row FROM temp.{put_up} WHERE {where} AND row > ?2 "
                f"ORDER BY row LIMIT {_SLICE})",
                (record, after, *shape),
            ).fetchone()[0]
            if upto is None:
                return
            yield after, upto
            after = upto

    def _restore(self, writer: Writer, table: str, fields: str, after: int, upto: int) -> int:
        """Restore the records of a shape numbered behind `after`, up to `upto`; how many.

        The sign in `+h.row` keeps the bounds to `h`: SQLite would take them for `m` as well, and
        then look through a whole slice for each of its records.
        """
        names = fields.split(",")
        sets = ", ".join(f'"{name}" = s."{name}"' for name in names)
        values = ", ".join(
            f"max(CASE m.field WHEN '{one}' THEN m.old END) AS \"{one}\"" for one in names
        )
        return self._connection.execute(
            f'UPDATE "{table}" SET {sets}, tx = ?1 FROM (SELECT h.row, {values} '
            "FROM temp.undo_shapes h CROSS JOIN temp.undo_moved m "
            "ON m.record = h.record AND m.row = +h.row WHERE h.record = ?2 AND h.fields = ?3 "
            f'AND h.row > ?4 AND h.row <= ?5 GROUP BY h.row) s WHERE "{table}".id = s.row',
            (writer.number, table, fields, after, upto),
        ).rowcount
