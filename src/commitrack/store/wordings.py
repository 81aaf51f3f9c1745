"""A large portfolio read for one purpose: how it is worded, or when it rings.

Either needs a dozen fields of a commitment; to read the others too took longer than what is done
with these.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from commitrack.model.kinds import Strength
from commitrack.model.records import Commitment
from commitrack.store import columns, rows
from commitrack.store.engine import Connection

_FIELDS = (
    *("id", "title", "quote", "status", "beneficiary", "success_test", "due", "due_text"),
    *("follow_up", "strength", "testable", "condition", "cues", "extractor"),
)
_SELECTED = ", ".join(f'commitments."{name}"' for name in _FIELDS)
_STRENGTHS = columns.Members(Strength)


def narrow(connection: Connection, numbers: Sequence[int]) -> list[Commitment]:
    """These commitments with their words, owners, clocks and what the rules on wording look at.
    Every other field is as in a new record.
    """
    of_words, of_owners = questions(len(numbers))
    values = tuple(numbers)
    owners: dict[int, tuple[str, ...]] = {}
    for number, name in connection.execute(of_owners, values):
        owners[number] = (*owners[number], name) if number in owners else (name,)
    return [
        _commitment(row, owners.get(row[0], ())) for row in connection.execute(of_words, values)
    ]


def questions(number: int) -> tuple[str, str]:
    """What SQLite is asked of so many commitments: their fields, and their owners."""
    these = f"({','.join('?' * number)})"
    return (
        f"SELECT {_SELECTED} FROM commitments WHERE id IN {these} AND present = 1",
        "SELECT cp.commitment, p.name FROM commitment_parties cp JOIN parties p ON p.id = cp.party "
        f"WHERE cp.commitment IN {these} AND cp.role = 'owner' AND cp.present = 1 "
        "ORDER BY cp.commitment, cp.position, cp.id",
    )


def _commitment(values: Iterable[Any], owners: tuple[str, ...]) -> Commitment:
    # fmt: off
    (
        number, title, quote, status, beneficiary, success_test, due, due_text,
        follow_up, strength, testable, condition, cues, extractor,
    ) = values
    # fmt: on
    return Commitment(
        title,
        quote,
        status=rows.status(status),
        owners=owners,
        beneficiary=beneficiary,
        success_test=success_test,
        due=columns.day(due),
        due_text=due_text,
        follow_up=columns.day(follow_up),
        strength=None if strength is None else _STRENGTHS[strength],
        testable=bool(testable),
        condition=condition,
        cues=columns.words(cues),
        extractor=extractor,
        number=number,
    )
