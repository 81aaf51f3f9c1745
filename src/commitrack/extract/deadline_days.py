"""Which days the words of a deadline name: the period for each shape of date in the grammar.

Dates without a year are the first ones on or after the statement. Quarters of a year written
2025/26 are those of the UK financial year, which starts in April.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from commitrack.extract import periods
from commitrack.extract.deadline_words import MONTHS
from commitrack.extract.periods import Period

if TYPE_CHECKING:
    from collections.abc import Callable

_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_Reading = tuple[Period | None, bool]


def _first_from(make: Callable[[int], Period | None], statement: datetime.date) -> Period | None:
    """The first period, counted by years, that has not ended before the statement."""
    for candidate in range(statement.year - 1, statement.year + 9):
        period = make(candidate)
        if period is not None and period.last >= statement:
            return period
    return None


def _first_after(make: Callable[[int], Period | None], statement: datetime.date) -> Period | None:
    """The first period, counted by years, that begins after the statement ("next June")."""
    for candidate in range(statement.year, statement.year + 9):
        period = make(candidate)
        if period is not None and period.first > statement:
            return period
    return None


def _month_number(name: str) -> int:
    return MONTHS[name.rstrip(".")]


def _dated(day: str, name: str, year: str | None, statement: datetime.date | None) -> _Reading:
    at = int(day)
    if not 1 <= at <= 31:
        raise ValueError(day)
    of = _month_number(name)
    if year:
        found = periods.day(int(year), of, at)
        if found is None:
            raise ValueError(day)
        return found, True
    if statement is None:
        return None, False
    return _first_from(lambda candidate: periods.day(candidate, of, at), statement), False


def _read_day(g: dict[str, str | None], statement: datetime.date | None) -> _Reading:
    return _dated(g["d"] or "", g["dm"] or "", g["dy"], statement)


def _read_us_day(g: dict[str, str | None], statement: datetime.date | None) -> _Reading:
    return _dated(g["ud"] or "", g["um"] or "", g["uy"], statement)


def _read_iso(g: dict[str, str | None], _: datetime.date | None) -> _Reading:
    found = datetime.date.fromisoformat(g["iso"] or "")
    return Period(found, found), True


def _read_slash(g: dict[str, str | None], _: datetime.date | None) -> _Reading:
    day, month, year = (int(part) for part in re.split(r"[/.]", g["slash"] or ""))
    found = datetime.date(year, month, day)
    return Period(found, found), True


def _read_quarter(g: dict[str, str | None], statement: datetime.date | None) -> _Reading:
    count = int(g["q"] or "1")
    if year := g["qy"]:
        return periods.quarter(count, int(year[:4]), fiscal=len(year) > 4), True
    if statement is None:
        return None, False
    return _first_from(lambda candidate: periods.quarter(count, candidate), statement), False


def _read_split(g: dict[str, str | None], _: datetime.date | None) -> _Reading:
    start = int((g["sy"] or "")[:4])
    if int((g["sy"] or "")[-2:]) != (start + 1) % 100:
        raise ValueError(g["sy"])
    return _year_kinds()[g["sk"] or "financial"](start), True


def _read_month(g: dict[str, str | None], statement: datetime.date | None) -> _Reading:
    of = _month_number(g["mm"] or "")
    if g["my"]:
        return periods.month(int(g["my"]), of), True
    if statement is None:
        return None, False
    pick = _first_after if (g["mn"] or "").casefold().startswith("next") else _first_from
    return pick(lambda candidate: periods.month(candidate, of), statement), False


def _read_season(g: dict[str, str | None], statement: datetime.date | None) -> _Reading:
    name = (g["ss"] or "").casefold()
    if year := g["ssy"]:
        return periods.season(name, int(year[:4])), True
    if statement is None:
        return None, False
    pick = _first_after if (g["sn"] or "").casefold().startswith("next") else _first_from
    return pick(lambda candidate: periods.season(name, candidate), statement), False


def _read_year(g: dict[str, str | None], _: datetime.date | None) -> _Reading:
    return periods.year(int(g["year"] or "")), True


def _year_kinds() -> dict[str, Callable[[int], Period]]:
    return {
        "financial": periods.financial_year,
        "fiscal": periods.financial_year,
        "academic": periods.academic_year,
        "school": periods.academic_year,
        "tax": periods.tax_year,
        "calendar": periods.year,
    }


def _read_unit(g: dict[str, str | None], statement: datetime.date | None) -> _Reading:
    if statement is None:
        return None, False
    unit = (g["uu"] or "").casefold()
    later = any(word in (g["which"] or "").casefold() for word in ("next", "coming", "following"))
    if unit == "week":
        return periods.week(statement + datetime.timedelta(days=7 * later)), False
    if unit == "month":
        shifted = statement + relativedelta(months=int(later))
        return periods.month(shifted.year, shifted.month), False
    if unit == "quarter":
        shifted = statement + relativedelta(months=3 * later)
        return periods.quarter((shifted.month + 2) // 3, shifted.year), False
    make = _year_kinds()[(g["uk"] or "calendar").casefold()]
    current = _first_from(make, statement)
    if current is None or not later:
        return current, False
    return _first_after(make, statement), False


def _read_weekday(g: dict[str, str | None], statement: datetime.date | None) -> _Reading:
    if statement is None:
        return None, False
    wanted = _WEEKDAYS.index((g["ww"] or "").casefold())
    ahead = (wanted - statement.weekday()) % 7 or 7
    found = statement + datetime.timedelta(days=ahead)
    return Period(found, found), False


def _read_tomorrow(g: dict[str, str | None], statement: datetime.date | None) -> _Reading:
    if statement is None:
        return None, False
    ahead = (g["tomorrow"] or "").casefold() == "tomorrow"
    found = statement + datetime.timedelta(days=int(ahead))
    return Period(found, found), False


def _read_christmas(_: dict[str, str | None], statement: datetime.date | None) -> _Reading:
    if statement is None:
        return None, False
    return _first_from(lambda candidate: periods.day(candidate, 12, 25), statement), False


READERS: dict[str, Callable[[dict[str, str | None], datetime.date | None], _Reading]] = {
    "day": _read_day,
    "usday": _read_us_day,
    "iso": _read_iso,
    "slash": _read_slash,
    "quarter": _read_quarter,
    "split": _read_split,
    "month": _read_month,
    "season": _read_season,
    "year": _read_year,
    "unit": _read_unit,
    "weekday": _read_weekday,
    "tomorrow": _read_tomorrow,
    "christmas": _read_christmas,
}
