"""Statements in a list: in which order, which have some words, what is known of each without its
text, and what became of its promises.

A statement's row begins with its text: what is asked of very many is read off an index, or off the
mentions, where it can be.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Sequence
from datetime import date

from commitrack.model.statements import Precision
from commitrack.model.status import Stage, Status
from commitrack.store.asking import Outline, StatementOrder
from commitrack.store.engine import Connection, Row
from commitrack.store.sql import IS_OPEN
from commitrack.store.versioning import CHAIN

_THERE = "SELECT id FROM statements INDEXED BY one_text WHERE present = 1"
_MAKER = "coalesce(publisher, speaker)"
_MENTIONED = (
    "JOIN mentions m INDEXED BY places ON m.commitment = c.id AND m.present = 1 WHERE c.present = 1"
)


def order_sql(order: StatementOrder, *, backwards: bool = False) -> str:
    """The question for the numbers of all statements in an order."""
    down, up = ("ASC", "DESC") if backwards else ("DESC", "ASC")
    match order:
        case StatementOrder.NUMBER:
            return f"{_THERE} ORDER BY id {down}"
        case StatementOrder.DATE:
            return (
                "SELECT id FROM statements WHERE present = 1 "
                f"ORDER BY said_on IS NULL, said_on {down}, id DESC"
            )
        case StatementOrder.PUBLISHER:
            return (
                f"SELECT id FROM statements INDEXED BY makers WHERE id IN ({_THERE}) "
                f"ORDER BY {_MAKER} IS NULL, {_MAKER} COLLATE NOCASE {up}, id DESC"
            )
        case StatementOrder.OPEN:
            return _by("count(DISTINCT c.id)", f"AND {IS_OPEN}", f"coalesce(key, 0) {down}")
        case StatementOrder.COVERAGE:
            decided = "count(DISTINCT CASE WHEN c.status <> 'candidate' THEN c.id END)"
            share = f"100 * {decided} / count(DISTINCT c.id)"
            return _by(share, "", f"key IS NULL, key {up}")


def _by(key: str, which: str, order: str) -> str:
    return (
        "SELECT s.id FROM statements s INDEXED BY one_text LEFT JOIN ("
        f"SELECT m.statement AS id, {key} AS key FROM commitments c {_MENTIONED} {which} "
        f"GROUP BY m.statement) k ON k.id = s.id WHERE s.present = 1 ORDER BY {order}, s.id DESC"
    )


def ordered(
    connection: Connection, order: StatementOrder, *, backwards: bool = False
) -> tuple[int, ...]:
    """The numbers of all statements in an order, or the other way round."""
    sql = order_sql(order, backwards=backwards)
    found = connection.execute(sql)
    return tuple(row[0] for row in found)


def mention_counts(connection: Connection) -> dict[int, int]:
    """How often each statement mentions what is on record; one that never does is left out."""
    found = connection.execute(
        f"SELECT m.statement, count(*) FROM commitments c {_MENTIONED} GROUP BY m.statement"
    )
    return dict(map(tuple, found.fetchall()))


def having_sql(words: Sequence[str]) -> tuple[str, list[str]]:
    """The question which statements between two numbers have these words, and its values but those
    two.
    """
    sql = "SELECT id FROM statements WHERE id BETWEEN ? AND ? AND present = 1"
    values: list[str] = []
    for word in words:
        likes = []
        # SQLite tells capitals from small letters but for those of ASCII.
        ways = {word} if word.isascii() else {word, word.lower(), word.upper(), word.title()}
        for way in sorted(ways):
            pattern = "%" + "".join(f"\\{one}" if one in "%_\\" else one for one in way) + "%"
            for column in ("title", "publisher", "speaker", "text"):
                likes.append(f"{column} LIKE ? ESCAPE '\\'")
                values.append(pattern)
        sql += f" AND ({' OR '.join(likes)})"
    return sql, values


def having(connection: Connection, words: Sequence[str], first: int, last: int) -> tuple[int, ...]:
    """Which of the statements from `first` to `last` have all these words."""
    sql, values = having_sql(words)
    return tuple(row[0] for row in connection.execute(sql, (first, last, *values)))


def rows_sql(statements: int) -> str:
    """The question for so many statements without their texts."""
    return (
        f"SELECT id, title, {_MAKER} AS publisher, said_on, precision "
        f"FROM statements WHERE id IN ({', '.join('?' * statements)}) AND present = 1"
    )


def these(connection: Connection, numbers: Sequence[int]) -> tuple[Outline, ...]:
    """These statements, in this order; those there are."""
    if not numbers:
        return ()
    sql = rows_sql(len(numbers))
    found = {row["id"]: row for row in connection.execute(sql, tuple(numbers))}
    stages = _stages(connection, list(found))
    return tuple(
        _outline(connection, found[number], stages[number]) for number in numbers if number in found
    )


def _outline(connection: Connection, row: Row, stages: Counter[Status]) -> Outline:
    return Outline(
        number=row["id"],
        title=row["title"],
        publisher=row["publisher"] or "",
        said_on=None if row["said_on"] is None else date.fromisoformat(row["said_on"]),
        precision=Precision(row["precision"]),
        versions=tuple(one[0] for one in connection.execute(CHAIN, (row["id"],))),
        waiting=stages[Status.CANDIDATE],
        rejected=stages[Status.REJECTED],
        open=_of(stages, Stage.OPEN),
        closed=_of(stages, Stage.CLOSED),
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
