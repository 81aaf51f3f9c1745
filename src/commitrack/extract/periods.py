"""Calendar periods as (first day, last day), and steps of working days. No words here."""

from __future__ import annotations

import calendar
import datetime
from dataclasses import dataclass

from dateutil.relativedelta import relativedelta

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
"""First and last month; winter ends in the February of the year after."""
_SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Period:
    """Whole days from ``first`` to ``last``, both included."""

    first: datetime.date
    last: datetime.date


def day(year: int, month: int, number: int) -> Period | None:
    """One day, or None when the calendar has no such day."""
    try:
        found = datetime.date(year, month, number)
    except ValueError:
        return None
    return Period(found, found)


def month(year: int, number: int) -> Period:
    """A month: ``month(2028, 2)`` ends on the 29th."""
    last = calendar.monthrange(year, number)[1]
    return Period(datetime.date(year, number, 1), datetime.date(year, number, last))


def months(year: int, first: int, count: int) -> Period:
    """``count`` months from month ``first`` of ``year``, which may lie past December."""
    start = datetime.date(year, 1, 1) + relativedelta(months=first - 1)
    return Period(start, start + relativedelta(months=count, days=-1))


def year(number: int) -> Period:
    """A calendar year."""
    return months(number, 1, 12)


def financial_year(starts: int) -> Period:
    """The UK public sector's year: 1 April to 31 March."""
    return months(starts, 4, 12)


def academic_year(starts: int) -> Period:
    """1 September to 31 August."""
    return months(starts, 9, 12)


def tax_year(starts: int) -> Period:
    """The UK's income tax year: 6 April to 5 April."""
    return Period(datetime.date(starts, 4, 6), datetime.date(starts + 1, 4, 5))


def quarter(number: int, of: int, *, fiscal: bool = False) -> Period:
    """Quarter 1 to 4 of the calendar year ``of``, or of the financial year which starts in it."""
    return months(of, 3 * number - 2 + (3 if fiscal else 0), 3)


def season(name: str, of: int) -> Period:
    """A season by its months; the winter of 2026 begins in December 2026."""
    first, _ = SEASONS[name]
    return months(of, first, 3)


def week(of: datetime.date) -> Period:
    """Monday to Sunday around a day."""
    first = of - datetime.timedelta(days=of.weekday())
    return Period(first, first + datetime.timedelta(days=6))


def add_working_days(start: datetime.date, count: int) -> datetime.date:
    """``count`` working days after ``start``: weekends are skipped, holidays are not known."""
    weeks, rest = divmod(count, 5)
    at = start + datetime.timedelta(weeks=weeks)
    while rest or at.weekday() >= _SATURDAY:
        at += datetime.timedelta(days=1)
        if at.weekday() < _SATURDAY:
            rest = max(0, rest - 1)
    return at
