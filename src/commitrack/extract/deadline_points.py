"""A deadline that names its last day: a preposition, which part of a period, and the period.

"by the end of March 2027" is *by*, *the end of* and a month; "in late May or early June" has two
such parts, of which the later bounds the act.
"""

from __future__ import annotations

import datetime
import re
from typing import TYPE_CHECKING, NamedTuple

from dateutil.relativedelta import relativedelta

from commitrack.extract import deadline_shapes, periods
from commitrack.extract import deadline_words as words
from commitrack.extract.by_letter import by_letter
from commitrack.extract.deadline_days import UNRESOLVED, Named
from commitrack.extract.periods import Period
from commitrack.extract.result import Deadline

if TYPE_CHECKING:
    from commitrack.extract.reckoning import Reckoning

_PREPOSITION = by_letter(
    r"(?i:(?P<by>(?:at (?:the )?latest |latest )?by(?:, at (?:the )?latest,"
    r"| (?:or before|or in|or on|(?:no|not) later than"
    r"|(?:at )?the latest(?: in| on)?|around|about|approximately))?"
    r"|(?:no|not) later than|on(?: or |/)(?:before|around|about|by)|in or (?:around|about|before))"
    r"|(?P<effect>with effect from|effective(?: from| on)?)"
    r"|(?P<within>(?:over|in|during|throughout) the course of)"
    r"|(?P<before>before|prior to|ahead of|in advance of)|(?P<intime>in (?:good )?time for)"
    r"|(?P<over>over|throughout)|(?P<span>between|from)|(?P<at>at)"
    r"|for(?= the (?:start|beginning) of )|(?P<to>for)"
    r"|(?P<in>on|in|within|during|come|towards|around|inside)|(?P<due>due)) "
)
_PLANNED = by_letter(
    r"(?i:\b(?:scheduled|planned|set|due|timetabled|slated|targeted|booked|pencilled in|fixed"
    r"|planned completion|expected))$"
)
_EDGE = by_letter(words.EDGE)
_HOUR = re.compile(words.HOUR)
_WEEK_FROM = re.compile(r"(?i:(?:the )?(?:week (?:commencing|beginning|starting|of)|w/c)(?: on)? )")
_YEAR_TO = re.compile(
    r"(?i:(?:the )?(?:(?:financial |fiscal |calendar |tax )?year|week|month|quarter|period|w/e"
    r"|(?:three|six|nine|twelve|3|6|9|12|18) months)(?: (?:ending|ended|to end|to|up to|leading"
    r" to))?(?: on)?(?: the)?(?: end of)? (?=[\dA-Z]))"
)
_NEW_YEAR = re.compile(r"(?i:(?:the )?new year\b(?!'s| (?:honours|message|resolution)))")
_JOIN = re.compile(r" (?:to|and|or|until|till|through)(?: (?:by|in|on))? | ?[–—/] ?| ?- ?")
_NOW = re.compile(r"(?i:now|today) (?:and|to|until|till) ")
_BARE_THE = re.compile(r"(?i:the (?:year|month|week|quarter))")
_AT_OK = re.compile(
    rf"(?i:(?:the )?(?:{words.KIND} )?(?:year|month|quarter)(?:'s |-| )end\b|the weekend\b)"
    rf"|{words.FEAST}"
)
_IS_OUT = re.compile(r"(?i:(?P<which>the|this) (?P<u>year|month|week|decade) (?:is out|ends))\b")
_NEAR_DAY = re.compile(r"(?i:today|tonight|tomorrow)\b")
_PERSON = re.compile(r"(?:April|May|June|August) [A-Z]")
_AT_LATEST = re.compile(r",? at (?:the )?latest\b")
_NO_BOUND = re.compile(r" (?:at the earliest\b|onwards?\b|or later\b|at least\b)")
_EACH = re.compile(
    r"(?i:,?(?: (?:of|in))? (?:each|every)(?: \w+)? (?:year|month|week|quarter|term"
    r"|spring|summer|autumn|winter)\b"
    r"|,? annually\b)"
)
_MEETING = re.compile(r"(?i:(?:at|to|by|for|in|before) (?:the|its|our|their|his|her) )(?=[\dA-Z])")
_MEETS = re.compile(
    r"(?: [\w'-]+){0,3}? (?:[Mm]eetings?|[Ss]ession|[Bb]oard|Cabinet|Council|Conference|conference"
    r"|AGM|[Cc]ommittee|Plenary|plenary|Assembly|Synod|[Ss]ummit)\b"
)
_BEGINS = re.compile(
    r"(?:(?:Not )?(?:From|Since|As of|As from|With effect from|Effective(?: from)?"
    r"|Starting|Beginning|Commencing)|Until|After) (?:on |in |from )?"
)
_ELSE_BEGINS = re.compile(r"(?:next|this) term\b|(?:now|then) on\b|(?:that|this) (?:day|date)\b")
_BARE = re.compile(
    r"(?i:this\b|next\b|tomorrow\b|tonight\b|later (?:today|tonight)\b|the new year\b"
    r"|the coming\b|mid-?year\b|a week (?:on|from) )"
)
_LABEL = re.compile(r"(?i:\w+(?: date)?(?: for completion)?:? ?[:–-] ?|due )(?=[\dA-Zeml])")
_LONG, _DECADE, _MONTHS, _SEASON = 300, 3000, 27, 80


