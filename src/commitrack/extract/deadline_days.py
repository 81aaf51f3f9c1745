"""Which days the words of a date name: one reader for each row of the table of shapes.

Days without a year are the first ones on or after the statement. A reader returns None, or raises
ValueError, for words which look like a date and are none ("31 June 2026").
"""

from __future__ import annotations

import datetime
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple

from dateutil.relativedelta import relativedelta

from commitrack.extract import deadline_words as words
from commitrack.extract import deadline_years, periods
from commitrack.extract.deadline_years import Year, first_after, first_from, said
from commitrack.extract.numerals import number
from commitrack.extract.periods import Period

if TYPE_CHECKING:
    import re
    from collections.abc import Callable

    from commitrack.extract.reckoning import Reckoning


class Named(NamedTuple):
    """The period that words name: None when only the statement's missing date could tell.

    ``fixed`` periods are the same whenever the statement was made.
    """

    period: Period | None
    fixed: bool
    following: Period | None = None
    """The period after it, for words ("the year", "in May") which do not say which is meant."""


UNRESOLVED = Named(None, fixed=False)


def _known(period: Period | None) -> Named | None:
    return None if period is None else Named(period, fixed=True)


def _soon(
    make: Callable[[int], Period | None], year: Year | None, reckoning: Reckoning, *, after: bool
) -> Named | None:
    """A period of each year, in the year that is said or else in the first that will do."""
    if year is not None and year.ends is not None:
        found = year.pick(make)
        return None if found is None else Named(found, year.fixed)
    if year is not None or reckoning.today is None:
        return UNRESOLVED
    period = (first_after if after else first_from)(make, reckoning.today)
    if period is None:
        return None
    return Named(period, fixed=False, following=first_after(make, period.last))


def _month_number(name: str) -> int:
    return words.MONTHS[name[:3].casefold()]


