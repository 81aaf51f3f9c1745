"""Which of the times in a clause bounds its act, and which belongs to a clause inside it."""

from __future__ import annotations

import re
from itertools import zip_longest
from typing import TYPE_CHECKING

from commitrack.extract import deadlines
from commitrack.extract.by_letter import by_letter

if TYPE_CHECKING:
    from commitrack.extract.items import Draft
    from commitrack.extract.result import Deadline
    from commitrack.extract.subjects import Scene

_DEEP = by_letter(
    r"\b(?:(?<!\bof )(?<!\bin )(?<!\bat )(?<!\bfor )(?<!\bwith )(?<!\bto )that|which|who|whose"
    r"|because|after|when|where|whether|if|until|unless|since|provided that|(?<=, )provided"
    r"|before (?:they|we|it|he|she|you|anyone|anybody)"
    r"|(?<=\w )(?<!how )(?<!what )(?<!why )(?<!and )(?<!as )(?<!than )(?:it|they|he|she|we|I|you)"
    r" (?:was|were|had|has|have|is|are))\b"
)
_RELATIVE = frozenset(["that", "which", "who", "whose", "where"])
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|would|must|should|shall|can|could|may|might|able|due|is to|are to|needs? to|not)\b"
)
"""A dependent clause with one of these may have a deadline of its own."""
_DEPENDS = by_letter(
    r"\b(?:if|once|after|following|since|subject to|because|unless|although|while|having|provided"
    r"|pending|given|building on|in response to)\b",
    ignore_case=True,
)
"""A time behind one of these, before the clause, is that of a condition or of the background."""
_WHEN = re.compile(r"\b(?:when|as)\b", re.IGNORECASE)
"""A time behind one of these bounds the act only when the clause has none itself."""
_AUXILIARY = re.compile(r"\b(?:will|shall|must|should|would|to),? $")
_STARTS = re.compile(r"(?:From|Since|As of|As from|With effect from|Starting|Beginning)\b")
_LENGTH = re.compile(r"(?:with)?in (?!the next|the coming)", re.IGNORECASE)
"""A length of time which runs anew once a practice has started, and not from the statement."""


def deadline(flat: str, draft: Draft, scene: Scene) -> Deadline | None:
    """The deadline of a draft: its own, or else the one of its lead-in."""
    reckoning = scene.context.reckoning
    found: list[Deadline] = []
    weak: list[Deadline] = []
    if draft.front is not None:
        for one in deadlines.find(flat, *draft.front, reckoning):
            before = flat[draft.front[0] : one.start]
            if not _DEPENDS.search(before):
                (weak if _WHEN.search(before) else found).append(one)
    deep = _DEEP.search(flat, draft.verb_at, draft.end)
    if deep and deep.group() == "that" and draft.verb in ("ensure", "guarantee", "make", "agree"):
        deep = _DEEP.search(flat, deep.end(), draft.end)
    stop = deep.start() if deep else draft.end
    within = deadlines.find(flat, draft.start, draft.end, reckoning)
    begin = draft.verb_at if draft.front is None or draft.front[1] <= draft.verb_at else draft.start
    found += [
        one
        for one in within
        if (one.start >= begin or _before_verb(flat, one, draft.verb_at))
        and (
            one.start <= stop
            or _after_aside(flat, draft.verb_at, one.start)
            or (deep and _closes(flat, deep, one, draft.end))
        )
    ]
    if draft.negated:
        found = [
            one for one in found if not one.text.casefold().startswith(("before", "until", "at "))
        ]
    found = _last_of_two(flat, found + weak)
    own = deadlines.best(found, reckoning.earliest)
    starts = draft.front is not None and _STARTS.match(flat, *draft.front)
    if own is not None and own.kind == "relative" and starts and _LENGTH.match(own.text):
        own = own._replace(date=None)
    return own or draft.inherited


def _before_verb(flat: str, due: Deadline, verb_at: int) -> bool:
    """Whether a time stands between the auxiliary and its verb: "must, by 31 March, publish"."""
    if due.end > verb_at or flat[due.end : verb_at].strip(" ,"):
        return False
    return _AUXILIARY.search(flat, max(0, due.start - 20), due.start) is not None


def _last_of_two(flat: str, found: list[Deadline]) -> list[Deadline]:
    """Without a time that another follows at once: "reach net zero by 2050 by the end of May".

    The first belongs to what is planned, the second to the planning.
    """
    return [
        one
        for one, following in zip_longest(found, found[1:])
        if following is None
        or one.date is None
        or following.date is None
        or flat[one.end : following.start] != " "
    ]


def _closes(flat: str, deep: re.Match[str], due: Deadline, end: int) -> bool:
    """Whether "by DAY" at the very end bounds the whole clause and not the dependent one in it.

    It does behind a comma, and behind a relative clause that looks at the present or the past:
    "train every conductor who works at night by May".
    """
    if due.date is None or due.end < end or not due.text.casefold().startswith("by "):
        return False
    between = flat[deep.start() : due.start]
    if between.endswith(", "):
        return True
    return deep.group() in _RELATIVE and not _LOOKS_AHEAD.search(between)


def _after_aside(flat: str, start: int, at: int) -> bool:
    """A dependent clause closed by a comma no longer holds what follows."""
    return bool(
        re.search(r", (?:which|who|whose|where)\b[^,]*,", flat[start:at])
    ) and not re.search(r"\bthat\b", flat[start:at])
