"""Which days ring: how many open commitments have one of their two dates on a day, and which.

Both are read off the indexes of the open dates alone, of the days that are asked for and no others.
"""

from __future__ import annotations

from datetime import date

from commitrack.model.schedule import Clock
from commitrack.store.asking import DayCount, Ring
from commitrack.store.engine import Connection

_OPEN = "present = 1 AND status IN ('open', 'in_progress', 'stalled', 'claimed')"
"""The condition of the indexes, word for word."""

_COLUMNS = {Clock.DUE: "due", Clock.CHASE: "follow_up"}


def days(connection: Connection, first: date, last: date) -> dict[date, DayCount]:
    """How many clocks ring on each day between two, both included; the others are left out."""
    found: dict[date, DayCount] = {}
    for clock, column in _COLUMNS.items():
        sql = counting_sql(column)
        for day, count in connection.execute(sql, (str(first), str(last))):
            on = date.fromisoformat(day)
            before = found.get(on, DayCount())
            due, chase = (count, 0) if clock is Clock.DUE else (0, count)
            found[on] = DayCount(before.due + due, before.chase + chase)
    return found


def rings(
    connection: Connection, first: date, last: date, after: Ring | None, limit: int
) -> tuple[Ring, ...]:
    """The clocks that ring between two days, by day and number; those behind `after`."""
    found: list[tuple[str, int, str]] = []
    for clock, column in _COLUMNS.items():
        sql = ringing_sql(column, further=after is not None)
        asked = connection.execute(sql, _place(clock, first, last, after, limit))
        found += [(day, number, clock.value) for day, number in asked]
    return tuple(
        Ring(date.fromisoformat(day), Clock(clock), number)
        for day, number, clock in sorted(found, key=_order)[:limit]
    )


def counting_sql(column: str) -> str:
    """The question how many have this date on each day."""
    return (
        f"SELECT {column}, count(*) FROM commitments INDEXED BY open_by_{column} "
        f"WHERE {_OPEN} AND {column} BETWEEN ? AND ? GROUP BY {column}"
    )


def ringing_sql(column: str, *, further: bool) -> str:
    """The question which have this date, in order; `further` on than one of them."""
    where = f"{column} BETWEEN ? AND ?"
    if further:
        where += f" AND ({column}, id) > (?, ?)"
    return (
        f"SELECT {column}, id FROM commitments INDEXED BY open_by_{column} "
        f"WHERE {_OPEN} AND {where} ORDER BY {column}, id LIMIT ?"
    )


def _place(
    clock: Clock, first: date, last: date, after: Ring | None, limit: int
) -> tuple[object, ...]:
    """The values of that question. Of one commitment and day the due date comes first."""
    if after is None:
        return first.isoformat(), last.isoformat(), limit
    passed = _CLOCKS.index(clock) <= _CLOCKS.index(after.clock)
    number = after.number if passed else after.number - 1
    begin = max(first, after.day).isoformat()
    return begin, last.isoformat(), after.day.isoformat(), number, limit


_CLOCKS = tuple(_COLUMNS)


def _order(one: tuple[str, int, str]) -> tuple[str, int, int]:
    day, number, clock = one
    return day, number, _CLOCKS.index(Clock(clock))
