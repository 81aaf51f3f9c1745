"""A deadline that is a length of time: counted from the statement, from a day, or from an event."""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING

from dateutil.relativedelta import relativedelta

from commitrack.extract import deadline_points, periods
from commitrack.extract.by_letter import by_letter
from commitrack.extract.numerals import NUMBER, number
from commitrack.extract.result import Deadline

if TYPE_CHECKING:
    from commitrack.extract.reckoning import Reckoning
    from commitrack.extract.result import DeadlineKind

_UNIT = r"(?P<u>hour|day|week|fortnight|month|quarter|year|decade)(?P<s>s?)\b"
_COUNT = (
    rf"(?P<n>{NUMBER})(?: \((?:{NUMBER})\))?(?:(?: to | or |[-–]| [-–] )(?P<n2>{NUMBER}))?"
    r"(?: (?P<wd>working|business|clear|calendar|full|consecutive|further|more|sitting|school"
    r"|parliamentary|court|clear working))?"
)
_LENGTH = by_letter(
    r"(?i:(?P<prep>within|in|over|during|inside|throughout)"
    r"(?: (?:no more than|not more than|less than|fewer than|under|at most|up to|about|around"
    r"|approximately|roughly|another|a further|just over|just under"
    r"|a maximum of|as little as|a period of"
    r"|(?:the )?(?:space|course|period) of))?"
    r"(?P<the> the)?(?P<ahead> next| coming| following)?"
    rf"(?: {_COUNT})? {_UNIT}(?!-(?!end)\w| (?:to|ending|up to|leading to) (?-i:[A-Z\d]))"
    r"(?P<time>'?s? time\b)?(?P<more> and a half\b)?(?P<later> ahead\b)?"
    r"(?: or (?:so|less|sooner)\b)?)"
)
_A_YEAR = re.compile(r"(?:19|20|21)\d\d")
_HALF = re.compile(r"(?i:(?:within|in|over)(?: the next)? half a (?P<u>year|decade)\b)")
_PERIOD = re.compile(
    rf"(?i:(?:within|over|in|during) (?:a|an|the|any) (?P<n>{NUMBER})[- ](?P<wd>(?:working[- ]))?"
    r"(?P<u>day|week|month|year)s?[- ](?:period|window|time ?frame|timescale|span|horizon)\b)"
)
_FIRST = re.compile(
    rf"(?i:(?:within|in|during|over) (?:the|its|our|their|his|her|my) first (?:{_COUNT} )?{_UNIT})"
)
_FROM_NOW = by_letter(
    rf"(?i:{_COUNT} {_UNIT} (?P<from>from|of|after|following|hence|today|before|prior to"
    r"|ahead of)\b ?)"
)
_LIMIT = re.compile(
    r"(?i:(?:by |at )?(?:(?:no|not) (?:later|more|less) than|at the latest|at most|at least|up to) "
    rf"(?:{_COUNT} )?{_UNIT} (?P<from>after|from|of|following|before|prior to|ahead of)\b ?)"
)
_EVENT = re.compile(r"(?i: (?:of|after|from|following) )")
_EVENT_WORDS = re.compile(
    r"(?:(?! (?:and|but|so|which|who|unless|where|if|whether|in order|by|with|to the|[-–]) "
    r"| to \w+ (?:the|a|an|its|our|their|any|all|this|these)\b)"
    r"[^.,;:”\"()]){1,60}"
)
_THIS = (
    r"this (?:letter|statement|response|report|notice|announcement|publication|meeting|decision"
    r"|order|e-?mail|message|answer|agreement|resolution|document|plan|update|date)"
)
_STATEMENT = re.compile(
    rf"(?i:(?:now|today|tonight|the date hereof"
    rf"|(?:(?:the )?(?:date|day|publication|issue|date of (?:publication|issue)) of )?"
    rf"(?:{_THIS}|today's (?:\w+))))\b"
)
"""The day of the statement itself. The day on which a letter is received is another."""
_KNOWN_EVENT = re.compile(
    r"(?i:(?:the |its |their )?(?:date of )?(?:Royal Assent|publication|receipt|enactment"
    r"|commencement|approval|completion|launch|opening|signature|contract award"
    r"|planning permission)\b)"
)
_SUPERLATIVE = re.compile(
    r"\b(?:(?:the|our|its|their|a) (?:\w+ )?(?!latest|test|request|interest|forest|invest|harvest"
    r"|protest|contest|arrest|rest|guest|earliest|nearest|west|best\b)(?:\w{2,}est|most \w+)\b"
    r"|(?:first|only|last) time\b|once\b|record\b)[^.,;:]*$"
)
"""What makes "in ten years" a look back: "the biggest reform in ten years"."""
_MORE_THAN = re.compile(
    r"\b(?:wait\w*|age[ds]?|of|for|last\w*|tak\w+|took|is|are|was|were|be|been|by|than|from|with"
    r"|stay\w*|people|those|children|patients|delay\w*|unpaid|outstanding|anyone|not|at|spent"
    r"|employed|resident|lived|built)$"
)
"""What makes "over 12 months" an amount: "those waiting over 12 months"."""
_DISTRIBUTIVE = re.compile(
    r"(?i:\b(?:each|every|any|all|per)\b)(?P<noun>(?: (?!of\b|will\b|in\b|to\b|on\b)[\w'’-]+){1,4})"
)
_ARISES = re.compile(
    r"(?i:\b(?:reports?|requests?|complaints?|calls?|applications?|incidents?|referrals?|letters?"
    r"|enquir(?:y|ies)|faults?|alarms?|claims?|cases?|breach(?:es)?|deaths?|visits?|meetings?"
    r"|questions?|messages?|concerns?|allegations?|payments?|appeals?|spills?|warnings?|leaks?"
    r"|events?|emails?|inspections?|failures?|orders?|disclosures?|decisions?|repairs?|notices?"
    r"|invoices?|quer(?:y|ies)|outages?|emergenc(?:y|ies)|grievances?|objections?"
    r"|submissions?|potholes?|blockages?|absences?|admissions?|deliver(?:y|ies)|bills?)\b)"
)
"""What comes up again and again, so that a time runs anew from each one."""
_YET_TO_COME = re.compile(
    r"(?i: (?:who|whose|that|which) (?!was\b|were\b|had\b|lost\b|has been\b))"
)
_NEAR = 300
"""How far back, in characters, the words are read that a length of time belongs to."""
_BEFORE = ("before", "prior to", "ahead of")
_UNDATED_DAYS = frozenset(["sitting", "school", "parliamentary", "court"])
_WORKING = frozenset(["working", "business", "clear working", "working-"])


