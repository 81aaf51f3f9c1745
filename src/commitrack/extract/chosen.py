"""Words that a person has chosen, read as the extractor would read them, its guards aside.

Whoever chooses words has judged that something is undertaken there. The rules are asked only who
must act, by when and how firmly; where they find no cue they still name the subject.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract import antecedents, asked, demands, frames, items, owners
from commitrack.extract.clauses import left_of
from commitrack.extract.cue_search import hits
from commitrack.extract.cues import DEMANDED, Shape
from commitrack.extract.items import Draft
from commitrack.extract.lexicon import is_act
from commitrack.extract.links import links_of
from commitrack.extract.names import bare_name
from commitrack.extract.owners import NOBODY, Owner
from commitrack.extract.result import BY_HAND
from commitrack.extract.segment import Span
from commitrack.extract.spelling import Spelling
from commitrack.extract.standpoint import Standpoint, copied, standpoint
from commitrack.extract.subject_kinds import ACTORS, SubjectKind
from commitrack.extract.subjects import classify
from commitrack.model.kinds import Confidence, Kind, OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame
    from commitrack.extract.result import Candidate, Known

_WORD = re.compile(r"[A-Za-z][a-z-]*")
_AROUND = " \t\n\r\xa0"
_FIRST_PERSON = re.compile(r"(?:We|we|I)\b")
_NAME_WORDS = 8
"""Words that no name has: a longer subject holds more than who acts."""
_OPENING = "“\"'‘([„«"
_CLOSING = " .;,:!?…。！？”\"’')]»"


def read_span(text: str, start: int, end: int, known: Known) -> Candidate:
    """The item that ``text[start:end]`` would be; ``ValueError`` when no words stand there.

    The quote is exactly these words, without the white space around them.
    """
    first, last = start, min(end, len(text))
    while 0 <= first < last and text[first] in _AROUND:
        first += 1
    while last > first and text[last - 1] in _AROUND:
        last -= 1
    if not 0 <= first < last or end > len(text):
        raise ValueError(f"no words stand at {start}–{end}")
    start, end = first, last
    point = standpoint(text, known, start)
    span = Span(copied(point.folded, start), copied(point.folded, end - 1) + 1)
    spelt = Spelling(point.flat, point.folded, point.scene.context.publisher)
    draft = _within(_drafted(point, span) or _unled(point, span), span)
    found = items.finish(spelt, draft, point.scene)
    cues = tuple(dict.fromkeys((BY_HAND, *draft.cues)))
    return found._replace(start=start, end=end, quote=text[start:end], cues=cues)


def own_clause(text: str, start: int, end: int, known: Known) -> tuple[int, int]:
    """The clause that a sentence would be quoted by: of its first cue, or else all its words.

    A clause that begins with its cue has its subject elsewhere, and could not be quoted alone. All
    its words are those without the quotation marks around them and without the stop.
    """
    point = standpoint(text, known, start)
    span = Span(copied(point.folded, start), max(copied(point.folded, end - 1), 0) + 1)
    draft = _drafted(point, span)
    if draft is not None and span.start <= draft.start < draft.end <= span.end:
        bare = any(one.start == draft.start for one in hits(point.flat, span.start, span.end))
        if draft.start == span.start or not bare:
            return point.folded.span(draft.start, draft.end)
    first, last = start, end
    while first < last and text[first] in _AROUND + _OPENING:
        first += 1
    while last > first and text[last - 1] in _AROUND + _CLOSING:
        last -= 1
    return (first, last) if first < last else (start, end)


def _drafted(point: Standpoint, span: Span) -> Draft | None:
    """The draft of the first cue in the span that leads to one."""
    for hit in hits(point.flat, span.start, span.end):
        sentence = point.sentence_at(hit.start)
        frame = frames.read(point.flat, sentence, hit, point.scene, point.nearby(sentence))
        made = _made(frame)
        if made:
            return made[0]
    return None


def _made(frame: Frame) -> list[Draft]:
    cue = frame.hit.cue
    if cue.name == "is-asked":
        return asked.from_demand(frame, demands.DEMAND)
    if cue.name in DEMANDED:
        demand = demands.judge(frame)
        return [] if demand.kind is None else asked.from_demand(frame, demand)
    if cue.shape is Shape.ADDRESS:
        return asked.from_address(frame)
    if cue.shape is Shape.WISH:
        return asked.from_wish(frame)
    if cue.kind is Kind.COMMITMENT and cue.strength is not None:
        return items.from_commitment(frame)
    return []


def _unled(point: Standpoint, span: Span) -> Draft:
    """Without a cue: the lead-in's item when there is one, else whatever its subject is to do."""
    verb, at = _act(point.flat, span)
    testable = None if verb else False
    lead = point.lead
    if lead is not None:
        strength = None if lead.kind is Kind.ASPIRATION else lead.strength
        return Draft(
            lead.kind, span.start, span.end, verb, at, lead.owner, strength, lead.cues,
            Confidence.LOW, None, lead.lifts, lead.ongoing, testable, inherited=lead.deadline,
        )  # fmt: skip
    owner = _subject(point, span, at)
    return Draft(
        Kind.COMMITMENT, span.start, span.end, verb, at, owner, None, (), Confidence.LOW,
        testable=testable,
    )  # fmt: skip


def _act(flat: str, span: Span) -> tuple[str, int]:
    """The first word that can be an act, and where it stands; the span's start without one.

    "Repairs" may be what somebody does as well as what there is; a subject before it decides.
    """
    for match in _WORD.finditer(flat, span.start, span.end):
        word = match.group().casefold()
        for verb in (word, word.removesuffix("s"), word.removesuffix("es")):
            if is_act(verb):
                return verb, match.start()
    return "", span.start


def _subject(point: Standpoint, span: Span, verb_at: int) -> Owner:
    """Who acts: the subject of the words, or of the whole sentence that they stand in."""
    flat, scene, before = point.flat, point.scene, point.memory.before
    first = _FIRST_PERSON.match(flat, span.start, span.end)
    if first is not None:
        return Owner(scene.speaker, first.group(), OwnerBasis.SPEAKER)
    found = antecedents.main_subject(flat, span, scene, before)
    if found.kind not in ACTORS:
        left = left_of(flat, span.start, verb_at, links_of(flat, span.start, verb_at))
        if left.subject is not None:
            found = classify(flat, left.subject.start, left.subject.end, scene, before)
    if found.kind not in ACTORS and span.start > point.sentence.start:
        found = antecedents.main_subject(flat, point.sentence, scene, before)
    if found.kind is SubjectKind.FIRST:
        return Owner(found.name or None, found.text, OwnerBasis.SPEAKER)
    unknown = found.kind is SubjectKind.BODY and not scene.parties.names(found.name)
    if found.kind not in ACTORS or unknown or found.text.count(" ") >= _NAME_WORDS:
        return NOBODY
    basis = OwnerBasis.ANTECEDENT if found.pronoun else OwnerBasis.STATED
    return Owner(found.name or bare_name(found.text), found.text, basis)


def _within(draft: Draft, span: Span) -> Draft:
    """The draft with the chosen words for its own: nothing outside them counts."""
    front = draft.front
    inside = front is not None and span.start <= front[0] and front[1] <= span.end
    owner = draft.owner if draft.owner.name else owners.NOBODY
    return draft._replace(
        start=span.start,
        end=span.end,
        verb_at=min(max(draft.verb_at, span.start), span.end),
        front=front if inside else None,
        owner=owner,
        confidence=Confidence.LOW,
    )
