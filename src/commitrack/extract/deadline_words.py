"""The words that times are made of: months, years, weekdays, feasts, edges. Patterns only.

Patterns are written against :func:`~commitrack.extract.flat.flatten`, and none of them repeats a
repetition, so that reading takes time in proportion to the text.
"""

from __future__ import annotations

from commitrack.extract.calendar_words import MONTHS as _FULL
from commitrack.extract.calendar_words import WEEKDAY as _WEEKDAY

MONTHS = {name[:3].casefold(): index for index, name in enumerate(_FULL, 1)}
"""The number of a month by its first three letters, in small ones."""
_SHORT = ("Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sept", "Sep", "Oct", "Nov", "Dec")
_SMALL = [name.casefold() for name in _FULL if name not in ("March", "May", "August")]
"""In small letters only the months which are no other word."""
MONTH = (
    "(?:(?:"
    + "|".join([*_FULL, *(name.upper() for name in _FULL), *_SMALL])
    + r")\b|(?:"
    + "|".join([*_SHORT, *(name.upper() for name in _SHORT)])
    + r")\b\.?)"
)

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
WEEKDAY = f"(?:{_WEEKDAY})"
ANY_WEEKDAY = r"(?:(?:Mon|Tue(?:s)?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day)?\.?,? )?"
"""A weekday before a date, or nothing."""

YEAR = r"(?:(?:19|20|21)\d\d)(?![\d%\w]|[,.:]\d)"
SPLIT = r"(?:(?:19|20|21)\d\d[/–-](?:(?:19|20|21)\d\d|\d\d)(?![\d/]|-\d))"
"""A year over two calendar years: 2026/27, 2026-27, 2026/2027."""
SHORT_SPLIT = r"(?:[2-9]\d[/–-][2-9]\d(?![\d/%]|-\d))"
"""The same in four figures: 26/27."""
NTH = "(?:st|nd|rd|th)"
KIND = "(?:financial|fiscal|academic|school|tax|calendar|budget)"
"""The kinds of year, in any case."""

TAIL = (
    rf"(?:(?:,? (?:(?i:of|in) )?|-(?=20\d\d))"
    rf"(?:(?:the )?(?:FY ?)?(?:(?P<split>{SPLIT})|(?P<pair>{SHORT_SPLIT}))"
    rf"(?: (?i:financial|fiscal|budget) year\b)?|(?P<year>{YEAR})"
    r"|FY ?(?P<fy>\d{4}|\d\d)\b"
    rf"|(?i:(?P<when>this|next|the same|the following|the current|the next|the)"
    rf" (?:(?P<kind>{KIND}) )?year\b(?!'s)))"
    r"| ?'(?P<short>\d\d)\b(?!')|-(?P<dash>\d\d)\b(?!-))?"
)
"""The year of a day, month, season or quarter, if it is said."""

SEASON = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter|[Ff]all|SPRING|SUMMER|AUTUMN|WINTER)"
PLACE = (
    "(?:Street|Road|Lane|Room|Hall|House|Avenue|Gardens|Close|Hill|Fields?|Park|Centre|Way|Court"
    "|Place|Square|Town|Island)"
)
"""What makes a month or a season part of an address."""
NOT_A_SEASON = (
    r"(?! ?-?(?:terms?|recess|statement|budget|holidays?|break|session|conference|fair|camps?"
    r"|schools?|series|games|olympics|festivals?|internships?|reading|update|fuel|pressures?"
    r"|fayre|plan|review|vaccination|vaccines?|exams?|semester|quarter|into|in|to|short|apart|from"
    r"|behind|below|foul|within|under)\b)"
)
"""What makes a season part of another name; "fall" is mostly a verb before a preposition."""

