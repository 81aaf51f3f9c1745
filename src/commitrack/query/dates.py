"""Date expressions: checked when a query is parsed, turned into days when it is run.

A query keeps the expression (``today``, ``2026-Q2``), so that a saved view means the same every
day it is opened. `bounds` is told what today is.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

from commitrack.model.dayinput import DayError, calendar_day, month_end, period_end, shift
from commitrack.model.patterns import late
from commitrack.query.nodes import Day, DayRange

FORMS = "2026-06-30, 2026-06, 2026-Q2, 2026, today, -90d, +6w, eow, eom"
"""Examples of what works, for error messages."""

_CALENDAR = late(r"([0-9]{4})(?:-q([1-4])|-([0-9]{1,2})(?:-([0-9]{1,2}))?)?")
_RELATIVE = late(r"([+-])([0-9]{1,5})([dwmy])")
_NEAR = {"yesterday": -1, "today": 0, "tomorrow": 1}
_ENDS = {"eow": "w", "eom": "m", "eoq": "q", "eoy": "y"}

NO_DAYS = (date.max, date.min)
"""The bounds of a comparison that no day meets: the first comes after the last."""


def date_expression(text: str) -> str:
    """The expression in its one spelling (``2026-q2`` → ``2026-Q2``); `DayError` if it is none."""
    plain = text.lower()
    if plain in _NEAR or plain in _ENDS:
        return plain
    if found := _RELATIVE.fullmatch(plain):
        return f"{found[1]}{int(found[2])}{found[3]}"
    if found := _CALENDAR.fullmatch(plain):
        first, _ = _calendar(found)
        year, quarter, month, day = found.groups()
        if quarter:
            return f"{year}-Q{quarter}"
        return first.isoformat()[: 10 if day else 7 if month else 4]
    raise DayError(f"dates look like {FORMS}")


def span(expr: str, today: date) -> tuple[date, date]:
    """The first and the last day an expression covers, as of `today`.

    A relative date beyond the calendar stops at its edge. `DayError` for what `date_expression`
    would refuse.
    """
    plain = expr.lower()
    if plain in _ENDS:
        try:
            end = period_end(_ENDS[plain], today)
        except OverflowError:  # the last week of the calendar does not end
            end = date.max
        return end, end
    if plain in _NEAR:
        return _shifted(today, _NEAR[plain], "d")
    if found := _RELATIVE.fullmatch(plain):
        return _shifted(today, int(found[1] + found[2]), found[3])
    if found := _CALENDAR.fullmatch(plain):
        return _calendar(found)
    raise DayError(f"dates look like {FORMS}")


def bounds(value: Day | DayRange, today: date) -> tuple[date, date]:
    """The first and the last day that meet `value`, both included, as of `today`.

    ``<2026-Q2`` ends the day before the quarter begins, ``>2026-Q2`` begins the day after it
    ends; an open side reaches `date.min` or `date.max`. `NO_DAYS` when nothing can meet it.
    """
    if isinstance(value, DayRange):
        return span(value.lo, today)[0], span(value.hi, today)[1]
    first, last = span(value.expr, today)
    match value.op:
        case "=":
            return first, last
        case "<":
            return NO_DAYS if first == date.min else (date.min, first - timedelta(days=1))
        case "<=":
            return date.min, last
        case ">":
            return NO_DAYS if last == date.max else (last + timedelta(days=1), date.max)
        case ">=":
            return first, date.max


def reversed_range(lo: str, hi: str) -> bool:
    """Whether both ends are calendar dates and `hi` is over before `lo` begins.

    A range with a relative end is left alone: it may hold days tomorrow.
    """
    low, high = _CALENDAR.fullmatch(lo.lower()), _CALENDAR.fullmatch(hi.lower())
    return bool(low and high and _calendar(high)[1] < _calendar(low)[0])


def _shifted(today: date, count: int, unit: str) -> tuple[date, date]:
    try:
        day = shift(today, count, unit)
    except (OverflowError, ValueError):
        day = date.min if count < 0 else date.max
    return day, day


def _calendar(found: re.Match[str]) -> tuple[date, date]:
    """The first and last day of a year, quarter, month or day; `DayError` if it does not exist."""
    year = int(found[1])
    if found[2]:
        quarter = int(found[2])
        return calendar_day(year, 3 * quarter - 2, 1), month_end(year, 3 * quarter)
    if found[4]:
        day = calendar_day(year, int(found[3]), int(found[4]))
        return day, day
    first_month, last_month = (int(found[3]), int(found[3])) if found[3] else (1, 12)
    return calendar_day(year, first_month, 1), month_end(year, last_month)
