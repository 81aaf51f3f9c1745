"""What a wording is judged by, read of a whole portfolio and of nothing else.

The rules look at a dozen fields of a commitment; to read the others too took longer than to ask.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from typing import Any

from commitrack.model.kinds import Strength
from commitrack.model.records import Commitment, Dismissal, Dossier
from commitrack.store import rows
from commitrack.store.engine import Connection

_FIELDS = (
    *("id", "title", "quote", "status", "beneficiary", "success_test", "due", "due_text"),
    *("strength", "testable", "condition", "cues", "extractor"),
)
_SELECTED = ", ".join(f'commitments."{name}"' for name in _FIELDS)


_STRENGTHS = rows.Members(Strength)


def worded(connection: Connection, numbers: Sequence[int]) -> list[Dossier]:
    """These commitments as far as their wording is judged: by whom they are owned, the fields that
    the rules look at, and the dismissals. Every other field is as in a new record.
    """
    of_words, of_owners, of_dismissals = questions(len(numbers))
    values = tuple(numbers)
    owners: dict[int, tuple[str, ...]] = {}
    for number, name in connection.execute(of_owners, values):
        owners[number] = (*owners[number], name) if number in owners else (name,)
    dismissals: dict[int, list[Dismissal]] = defaultdict(list)
    for row in connection.execute(of_dismissals, values):
        dismissals[row["commitment"]].append(rows.dismissal(row))
    return [
        Dossier(
            _commitment(row, owners.get(row[0], ())),
            dismissals=tuple(dismissals[row[0]]) if row[0] in dismissals else (),
        )
        for row in connection.execute(of_words, values)
    ]


def questions(number: int) -> tuple[str, str, str]:
    """What SQLite is asked of so many commitments: their words, their owners, the dismissals."""
    these = f"({','.join('?' * number)})"
    return (
        f"SELECT {_SELECTED} FROM commitments WHERE id IN {these} AND present = 1",
        "SELECT cp.commitment, p.name FROM commitment_parties cp JOIN parties p ON p.id = cp.party "
        f"WHERE cp.commitment IN {these} AND cp.role = 'owner' AND cp.present = 1 "
        "ORDER BY cp.commitment, cp.position, cp.id",
        f"SELECT * FROM dismissals WHERE commitment IN {these} AND present = 1 ORDER BY id",
    )


def _commitment(values: Iterable[Any], owners: tuple[str, ...]) -> Commitment:
    """A commitment as far as its wording is judged, from what is selected of it."""
    # fmt: off
    (
        number, title, quote, status, beneficiary, success_test, due, due_text,
        strength, testable, condition, cues, extractor,
    ) = values
    # fmt: on
    return Commitment(
        title,
        quote,
        status=rows.status(status),
        owners=owners,
        beneficiary=beneficiary,
        success_test=success_test,
        due=rows.day(due),
        due_text=due_text,
        strength=None if strength is None else _STRENGTHS[strength],
        testable=bool(testable),
        condition=condition,
        cues=rows.words(cues),
        extractor=extractor,
        number=number,
    )
