"""The guard of what something will be or have: a state to come, or a thing laid on."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.subject_kinds import ACTORS, SubjectKind
from commitrack.extract.subjects import is_animate

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame
_PLACES = re.compile(
    r"(?:also |now |fully |then |all |soon )?(?:online|eligible|entitled|on (?:duty|call|hand)"
    r"|in (?:place|service"
    r"|force|use|operation|post"
    r"|full operation)|available|open|ready|free|live"
    r"|operational|complete|able to|responsible for|accountable|no (?:more|longer|less|fewer"
    r"|later) than"
    r"|for (?:a|an|one|two|three|four|five|six|ten|\d)|at least|up and running|compulsory"
    r"|mandatory|banned|on site"
    r"|back)\b"
)
_POST = re.compile(
    r"(?:its|our|the|their)(?: \w+){0,2} (?:head|chair|chairman|director|lead|leader|chief"
    r"|manager|president"
    r"|governor|commissioner|secretary|trustee|representative|host|patron)\b"
)
_LITTLE = re.compile(r"(?:little|no|scant|cold|small|some) (?!more|\d)[a-z]+\b")
_NEW = re.compile(r"(?:the|our|a|an|all|every|each)(?: \w+)? new\b|(?:every|each) ", re.IGNORECASE)
_AND_FITTED = re.compile(r"[\w-]+,? and [a-z]+(?:ed|t|n)\b")
"""How a new thing will be made, when something is done to it besides: "low-floor and fitted"."""
_SOME = re.compile(
    r"(?:an?|its own|\d|two|three|four|five|six|seven|eight|nine|ten|more than|at least)\b"
)
_GETS_THERE = re.compile(r"(?:there|through|past|over|by|better|worse|used|it (?:right|wrong))\b")
_PRESENT = re.compile(
    r"(?:there|present|on hand|available|on duty|on site|at (?:the|every|each|all))\b"
)
_HAVE_IT_DONE = re.compile(r"(?:its|their|his|her) [a-z ]{2,40}? [a-z]+(?:ed|cut|off|down)\b")
"""What nobody will have done to them: "No household will have its supply restricted"."""


def state(frame: Frame) -> str | None:
    """Why what something will be or have is foretold; None when somebody lays it on."""
    subject = frame.subject
    follows = frame.complement
    if frame.verb == "have" or frame.verb == "get":
        if frame.verb == "have" and follows.startswith("to "):
            return "prediction: will have to"
        if _GETS_THERE.match(follows) or (frame.verb == "get" and _LITTLE.match(follows)):
            return "prediction: get there"
        if subject.kind in (SubjectKind.FIRST, SubjectKind.OWN, SubjectKind.SECOND):
            return None
        if subject.kind in ACTORS and re.match(r"(?:them|it|an?|the) ", follows):
            return None
        entitled = re.match(r"(?:every|each) ", subject.text, re.IGNORECASE)
        if entitled and is_animate(subject) and re.match(r"(?:an?|the) ", follows):
            return None
        if re.match(
            r"(?:access|the right|a right|the (?:chance|opportunity|option)|their own|free)\b",
            follows,
        ):
            return None
        if subject.text.startswith("No ") and _HAVE_IT_DONE.match(follows):
            return None
        if _NEW.match(subject.text) and _SOME.match(follows):
            return None  # "the new hub will have 40 desks": whoever builds it provides them
        return "prediction: will have" if frame.verb == "have" else None
    if frame.negated and follows.startswith("available") and subject.kind is not SubjectKind.OWN:
        return "prediction: will not be available"
    if _PLACES.match(follows) and not re.match(r"(?:free|ready|open) (?:of|from|to)\b", follows):
        return "prediction about the hearer" if subject.kind is SubjectKind.DEMONSTRATIVE else None
    if _NEW.match(subject.text) and _AND_FITTED.match(follows):
        return None
    if _POST.match(follows) and subject.kind in (
        SubjectKind.PERSON,
        SubjectKind.FIRST,
        SubjectKind.PART,
    ):
        return None
    if (
        subject.kind is SubjectKind.EXISTENTIAL
        and re.match(r"(?:an?|no|\d\w*|at least)\b", follows)
        and (not frame.negated)
    ):
        return None
    if subject.kind in (SubjectKind.OWN, SubjectKind.PART) and _PRESENT.match(follows):
        return None
    if subject.kind in (SubjectKind.FIRST,) and re.match(
        r"(?:at|in|on|there|transparent|open|clear|accountable|embarking)\b", follows
    ):
        return None
    return "prediction: will be"
