"""What a record is called across stores: by the transaction that put it on record.

A transaction's seal depends on all that came before it, so it names one moment of one history, and
two stores share it only when one is a copy of the other or of the same ancestor. The seal with the
record's own number is the record's identity: nothing has to be stored for it, and a store that
was copied and went on gives its new records identities of their own. What was taken over from
another store keeps that identity in the table of origins.
"""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple

from commitrack.store.asking import Birth
from commitrack.store.engine import Connection

SEAL_SHOWN = 32
"""Digits of a seal that stand in an identity: 128 bits, which nobody meets twice by chance."""


class Identity(NamedTuple):
    """An identity in its parts."""

    seal: str
    """The first digits of the seal of the transaction in which it was put on record."""
    record: str
    """Its table."""
    row: int
    """Its number in the store in which it was put on record."""

    def __str__(self) -> str:
        return f"{self.seal}/{self.record}/{self.row}"


def parse(text: str) -> Identity | None:
    """The parts of an identity as it is written; None for what is none."""
    seal, _, rest = text.partition("/")
    record, _, row = rest.partition("/")
    plain = row.isascii() and row.isdigit() and len(row) <= 18
    return Identity(seal, record, int(row)) if seal and record and plain else None


class Births:
    """Which transaction put each record on record: sixteen bytes for each of them.

    Numbers are given in order and never again, so they only ever grow.
    """

    def __init__(self) -> None:
        self._rows: dict[str, array[int]] = defaultdict(lambda: array("q"))
        self._transactions: dict[str, array[int]] = defaultdict(lambda: array("q"))

    def note(self, record: str, row: int, transaction: int) -> bool:
        """Put a birth down; False when its number is not greater than the one before."""
        rows = self._rows[record]
        if rows and rows[-1] >= row:
            return False
        rows.append(row)
        self._transactions[record].append(transaction)
        return True

    def of(self, record: str, row: int) -> int | None:
        """The transaction that put a record on record; None when none did."""
        rows = self._rows[record]
        at = bisect_left(rows, row)
        found = at < len(rows) and rows[at] == row
        return self._transactions[record][at] if found else None

    def count(self, record: str) -> int:
        """How many records of a table were put on record."""
        return len(self._rows[record])

    def first(self, record: str) -> int | None:
        """The lowest number in a table; None when it has none."""
        rows = self._rows[record]
        return rows[0] if rows else None


def births(connection: Connection, after: int = 0) -> Births:
    """The births in every transaction after a given one."""
    found = Births()
    for record, row, transaction in connection.execute(
        "SELECT record, row, tx FROM changes WHERE tx > ? AND field = 'present' AND old IS NULL "
        "ORDER BY id",
        (after,),
    ):
        found.note(record, row, transaction)
    return found


def root(connection: Connection) -> str | None:
    """The seal of the first transaction, which names a store and its copies; None when empty."""
    row = connection.execute("SELECT hash FROM transactions ORDER BY id LIMIT 1").fetchone()
    return None if row is None else row[0]


def head(connection: Connection) -> str | None:
    """The seal of the newest transaction, which stands for the whole history up to it."""
    row = connection.execute("SELECT hash FROM transactions ORDER BY id DESC LIMIT 1").fetchone()
    return None if row is None else row[0]


_BATCH = 500


def of_commitments(connection: Connection, numbers: Sequence[int]) -> dict[int, Birth]:
    """How each of these commitments came on record; the identity with which it was taken over,
    where it was.
    """
    found: dict[int, Birth] = {}
    for first in range(0, len(numbers), _BATCH):
        batch = numbers[first : first + _BATCH]
        marks = ",".join("?" * len(batch))
        taken_over: dict[int, str] = dict(
            connection.execute(
                "SELECT row, uid FROM origins WHERE record = 'commitments' AND present = 1 "
                f"AND row IN ({marks}) ORDER BY id DESC",
                tuple(batch),
            ).fetchall()
        )
        for number, seal, at in connection.execute(
            "SELECT c.id, t.hash, t.at FROM commitments c JOIN transactions t ON t.id = "
            "(SELECT min(b.tx) FROM changes b WHERE b.commitment = c.id) "
            f"WHERE c.id IN ({marks})",
            tuple(batch),
        ):
            own = str(Identity(seal[:SEAL_SHOWN], "commitments", number))
            found[number] = Birth(taken_over.get(number, own), _moment(at))
    return found


@lru_cache(maxsize=1 << 10)
def _moment(text: str) -> datetime:
    """A moment from its ISO form; what came on record together came in one."""
    return datetime.fromisoformat(text)
