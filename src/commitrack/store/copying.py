"""The places where a statement's very text was met."""

from __future__ import annotations

from datetime import datetime

from commitrack.model.errors import NotFound
from commitrack.model.history import Signature
from commitrack.model.ids import statement_id
from commitrack.model.statements import Copy, Statement, StatementDraft
from commitrack.store import rows
from commitrack.store.engine import Connection, Row
from commitrack.store.transacting import Writer


def statement_of(connection: Connection, sha256: str) -> Statement | None:
    """The present statement that came from bytes with this hash."""
    row = connection.execute(
        "SELECT s.* FROM copies c JOIN statements s ON s.id = c.statement "
        "WHERE c.bytes_sha256 = ? AND c.present = 1 AND s.present = 1 ORDER BY c.id LIMIT 1",
        (sha256,),
    ).fetchone()
    return None if row is None else rows.statement(row)


def of(connection: Connection, statement: int) -> tuple[Copy, ...]:
    """The places of a statement, in the order in which they were met.

    A statement from before places were kept has none on record: what its own row says of its
    source comes first then, under no number.
    """
    found = [
        rows.copy(row)
        for row in connection.execute(
            "SELECT * FROM copies WHERE statement = ? AND present = 1 ORDER BY id", (statement,)
        )
    ]
    row = connection.execute(
        "SELECT * FROM statements WHERE id = ? AND present = 1", (statement,)
    ).fetchone()
    if row is not None and not any(one.source == row["source"] for one in found):
        found.insert(0, _of_its_row(row))
    return tuple(found)


def _of_its_row(row: Row) -> Copy:
    return Copy(
        statement=row["id"],
        source=row["source"],
        media_type=row["media_type"],
        at=datetime.fromisoformat(row["fetched_at"]),
        by=row["fetched_by"],
    )


def first(draft: StatementDraft, by: Signature) -> Copy:
    """The place a statement comes from, when all that is known of it is the draft."""
    return Copy(0, draft.source, draft.media_type, by.at, by.actor)


def put(writer: Writer, statement: int, copy: Copy) -> None:
    """Write a place down."""
    writer.insert("copies", {"statement": statement, **rows.copy_columns(copy)})


def add(writer: Writer, copy: Copy) -> None:
    """Write a further place down, unless it is on record with the same bytes."""
    connection = writer.connection
    identifier = statement_id(copy.statement)
    known = connection.execute(
        "SELECT 1 FROM statements WHERE id = ? AND present = 1", (copy.statement,)
    ).fetchone()
    if known is None:
        raise NotFound(f"{identifier} does not exist")
    again = connection.execute(
        "SELECT 1 FROM copies WHERE statement = ? AND source = ? AND bytes_sha256 IS ? "
        "AND present = 1",
        (copy.statement, copy.source, copy.bytes_sha256),
    ).fetchone()
    if again is None:
        put(writer, copy.statement, copy)
        writer.action = f"met {identifier} again"
