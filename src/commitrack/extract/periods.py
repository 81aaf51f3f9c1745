"""Calendar periods as (first day, last day), and steps of working days. No words here."""

from __future__ import annotations

import datetime

from dateutil.easter import easter as easter_sunday
from dateutil.relativedelta import relativedelta

from commitrack.model.frozen import dataclass

SEASONS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "winter": (12, 2)}
"""First and last month; winter ends in the February of the year after."""
_SATURDAY = 5
_A_DAY = datetime.timedelta(days=1)


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
    return months(year, number, 1)


def months(year: int, first: int, count: int) -> Period:
    """``count`` months from month ``first`` of ``year``, which may lie past December."""
    return Period(_first_of(year, first), _first_of(year, first + count) - _A_DAY)


def _first_of(year: int, month: int) -> datetime.date:
    """The first day of a month counted from January of a year, past December if need be."""
    later, at = divmod(month - 1, 12)
    return datetime.date(year + later, at + 1, 1)


def year(number: int) -> Period:
    """A calendar year."""
    return months(number, 1, 12)


def financial_year(ends: int, month: int = 3) -> Period:
    """The twelve months up to the last day of ``month`` in the year ``ends``.

    Without a month it is the year of the UK's public sector, 1 April to 31 March.
    """
    return months(ends - 1, month + 1, 12)


def academic_year(starts: int) -> Period:
    """1 September to 31 August."""
    return months(starts, 9, 12)


def tax_year(starts: int) -> Period:
    """The UK's income tax year: 6 April to 5 April."""
    return Period(datetime.date(starts, 4, 6), datetime.date(starts + 1, 4, 5))


def quarter(number: int, of: int) -> Period:
    """Quarter 1 to 4 of the calendar year ``of``."""
    return months(of, 3 * number - 2, 3)


def decade(of: int) -> Period:
    """The ten years that share a year's first three figures: 2020 to 2029."""
    return Period(year(of // 10 * 10).first, year(of // 10 * 10 + 9).last)


def part(of: Period, number: int, parts: int) -> Period:
    """One of ``parts`` equal runs of whole months in a year or half-year, the first being 1."""
    length = round((of.last - of.first).days / 30.4) // parts
    first = of.first + relativedelta(months=(number - 1) * length)
    return Period(first, first + relativedelta(months=length, days=-1))


def nth_weekday(within: Period, weekday: int, number: int) -> Period | None:
    """The ``number``-th of a weekday (0 is Monday) in a period, or the last one for 0."""
    if number == 0:
        found = within.last - datetime.timedelta(days=(within.last.weekday() - weekday) % 7)
    else:
        ahead = (weekday - within.first.weekday()) % 7
        found = within.first + datetime.timedelta(days=ahead + 7 * (number - 1))
    return Period(found, found) if within.first <= found <= within.last else None


def last_working_day(within: Period) -> Period:
    """The last day of a period that is neither a Saturday nor a Sunday."""
    found = within.last
    while found.weekday() >= _SATURDAY:
        found -= datetime.timedelta(days=1)
    return Period(found, found)


def easter(of: int, shift: int = 0) -> Period:
    """Easter Sunday by the western calendar, or the feast ``shift`` days after it."""
    found = easter_sunday(of) + datetime.timedelta(days=shift)
    return Period(found, found)


def season(name: str, of: int) -> Period:
    """A season by its months; the winter of 2026 begins in December 2026."""
    first, _ = SEASONS[name]
    return months(of, first, 3)


def week(of: datetime.date) -> Period:
    """Monday to Sunday around a day."""
    first = of - datetime.timedelta(days=of.weekday())
    return Period(first, first + datetime.timedelta(days=6))


def working_week(whole: Period) -> Period:
    """Monday to Friday of a week."""
    return Period(whole.first, whole.first + datetime.timedelta(days=4))


def add_working_days(start: datetime.date, count: int) -> datetime.date:
    """``count`` working days after ``start``: weekends are skipped, holidays are not known."""
    weeks, rest = divmod(count, 5)
    at = start + datetime.timedelta(weeks=weeks)
    while rest or at.weekday() >= _SATURDAY:
        at += datetime.timedelta(days=1)
        if at.weekday() < _SATURDAY:
            rest = max(0, rest - 1)
    return at
