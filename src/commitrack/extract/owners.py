"""Who must act: as written, resolved to a full name, and on what basis."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from commitrack.extract.by_letter import by_letter
from commitrack.extract.calendar_words import MONTH, SEASON, WEEKDAY
from commitrack.extract.cues import Shape, Whose
from commitrack.extract.lexicon import RECEIVING, SPARED
from commitrack.extract.names import bare_name
from commitrack.extract.subject_kinds import ACTORS, SubjectKind
from commitrack.extract.subjects import Scene, classify, is_animate
from commitrack.model.kinds import OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame


class Owner(NamedTuple):
    """The party held to be the owner; ``name`` is None when nobody is named."""

    name: str | None
    text: str | None
    basis: OwnerBasis


_NOT_NAMED = frozenset({SubjectKind.NONE, SubjectKind.SECOND})
NOBODY = Owner(None, None, OwnerBasis.UNSTATED)
_AGENT = by_letter(
    r"\bby (?P<agent>(?:(?:the|our|its|their|an?) )?+(?!(?:end|start|beginning|close|middle"
    r"|post|law|itself"
    rf"|then|now|hand|at|no|means|way|virtue|mid|late|early|{SEASON}|next|half"
    rf"|{MONTH}|{WEEKDAY}|Christmas|tonight|tomorrow"
    r"|Easter|Q\d|\d|which|telephone|e-?mail|letter|accident|default|vote|ballot"
    r"|[A-Za-z]+ing(?! (?:team|group|panel|company|board"
    r"|agents?|staff|officers?|department|committee|authority|party|office|partner|contractor)\b)|independent"
    r" \w+ing)\b)[A-Za-z][\w'&-]*"
    r"(?: (?!(?:by|in|on|at|within|every|each|before|which|who"
    r"|from|to|as|once|without|not|no|rather|unless|after|around|for|who|whose|than"
    r"|if|when|until|this|next|and|during|over|that|under|with)\b)[\w'&-]+){0,6}"
    r"(?: from (?:the )?[A-Z][\w'-]+(?: [A-Z][\w'-]+)*)?)"
)
_ANYBODY = re.compile(
    r"(?:an? |the |other |some )?(?:persons?|people|human|somebody|someone|anyone|anybody|them|him"
    r"|her|it|itself|themselves)"
)
_MINE = re.compile(r"\b(?:our|my)\b")
_MEANS = re.compile(
    r"(?:the )?(?:text(?: messages?)?|post|phone|messages?|newsletter|air|sea|road|rail|hand|name"
    r"|word of mouth|mid[\w-]+'s|close of|sunset|sunrise|noon|midnight|nightfall)\b"
)
"""How or by when a thing is done, and not by whom: "by text message", "by midsummer's day"."""
_ONE_BY_ONE = re.compile(r"\b(?P<one>[a-z]+) by (?P=one)$")
"""In turn, and not by an agent: "store by store"."""
_OTHER_DOING = re.compile(
    r" (?!and |or )[\w'-]+ (?:most |often |most often |already |now )?"
    r"(?:spoken|done|used|made|given|taken|owned|run|caused|affected|raised|set|held|paid|written"
    r"|issued|served|employed|funded|produced|published|sent|put forward|submitted|appointed"
    r"|required"
    r"|recommended|suggested|proposed|identified|requested|agreed) $"
)
_RELATIVE = re.compile(r", (?:which|who)\b[^,]*$")
_BY_A_THING = frozenset(["accompany", "cover", "follow", "replace", "supersede"])
_RESTRICTED = re.compile(r" (?:that|who|whose) (?!will\b|would\b)")
_PARTNER = by_letter(
    r"\b(?:with|alongside|in partnership with|together with) (?P<who>(?:(?:the|our|its|other"
    r"|all) )?"
    r"(?:(?:\d+|[A-ZÀ-Ž][\w'’&.-]*)(?:(?: (?:of|for|and|&|the|and the|de"
    r"|du)){0,3} [A-ZÀ-Ž][\w'’&-]*)*"
    r"(?: (?!to\b|about\b|on\b|in\b|by\b"
    r"|and\b)[a-z]+s\b)?(?: and (?:the )?[A-ZÀ-Ž][\w'’&-]*(?: (?:of |for )?[A-ZÀ-Ž][\w'’&-]*)*)?"
    r"|(?:tunnel |local |our )?[a-z]+ (?:operators|authorities|councils|partners|unions"
    r"|employers|groups"
    r"|service|providers|trusts)))"
)
_SAID_AFTER = re.compile(
    r",[”\"]? (?P<who>[A-Z][^,.;:“”\"]{2,80}?) (?:has |have )?(?:announced|said|confirmed"
    r"|revealed|promised"
    r"|pledged)\b"
)


def of(frame: Frame) -> Owner:
    """The owner of a commitment."""
    subject, scene = frame.subject, frame.scene
    shape = frame.hit.cue.shape
    if shape is Shape.NOMINAL:
        return _possessor(frame)
    named = _named_by_cue(frame)
    if named is not None:
        return named
    if frame.passive or _receives(frame):
        agent = agent_of(frame)
        if agent is not None:
            return agent
        return _body_of_minutes(frame)
    if subject.kind is SubjectKind.NONE:
        return _body_of_minutes(frame)
    if subject.kind is SubjectKind.FIRST:
        return Owner(subject.name or None, subject.text, OwnerBasis.SPEAKER)
    if subject.text.casefold().endswith(" of us"):
        return Owner(scene.speaker, "us", OwnerBasis.SPEAKER)
    if subject.kind in (SubjectKind.EXISTENTIAL, SubjectKind.SECOND):
        return NOBODY
    none = subject.kind is SubjectKind.NOBODY or subject.text.startswith("No ")
    if none and frame.verb in SPARED:
        return NOBODY
    if subject.kind in (SubjectKind.THING, SubjectKind.DEMONSTRATIVE, SubjectKind.NOBODY) or (
        subject.kind is SubjectKind.INDEFINITE and not is_animate(subject)
    ):
        return _inferred(frame)
    name = subject.name or bare_name(subject.text)
    name = _grouped(name, scene)
    if frame.left.joined or subject.pronoun:
        return Owner(name, subject.text, OwnerBasis.ANTECEDENT)
    return Owner(name, subject.text, OwnerBasis.STATED)


def _named_by_cue(frame: Frame) -> Owner | None:
    """The owner where the cue's row says that it is not the subject; None where it is."""
    whose, speaker = frame.hit.cue.whose, frame.scene.speaker
    if whose is Whose.WORDS or (
        whose is Whose.WORDS_OR_AGENT and _MINE.search(frame.flat, frame.hit.start, frame.hit.end)
    ):
        return _intention(frame)
    if whose is Whose.SUBJECT_OR_SPEAKER and frame.subject.kind in _NOT_NAMED:
        return Owner(speaker, None, OwnerBasis.SPEAKER)
    if whose is Whose.NAMED_OR_SPEAKER and frame.subject.kind is not SubjectKind.OWN:
        name = frame.subject.name
        return None if frame.scene.parties.names(name) else _inferred(frame)
    if whose is Whose.AGENT_OR_SPEAKER:
        return agent_of(frame) or Owner(speaker, None, OwnerBasis.SPEAKER)
    if whose in (Whose.AGENT, Whose.WORDS_OR_AGENT) or frame.hit.verb == "being":
        return agent_of(frame) or NOBODY
    return None


