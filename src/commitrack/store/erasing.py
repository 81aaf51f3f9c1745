"""What every erasure leaves, whatever it erases: a row, its tombstones, and where to look on."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping

from commitrack.model.erasure import Subject
from commitrack.model.errors import BadInput
from commitrack.model.history import Signature
from commitrack.store import tallies
from commitrack.store.engine import Connection
from commitrack.store.redacting import Redactor
from commitrack.store.transacting import Writer


def require_reason(by: Signature, what: str) -> None:
    """Refuse to go near what was erased without a reason that stays on record."""
    if not (by.why or "").strip():
        raise BadInput(f"{what} needs a reason, which stays on record (--why)")


Rows = Mapping[str, Collection[int]]
"""Rows by their table."""


def sources_of(connection: Connection, chain: Iterable[int]) -> tuple[str, ...]:
    """Where the texts came from, as it is on record."""
    found = dict[str, None]()
    for number in chain:
        for row in connection.execute(
            "SELECT source FROM statements WHERE id = ?1 "
            "UNION SELECT source FROM copies WHERE statement = ?1 "
            "UNION SELECT url FROM copies WHERE statement = ?1 AND url IS NOT NULL ORDER BY 1",
            (number,),
        ):
            found[row[0]] = None
    return tuple(found)


def set_stones(
    writer: Writer,
    redactor: Redactor,
    subject: Subject,
    number: int,
    stones: Rows,
    counts: tuple[tuple[str, int], ...],
) -> int:
    """Put the erasure on record with a stone for each row in `stones`, and for what lost words.

    How many of the transactions that did had no secret in their seals.
    """
    erasure = writer.insert(
        "erasures",
        {
            "subject": subject.value,
            "number": number,
            "counts": ", ".join(f"{what} {count}" for what, count in counts),
        },
    )
    for table, numbers in stones.items():
        for row in numbers:
            writer.insert("tombstones", {"erasure": erasure, "record": table, "row": row})
    guessable = redactor.attest(erasure)
    tallies.forget(writer.connection)
    writer.connection.execute("INSERT INTO unscrubbed (erasure) VALUES (?)", (erasure,))
    return guessable


def party_name(connection: Connection, number: int) -> str:
    """What a party is called."""
    return str(connection.execute("SELECT name FROM parties WHERE id = ?", (number,)).fetchone()[0])
