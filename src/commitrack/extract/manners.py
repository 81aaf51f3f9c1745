"""The guard of what speakers do by speaking, which leaves nothing to deliver."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.calendar_words import ON_A_DAY
from commitrack.extract.lexicon import POLITE
from commitrack.extract.subject_kinds import SubjectKind

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame
_HOPES_IT_HELPS = re.compile(
    r" (?:that )?(?:the [A-Z]\w+ will find (?:it|this|that|these)|this|these|you|it"
    r"|the (?:above|information))\b(?: \w+)?"
    r" (?:is|are|helpful|useful|clarif|answer|help|find"
    r"|assist|enjoy|agree|understand|explain|reassur|address|provid|will (?:find|join|agree|enjoy))"
)
_TURNS_TO = re.compile(r" (?:to|back to|on to|into|through)\b")
_TO_THE_NEXT = re.compile(r" (?:you )?(?:back|over) to\b")
_SAYS = frozenset(["announce", "say", "make", "give", "list", "read", "repeat", "rehearse"])
_HERE = re.compile(r"\b(?:tonight|today|here|this (?:morning|afternoon|evening))\b")
"""Where a speech is given: what is not said there is no more than left unsaid."""


def polite(frame: Frame) -> str | None:
    """What a speaker does by speaking ("I will not keep you long") leaves nothing to deliver."""
    if frame.subject.kind is not SubjectKind.FIRST:
        return None
    singular = frame.subject.text.casefold() == "i"
    verb = frame.verb
    if frame.hit.cue.name == "hope-verb":
        return "polite formula" if _HOPES_IT_HELPS.match(frame.tail) else None
    if frame.hit.cue.name == "want-verb":
        match = re.match(r" to (\w+)", frame.flat[frame.hit.end : frame.hit.end + 30])
        verb = match[1] if match else ""
        if match and (
            verb in POLITE
            or verb in ("be", "stress", "pay", "start", "make", "emphasise", "set", "explain")
        ):
            return "polite formula"
        return None
    if verb in ("try", "endeavour"):
        tried = re.match(r" (?:not )?to (\w+)", frame.tail)
        return "polite formula" if tried and tried[1] in POLITE else None
    if singular and verb in ("come", "get", "go") and _TURNS_TO.match(frame.tail):
        return None if ON_A_DAY.search(frame.tail) else "polite formula"
    if singular and verb == "take" and re.match(r" (?:your |any |some )?questions\b", frame.tail):
        return "polite formula"
    if verb == "keep" and not re.match(r" you\b", frame.tail):
        return None
    if (singular and verb in POLITE and verb != "be") or verb in ("talk", "pretend", "dwell"):
        return "polite formula"
    if (
        frame.negated
        and singular
        and verb in ("dress", "insult", "bore", "burden", "trouble", "weary")
    ):
        return "polite formula"
    if frame.negated and verb in ("speculate", "comment", "guess", "prejudge"):
        return "polite formula"
    if frame.negated and verb == "make" and re.match(r" (?:an?|any) promises?\b", frame.tail):
        return "polite formula"
    if (
        singular
        and verb == "take"
        and re.match(r" (?:them|these|those|each) in turn\b", frame.tail)
    ):
        return "polite formula"
    if verb == "hand" and _TO_THE_NEXT.match(frame.tail):
        return "polite formula"
    if frame.negated and verb in _SAYS and _HERE.search(frame.tail):
        return "polite formula"
    return None
