"""The words that bound an act in time, and the last day which they allow.

The grammar is this file's own; dates without a year are the first ones on or after the statement.
Quarters of a year written 2025/26 are those of the UK financial year, which starts in April.
"""

from __future__ import annotations

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from commitrack.extract import periods
from commitrack.extract.numerals import NUMBER, number
from commitrack.extract.periods import Period
from commitrack.extract.result import Deadline

if TYPE_CHECKING:
    from collections.abc import Callable

_MONTHS = {
    name: index
    for index, names in enumerate(
        [
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ],
        1,
    )
    for name in names.split()
}
_WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_MONTH = "(?:" + "|".join(sorted(_MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_YEAR = r"(?:19|20|21)\d\d\b"
_SPLIT_YEAR = r"(?:19|20|21)\d\d[/–-](?:\d{4}|\d\d)\b"
_SEASON = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)"
_FOLLOWS = r"(?! ?(?:term|recess|statement|budget|holidays?|break|session|conference|fair)\b)"
_EDGE = (
    r"(?P<edge>(?i:(?:the )?(?:very )?(?:end|close|start|beginning|middle)(?: of|-)"
    r"|the (?:first|second|latter) half of|the (?:first|second|third|fourth|final|last) quarter of"
    r"|early(?: in)?|mid|late(?:r)?(?: in)?))[ -]?"
)
_BASE = (
    rf"(?P<day>(?:{_WEEKDAY},? )?(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<dm>{_MONTH})"
    rf"(?:,? (?P<dy>{_YEAR}))?)"
    rf"|(?P<usday>(?P<um>{_MONTH}) (?P<ud>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<uy>{_YEAR}))?)"
    r"|(?P<iso>\d{4}-\d\d-\d\d)\b"
    r"|(?P<slash>\d{1,2}[/.]\d{1,2}[/.]\d{4})\b"
    rf"|(?P<quarter>Q(?P<q>[1-4])(?: of| in)?(?: (?P<qy>{_SPLIT_YEAR}|{_YEAR}))?)"
    rf"|(?P<split>(?i:the )?(?i:financial year |FY ?)?(?P<sy>{_SPLIT_YEAR})"
    r"(?: (?P<sk>financial|fiscal|academic|school|tax) year)?)"
    rf"|(?P<month>(?P<mn>(?i:next|this) )?(?P<mm>{_MONTH})(?:,?(?: of)? (?P<my>{_YEAR}))?)"
    rf"|(?P<season>(?P<sn>(?i:the|this|next|the coming"
    rf"|the following) )?(?P<ss>{_SEASON})\b{_FOLLOWS}"
    rf"(?:(?: of)? (?P<ssy>{_SPLIT_YEAR}|{_YEAR}))?)"
    rf"|(?P<year>{_YEAR})(?![/%])"
    r"|(?P<unit>(?i:(?P<which>this|next|the next|the coming|the current|the following|the same|the)"
    r"(?: (?P<uk>financial|fiscal|academic|school|tax|calendar))? (?P<uu>year|month|week"
    r"|quarter)))\b"
    rf"(?!'s|-on|s\b)"
    rf"|(?P<weekday>(?P<wn>(?i:next|this) )?(?P<ww>{_WEEKDAY}))\b"
    r"|(?P<tomorrow>(?i:tomorrow|today|tonight))\b"
    r"|(?P<christmas>Christmas)\b"
)
_PREPOSITION = (
    r"(?P<prep>(?i:by|before|(?:no|not) later than|on or before|on|in|within|during|over|throughout"
    r"|prior to|come|ahead of))"
)
_DURATION = (
    r"(?i:within|in|over|during|inside)(?i: the)?(?i: (?:space|course) of(?: the)?)?"
    r"(?P<ahead>(?i: next| coming| following))?"
    rf"(?: (?P<n>{NUMBER}))? (?P<wd>(?i:working|business|clear|calendar) )?"
    r"(?P<u>(?i:hours?|days?|weeks?|fortnights?|months?|quarters?|years?))\b(?!-)(?P<time>'? time)?"
    r"(?P<event> (?:of|after|from|following) (?!now\b|today\b))?"
)
_VAGUE = (
    r"(?i:in due course|shortly|very soon|as soon as (?:possible|practicable|we can|reasonably \w+)"
    r"|soon(?=[.,;”\"]|$)|in the (?:near|foreseeable) future|at the earliest opportunity"
    r"|without delay"
    r"|(?:in|over|during|within) the (?:coming|next few|next couple of|following) "
    r"(?:days|weeks|months|years)"
    r"|within (?:days|weeks|months)|in the (?:short|medium|long|longer) term|in the new year"
    r"|by easter|(?:by|at|before) the (?:start|end|beginning|close|time"
    r"|turn) (?:of )?[^.,;:”\"]{3,40}"
    r"|(?:before|ahead of|prior to) (?:the (?!age\b|house\b|court|committee\b|panel\b)|this "
    r"|that |its |our "
    r"|his |her |any )[^.,;:”\"]{3,60})"
)
_UNIT = (
    r"(?:hour|day|weekday|week|fortnight|month|quarter|term|year|spring|summer|autumn|winter|season"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)"
)
_RECURRENT = (
    rf"(?i:(?:at least )?(?:(?:once|twice|(?:{NUMBER}) times) )?"
    rf"(?:every|each)(?: (?:single|other|{NUMBER}))? (?:working |calendar |financial |school "
    rf"|academic )?"
    rf"{_UNIT}s?\b(?! of)"
    r"|(?:at|before|after) (?:each|every)(?: one)?(?: of (?:its|our|their|the|her|his)(?: \w+)?"
    r"| \w+)? (?:meetings?|sessions?|inspections?|hearings?|elections?)"
    r"|(?:at least )?(?:once|twice|(?:three|four|six) times) (?:a|per|each) (?:week|month"
    r"|quarter|term|year)"
    r"|(?:bi-?|half-)?annually|yearly(?=[.,;]|$| (?:on|to|in|for|by|at))"
    r"|(?:monthly|quarterly|weekly|daily)(?=[.,;]|$| (?:on|to|in|for|by|at)\b))"
)
_BARE = (
    r"(?<!\bof )(?<!\bfor )(?<!\bfrom )(?<!\bsince )(?<!\bto )(?<!\bthan )(?<!\blast )(?<!\bafter )"
    r"(?<!\buntil )(?<!\bbetween )"
    r"(?P<edge>(?i:early|late|later|earlier|towards the end of)(?: in)? )?"
    rf"(?:(?P<unit>(?i:(?P<which>this|next)(?: (?P<uk>financial|fiscal|academic|school|tax"
    rf"|calendar))?"
    r" (?P<uu>year|month|week|quarter)))\b(?!'s)"
    rf"|(?P<month>(?P<mn>(?i:next) )(?P<mm>{_MONTH})(?P<my>\b))"
    rf"|(?P<season>(?P<sn>(?i:this|next) )(?P<ss>{_SEASON})\b{_FOLLOWS}(?P<ssy>\b))"
    rf"|(?P<weekday>(?P<wn>(?i:next|this) )(?P<ww>{_WEEKDAY}))\b"
    r"|(?P<tomorrow>(?i:tomorrow|tonight))\b)"
)
_ELLIPSIS = rf"(?i:within) (?i:{NUMBER})(?=[.,;:”\"]|$)"
_HELD_BACK = re.compile(r"(?i:\b(?:not|until|never|since|after|from|than))$")
_DISTRIBUTIVE = re.compile(r"(?i:\b(?:each|every|any|all(?! \d)|per)\b)")


