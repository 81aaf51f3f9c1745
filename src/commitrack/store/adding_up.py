"""Whether the record is what its history adds up to, in one pass over each.

Every change of a field takes the old value off a sum and puts the new one on it, so that what is
left for each column is a sum over the values that its rows hold last. Nothing has to be sorted.
"""

from __future__ import annotations

import secrets
from collections import defaultdict

from commitrack.store.engine import Connection

_SALT = secrets.randbits(60)
"""Nobody can know beforehand which values would add up to the same."""
_MASK = (1 << 64) - 1

Columns = dict[str, list[str]]
"""The columns with a history, by table."""


def agrees(connection: Connection, tracked: Columns) -> bool:
    """Whether every value is the last one that its history has.

    True is certain but for one chance in 2 ** 64. False may also mean that the history of a value
    has a gap, so that what it says last must be looked at value by value.
    """
    return _history(connection, tracked) == _record(connection, tracked)


def _worth(row: int, value: str) -> int:
    return hash((_SALT, row, value))


def _history(connection: Connection, tracked: Columns) -> dict[tuple[str, str], int]:
    sums: defaultdict[tuple[str, str], int] = defaultdict(int)
    for record, field, row, old, new in connection.execute(
        "SELECT record, field, row, old, new FROM changes"
    ):
        if old is not None:
            sums[record, field] -= _worth(row, old)
        if new is not None:
            sums[record, field] += _worth(row, new)
    return {
        (table, column): sums[table, column] & _MASK
        for table, columns in tracked.items()
        for column in columns
    }


def _record(connection: Connection, tracked: Columns) -> dict[tuple[str, str], int]:
    found: dict[tuple[str, str], int] = {}
    for table, columns in tracked.items():
        sums = [0] * len(columns)
        texts = ", ".join(f'CAST("{table}"."{column}" AS TEXT)' for column in columns)
        for row, *values in connection.execute(f'SELECT id, {texts} FROM "{table}"'):
            for n, value in enumerate(values):
                if value is not None:
                    sums[n] += _worth(row, value)
        for column, total in zip(columns, sums, strict=True):
            found[table, column] = total & _MASK
    return found
