"""What the traffic light of many commitments is judged by, and nothing else of them.

A count over a hundred thousand needs neither words nor names, and to leave them out makes it four
times as fast.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import Any, TypeVar

from commitrack.model.records import (
    Check,
    CheckResult,
    DateMove,
    Decision,
    Dossier,
    Evidence,
    Review,
    SourceClass,
)
from commitrack.store import rows
from commitrack.store.engine import Connection

T = TypeVar("T")

_BATCH = 500
_FIELDS = ", ".join(f'"{name}"' for name in ("id", *rows.JUDGED))
_NOBODY = ""


def judged(connection: Connection, numbers: Sequence[int]) -> Iterator[Dossier]:
    """These commitments, each with the days of its evidence and checks, its moves and reviews.

    What is told by them is right for `commitrack.model.rag`, `schedule` and `assurance.stale`;
    words, names and sources are left out.
    """
    for first in range(0, len(numbers), _BATCH):
        yield from _batch(connection, numbers[first : first + _BATCH])


def _batch(connection: Connection, numbers: Sequence[int]) -> Iterator[Dossier]:
    marks = ",".join("?" * len(numbers))

    def of(table: str, columns: str, condition: str, make: Callable[..., T]) -> dict[int, list[T]]:
        found: dict[int, list[T]] = defaultdict(list)
        for number, *values in connection.execute(
            f"SELECT commitment, {columns} FROM {table} WHERE commitment IN ({marks}) "
            f"AND present = 1 AND {condition} ORDER BY id",
            tuple(numbers),
        ):
            found[number].append(make(*values))
        return found

    evidence = of("evidence", "dated, accessed_on", "retracted IS NULL", _evidence)
    checks = of("checks", '"on"', f"result <> '{CheckResult.ASKED}'", _check)
    moves = of("date_moves", '"old", "new", "on"', "1", _move)
    reviews = of("reviews", "proposed, asked_on, decision, self_verified", "1", _review)
    for row in connection.execute(
        f"SELECT {_FIELDS} FROM commitments WHERE id IN ({marks}) AND present = 1", tuple(numbers)
    ):
        number = row[0]
        yield Dossier(
            rows.judged(row),
            evidence=tuple(evidence.get(number, ())),
            checks=tuple(checks.get(number, ())),
            moves=tuple(moves.get(number, ())),
            reviews=tuple(reviews.get(number, ())),
        )


def _day(text: str) -> Any:
    return rows.day(text)


def _evidence(dated: str | None, accessed_on: str | None) -> Evidence:
    return Evidence("", SourceClass.SELF, dated=rows.day(dated), accessed_on=rows.day(accessed_on))


def _check(on: str) -> Check:
    return Check(CheckResult.FOUND, "", _day(on), _NOBODY)


def _move(old: str, new: str | None, on: str) -> DateMove:
    return DateMove(_day(old), rows.day(new), "", _day(on), _NOBODY)


def _review(proposed: str, asked_on: str, decision: str | None, own: int) -> Review:
    return Review(
        rows.status(proposed),
        _NOBODY,
        _day(asked_on),
        decision=None if decision is None else Decision(decision),
        self_verified=bool(own),
    )
