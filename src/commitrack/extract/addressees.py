"""Who is asked to act: whom a recommendation or a request is addressed to."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.demands import CALLED_ON
from commitrack.extract.lexicon import PEOPLES_ACTS, is_act
from commitrack.extract.names import bare_name
from commitrack.extract.owners import NOBODY, Owner, agent_of
from commitrack.extract.subject_kinds import SubjectKind
from commitrack.extract.subjects import Subject, classify, is_animate
from commitrack.model.kinds import OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame
_ADDRESSED = re.compile(r"(?: upon)? (?P<who>[^.;:“”\"]{2,200}?) (?:not )?to (?P<verb>[a-z-]+)\b")
_CONTENT = re.compile(
    r"(?: strongly)? that (?P<who>[^.;:“”\"]{2,120}?) (?:(?:should|must|shall|ought to"
    r"|needs? to) )?"
    r"(?:not )?(?P<verb>[a-z-]+)\b"
)
_SEEN = re.compile(r" (?P<who>[^.;:,“”\"]{2,80}?) (?P<verb>[a-z-]+)\b")


def addressed(frame: Frame) -> Owner:
    """The owner of a recommendation with must, should or need to."""
    subject = frame.subject
    if frame.passive or subject.kind in (SubjectKind.EXISTENTIAL, SubjectKind.NOBODY):
        agent = agent_of(frame) if frame.passive else None
        return agent or NOBODY
    name = subject.name or bare_name(subject.text)
    if name.casefold() in ("he", "she", "they"):
        name = frame.nearby.asked or name
    called = CALLED_ON.match(frame.words) if subject.kind is SubjectKind.SECOND else None
    if called is not None:
        return Owner(bare_name(called["who"]), subject.text, OwnerBasis.ANTECEDENT)
    if frame.left.joined or subject.pronoun:
        return Owner(bare_name(name), subject.text, OwnerBasis.ANTECEDENT)
    return Owner(bare_name(name), subject.text, OwnerBasis.STATED)


def addressee(frame: Frame) -> tuple[Owner, str, int] | None:
    """Who is urged, advised or recommended to act, and the verb: (owner, verb, its offset)."""
    flat, at, end = frame.flat, frame.hit.end, frame.end
    if frame.hit.cue.name == "would-like-to-see":
        return _seen(frame)
    content = _CONTENT.match(flat, at, end)
    if content is not None:
        return _recommended(frame)
    for match in _ADDRESSED.finditer(flat, at, end):
        if match.start() != at:
            break
        who, verb = match["who"], match["verb"]
        if re.search(r" (?:if|whether|how|what|why|when) ", who) or re.fullmatch(
            r"(?:us|me|for|about|[a-z]+ing)(?: .*)?", who
        ):
            return None
        if verb == "be":  # "for the works to be upgraded", by whoever can
            done = _DONE_TO.match(flat, match.end("verb"), end)
            if done is not None:
                return NOBODY, done["done"], match.start("verb")
        return _party(frame, match.start("who"), who), verb, match.start("verb")
    return None


_DONE_TO = re.compile(r" (?:[a-z]+ly )?(?P<done>[a-z]+(?:ed|en|t|n))\b")
_VERB_NEXT = re.compile(r" (?:be|should|must|shall|ought)\b")


def _recommended(frame: Frame) -> tuple[Owner, str, int] | None:
    """ "recommend that X (should) act": X is everything before the first verb."""
    flat, at, end = frame.flat, frame.hit.end, frame.end
    opened = re.compile(r"(?: strongly)? that ").match(flat, at, end)
    if opened is None:
        return None
    begin = opened.end()
    for word in re.compile(r"[a-z-]+").finditer(flat, begin, end):
        modal = word.group() in ("should", "must", "shall", "ought")
        if (
            not modal and not (is_act(word.group()) or word.group() in ("be", "have"))
        ) or word.start() == begin:
            continue
        who = flat[begin : word.start()].strip()
        if who.endswith(("'s", "s'")) or (not modal and _VERB_NEXT.match(flat, word.end(), end)):
            continue
        if not modal and (who.split()[-1:] or [""])[0] in (
            "the",
            "a",
            "an",
            "to",
            "of",
            "no",
            "any",
            "its",
        ):
            continue
        after = re.compile(
            r"(?:(?:should|must|shall|ought to) )?(?:also |not )?(?P<verb>[a-z-]+)"
        ).match(flat, word.start(), end)
        verb = after["verb"] if after else word.group()
        verb_at = after.start("verb") if after else word.start()
        if verb == "be":
            following = flat[verb_at : verb_at + 60].split()
            return NOBODY, following[1] if len(following) > 1 else verb, verb_at
        return _party(frame, begin, who), verb, verb_at
    return None


_ARTICLE_BEFORE = re.compile(r"\b(?:an?|the|its|their|our) (?:further |new |full |clear )?$")
_FROM_WHOM = re.compile(
    r" (?:an?|more|the|further) [^.;:,]{2,60}? from (?P<who>the [A-Z][\w'-]+(?: [A-Z][\w'-]+)*)"
)


def _seen(frame: Frame) -> tuple[Owner, str, int] | None:
    giver = _FROM_WHOM.match(frame.flat, frame.hit.end, frame.end)
    if giver is not None:
        return _party(frame, giver.start("who"), giver["who"]), "provide", frame.hit.end
    for match in re.compile(r"\b[a-z-]+\b").finditer(frame.flat, frame.hit.end + 1, frame.end):
        if match.start() == frame.hit.end + 1 or not is_act(match.group()):
            continue
        if _ARTICLE_BEFORE.search(frame.flat, frame.hit.end, match.start()):
            continue  # a noun: "every council with a plan"
        begin = frame.hit.end + 1
        who = frame.flat[begin : match.start()].strip()
        subject = classify(frame.flat, begin, begin + len(who), frame.scene, frame.subject)
        if is_animate(subject) or match.group() in PEOPLES_ACTS:
            return _party(frame, begin, who), match.group(), match.start()
        return None
    return None


_WRITTEN_TO = re.compile(
    r"\w+(?: today| again)? to (?P<who>[^,.;:]+?),? (?:asking|urging|inviting|requesting|calling)\b"
)


def _party(frame: Frame, start: int, written: str) -> Owner:
    if written.casefold() in ("them", "him", "her", "it"):
        letter = _WRITTEN_TO.match(frame.flat, frame.hit.start, frame.hit.end)
        if letter is not None:
            name = frame.scene.parties.full(letter["who"], letter.start("who"))
            return Owner(bare_name(name), written, OwnerBasis.ANTECEDENT)
        asked = frame.nearby.asked
        return Owner(asked, written, OwnerBasis.ANTECEDENT if asked else OwnerBasis.UNSTATED)
    before = frame.nearby.before if frame.subject.kind is SubjectKind.FIRST else frame.subject
    subject: Subject = classify(frame.flat, start, start + len(written), frame.scene, before)
    basis = OwnerBasis.ANTECEDENT if subject.pronoun else OwnerBasis.STATED
    return Owner(bare_name(subject.name or written), subject.text or written, basis)
