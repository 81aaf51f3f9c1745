"""Appointments as iCalendar (RFC 5545), for any calendar program to take in or to subscribe to.

Of the standard a calendar of whole days needs little: which characters are escaped (3.3.11), where
a line is folded (3.1) and what an event tells (3.6.1). It is written here because a calendar of a
large record has a hundred thousand events, and the libraries take a minute for what takes a second;
two of them read it in the tests.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from commitrack.model.cleaning import clean_line
from commitrack.reports.appointments import Appointment

_END = "\r\n"
_FOLD = f"{_END} "
_LONGEST = 75
"""Octets in a line, without its end."""
_ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"))
_A_DAY = timedelta(days=1)


def as_icalendar(appointments: Sequence[Appointment]) -> str:
    """A calendar with an all-day event for each appointment; lines end as the standard says."""
    told = _Told()
    events = (_event(one, told.description(one.notes)) for one in appointments)
    return f"{_HEAD}{''.join(events)}END:VCALENDAR{_END}"


_HEAD = _END.join(
    ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//commitrack//agenda//EN", "METHOD:PUBLISH", "")
)


class _Told:
    """Descriptions: the two clocks of a commitment are told by the same notes, which are escaped
    and folded once.
    """

    def __init__(self) -> None:
        self._waiting: dict[int, tuple[Sequence[str], str]] = {}

    def description(self, notes: Sequence[str]) -> str:
        """The line that tells these notes."""
        _, line = self._waiting.pop(id(notes), (notes, ""))
        if not line:
            line = _folded(f"DESCRIPTION:{_LINE_FEED.join(map(_text, notes))}")
            self._waiting[id(notes)] = notes, line
        return line


def _event(one: Appointment, description: str) -> str:
    return (
        f"BEGIN:VEVENT{_END}"
        f"{_folded(f'UID:{_text(one.uid)}')}{_END}"
        f"SEQUENCE:{one.sequence}{_END}"
        f"{_stamps(one.at)}"
        f"{_days(one.day)}"
        f"{_folded(f'SUMMARY:{_text(one.title)}')}{_END}"
        f"{description}{_END}"
        f"CATEGORIES:{_text(one.clock)}{_END}"
        f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}{_END}"
        f"TRANSP:TRANSPARENT{_END}"
        f"END:VEVENT{_END}"
    )


@lru_cache(maxsize=1 << 10)
def _stamps(at: datetime) -> str:
    """When an event was made and last changed, for us the same; many come from one import."""
    moment = at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")
    return f"DTSTAMP:{moment}{_END}LAST-MODIFIED:{moment}{_END}"


@lru_cache(maxsize=1 << 12)
def _days(day: date) -> str:
    """An event's day, and the day after as its end, where the calendar goes so far."""
    start = f"DTSTART;VALUE=DATE:{_day(day)}{_END}"
    return f"{start}DTEND;VALUE=DATE:{_day(day + _A_DAY)}{_END}" if day < date.max else start


_LINE_FEED = "\\n"


def _text(words: str) -> str:
    """Words on one line, with what would mean something escaped."""
    words = clean_line(words)
    for sign, escaped in _ESCAPES:
        if sign in words:
            words = words.replace(sign, escaped)
    return words


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _folded(line: str) -> str:
    """A line in pieces of no more than 75 octets, each but the first after a space; never in the
    middle of a character.
    """
    if line.isascii():
        if len(line) <= _LONGEST:
            return line
        rest = range(_LONGEST, len(line), _LONGEST - 1)
        return _FOLD.join((line[:_LONGEST], *(line[at : at + _LONGEST - 1] for at in rest)))
    octets = line.encode()
    pieces: list[bytes] = []
    begin, room = 0, _LONGEST
    while len(octets) - begin > room:
        end = begin + room
        while octets[end] & 0xC0 == 0x80:  # inside a character
            end -= 1
        pieces.append(octets[begin:end])
        begin, room = end, _LONGEST - 1
    pieces.append(octets[begin:])
    return _FOLD.encode().join(pieces).decode()