def joined(owner: Owner) -> Owner:
    """The owner of a second verb: the same, taken over from the first."""
    if owner.basis in (OwnerBasis.STATED, OwnerBasis.INFERRED):
        return Owner(owner.name, owner.text, OwnerBasis.ANTECEDENT)
    return owner


def _grouped(name: str, scene: Scene) -> str:
    """ "Her group" in the news is the body of whoever spoke last."""
    if re.fullmatch(r"(?:[Hh]er|[Hh]is|[Tt]heir|[Ii]ts)? ?(?:group|party|organisation|team)", name):
        return scene.speaker or name
    return name


_GETS_GOING = re.compile(r" (?:under ?way|going|started|moving|ahead)\b")


def _receives(frame: Frame) -> bool:
    """A subject that receives counts as a passive."""
    if frame.subject.kind in (SubjectKind.FIRST, SubjectKind.OWN):
        return False
    if frame.verb == "get" and _GETS_GOING.match(frame.tail):
        return False
    return (
        frame.verb in RECEIVING
        or (
            frame.verb == "have"
            and frame.hit.cue.shape is Shape.MODAL
            and frame.subject.kind is not SubjectKind.THING
        )
        or (frame.verb == "be" and frame.complement.startswith("able to"))
    )


def agent_of(frame: Frame) -> Owner | None:
    """Who does what is said in the passive: "by the Council"; None when nobody is said to."""
    for match in _AGENT.finditer(frame.flat, frame.verb_end, frame.end):
        written = match["agent"].strip(" ,")
        if _RELATIVE.search(frame.flat, frame.verb_end, match.start()):
            break  # "at Holt, which is served by an hourly bus"
        if written in ("us", "me", "ourselves"):
            return Owner(frame.scene.speaker, written, OwnerBasis.AGENT)
        if _ANYBODY.fullmatch(written):
            return None
        if _MEANS.match(written) or _ONE_BY_ONE.search(frame.flat, frame.verb_end, match.end()):
            continue
        if _OTHER_DOING.search(frame.flat, frame.verb_end, match.start()):
            continue  # "the languages spoken by patients": what somebody does within the clause
        if frame.verb in _BY_A_THING and written[:1].islower():
            continue  # "replaced by heat pumps": what comes next, and not who does it
        if _RESTRICTED.match(frame.flat, match.end("agent"), frame.end):
            written = frame.flat[match.start("agent") : frame.end]
        subject = classify(
            frame.flat,
            match.start("agent"),
            match.start("agent") + len(written),
            frame.scene,
            frame.subject,
        )
        return Owner(subject.name or bare_name(written), written, OwnerBasis.AGENT)
    return None