def length(flat: str, at: int, end: int, floor: int, reckoning: Reckoning) -> Deadline | None:
    """The length of time that begins with "within", "in" or "over" at ``at``."""
    if period := _PERIOD.match(flat, at, end):
        return _counted(flat, at, period.end(), period, end, floor, reckoning)
    if half := _HALF.match(flat, at, end):
        return _half(at, half, reckoning)
    match = _LENGTH.match(flat, at, end)
    if match is None:
        return None
    if _A_YEAR.fullmatch(match["n"] or ""):
        return None
    prep, ahead = match["prep"].casefold(), bool(match["ahead"] or match["later"])
    if match["n"] is None:
        one = match["the"] and not match["s"]
        if not one or (prep in ("in", "during", "throughout") and not ahead):
            return None
    elif prep in ("in", "over") and not ahead and not match["time"]:
        before = flat[max(floor, at - 60) : at]
        if prep == "in" and _SUPERLATIVE.search(before):
            return None
        if prep == "over" and (
            match["u"].casefold() in ("hour", "day") or _MORE_THAN.search(before.rstrip())
        ):
            return None
    return _counted(flat, at, match.end(), match, end, floor, reckoning)


def first(flat: str, at: int, end: int) -> Deadline | None:
    """ "within our first 100 days": a time that begins with an event."""
    match = _FIRST.match(flat, at, end)
    if match is None:
        return None
    stop = match.end()
    if event := _EVENT.match(flat, stop, end):
        stop = _event_end(flat, event.end(), end)
    return Deadline(flat[at:stop], None, "relative", at, stop)


