"""Whether a frame makes an item, and of which kind: the guards first, then what its cue is for."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract import answers, asked, deadlines, demands, frames, guards, items
from commitrack.extract.cue_search import Hit, named
from commitrack.extract.cues import DEMANDED, Shape
from commitrack.extract.guards import Objection
from commitrack.extract.subject_kinds import ACTORS, SubjectKind

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame
    from commitrack.extract.items import Draft


_WOULD_ASK = re.compile(r"would (?:ask|advise|invite|request|recommend|urge)\b")
"""In minutes, somebody's "will ask", reported."""
_ASKED = ACTORS - {SubjectKind.FIRST} | {SubjectKind.INDEFINITE, SubjectKind.THING}
"""Who can be asked to act."""


def judge(frame: Frame) -> tuple[list[Draft], Objection | None]:
    """The drafts of a frame, or the guard that held it back and why."""
    asks = frame.hit.cue.name == "advise-verb" and frame.scene.context.minutes
    if asks and _WOULD_ASK.match(frame.flat, frame.hit.start):
        would = Hit(named("would-reported"), frame.hit.start, frame.hit.start + len("would"))
        return judge(frames.read(frame.flat, frame.sentence, would, frame.scene, frame.nearby))
    cue = frame.hit.cue
    held = guards.objection(frame, cue.guards)
    if held is not None:
        return [], held
    if cue.name == "is-asked":
        you = frame.subject.kind is SubjectKind.SECOND and frame.subject.name
        if frame.subject.kind not in _ASKED and not you:
            return [], Objection("no-addressee", demands.NO_ADDRESSEE.doc, cue.guards)
        if _is_required_by_rule(frame):
            return [], Objection("norm-for-things", demands.NORM_FOR_THINGS.doc, cue.guards)
        return asked.from_demand(frame, demands.DEMAND), None
    if cue.name in DEMANDED or _shall_of_others(frame):
        demand = demands.judge(frame)
        if demand.kind is None:
            return [], Objection(demand.name, demand.doc, cue.guards)
        return asked.from_demand(frame, demand), None
    if cue.shape is Shape.ADDRESS:
        made = asked.from_address(frame)
        return made, None if made else Objection(
            "nobody-addressed", "nobody is addressed", cue.guards
        )
    if cue.shape is Shape.WISH:
        return asked.from_wish(frame), None
    return items.from_commitment(frame), None


def _is_required_by_rule(frame: Frame) -> bool:
    """Whether somebody is always "required to" act: only with a day is it asked of them now."""
    if not frame.flat.startswith("required", frame.hit.end - len("required to")):
        return False
    reckoning = frame.scene.context.reckoning
    found = deadlines.find(frame.flat, frame.hit.end, frame.end, reckoning)
    return deadlines.best(found, reckoning.earliest) is None


def _shall_of_others(frame: Frame) -> bool:
    """An inquiry's "shall" to somebody else, repeated in a response."""
    return (
        frame.hit.cue.name == "shall-verb"
        and frame.scene.context.responds
        and not frame.passive
        and (
            frame.subject.kind in (SubjectKind.PEOPLE, SubjectKind.BODY)
            or (answers.is_numbered(frame.words) and frame.subject.kind in ACTORS)
        )
    )
