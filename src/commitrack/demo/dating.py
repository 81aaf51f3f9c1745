"""Days of the demo, written as offsets so that it never grows old."""

from __future__ import annotations

import re
from datetime import date, timedelta

_PLACEHOLDER = re.compile(r"\{(date|month|year):([+-]\d{1,4})d\}")

_MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
"""Named here because ``strftime`` follows the machine's locale."""


def fill_in(text: str, today: date) -> str:
    """Replace each placeholder by the day, the month or the year it stands for."""

    def words(found: re.Match[str]) -> str:
        day = offset(today, int(found[2]))
        month = f"{_MONTHS[day.month - 1]} {day.year}"
        return {"date": f"{day.day} {month}", "month": month, "year": str(day.year)}[found[1]]

    return _PLACEHOLDER.sub(words, text)


def offset(today: date, days: int) -> date:
    """The day that lies so many days from today."""
    return today + timedelta(days=days)
