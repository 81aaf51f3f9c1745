"""The words that bound an act in time, and the last day which they allow.

A time begins with one of a few words, its opener. Each word of a clause is looked up once, and
only an opener is read further, by the rules which can begin with it, in order.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from commitrack.extract import deadline_lengths as lengths
from commitrack.extract import deadline_phrases as phrases
from commitrack.extract import deadline_points as points
from commitrack.extract.by_letter import by_letter
from commitrack.extract.numerals import WORDS
from commitrack.extract.result import Deadline
from commitrack.extract.vocabulary import Vocabulary
from commitrack.extract.wordlist import words as words_of

if TYPE_CHECKING:
    import datetime
    from collections.abc import Callable

    from commitrack.extract.reckoning import Reckoning

    Rule = Callable[[str, str, int, int, int, Reckoning], Deadline | None]

_WORD = re.compile(r"[A-Za-z]+|\d+")
_HELD_BACK = by_letter(
    r"(?i:\b(?:not|until|till|never|since|after|from|(?<!less )(?<!fewer )than|starting|beginning"
    r"|commencing|as of|as at|no earlier|as early as))$"
)
"""What turns a time into something else than a bound: "not before May", "starting in May"."""
_DATES = frozenset(["in", "on", "between", "during"])
_DONE = by_letter(
    r"(?<!\bbe)(?<!\bbeen)(?<!\bbeing)(?<!\bis)(?<!\bare)(?<!\band)(?<!\bor)(?<!\bnot)(?<!ly)(?<!\bit)"
    r" (?:made|taken|issued|signed|adopted|born|received|launched|announced|raised|reported"
    r"|enacted|passed|submitted|lodged|given|sent|awarded|granted|reached|recorded"
    r"|served|dated|published|filed)$"
)
"""A participle behind its noun: "decisions taken in May" are not to be taken in May."""
_NOT_BARE = frozenset(
    ["of", "for", "from", "since", "to", "than", "last", "after", "until", "between", "and", "the"]
)
"""After these words "next year" belongs to something else: "a budget for next year"."""


def _point(_: str, flat: str, at: int, end: int, __: int, by: Reckoning) -> Deadline | None:
    return points.point(flat, at, end, by)


def _bare(_: str, flat: str, at: int, end: int, floor: int, by: Reckoning) -> Deadline | None:
    before = flat[max(floor, at - 12) : at].rstrip().rpartition(" ")[2]
    return None if before.casefold() in _NOT_BARE else points.bare(flat, at, end, by)


_NOT_A_DAY = _NOT_BARE | {
    "dated", "ended", "ending", "a", "its", "our", "their", "his", "her", "this", "that", "last",
    "on", "by", "in", "is", "are", "was",
}  # fmt: skip
_AMERICAN = re.compile(
    r"[A-Z]\w+\.? \d{1,2}(?:[-–]\d{1,2})?"
    r"(?=[.,;:)”\"]|$| (?:at|in|on|to|and|with|for|through|before|when)\b)"
)


def _american(_: str, flat: str, at: int, end: int, floor: int, by: Reckoning) -> Deadline | None:
    """A month and day without "on": "the court will hear it March 3"."""
    before = flat[max(floor, at - 12) : at].rstrip().rpartition(" ")[2]
    if not before.isalpha() or before.casefold() in _NOT_A_DAY:
        return None
    return points.alone(flat, at, end, by) if _AMERICAN.match(flat, at, end) else None


_CLOSING_WEEKDAY = re.compile(
    r"[A-Z]\w+day(?=[.,;:)”\"]|$| (?:morning|afternoon|evening|night)\b"
    r"| \d{1,2}(?:st|nd|rd|th)? [A-Z])"
)
_NOT_A_WEEKDAY = _NOT_BARE | {
    "on", "a", "one", "this", "that", "next", "coming", "every", "each", "black",
    "good", "easter", "super",
}  # fmt: skip


def _weekday(_: str, flat: str, at: int, end: int, floor: int, by: Reckoning) -> Deadline | None:
    """A weekday that ends the clause without "on": "the Senate will vote Tuesday"."""
    before = flat[max(floor, at - 12) : at].rstrip().rpartition(" ")[2]
    if not before.isalpha() or before.casefold() in _NOT_A_WEEKDAY:
        return None
    return points.alone(flat, at, end, by) if _CLOSING_WEEKDAY.match(flat, at, end) else None


def _meeting(_: str, flat: str, at: int, end: int, __: int, by: Reckoning) -> Deadline | None:
    return points.meeting(flat, at, end, by)


def _labelled(_: str, flat: str, at: int, end: int, __: int, by: Reckoning) -> Deadline | None:
    return points.labelled(flat, at, end, by)


def _length(_: str, flat: str, at: int, end: int, floor: int, by: Reckoning) -> Deadline | None:
    return lengths.length(flat, at, end, floor, by)


def _first(_: str, flat: str, at: int, end: int, __: int, ___: Reckoning) -> Deadline | None:
    return lengths.first(flat, at, end)


def _limit(_: str, flat: str, at: int, end: int, __: int, by: Reckoning) -> Deadline | None:
    return lengths.limit(flat, at, end, by)


def _from_now(_: str, flat: str, at: int, end: int, __: int, by: Reckoning) -> Deadline | None:
    return lengths.from_now(flat, at, end, by)


_SOME_DAY = re.compile(
    r"(?i:(?:by|on|within|before) the (?:same|next|following) (?:(?:working|business|school"
    r"|calendar) )?day\b)"
)


def _some_day(_: str, flat: str, at: int, end: int, __: int, ___: Reckoning) -> Deadline | None:
    """ "on the same day", "by the next working day": which day, the words before would tell."""
    match = _SOME_DAY.match(flat, at, end)
    return phrases.unresolved(flat, at, match.end()) if match else None


_ELLIPSIS = re.compile(rf"(?i:within (?:{'|'.join(sorted(WORDS))}|\d{{1,3}})(?=[.,;:”\"]|$))")


def _ellipsis(_: str, flat: str, at: int, end: int, __: int, ___: Reckoning) -> Deadline | None:
    """ "within ten": the unit was said before."""
    match = _ELLIPSIS.match(flat, at, end)
    return phrases.unresolved(flat, at, match.end()) if match else None


def _recurrent(word: str, flat: str, at: int, end: int, __: int, ___: Reckoning) -> Deadline | None:
    return phrases.recurrent(word, flat, at, end)


def _vague(word: str, flat: str, at: int, end: int, __: int, ___: Reckoning) -> Deadline | None:
    return phrases.vague(word, flat, at, end)


@cache
def _rules() -> dict[str, tuple[str, tuple[Rule, ...]]]:
    """The opener and its rules by each way to write it; the earlier of two that match wins."""
    table: tuple[tuple[str, Rule], ...] = (
        ("on by at in before after", _recurrent),
        ("no not by at up", _limit),
        ("at to by for in", _meeting),
        ("within in over during inside throughout", _length),
        (
            "by no not on before prior ahead over throughout between from at for in within during"
            " come towards around inside latest with effective",
            _point,
        ),
        ("within in during over", _first),
        ("within", _ellipsis),
        ("by on within before", _some_day),
        ("due deadline target date when timescale timeline completion", _labelled),
        ("this next later early late earlier mid midway halfway tomorrow tonight a", _bare),
        (
            "january february march april may june july august september october november"
            " december jan feb mar apr jun jul aug sept sep oct nov dec",
            _american,
        ),
        ("monday tuesday wednesday thursday friday saturday sunday", _weekday),
        (" ".join(sorted(WORDS)), _from_now),
        (" ".join(str(count) for count in range(1, 100)), _from_now),
        (" ".join(phrases.RECURRENT_OPENERS), _recurrent),
        (" ".join(phrases.VAGUE_OPENERS), _vague),
    )
    rules: dict[str, list[Rule]] = {}
    for openers, rule in table:
        for opener in openers.split():
            some = rules.setdefault(opener, [])
            if rule not in some:
                some.append(rule)
    return {
        form: (opener, tuple(some))
        for opener, some in rules.items()
        for form in (opener.upper(), opener.capitalize(), opener)
    }


def _openers(flat: str, start: int, end: int) -> list[tuple[int, str]]:
    """Where the words stand with which a time can begin, and how they are written, in order."""
    return [
        (at + place, form)
        for at, piece in _OPENERS.where(flat[start:end].split(" "), start)
        for place, form in _OPENERS[piece]
    ]


def _openers_in(piece: str) -> tuple[tuple[int, str], ...]:
    rules = _rules()
    inside = _WORD.finditer(piece)
    return tuple((one.start(), one.group()) for one in inside if one.group() in rules)


_OPENERS = Vocabulary(_openers_in)
"""Where in the letters between two blanks a time can begin, and with which word."""


def find(flat: str, start: int, end: int, reckoning: Reckoning) -> list[Deadline]:
    """Every deadline in ``flat[start:end]`` in order, none inside another.

    Without the day of the statement in ``reckoning`` relative words stay unresolved.
    """
    found: list[Deadline] = []
    reached = start
    for at, form in _openers(flat, start, end):
        if at < reached or (at > start and (flat[at - 1] in "-'’" or flat[at - 1].isalnum())):
            continue
        one = _begun(form, flat, at, start, end, reckoning)
        if one is not None:
            _add(found, one, flat)
            reached = one.end
    if not found and flat.rfind("(", start, end) >= 0:
        last = points.bracketed(flat, start, end, reckoning)
        if last is not None:
            found.append(last)
    return found


def first(flat: str, start: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """The deadline with which the words begin, and no later one."""
    stop = flat.find(" ", start, end)
    openers = _OPENERS[flat[start : stop if stop >= 0 else end]]
    if not openers or openers[0][0]:
        return None
    one = _begun(openers[0][1], flat, start, start, end, reckoning)
    if one is not None and one.kind == "recurrent":
        return find(flat, start, end, reckoning)[0]  # what follows may be part of it
    return one


def _begun(
    form: str, flat: str, at: int, start: int, end: int, reckoning: Reckoning
) -> Deadline | None:
    """The deadline that begins with the opener at ``at``, written so, in ``flat[start:end]``."""
    word, rules = _rules()[form]
    goes_on = _GOES_ON.get(word)
    if goes_on is not None and _word_at(flat, at + len(form) + 1, end) not in goes_on:
        return None
    if word == "before" and points.is_in_front(flat, at, end):
        return None
    for rule in rules:
        one = rule(word, flat, at, end, start, reckoning)
        if one is not None:
            return None if _is_held(word, flat, max(start, at - 30), at) else one
    return None


_OWN = "the its our their his her"
_GOES_ON = {
    "to": words_of(f"{_OWN} next"),
    "with": words_of("effect immediate all"),
    "no": words_of("later more less"),
    "not": words_of("later more less"),
}
"""What must follow a word that seldom begins a time, in small letters, for it to begin one."""


def _word_at(flat: str, at: int, end: int) -> str:
    """The letters from ``at`` to the next blank, as small ones."""
    stop = flat.find(" ", at, end)
    return flat[at : stop if stop >= 0 else end].lower()


def _is_held(word: str, flat: str, start: int, at: int) -> bool:
    """Whether the words before a time make it no bound of an act to come."""
    before = max(start, at - 1)
    if word in _DATES and _DONE.search(flat, start, before):
        return True
    return word != "immediately" and _HELD_BACK.search(flat, start, before) is not None


def _add(found: list[Deadline], one: Deadline, flat: str) -> None:
    """Add a time, or make it one with the recurrence before it: "annually by 30 June"."""
    last = found[-1] if found else None
    if (
        last is not None
        and last.kind == "recurrent"
        and flat[last.end : one.start] == " "
        and one.kind in ("fixed", "relative")
        and (one.kind == "relative" or not one.text.casefold().startswith(("by ", "no", "before")))
    ):
        found[-1] = Deadline(flat[last.start : one.end], None, "recurrent", last.start, one.end)
        return
    found.append(one)


def beginning(flat: str, start: int, end: int, reckoning: Reckoning) -> int | None:
    """Where "From next month" ends, when words from which on something holds stand at ``start``."""
    return points.beginning(flat, start, end, reckoning)


def best(found: list[Deadline], statement: datetime.date | None) -> Deadline | None:
    """The one that bounds the act: a day before a recurrence, a recurrence before vague words.

    A day before the statement is background and never a deadline.
    """
    live = [one for one in found if not (one.date and statement and one.date < statement)]
    for kinds in (("fixed", "relative"), ("recurrent",), ("vague",)):
        for one in live:
            if one.kind in kinds:
                return one
    return None


def alone(flat: str, start: int, end: int, reckoning: Reckoning) -> Deadline | None:
    """The deadline in a cell or a line of its own, where "by" may be left out."""
    inside = find(flat, start, end, reckoning)
    return inside[0] if inside else points.alone(flat, start, end, reckoning)
