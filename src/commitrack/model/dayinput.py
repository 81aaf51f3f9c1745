"""What a person types as a date, in a dialog or an option, and the date it means.

A grammar of our own: a general date parser fills what is missing from today's date, so that "May"
would be the 23rd. Here every form has one meaning, days come before months unless the house says
otherwise, a week ends on Sunday, and anything else is refused with examples of what works.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from datetime import date, timedelta
from functools import cache

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import BadInput
from commitrack.model.house import DateOrder, house

FORMS = "2026-06-30, 30 june, friday, +6w, 6 weeks, end of month"
"""Examples of what works, for error messages and hints."""

MONTHS = (
    *("january", "february", "march", "april", "may", "june"),
    *("july", "august", "september", "october", "november", "december"),
)
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")

_LONGEST = 60
_LEAP_YEAR = 2024
_LEAP_CYCLE = 8
"""Years within which every day of the calendar comes round, a century's end included."""


class DayError(BadInput, ValueError):
    """Text that is not a date; the message is one line that names the text and says why."""


def parse_day(text: str, today: date) -> date:
    """The date that `text` means on the day `today`; `DayError` when it means none.

    A day or a month without a year is the first on or after today; a bare weekday the first
    after today; a month, quarter or year without a day is its last day.
    """
    shown = clean_line(text[:_LONGEST]) or "an empty text"
    typed = _folded(text)
    for pattern, read in _grammar():
        if found := pattern.fullmatch(typed):
            try:
                return read(found, today)
            except DayError as error:
                raise DayError(f"{shown} is not a date: {error}") from None
            except (ValueError, OverflowError):
                raise DayError(f"{shown} is not a date: years go from 1 to 9999") from None
    raise DayError(f"{shown} is not a date: try {FORMS}")


def parse_past_day(text: str, today: date) -> date:
    """The date that `text` means for something that has happened: a document, a speech.

    As `parse_day`, but a day or a month without a year, and a bare weekday, is the last one that
    is not after today. A date that says it lies ahead stays there, for the caller to judge.
    """
    day = parse_day(text, today)
    typed = _folded(text)
    found, read = next(
        (found, read) for pattern, read in _grammar() if (found := pattern.fullmatch(typed))
    )
    parts = found.groupdict()
    if read is _on_weekday and parts["which"] is None:
        return shift(day, -1, "w")
    if read in (_numeric, _named, _whole_month) and parts["y"] is None:
        for years in range(1, _LEAP_CYCLE + 1):
            if day <= today:
                break
            day = parse_day(text, shift(today, -years, "y"))
    return day


def describe_day(day: date, today: date) -> str:
    """A date in full with its distance from today: ``Fri 26 Jun 2026 (in 116 days)``."""
    weekday = WEEKDAYS[day.weekday()][:3].title()
    month = MONTHS[day.month - 1][:3].title()
    return f"{weekday} {day.day} {month} {day.year} ({distance((day - today).days)})"


def distance(days: int) -> str:
    """Days from today in words: ``in 3 days``, ``tomorrow``, ``today``, ``12 days ago``."""
    near = {0: "today", 1: "tomorrow", -1: "yesterday"}
    if days in near:
        return near[days]
    return f"in {days} days" if days > 0 else f"{-days} days ago"


def calendar_day(year: int, month: int, day: int) -> date:
    """The date, or a `DayError` that says which part of it does not exist."""
    if not 1 <= year <= 9999:
        raise DayError(f"there is no year {year}")
    if not 1 <= month <= 12:
        raise DayError(f"there is no month {month}")
    last = _length(year, month)
    if not 1 <= day <= last:
        name = MONTHS[month - 1].title()
        raise DayError(f"there is no day {day} in {name} {year}, which has {last} days")
    return date(year, month, day)


def shift(today: date, count: int, unit: str) -> date:
    """`count` days, weeks, months or years (``d``, ``w``, ``m``, ``y``) from `today`.

    A month or a year later is the same day of the month, or the last one there is: 31 January
    and a month is 28 February. `OverflowError` or `ValueError` outside the calendar.
    """
    if unit == "d":
        return today + timedelta(days=count)
    if unit == "w":
        return today + timedelta(weeks=count)
    from dateutil.relativedelta import relativedelta  # most dates are said in figures

    months = count if unit == "m" else 12 * count
    return today + relativedelta(months=months)


