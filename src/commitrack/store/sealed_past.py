"""Whether the past of one commitment fits its seals: the transactions that touched it, no others.

Each is held against its own seal and the one before it, which stands beside it, so that nothing
about this commitment can have been changed by hand unseen. That no transaction of others was
changed, or taken out between, only the whole chain can tell (`seal.verify`); in a large record to
walk it takes minutes, and this takes as long as the commitment's own history.
"""

from __future__ import annotations

from commitrack.store import seal, tombstones
from commitrack.store.asking import Verification
from commitrack.store.engine import Connection
from commitrack.store.tables import RECORDS


def verify(connection: Connection, commitment: int) -> Verification:
    """Hold the transactions that touched a commitment against their seals, and its records against
    what the history last said of them.
    """
    numbers = [
        row[0]
        for row in connection.execute(
            "SELECT DISTINCT tx FROM changes WHERE commitment = ? ORDER BY tx", (commitment,)
        )
    ]
    stones = tombstones.digests(connection)
    for number in numbers:
        fault = seal.fault_of(connection, number, stones.get(number))
        if fault is not None:
            detail = f"transaction {number} does not fit {fault}"
            return Verification(len(numbers), number, detail)
    return _replay(connection, commitment, len(numbers))


def _replay(connection: Connection, commitment: int, transactions: int) -> Verification:
    last = {
        (row["record"], row["row"], row["field"]): row["new"]
        for row in connection.execute(
            "SELECT record, row, field, new FROM changes WHERE commitment = ? ORDER BY id",
            (commitment,),
        )
    }
    for table in RECORDS:
        columns = seal.tracked_columns(connection, table)
        own = "id" if table == "commitments" else "commitment"
        if own != "id" and own not in columns:
            continue
        told = ", ".join(f'CAST("{one}" AS TEXT) AS "{one}"' for one in columns)
        for row in connection.execute(
            f'SELECT id AS "row", tx, {told} FROM "{table}" WHERE {own} = ?', (commitment,)
        ):
            for column in columns:
                if row[column] != last.get((table, row["row"], column)):
                    return Verification(
                        transactions,
                        row["tx"],
                        f"{column} of {table} {row['row']} is not what its history says "
                        f"(last touched by transaction {row['tx']})",
                    )
    return Verification(transactions, None)