class When(NamedTuple):
    """A period, the part of it that is meant, and where its words end."""

    named: Named
    edge: re.Match[str] | None
    end: int

    def day(
        self, today: datetime.date | None = None, *, before: bool = False
    ) -> datetime.date | None:
        """The last day that the words allow, or None when it cannot be known.

        A part of "the year" that is over by ``today`` is that of the year after.
        """
        if self.named.period is None:
            return None
        day = at_edge(self.named.period, self.edge, before=before)
        if today is not None and day < today and self.named.following is not None:
            return at_edge(self.named.following, self.edge, before=before)
        return day


def at_edge(period: Period, edge: re.Match[str] | None, *, before: bool) -> datetime.date:
    """The last day that "by the end of", "early in" and the like allow in a period.

    Early, mid and late are the thirds of a year, of a season and of a month.
    """
    if edge is None:
        return period.first - datetime.timedelta(days=1) if before else period.last
    length = (period.last - period.first).days
    if edge["start"]:
        return period.first - datetime.timedelta(days=1) if before else period.first
    third = 1 if edge["early"] else 2 if edge["middle"] else 3
    if third < 3 and length > _SEASON:
        return periods.part(period, third, 3).last
    if third < 3 and length >= _MONTHS:
        return period.first + datetime.timedelta(days=10 * third - 1)
    if edge["half"] and length >= _MONTHS:
        first = words.ORDINALS[edge["half"].casefold()] == 1
        if length < _SEASON:
            return period.first + datetime.timedelta(days=14) if first else period.last
        return periods.part(period, 1 if first else 2, 2).last if length > _LONG else period.last
    if edge["quarter"] and length > _LONG:
        return periods.part(period, words.ORDINALS[edge["quarter"].casefold()] or 4, 4).last
    if edge["week"] and (place := words.ORDINALS[edge["week"].casefold()]):
        days = 14 if edge["two"] else 7
        return min(period.last, period.first + datetime.timedelta(days=days * place - 1))
    if edge["months"]:
        count = {"two": 2, "three": 3, "four": 4, "six": 6, "nine": 9}.get(edge["months"])
        return period.first + relativedelta(months=count or int(edge["months"]), days=-1)
    return period.last


def when(flat: str, at: int, end: int, reckoning: Reckoning) -> When | None:
    """The time named at ``at``; of a range or of two joined times the later one."""
    found = _one(flat, at, end, reckoning)
    for _ in range(2):
        joined = _JOIN.match(flat, found.end, end) if found is not None else None
        other = _one(flat, joined.end(), end, reckoning) if joined is not None else None
        if found is None or other is None or not _later(found, other):
            break
        found = other
    return found


def _later(found: When, other: When) -> bool:
    if other.named.fixed or found.named.period is None or other.named.period is None:
        return True
    return other.named.period.last > found.named.period.last


def _one(flat: str, at: int, end: int, reckoning: Reckoning) -> When | None:
    if not deadline_shapes.may_begin(flat, at, end):
        return None
    edge = _EDGE.match(flat, at, end)
    if edge is not None:
        inner = _base(flat, edge.end(), end, reckoning)
        if inner is not None:
            return When(inner[0], edge, inner[1])
    found = _base(flat, at, end, reckoning)
    return When(found[0], None, found[1]) if found is not None else None