@cache
def _rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The grammar, compiled once; earlier rows win where two begin at one place."""
    return (
        ("duration", re.compile(r"\b" + _DURATION)),
        ("ellipsis", re.compile(r"\b" + _ELLIPSIS)),
        ("point", re.compile(rf"\b{_PREPOSITION} (?:{_EDGE})?(?:{_BASE})")),
        ("recurrent", re.compile(r"\b" + _RECURRENT)),
        ("bare", re.compile(r"\b" + _BARE)),
        ("vague", re.compile(r"\b" + _VAGUE)),
    )


def find(flat: str, start: int, end: int, statement: datetime.date | None) -> list[Deadline]:
    """Every deadline in ``flat[start:end]`` in order, none inside another.

    ``statement`` is the day of the statement; without one relative words stay unresolved.
    """
    found: list[Deadline] = []
    for name, pattern in _rows():
        for match in pattern.finditer(flat, start, end):
            if any(match.start() < one.end and one.start < match.end() for one in found):
                continue
            if _HELD_BACK.search(
                flat, max(start, match.start() - 8), max(start, match.start() - 1)
            ):
                continue
            one = _read(name, match, flat, start, statement)
            if one is not None:
                found.append(one)
    return sorted(found, key=lambda one: one.start)


def best(found: list[Deadline], statement: datetime.date | None) -> Deadline | None:
    """The one that bounds the act: a day before a recurrence, a recurrence before vague words.

    A day before the statement is background and never a deadline.
    """
    live = [one for one in found if not (one.date and statement and one.date < statement)]
    for kinds in (("fixed", "relative"), ("recurrent",), ("vague",)):
        for one in live:
            if one.kind in kinds:
                return one
    return None


def _read(
    name: str, match: re.Match[str], flat: str, start: int, statement: datetime.date | None
) -> Deadline | None:
    span = match.start(), match.end()
    if name in ("recurrent", "vague"):
        kind: str = name
        return _deadline(flat, *span, None, "recurrent" if kind == "recurrent" else "vague")
    if name == "ellipsis":
        return _deadline(flat, *span, None, "relative")
    if name == "duration":
        return _duration(match, flat, start, statement)
    return _point(match, flat, statement)


def _deadline(flat: str, start: int, end: int, date: datetime.date | None, kind: str) -> Deadline:
    while flat[end - 1] in " .,":
        end -= 1
    if kind == "fixed":
        return Deadline(flat[start:end], date, "fixed", start, end)
    if kind == "relative":
        return Deadline(flat[start:end], date, "relative", start, end)
    if kind == "recurrent":
        return Deadline(flat[start:end], None, "recurrent", start, end)
    return Deadline(flat[start:end], None, "vague", start, end)


def _duration(
    match: re.Match[str], flat: str, start: int, statement: datetime.date | None
) -> Deadline | None:
    counted = match["n"]
    unit = match["u"].casefold().rstrip("s")
    if counted is None and (match["u"].casefold().endswith("s") or not _is_one(match)):
        return None
    end = match.end()
    if match["event"]:
        phrase = re.compile(r"[^.,;:”\"]{1,60}").match(flat, end)
        return _deadline(flat, match.start(), phrase.end() if phrase else end, None, "relative")
    count = number(counted) if counted else 1
    if count is None:
        return _deadline(flat, match.start(), end, None, "vague")
    repeated = _DISTRIBUTIVE.search(flat, start, match.start()) and not match["ahead"]
    date = None if statement is None or repeated else _after(statement, count, unit, match["wd"])
    return _deadline(flat, match.start(), end, date, "relative")


def _is_one(match: re.Match[str]) -> bool:
    """ "within the week", "over the next month": one unit without a number."""
    return " the" in match.group().casefold()


def _after(
    start: datetime.date, count: int, unit: str, working: str | None
) -> datetime.date | None:
    try:
        if unit == "hour":
            return start + datetime.timedelta(days=-(-count // 24))
        if working and working.casefold().strip() in ("working", "business"):
            return periods.add_working_days(start, count)
        step = {
            "day": relativedelta(days=count),
            "week": relativedelta(weeks=count),
            "fortnight": relativedelta(weeks=2 * count),
            "month": relativedelta(months=count),
            "quarter": relativedelta(months=3 * count),
            "year": relativedelta(years=count),
        }[unit]
        return start + step
    except (OverflowError, ValueError):
        return None


def _point(match: re.Match[str], flat: str, statement: datetime.date | None) -> Deadline | None:
    groups = match.groupdict()
    name = next(name for name in _READERS if groups.get(name))
    prep = (groups.get("prep") or "").casefold()
    if prep in ("over", "throughout") and name not in ("unit", "season", "year", "split"):
        return None
    try:
        period, fixed = _READERS[name](groups, statement)
    except (ValueError, OverflowError):
        return None
    if period is None:
        known = _deadline(flat, match.start(), match.end(), None, "relative")
        return known if statement is None and not fixed else None
    edge = (groups.get("edge") or "").casefold()
    date = _at_edge(period, edge, before=prep in ("before", "prior to", "ahead of"))
    return _deadline(flat, match.start(), match.end(), date, "fixed" if fixed else "relative")


def _at_edge(period: Period, edge: str, *, before: bool) -> datetime.date:
    """The last day that "by the end of", "early" and the like allow in a period."""
    long = (period.last - period.first).days > 300
    if "half" in edge and long and "first" in edge:
        return period.first + relativedelta(months=6, days=-1)
    if "quarter" in edge and long:
        count = next(_ORDINALS[word] for word in edge.split() if word in _ORDINALS)
        return period.first + relativedelta(months=3 * count, days=-1)
    if "start" in edge or "beginning" in edge:
        return period.first - datetime.timedelta(days=1) if before else period.first
    if edge.startswith("early") and long:
        return period.first + relativedelta(months=4, days=-1)
    if ("mid" in edge) and long:
        return period.first + relativedelta(months=8, days=-1)
    if before and not edge:
        return period.first - datetime.timedelta(days=1)
    return period.last


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
    return _MONTHS[name.rstrip(".")]


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


_READERS: dict[str, Callable[[dict[str, str | None], datetime.date | None], _Reading]] = {
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


@cache
def _alone() -> re.Pattern[str]:
    return re.compile(rf"(?:[Bb]y )?(?:{_EDGE})?(?:{_BASE})")


def alone(flat: str, start: int, end: int, statement: datetime.date | None) -> Deadline | None:
    """The deadline in a cell or a line of its own, where "by" may be left out."""
    inside = find(flat, start, end, statement)
    if inside:
        return inside[0]
    match = _alone().match(flat, start, end)
    return _point(match, flat, statement) if match else None