def day(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "3 May 2026", "the 3rd of May"."""
    of, at = _month_number(match["m"]), int(match["d"])
    if not 1 <= at <= 31:
        return None
    return _soon(
        lambda year: periods.day(year, of, at), said(match, reckoning), reckoning, after=False
    )


def iso(match: re.Match[str], _: Reckoning) -> Named | None:
    """ "2026-05-03"."""
    return _known(periods.day(int(match[1]), int(match[3]), int(match[4])))


def figures(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "3/5/2026", in the order that the document shows."""
    one, other = int(match[1]), int(match[3])
    day, month = (other, one) if reckoning.month_first else (one, other)
    if month > 12 >= day:
        day, month = month, day
    return _known(periods.day(deadline_years.number(match[4]), month, day))


def short_figures(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "3/5/26"."""
    one, other = int(match[1]), int(match[2])
    day, month = (other, one) if reckoning.month_first else (one, other)
    if day <= 12 or not 1 <= month <= 12 or (day, month) == (24, 7):
        return None
    return _soon(lambda year: periods.day(year, month, day), None, reckoning, after=False)


def nth_of_month(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "the first Monday in May"."""
    if reckoning.today is None:
        return UNRESOLVED
    at = int(match["d"])
    if not match["rel"]:
        this = reckoning.today
        for shift in (0, 1, 2):
            of = this + relativedelta(day=1, months=shift)
            found = periods.day(of.year, of.month, at)
            if found is not None and found.last >= this:
                return Named(found, fixed=False)
        return None
    of = reckoning.today + relativedelta(day=1, months=int("next" in match["rel"].casefold()))
    found = periods.day(of.year, of.month, at)
    return None if found is None else Named(found, fixed=False)


def counted_in_month(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "the last Friday of March", "the first of May", "the last working day of this month"."""
    place = words.ORDINALS[match["nth"].casefold()]
    what = (match["what"] or "day").casefold()

    def make(within: Period | None) -> Period | None:
        if within is None:
            return None
        if what[:3] in words.WEEKDAYS:
            return periods.nth_weekday(within, words.WEEKDAYS.index(what[:3]), place)
        if what == "day":
            at = within.last if place == 0 else within.first + datetime.timedelta(days=place - 1)
            return Period(at, at)
        return periods.last_working_day(within) if place == 0 else None

    if match["m"] is None:
        if reckoning.today is None:
            return UNRESOLVED
        ahead = int("next" in match["rel"].casefold())
        of = reckoning.today + relativedelta(day=1, months=ahead)
        found = make(periods.month(of.year, of.month))
        return None if found is None else Named(found, fixed=False)
    of_month = _month_number(match["m"])
    return _soon(
        lambda year: make(periods.month(year, of_month)),
        said(match, reckoning),
        reckoning,
        after=False,
    )


def month(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "May 2026", "this month"."""
    of = _month_number(match["m"])
    which = (match["which"] or "").casefold()
    if "following" in which:
        return UNRESOLVED
    return _soon(
        lambda year: periods.month(year, of),
        said(match, reckoning),
        reckoning,
        after=which.startswith("next"),
    )


def quarter_of_month(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "the September quarter": the three months that end with it, as in Australia."""
    of = _month_number(match["m"])
    return _soon(
        lambda year: periods.months(year, of - 2, 3), said(match, reckoning), reckoning, after=False
    )


def part_of_year(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """A quarter or a half, by its number: "Q2 2026/27", "H1 FY27", "the third quarter"."""
    groups = match.groupdict()
    half = groups.get("h")
    place = half or groups.get("q") or groups.get("qw") or groups.get("qo") or "last"
    at = words.ORDINALS.get(place.casefold(), 0) or number(place) or (2 if half else 4)
    year = said(match, reckoning, fiscal=bool(groups.get("qk")))

    def make(of: int) -> Period:
        whole = year.period(of) if year is not None else periods.year(of)
        return periods.part(whole, at, 2 if half else 4)

    if year is not None and year.ends is not None:
        return Named(make(year.ends), year.fixed)
    if year is not None or reckoning.today is None:
        return UNRESOLVED
    found = first_from(make, reckoning.today)
    return None if found is None else Named(found, fixed=False)


def season(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "spring 2027"."""
    name = match["s"].casefold()
    name = "autumn" if name == "fall" else name
    which = (match["which"] or "").casefold()
    year = said(match, reckoning)
    if match["s"].casefold() == "fall" and year is None and which in ("", "the"):
        after = match.string[match.end() : match.end() + 1]
        if after and after not in '.,;:)”"':
            return None
    if year is not None and year.two_years and year.ends is not None:
        # A winter, or a southern summer, lies over two calendar years.
        turned = name in ("winter", "summer")
        first = year.ends - 1 if turned or name == "autumn" else year.ends
        return Named(periods.season("winter" if turned else name, first), year.fixed)
    return _soon(
        lambda of: periods.season(name, of), year, reckoning, after=which.startswith("next")
    )


def said_year(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "FY27", "the 2026/27 academic year", "calendar 2026", "the year 2030"."""
    year = said(match, reckoning)
    if year is None or year.ends is None:
        return UNRESOLVED if year else None
    return Named(year.period(year.ends), year.fixed)


def plain_year(match: re.Match[str], _: Reckoning) -> Named:
    """ "2027"."""
    return Named(periods.year(int(match["y"])), fixed=True)


def short_year(match: re.Match[str], _: Reckoning) -> Named:
    """ "'27"."""
    return Named(periods.year(deadline_years.number(match["two"])), fixed=True)


def decade(match: re.Match[str], _: Reckoning) -> Named:
    """ "the 2030s"."""
    return Named(periods.decade(int(match["of"])), fixed=True)


def unit(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "the end of the quarter", "next year": a unit of time beside today."""
    which = match["which"].casefold()
    if which in ("the following", "the same") or reckoning.today is None:
        return UNRESOLVED
    ahead = which.split()[-1] in ("next", "coming", "new", "forthcoming", "upcoming")
    unit, today = match["u"].casefold(), reckoning.today
    kind = (match["kind"] or "").casefold()
    if unit == "decade":
        return Named(periods.decade(today.year + 10 * ahead), fixed=False)
    if unit in ("week", "weekend"):
        week = periods.week(today + datetime.timedelta(days=7 * ahead))
        if unit == "weekend":
            return Named(Period(week.last - datetime.timedelta(days=1), week.last), fixed=False)
        return Named(periods.working_week(week) if kind == "working" else week, fixed=False)
    if unit == "month":
        of = today + relativedelta(day=1, months=int(ahead))
        return Named(periods.month(of.year, of.month), fixed=False)
    year = Year(None, kind or "calendar", reckoning.year_end, fixed=False)
    if unit == "quarter":
        of = today + relativedelta(day=1, months=3 * ahead)
        return Named(periods.quarter((of.month + 2) // 3, of.year), fixed=False)
    found = (first_after if ahead else first_from)(year.period, today)
    if found is None:
        return None
    following = first_after(year.period, today) if which == "the" else None
    return Named(found, fixed=False, following=following)


def unit_end(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "year end 2027", "the year's end", "financial year end", "month-end"."""
    unit = match["u"].casefold()
    year = said(match, reckoning)
    if year is not None and year.ends is not None and unit == "year":
        kind = (match["named"] or "calendar").casefold()
        whole = replace(year, kind=kind) if year.kind == "calendar" else year
        return Named(whole.period(year.ends), year.fixed)
    if reckoning.today is None:
        return UNRESOLVED
    if unit == "month":
        return Named(periods.month(reckoning.today.year, reckoning.today.month), fixed=False)
    if unit == "quarter":
        of = reckoning.today
        return Named(periods.quarter((of.month + 2) // 3, of.year), fixed=False)
    if unit == "decade":
        return Named(periods.decade(reckoning.today.year), fixed=False)
    current = Year(None, (match["named"] or "calendar").casefold(), reckoning.year_end, fixed=False)
    found = first_from(current.period, reckoning.today)
    return None if found is None else Named(found, fixed=False)


def mid_year(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """The second of a year's three thirds."""
    return _soon(
        lambda of: periods.part(periods.year(of), 2, 3),
        said(match, reckoning),
        reckoning,
        after=False,
    )


def end_of(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "EOFY", "EOY", "EOM" and the like: what is written so in letters of the office."""
    unit = match["eo"]
    year = said(match, reckoning)
    kind = "financial" if unit == "EOFY" else "calendar"
    if year is not None and year.ends is not None:
        return Named(replace(year, kind=kind).period(year.ends), year.fixed)
    today = reckoning.today
    if today is None:
        return UNRESOLVED
    if unit in ("EOFY", "EOY"):
        whole = Year(None, kind, reckoning.year_end, fixed=False)
        found = first_from(whole.period, today)
        return None if found is None else Named(found, fixed=False)
    return Named(
        {
            "EOQ": periods.quarter((today.month + 2) // 3, today.year),
            "EOM": periods.month(today.year, today.month),
            "EOW": periods.working_week(periods.week(today)),
            "EOD": Period(today, today),
        }[unit],
        fixed=False,
    )


def weekday(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "Friday", "next Friday"."""
    today = reckoning.today
    which = (match["which"] or "").casefold()
    if today is None or "following" in which:
        return UNRESOLVED
    ahead = (words.WEEKDAYS.index(match["w"][:3].casefold()) - today.weekday()) % 7
    if ahead == 0 and which != "this":
        ahead = 7
    ahead += {"week": 7, "fortnight": 14}.get(match["more"] or "", 0)
    found = today + datetime.timedelta(days=ahead)
    return Named(Period(found, found), fixed=False)


def week_on(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """A week after the weekday to come."""
    found = weekday(match, reckoning)
    if found is None or found.period is None:
        return found
    day = found.period.last + datetime.timedelta(weeks=1)
    return Named(Period(day, day), fixed=False)


def near(match: re.Match[str], reckoning: Reckoning) -> Named:
    """ "today", "tomorrow", "this afternoon", "tomorrow week"."""
    if reckoning.today is None:
        return UNRESOLVED
    near = match.group().casefold()
    ahead = int("tomorrow" in near) + 7 * ("week" in near)
    found = reckoning.today + datetime.timedelta(days=ahead)
    return Named(Period(found, found), fixed=False)


def this_time(match: re.Match[str], reckoning: Reckoning) -> Named:
    """ "this time next year"."""
    if reckoning.today is None:
        return UNRESOLVED
    step = {
        "week": relativedelta(weeks=1),
        "month": relativedelta(months=1),
        "year": relativedelta(years=1),
        "tomorrow": relativedelta(days=1),
    }[match["u"].casefold()]
    return Named(Period(reckoning.today, reckoning.today + step), fixed=False)


def feast(match: re.Match[str], reckoning: Reckoning) -> Named | None:
    """ "Easter", "Christmas 2026"."""
    name = match["feast"].casefold().replace("st.", "st")
    shift = words.EASTER_FEASTS.get(name)

    def make(of: int) -> Period | None:
        if shift is not None:
            return periods.easter(of, shift)
        return periods.day(of, *words.FIXED_FEASTS[name])

    return _soon(make, said(match, reckoning), reckoning, after=False)