FIXED_FEASTS = {
    "christmas": (12, 25),
    "christmas day": (12, 25),
    "christmas eve": (12, 24),
    "boxing day": (12, 26),
    "new year's eve": (12, 31),
    "new year's day": (1, 1),
    "michaelmas": (9, 29),
    "midsummer day": (6, 24),
    "candlemas": (2, 2),
    "halloween": (10, 31),
    "valentine's day": (2, 14),
    "st david's day": (3, 1),
    "st patrick's day": (3, 17),
    "st george's day": (4, 23),
    "st andrew's day": (11, 30),
    "burns night": (1, 25),
    "bonfire night": (11, 5),
    "armistice day": (11, 11),
    "anzac day": (4, 25),
    "australia day": (1, 26),
    "waitangi day": (2, 6),
    "canada day": (7, 1),
    "bastille day": (7, 14),
    "international women's day": (3, 8),
}
"""Feasts that keep one day of the year wherever they are kept."""
EASTER_FEASTS = {
    "shrove tuesday": -47,
    "ash wednesday": -46,
    "good friday": -2,
    "easter": 0,
    "easter sunday": 0,
    "easter monday": 1,
    "whitsun": 49,
    "pentecost": 49,
}
"""Feasts that follow Easter Sunday, and by how many days."""
FEAST = (
    "(?i:"
    + "|".join(sorted([*FIXED_FEASTS, *EASTER_FEASTS], key=len, reverse=True)).replace(
        "st ", r"st\.? "
    )
    + r")\b(?!'s| (?:terms?|holidays?|break|recess|eggs?|lights|party|market|parade)\b)"
)
OTHER_FEASTS = (
    r"(?:Diwali|Deepavali|Ramadan|Eid|Hanukkah|Chanukah|Passover|Rosh Hashanah|Yom Kippur|Holi"
    r"|Matariki|Lunar New Year|Chinese New Year|Thanksgiving|Labou?r Day|Memorial Day"
    r"|Independence Day|Republic Day|Remembrance Sunday|Victoria Day|Mother's Day|Father's Day"
    r"|Lent|Advent|Hogmanay|Harvest)"
)
"""Feasts whose day turns on the moon, on the country or on a rule that is not kept here."""

ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "1st": 1, "2nd": 2, "3rd": 3,
    "4th": 4, "last": 0, "final": 0, "latter": 0, "opening": 1, "closing": 0,
}  # fmt: skip
"""A place in a row; 0 is the last, however many there are."""
ORDINAL = "(?:" + "|".join(ORDINALS) + ")"

EDGE = (
    r"(?i:(?:the )?(?:very )?(?:"
    r"(?P<end>end|close)(?: of |-|'s | )"
    r"|(?P<start>start|beginning|outset|opening) of "
    r"|(?P<middle>(?:middle|midpoint|mid-point) of |(?:mid|half)-?way through |mid(?![- ]to\b)[- ]?"
    r"|early[- ]to[- ]mid[- ])"
    r"|(?P<early>early part of |(?:opening|early) (?:weeks|months|days) of "
    r"|(?:early|earlier)(?: on)?(?: in)?[ -](?!to-mid|to mid))"
    r"|(?P<late>(?:latter|later) part of |back end of |(?:remainder|rest) of "
    r"|remaining (?:days|weeks|months) of |mid[- ]to[- ]late[- ]"
    r"|(?:final|last|closing|latter|later) (?:days|weeks|months) of "
    r"|(?:late|later)(?: on)?(?: in)?[ -])"
    rf"|(?P<half>{ORDINAL}) half of "
    rf"|(?P<quarter>{ORDINAL}) quarter of "
    rf"|(?P<week>{ORDINAL}) (?:week|(?P<two>fortnight)) (?:of|in) "
    r"|first (?P<months>two|three|four|six|nine|[2-9]|10) months of "
    r"))"
)
"""Which part of a period is meant."""

HOUR = (
    r"(?i:(?:the )?(?:close|end) of (?:play|business|day|the (?:working |business )?day)|cob|eod"
    r"|close|noon|midday|midnight|lunchtime"
    r"|\d{4} ?(?:hrs|hours|h)\b"
    r"|\d{1,2}(?:[.:]\d\d)?(?: ?(?:am|pm|a\.m\.?|p\.m\.?|noon|hrs|hours|h)(?!\w)|(?<=:\d\d)"
    r"|(?= on\b))(?: (?:[A-Z]{2,4}T|GMT|local time)\b)?)"
    r"(?i:,? (?:on|of)|,)? "
)
"""A time of day before a day."""
