"""The hash chain: each transaction is sealed over what it did and the seal before it.

Changing, adding or removing anything in the history breaks the first seal it touches, and with
it every later one; `verify` names that first transaction. It also replays the history: the last
recorded value of every field must be what the record holds now.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable

from commitrack.store.adding_up import agrees
from commitrack.store.engine import Connection
from commitrack.store.protocol import Verification
from commitrack.store.triggers import RECORDS, UNTRACKED

_BATCH = 1_000
"""Changes that are hashed at once."""

GENESIS = "commitrack"
"""What the first transaction is chained to."""


def seal(connection: Connection, transaction: int) -> str:
    """The hash of a transaction, over its own row, its changes and the seal before it."""
    previous = connection.execute(
        "SELECT hash FROM transactions WHERE id < ? ORDER BY id DESC LIMIT 1", (transaction,)
    ).fetchone()
    return _hash(connection, transaction, GENESIS if previous is None else previous[0])


def _hash(connection: Connection, transaction: int, previous: str | None) -> str:
    row = connection.execute(
        "SELECT id, at, actor, client, action, why, undoes FROM transactions WHERE id = ?",
        (transaction,),
    ).fetchone()
    digest = hashlib.sha256()
    digest.update(_line([previous, *row]))
    changes = connection.cursor()
    changes.row_factory = None
    changes.execute(
        "SELECT record, row, field, old, new FROM changes WHERE tx = ? ORDER BY id", (transaction,)
    )
    while batch := changes.fetchmany(_BATCH):
        digest.update(change_lines(batch))
    return digest.hexdigest()


_encode = json.JSONEncoder(ensure_ascii=True, separators=(",", ":")).encode
"""Made once: `json.dumps` makes one for every line."""


def change_lines(changes: Iterable[tuple[str, int, str, str | None, str | None]]) -> bytes:
    """Changes as lines of JSON: what `_line` makes of each, several times as fast.

    Numbers and words are of the types of their columns; an import has millions of them.
    """
    quoted = json.encoder.encode_basestring_ascii
    return "".join(
        [
            f"[{quoted(record)},{row},{quoted(field)},"
            f"{'null' if old is None else quoted(old)},{'null' if new is None else quoted(new)}]\n"
            for record, row, field, old, new in changes
        ]
    ).encode("ascii")


def _line(values: list[object]) -> bytes:
    return _encode(values).encode() + b"\n"


def verify(connection: Connection) -> Verification:
    """Walk the chain, then hold the record against its history."""
    transactions = connection.execute("SELECT id, hash FROM transactions ORDER BY id").fetchall()
    previous: str | None = GENESIS
    for number, sealed in transactions:
        if sealed is None or _hash(connection, number, previous) != sealed:
            return Verification(
                len(transactions), number, f"transaction {number} does not fit its seal"
            )
        previous = sealed
    stray = connection.execute(
        "SELECT min(tx) FROM changes WHERE tx NOT IN (SELECT id FROM transactions)"
    ).fetchone()[0]
    if stray is not None:
        return Verification(len(transactions), stray, f"transaction {stray} is missing")
    return _replay(connection, len(transactions))


def _tracked(connection: Connection, table: str) -> list[str]:
    """The columns of a table that have a history; none in a store that has not the table yet."""
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    return [one for one in columns if not {("*", one), (table, one)} & UNTRACKED]


def _replay(connection: Connection, transactions: int) -> Verification:
    there = ((table, _tracked(connection, table)) for table in RECORDS)
    tracked = {table: columns for table, columns in there if columns}
    # What does not add up is looked for value by value, which takes far longer.
    looked_at = {} if agrees(connection, tracked) else tracked
    for table, columns in looked_at.items():
        gone = connection.execute(
            "SELECT row, min(tx) FROM changes WHERE record = ? "
            f'AND row NOT IN (SELECT id FROM "{table}")',
            (table,),
        ).fetchone()
        if gone[0] is not None:
            return Verification(
                transactions,
                gone[1],
                f"{table} {gone[0]}, put on record by transaction {gone[1]}, is gone",
            )
        for column in columns:
            odd = connection.execute(
                f'SELECT t.id, t.tx FROM "{table}" t LEFT JOIN ('
                "SELECT row, new, max(id) FROM changes WHERE record = ? AND field = ? GROUP BY row"
                f') h ON h.row = t.id WHERE CAST(t."{column}" AS TEXT) IS NOT h.new '
                "ORDER BY t.tx, t.id LIMIT 1",
                (table, column),
            ).fetchone()
            if odd is not None:
                return Verification(
                    transactions,
                    odd[1],
                    f"{column} of {table} {odd[0]} is not what its history says "
                    f"(last touched by transaction {odd[1]})",
                )
    for number, text, sha256, tx in connection.execute(
        "SELECT id, text, sha256, tx FROM statements ORDER BY id"
    ):
        if hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() != sha256:
            return Verification(
                transactions, tx, f"the text of statement {number} is not what was stored"
            )
    return Verification(transactions, None)
