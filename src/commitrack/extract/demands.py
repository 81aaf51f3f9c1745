"""Must, should and need to: a recommendation to others, an aspiration, or nothing."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.lexicon import CHANGES, STATES, is_act
from commitrack.extract.subject_kinds import SubjectKind, head_words
from commitrack.extract.subjects import is_animate
from commitrack.extract.wordlist import words
from commitrack.model.kinds import Kind

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame

_IDIOM = re.compile(
    r"(?:frank|honest with you|clear(?: that)?|brief|said|fair|admitted|remembered|stressed"
    r"|noted|read as"
    r"|leave|confess|admit|say|add|declare|begin|like|be failing|thank|stress|emphasise)\b"
)
_INFERENCE = re.compile(r"be (?:very|so|quite|about|some|the|wondering|tempting|in)\b|have \w+")
_QUALITY = re.compile(r"(?:more |very |as )?(?!part\b|involved\b|at\b|in\b)[a-z]+(?: |$)(?!of\b)")
_FEELING = re.compile(
    r"(?:able|free|safe|sure|confident|proud|too|ashamed|alive|treated|heard|aware|clear|afraid|at)\b"
)


_LIFELESS = words(
    """
    benefits books buildings changes costs decisions documents figures homes it letters levels
    measures numbers plans prices processes rates records reforms reports resources results
    rules scores services standards systems targets vehicles words
    """
)


def _acts_as_people(frame: Frame) -> bool:
    """A plural that is asked for an act stands for those who do it: "the coastal provinces"."""
    words = head_words(frame.subject.name or frame.subject.text)
    noun = words[-1] if words else ""
    plural = noun.endswith("s") and not noun.endswith("ss")
    return (
        plural
        and noun not in _LIFELESS
        and not frame.passive
        and is_act(frame.verb)
        and frame.verb not in CHANGES
    )


def _feel(frame: Frame) -> bool:
    """Whether only people can be in the state that is asked for: be able, be confident, feel."""
    noun = (head_words(frame.subject.name or frame.subject.text) or [""])[-1]
    many = noun.endswith("s") and not noun.endswith("ss") and noun not in _LIFELESS
    they = frame.subject.pronoun and frame.subject.text.casefold() == "they"
    state = frame.verb in STATES - {"be", "have", "benefit", "see"} or (
        frame.verb == "be" and _FEELING.match(frame.complement) is not None
    )
    return (many or they) and state


def judge(frame: Frame) -> tuple[Kind | None, str]:
    """The kind of a clause with must, should or need to, and the name of the rule that decided."""
    subject, verb = frame.subject, frame.verb
    kind = subject.kind
    rest = frame.flat[frame.verb_start : frame.end] if frame.verb_start > 0 else ""
    perfect = re.match(
        r"(?: never| not| also)? have (?:been|\w+ed|known|had|done|taken|told)\b",
        frame.flat[frame.hit.end : frame.end],
    )
    if perfect:
        return None, "past: should have"
    if kind in (SubjectKind.SECOND, SubjectKind.DEMONSTRATIVE, SubjectKind.NONE):
        return None, "no addressee"
    if kind is SubjectKind.EXISTENTIAL:
        return (Kind.RECOMMENDATION, "there-should") if rest.startswith("be") else (None, "no act")
    if kind is SubjectKind.FIRST:
        singular = subject.text.casefold() == "i"
        if (
            _IDIOM.match(rest)
            or re.match(r"be (?:frank|brief|clear|fair)\b", rest)
            or (singular and "should" in frame.flat[frame.hit.start : frame.hit.end])
        ):
            return None, "polite formula"
        return Kind.ASPIRATION, "own-must"
    if kind is SubjectKind.NOBODY:
        if subject.text.casefold().endswith("of us"):
            return Kind.ASPIRATION, "own-must"
        if subject.text.casefold() == "nothing" or frame.passive:
            return None, "nobody is asked"
        return Kind.ASPIRATION, "state-of-people"
    if subject.text.casefold() == "it" and re.match(
        r"be (?:said|admitted|remembered|stressed|noted|hoped|emphasised|acknowledged"
        r"|recognised)\b",
        rest,
    ):
        return None, "idiom"
    if not is_animate(subject) and not _acts_as_people(frame):
        if _feel(frame):
            return Kind.ASPIRATION, "state-of-people"
        if (
            frame.passive
            and is_act(verb)
            and not re.search(r"\blightly\b|\bby (?:a|an) \w+ of\b", rest)
        ):
            if frame.hit.cue.name != "must-verb" or re.search(
                r"\b(?:by|within|to|in)\b", frame.tail
            ):
                return Kind.RECOMMENDATION, "passive-demand"
            return Kind.RECOMMENDATION, "passive-demand"
        return None, "norm: an inanimate subject"
    if frame.passive:
        if re.match(r"(?:be|have) (?:\w+ly )?(?:treated|heard|respected|valued|believed)\b", rest):
            return Kind.ASPIRATION, "state-of-people"
        return Kind.RECOMMENDATION, "passive-demand"
    if (
        frame.hit.cue.name == "must-verb"
        and verb == "be"
        and not re.match(r"be (?:offered|given|told)", rest)
    ):
        return (
            (None, "must of inference")
            if _INFERENCE.match(rest)
            else (Kind.ASPIRATION, "state-of-people")
        )
    bodies = (SubjectKind.OWN, SubjectKind.BODY, SubjectKind.PART, SubjectKind.PERSON)
    if verb in ("see", "hear", "have") and kind in bodies:
        return Kind.RECOMMENDATION, "demand"
    if verb in STATES and not re.match(r"have an? |see the ", rest):
        if (
            verb == "be"
            and not _FEELING.match(frame.complement)
            and not (frame.hit.cue.name == "need-verb" and _QUALITY.match(frame.complement))
        ):
            return Kind.RECOMMENDATION, "demand"
        if frame.complement.startswith("alive"):
            return None, "nobody is asked"
        if verb == "have" and not re.match(r"have to\b", rest):
            return Kind.RECOMMENDATION, "demand"
        return Kind.ASPIRATION, "state-of-people"
    if verb in CHANGES and kind is SubjectKind.INDEFINITE:
        return None, "prediction with should"
    if kind in (SubjectKind.PEOPLE, SubjectKind.INDEFINITE) and re.match(r"have to\b", rest):
        return Kind.ASPIRATION, "state-of-people"
    return Kind.RECOMMENDATION, "demand"
