"""Words that say when: beginnings, recurrences, and the bounds of a quote that was typed in."""

from __future__ import annotations

from commitrack.model.lint.clues import Clue
from commitrack.model.lint.grammar import NUMBER

_FROM_A_DAY = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december"
    r"|monday|tuesday|wednesday|thursday|friday|saturday|sunday|today|tomorrow|now|then"
    r"|next (?:week|month|year|term|spring|summer|autumn|fall|winter|financial year|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday)|this (?:week|month|year|term|spring|summer"
    r"|autumn|fall|winter)|the (?:start|beginning|first) of (?:the |next |this )?\w+"
    r"|(?:early|mid|late) \d{4}|\d{4}|\d{1,2}(?:st|nd|rd|th)? "
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december))"
)

STARTS = (
    Clue("from", then=rf" {_FROM_A_DAY}"),
    Clue(
        "starting beginning effective commencing", then=rf" (?:in |on |from |with )?{_FROM_A_DAY}"
    ),
    Clue("immediately forthwith", but_not=r" (?:after|before|adjacent|behind|to)"),
    Clue("immediate", after=r"with ", then=r" effect"),
    Clue("straight right", then=r" away"),
    Clue("at", then=r" once"),
)

_UNIT = (
    r"(?:hour|day|night|morning|evening|weekend|weekday|week|fortnight|month|quarter|year|term|session|season|meeting|monday|tuesday"
    r"|wednesday|thursday|friday|saturday|sunday|spring|summer|autumn|fall|winter|school day"
    r"|working day|financial year|time)"
)

RECURS = (
    Clue("every each", then=rf" (?:other |second |third |{NUMBER} )?{_UNIT}s?"),
    Clue(
        "annually yearly monthly weekly daily quarterly fortnightly nightly hourly biannually "
        "biennially bi-annually bi-monthly",
        not_after=r"the ",
    ),
    Clue(
        "annual monthly weekly daily quarterly fortnightly termly yearly",
        after=r"(?:an?|its|our|their) ",
    ),
    Clue("once twice times", then=rf" (?:a|an|per|each|every) {_UNIT}"),
    Clue("per", then=r" (?:annum|year|month|week|quarter|day)"),
    Clue("all", then=r" year round"),
)

BY_THEN = (
    Clue(
        "by before until till within no",
        then=rf" (?:later than )?(?:the )?(?:start of |end of |close of |middle of )?(?:the )?"
        rf"(?:{_FROM_A_DAY}|(?:next |coming |following |current )?(?:{NUMBER} )?(?:working "
        rf"|school |financial |calendar )?{_UNIT}s?|easter|christmas|ramadan|diwali|recess|q[1-4])",
    ),
    Clue(
        "in on over during", then=rf" (?:the )?(?:(?:next|coming) {NUMBER}|next|coming) {_UNIT}s?"
    ),
)
