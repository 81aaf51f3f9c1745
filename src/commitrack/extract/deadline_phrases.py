"""Times with no day of their own: what comes round again, and what names no day at all."""

from __future__ import annotations

import re
from functools import cache

from commitrack.extract import deadline_words as words
from commitrack.extract.by_letter import by_letter
from commitrack.extract.numerals import NUMBER
from commitrack.extract.result import Deadline

_UNIT = (
    r"(?:hour|day|weekday|week|fortnight|month|quarter|term|year|spring|summer|autumn|winter|fall"
    r"|season|monday|tuesday|wednesday|thursday|friday|saturday|sunday|weekend|morning|evening"
    r"|night|january|february|march|april|may|june|july|august|september|october|november|december"
    r"|semester|session|half-year)"
)
_EVERY = rf"(?:every|each)(?: (?:of the )?(?:single|other|second|third|{NUMBER}))?"
_GATHERING = r"(?:meetings?|sessions?|inspections?|hearings?|elections?|board|council)"
_ADVERB = (
    r"(?:(?:bi-?|half-|semi-?|six-|three-|two-)?(?:annually|yearly|monthly|weekly)|biennially"
    r"|triennially|fortnightly|quarterly|daily|hourly|nightly)"
)
_NOT_ADJECTIVE = (
    r"(?=[.,;:)”\"]|$| (?:on|to|in|for|by|at|from|until|with|as|through|during|over|so|about"
    r"|against|after|before|thereafter|via|across|whether|that|how|if|where|when|throughout|of)\b"
    rf"| and (?!{_ADVERB}\b))"
)
_DAY_OF_EACH = (
    rf"(?:on|by|at|in|before) (?:the )?(?:(?:end|start|beginning|middle|close) of"
    rf"|(?:{words.ORDINAL}|\d{{1,2}}(?:st|nd|rd|th)?)"
    rf"(?: (?:(?:working|business) )?(?:day|week|{words.WEEKDAY}))?(?: (?:of|in))?)"
    rf" (?:each|every) (?:\w+ )?{_UNIT}\b"
)

_RECURRENT: tuple[tuple[str, str], ...] = (
    (
        "every each",
        rf"(?i:{_EVERY}(?:(?: to | or |-){NUMBER})?(?: (?:working|calendar|financial|fiscal"
        rf"|school|academic|parliamentary))? {_UNIT}s?\b(?: \d{{1,2}}(?!\d))?"
        r"(?!'s| of (?!each|every)| tickets?\b|-))",
    ),
    (
        "each every",
        rf"(?i:(?:each|every one) of the next {NUMBER} (?:weeks|months|quarters|terms|years)\b)",
    ),
    (
        "at before after",
        rf"(?i:(?:at|before|after) (?:each|every)(?: one)?(?: of (?:its|our|their|the|her|his)"
        rf"(?: \w+)?| \w+)? {_GATHERING}\b(?: of the \w+)?)",
    ),
    ("on by at in before", rf"(?i:{_DAY_OF_EACH})"),
    (
        "on",
        r"(?i:on an? (?:annual|yearly|half-yearly|six-monthly|quarterly|monthly|fortnightly"
        r"|weekly|daily|termly|rolling) basis\b)",
    ),
    ("on", rf"on {words.WEEKDAY}s\b"),
    (
        "at",
        r"(?i:at (?:yearly|annual|half-yearly|six-monthly|quarterly|monthly|fortnightly|weekly"
        r"|\w+-(?:month|week|year)(?:ly)?) intervals\b"
        rf"|at intervals (?:of|not exceeding|not longer than|of (?:no|not) more than)"
        rf" {NUMBER} (?:days|weeks|months|years)\b)",
    ),
    (
        "once twice at up two three four five six seven eight ten twelve 2 3 4 5 6 8 10 12",
        rf"(?i:(?:at least |up to )?(?:once|twice|(?:{NUMBER}) times)"
        rf"(?: (?:a|an|per) (?:{_UNIT}|annum)\b| (?:annually|yearly|monthly|weekly|daily)\b"
        rf"|(?: in)? {_EVERY}(?:(?: to | or |-){NUMBER})?(?: \w+)? ?{_UNIT}s?\b"
        r"|(?: in)? (?:each|every) \w+\b))",
    ),
    (
        "annually yearly monthly weekly bi biannually biennially triennially fortnightly half semi"
        " quarterly daily hourly nightly six three two bimonthly biweekly termly",
        rf"(?i:(?:{_ADVERB}|termly){_NOT_ADJECTIVE}"
        ")",
    ),
)

