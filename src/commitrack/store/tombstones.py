"""What an erasure leaves: that it happened, to what, and how to judge what remains."""

from __future__ import annotations

from datetime import datetime

from commitrack.model.erasure import Erased, Subject
from commitrack.store.engine import Connection, Row

_ERASED = (
    "SELECT s.record, s.row, e.subject, e.number, t.id, t.at, t.actor, t.why FROM tombstones s "
    "JOIN erasures e ON e.id = s.erasure JOIN transactions t ON t.id = e.tx "
)


def _are_kept(connection: Connection) -> bool:
    found = connection.execute("SELECT 1 FROM sqlite_schema WHERE name = 'tombstones'").fetchone()
    return found is not None


def digests(connection: Connection) -> dict[int, str]:
    """The transactions from which words were erased, each with the digest of what remains.

    Words can be erased from one transaction more than once: the newest stone counts. A store from
    before schema 2.0, such as an old backup, has none.
    """
    if not _are_kept(connection):
        return {}
    return {
        row["row"]: row["digest"]
        for row in connection.execute(
            "SELECT row, digest FROM tombstones WHERE record = 'transactions' ORDER BY id"
        )
    }


def erased(connection: Connection, record: str) -> set[int]:
    """The rows of a table whose words were erased, all of them."""
    if not _are_kept(connection):
        return set()
    return {
        row[0]
        for row in connection.execute("SELECT row FROM tombstones WHERE record = ?", (record,))
    }


def of(connection: Connection, record: str, row: int) -> Erased | None:
    """Who erased a record, when and why; None for one that nobody has erased."""
    return _read(
        connection.execute(
            f"{_ERASED} WHERE s.record = ? AND s.row = ? ORDER BY s.id DESC LIMIT 1", (record, row)
        ).fetchone()
    )


def of_text(connection: Connection, sha256: str) -> Erased | None:
    """Who erased the statement with this very text."""
    return _read(
        connection.execute(
            f"{_ERASED} JOIN statements k ON k.id = s.row WHERE s.record = 'statements' "
            "AND k.sha256 = ? ORDER BY s.id DESC LIMIT 1",
            (sha256,),
        ).fetchone()
    )


def by_transaction(connection: Connection, transaction: int) -> bool:
    """Whether a transaction is an erasure."""
    found = connection.execute("SELECT 1 FROM erasures WHERE tx = ?", (transaction,)).fetchone()
    return found is not None


def _read(row: Row | None) -> Erased | None:
    if row is None:
        return None
    return Erased(
        subject=Subject(row["subject"]),
        number=row["number"],
        transaction=row["id"],
        at=datetime.fromisoformat(row["at"]),
        by=row["actor"],
        why=row["why"] or "",
    )
