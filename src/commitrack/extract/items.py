"""From a frame that the guards let pass to candidates: owner, strength, deadline and the rest."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from commitrack.extract import bounds, co_owners, owners, strength
from commitrack.extract.clause_ends import joined_verbs
from commitrack.extract.cues import Shape
from commitrack.extract.lexicon import CONTINUING, EXPLORATORY, base_of_ing, is_act
from commitrack.extract.result import Candidate, Deadline
from commitrack.extract.spelling import Spelling
from commitrack.extract.subject_kinds import BOUND, SubjectKind
from commitrack.model.kinds import Confidence, Kind, OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.folding import Folded
    from commitrack.extract.frames import Frame
    from commitrack.extract.owners import Owner
    from commitrack.extract.subjects import Scene


class Draft(NamedTuple):
    """What the rules have settled before the common fields are read."""

    kind: Kind
    start: int
    end: int
    verb: str
    verb_at: int
    owner: Owner
    base: int | None
    cues: tuple[str, ...]
    confidence: Confidence
    front: tuple[int, int] | None = None
    lifts: bool = False
    ongoing: bool = False
    testable: bool | None = None
    negated: bool = False
    inherited: Deadline | None = None


def finish(spelt: Spelling, draft: Draft, scene: Scene) -> Candidate:
    """Read deadline, condition, strength and testability, and make the candidate."""
    flat, folded = spelt.flat, spelt.folded
    due = bounds.deadline(flat, draft, scene)
    bound = draft.kind is not Kind.ASPIRATION
    depends = strength.condition(flat, draft.start, draft.end, draft.verb_at) if bound else None
    if draft.kind is not Kind.COMMITMENT:
        depends = None
    clause = flat[draft.start : draft.end]
    firm = draft.base
    if firm is not None and draft.kind is Kind.COMMITMENT:
        if draft.lifts and firm == 3 and due is not None and due.kind in ("fixed", "relative"):
            firm = 4
        if depends is not None or strength.is_hedged(clause):
            firm = max(1, firm - 1)
    testable = draft.testable
    if testable is None:
        testable = bound and strength.is_testable(draft.verb, clause, dated=due is not None)
    start, end = folded.span(draft.start, draft.end)
    return Candidate(
        start=start,
        end=end,
        quote=folded.source[start:end],
        kind=draft.kind,
        owner=spelt.as_written(draft.owner.name),
        owners=tuple(
            spelt.as_written(one) or one
            for one in co_owners.of(draft.owner, scene, binds=draft.kind is Kind.COMMITMENT)
        ),
        owner_text=spelt.as_written(draft.owner.text),
        owner_basis=draft.owner.basis,
        partners=tuple(
            spelt.as_written(one) or one
            for one in owners.partners(flat, draft.start, draft.end, draft.verb_at, scene)
        )
        if draft.kind is Kind.COMMITMENT
        else (),
        strength=firm,
        testable=testable,
        ongoing=draft.ongoing,
        condition=folded.original(depends[1], depends[2]) if depends else None,
        deadline=_placed(due, folded) if due else None,
        confidence=draft.confidence,
        cues=draft.cues,
    )


def _placed(due: Deadline, folded: Folded) -> Deadline:
    start, end = folded.span(due.start, due.end)
    return due._replace(text=folded.source[start:end], start=start, end=end)


_HAVE_A_LOOK = re.compile(r" an? (?:[a-z]+ )?(?:look|think|conversation|discussion)\b")


def base_strength(frame: Frame, verb: str) -> tuple[int | None, bool]:
    """The strength of the cue with its verb, and whether a dated deadline lifts it."""
    cue = frame.hit.cue
    if cue.strength is None:
        return None, False
    if cue.name == "shall-verb":
        return 4, False
    firm = int(cue.strength)
    minuted = frame.governor if frame.scene.context.minutes else None
    if minuted is not None and minuted.kind == "resolve" and cue.shape is Shape.MODAL:
        return (1, False) if verb in EXPLORATORY else (4, False)
    if cue.name == "pledge-verb" and "guarantee" in frame.flat[frame.hit.start : frame.hit.end]:
        return 4, False
    if not cue.by_verb:
        return firm, False
    if verb in EXPLORATORY and not frame.passive:
        return 1, False
    if verb == "give" and frame.passive and "onsideration" in frame.subject.text:
        return 1, False
    if verb == "have" and _HAVE_A_LOOK.match(frame.tail):
        return 1, False
    near = frame.flat[frame.verb_start : frame.verb_start + 60] if frame.verb_start > 0 else ""
    if not cue.by_day:
        return firm, False
    if verb in CONTINUING and (
        verb != "work"
        or re.match(r"(?:be )?work(?:ing)?(?: closely| together)?(?: with| to| alongside|$)", near)
    ):
        return (3, True) if verb == "support" and frame.passive else (2, False)
    return firm, True


def from_commitment(frame: Frame) -> list[Draft]:
    """The drafts of a commitment cue: one for each joined verb with an object of its own."""
    flat, hit = frame.flat, frame.hit
    owner = owners.of(frame)
    verb_at = frame.verb_start if frame.verb_start > 0 else hit.end
    base, lifts = base_strength(frame, frame.verb)
    cues: tuple[str, ...] = (hit.cue.name,)
    if frame.verb in EXPLORATORY:
        cues += ("exploratory-verb",)
    if frame.passive:
        cues += ("passive",)
    if frame.governor is not None:
        cues += ("governed",)
    continues = _continues(flat, hit.end, frame.verb_end)
    ongoing = (
        (hit.cue.shape in (Shape.PROGRESSIVE, Shape.PASSIVE_STATE) and not hit.cue.once)
        or (
            frame.verb == "continue"
            and bool(re.match(r" to\b", flat[frame.verb_end : frame.verb_end + 4]))
        )
        or continues
    )
    if continues:
        base, lifts = 2, False
    testable: bool | None = None
    if hit.cue.shape in (Shape.PASSIVE_STATE, Shape.ACCEPTANCE):
        testable = hit.cue.once
    verb = frame.verb
    if hit.cue.shape is Shape.COMMITTED:
        doing = re.match(r" (\w+ing)\b", flat[hit.end : hit.end + 24])
        act = base_of_ing(doing[1]) if doing else None
        testable = None if act else False
        verb = act or ""
    past = hit.cue.shape is Shape.CONTENT and _PAST.search(flat[hit.start : hit.end]) is not None
    front = frame.left.front
    draft = Draft(
        Kind.COMMITMENT,
        frame.start,
        frame.end,
        verb,
        max(verb_at, hit.end) if past else verb_at,
        owner,
        base,
        cues,
        _confidence(frame, owner.basis),
        (front.start, front.end) if front and not past else None,
        lifts,
        ongoing,
        testable,
        frame.negated,
    )
    if hit.cue.name in ("pledge-verb", "committed-to") and flat.endswith(" to", 0, hit.end):
        parted = _split_at_doing(frame, draft)
        if parted:
            return parted
    if hit.cue.shape in (Shape.MODAL, Shape.INFINITIVE) or hit.cue.name == "pledge-verb":
        return split_verbs(frame, draft)
    return [draft]


_PAST = re.compile(r"ed\b")
_CONTINUE = re.compile(r"\bcontinue to\b")


def _continues(flat: str, start: int, end: int) -> bool:
    """Whether "continue to" stands between a cue and the end of its verb."""
    return "continue" in flat[start:end] and _CONTINUE.search(flat[start:end]) is not None


_AND_TO_DOING = re.compile(r",? and (?=to (?P<doing>[a-z-]+ing) )")


def _split_at_doing(frame: Frame, draft: Draft) -> list[Draft]:
    """The drafts of "commits to tankering it away, and to publishing the data"."""
    flat = frame.flat
    joined = _AND_TO_DOING.search(flat, frame.hit.end, draft.end)
    act = base_of_ing(joined["doing"]) if joined else None
    if joined is None or act is None:
        return []
    second = draft._replace(
        start=joined.end(),
        verb=act,
        verb_at=joined.start("doing"),
        owner=owners.joined(draft.owner),
        cues=(*draft.cues, "joined-verb"),
    )
    return [draft._replace(end=joined.start()), second]


def split_verbs(frame: Frame, draft: Draft) -> list[Draft]:
    """One draft per joined verb; the later ones have the first one's owner and no subject."""
    if frame.passive or frame.verb_end <= 0 or frame.verb in ("be", "have"):
        return [draft]
    verb_end = frame.verb_end if frame.verb else draft.verb_at + len(draft.verb)
    parts = joined_verbs(frame.flat, verb_end, frame.end)
    if not parts:
        return [draft]
    starts = [begin for begin, _ in parts]
    drafts = [draft._replace(end=_before_link(frame.flat, draft.verb_at, starts[0]))]
    for index, (begin, verb_end) in enumerate(parts):
        stop = starts[index + 1] if index + 1 < len(starts) else None
        verb = frame.flat[begin:verb_end].split()[-1]
        base, lifts = base_strength(frame, verb)
        owner = owners.joined(draft.owner)
        drafts.append(
            draft._replace(
                start=begin,
                verb=verb,
                verb_at=begin,
                owner=owner,
                base=base,
                lifts=lifts,
                end=_before_link(frame.flat, begin, stop) if stop else draft.end,
                cues=(*draft.cues, "joined-verb"),
                front=draft.front,
            )
        )
    return drafts


