"""Appointments as iCalendar (RFC 5545), for any calendar program to take in or to subscribe to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from commitrack.model.cleaning import clean_line
from commitrack.model.errors import CommitrackError
from commitrack.reports.appointments import Appointment

if TYPE_CHECKING:
    from icalendar import Event


def as_icalendar(appointments: Sequence[Appointment]) -> str:
    """A calendar with an all-day event for each appointment; lines end as the standard says.

    Raises `CommitrackError` when the library that writes it is not installed.
    """
    try:
        from icalendar import Calendar
    except ImportError:
        raise CommitrackError(
            "a calendar needs the package icalendar, which is not installed: "
            "pip install 'commitrack[calendar]'"
        ) from None
    calendar = Calendar()
    calendar.add("prodid", "-//commitrack//agenda//EN")
    calendar.add("version", "2.0")
    calendar.add("method", "PUBLISH")
    for one in appointments:
        calendar.add_component(_event(one))
    return bytes(calendar.to_ical()).decode("utf-8")


def _event(one: Appointment) -> Event:
    from icalendar import Event

    event = Event()
    event.add("uid", one.uid)
    event.add("sequence", one.sequence)
    event.add("dtstamp", one.at)
    event.add("last-modified", one.at)
    event.add("dtstart", one.day)
    if one.day.toordinal() < one.day.max.toordinal():
        event.add("dtend", one.day + timedelta(days=1))
    event.add("summary", clean_line(one.title))
    event.add("description", "\n".join(map(clean_line, one.notes)))
    event.add("categories", [one.clock])
    event.add("status", "CANCELLED" if one.cancelled else "CONFIRMED")
    event.add("transp", "TRANSPARENT")
    return event
