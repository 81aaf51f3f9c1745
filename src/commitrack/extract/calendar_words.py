"""The names that days, months and seasons have in English, as alternatives of a pattern.

Whoever reads a time out of a text takes them from here; how a deadline is written is told by
:mod:`~commitrack.extract.deadline_words`.
"""

from __future__ import annotations

import re

MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip
MONTH = "|".join(MONTHS)
SEASON = "spring|summer|autumn|winter|fall"
WEEKDAY = "(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day"
SPAN = "week|month|quarter|year"

ON_A_DAY = re.compile(
    rf"\b(?:(?:in|on|from|by|within|before|next|every|this) (?:the )?"
    rf"(?:\d|(?:one|two|three|six|twelve) |{MONTH}|{SEASON}|week|month|year|{WEEKDAY})|tomorrow)"
)
"""A time at which something is to be done, wherever it stands: "in May", "by the spring"."""
