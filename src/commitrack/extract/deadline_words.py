"""The grammar of the words that bound an act in time: what a deadline may look like."""

from __future__ import annotations

import re
from functools import cache

from commitrack.extract.numerals import NUMBER

MONTHS = {
    name: index
    for index, names in enumerate(
        [
            "January Jan",
            "February Feb",
            "March Mar",
            "April Apr",
            "May",
            "June Jun",
            "July Jul",
            "August Aug",
            "September Sept Sep",
            "October Oct",
            "November Nov",
            "December Dec",
        ],
        1,
    )
    for name in names.split()
}
_MONTH = "(?:" + "|".join(sorted(MONTHS, key=len, reverse=True)) + r")\b\.?"
_WEEKDAY = "(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day)"
_YEAR = r"(?:19|20|21)\d\d\b"
_SPLIT_YEAR = r"(?:19|20|21)\d\d[/–-](?:\d{4}|\d\d)\b"
_SEASON = "(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ww]inter)"
_FOLLOWS = r"(?! ?(?:term|recess|statement|budget|holidays?|break|session|conference|fair)\b)"
_EDGE = (
    r"(?P<edge>(?i:(?:the )?(?:very )?(?:end|close|start|beginning|middle)(?: of|-)"
    r"|the (?:first|second|latter) half of|the (?:first|second|third|fourth|final|last) quarter of"
    r"|early(?: in)?|mid|late(?:r)?(?: in)?))[ -]?"
)
_BASE = (
    rf"(?P<day>(?:{_WEEKDAY},? )?(?:the )?(?P<d>\d{{1,2}})(?:st|nd|rd|th)?(?: of)? (?P<dm>{_MONTH})"
    rf"(?:,? (?P<dy>{_YEAR}))?)"
    rf"|(?P<usday>(?P<um>{_MONTH}) (?P<ud>\d{{1,2}})(?:st|nd|rd|th)?\b(?:,? (?P<uy>{_YEAR}))?)"
    r"|(?P<iso>\d{4}-\d\d-\d\d)\b"
    r"|(?P<slash>\d{1,2}[/.]\d{1,2}[/.]\d{4})\b"
    rf"|(?P<quarter>Q(?P<q>[1-4])(?: of| in)?(?: (?P<qy>{_SPLIT_YEAR}|{_YEAR}))?)"
    rf"|(?P<split>(?i:the )?(?i:financial year |FY ?)?(?P<sy>{_SPLIT_YEAR})"
    r"(?: (?P<sk>financial|fiscal|academic|school|tax) year)?)"
    rf"|(?P<month>(?P<mn>(?i:next|this) )?(?P<mm>{_MONTH})(?:,?(?: of)? (?P<my>{_YEAR}))?)"
    rf"|(?P<season>(?P<sn>(?i:the|this|next|the coming"
    rf"|the following) )?(?P<ss>{_SEASON})\b{_FOLLOWS}"
    rf"(?:(?: of)? (?P<ssy>{_SPLIT_YEAR}|{_YEAR}))?)"
    rf"|(?P<year>{_YEAR})(?![/%])"
    r"|(?P<unit>(?i:(?P<which>this|next|the next|the coming|the current|the following|the same|the)"
    r"(?: (?P<uk>financial|fiscal|academic|school|tax|calendar))? (?P<uu>year|month|week"
    r"|quarter)))\b"
    rf"(?!'s|-on|s\b)"
    rf"|(?P<weekday>(?P<wn>(?i:next|this) )?(?P<ww>{_WEEKDAY}))\b"
    r"|(?P<tomorrow>(?i:tomorrow|today|tonight))\b"
    r"|(?P<christmas>Christmas)\b"
)
_PREPOSITION = (
    r"(?P<prep>(?i:by|before|(?:no|not) later than|on or before|on|in|within|during|over|throughout"
    r"|prior to|come|ahead of))"
)
_DURATION = (
    r"(?i:within|in|over|during|inside)(?i: the)?(?i: (?:space|course) of(?: the)?)?"
    r"(?P<ahead>(?i: next| coming| following))?"
    rf"(?: (?P<n>{NUMBER}))? (?P<wd>(?i:working|business|clear|calendar) )?"
    r"(?P<u>(?i:hours?|days?|weeks?|fortnights?|months?|quarters?|years?))\b(?!-)(?P<time>'? time)?"
    r"(?P<event> (?:of|after|from|following) (?!now\b|today\b))?"
)
_VAGUE = (
    r"(?i:in due course|shortly|very soon|as soon as (?:possible|practicable|we can|reasonably \w+)"
    r"|soon(?=[.,;”\"]|$)|in the (?:near|foreseeable) future|at the earliest opportunity"
    r"|without delay"
    r"|(?:in|over|during|within) the (?:coming|next few|next couple of|following) "
    r"(?:days|weeks|months|years)"
    r"|within (?:days|weeks|months)|in the (?:short|medium|long|longer) term|in the new year"
    r"|by easter|(?:by|at|before) the (?:start|end|beginning|close|time"
    r"|turn) (?:of )?[^.,;:”\"]{3,40}"
    r"|(?:before|ahead of|prior to) (?:the (?!age\b|house\b|court|committee\b|panel\b)|this "
    r"|that |its |our "
    r"|his |her |any )[^.,;:”\"]{3,60})"
)
_UNIT = (
    r"(?:hour|day|weekday|week|fortnight|month|quarter|term|year|spring|summer|autumn|winter|season"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|morning|evening|night"
    r"|january|february|march|april|may|june|july|august|september|october|november|december)"
)
_RECURRENT = (
    rf"(?i:(?:at least )?(?:(?:once|twice|(?:{NUMBER}) times) )?"
    rf"(?:every|each)(?: (?:single|other|{NUMBER}))? (?:working |calendar |financial |school "
    rf"|academic )?"
    rf"{_UNIT}s?\b(?! of)"
    r"|(?:at|before|after) (?:each|every)(?: one)?(?: of (?:its|our|their|the|her|his)(?: \w+)?"
    r"| \w+)? (?:meetings?|sessions?|inspections?|hearings?|elections?)"
    r"|(?:at least )?(?:once|twice|(?:three|four|six) times) (?:a|per|each) (?:week|month"
    r"|quarter|term|year)"
    r"|(?:bi-?|half-)?annually|yearly(?=[.,;]|$| (?:on|to|in|for|by|at))"
    r"|(?:monthly|quarterly|weekly|daily)(?=[.,;]|$| (?:on|to|in|for|by|at)\b))"
)
_BARE = (
    r"(?<!\bof )(?<!\bfor )(?<!\bfrom )(?<!\bsince )(?<!\bto )(?<!\bthan )(?<!\blast )(?<!\bafter )"
    r"(?<!\buntil )(?<!\bbetween )"
    r"(?P<edge>(?i:early|late|later|earlier|towards the end of)(?: in)? )?"
    rf"(?:(?P<unit>(?i:(?P<which>this|next)(?: (?P<uk>financial|fiscal|academic|school|tax"
    rf"|calendar))?"
    r" (?P<uu>year|month|week|quarter)))\b(?!'s)"
    rf"|(?P<month>(?P<mn>(?i:next) )(?P<mm>{_MONTH})(?P<my>\b))"
    rf"|(?P<season>(?P<sn>(?i:this|next) )(?P<ss>{_SEASON})\b{_FOLLOWS}(?P<ssy>\b))"
    rf"|(?P<weekday>(?P<wn>(?i:next|this) )(?P<ww>{_WEEKDAY}))\b"
    r"|(?P<tomorrow>(?i:tomorrow|tonight))\b)"
)
_ELLIPSIS = rf"(?i:within) (?i:{NUMBER})(?=[.,;:”\"]|$)"


