"""The guard of the present progressive: work on something to come, or how things are."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.lexicon import base_of_ing, base_of_participle, may_act
from commitrack.extract.wordlist import words

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame

_NOT_OWN_WORK = words(
    """
    according advising aiming announcing asking becoming beginning being calling coming
    committing copying delivering doing dying encouraging facing failing falling feeling
    getting giving going grieving growing having hearing hoping improving including increasing
    intending inviting keeping leading learning leaving living looking losing making missing
    offering outstanding paying placing planning proposing providing publishing putting
    recommending rising running saying seeing seeking serving showing sitting speaking
    standing starting struggling suffering taking telling thinking treating trying turning
    urging using waiting willing writing
    """
)
_OWN_WORK = words(
    """
    analysing arranging assessing auditing bringing building carrying closing collaborating
    collecting commissioning conducting considering contemplating consulting continuing
    creating designing
    developing discussing drafting drawing engaging establishing evaluating examining
    expanding exploring extending finalising funding gathering holding implementing inspecting
    installing introducing investigating investing launching liaising looking making mapping
    meeting monitoring moving negotiating opening partnering piloting preparing putting
    recalling recruiting reforming replacing researching reviewing revising rewriting rolling
    scoping seeking setting stepping strengthening studying supporting taking talking testing
    training transforming trialling undertaking updating upgrading weighing working
    """
)
_BEING = re.compile(r" (?:[a-z]+ly )?(?P<done>[a-z-]+)\b")
_DONE_TO = words(
    """
    affect ask beat handle warn blame bully call catch charge close convict cut deny
    detain exploit fine follow
    force harass hit hold honour ignore injure kill lose make meet mislead neglect overlook pay
    press punish push put question raise reach say see serve spend squeeze strip subject target
    tell treat try turn use watch
    """
)
"""What is being done to somebody, or how things are, rather than work towards an end."""
_A_THING = re.compile(r"(?:,[^,.;:]{1,60},)? (?:an?|the|our|its|to|for|new|more|another|\d+)\b")
_FOR_A_THING = re.compile(r" for (?:an?|other|another|new|alternative|ways|more|somewhere)\b")
_MORE = re.compile(
    r" (?:an? (?:second|third|new|extra|further)|another|more|extra|two|three"
    r"|four|\d)\b"
)
_A_NEW = re.compile(r" (?:an? )?(?:new|second|\d|two|three|four|five|six)\b")
_A_SUM = re.compile(r" at an? (?:[£$€]|\d|loss|gap|hole|shortfall|deficit)")


def not_own_work(frame: Frame) -> str | None:
    """A present progressive counts when it is work on something still to come."""
    verb = frame.hit.verb
    if verb == "being":
        done = _BEING.match(frame.flat, frame.hit.end)
        act = base_of_participle(done["done"]) if done else None
        if act is None or not may_act(act) or act in _DONE_TO:
            return "not work in hand: being"
        return None
    if verb in ("sitting", "getting") and frame.tail.startswith((" down with", " together with")):
        return None
    if verb in ("planning", "organising", "organizing", "arranging", "preparing"):
        thing = _A_THING.match(frame.flat, frame.hit.end)
        return None if thing else f"not work in hand: {verb}"
    if verb == "looking" and _A_SUM.match(frame.flat, frame.hit.end):
        return "an idiom: facing an amount"
    if verb == "speaking" and re.match(r" (?:to|with) (?:the|our|[A-Z])", frame.tail):
        return None
    if verb == "looking" and _FOR_A_THING.match(frame.flat, frame.hit.end):
        return None
    if verb == "putting" and _MORE.match(frame.flat, frame.hit.end):
        return None
    if verb == "getting" and _A_NEW.match(frame.flat, frame.hit.end):
        return None
    if verb in (
        "looking",
        "taking",
        "making",
        "bringing",
        "putting",
        "setting",
        "moving",
        "drawing",
        "carrying",
        "stepping",
        "rolling",
    ):
        if re.match(
            r" (?:at|into|again|action|steps|measures|forward (?:plans|proposals)|in (?:place"
            r"|an?|new)|up"
            r"|out|urgent|immediate)\b",
            frame.flat[frame.hit.end : frame.hit.end + 24],
        ) and not re.match(r" forward to\b", frame.flat[frame.hit.end : frame.hit.end + 12]):
            return None
        return f"not work in hand: {verb}"
    if verb in _OWN_WORK:
        was = re.match(r"(?:was|were)\b", frame.flat[frame.hit.start : frame.hit.end])
        if was and not (frame.governor and frame.governor.kind == "report" and frame.governor.past):
            return "past"
        return None
    if verb in _NOT_OWN_WORK or base_of_ing(verb) is None:
        return f"not work in hand: {verb}"
    if re.match(r"(?:was|were)\b", frame.flat[frame.hit.start : frame.hit.end]):
        return "past"
    return None
