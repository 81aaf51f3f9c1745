"""What a meeting decides without a modal verb, and to whom it gives the action.

"RESOLVED that the inner bar be dredged"; "JB to write".
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from commitrack.extract.clause_ends import end_of, joined_verbs
from commitrack.extract.flat import trim
from commitrack.extract.items import Draft
from commitrack.extract.lexicon import EXPLORATORY, base_of_participle, is_act
from commitrack.extract.owners import Owner
from commitrack.extract.parties import bare_name
from commitrack.extract.subject_kinds import ACTORS
from commitrack.extract.subjects import ABSENT, Scene, classify
from commitrack.model.kinds import Confidence, Kind, OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.segment import Span

_DECIDES = re.compile(
    r"(?:^|\b)(?:It was |IT WAS )?(?:RESOLVED|AGREED|DECIDED|APPROVED|Resolved|Agreed|agreed"
    r"|resolved)\b"
    r"(?:,? (?:unanimously|by [^.;]{1,50}?|nem con),?)? that\b"
)
_THAT = re.compile(r"(?:[;,]? ?(?:and )?)\bthat ")
_PHRASE = re.compile(r"(?P<subject>[^.;:]{2,120}?) (?:not )?(?P<verb>[a-z-]+)\b")
_ACTION = re.compile(
    r"(?:ACTIONS?:? *)?(?!RESOLVED|AGREED|NOTED|DECIDED|Agreed|Resolved)(?P<who>[A-Z]{2,5}"
    r"|(?:The |the )?[A-Z][\w'-]+(?: (?:of |for )?[A-Z][\w'-]+){0,5}) to (?P<verb>[a-z-]+)\b"
)
_ASSIGNED = re.compile(
    r"(?:ACTIONS?|Actions?|Action by|Owner|Lead)\s*[:–-]\s*(?P<who>[A-Z]{2,5}\b"
    r"|[A-Z][\w' -]{2,60}?)(?=[,.;(]|$)(?P<rest>[^.]*)"
)


def resolved(flat: str, sentence: Span, scene: Scene, taken: list[tuple[int, int]]) -> list[Draft]:
    """Clauses after "RESOLVED that" with a subjunctive and no modal verb."""
    if not scene.context.minutes:
        return []
    opened = _DECIDES.search(flat, sentence.start, sentence.end)
    if opened is None:
        return []
    starts = [opened.end() + 1]
    starts += [
        one.end()
        for one in _THAT.finditer(flat, opened.end(), sentence.end)
        if re.match(r"[;,]? ?and that |; ?that ", one.group())
    ]
    found: list[Draft] = []
    for index, start in enumerate(starts):
        limit = sentence.end if index + 1 == len(starts) else starts[index + 1]
        if any(start < stop and at < limit for at, stop in taken):
            continue
        found += _subjunctive(flat, start, limit, scene)
    return found


def _subjunctive(flat: str, start: int, limit: int, scene: Scene) -> list[Draft]:
    for match in re.compile(r" (?P<verb>[a-z-]+)\b").finditer(flat, start, limit):
        verb = match["verb"]
        if verb in ("would", "will", "should", "shall", "must"):
            return []
        if (verb != "be" and not is_act(verb)) or match.start() <= start:
            continue
        if re.search(r"\b(?:the|a|an|to|of|for|any|its|their|no)$", flat[start : match.start()]):
            continue
        verb_end = match.end()
        passive = verb == "be"
        if passive:
            done = re.compile(r" (?:not )?(?P<done>[\w-]+)").match(flat, verb_end, limit)
            act = base_of_participle(done["done"]) if done else None
            if done is None or act is None:
                continue
            verb, verb_end = act, done.end()
        end = end_of(flat, verb_end, limit)
        end = _untied(flat, verb_end, end)
        subject = classify(flat, start, match.start(), scene, ABSENT)
        body = scene.context.organisation
        if not passive and subject.kind in ACTORS:
            owner = Owner(subject.name or bare_name(subject.text), subject.text, OwnerBasis.STATED)
        else:
            owner = Owner(body, None, OwnerBasis.SPEAKER if body else OwnerBasis.UNSTATED)
        draft = Draft(
            Kind.COMMITMENT,
            start,
            end,
            verb,
            match.start() + 1,
            owner,
            1 if verb in EXPLORATORY else 4,
            ("resolved-that",),
            Confidence.HIGH,
        )
        return _with_joined(flat, draft, verb_end)
    return []


def _untied(flat: str, start: int, end: int) -> int:
    cut = re.search(r"(?:[;,]? ?(?:and )?that)$", flat[start:end].rstrip())
    stop = start + cut.start() if cut else end
    while stop > start and flat[stop - 1] in " ;,":
        stop -= 1
    return stop


def _with_joined(flat: str, draft: Draft, verb_end: int) -> list[Draft]:
    parts = [] if draft.owner.text is None else joined_verbs(flat, verb_end, draft.end)
    if not parts:
        return [draft]
    begin, _ = parts[0]
    head = flat[draft.start : begin].rstrip()
    cut = draft.start + len(re.sub(r",? and$", "", head))
    taken = Owner(draft.owner.name, draft.owner.text, OwnerBasis.ANTECEDENT)
    return [
        replace(draft, end=cut),
        replace(draft, start=begin, verb_at=begin, owner=taken, cues=(*draft.cues, "joined-verb")),
    ]


def action(flat: str, sentence: Span, scene: Scene) -> list[Draft]:
    """ "JB to write to the family by 12 December" in minutes and plans."""
    match = _ACTION.match(flat, sentence.start, sentence.end)
    if (
        match is None
        or not is_act(match["verb"])
        or scene.context.genre not in ("minutes", "action-plan")
    ):
        return []
    start, end = match.start("who"), end_of(flat, match.end(), sentence.end)
    owner = _named(match["who"], start, scene)
    return [
        Draft(
            Kind.COMMITMENT,
            start,
            end,
            match["verb"],
            match.start("verb"),
            owner,
            3,
            ("action-line",),
            Confidence.HIGH,
            lifts=True,
        )
    ]


def assigned(flat: str, sentence: Span, scene: Scene) -> tuple[Owner, int, int] | None:
    """ "ACTION: JB, by 5 December" below a resolution: its owner, and where a deadline may be."""
    match = _ASSIGNED.match(flat, sentence.start, sentence.end)
    if match is None or _ACTION.match(flat, sentence.start, sentence.end):
        return None
    start, end = trim(flat, match.start("rest"), match.end("rest"))
    return _named(match["who"].strip(), match.start("who"), scene), start, end


def _named(written: str, at: int, scene: Scene) -> Owner:
    return Owner(scene.parties.full(written, at), written, OwnerBasis.STATED)
