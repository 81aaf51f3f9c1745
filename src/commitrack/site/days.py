"""Days and numbers as the public reads them."""

from __future__ import annotations

from datetime import date

from commitrack.model.statements import Precision
from commitrack.site.markup import Html, tag

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)


def day_words(day: date) -> str:
    """A day in words: ``2 March 2026``."""
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def day(at: date) -> Html:
    """A day in words that programs can read as well."""
    return tag("time", day_words(at), datetime=at.isoformat())


def said_words(at: date | None, precision: Precision) -> str:
    """A day as exactly as it is known, and no more exactly."""
    if at is None or precision is Precision.UNKNOWN:
        return "date unknown"
    if precision is Precision.YEAR:
        return str(at.year)
    return f"{_MONTHS[at.month - 1]} {at.year}" if precision is Precision.MONTH else day_words(at)


def count(number: int, unit: str, several: str | None = None) -> str:
    """A number and its unit: ``1 commitment``, ``2,000 commitments``."""
    return f"{number:,} {unit if number == 1 else several or f'{unit}s'}"


def shift(days: int) -> str:
    """By how much a date moved: ``184 days later``."""
    if not days:
        return "the same day"
    return f"{count(abs(days), 'day')} {'later' if days > 0 else 'earlier'}"
