"""The shapes a date can take, one row each: a pattern, and the reader of what it matched.

Nothing here knows of "by" or "within"; the reading of a row is in
:mod:`~commitrack.extract.deadline_days`.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from commitrack.extract import deadline_days
from commitrack.extract import deadline_words as words
from commitrack.extract.wordlist import words as words_of

if TYPE_CHECKING:
    from collections.abc import Callable

    from commitrack.extract.deadline_days import Named
    from commitrack.extract.reckoning import Reckoning

    Reader = Callable[[re.Match[str], Reckoning], Named | None]

_LISTED = (
    rf"(?:{words.ANY_WEEKDAY}(?:the )?\d{{1,2}}{words.NTH}?(?: to | and | or | & |, | ?[–-] ?))"
    "{0,4}"
)
"""Days before the last one of a list or a range: "3, 4 and" 5 May."""
_NO_PRICES = r"(?! (?:prices|terms|levels|dollars|values|baselines?)\b)"
_NO_AMOUNT = (
    r"(?! (?:[a-z-]+ )?(?:homes|houses|places|jobs|beds|posts|staff|people|officers|tonnes|pupils"
    r"|patients|children|families|trees|miles|hectares|units|words|members|points|households)\b)"
)
_OF_YEAR = r"(?:FY ?(?P<fy>\d{4}|\d\d)|'?(?P<short>\d\d)|(?P<year>20\d\d))\b"
_BY_NUMBER: tuple[tuple[str, Reader], ...] = (
    (r"(\d{4})([-/.])(\d\d)\2(\d\d)(?:T\d\d:\d\d(?::\d\d)?Z?)?(?![\w/]|[.-]\d)", deadline_days.iso),
    (r"(\d{1,2})([/.-])(\d{1,2})\2(\d{4}|\d\d)(?![\w/]|[.-]\d)", deadline_days.figures),
    (r"(\d{1,2})/(\d{1,2})(?![\w/%-]|\.\d)", deadline_days.short_figures),
    (
        rf"{_LISTED}{words.ANY_WEEKDAY}(?:the )?(?P<d>\d{{1,2}}){words.NTH}?(?: day)?"
        rf"(?: of |[ -])(?P<m>{words.MONTH}){words.TAIL}",
        deadline_days.day,
    ),
    (
        rf"(?:the )?(?P<d>\d{{1,2}}){words.NTH}"
        r"(?: of (?P<rel>(?i:this|next|the)) month\b|(?P<no>(?=[.,;:)”\"]|$| (?:and|or|at|so)\b)))",
        deadline_days.nth_of_month,
    ),
    (r"(?P<year>20\d\d)[ -]?Q(?P<q>[1-4])\b", deadline_days.part_of_year),
    (
        r"(?P<q>[1-4])Q ?(?:FY ?(?P<fy>\d{4}|\d\d)|'?(?P<short>\d\d)|(?P<year>20\d\d))\b",
        deadline_days.part_of_year,
    ),
    (
        r"(?P<h>[12])H ?(?:FY ?(?P<fy>\d{4}|\d\d)|'?(?P<short>\d\d)|(?P<year>20\d\d))\b",
        deadline_days.part_of_year,
    ),
    (
        rf"(?:the )?(?P<split>{words.SPLIT}|20\d\d to 20\d\d(?= (?i:financial|academic|tax)))"
        rf"(?: (?:(?P<kind>(?i:{words.KIND})) )?year\b)?{_NO_PRICES}",
        deadline_days.said_year,
    ),
    (
        rf"(?:the )?(?P<pair>{words.SHORT_SPLIT})(?: (?P<kind>(?i:{words.KIND})) year\b)?"
        rf"{_NO_PRICES}",
        deadline_days.said_year,
    ),
    (rf"(?:the )?(?P<year>20\d\d) (?P<kind>(?i:{words.KIND})) year\b", deadline_days.said_year),
    (
        rf"(?P<y>{words.YEAR})(?!'s|/(?![a-z])|[–-](?!20\d\d)\w){_NO_PRICES}{_NO_AMOUNT}",
        deadline_days.plain_year,
    ),
    (r"the (?P<of>20\d0)s\b", deadline_days.decade),
    (r"'(?P<two>[2-9]\d)\b(?!s|')", deadline_days.short_year),
)
_WHICH = r"(?:(?P<which>(?i:this coming|the coming|the following|coming|this|next)) )?"
_THE_OR_WHICH = _WHICH.replace("|next)", "|next|the)")
_BY_WORD: tuple[tuple[str, Reader], ...] = (
    (
        rf"{words.ANY_WEEKDAY}(?P<m>{words.MONTH}) "
        rf"(?:\d{{1,2}}{words.NTH}?(?: to | and | or | & |, | ?[–-] ?)){{0,3}}"
        rf"(?P<d>\d{{1,2}}){words.NTH}?(?![\d:/%]|[.,]\d| ?[ap]\.?m){words.TAIL}",
        deadline_days.day,
    ),
    (
        rf"(?:the )?(?P<nth>(?i:{words.ORDINAL}))"
        rf"(?: (?P<what>{words.WEEKDAY}|day|working day|business day))?(?: (?:of|in) | )"
        rf"(?:the )?(?:(?P<m>{words.MONTH}){words.TAIL}|(?P<rel>(?i:this|next|the)) ?month\b)",
        deadline_days.counted_in_month,
    ),
    (
        rf"(?:the )?(?P<m>{words.MONTH})(?: (?P<year>20\d\d))? [Qq]uarter\b",
        deadline_days.quarter_of_month,
    ),
    (
        rf"{_WHICH}(?P<m>{words.MONTH})(?:[- ]end\b)?{words.TAIL}(?!'s| {words.PLACE}\b)",
        deadline_days.month,
    ),
    (
        rf"(?:the )?(?:Q ?(?P<q>[1-4])|(?i:quarter (?P<qw>one|two|three|four|[1-4])"
        rf"|(?P<qo>{words.ORDINAL}) (?:(?P<qk>{words.KIND}) )?quarter))\b"
        rf"(?:-(?P<joined>(?=20\d\d)))?{words.TAIL}",
        deadline_days.part_of_year,
    ),
    (rf"(?:the )?H(?P<h>[12])\b{words.TAIL}", deadline_days.part_of_year),
    (
        rf"(?:the )?(?:(?P<kind>(?i:{words.KIND}))(?i: years?)?|FY|(?i:year))[ -]?'?"
        rf"(?:(?P<split>{words.SPLIT}|20\d\d to 20\d\d)|(?P<year>{words.YEAR})"
        rf"|(?P<pair>{words.SHORT_SPLIT})|(?<=FY)(?P<fy>\d\d)\b|(?<=FY )(?P<fys>\d\d)\b)",
        deadline_days.said_year,
    ),
    (
        rf"{_THE_OR_WHICH}(?P<s>{words.SEASON})\b(?! {words.PLACE}\b)(?i:{words.NOT_A_SEASON})"
        rf"(?: months\b|'s end\b)?{words.TAIL}(?!'s)",
        deadline_days.season,
    ),
    (rf"(?i:mid[- ]?year)\b{words.TAIL}", deadline_days.mid_year),
    (r"(?i:this time (?:next )?(?P<u>year|month|week|tomorrow))\b", deadline_days.this_time),
    (
        r"(?P<which>(?i:the next|the coming|the current|the present|the following|the same|the new"
        r"|the forthcoming|the upcoming"
        rf"|this|next|the))(?: (?P<kind>(?i:{words.KIND}|working|whole|full)))?"
        r" (?P<u>(?i:year|month|weekend|week|quarter|decade))\b"
        r"(?!'s|-| (?:of|ended|ending|to|commencing|beginning|starting)\b)",
        deadline_days.unit,
    ),
    (
        rf"(?:the )?(?:(?P<named>(?i:{words.KIND})) )?(?P<u>(?i:year|month|quarter|decade))"
        rf"(?:'s |-| )(?i:end)\b{words.TAIL}",
        deadline_days.unit_end,
    ),
    (rf"(?P<eo>EO(?:FY|Y|Q|M|W|D(?! \w+day)))\b{words.TAIL}", deadline_days.end_of),
    (
        rf"{_THE_OR_WHICH}(?P<w>{words.WEEKDAY})\b(?!'s)"
        rf"(?! (?:to|and|through|till|until) {words.WEEKDAY}|[–-]| \d)"
        r"(?: (?P<more>week|fortnight)\b| (?:morning|afternoon|evening|night)\b)?",
        deadline_days.weekday,
    ),
    (
        rf"(?i:a week (?:on|from)) (?P<which>)(?P<w>{words.WEEKDAY})\b(?P<more>)",
        deadline_days.week_on,
    ),
    (
        r"(?i:(?:later )?(?:today|tonight|this afternoon|this evening|tomorrow))\b(?!'s)"
        r"(?i: (?:week|morning|afternoon|evening|night)\b)?",
        deadline_days.near,
    ),
    (rf"(?P<feast>{words.FEAST}){words.TAIL}", deadline_days.feast),
)


@cache
def _rows(*, figures: bool) -> tuple[tuple[re.Pattern[str], Reader], ...]:
    rows = _BY_NUMBER if figures else _BY_WORD
    return tuple((re.compile(pattern), reader) for pattern, reader in rows)


_FIRST = re.compile(
    r"(?i:(?:the|a|this|next|coming) )*(?:(?P<figure>'?\d)|(?P<word>[A-Za-z]{1,3}))"
)
_CAN_BEGIN = words_of(
    """
    jan feb mar apr may jun jul aug sep oct nov dec mon tue wed thu fri sat sun spr sum aut win fal
    mid eoy eof eoq eom eow eod fir sec thi fou fif las fin ope clo lat q qua h fy fis aca sch tax
    cal bud yea wee cur pre fol upc for sam new wor who ful dec tim tod ton tom eve aft
    """
) | {name[:3].rstrip(" .") for name in (*words.FIXED_FEASTS, *words.EASTER_FEASTS)}
"""The first three letters of every word with which a date can begin, past the articles."""
_BOTH = frozenset(words.WEEKDAYS)


_PART_CAN_BEGIN = (
    _CAN_BEGIN
    | words_of(
        """
    ver end clo sta beg out ope mid hal ear lat bac rem res fin las w thr six nin twe per eig sev
    """
    )
    | {name[:3] for name in words.ORDINALS}
)
"""The same for every word with which a part of a period, a week or a year can begin."""


def may_begin(flat: str, at: int, end: int) -> bool:
    """Whether a time may be named by the words at ``at``, by the letters of the first one."""
    first = _FIRST.match(flat, at, end)
    return first is not None and (
        first["figure"] is not None or first["word"].casefold() in _PART_CAN_BEGIN
    )


def read(flat: str, at: int, end: int, reckoning: Reckoning) -> tuple[Named, int] | None:
    """The period named by the words at ``at``, and where they end; None when they name none."""
    first = _FIRST.match(flat, at, end)
    if first is None:
        return None
    if first["figure"]:
        rows = _rows(figures=True)
    else:
        word = first["word"].casefold()
        if word not in _CAN_BEGIN:
            return None
        rows = _rows(figures=False)
        if word in _BOTH:
            rows = _rows(figures=True) + rows
    for pattern, reader in rows:
        match = pattern.match(flat, at, end)
        if match is None:
            continue
        try:
            named = reader(match, reckoning)
        except (ValueError, OverflowError):
            named = None
        if named is not None:
            return named, match.end()
    return None
