"""The whole record as lines, its history first: nothing is left out and nothing is worked out."""

from __future__ import annotations

from collections.abc import Iterator

from commitrack.store import lines
from commitrack.store.engine import Connection
from commitrack.store.identity import SEAL_SHOWN, Births, Identity, head, root


def export(connection: Connection) -> Iterator[str]:
    """The header, then each transaction with its changes, then the records, table by table.

    Rows are read as they are asked for: all that is kept is where each record was born.
    """
    counts = {
        kind: connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0]
        for kind, table in lines.TABLES.items()
    }
    yield lines.header(root(connection), head(connection), counts)
    born = Births()
    yield from _history(connection, born)
    for kind, table in lines.TABLES.items():
        if kind not in ("transaction", "change"):
            yield from _records(connection, kind, table, born)


def _history(connection: Connection, born: Births) -> Iterator[str]:
    for transaction in connection.execute("SELECT * FROM transactions ORDER BY id"):
        yield lines.write("transaction", dict(transaction))
        for change in connection.execute(
            "SELECT * FROM changes WHERE tx = ? ORDER BY id", (transaction["id"],)
        ):
            if change["field"] == "present" and change["old"] is None:
                born.note(change["record"], change["row"], change["tx"])
            yield lines.write("change", dict(change))


def _records(connection: Connection, kind: str, table: str, born: Births) -> Iterator[str]:
    if kind in lines.BOOKKEEPING:
        for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY id'):
            yield lines.write(kind, dict(row))
        return
    transaction, seal = None, ""
    for row in connection.execute(f'SELECT * FROM "{table}" ORDER BY id'):
        if born.of(table, row["id"]) != transaction:
            transaction = born.of(table, row["id"])
            seal = _seal(connection, transaction)
        yield lines.write(kind, dict(row), str(Identity(seal, table, row["id"])))


def _seal(connection: Connection, transaction: int | None) -> str:
    row = connection.execute(
        "SELECT hash FROM transactions WHERE id = ?", (transaction,)
    ).fetchone()
    return "" if row is None or row[0] is None else row[0][:SEAL_SHOWN]
