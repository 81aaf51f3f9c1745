"""Must, should and need to: a recommendation to others, an aspiration, or nothing.

A table of the rules, and the judge that says which of them decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import by_letter
from commitrack.extract.lexicon import (
    CHANGES,
    IRREGULAR,
    RESULTS,
    STATES,
    VAGUE_ACTS,
    is_act,
    may_act,
)
from commitrack.extract.subject_kinds import SubjectKind, head_words
from commitrack.extract.subjects import is_animate
from commitrack.extract.wordlist import words
from commitrack.model.frozen import dataclass
from commitrack.model.kinds import Kind

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame

_IDIOM = re.compile(
    r"(?:frank|honest with you|clear(?: that)?|brief|said|fair|admitted|remembered|stressed"
    r"|noted|read as"
    r"|leave (?:it|that|this|you|the stage|matters)|confess|admit|say|add|declare|begin|like"
    r"|be failing|thank|stress|emphasise)\b"
)
_INFERENCE = re.compile(r"be (?:very|so|quite|about|some|the|wondering|tempting|in)\b|have \w+")
_QUALITY = re.compile(r"(?:more |very |as )?(?!part\b|involved\b|at\b|in\b)[a-z]+(?: |$)(?!of\b)")
_FEELING = re.compile(
    r"(?:able|free|safe|sure|confident|proud|too|ashamed|alive|treated|heard|aware|clear|afraid|at)\b"
)


_BY_ALL = re.compile(r"\bby (?:all|every|any|each)\b")
_REGARDED = re.compile(
    r"be (?:treated|regarded|seen|viewed|thought of|understood|remembered|taken) (?:as|for)\b"
)
"""What people are to think of a thing, which nobody can deliver."""
_LIFELESS = words(
    """
    batteries benefits boilers books buildings changes costs decisions documents figures homes
    it letters levels machines measures numbers panels plans prices processes pumps rates
    records reforms reports resources results rules scores services standards systems targets
    turbines vehicles words
    """
)


@dataclass(frozen=True, slots=True)
class Demand:
    """One row of the table: what a clause with must, should or need to turns out to be."""

    name: str
    kind: Kind | None
    """None when it is no item."""
    doc: str
    example: str
    """A sentence that it decides."""


PAST = Demand(
    "past-should",
    None,
    '"Should have" looks back on what was not done.',
    "The Council should have published the report.",
)
NO_ADDRESSEE = Demand(
    "no-addressee",
    None,
    'Nobody, the hearer or only "this" is told what to do.',
    "You should bring your passport.",
)
THERE_SHOULD = Demand(
    "there-should",
    Kind.RECOMMENDATION,
    '"There should be": asked of whoever can bring it about.',
    "There should be a register of every landlord.",
)
NO_ACT = Demand(
    "no-act",
    None,
    '"There needs to" with no thing that should be.',
    "There must come a day of reckoning.",
)
POLITE_FORMULA = Demand(
    "polite-should",
    None,
    'What speakers say of their own speaking: "I should add", "we must be frank".',
    "I should add that it rained.",
)
OWN_DUTY = Demand(
    "own-duty",
    Kind.ASPIRATION,
    "The speaker's own side must, should or needs to: a duty without an undertaking.",
    "We must learn from what has happened here.",
)
NOBODY_ASKED = Demand(
    "nobody-asked",
    None,
    "Nothing and nobody is told to act.",
    "Nothing should be read into it.",
)
STATE_OF_PEOPLE = Demand(
    "state-of-people",
    Kind.ASPIRATION,
    "How people should feel, or what they should be able to do: no act, but a state to hope for.",
    "Staff need to feel able to speak up.",
)
IDIOM = Demand(
    "idiom",
    None,
    '"It must be said" and "readers should note" only introduce what is said.',
    "It must be said that the winter was mild.",
)
PASSIVE_DEMAND = Demand(
    "passive-demand",
    Kind.RECOMMENDATION,
    "A thing must or should be done, by whoever is in charge of it.",
    "The lifts should be repaired by May.",
)
NORM_FOR_THINGS = Demand(
    "norm-for-things",
    None,
    "How a thing ought to be, rather than what somebody ought to do.",
    "A policy must rest on evidence.",
)
INFERENCE = Demand(
    "inference",
    None,
    '"Must" of what one concludes, rather than of a duty.',
    "The families must be very tired.",
)
FORESEEN = Demand(
    "foreseen",
    None,
    '"Should" of what is likely.',
    "Most patients should improve.",
)
DEMAND = Demand(
    "demand",
    Kind.RECOMMENDATION,
    "Somebody else must, should or needs to act.",
    "The regulator should publish its findings.",
)
DEMANDS = (
    *(PAST, NO_ADDRESSEE, THERE_SHOULD, NO_ACT, POLITE_FORMULA, OWN_DUTY, NOBODY_ASKED),
    *(STATE_OF_PEOPLE, IDIOM, PASSIVE_DEMAND, NORM_FOR_THINGS, INFERENCE, FORESEEN, DEMAND),
)
"""Every rule for must, should and need to."""


_NAME_ALONE = re.compile(
    r"[A-Z][a-z]+(?<!ing)(?<!ion)(?<!ment)(?<!ness)(?<!ity)(?<!nce)(?<!ship)(?<!age)"
)
_BY_THEN = by_letter(r"\b[Bb]y (?:the end of|then|the time|\d|(?:next|this) |[A-Z][a-z]+ \d{4})")
_PERFECT = re.compile(r"(?: never| not| also)* have (?P<done>[a-z]+)\b")
IRREGULAR_FORMS = IRREGULAR.keys() | words("been had gone come known rung sung had")
_HAS_TO = re.compile(r"(?:not |never )?have to\b")


def _acts_as_people(frame: Frame) -> bool:
    """A plural that is asked for an act stands for those who do it: "the coastal provinces"."""
    words = head_words(frame.subject.name or frame.subject.text)
    noun = words[-1] if words else ""
    plural = (noun.endswith("s") and not noun.endswith("ss")) or noun in ("craft", "aircraft")
    alone = (
        _NAME_ALONE.fullmatch(frame.subject.text) is not None
        and not frame.passive
        and not frame.subject.pronoun
    )
    if alone and may_act(frame.verb) and frame.verb not in CHANGES | VAGUE_ACTS | RESULTS:
        return True  # a place for whoever governs it: "Ottawa must clean up the river"
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


_BY_THEN_THERE = re.compile(
    r"(?:in post|in place|complete|ready|up and running|back|live"
    r"|finished)\b"
)
"""What will be so, if all goes as planned: "should be in post by October"."""
_WITH_LUCK = re.compile(r"(?:All being well|With (?:any )?luck|Weather permitting|If all goes)\b")
CALLED_ON = re.compile(
    r"[“\"]?(?:And |But |So |Now,? )?[Tt]o (?P<who>(?:the|our|my|all|every|those) [^,.;:]{3,60}), "
    r"(?:(?:I|we)(?:'d| would)? say(?: this)?: )?(?=you\b)"
)
"""Whom a speaker turns to: "To the universities, you need to …"."""
_AT_YOUR_CHOICE = re.compile(
    r"\b(?:[Ii]f|[Ss]hould) (?:you|your|the)\b|\b(?:[Ww]hen|[Bb]efore) you\b"
)
_CALLS_TO_MIND = re.compile(
    r"(?:note|remember)\b(?! to\b)|bear in mind\b|be (?:aware|advised|reminded)\b"
)
"""What a reader is told to know: nothing is to be done."""
_TO_THE_READER = frozenset(
    ["note", "know", "contact", "let", "write", "expect", "find", "see", "bear"]
)


def _told(frame: Frame) -> bool:
    """Whether the body that a letter is written to is told to act, and not how to answer it."""
    return (
        may_act(frame.verb)
        and frame.verb not in _TO_THE_READER
        and not _AT_YOUR_CHOICE.search(frame.words)
    )


def judge(frame: Frame) -> Demand:
    """The rule that decides a clause with must, should or need to."""
    subject, verb = frame.subject, frame.verb
    kind = subject.kind
    rest = frame.flat[frame.verb_start : frame.end] if frame.verb_start > 0 else ""
    perfect = _PERFECT.match(frame.flat, frame.hit.end, frame.end)
    ahead = _BY_THEN.search(frame.words)
    if (
        perfect
        and not ahead
        and (perfect["done"].endswith("ed") or perfect["done"] in IRREGULAR_FORMS)
    ):
        return PAST
    if kind is SubjectKind.SECOND and _HAS_TO.match(rest):
        return STATE_OF_PEOPLE
    if (
        kind is SubjectKind.SECOND
        and (subject.name or CALLED_ON.match(frame.words))
        and _told(frame)
    ):
        return DEMAND
    if kind in (SubjectKind.SECOND, SubjectKind.DEMONSTRATIVE, SubjectKind.NONE):
        return NO_ADDRESSEE
    if verb == "need" and frame.hit.cue.name == "should-verb":
        return FORESEEN
    if verb in ("note", "remember", "bear", "be") and _CALLS_TO_MIND.match(rest):
        return IDIOM
    if verb == "have" and _HAS_TO.match(rest) and kind is not SubjectKind.FIRST:
        return STATE_OF_PEOPLE
    if (
        verb == "notice"
        or (verb == "know" and frame.tail.startswith(" better"))
        or (kind is SubjectKind.INDEFINITE and verb == "expect")
    ):
        return INFERENCE
    if (
        frame.hit.cue.name == "should-verb"
        and verb == "be"
        and _BY_THEN_THERE.match(frame.complement)
    ):
        return FORESEEN
    if _WITH_LUCK.match(frame.words) and frame.hit.cue.name == "should-verb":
        return FORESEEN
    if kind is SubjectKind.EXISTENTIAL:
        return THERE_SHOULD if rest.startswith("be") else NO_ACT
    if kind is SubjectKind.FIRST:
        singular = subject.text.casefold() == "i"
        if (
            _IDIOM.match(rest)
            or re.match(r"be (?:frank|brief|clear|fair)\b", rest)
            or (singular and "should" in frame.flat[frame.hit.start : frame.hit.end])
        ):
            return POLITE_FORMULA
        return OWN_DUTY
    if kind is SubjectKind.NOBODY:
        if subject.text.casefold().endswith("of us"):
            return OWN_DUTY
        if frame.hit.cue.name == "need-verb":
            return NOBODY_ASKED
        people = subject.text.casefold() in ("nobody", "no one", "no-one")
        if subject.text.casefold() == "nothing" or (frame.passive and not people):
            return NOBODY_ASKED
        return STATE_OF_PEOPLE
    if subject.text.casefold().startswith("no ") and verb == "be" and not frame.passive:
        return NOBODY_ASKED
    if subject.text.casefold() == "it" and re.match(
        r"be (?:said|admitted|remembered|stressed|noted|hoped|emphasised|acknowledged"
        r"|recognised)\b",
        rest,
    ):
        return IDIOM
    if not is_animate(subject) and not _acts_as_people(frame):
        if _feel(frame):
            return STATE_OF_PEOPLE
        if (
            frame.passive
            and (may_act(verb) or _BY_ALL.search(rest))
            and not re.search(r"\blightly\b|\bby (?:a|an) \w+ of\b", rest)
            and not _REGARDED.match(rest)
        ):
            return PASSIVE_DEMAND
        return NORM_FOR_THINGS
    if frame.passive:
        if re.match(r"(?:be|have) (?:\w+ly )?(?:treated|heard|respected|valued|believed)\b", rest):
            return STATE_OF_PEOPLE
        return PASSIVE_DEMAND
    if (
        frame.hit.cue.name == "must-verb"
        and verb == "be"
        and not re.match(r"be (?:offered|given|told)", rest)
    ):
        return INFERENCE if _INFERENCE.match(rest) else STATE_OF_PEOPLE
    bodies = (SubjectKind.OWN, SubjectKind.BODY, SubjectKind.PART, SubjectKind.PERSON)
    if verb in ("see", "hear", "have") and kind in bodies:
        return DEMAND
    if verb in STATES and not re.match(r"have an? |see the ", rest):
        if (
            verb == "be"
            and not _FEELING.match(frame.complement)
            and not (frame.hit.cue.name == "need-verb" and _QUALITY.match(frame.complement))
        ):
            return DEMAND
        if frame.complement.startswith("alive"):
            return NOBODY_ASKED
        if verb == "have" and not re.match(r"have to\b", rest):
            return DEMAND
        return STATE_OF_PEOPLE
    if verb in CHANGES and kind is SubjectKind.INDEFINITE:
        return FORESEEN
    if kind in (SubjectKind.PEOPLE, SubjectKind.INDEFINITE) and re.match(r"have to\b", rest):
        return STATE_OF_PEOPLE
    return DEMAND
