"""Stretches of a stored text: whether they are in it, and what stands there already."""

from __future__ import annotations

from typing import TypeAlias

from commitrack.model.errors import BadInput, NotFound
from commitrack.model.ids import statement_id
from commitrack.model.statements import Mention
from commitrack.store import rows
from commitrack.store.engine import Connection, Row

Span: TypeAlias = tuple[int, int]
"""Half-open, in code points of the stored text."""


def require_statement(connection: Connection, number: int) -> str:
    """The text of a statement; `NotFound` when there is none of this number."""
    row: Row | None = connection.execute(
        "SELECT text FROM statements WHERE id = ? AND present = 1", (number,)
    ).fetchone()
    if row is None:
        raise NotFound(f"{statement_id(number)} does not exist (commitrack statement list)")
    return str(row["text"])


def require_within(statement: int, text: str, start: int, end: int) -> None:
    """`BadInput` for a stretch that is empty, or not in the text."""
    if not 0 <= start < end <= len(text):
        raise BadInput(
            f"{start}–{end} is no stretch of {statement_id(statement)}, "
            f"whose text has {len(text)} characters"
        )


def overlapping(
    connection: Connection, statement: int, start: int, end: int
) -> tuple[tuple[Mention, int], ...]:
    """The mentions that reach into a stretch, each with the number of its commitment."""
    found = connection.execute(
        "SELECT m.* FROM mentions m JOIN commitments c ON c.id = m.commitment "
        "WHERE m.statement = ? AND m.present = 1 AND c.present = 1 AND m.start < ? AND m.end > ? "
        "ORDER BY m.start, m.id",
        (statement, end, start),
    )
    return tuple((rows.mention(row), int(row["commitment"])) for row in found)
