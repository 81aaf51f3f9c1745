"""One section of a statement: blocks, context, voices, then every sentence once, in order."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract import (
    answers,
    antecedents,
    co_owners,
    context,
    deadlines,
    frames,
    items,
    leadins,
    motions,
    naming_parties,
    parties,
    resolutions,
    rows,
    segment,
    voices,
)
from commitrack.extract.cue_search import ANSWER, DECISION, MOTION, hits_among, possible
from commitrack.extract.flat import flatten
from commitrack.extract.folding import Folded, fold
from commitrack.extract.items import Draft
from commitrack.extract.judging import judge
from commitrack.extract.lexicon import may_act
from commitrack.extract.reading import Reading
from commitrack.extract.result import Extraction, Known, Step
from commitrack.extract.segment import Block, BlockKind, Span
from commitrack.extract.spelling import Spelling
from commitrack.extract.subjects import Scene
from commitrack.model.frozen import dataclass

if TYPE_CHECKING:
    from commitrack.extract.owners import Owner
    from commitrack.extract.result import Candidate

_LONGEST = 3000
"""A sentence of more code points is a list or noise; it is passed over, and says so."""


@dataclass(frozen=True, slots=True)
class Carried:
    """What the sections of a long statement have in common: its context, and who is named."""

    context: context.Context
    parties: parties.Parties


def read(
    text: str, known: Known, carried: Carried | None = None, *, explain: bool = True
) -> tuple[Extraction, Carried]:
    """Everything in one section of a statement, and what the next section needs of it.

    Any string is accepted. What the caller knows overrides what is found; what is neither known nor
    found is None. Offsets, lines and numbers count from the start of ``text``.
    """
    reading, folded, found = begin(text, known, carried, explain=explain)
    setting, named = reading.context, reading.parties
    read_blocks(reading, found)
    spelt = Spelling(reading.flat, folded, setting.publisher)
    candidates = _in_order(
        [
            items.finish(spelt, draft, scene)
            for draft, scene in reading.drafts
            if draft.end > draft.start
        ]
    )
    parts = [
        pair
        for one in candidates
        for pair in co_owners.affiliations(one.owners, setting.organisation)
    ]
    extraction = Extraction(
        publisher=setting.publisher,
        speaker=setting.speaker,
        role=setting.role,
        date=setting.date,
        date_precision=setting.date_precision,
        genre=setting.genre,
        sentences=tuple(reading.sentences),
        candidates=tuple(candidates),
        affiliations=tuple(dict.fromkeys((*named.affiliated, *parts))),
        aliases=tuple((short, spelt.as_written(full) or full) for short, full in named.aliases),
    )
    return extraction, Carried(setting, named)


def begin(
    text: str, known: Known, carried: Carried | None = None, *, explain: bool = True
) -> tuple[Reading, Folded, tuple[Block, ...]]:
    """All that is read before the first sentence: the blocks, the setting, the parties, who speaks.

    The reading starts at the beginning of the copy, and has noted nothing yet.
    """
    folded = fold(text)
    flat = flatten(folded.text)
    found = segment.blocks(folded.text, flat)
    setting = carried.context if carried else context.read(flat, found, known)
    publisher = setting.organisation or flatten(setting.publisher or "") or None
    earlier = carried.parties if carried else None
    named = naming_parties.find(_parted(flat, found), publisher, setting.organisation, earlier)
    turns = voices.find(flat, found, setting, named)
    memory = antecedents.Memory(flat)
    return Reading(flat, folded, setting, named, turns, memory, explain), folded, found


def _parted(flat: str, found: tuple[Block, ...]) -> str:
    """The view with a line break before every block, so that no name reaches over one."""
    parts: list[str] = []
    done = 0
    for one in found:
        if one.start > done:
            parts += (flat[done : one.start - 1], "\n")
            done = one.start
    parts.append(flat[done:])
    return "".join(parts)


def _in_order(found: list[Candidate]) -> list[Candidate]:
    """By place, and none overlapping another: the first to claim a place keeps it."""
    kept: list[Candidate] = []
    for one in sorted(found, key=lambda one: (one.start, -one.end)):
        if not kept or one.start >= kept[-1].end:
            kept.append(one)
    return kept


def read_blocks(reading: Reading, found: tuple[Block, ...]) -> None:
    """Read every sentence of these blocks in order; the reading carries on from one to the next."""
    lead: leadins.LeadIn | None = None
    outer = ""
    columns: rows.Columns | None = None
    for block in found:
        reading.follow_resolutions(block)
        if block.kind is BlockKind.LEAD_IN:
            outer = segment.shape(block.marker)
        elif outer and segment.shape(block.marker) == outer:
            lead = None  # "5. We will: (a) …" ends at "6."
        if block.kind is BlockKind.HEADING:
            columns = None
            lead = leadins.title(reading.flat, block, reading.scene(block.start))
            reading.memory.forget_things()
            span = Span(block.start, block.end)
            resolves = reading.resolving and reading.flat.startswith(
                ("THAT ", "That "), block.start
            )
            scene = reading.scene(block.start + 1)
            if resolves or resolutions.action(reading.flat, span, scene):
                _read_sentence(reading, span, block.line)
                continue
            reading.note_apart(block)
            reading.recommends = answers.is_headed(reading.flat[block.start : block.end])
            continue
        if block.kind is BlockKind.ROW:
            lead = None
            columns = _read_row(reading, block, columns)
            continue
        columns = None
        if block.kind is not BlockKind.BULLET or not block.marker:
            lead = None
        if lead is not None and _inherits(reading, block, lead):
            drafts = leadins.bullet(reading.flat, block, lead)
            scene = reading.scene(block.start)
            reading.drafts += [(one, scene) for one in drafts]
            for span in block.sentences:
                reading.note(
                    span,
                    block.line,
                    lead.cues,
                    "proposed: a bullet of its lead-in"
                    if drafts
                    else "a bullet with a verb of its own and no cue",
                )
            continue
        lead = _read_sentences(reading, block, lead)


def _inherits(reading: Reading, block: Block, lead: leadins.LeadIn) -> bool:
    """Whether a bullet has no finite clause of its own before its first dependent one."""
    if block.end - block.start > _LONGEST:
        return False
    words = reading.flat[block.start : block.end]
    first = re.match(r"(?:[A-Z][\w-]*|[a-z][\w-]*)", words)
    if first is None or (lead.acts_only and not may_act(first.group().casefold())):
        return False
    opening = re.split(
        r"[,;:]| (?:who|which|that|what|how|whether|until|when|where|so|if|because|as|once) ", words
    )[0]
    own = re.search(
        r"\b(?:is|are|was|were|has|have|had|will|would|must|should|shall|pledges?)\b", opening
    )
    return own is None or (own.start() == 0 and own.group() in ("have", "had"))


def _read_row(reading: Reading, block: Block, columns: rows.Columns | None) -> rows.Columns | None:
    if block.end - block.start > _LONGEST:
        reading.note(Span(block.start, block.end), block.line, (), "too long to be a row")
        return None
    scene = reading.scene(block.start)
    header = rows.header(reading.flat, block) if columns is None else None
    if header is None and columns is None and rows.answers(reading.flat, block):
        for start, end in rows.cells(reading.flat, block):
            if start == end:
                continue  # an empty cell says nothing
            _read_sentence(reading, Span(start, end), block.line)
        return None
    if columns is None or header is not None:
        reading.note(Span(block.start, block.end), block.line, (), "a table row")
        return header
    drafts = rows.draft(reading.flat, block, columns, scene)
    reading.drafts += [(one, scene) for one in drafts]
    reading.note(
        Span(block.start, block.end),
        block.line,
        ("table-row",) if drafts else (),
        "proposed: a row of an action table" if drafts else "a table row with no open action",
    )
    return columns


def _read_sentences(
    reading: Reading, block: Block, lead: leadins.LeadIn | None
) -> leadins.LeadIn | None:
    """Read a block; the lead-in that it leaves for the bullets below, if it ends in one."""
    left: leadins.LeadIn | None = lead if block.kind is BlockKind.BULLET else None
    line, at = block.line, block.start
    for index, span in enumerate(block.sentences):
        line += reading.folded.text.count("\n", at, span.start)
        at = span.start
        if span.end - span.start > _LONGEST:
            reading.note(span, line, (), "too long to be a sentence")
            continue
        if block.kind is BlockKind.LEAD_IN and index == len(block.sentences) - 1:
            scene = reading.scene(span.start + 1)
            nearby = antecedents.Nearby(reading.flat, span, scene, reading.memory)
            left = leadins.read_lead_in(reading.flat, span, scene, nearby)
            cues = left.cues if left else ()
            reading.memory.keep(span, scene)
            reading.note(span, line, cues, "a lead-in: its bullets are read" if left else "no cue")
            continue
        _read_sentence(reading, span, line)
    return left


def _read_sentence(reading: Reading, span: Span, line: int) -> None:
    flat = reading.flat
    scene = reading.scene(span.start + 1)
    minutes = scene.context.minutes
    sentence = flat[span.start : span.end]
    words = sentence.split(" ")
    some = possible(words)
    special = (
        (some & ANSWER and answers.accepted(flat, span, scene))
        or resolutions.action(flat, span, scene)
        or answers.recommended(flat, span, scene, headed=reading.recommends)
    )
    reading.recommends = False
    if minutes and not special and some & MOTION:
        special = motions.moved(flat, span, _outcome_end(flat, span), scene)
    if special:
        reading.drafts += [(one, scene) for one in special]
        reading.note(span, line, special[0].cues, f"proposed: {special[0].cues[0]}")
        return
    named = resolutions.assigned(flat, span, scene) if minutes else None
    if named is not None and reading.drafts:
        _assign(reading, *named, scene)
        reading.note(span, line, ("action-line",), "names the owner of the item before")
        return
    drafts, steps = _drafts(reading, span, sentence, words, some, scene)
    if minutes and (some & DECISION or reading.resolving):
        taken = [(one.start, one.end) for one in drafts]
        drafts += resolutions.resolved(
            flat, span, scene, taken, headed=reading.resolving, until=_outcome_end(flat, span)
        )
    if drafts:
        reading.drafts += [(one, scene) for one in drafts]
    reading.memory.keep(span, scene, drafts)
    if reading.explains:
        reading.note(span, line, *_decided(drafts, steps))


def _outcome_end(flat: str, span: Span) -> int:
    """How far the words that say what became of a motion may stand."""
    return min(len(flat), span.end + 400)


def _decided(
    drafts: list[Draft], steps: list[Step]
) -> tuple[tuple[str, ...], str, tuple[Step, ...]]:
    """The rules that decided a sentence, the verdict in words, and each step to it."""
    if drafts:
        cues = tuple(dict.fromkeys(cue for one in drafts for cue in one.cues))
        return cues, f"proposed: {drafts[0].cues[0]}", tuple(steps)
    if steps:
        held = tuple(step.guard for step in steps if step.guard is not None)
        return held, f"passed over: {steps[0].reason}", tuple(steps)
    return (), "no cue", ()


def _assign(reading: Reading, owner: Owner, start: int, end: int, scene: Scene) -> None:
    """Give the last item the owner and the deadline of an ACTION line."""
    draft, place = reading.drafts[-1]
    reckoning = scene.context.reckoning
    due = deadlines.best(deadlines.find(reading.flat, start, end, reckoning), reckoning.earliest)
    reading.drafts[-1] = draft._replace(owner=owner, inherited=due or draft.inherited), place


def _drafts(
    reading: Reading, span: Span, sentence: str, words: list[str], some: int, scene: Scene
) -> tuple[list[Draft], list[Step]]:
    flat = reading.flat
    drafts: list[Draft] = []
    steps: list[Step] = []
    covered = span.start
    cues = hits_among(some, sentence, flat, span.start, span.end)
    if not cues:
        return drafts, steps
    nearby = antecedents.Nearby(flat, span, scene, reading.memory, sentence, words)
    for hit in cues:
        if hit.start < covered:
            continue
        here = reading.scene(hit.start) if reading.voices else scene
        frame = frames.read(flat, span, hit, here, nearby)
        made, held = judge(frame)
        if reading.explains:
            steps.append(reading.step(hit, held))
        if made:
            drafts += made
            covered = max(one.end for one in made)
        elif hit.cue.name == "no-plans":
            covered = frame.end
        nearby.note(frame.subject)
    return drafts, steps
