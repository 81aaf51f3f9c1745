"""What stands and falls together: a statement with its commitments, and what is filed under each.

Who owns a commitment is no part of it here: such lists are compared as a whole.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Collection, Mapping

from commitrack.store.engine import Connection
from commitrack.store.since import Key

ORDER = (
    *("statements", "parties", "commitments", "evidence"),
    *("mentions", "checks", "date_moves", "reviews", "links"),
    *("copies", "readings", "dismissals", "suggestions", "saved_views"),
)
"""What is compared with another store; what others refer to comes first. Roles are compared as
lists.
"""

_FILED = (
    *("mentions", "evidence", "checks", "date_moves", "reviews", "links", "dismissals"),
    "suggestions",
)
_UNDER: Mapping[str, tuple[tuple[str, str], ...]] = {
    "statements": tuple(
        (table, "statement") for table in ("commitments", "mentions", "copies", "readings")
    ),
    "commitments": tuple((table, "commitment") for table in _FILED),
}
"""What lies under a record: the tables, and the columns that name it."""
_ABOVE: Mapping[str, tuple[tuple[str, str], ...]] = {
    **dict.fromkeys(_FILED, (("commitment", "commitments"),)),
    "mentions": (("commitment", "commitments"), ("statement", "statements")),
    **dict.fromkeys(("commitments", "copies", "readings"), (("statement", "statements"),)),
}
"""What a record lies under: the columns, and the tables that they name, the nearest first."""


def family(connection: Connection, key: Key) -> list[Key]:
    """A record and all that lies under it, on record or not; what others rest on comes first."""
    found = {key: None}
    waiting = [key]
    while waiting:
        table, row = waiting.pop()
        for below, column in _UNDER.get(table, ()):
            for (number,) in connection.execute(
                f'SELECT id FROM "{below}" WHERE "{column}" = ? ORDER BY id', (row,)
            ).fetchall():
                if (below, number) not in found:
                    found[below, number] = None
                    waiting.append((below, number))
    return list(found)


def above(connection: Connection, key: Key) -> list[Key]:
    """The records that one lies under directly, the nearest first."""
    columns = _ABOVE.get(key[0], ())
    if not columns:
        return []
    named = ", ".join(f'"{key[0]}"."{column}"' for column, _ in columns)
    row = connection.execute(f'SELECT {named} FROM "{key[0]}" WHERE id = ?', (key[1],)).fetchone()
    return [(table, row[column]) for column, table in columns if row[column] is not None]


def root(connection: Connection, key: Key, falls: Callable[[Key], bool]) -> Key:
    """The uppermost record that one lies under and that shares its fate, or else itself."""
    for upper in above(connection, key):
        if falls(upper):
            return root(connection, upper, falls)
    return key


def needed(
    connection: Connection, refers: Callable[[str], Mapping[str, str]], members: Collection[Key]
) -> bool:
    """Whether anything else on record names one of these."""
    rows: dict[str, list[int]] = defaultdict(list)
    for table, row in members:
        rows[table].append(row)
    for other in (*_ABOVE, "statements", "parties", "commitment_parties"):
        for column, target in refers(other).items():
            if target not in rows or (other, column) == ("commitment_parties", "commitment"):
                continue
            for (number,) in connection.execute(
                f'SELECT id FROM "{other}" WHERE present = 1 '
                f'AND "{column}" IN (SELECT value FROM json_each(?))',
                (json.dumps(rows[target]),),
            ):
                if (other, number) not in members:
                    return True
    return False