@cache
def rows() -> tuple[tuple[str, re.Pattern[str]], ...]:
    """The grammar, compiled once; earlier rows win where two begin at one place."""
    return (
        ("duration", re.compile(r"\b" + _DURATION)),
        ("ellipsis", re.compile(r"\b" + _ELLIPSIS)),
        ("point", re.compile(rf"\b{_PREPOSITION} (?:{_EDGE})?(?:{_BASE})")),
        ("recurrent", re.compile(r"\b" + _RECURRENT)),
        ("bare", re.compile(r"\b" + _BARE)),
        ("vague", re.compile(r"\b" + _VAGUE)),
    )


@cache
def start_of_time() -> re.Pattern[str]:
    """The words from which on something holds: "From the first of next month"."""
    day = r"(?:the )?(?:first|second|last|\d{1,2}(?:st|nd|rd|th)?)(?: day)? of "
    return re.compile(
        rf"(?:From|Since|As of|As from|Starting|Beginning) (?:on |in |from )?"
        rf"(?:(?:{day})?(?:{_EDGE})?(?:{_BASE}|(?:next|this) term)|(?:now|then) on"
        r"|that (?:day|date))"
        r"(?: on(?:wards)?)?"
    )


@cache
def standing_alone() -> re.Pattern[str]:
    """A date in a cell or on a line of its own, where "by" may be left out."""
    return re.compile(rf"(?:[Bb]y )?(?:{_EDGE})?(?:{_BASE})")