_REST_OF_PHRASE = r"[^.,;:”\"()]{0,50}(?=[.,;:”\"()]|$)"
_UP_TO_STOP = r"[^.,;:”\"()]{3,60}"
_SOON = r"(?:possible|practicable|practical|feasible)"
_PART = r"(?:the )?(?:very )?(?:end|start|beginning|close|lifetime|course|remainder|rest|life) of "
_SITTING = (
    r"(?:(?:UK|Scottish|Welsh|Senedd|Dáil|council|electoral|parliamentary|legislative) )?"
    r"(?:parliament|legislature|dáil|oireachtas|senedd|congress|assembly term|administration"
    r"|parliamentary (?:session|term|year)|session(?: of parliament)?|electoral term|council term"
    r"|spending review(?: period)?|(?:\w+ )?term|semester)\b(?!'s| of office)"
)
_VAGUE: tuple[tuple[str, str], ...] = (
    (
        "in",
        r"(?i:in (?:due course|the (?:very )?(?:near|foreseeable|not too distant) future"
        r"|the (?:short|medium|short to medium|medium to long|long|longer)(?:er)?[- ]term"
        r"|the (?:early )?new year|good time\b|short order|the fullness of time)\b)",
    ),
    ("over within", r"(?i:(?:over|within) the (?:short|medium|long|longer) term\b)"),
    ("shortly", r"(?i:shortly\b(?! (?:after|before|afterwards)))"),
    ("very soon", r"(?i:(?:very )?soon(?=[.,;:)”\"]|$| (?:and|to|in|on)\b))"),
    (
        "as",
        rf"(?i:as (?:soon|quickly|early|swiftly|speedily|promptly) as (?:(?:is |reasonably "
        rf"|practically |is reasonably )*{_SOON}|(?:we|it|they|he|she) (?:possibly )?can\b)"
        rf")",
    ),
    (
        "at",
        r"(?i:at (?:the|our|its|their) (?:very )?earliest (?:possible )?"
        r"(?:opportunity|convenience|date|moment|point|time)"
        r"|at the (?:first|next)(?: available| possible)? opportunity|at once(?=[.,;]|$)"
        r"|at the turn of the year)",
    ),
    ("without", r"(?i:without (?:any |further |undue |unnecessary |more )*delay)"),
    ("with", r"(?i:with (?:immediate effect|all (?:due |possible )?speed))"),
    (
        "immediately",
        r"(?i:immediately\b(?! (?:after|following|before|prior|upon|adjacent|next|below|above"
        r"|available|apparent|obvious|clear|recogni\w+|affected|behind|surrounding|preceding)\b))",
    ),
    ("forthwith", r"(?i:forthwith)"),
    ("as", r"(?i:as a matter of (?:some |great |the utmost |extreme )?(?:urgency|priority))\b"),
    ("asap", r"(?i:asap)"),
    (
        "by at to for in",
        r"(?i:(?:by|at|to|for|in) (?:the |its |our |their |his |her )?next (?:[\w-]+ ){0,3}"
        r"(?:meetings?|session|conference|agm|plenary|synod|assembly|sitting)\b)",
    ),
    (
        "in by during before at",
        r"(?i:(?:in|by|during|before|at) (?:the )?(?:(?:end|start|beginning) of )?"
        r"(?:term|semester|trimester) \d(?: (?:19|20)\d\d)?\b)",
    ),
    ("straight right", r"(?i:(?:straight|right) ?away\b)"),
    (
        "in over during within",
        r"(?i:(?:in|over|during|within) (?:the (?:coming|next few|next couple of|next several"
        r"|following|next) (?:hours|days|weeks|months|years)"
        r"|the (?:hours|days|weeks|months|years) (?:ahead|to come)))",
    ),
    ("within in", r"(?i:(?:within|in) (?:a matter of )?(?:hours|days|weeks|months)\b(?! of| to))"),
    (
        "when as",
        r"(?i:(?:when|as soon as|as) (?:parliamentary|legislative) (?:time|timetables?) "
        r"(?:allows?|permits?|becomes available))",
    ),
    (
        "in by within during over before throughout for at",
        rf"(?i:(?:in|by|within|during|over|before|throughout|for|at) (?:{_PART})?"
        rf"(?:this|the next|the current|the present|the new|the coming|next|current) {_SITTING})",
    ),
    (
        "in by within during over before throughout for at",
        rf"(?i:(?:in|by|within|during|over|before|throughout|for|at) {_PART}(?:the )?{_SITTING})",
    ),
    (
        "in by within during over before throughout for at",
        r"(?i:(?:in|by|within|during|over|before|throughout|for|at) (?:the )?(?:spring|summer"
        r"|autumn|winter|fall|new|first|second|third|michaelmas|hilary|trinity|lent|easter) "
        r"(?:term|semester|session)\b(?!'s)|over the spending review(?: period)?\b)",
    ),
    ("this next", r"(?i:(?:this|next) (?:parliament|term|session|semester)\b(?!'s))"),
    (
        "by before at",
        r"(?i:(?:by|before|at) (?:the )?(?:end|start|beginning|close) of term\b"
        r"|(?:by|before|at|over) (?:the )?(?:\w+ )?half[- ]?term\b)",
    ),
    (
        "in during over before by throughout",
        r"(?i:(?:in|during|over|by) (?:the )?(?:early|mid|late)?[- ]?(?:to[- ](?:mid|late)[- ])?"
        r"(?:20\d0s|coming decades?|next decades))",
    ),
    (
        "by before at in over during",
        rf"(?:[Bb]y|[Bb]efore|[Aa]t|[Ii]n|[Oo]ver|[Dd]uring|in time for) (?:the end of )?"
        rf"{words.OTHER_FEASTS}\b(?: (?:19|20|21)\d\d\b)?",
    ),
    ("before", r"(?i:(?:before|ahead of|prior to) (?:the )?(?:\w+ )?recess\b)"),
    (
        "before",
        r"(?:[Bb]efore) (?:[Tt]he (?:House|Dáil|Assembly|Senate|Senedd)|(?:both )?Houses"
        r"|Parliament|Congress|the Commons|the Lords|MPs|construction|building|work|works|trading"
        r"|school|schools|sittings|any)\b (?:rises?|sits?|returns?|breaks?|adjourns?|prorog\w+"
        r"|dissolves?|starts?|begins?|commences?|resumes?|opens?|goes|go|is|are)\b[^.,;:”\"()]{0,40}",
    ),
    ("before", rf"(?i:before) [a-z]{{2,}}ing\b{_REST_OF_PHRASE}"),
    ("before", rf"(?i:before) (?:he|she|they|we|it|anyone|anybody) [a-z]+\b{_REST_OF_PHRASE}"),
    ("in", rf"(?i:in (?:good )?time for {_UP_TO_STOP})"),
    (
        "by before",
        r"(?i:(?:by|before) (?:then|that (?:date|time|point|day|stage)|this (?:date|point))\b"
        r"(?! (?:the|when)\b))",
    ),
    (
        "over during in by before",
        r"(?:(?i:over|during|in|by|before) (?:the )?(?i:coming |next )?"
        r"(?i:Christmas|Easter|summer|winter|spring|autumn|festive|fall|school|term)"
        r" (?:period|holidays?|break|vacation|season)"
        r"|(?:[Oo]ver|[Dd]uring) (?:Christmas|Easter))\b",
    ),
    ("by", r"(?i:by the (?:end|start|beginning|middle|close|turn) (?:of )?[^.,;:”\"]{3,40})"),
    (
        "no not",
        rf"(?:[Nn]o|[Nn]ot) later than (?:{words.OTHER_FEASTS}\b|(?i:the |its |our |their )"
        r"(?!\d)[^.,;:”\"]{3,40})",
    ),
    ("by", r"(?i:by (?:cob|cop|eod|close of (?:play|business))(?=[.,;:)]|$))"),
    (
        "by",
        r"(?i:by the next (?:[\w-]+ ){0,2}(?:elections?|census|round|stage|phase|review|budget"
        r"|inspection|cycle|wave|generation)\b)",
    ),
    (
        "within in over during",
        r"(?i:(?:within|in|over|during) the (?:lifetime|life|course) of (?:the|this) "
        rf"{_UP_TO_STOP})",
    ),
    ("in", rf"(?i:in advance of (?:the|its|our|their) {_UP_TO_STOP})"),
    ("by", r"(?i:by the time [^.,;:”\"]{3,40})"),
    (
        "at before",
        r"(?i:(?:at|before) (?!the end of the day(?:[.,;]|$))"
        r"the (?:start|end|beginning|close|turn) (?:of )?"
        r"[^.,;:”\"]{3,40})",
    ),
    (
        "before ahead prior",
        r"(?i:(?:before|ahead of(?! that\b)|prior to) (?:the (?!age\b|house\b|court|committee\b"
        r"|panel\b)|this |that |its |our |his |her |any )[^.,;:”\"]{3,60})",
    ),
)
"""Openers, and a pattern for the whole; the first row that matches wins."""


