"""The words that bound an act in time, and the last day which they allow."""

from __future__ import annotations

import datetime
import re

from dateutil.relativedelta import relativedelta

from commitrack.extract import periods
from commitrack.extract.deadline_days import READERS
from commitrack.extract.deadline_words import rows, standing_alone, start_of_time
from commitrack.extract.numerals import number
from commitrack.extract.periods import Period
from commitrack.extract.result import Deadline

_ORDINALS = {"first": 1, "second": 2, "third": 3, "fourth": 4, "final": 4, "last": 4}
_HELD_BACK = re.compile(r"(?i:\b(?:not|until|never|since|after|from|than))$")
_DISTRIBUTIVE = re.compile(
    r"(?i:\b(?:each|every|any|all|per)\b)(?P<noun>(?: (?!of\b|will\b|in\b|to\b|on\b)[\w'’-]+){1,4})"
)
_ARISES = re.compile(
    r"(?i:\b(?:reports?|requests?|complaints?|calls?|applications?|incidents?|referrals?|letters?"
    r"|enquir(?:y|ies)|faults?|alarms?|claims?|cases?|breach(?:es)?|deaths?|visits?|meetings?"
    r"|questions?|messages?|concerns?|allegations?|payments?|appeals?|spills?|warnings?|leaks?"
    r"|events?|emails?|inspections?|failures?|orders?|disclosures?|decisions?|repairs?|notices?)\b)"
)
"""What comes up again and again, so that a time runs anew from each one."""
_YET_TO_COME = re.compile(
    r"(?i: (?:who|whose|that|which) (?!was\b|were\b|had\b|lost\b|has been\b))"
)


def find(flat: str, start: int, end: int, statement: datetime.date | None) -> list[Deadline]:
    """Every deadline in ``flat[start:end]`` in order, none inside another.

    ``statement`` is the day of the statement; without one relative words stay unresolved.
    """
    found: list[Deadline] = []
    for name, pattern in rows():
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


def beginning(flat: str, start: int, end: int) -> int | None:
    """Where "From next month" ends, when words from which on something holds stand at ``start``."""
    match = start_of_time().match(flat, start, end)
    return match.end() if match else None


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
    repeated = not match["ahead"] and _recurs(flat, start, match.start(), unit)
    date = None if statement is None or repeated else _after(statement, count, unit, match["wd"])
    return _deadline(flat, match.start(), end, date, "relative")


def _recurs(flat: str, start: int, end: int, unit: str) -> bool:
    """Whether a time runs from each of many events ("every report"), and not from the statement.

    Hours always do: "every council should open a warm place within six hours".
    """
    for each in _DISTRIBUTIVE.finditer(flat, start, end):
        if unit == "hour" or _ARISES.search(each["noun"]) or _YET_TO_COME.search(each["noun"]):
            return True
    return False


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
    name = next(name for name in READERS if groups.get(name))
    prep = (groups.get("prep") or "").casefold()
    if prep in ("over", "throughout") and name not in ("unit", "season", "year", "split"):
        return None
    try:
        period, fixed = READERS[name](groups, statement)
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


def alone(flat: str, start: int, end: int, statement: datetime.date | None) -> Deadline | None:
    """The deadline in a cell or a line of its own, where "by" may be left out."""
    inside = find(flat, start, end, statement)
    if inside:
        return inside[0]
    match = standing_alone().match(flat, start, end)
    return _point(match, flat, statement) if match else None
