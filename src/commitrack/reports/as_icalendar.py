"""Appointments as iCalendar (RFC 5545), for any calendar program to take in or to subscribe to.

Of the standard a calendar of whole days needs little: which characters are escaped (3.3.11), where
a line is folded (3.1) and what an event tells (3.6.1). It is written here because a calendar of a
large record has a hundred thousand events, and the libraries take a minute for what takes a second;
two of them read it in the tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

from commitrack.model.cleaning import clean_line
from commitrack.reports.appointments import Appointment

_END = "\r\n"
_LONGEST = 75
"""Octets in a line, without its end."""
_ESCAPES = (("\\", "\\\\"), (";", "\\;"), (",", "\\,"))
_A_DAY = timedelta(days=1)


def as_icalendar(appointments: Sequence[Appointment]) -> str:
    """A calendar with an all-day event for each appointment; lines end as the standard says."""
    events = "".join(map(_event, appointments))
    return f"{_HEAD}{events}END:VCALENDAR{_END}"


_HEAD = _END.join(
    ("BEGIN:VCALENDAR", "VERSION:2.0", "PRODID:-//commitrack//agenda//EN", "METHOD:PUBLISH", "")
)


def _event(one: Appointment) -> str:
    at = _moment(one.at)
    lines = (
        "BEGIN:VEVENT",
        _folded(f"UID:{_text(one.uid)}"),
        f"SEQUENCE:{one.sequence}",
        f"DTSTAMP:{at}",
        f"LAST-MODIFIED:{at}",
        f"DTSTART;VALUE=DATE:{_day(one.day)}",
        *_ends(one.day),
        _folded(f"SUMMARY:{_text(one.title)}"),
        _folded(f"DESCRIPTION:{_LINE_FEED.join(map(_text, one.notes))}"),
        f"CATEGORIES:{_text(one.clock)}",
        f"STATUS:{'CANCELLED' if one.cancelled else 'CONFIRMED'}",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "",
    )
    return _END.join(lines)


def _ends(day: date) -> Iterator[str]:
    """The day after, where the calendar goes so far."""
    if day < date.max:
        yield f"DTEND;VALUE=DATE:{_day(day + _A_DAY)}"


_LINE_FEED = "\\n"


def _text(words: str) -> str:
    """Words on one line, with what would mean something escaped."""
    words = clean_line(words)
    for sign, escaped in _ESCAPES:
        words = words.replace(sign, escaped)
    return words


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


@lru_cache(maxsize=1 << 10)
def _moment(at: datetime) -> str:
    """A moment as it is written; many come from one import."""
    return at.astimezone(UTC).strftime("%Y%m%dT%H%M%SZ")


def _folded(line: str) -> str:
    """A line in pieces of no more than 75 octets, each but the first after a space; never in the
    middle of a character.
    """
    if len(line) <= _LONGEST and line.isascii():
        return line
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
    return b"\r\n ".join(pieces).decode()
