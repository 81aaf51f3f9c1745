"""The statements of a store: their texts, versions and copies, and what was made of them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from commitrack.model.errors import NotFound
from commitrack.model.ids import statement_id
from commitrack.store import reading, rows, versioning
from commitrack.store.asking import Outline, StatementOrder
from commitrack.store.connected import Connected
from commitrack.store.later import Later

if TYPE_CHECKING:
    from datetime import date

    from commitrack.model.history import Receipt, Signature
    from commitrack.model.records import Commitment
    from commitrack.model.statements import Copy, Mention, Reading, Statement
    from commitrack.store import copying, outlines, readings, sketches, tombstones
else:
    copying = Later("copying")
    outlines = Later("outlines")
    readings = Later("readings")
    sketches = Later("sketches")
    tombstones = Later("tombstones")


class Archive(Connected):
    """The part of the store on SQLite that keeps them."""

    def statements(self, since: date | None = None) -> tuple[Statement, ...]:
        """See `Store.statements`."""
        with self._reading():
            found = self._connection.execute(
                "SELECT * FROM statements WHERE present = 1 AND substr(fetched_at, 1, 10) > ? "
                "ORDER BY id",
                ("" if since is None else since.isoformat(),),
            )
            return tuple(rows.statement(row) for row in found)

    def statement(self, number: int) -> Statement:
        """See `Store.statement`."""
        with self._reading():
            row = self._connection.execute(
                "SELECT * FROM statements WHERE id = ? AND present = 1", (number,)
            ).fetchone()
            if row is None:
                erased = tombstones.of(self._connection, "statements", number)
                if erased is not None:
                    raise NotFound(f"{statement_id(number)} is gone: {erased}")
                newest = self._connection.execute(
                    "SELECT max(id) FROM statements WHERE present = 1"
                ).fetchone()[0]
                known = f"the newest is {statement_id(newest)}" if newest else "none is stored"
                raise NotFound(f"{statement_id(number)} does not exist ({known})")
            return rows.statement(row)

    def statement_numbers(self) -> tuple[int, ...]:
        """See `Store.statement_numbers`."""
        with self._reading():
            found = self._connection.execute(
                "SELECT id FROM statements WHERE present = 1 ORDER BY id"
            )
            return tuple(row[0] for row in found)

    def statement_order(
        self, order: StatementOrder = StatementOrder.NUMBER, *, backwards: bool = False
    ) -> tuple[int, ...]:
        """See `Store.statement_order`."""
        with self._reading():
            return outlines.ordered(self._connection, order, backwards=backwards)

    def statements_with(self, words: Sequence[str], first: int, last: int) -> tuple[int, ...]:
        """See `Store.statements_with`."""
        with self._reading():
            return outlines.having(self._connection, words, first, last)

    def mention_counts(self) -> Mapping[int, int]:
        """See `Store.mention_counts`."""
        with self._reading():
            return outlines.mention_counts(self._connection)

    def outlines(self, numbers: Sequence[int]) -> tuple[Outline, ...]:
        """See `Store.outlines`."""
        with self._reading():
            return outlines.these(self._connection, numbers)

    def statement_by_hash(self, sha256: str) -> Statement | None:
        """See `Store.statement_by_hash`."""
        with self._reading():
            row = self._connection.execute(
                "SELECT * FROM statements WHERE sha256 = ? AND present = 1", (sha256,)
            ).fetchone()
        return None if row is None else rows.statement(row)

    def statement_by_bytes(self, sha256: str) -> Statement | None:
        """See `Store.statement_by_bytes`."""
        with self._reading():
            return copying.statement_of(self._connection, sha256)

    def copies(self, statement: int) -> tuple[Copy, ...]:
        """See `Store.copies`."""
        with self._reading():
            return copying.of(self._connection, statement)

    def add_copy(self, copy: Copy, by: Signature) -> Receipt:
        """See `Store.add_copy`."""
        with self._writing(by) as writer:
            copying.add(writer, copy)
        return self._receipt(writer, statement=copy.statement)

    def alike(self, text: str) -> tuple[int, ...]:
        """See `Store.alike`."""
        with self._reading():
            return tuple(number for number, _ in sketches.alike(self._connection, text))

    def versions(self, statement: int) -> tuple[int, ...]:
        """See `Store.versions`."""
        with self._reading():
            found = self._connection.execute(versioning.CHAIN, (statement,))
            return tuple(row[0] for row in found)

    def mentions(self, statement: int) -> tuple[tuple[Mention, Commitment], ...]:
        """See `Store.mentions`."""
        with self._reading():
            found = self._connection.execute(
                "SELECT * FROM mentions WHERE statement = ? AND present = 1 ORDER BY start, id",
                (statement,),
            ).fetchall()
            numbers = [row["commitment"] for row in found]
            by_number = {
                dossier.commitment.number: dossier.commitment
                for dossier in reading.dossiers(self._connection, numbers)
            }
        return tuple(
            (rows.mention(row), by_number[row["commitment"]])
            for row in found
            if row["commitment"] in by_number
        )

    def readings(self, statement: int) -> tuple[Reading, ...]:
        """See `Store.readings`."""
        with self._reading():
            return readings.standing(self._connection, statement)

    def mark_read(
        self,
        statement: int,
        spans: Sequence[tuple[int, int]],
        by: Signature,
        *,
        note: str | None = None,
    ) -> Receipt:
        """See `Store.mark_read`."""
        with self._writing(by) as writer:
            readings.mark(writer, statement, spans, note, by)
        return self._receipt(writer, statement=statement)

    def mark_unread(
        self, statement: int, spans: Sequence[tuple[int, int]], by: Signature
    ) -> Receipt:
        """See `Store.mark_unread`."""
        with self._writing(by) as writer:
            readings.take_back(writer, statement, spans)
        return self._receipt(writer, statement=statement)
