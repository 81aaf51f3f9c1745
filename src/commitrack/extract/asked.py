"""The drafts of what is asked of others, and of what is wished for."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from commitrack.extract import addressees, owners
from commitrack.extract.by_letter import by_letter
from commitrack.extract.clause_ends import end_of
from commitrack.extract.items import Draft, split_verbs
from commitrack.extract.lexicon import EXPLORATORY
from commitrack.extract.subject_kinds import BOUND, SubjectKind
from commitrack.model.kinds import Confidence, Kind, OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.demands import Demand
    from commitrack.extract.frames import Frame

_STRONG = by_letter(r"\b(?:strongly|must|shall|urgently|directed|instructed|required|imperative)\b")
_MILD = by_letter(r"\b(?:encourag\w+|consider|like to see|invit\w+)\b")


def from_demand(frame: Frame, demand: Demand) -> list[Draft]:
    """The drafts of must, should and need to."""
    flat = frame.flat
    clause = flat[frame.start : frame.end]
    if demand.kind is Kind.ASPIRATION:
        owner = owners.of_wish(frame)
        return [
            Draft(
                Kind.ASPIRATION,
                frame.start,
                frame.end,
                frame.verb,
                frame.verb_start,
                owner,
                None,
                (frame.hit.cue.name, demand.name),
                Confidence.MEDIUM,
                testable=False,
            )
        ]
    cue = frame.hit.cue.name
    base = (
        3
        if cue in ("must-verb", "shall-verb")
        or (_STRONG.search(clause[:80]) and "not" not in clause[:80])
        or _STRONG.search(flat[frame.hit.start : frame.hit.end])
        else 2
    )
    if _MILD.search(flat[frame.hit.start : frame.hit.end]):
        base = 1
    if frame.verb in ("consider", "explore") or re.match(
        r"review whether|think about", flat[frame.verb_start : frame.verb_start + 20]
    ):
        base = 1
    front = frame.left.front
    draft = Draft(
        Kind.RECOMMENDATION,
        frame.start,
        frame.end,
        frame.verb,
        frame.verb_start,
        addressees.addressed(frame),
        base,
        (cue, demand.name),
        Confidence.MEDIUM if frame.subject.kind is SubjectKind.THING else Confidence.HIGH,
        (front.start, front.end) if front else None,
    )
    return split_verbs(frame, draft)


def from_address(frame: Frame) -> list[Draft]:
    """The drafts of urge X to, recommend that X, would like to see X."""
    flat, hit = frame.flat, frame.hit
    found = addressees.addressee(frame)
    see = hit.cue.name == "would-like-to-see"
    if found is None:
        if not see:
            return []
        return [
            Draft(
                Kind.ASPIRATION,
                frame.start,
                frame.end,
                "",
                hit.end,
                owners.of_wish(frame),
                None,
                (hit.cue.name,),
                Confidence.MEDIUM,
                testable=False,
            )
        ]
    owner, verb, verb_at = found
    opening = flat[hit.start : hit.end]
    if hit.cue.kind is Kind.COMMITMENT:
        return split_verbs(
            frame,
            Draft(
                Kind.COMMITMENT,
                frame.start,
                frame.end,
                verb,
                verb_at,
                owner,
                1 if verb in EXPLORATORY else 4,
                (hit.cue.name, "addressee"),
                Confidence.HIGH,
            ),
        )
    if _STRONG.search(opening):
        base = 3
    elif see or _MILD.search(opening) or verb == "consider":
        base = 1
    else:
        base = 2
    first = Draft(
        Kind.RECOMMENDATION,
        frame.start,
        frame.end,
        verb,
        verb_at,
        owner,
        base,
        (hit.cue.name, "addressee"),
        Confidence.HIGH if frame.subject.kind in BOUND else Confidence.MEDIUM,
    )
    return split_verbs(frame, first) + _asked_besides(frame, first)


_AND_THAT = re.compile(r"[,;]? and(?= that )")


def _asked_besides(frame: Frame, first: Draft) -> list[Draft]:
    """ "…, and that it publish the figures": what else is recommended in the same breath."""
    flat, found = frame.flat, []
    if not flat.startswith(" that ", frame.hit.end):
        return []
    for joined in _AND_THAT.finditer(flat, frame.hit.end, frame.sentence.end):
        begin = joined.end() + len(" that ")
        end = end_of(flat, begin, frame.sentence.end)
        hit = replace(frame.hit, start=joined.start(), end=joined.end())
        asked = addressees.addressee(replace(frame, hit=hit, end=end))
        if asked is None:
            continue
        owner, verb, verb_at = asked
        if owner.text is not None and owner.text.casefold() in ("it", "they") and first.owner.name:
            owner = owners.Owner(first.owner.name, owner.text, OwnerBasis.ANTECEDENT)
        found.append(first._replace(start=begin, end=end, verb=verb, verb_at=verb_at, owner=owner))
    return found


def from_wish(frame: Frame) -> list[Draft]:
    """The draft of want, hope and the like."""
    return [
        Draft(
            Kind.ASPIRATION,
            frame.start,
            frame.end,
            "",
            frame.hit.end,
            owners.of_wish(frame),
            None,
            (frame.hit.cue.name,),
            Confidence.HIGH,
            testable=False,
        )
    ]