def _base(flat: str, at: int, end: int, reckoning: Reckoning) -> tuple[Named, int] | None:
    if match := _WEEK_FROM.match(flat, at, end):
        found = deadline_shapes.read(flat, match.end(), end, reckoning)
        if found is None or found[0].period is None:
            return found
        first = found[0].period.first
        return Named(Period(first, first + datetime.timedelta(days=6)), found[0].fixed), found[1]
    found = deadline_shapes.read(flat, at, end, reckoning)
    if found is not None:
        return found
    if match := _NEW_YEAR.match(flat, at, end):
        # Said in January, the words may still mean the year that has begun.
        if reckoning.today is None or reckoning.today.month == 1:
            return UNRESOLVED, match.end()
        return Named(periods.year(reckoning.today.year + 1), fixed=False), match.end()
    match = _YEAR_TO.match(flat, at, end)
    return deadline_shapes.read(flat, match.end(), end, reckoning) if match else None


_IN_FRONT_OF = re.compile(
    r"\b(?:laid|put|placed|brought|set|appear|appeared|come|came|go|goes"
    r"|went) $"
)
"""A report "laid before the Assembly" is put in front of it, whenever that is."""


_A_HOUSE = re.compile(
    r" ?(?:the |an? |both )?(?:[A-Z][\w'-]+ )*(?:Assembly|Parliament|Oireachtas|Dáil|Houses?"
    r"|Senate|Senedd"
    r"|[Cc]ommittee|[Cc]ouncil|[Bb]oard|[Cc]abinet|[Cc]ourt|[Ii]nquiry)\b(?! meeting)"
)


def is_in_front(flat: str, at: int, end: int) -> bool:
    """Whether the "before" at ``at`` tells where something is put, and not by when."""
    return (
        _IN_FRONT_OF.search(flat, max(0, at - 12), at) is not None
        and _A_HOUSE.match(flat, at + len("before"), end) is not None
    )


