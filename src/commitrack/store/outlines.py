"""Statements in a list: what is known of each without its text, and what became of its promises."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date

from commitrack.model.statements import Precision
from commitrack.model.status import Stage, Status
from commitrack.store.asking import Outline
from commitrack.store.engine import Connection
from commitrack.store.versioning import CHAIN

PAGE_SQL = (
    "SELECT id, title, coalesce(publisher, speaker) AS publisher, said_on, precision "
    "FROM statements WHERE present = 1 AND id < ? ORDER BY id DESC LIMIT ?"
)
_NEWER_THAN_ALL = (1 << 63) - 1


def page(connection: Connection, before: int | None, limit: int) -> tuple[Outline, ...]:
    """The newest statements, or those older than `before`, the newest first."""
    place = (_NEWER_THAN_ALL if before is None else before, limit)
    found = connection.execute(PAGE_SQL, place).fetchall()
    stages = _stages(connection, [row["id"] for row in found])
    return tuple(
        Outline(
            number=row["id"],
            title=row["title"],
            publisher=row["publisher"] or "",
            said_on=None if row["said_on"] is None else date.fromisoformat(row["said_on"]),
            precision=Precision(row["precision"]),
            versions=tuple(one[0] for one in connection.execute(CHAIN, (row["id"],))),
            waiting=stages[row["id"]][Status.CANDIDATE],
            rejected=stages[row["id"]][Status.REJECTED],
            open=_of(stages[row["id"]], Stage.OPEN),
            closed=_of(stages[row["id"]], Stage.CLOSED),
        )
        for row in found
    )


def counting_sql(statements: int) -> str:
    """The question how many of what stands in so many statements have each status."""
    return (
        "SELECT m.statement, c.status, count(DISTINCT c.id) FROM mentions m "
        "JOIN commitments c ON c.id = m.commitment AND c.present = 1 "
        f"WHERE m.statement IN ({', '.join('?' * statements)}) AND m.present = 1 GROUP BY 1, 2"
    )


def _stages(connection: Connection, numbers: list[int]) -> defaultdict[int, Counter[Status]]:
    found: defaultdict[int, Counter[Status]] = defaultdict(Counter)
    if numbers:
        sql = counting_sql(len(numbers))
        for statement, status, count in connection.execute(sql, numbers):
            found[statement][Status(status)] = count
    return found


def _of(counts: Counter[Status], stage: Stage) -> int:
    return sum(count for status, count in counts.items() if status.stage is stage)