RECURRENT_OPENERS = frozenset(one for openers, _ in _RECURRENT for one in openers.split())
VAGUE_OPENERS = frozenset(one for openers, _ in _VAGUE for one in openers.split())


@cache
def _any_of(rows: tuple[str, ...]) -> re.Pattern[str]:
    """Compiled when they are first wanted; several openers begin the same rows."""
    return by_letter("|".join(f"(?:{one})" for one in rows))


@cache
def _recurrent_rows(opener: str) -> re.Pattern[str]:
    """The rows that an opener begins as one pattern, in their order."""
    return _any_of(tuple(pattern for openers, pattern in _RECURRENT if opener in openers.split()))


@cache
def _vague_rows(opener: str) -> re.Pattern[str]:
    return _any_of(tuple(pattern for openers, pattern in _VAGUE if opener in openers.split()))


def recurrent(opener: str, flat: str, at: int, end: int) -> Deadline | None:
    """What comes round again: "every quarter", "on the first Monday of each month"."""
    match = _recurrent_rows(opener).match(flat, at, end)
    return _trimmed(flat, at, match.end(), "recurrent") if match is not None else None


def vague(opener: str, flat: str, at: int, end: int) -> Deadline | None:
    """Words that bound an act and name no day: "in due course", "before the recess"."""
    match = _vague_rows(opener).match(flat, at, end)
    return _trimmed(flat, at, match.end(), "vague") if match is not None else None


def _trimmed(flat: str, at: int, stop: int, kind: str) -> Deadline:
    while flat[stop - 1] in " .,":
        stop -= 1
    if kind == "vague":
        return Deadline(flat[at:stop], None, "vague", at, stop)
    return Deadline(flat[at:stop], None, "recurrent", at, stop)


def unresolved(flat: str, at: int, stop: int) -> Deadline:
    """A time whose day only the words before it could tell."""
    return Deadline(flat[at:stop], None, "relative", at, stop)
