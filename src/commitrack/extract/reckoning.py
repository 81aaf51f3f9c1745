"""How a document reckons its days: from which day, in which order, and when its year ends.

Nothing is assumed of a country that the document does not show. Without evidence the day comes
before the month, and a financial year ends on 31 March.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract import calendar_words
from commitrack.extract.by_letter import by_letter
from commitrack.model.frozen import dataclass

if TYPE_CHECKING:
    import datetime

MARCH, JUNE, SEPTEMBER, DECEMBER = 3, 6, 9, 12
_MONTHS = tuple(name.casefold() for name in calendar_words.MONTHS)
_MONTH = f"(?:{calendar_words.MONTH})"


@dataclass(frozen=True, slots=True)
class Reckoning:
    """The day of the statement, and the customs by which its other days are read.

    ``month_first`` reads 3/4/2026 as 4 March. ``year_end`` is the month, 1 to 12, with whose last
    day the financial year ends. ``since`` is the first day of the month or the year in which the
    statement was made, when its day is not known.
    """

    today: datetime.date | None = None
    month_first: bool = False
    year_end: int = MARCH
    since: datetime.date | None = None

    @property
    def earliest(self) -> datetime.date | None:
        """The first day on which a deadline can lie: what is over by then is background."""
        return self.today or self.since


UNDATED = Reckoning()

_FIGURES = re.compile(r"(\d(?<![\w/.-]\d)\d?)([/.-])(\d{1,2})\2(?:\d{4}|\d\d)(?![\w/]|[.-]\d)")
_MONTH_BEFORE = by_letter(rf"\b{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?, \d{{4}}\b")
_DAY_BEFORE = re.compile(rf"\b\d{{1,2}}(?:st|nd|rd|th)? {_MONTH},? \d{{4}}\b")
_MONTHS_IN_A_YEAR = 12


def month_first(flat: str) -> bool:
    """Whether numeric dates put the month first.

    A date which can only be read one way decides; then the way in which dates are spelled out
    ("March 31, 2026" or "31 March 2026"). Of two customs in one document the commoner holds.
    """
    days = months = seen = 0
    for match in _FIGURES.finditer(flat):
        one, other = int(match[1]), int(match[3])
        seen += 1
        days += one > _MONTHS_IN_A_YEAR >= other
        months += other > _MONTHS_IN_A_YEAR >= one
    if days != months:
        return months > days
    if not seen:
        return False
    return len(_MONTH_BEFORE.findall(flat)) > len(_DAY_BEFORE.findall(flat))


_STATED = re.compile(
    r"year(?<!academic year)(?<!school year)(?<!calendar year)(?<!tax year)(?<=\byear)"
    r"(?:(?:,? (?:which|that))? (?:ends|ending|ended)"
    r"|(?:(?<=\bfinancial year)|(?<=\bfiscal year)|(?<=\breporting year)) to)(?: on)?(?: the)? "
    rf"(?:\d{{1,2}}(?:st|nd|rd|th)?(?: of)? (?P<after>{_MONTH})|(?P<before>{_MONTH}) \d{{1,2}}\b)"
)
_NOT_A_MONTH_END = 27
_COUNTRIES = (
    (
        JUNE,
        re.compile(
            r"\b(?:Australian?|New South Wales|NSW|Queensland|Tasmanian?|South Australian?"
            r"|Western Australian?|Victorian Government|New Zealand|Aotearoa)\b"
        ),
    ),
    (SEPTEMBER, re.compile(r"\b(?:U\.S\.|US|United States) (?:Department|Government|Agency)\b")),
)
"""Public bodies whose financial year the law fixes: Australia and New Zealand; the federal US."""


def year_end(flat: str, publisher: str | None) -> int:
    """The month that ends the financial year: as the document says, or as its publisher's law says.

    "The year ended 30 June 2025" decides; else the publisher's name, if it names
    its country.
    """
    stated = {
        (match["after"] or match["before"]).casefold()
        for match in _STATED.finditer(flat)
        if int(re.sub(r"\D", "", match.group())[:2]) > _NOT_A_MONTH_END
    }
    if len(stated) == 1:
        return _MONTHS.index(stated.pop()) + 1
    for month, sign in _COUNTRIES:
        if publisher and sign.search(publisher):
            return month
    return MARCH


def read(flat: str, publisher: str | None, date: datetime.date | None, *, exact: bool) -> Reckoning:
    """The reckoning of a document, from the evidence in it.

    ``date`` is the statement's day if ``exact``, or else the first day that it can have been.
    """
    today = date if exact else None
    return Reckoning(today, month_first(flat), year_end(flat, publisher), since=date)
