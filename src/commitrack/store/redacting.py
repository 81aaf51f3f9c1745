"""Taking words out of rows and out of their history, alike, inside one erasure.

What is done to a value in a row is done to the same value wherever history holds it, so that the
record still is what its history says. Everything here runs with the guards lifted.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection, Iterable, Mapping

from commitrack.model.erasure import ERASED, Both, Names, Words
from commitrack.store import free_text, seal, tombstones
from commitrack.store.columns import Column
from commitrack.store.engine import Connection, Row
from commitrack.store.free_text import SIGNATURES, blank
from commitrack.store.tables import RECORDS
from commitrack.store.transacting import Writer


class Redactor:
    """Takes words out, and remembers from which transactions it has taken some."""

    def __init__(self, writer: Writer) -> None:
        self.counts: Counter[str] = Counter()
        """How many values went, of each kind."""
        self.transactions: set[int] = set()
        """Transactions whose history or signature lost words: they fit their seals no more."""
        self._writer = writer
        self._connection: Connection = writer.connection

    def blank(
        self, rows: Mapping[str, Collection[int]], columns: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Empty these columns of these rows, now and in all their history."""
        for table, numbers in rows.items():
            names = columns.get(table, ())
            if not names or not numbers:
                continue
            sets = ", ".join(f'"{one}" = iif("{one}" IS NULL, NULL, ?)' for one in names)
            self._connection.execute(
                f'UPDATE "{table}" SET {sets}, tx = ? WHERE id IN (SELECT value FROM json_each(?))',
                (
                    *(blank(table, one) for one in names),
                    self._writer.number,
                    json.dumps(sorted(numbers)),
                ),
            )
        blanks = {
            (table, name): blank(table, name) for table in rows for name in columns.get(table, ())
        }
        for change in self._changes(rows, blanks):
            value = blanks[change["record"], change["field"]]
            self._rewrite(change, *(None if change[end] is None else value for end in _ENDS))

    def put(self, table: str, row: int, columns: Mapping[str, Column]) -> None:
        """Give a row other values, and say in its history that it never had different ones."""
        sets = ", ".join(f'"{name}" = ?' for name in columns)
        self._connection.execute(
            f'UPDATE "{table}" SET {sets}, tx = ? WHERE id = ?',
            (*columns.values(), self._writer.number, row),
        )
        keys = {(table, name): "" for name in columns}
        for change in self._changes({table: (row,)}, keys):
            value = columns[change["field"]]
            self._rewrite(change, *(None if change[end] is None else value for end in _ENDS))

    def take_out(self, words: Names | Words | Both) -> None:
        """Take words out of whatever people have written, but for the texts of statements."""
        self._connection.create_function("holds", 1, words.stand_in, deterministic=True)
        try:
            for table in RECORDS:
                self._out_of_rows(words, table)
            self._out_of_history(words)
            self._out_of_signatures(words)
        finally:
            self._connection.create_function("holds", 1, None)

    def _out_of_rows(self, words: Names | Words | Both, table: str) -> None:
        names = free_text.searched(table)
        if not names:
            return
        listed = ", ".join(f'"{name}"' for name in names)
        held = " OR ".join(f'holds("{name}")' for name in names)
        found = self._connection.execute(f'SELECT id, {listed} FROM "{table}" WHERE {held}')
        for row in found.fetchall():
            fresh = {
                name: free_text.without(words, table, name, row[name])
                for name in names
                if words.stand_in(row[name])
            }
            sets = ", ".join(f'"{name}" = ?' for name in fresh)
            self._connection.execute(
                f'UPDATE "{table}" SET {sets}, tx = ? WHERE id = ?',
                (*fresh.values(), self._writer.number, row["id"]),
            )
            self.counts["other values"] += len(fresh)
            if table == "commitments":
                self._writer.touched.add(row["id"])

    def _out_of_history(self, words: Names | Words | Both) -> None:
        wanted = [f"{table}.{name}" for table in RECORDS for name in free_text.searched(table)]
        found = self._connection.execute(
            "SELECT id, tx, record, field, old, new FROM changes WHERE tx <> ? "
            "AND record || '.' || field IN (SELECT value FROM json_each(?)) "
            "AND (holds(old) OR holds(new))",
            (self._writer.number, json.dumps(wanted)),
        ).fetchall()
        for change in found:
            key = (change["record"], change["field"])
            self._rewrite(
                change,
                *(
                    None if change[end] is None else free_text.without(words, *key, change[end])
                    for end in _ENDS
                ),
            )

    def _out_of_signatures(self, words: Names | Words | Both) -> None:
        listed = ", ".join(SIGNATURES)
        held = " OR ".join(f"holds({name})" for name in SIGNATURES)
        found = self._connection.execute(
            f"SELECT id, {listed} FROM transactions WHERE id <> ? AND ({held})",
            (self._writer.number,),
        ).fetchall()
        for row in found:
            fresh = {name: words.out_of(row[name]) for name in SIGNATURES if row[name] is not None}
            self._sign_anew(row["id"], fresh)

    def silence(self, transactions: Iterable[int]) -> None:
        """Take out the reasons that were given for these transactions."""
        for number in transactions:
            why = self._connection.execute(
                "SELECT why FROM transactions WHERE id = ?", (number,)
            ).fetchone()[0]
            if why is not None:
                self._sign_anew(number, {"why": ERASED})

    def _sign_anew(self, transaction: int, columns: Mapping[str, Column]) -> None:
        sets = ", ".join(f"{name} = ?" for name in columns)
        self._connection.execute(
            f"UPDATE transactions SET {sets} WHERE id = ?", (*columns.values(), transaction)
        )
        self.transactions.add(transaction)
        self.counts["reasons and signatures"] += 1

    def _changes(
        self, rows: Mapping[str, Collection[int]], columns: Mapping[tuple[str, str], str]
    ) -> list[Row]:
        """What history holds of these columns of these rows, read in one go through it."""
        connection = self._connection
        # With the types of the columns they are held against, or no index of theirs would be used.
        connection.execute(
            "CREATE TEMP TABLE wanted_rows (record TEXT, row INTEGER, PRIMARY KEY (record, row))"
        )
        connection.execute(
            "CREATE TEMP TABLE wanted_fields (record TEXT, field TEXT, PRIMARY KEY (record, field))"
        )
        try:
            connection.executemany(
                "INSERT INTO wanted_rows VALUES (?, ?)",
                ((table, number) for table, numbers in rows.items() for number in numbers),
            )
            connection.executemany("INSERT INTO wanted_fields VALUES (?, ?)", columns)
            return connection.execute(
                "SELECT c.id, c.tx, c.record, c.row, c.field, c.old, c.new FROM changes c "
                "CROSS JOIN wanted_rows r ON r.record = c.record AND r.row = c.row "
                "CROSS JOIN wanted_fields f ON f.record = c.record AND f.field = c.field "
                "WHERE c.tx <> ? ORDER BY c.id",
                (self._writer.number,),
            ).fetchall()
        finally:
            connection.execute("DROP TABLE wanted_rows")
            connection.execute("DROP TABLE wanted_fields")

    def _rewrite(self, change: Row, old: Column, new: Column) -> None:
        if (change["old"], change["new"]) == (old, new):
            return
        self._connection.execute(
            "UPDATE changes SET old = ?, new = ? WHERE id = ?", (old, new, change["id"])
        )
        self.transactions.add(change["tx"])
        self.counts["values in the history"] += 1

    def attest(self, erasure: int) -> int:
        """Set a stone for each transaction that lost words, and forget what its seal hides.

        How many of them had no secret in their seals, being older than that.
        """
        known = tombstones.digests(self._connection)
        guessable = 0
        for number in sorted(self.transactions):
            secret = self._connection.execute(
                "SELECT nonce FROM transactions WHERE id = ?", (number,)
            ).fetchone()[0]
            guessable += secret is None and number not in known
            self._connection.execute("UPDATE transactions SET nonce = NULL WHERE id = ?", (number,))
            self._writer.insert(
                "tombstones",
                {
                    "erasure": erasure,
                    "record": "transactions",
                    "row": number,
                    "digest": seal.remains(self._connection, number),
                },
            )
        return guessable


_ENDS = ("old", "new")
