"""Guards for verbs in the past: they look ahead only in what is reported, or in minutes.

A guard returns why it holds the cue back, or None to let it pass.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import by_letter
from commitrack.extract.lexicon import may_act
from commitrack.extract.subject_kinds import ACTORS, SubjectKind
from commitrack.model.kinds import Kind

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame

_SUPPOSES = by_letter(r"\b(?:if|were|otherwise|unless|whether|could|might)\b", ignore_case=True)


_KEPT = re.compile(
    r",? (?:and|but) (?:we|it|they|he|she|I) (?:did|have|has|kept)(?: not|n't| so)?(?=[ .,;]*$"
    r"| not\b)"
)


_UNDER_A_DRAFT = re.compile(
    r"Under (?:the|this|that|a|its|their) (?:\w+ )?(?:draft|proposals?|plans?|bill|option|scheme)\b"
)
_HAVE_DONE = re.compile(r"(?: not| never)? have [a-z]+")
_SAID_BEHIND = re.compile(
    r",[”\"]? [^.;:]{1,80}?\b(?:said|added|confirmed|announced|explained|promised|told [a-z]+)\b"
)
"""Who said it, told behind it: "The association would go to court, he added"."""


_GAVE_ITS_WORD = frozenset(["promised", "pledged", "vowed", "guaranteed", "undertook"])


def backshift_only(frame: Frame) -> str | None:
    """Would and intended look ahead only in what somebody said in the past."""
    governor = frame.governor
    if governor is not None and _KEPT.match(frame.flat, frame.end, frame.sentence.end):
        return "a promise that is said to have been kept or broken"
    if governor is not None and governor.kind in ("report", "resolve") and governor.past:
        mine = governor.subject.kind is SubjectKind.FIRST and (
            frame.subject.kind is SubjectKind.FIRST or governor.word in _GAVE_ITS_WORD
        )
        own_words = not frame.scene.context.minutes and mine
        return "what the speaker has promised before" if own_words else None
    if governor is not None and governor.word.isupper():
        return None
    if _UNDER_A_DRAFT.match(frame.words):
        return "hypothetical: how a proposal would work"
    perfect = frame.complement == "" and _HAVE_DONE.match(frame.flat, frame.hit.end)
    if (
        governor is None
        and not perfect
        and _SAID_BEHIND.match(frame.flat, frame.end, frame.sentence.end)
    ):
        return None
    if (
        frame.scene.context.minutes
        and governor is None
        and frame.subject.kind
        not in (SubjectKind.FIRST, SubjectKind.SECOND, SubjectKind.EXISTENTIAL)
        and may_act(frame.verb)
        and not _SUPPOSES.search(frame.words)
    ):
        return None  # minutes report what was said, and need not say so each time
    return "hypothetical: not reported"


_OURS = frozenset({SubjectKind.OWN, SubjectKind.PART, SubjectKind.PERSON})
_LONG_AGO = re.compile(r"\b(?:last|ago|previous|earlier|had|in \d{4}|since)\b")


def minutes_only(frame: Frame) -> str | None:
    """A past "recommended" still asks only where a meeting's decisions are minuted."""
    if not frame.scene.context.minutes:
        kinds = ACTORS if frame.scene.context.news else _OURS
        told = frame.scene.context.genre in ("press", "statement", "news") and (
            frame.subject.kind in kinds - {SubjectKind.FIRST}
        )
        asks = (
            frame.hit.cue.kind is Kind.RECOMMENDATION
            and told
            and not _LONG_AGO.search(frame.flat, frame.sentence.start, frame.hit.end)
        )
        return None if asks else "past, and not in minutes"
    if frame.subject.text.casefold() == "the meeting":
        return None
    return None if frame.subject.kind in ACTORS | {SubjectKind.NONE} else "asked by an outsider"