def _body_of_minutes(frame: Frame) -> Owner:
    """What a meeting has resolved is its body's to do, also in the passive."""
    governor = frame.governor
    resolved = governor is not None and governor.kind == "resolve" and frame.scene.context.minutes
    body = frame.scene.context.organisation
    who = governor.subject if governor is not None else None
    impersonal = who is not None and who.pronoun and who.text.casefold() == "it"
    if impersonal:
        who = None  # "it was agreed" is agreed by the meeting, whoever spoke before
    if resolved and who is not None and who.name and who.kind in ACTORS - {SubjectKind.FIRST}:
        return Owner(who.name, who.text, OwnerBasis.STATED)
    if body and (
        resolved or (frame.hit.cue.name == "agreed-to" and frame.subject.kind is SubjectKind.NONE)
    ):
        return Owner(body, None, OwnerBasis.SPEAKER)
    return NOBODY


def _inferred(frame: Frame) -> Owner:
    if frame.governor is not None and frame.governor.kind == "resolve":
        return _body_of_minutes(frame)
    said = _SAID_AFTER.match(frame.flat, frame.end, frame.sentence.end)
    if said and (frame.scene.context.news or not frame.scene.speaker):
        name = frame.scene.parties.full(said["who"], frame.end)
    else:
        name = frame.scene.speaker or ""
        if frame.scene.context.news and not name:
            name = frame.scene.parties.last_before(frame.start) or ""
    if not name:
        return NOBODY
    return Owner(name, frame.subject.text, OwnerBasis.INFERRED)


def _possessor(frame: Frame) -> Owner:
    hit, scene = frame.hit, frame.scene
    written = frame.flat[hit.start : hit.owner_end]
    folded = written.casefold()
    if folded in ("our", "my"):
        return Owner(scene.speaker, written, OwnerBasis.SPEAKER)
    if folded in ("its", "their", "his", "her"):
        return Owner(frame.subject.name or scene.speaker, written, OwnerBasis.ANTECEDENT)
    return Owner(scene.parties.full(bare_name(written), hit.start), written, OwnerBasis.STATED)


def _intention(frame: Frame) -> Owner:
    words = frame.flat[frame.hit.start : frame.hit.end]
    if match := re.search(r"\b([Oo]ur|[Mm]y)\b", words):
        return Owner(frame.scene.speaker, match[1], OwnerBasis.SPEAKER)
    match = re.search(r"[Tt]he [\w ]+?'s?", words)
    written = match.group() if match else words
    return Owner(frame.scene.parties.full(written, frame.hit.start), written, OwnerBasis.STATED)


_IS_HOPED = re.compile(r"(?:is|are) (?:to be )?hoped\b")


def of_wish(frame: Frame) -> Owner:
    """The owner of an aspiration: the speaker, or nobody for a state of other people."""
    subject = frame.subject
    if _IS_HOPED.match(frame.flat, frame.hit.start):
        return NOBODY
    folded = subject.text.casefold()
    if subject.kind is SubjectKind.FIRST:
        return Owner(subject.name or None, subject.text, OwnerBasis.SPEAKER)
    ours = re.search(r"\b(?:[Oo]ur|[Mm]y)\b", frame.flat[frame.hit.start : frame.hit.end])
    if ours:
        return Owner(frame.scene.speaker, ours.group(), OwnerBasis.SPEAKER)
    if folded.endswith(" of us"):
        return Owner(frame.scene.speaker, "us", OwnerBasis.SPEAKER)
    if frame.hit.cue.shape is not Shape.MODAL and subject.kind in (
        SubjectKind.OWN,
        SubjectKind.PART,
        SubjectKind.BODY,
        SubjectKind.PERSON,
    ):
        basis = OwnerBasis.ANTECEDENT if frame.left.joined or subject.pronoun else OwnerBasis.STATED
        return Owner(subject.name, subject.text, basis)
    return NOBODY


def partners(flat: str, start: int, end: int, verb_at: int, scene: Scene) -> tuple[str, ...]:
    """The bodies with which the owner acts."""
    found: list[str] = []
    clause = flat[start:end]
    if "ith " not in clause and "longside " not in clause:
        return ()
    for match in _PARTNER.finditer(flat, start, end):
        if match.start() < verb_at and match.start() != start:
            continue
        for piece in re.split(r",? and (?:the )?|, (?:the )?", match["who"]):
            name = scene.parties.full(bare_name(piece), match.start())
            if name and name not in found:
                found.append(name)
    return tuple(found)