def from_now(flat: str, at: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """ "six weeks from today", "two months after Royal Assent": no preposition comes first."""
    match = _FROM_NOW.match(flat, at, end)
    if match is None or flat[max(0, at - 5) : at].casefold() == " for ":
        return None
    alone = match["from"].casefold() in ("hence", "today")
    if alone:
        return _dated(flat, at, match.start("from") + len(match["from"]), match, reckoning, None)
    if match["from"].casefold() in _BEFORE:
        return _before_event(flat, at, match, end, reckoning)
    anchor = _STATEMENT.match(flat, match.end(), end)
    if anchor is not None:
        return _dated(flat, at, anchor.end(), match, reckoning, None)
    named = None
    if match["from"].casefold() != "of":
        named = deadline_points.when(flat, match.end(), end, reckoning)
    if named is not None and named.named.period is not None:
        return _dated(flat, at, named.end, match, reckoning, named)
    if _KNOWN_EVENT.match(flat, match.end(), end):
        stop = _event_end(flat, match.end(), end)
        return Deadline(flat[at:stop], None, "relative", at, stop)
    return None


def limit(flat: str, at: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """ "no later than 14 days after the hearing"."""
    match = _LIMIT.match(flat, at, end)
    if match is None:
        return None
    if match["from"].casefold() in _BEFORE:
        return _before_event(flat, at, match, end, reckoning)
    return _from_event(flat, at, match.end(), match, end, reckoning)


def _counted(
    flat: str,
    at: int,
    stop: int,
    match: re.Match[str],
    end: int,
    floor: int,
    reckoning: Reckoning,
) -> Deadline | None:
    event = _EVENT.match(flat, stop, end)
    if event is not None:
        made = _from_event(flat, at, event.end(), match, end, reckoning)
        looks_back = match.groupdict().get("prep", "within").casefold() not in ("within", "inside")
        unknown = made.date is None and not _KNOWN_EVENT.match(flat, event.end(), end)
        return None if looks_back and unknown else made
    ahead = bool(match.groupdict().get("ahead"))
    repeated = not ahead and _recurs(flat, floor, at, match["u"].casefold())
    if repeated and _count(match) is not None:
        return Deadline(flat[at:stop], None, "relative", at, stop)
    return _dated(flat, at, stop, match, reckoning, None)


def _from_event(
    flat: str, at: int, here: int, match: re.Match[str], end: int, reckoning: Reckoning
) -> Deadline:
    """From the statement itself, from a day that is named, or from what is yet to happen."""
    if anchor := _STATEMENT.match(flat, here, end):
        return _dated(flat, at, anchor.end(), match, reckoning, None)
    named = deadline_points.when(flat, here, end, reckoning)
    if named is not None and (named.named.fixed or named.named.period is not None):
        return _dated(flat, at, named.end, match, reckoning, named)
    stop = _event_end(flat, here, end)
    return Deadline(flat[at:stop], None, "relative", at, stop)


def _event_end(flat: str, at: int, end: int) -> int:
    """Where the words for an event end: at a comma, or before another clause."""
    match = _EVENT_WORDS.match(flat, at, end)
    if match is None:
        return at
    stop = match.end()
    if stop < end and flat[stop].isalnum() and flat[stop - 1].isalnum():
        stop = max(at, flat.rfind(" ", at, stop))
    while flat[stop - 1] == " ":
        stop -= 1
    return stop


def _before_event(
    flat: str, at: int, match: re.Match[str], end: int, reckoning: Reckoning
) -> Deadline:
    """ "at least 14 days before the hearing": counted back only from a day that is named."""
    named = deadline_points.when(flat, match.end(), end, reckoning)
    count = _count(match)
    if named is None or named.named.period is None or count is None:
        stop = _event_end(flat, match.end(), end)
        return Deadline(flat[at:stop], None, "relative", at, stop)
    date = None
    if (match["wd"] or "").casefold() not in _UNDATED_DAYS | _WORKING:
        date = after(named.named.period.first, -count, match["u"].casefold())
    kind: DeadlineKind = "fixed" if named.named.fixed else "relative"
    return Deadline(flat[at : named.end], date, kind, at, named.end)


def _count(match: re.Match[str]) -> int | None:
    groups = match.groupdict()
    return number(groups.get("n2") or groups["n"]) if groups["n"] else 1


def _dated(
    flat: str,
    at: int,
    stop: int,
    match: re.Match[str],
    reckoning: Reckoning,
    since: deadline_points.When | None,
) -> Deadline:
    count = _count(match)
    if count is None:
        return Deadline(flat[at:stop], None, "vague", at, stop)
    start = since.day() if since is not None else reckoning.today
    kind = (match.groupdict().get("wd") or "").casefold()
    date = None
    if start is not None and kind not in _UNDATED_DAYS:
        date = after(start, count, match["u"].casefold(), working=kind in _WORKING)
        if date is not None and match.groupdict().get("more"):
            date = after(date, 6, "month") if match["u"].casefold() == "year" else None
    if since is not None and since.named.fixed:
        return Deadline(flat[at:stop], date, "fixed", at, stop)
    return Deadline(flat[at:stop], date, "relative", at, stop)


def _half(at: int, match: re.Match[str], reckoning: Reckoning) -> Deadline:
    months = 6 if match["u"].casefold() == "year" else 60
    date = after(reckoning.today, months, "month") if reckoning.today is not None else None
    return Deadline(match.group(), date, "relative", at, match.end())


def _recurs(flat: str, start: int, end: int, unit: str) -> bool:
    """Whether a time runs from each of many events ("every report"), and not from the statement.

    Hours always do: "every council should open a warm place within six hours".
    """
    for each in _DISTRIBUTIVE.finditer(flat, max(start, end - _NEAR), end):
        if unit == "hour" or _ARISES.search(each["noun"]) or _YET_TO_COME.search(each["noun"]):
            return True
    return False


_STEPS = {
    "day": (0, 1),
    "week": (0, 7),
    "fortnight": (0, 14),
    "month": (1, 0),
    "quarter": (3, 0),
    "year": (12, 0),
    "decade": (120, 0),
}
"""Each unit in months and days."""


def after(
    start: datetime.date, count: int, unit: str, *, working: bool = False
) -> datetime.date | None:
    """The day ``count`` units after a day; None past the end of the calendar."""
    try:
        if unit == "hour":
            return start + datetime.timedelta(days=-(-count // 24))
        if unit == "day" and working:
            return periods.add_working_days(start, count)
        months, days = _STEPS[unit]
        return start + relativedelta(months=months * count, days=days * count)
    except (OverflowError, ValueError):
        return None
