"""Which of the times in a clause bounds its act, and which belongs to a clause inside it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract import deadlines

if TYPE_CHECKING:
    from commitrack.extract.items import Draft
    from commitrack.extract.result import Deadline
    from commitrack.extract.subjects import Scene

_DEEP = re.compile(
    r"\b(?:(?<!\bof )(?<!\bin )(?<!\bat )(?<!\bfor )(?<!\bwith )(?<!\bto )that|which|who|whose"
    r"|because|after|when|where|whether|if|until|unless|since|provided)\b"
)
_RELATIVE = frozenset(["that", "which", "who", "whose", "where"])
_LOOKS_AHEAD = re.compile(
    r"\b(?:will|would|must|should|shall|can|could|may|might|able|due|is to|are to|needs? to|not)\b"
)
"""A dependent clause with one of these may have a deadline of its own."""


def deadline(flat: str, draft: Draft, scene: Scene) -> Deadline | None:
    """The deadline of a draft: its own, or else the one of its lead-in."""
    date = scene.context.date if scene.context.date_precision == "day" else None
    found = []
    if draft.front is not None:
        found += deadlines.find(flat, *draft.front, date)
    deep = _DEEP.search(flat, draft.verb_at, draft.end)
    if deep and deep.group() == "that" and draft.verb in ("ensure", "guarantee", "make", "agree"):
        deep = _DEEP.search(flat, deep.end(), draft.end)
    stop = deep.start() if deep else draft.end
    within = deadlines.find(flat, draft.start, draft.end, date)
    begin = draft.verb_at if draft.front is None or draft.front[1] <= draft.verb_at else draft.start
    found += [
        one
        for one in within
        if one.start >= begin
        and (
            one.start < stop
            or _after_aside(flat, draft.verb_at, one.start)
            or (deep and _closes(flat, deep, one, draft.end))
        )
    ]
    if draft.negated:
        found = [
            one for one in found if not one.text.casefold().startswith(("before", "until", "at "))
        ]
    own = deadlines.best(found, date)
    return own or draft.inherited


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
