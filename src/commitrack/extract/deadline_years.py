"""The year that the words of a date say, and the first year that will do when they say none."""

from __future__ import annotations

from typing import TYPE_CHECKING

from commitrack.extract import periods
from commitrack.extract.reckoning import DECEMBER, MARCH
from commitrack.model.frozen import dataclass

if TYPE_CHECKING:
    import datetime
    import re
    from collections.abc import Callable

    from commitrack.extract.periods import Period
    from commitrack.extract.reckoning import Reckoning

    Make = Callable[[int], Period | None]

_LAST_CENTURY = 70


@dataclass(frozen=True, slots=True)
class Year:
    """A year of some kind, by the calendar year in which it ends; None when that is not known.

    ``month`` is the last month of a financial year. A year that was said by its number is
    ``fixed``; ``two_years`` marks one that was written with both its numbers.
    """

    ends: int | None
    kind: str
    month: int
    fixed: bool
    two_years: bool = False

    def period(self, ends: int) -> Period:
        """The year of this kind that ends in the calendar year ``ends``."""
        if self.kind in ("financial", "fiscal", "budget"):
            # A year with both its numbers does not end with December, whatever the document's does.
            month = MARCH if self.two_years and self.month == DECEMBER else self.month
            return periods.financial_year(ends, month)
        if self.kind in ("academic", "school"):
            return periods.academic_year(ends - 1)
        if self.kind == "tax":
            return periods.tax_year(ends - 1)
        return periods.year(ends)

    def pick(self, make: Make) -> Period | None:
        """The period of a year (a month, a day) that begins within this one."""
        if self.ends is None:
            return None
        whole = self.period(self.ends)
        for of in (self.ends - 1, self.ends):
            found = make(of)
            if found is not None and whole.first <= found.first <= whole.last:
                return found
        return None


def number(figures: str) -> int:
    """A year in two or four figures; two are of this century, or of the last from 70 on."""
    value = int(figures)
    if len(figures) > 2:
        return value
    return value + (1900 if value >= _LAST_CENTURY else 2000)


def first_from(make: Make, today: datetime.date) -> Period | None:
    """The first period, counted by years, that has not ended before the statement."""
    for candidate in range(today.year - 1, today.year + 9):
        period = make(candidate)
        if period is not None and period.last >= today:
            return period
    return None


def first_after(make: Make, today: datetime.date) -> Period | None:
    """The first period, counted by years, that begins after the statement ("next June")."""
    for candidate in range(today.year, today.year + 9):
        period = make(candidate)
        if period is not None and period.first > today:
            return period
    return None


def said(match: re.Match[str], reckoning: Reckoning, *, fiscal: bool = False) -> Year | None:
    """The year in the groups of a date's pattern, or None when it says none.

    Raises ValueError for one that no calendar has: 2026/29.
    """
    groups = match.groupdict()
    kind = (groups.get("kind") or "").casefold()
    if split := groups.get("split"):
        ends = int(split[:4]) + 1
        if int(split[-2:]) != ends % 100:
            raise ValueError(split)
        return Year(ends, kind or "financial", reckoning.year_end, fixed=True, two_years=True)
    if pair := groups.get("pair"):
        ends = number(pair[:2]) + 1
        if int(pair[-2:]) != ends % 100:
            raise ValueError(pair)
        return Year(ends, kind or "financial", reckoning.year_end, fixed=True, two_years=True)
    if figures := groups.get("fy") or groups.get("fys"):
        return Year(number(figures), "financial", reckoning.year_end, fixed=True)
    if figures := groups.get("year") or groups.get("short") or groups.get("dash"):
        named = "financial" if fiscal or "FY" in match.group() else "calendar"
        return Year(number(figures), kind or named, reckoning.year_end, fixed=True)
    if which := groups.get("when"):
        return _counted(which.casefold(), kind or "calendar", reckoning)
    return None


def _counted(which: str, kind: str, reckoning: Reckoning) -> Year:
    """ "this year", "next financial year": by the statement's day."""
    unknown = Year(None, kind, reckoning.year_end, fixed=False)
    if reckoning.today is None or which in ("the same", "the following"):
        return unknown
    pick = first_after if "next" in which else first_from
    found = pick(unknown.period, reckoning.today)
    ends = found.last.year if found is not None else None
    return Year(ends, kind, reckoning.year_end, fixed=False)
