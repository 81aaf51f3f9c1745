"""Sentences that a person has read and found to promise nothing, filed under their statement."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import Refused
from commitrack.model.history import Signature
from commitrack.model.ids import commitment_id, statement_id
from commitrack.model.statements import Reading
from commitrack.store import rows
from commitrack.store.columns import to_column
from commitrack.store.engine import Connection, Row
from commitrack.store.sections import Span, overlapping, require_statement, require_within

if TYPE_CHECKING:
    from commitrack.store.transacting import Writer  # only writers need what it brings in

_SHOWN = 60
"""Characters of a sentence that a refusal repeats."""


def standing(connection: Connection, statement: int) -> tuple[Reading, ...]:
    """The readings of a statement, in the order of its text."""
    found = connection.execute(
        "SELECT * FROM readings WHERE statement = ? AND present = 1 ORDER BY start, id",
        (statement,),
    )
    return tuple(rows.reading(row) for row in found)


def mark(
    writer: Writer, statement: int, spans: Sequence[Span], note: str | None, by: Signature
) -> None:
    """Put on record that these characters were read and promise nothing.

    What holds an item is decided by accepting or rejecting that, so it is refused here. What is
    marked already stays as it is.
    """
    text = require_statement(writer.connection, statement)
    for start, end in spans:
        require_within(statement, text, start, end)
        for mention, commitment in overlapping(writer.connection, statement, start, end):
            raise Refused(
                f"“{_shown(text[mention.start : mention.end])}” is {commitment_id(commitment)}: "
                "accept or reject that instead"
            )
        _file(writer, statement, start, end, note, by)
    writer.action = f"read {_places(len(spans))} of {statement_id(statement)}"


def _file(
    writer: Writer, statement: int, start: int, end: int, note: str | None, by: Signature
) -> None:
    row: Row | None = writer.connection.execute(
        "SELECT * FROM readings WHERE statement = ? AND start = ? AND end = ? "
        "ORDER BY present DESC, id DESC LIMIT 1",
        (statement, start, end),
    ).fetchone()
    if row is not None and row["present"]:
        return
    columns = {"on": to_column(by.today), "by": by.actor, "note": note}
    if row is not None:
        writer.update("readings", row["id"], {"present": 1, **columns})
        return
    writer.insert("readings", {"statement": statement, "start": start, "end": end, **columns})


def carry(writer: Writer, statement: int, found: Iterable[Reading]) -> None:
    """File readings of the version before under a new one: by whom and when it was read stays."""
    for one in found:
        columns = {"on": to_column(one.on), "by": one.by, "note": one.note}
        place = {"statement": statement, "start": one.start, "end": one.end}
        writer.insert("readings", {**place, **columns})


def take_back(writer: Writer, statement: int, spans: Sequence[Span]) -> None:
    """Say that these characters have yet to be read; refused where nobody marked them."""
    text = require_statement(writer.connection, statement)
    for start, end in spans:
        require_within(statement, text, start, end)
        if not withdraw(writer, statement, start, end):
            words = _shown(text[start:end])
            raise Refused(f"“{words}” of {statement_id(statement)} is not marked as read")
    writer.action = f"take back the reading of {_places(len(spans))} of {statement_id(statement)}"


def withdraw(writer: Writer, statement: int, start: int, end: int) -> int:
    """Take every reading off the record that reaches into these characters; how many."""
    touched: Iterable[Row] = writer.connection.execute(
        "SELECT id FROM readings WHERE statement = ? AND present = 1 AND start < ? AND end > ?",
        (statement, end, start),
    ).fetchall()
    count = 0
    for row in touched:
        writer.update("readings", row["id"], {"present": 0})
        count += 1
    return count


def _shown(words: str) -> str:
    line = clean_line(words)
    return line if len(line) <= _SHOWN else f"{line[:_SHOWN]}…"


def _places(count: int) -> str:
    return "a sentence" if count == 1 else f"{count} sentences"