def split_at_verbs(flat: str, draft: Draft, verb_end: int, firm: int) -> list[Draft]:
    """One draft for each verb of a bullet that is joined by "and" and has its own object."""
    parts = joined_verbs(flat, verb_end, draft.end)
    if not parts:
        return [draft]
    starts = [begin for begin, _ in parts]
    drafts = [draft._replace(end=_before_link(flat, draft.verb_at, starts[0]))]
    for index, (begin, stop_at) in enumerate(parts):
        stop = starts[index + 1] if index + 1 < len(starts) else None
        verb = flat[begin:stop_at].split()[-1]
        drafts.append(
            draft._replace(
                start=begin,
                verb=verb,
                verb_at=begin,
                base=1
                if verb in EXPLORATORY and draft.kind is Kind.COMMITMENT
                else draft.base and firm,
                end=_before_link(flat, begin, stop) if stop else draft.end,
                cues=(*draft.cues, "joined-verb"),
            )
        )
    return drafts


def _before_link(flat: str, start: int, at: int) -> int:
    """The end of a clause before ", and" at ``at``."""
    words = flat[start:at]
    cut = re.search(r"[ ,]*(?:\band then|\band also|\band|\bthen|\bor)?[ ]*$", words)
    return start + (cut.start() if cut else len(words))


def _confidence(frame: Frame, basis: OwnerBasis) -> Confidence:
    """High for the speaker's own plain words, low where an owner or a reading was inferred."""
    if basis is OwnerBasis.INFERRED or frame.subject.kind in (
        SubjectKind.INDEFINITE,
        SubjectKind.DEMONSTRATIVE,
    ):
        return Confidence.LOW
    if (
        frame.governor is not None
        and frame.governor.kind == "report"
        and frame.subject.kind not in BOUND
    ):
        return Confidence.LOW
    if frame.subject.kind in (SubjectKind.FIRST, SubjectKind.OWN, SubjectKind.BODY):
        return Confidence.HIGH
    if basis is OwnerBasis.UNSTATED and not is_act(frame.verb):
        return Confidence.LOW
    return Confidence.MEDIUM