def period_end(unit: str, today: date) -> date:
    """The last day of the week (a Sunday), month, quarter or year (``w``, ``m``, ``q``, ``y``)."""
    if unit == "w":
        return today + timedelta(days=6 - today.weekday())
    if unit == "m":
        return month_end(today.year, today.month)
    if unit == "q":
        return month_end(today.year, today.month + (-today.month) % 3)
    return date(today.year, 12, 31)


def month_end(year: int, month: int) -> date:
    """The last day of a month; `DayError` when there is no such month."""
    first = calendar_day(year, month, 1)
    return first.replace(day=_length(year, month))


def _length(year: int, month: int) -> int:
    """The days of a month. `calendar` knows it too, but is for this alone too long to load."""
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 + leap if month == 2 else 30 + (month + month // 8) % 2


def _folded(text: str) -> str:
    """Lower case, one space between words; commas, full-width digits and long dashes made plain.

    Text too long for a date comes back empty: nothing matches it.
    """
    if len(text) > _LONGEST:
        return ""
    plain = unicodedata.normalize("NFKC", text).casefold()
    plain = re.sub("[\u2212\u2010-\u2014]", "-", plain)
    return " ".join(plain.replace(",", " ").split())


Reader = Callable[["re.Match[str]", date], date]

_UNITS = {"day": "d", "week": "w", "fortnight": "f", "month": "m", "quarter": "q", "year": "y"}
_COUNT_WORDS = (
    *("one", "two", "three", "four", "five", "six"),
    *("seven", "eight", "nine", "ten", "eleven", "twelve"),
)
_COUNTS = {word: count for count, word in enumerate(_COUNT_WORDS, start=1)} | {"a": 1, "an": 1}


def _iso(found: re.Match[str], today: date) -> date:
    del today
    return calendar_day(int(found["y"]), int(found["m"]), int(found["d"]))


def _numeric(found: re.Match[str], today: date) -> date:
    """``30/6/2026``, ``30/6/26`` (of this century), ``30/6``: in the order of the house."""
    first = house().dates is DateOrder.DMY
    day, month = int(found["d" if first else "m"]), int(found["m" if first else "d"])
    if month > 12:
        order = (
            "day comes first, as in 30/6/2026" if first else "month comes first, as in 6/30/2026"
        )
        raise DayError(f"there is no month {month}; the {order}")
    if found["y"] is None:
        return _coming(day, month, today)
    year = int(found["y"])
    return calendar_day(year + 2000 if len(found["y"]) == 2 else year, month, day)


def _named(found: re.Match[str], today: date) -> date:
    """``30 june``, ``june 30 2027``, ``fri 26 jun 2026``."""
    day, month = int(found["d"]), _month(found["month"])
    year = found["y"]
    named = calendar_day(int(year), month, day) if year else _coming(day, month, today)
    weekday = found["weekday"]
    if weekday and _weekday(weekday) != named.weekday():
        is_a = WEEKDAYS[named.weekday()].title()
        raise DayError(f"{named.day} {MONTHS[month - 1].title()} {named.year} is a {is_a}")
    return named


def _whole_month(found: re.Match[str], today: date) -> date:
    """``june``, ``end of june 2027``: its last day."""
    month = _month(found["month"])
    if found["y"]:
        return month_end(int(found["y"]), month)
    return month_end(today.year + (month < today.month), month)


def _iso_period(found: re.Match[str], today: date) -> date:
    """``2026-06``, ``2026-q2``, ``2026``: the last day."""
    del today
    parts = found.groupdict()
    year, quarter, month = int(parts["y"]), parts.get("q"), parts.get("m")
    if quarter:
        return month_end(year, 3 * int(quarter))
    return month_end(year, int(month) if month else 12)


def _near(found: re.Match[str], today: date) -> date:
    return shift(today, {"yesterday": -1, "today": 0, "tomorrow": 1}[found[0]], "d")


def _on_weekday(found: re.Match[str], today: date) -> date:
    """``friday``: the first after today; ``next friday``: of next week; ``last friday``."""
    weekday = _weekday(found["weekday"])
    if found["which"] == "next":
        monday = shift(today, 7 - today.weekday(), "d")
        return shift(monday, weekday, "d")
    if found["which"] == "last":
        return shift(today, -((today.weekday() - weekday - 1) % 7 + 1), "d")
    return shift(today, (weekday - today.weekday() - 1) % 7 + 1, "d")


def _relative(found: re.Match[str], today: date) -> date:
    """``+6w``, ``-3d``, ``in 6 weeks``, ``two weeks``, ``a month ago``."""
    count = _COUNTS.get(found["n"]) or int(found["n"])
    backward = found["sign"] == "-" or found.groupdict().get("ago")
    return _step(today, -count if backward else count, _unit(found["unit"]))


def _period(found: re.Match[str], today: date) -> date:
    """``end of month``, ``end of next quarter``, ``next month``, ``eom``: the last day."""
    unit = _unit(found["unit"])
    start = today
    if "next" in found[0].split():
        start = shift(period_end(unit, today), 1, "d")
    return period_end(unit, start)


def _step(today: date, count: int, unit: str) -> date:
    if unit == "f":
        return shift(today, 2 * count, "w")
    if unit == "q":
        return shift(today, 3 * count, "m")
    return shift(today, count, unit)


def _coming(day: int, month: int, today: date) -> date:
    """The first such day on or after today; 29 February waits for a leap year."""
    calendar_day(_LEAP_YEAR, month, 1)
    if not 1 <= day <= _length(_LEAP_YEAR, month):
        raise DayError(f"there is no day {day} in {MONTHS[month - 1].title()}")
    year = today.year
    while day > _length(year, month) or date(year, month, day) < today:
        year += 1
    return date(year, month, day)


def _month(word: str) -> int:
    return next(n for n, name in enumerate(MONTHS, start=1) if name.startswith(word[:3]))


def _weekday(word: str) -> int:
    return next(n for n, name in enumerate(WEEKDAYS) if name.startswith(word[:3]))


def _unit(word: str) -> str:
    return _UNITS.get(word.removesuffix("s"), word)


_MONTH_WORD = r"(?P<month>" + "|".join(rf"{m[:3]}(?:{m[3:]})?" for m in MONTHS) + r"|sept)\.?"
_DAY_NUMBER = r"(?P<d>\d{1,2})(?:st|nd|rd|th)?"
_WEEKDAY_WORD = (
    r"(?P<weekday>" + "|".join(rf"{w[:3]}(?:{w[3:]})?" for w in WEEKDAYS) + r"|tues|thurs?|weds)"
)
_YEAR = r"(?: (?:of )?(?P<y>\d{4}))?"
_UNIT_WORD = r"(?P<unit>" + "|".join(_UNITS) + r")"
_PERIOD_WORD = r"(?P<unit>week|month|quarter|year)"

_GRAMMAR: tuple[tuple[str, Reader], ...] = (
    (r"(?P<y>\d{4})-(?P<m>\d{1,2})-(?P<d>\d{1,2})", _iso),
    (r"(?P<y>\d{4})(?:-(?:q(?P<q>[1-4])|(?P<m>\d{1,2})))?", _iso_period),
    (r"(?P<d>\d{1,2})(?P<by>[/.-])(?P<m>\d{1,2})(?:(?P=by)(?P<y>\d{4}|\d{2}))?", _numeric),
    (rf"(?:{_WEEKDAY_WORD} )?(?:the )?{_DAY_NUMBER} (?:of )?{_MONTH_WORD}{_YEAR}", _named),
    (rf"(?:{_WEEKDAY_WORD} )?{_MONTH_WORD} (?:the )?{_DAY_NUMBER}{_YEAR}", _named),
    (rf"(?:(?:the )?end of )?{_MONTH_WORD}{_YEAR}", _whole_month),
    (r"(?:the )?end of (?P<y>\d{4})", _iso_period),
    (r"today|tomorrow|yesterday", _near),
    (rf"(?:on )?(?:(?P<which>next|last) )?{_WEEKDAY_WORD}", _on_weekday),
    (r"(?P<sign>[+-]) ?(?P<n>\d+) ?(?P<unit>[dwmy])", _relative),
    (
        rf"(?:in )?(?P<sign>[+-])? ?(?P<n>\d+|{'|'.join(_COUNTS)}) ?{_UNIT_WORD}s?"
        r"(?: (?:from (?:now|today)|(?P<ago>ago)))?",
        _relative,
    ),
    (r"eo(?P<unit>[wmqy])", _period),
    (rf"(?:the )?end of (?:(?:the|this|next) )?{_PERIOD_WORD}", _period),
    (rf"next {_PERIOD_WORD}", _period),
)
"""The forms, tried in this order; each has one meaning."""


@cache
def _grammar() -> tuple[tuple[re.Pattern[str], Reader], ...]:
    """The forms, compiled when the first date in words is read."""
    return tuple((re.compile(pattern, re.ASCII), read) for pattern, read in _GRAMMAR)