def point(flat: str, at: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """The deadline that begins with the preposition at ``at``."""
    opening = _PREPOSITION.match(flat, at, end)
    if opening is None:
        return None
    kind, here = opening.lastgroup, opening.end()
    if kind == "span":
        return _between(flat, at, here, end, reckoning)
    if kind == "to" and not _PLANNED.search(flat, max(0, at - 20), at - 1):
        return None
    if kind == "before" and (out := _IS_OUT.match(flat, here, end)):
        inner = deadline_shapes.read(flat, here, out.end("u"), reckoning)
        return _made(flat, at, When(inner[0], None, out.end()), end, reckoning) if inner else None
    found = when(flat, here, end, reckoning)
    hour = _HOUR.match(flat, here, end) if found is None else None
    if hour is not None:
        found = when(flat, hour.end(), end, reckoning)
    if found is None or not _holds(flat, here, found, kind or "", hour is not None):
        return None
    made = _made(flat, at, found, end, reckoning, before=kind == "before")
    first = found.named.period.first if found.named.period is not None else None
    if made is not None and made.date is not None and found.edge is None and first is not None:
        # What is to be in time for a period, or there by New Year, is due on its first day.
        due_first = kind == "intime" or (kind == "by" and _NEW_YEAR.match(flat, here, found.end))
        return made._replace(date=first) if due_first else made
    return made


def _holds(flat: str, here: int, found: When, kind: str, hour: bool) -> bool:
    """Whether a time after this preposition is one that bounds an act."""
    period, edge = found.named.period, found.edge
    if kind == "at" and edge is None and not hour and not _AT_OK.match(flat, here):
        return False
    if edge is None and _BARE_THE.fullmatch(flat, here, found.end):
        return False
    if _NEW_YEAR.match(flat, here, found.end) and edge is None and kind not in ("by", "before"):
        return False
    if kind == "in" and _NEAR_DAY.match(flat, here, found.end):
        return False
    if kind == "by" and edge is None and _PERSON.fullmatch(flat, here, found.end + 2):
        return False
    length = (period.last - period.first).days if period is not None else _LONG
    if period and length >= _MONTHS and flat[here - 3 : here].casefold() == "on ":
        return False
    if length > _DECADE and edge is None and flat[found.end - 1] == "s":
        return False
    if length > _DECADE and edge is not None and not edge["end"]:
        return False
    return not (kind == "over" and length < 1)


def _made(
    flat: str, at: int, found: When, end: int, reckoning: Reckoning, *, before: bool = False
) -> Deadline | None:
    stop = found.end
    if each := _EACH.match(flat, stop, end):
        return Deadline(flat[at : each.end()], None, "recurrent", at, each.end())
    if late := _AT_LATEST.match(flat, stop, end):
        stop = late.end()
    if _NO_BOUND.match(flat, stop, end):
        return None
    while flat[stop - 1] in " .,":
        stop -= 1
    day = found.day(reckoning.today, before=before)
    return Deadline(flat[at:stop], day, "fixed" if found.named.fixed else "relative", at, stop)


def _between(flat: str, at: int, here: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """The later end of "between April and June"; "from May" alone bounds nothing."""
    if now := _NOW.match(flat, here, end):
        found = when(flat, now.end(), end, reckoning)
        return _made(flat, at, found, end, reckoning) if found is not None else None
    first = _one(flat, here, end, reckoning)
    if first is None:
        return None
    whole = when(flat, here, end, reckoning)
    listed = re.match(r"(?:the )?\d{1,2}(?:st|nd|rd|th)? (?:to|and) ", flat[here : first.end])
    if whole is None or (whole.end == first.end and not listed):
        return None
    return _made(flat, at, whole, end, reckoning)


def bare(flat: str, at: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """A time that needs no preposition: "next week", "later this year", "early in the new year"."""
    edge = _EDGE.match(flat, at, end)
    here = edge.end() if edge is not None else at
    if edge is None and not _BARE.match(flat, here, end):
        return None
    found = when(flat, at, end, reckoning)
    if found is None or (found.edge is None and not _BARE.match(flat, at, end)):
        return None
    if _NEW_YEAR.match(flat, here, end) and edge is None:
        return None
    return _made(flat, at, found, end, reckoning)


def meeting(flat: str, at: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """A meeting named by its month or day: "at the March meeting"."""
    opening = _MEETING.match(flat, at, end)
    found = deadline_shapes.read(flat, opening.end(), end, reckoning) if opening else None
    meets = _MEETS.match(flat, found[1], end) if found is not None else None
    if found is None or meets is None:
        return None
    return _made(flat, at, When(found[0], None, meets.end()), end, reckoning)


def labelled(flat: str, at: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """A day behind a label: "Deadline: 31 March", "due 31 March"."""
    label = _LABEL.match(flat, at, end)
    if label is None:
        return None
    found = when(flat, label.end(), end, reckoning)
    begin = at if label.group().casefold() == "due " else label.end()
    return _made(flat, begin, found, end, reckoning) if found is not None else None


def bracketed(flat: str, start: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """A day in brackets at the very end: "Publish the plan (March 2026)". Years alone cite."""
    at = flat.rfind("(", max(start, end - 60), end) + 1
    if at <= 0 or re.match(r"\d{4}\b(?!-)", flat[at : at + 5]):
        return None
    found = when(flat, at, end, reckoning)
    if found is None or flat[found.end : end].strip(" ).;,"):
        return None
    return _made(flat, at, found, end, reckoning)


def alone(flat: str, start: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """A time in a cell or on a line of its own, where "by" may be left out."""
    found = when(flat, start, end, reckoning)
    return _made(flat, start, found, end, reckoning) if found is not None else None


def beginning(flat: str, start: int, end: int, reckoning: Reckoning) -> int | None:
    """Where "From next month" ends, when words from which on something holds stand at ``start``."""
    opening = _BEGINS.match(flat, start, end)
    if opening is None:
        return None
    found = when(flat, opening.end(), end, reckoning)
    other = _ELSE_BEGINS.match(flat, opening.end(), end) if found is None else None
    stop = found.end if found is not None else other.end() if other is not None else None
    if stop is None:
        return None
    onwards = re.match(r" on(?:wards?)?\b", flat[stop : stop + 9])
    return stop + (onwards.end() if onwards else 0)
