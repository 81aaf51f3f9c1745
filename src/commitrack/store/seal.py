"""The hash chain: each transaction is sealed over what it did and the seal before it.

Changing, adding or removing anything in the history breaks the first seal it touches, and with
it every later one; `verify` names that first transaction. It also replays the history: the last
recorded value of every field must be what the record holds now.

A transaction from which words were erased cannot fit its seal any more. The seal stays, since the
next one is chained to it, and the transaction is held against the digest of what remains of it,
which stands on a tombstone in the erasure's own, sealed transaction. A random number in each seal,
forgotten when words are erased, keeps anybody from guessing them until the old seal fits.
"""

from __future__ import annotations

import hashlib
import json
import secrets
from collections.abc import Iterable

from commitrack.store import tombstones
from commitrack.store.adding_up import agrees
from commitrack.store.asking import Verification
from commitrack.store.engine import Connection
from commitrack.store.tables import RECORDS
from commitrack.store.triggers import UNTRACKED
from commitrack.store.watching import Watch, unwatched

_BATCH = 1_000
"""Changes that are hashed at once."""

GENESIS = "commitrack"
"""What the first transaction is chained to."""


_SEALED = ("id", "at", "actor", "client", "action", "why", "undoes")
"""The columns of a transaction that are sealed."""
_REMAINS = "remains"
"""What the digest of what remains begins with, so that it is never taken for a seal."""


def nonce() -> str:
    """A number that nobody can guess, to be sealed in with a transaction."""
    return secrets.token_hex(16)


def seal(connection: Connection, transaction: int) -> str:
    """The hash of a transaction, over its own row, its changes and the seal before it."""
    return _hash(connection, transaction, _previous(connection, transaction))


def remains(connection: Connection, transaction: int) -> str:
    """The digest of what an erasure leaves of a transaction, for its tombstone."""
    return _hash(connection, transaction, _previous(connection, transaction), _REMAINS)


def _previous(connection: Connection, transaction: int) -> str | None:
    row = connection.execute(
        "SELECT hash FROM transactions WHERE id < ? ORDER BY id DESC LIMIT 1", (transaction,)
    ).fetchone()
    return GENESIS if row is None else row[0]


def _hash(connection: Connection, transaction: int, previous: str | None, *head: str) -> str:
    found = connection.execute("SELECT * FROM transactions WHERE id = ?", (transaction,)).fetchone()
    row = [found[name] for name in _SEALED]
    # Before schema 2.0 there was no secret, and after an erasure there is none any more.
    more = [found["nonce"]] if "nonce" in found.keys() else []  # noqa: SIM118 (a row of SQLite)
    # Before schema 3.0 everything was one by itself, and most of it is.
    if "part_of" in found.keys():  # noqa: SIM118
        more.append(None if found["part_of"] is None else ["part of", found["part_of"]])
    digest = hashlib.sha256()
    digest.update(_line([*head, previous, *row, *(one for one in more if one is not None)]))
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


def verify(connection: Connection, watch: Watch = unwatched) -> Verification:
    """Walk the chain, then hold the record against its history."""
    transactions = connection.execute("SELECT id, hash FROM transactions ORDER BY id").fetchall()
    stones = tombstones.digests(connection)
    previous: str | None = GENESIS
    for done, (number, sealed) in enumerate(transactions):
        watch("walking the history", done, len(transactions))
        fault = _fault(connection, number, previous, sealed, stones.get(number))
        if fault is not None:
            return Verification(
                len(transactions), number, f"transaction {number} does not fit {fault}"
            )
        previous = sealed
    stray = missing(connection)
    if stray is not None:
        return Verification(len(transactions), stray, f"transaction {stray} is missing")
    watch("holding the record against its history", 0, 0)
    return _misfiled(connection, len(transactions)) or _replay(connection, len(transactions))


def missing(connection: Connection) -> int | None:
    """The first transaction of which there are changes and nothing else; None when none is missing.

    It goes from transaction to transaction along the index, not from change to change.
    """
    found: int | None = connection.execute(
        "WITH RECURSIVE of (tx) AS (SELECT min(tx) FROM changes UNION ALL "
        "SELECT (SELECT min(ch.tx) FROM changes ch WHERE ch.tx > of.tx) FROM of "
        "WHERE of.tx IS NOT NULL) "
        "SELECT min(tx) FROM of WHERE tx NOT IN (SELECT id FROM transactions)"
    ).fetchone()[0]
    return found


def _misfiled(connection: Connection, transactions: int) -> Verification | None:
    """A change that is filed under another commitment or statement than its record's.

    Where it is filed is not sealed, since it follows from the record; but the history of a
    commitment is found by it.
    """
    cases = []
    for table in RECORDS:
        columns = {row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')}
        under = {
            field: "t.id" if table == f"{field}s" else f"t.{field}" if field in columns else "NULL"
            for field in ("commitment", "statement")
        }
        if columns:  # an older store may not have the table yet
            cases.append(
                f"WHEN '{table}' THEN EXISTS (SELECT 1 FROM \"{table}\" t WHERE t.id = ch.row AND "
                f"(ch.commitment IS NOT {under['commitment']} "
                f"OR ch.statement IS NOT {under['statement']}))"
            )
    odd = connection.execute(
        "SELECT tx, record, row FROM changes ch "
        f"WHERE CASE record {' '.join(cases)} ELSE 0 END ORDER BY id LIMIT 1"
    ).fetchone()
    if odd is None:
        return None
    return Verification(
        transactions, odd[0], f"a change of {odd[1]} {odd[2]} is filed under something else"
    )


def tracked_columns(connection: Connection, table: str) -> list[str]:
    """The columns of a table that have a history; none in a store that has not the table yet."""
    columns = [row[1] for row in connection.execute(f'PRAGMA table_info("{table}")')]
    return [one for one in columns if not {("*", one), (table, one)} & UNTRACKED]


def fault_of(connection: Connection, number: int, stone: str | None) -> str | None:
    """What a transaction does not fit, looked at by itself; None when it fits."""
    sealed = connection.execute("SELECT hash FROM transactions WHERE id = ?", (number,)).fetchone()
    if sealed is None:
        return "the history: it is missing"
    return _fault(connection, number, _previous(connection, number), sealed[0], stone)


def _fault(
    connection: Connection, number: int, previous: str | None, sealed: str | None, stone: str | None
) -> str | None:
    """What a transaction does not fit: its seal, or the tombstone that stands for it."""
    if stone is not None:
        fits = sealed is not None and _hash(connection, number, previous, _REMAINS) == stone
        return None if fits else "the tombstone of what was erased from it"
    fits = sealed is not None and _hash(connection, number, previous) == sealed
    return None if fits else "its seal"


def _replay(connection: Connection, transactions: int) -> Verification:
    there = ((table, tracked_columns(connection, table)) for table in RECORDS)
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
    erased = tombstones.erased(connection, "statements")
    for number, text, sha256, tx in connection.execute(
        "SELECT id, text, sha256, tx FROM statements ORDER BY id"
    ):
        if number in erased:
            fits = text == ""
        else:
            fits = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest() == sha256
        if not fits:
            return Verification(
                transactions, tx, f"the text of statement {number} is not what was stored"
            )
    return Verification(transactions, None)
