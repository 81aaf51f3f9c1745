"""Guards which ask whose word it is: what others say, ask for or are going to do binds nobody here.

A guard returns why it holds the cue back, or None to let it pass.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import by_letter
from commitrack.extract.cues import DEMANDED
from commitrack.extract.lexicon import NEVER_UNDERTAKEN, PEOPLES_ACTS, RESULTS
from commitrack.extract.names import bare_name
from commitrack.extract.subject_kinds import (
    ACTORS,
    BOUND,
    OF_SOMETHING,
    SubjectKind,
    is_branch,
    is_staff,
    is_state,
)
from commitrack.extract.wordlist import words as wordlist

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame, Governor

_NOT_SAID = by_letter(
    r"\b(?:cannot|can't|could not|couldn't|not|never|unable to|had|had also|had already) $"
)


_BELIEVED_BEHIND = re.compile(
    r", (?:the|some) [a-z]+(?: [a-z]+)? (?:believes?|thinks?|expects?|fears?|hopes?|reckons?"
    r"|predicts?)(?=[.,;”\"]*$)"
)
"""Who believes it, told behind it: "will be met from reserves, the auditors believe"."""
_I_CAN = re.compile(r"\b(?:I|[Ww]e) (?:can|am able to|are able to) (?:also |now )?$")
"""What a speaker can tell the hearers is said in the speaker's own name."""


def reported(frame: Frame) -> str | None:
    """What is believed, feared, warned of or noted is not undertaken."""
    governor = frame.governor
    if _BELIEVED_BEHIND.search(frame.flat, frame.hit.end, frame.sentence.end):
        return "a belief, told behind it"
    if governor is None:
        return None
    if _NOT_SAID.search(frame.flat, max(0, governor.at - 14), governor.at):
        return f"not said: {governor.word}"
    if governor.word == "tell you" and _I_CAN.search(frame.flat, frame.sentence.start, governor.at):
        return None
    if governor.kind == "belief" and frame.hit.cue.name in DEMANDED and _in_our_view(governor):
        return None
    if governor.kind == "belief":
        return f"reported belief: {governor.word}"
    if governor.kind == "unknown":
        return "content of an unknown verb"
    return None


_VIEWS = frozenset(["believe", "think", "feel", "consider"])


def _in_our_view(governor: Governor) -> bool:
    """Whether the speaker says "we believe that", which asks as much as it would without."""
    return governor.subject.kind is SubjectKind.FIRST and governor.word in _VIEWS


_OWN_OFFICER = re.compile(
    r"(?:[Tt]he |[Oo]ur |[Ii]ts )?(?:[Dd]eputy |[Aa]cting |[Ii]nterim )?"
    r"(?:[Cc]hief (?:[Ee]xecutive(?: [Oo]fficer)?|[Cc]onstable|[Oo]perating [Oo]fficer"
    r"|[Ff]ire [Oo]fficer)"
    r"|[Gg]eneral [Mm]anager|[Mm]anaging [Dd]irector|[Gg]eneral [Ss]ecretary|[Vv]ice-[Cc]hancellor"
    r"|[Cc]hair(?:man|woman|person)?|[Dd]irector|[Hh]eadteacher|[Pp]rincipal"
    r"|[A-Za-z][a-z]+(?: [a-z]+){0,2} (?:manager|director|officer|lead|engineer|planner)) "
    r"[A-Z][\w'.-]+(?: [A-Z][\w'-]+){1,2}"
)
"""An officer by post and name, of no other body: "Chief executive Moana Gillies"."""
_SPOKESPERSON = re.compile(r"(?:an?|the|our|its) spokes(?:man|woman|person)", re.IGNORECASE)
_SAYS_SO = re.compile(r"notice is|please be assured|rest assured|tell you", re.IGNORECASE)


_TOLD_US = re.compile(r"(?:tells?|told|assured?s?) (?:us|me)\b")
"""What somebody tells the speaker is none of the speaker's words."""
_WROTE_TO_US = re.compile(
    r"\b(?:wrote|written|writes|replied|spoke|spoken|came|come|been in touch)(?: back)? (?:to|with)"
    r" (?:us|me)\b[^.;]{0,60}$"
)
"""The same in a letter: "the union wrote to us to say that its members will"."""
_WAS = re.compile(r"\b(?:was|were|been) (?:also |then )?$")
"""Before "told": "the Trust was told that it must sell the yard"."""
_SELVES = frozenset({SubjectKind.FIRST, SubjectKind.OWN})
_BACK_THEN = re.compile(
    r"\b(?:ago|on (?:two|three|four|five|six|several|many|\d+) occasions|at the time|repeatedly"
    r"|time and again|years earlier)\b"
)
"""When something was said that is no news any more: "told us two years ago that"."""


def other_side(frame: Frame) -> str | None:
    """What somebody has said whom the speaker cannot bind is none of the speaker's undertakings."""
    voice = frame.scene.voice
    if voice is not None and voice.outsider:
        return "said by somebody who speaks for no body"
    governor = frame.governor
    if governor is None or governor.kind not in ("report", "resolve"):
        return None
    who = governor.subject
    context = frame.scene.context
    quoted = frame.scene.voice is not None and frame.scene.voice.quoted
    said_of = frame.flat[who.start : governor.at]
    told_at = max(governor.at, frame.left.link_at)
    tells_itself = context.news or context.minutes or quoted
    if not tells_itself and (
        _TOLD_US.match(frame.flat, governor.at)
        or (who.kind in _SELVES and _WAS.search(frame.flat, max(0, governor.at - 12), governor.at))
        or _WROTE_TO_US.search(frame.flat, frame.sentence.start, governor.at)
    ):
        return f"told to the speaker: {who.text or 'by somebody'}"
    if (
        governor.past
        and not context.minutes
        and _BACK_THEN.search(frame.flat, governor.at, told_at)
    ):
        return f"told before now: {governor.word}"
    visits = (
        context.minutes
        and who.kind is SubjectKind.PERSON
        and _OF_ELSEWHERE.search(said_of) is not None
        and not frame.scene.is_of_own_body(said_of, governor.at)
    )
    if visits:
        return f"reported, a visitor: {who.text}"
    if governor.kind == "resolve" and (who.kind is SubjectKind.NONE or who.text.casefold() == "it"):
        return None
    if frame.subject.kind is SubjectKind.OWN and not (
        frame.subject.pronoun and who.kind not in BOUND
    ):
        return None
    if frame.flat[max(0, governor.at - 3) : governor.at] == "to " or _SPOKESPERSON.fullmatch(
        who.text
    ):
        return None  # "I am writing to confirm that": in the speaker's own name
    if who.kind in BOUND or _SAYS_SO.match(governor.word):
        return None
    if context.speaker and not context.news and context.speaker.split()[-1] in who.text.split():
        return None
    if (
        context.news
        and not quoted
        and who.kind is not SubjectKind.NONE
        and (
            frame.hit.cue.strength == 1
            or frame.subject.kind is not SubjectKind.BODY
            or frame.subject.pronoun
            or frame.subject.name.casefold() == who.name.casefold()
            or frame.scene.parties.last_before(governor.at) == frame.subject.name
            or frame.verb not in NEVER_UNDERTAKEN
        )
    ):
        return None
    if (
        context.minutes
        and governor.kind == "report"
        and who.kind in (SubjectKind.PERSON, SubjectKind.PART)
        and frame.subject.kind is SubjectKind.BODY
        and not frame.subject.pronoun
        and frame.subject.name[:1].isupper()
        and not frame.scene.binds(frame.subject.name)
    ):
        return f"reported, another body's act: {frame.subject.text}"
    if not context.news and _OWN_OFFICER.fullmatch(said_of.strip(" ,")):
        return None
    if who.kind is SubjectKind.NONE or who.kind is SubjectKind.EXISTENTIAL:
        return "reported, nobody named"
    if frame.scene.is_of_own_body(said_of, governor.at):
        return None
    if context.minutes and who.kind is SubjectKind.PERSON:
        return None
    if who.pronoun and who.kind is SubjectKind.PERSON and context.news:
        return None
    if (
        governor.kind == "report"
        and who.text.casefold() == "it"
        and who.kind is SubjectKind.THING
        and (governor.word in ("clear", "certain"))
    ):
        return None
    return f"reported, other side: {who.text}"


_OF_ELSEWHERE = re.compile(r"\b(?:of|from|for) (?:the )?[A-Z]")
"""A person who is said to be of somewhere is a visitor: "Mr Ortiz of Pike Road"."""


_BEEN_DECIDED = re.compile(r"(?:has been |was )(?:also )?(?:agreed|decided|resolved)\b")


_MY_WORD = re.compile(r"[Yy]ou have (?:my|our)\b")


def not_own(frame: Frame) -> str | None:
    """Plans, pledges and work in hand count only of the speaker's side; in news of any side."""
    kind = frame.subject.kind
    if frame.hit.cue.name == "undertaking-given" and _MY_WORD.match(frame.flat, frame.hit.start):
        return None
    done_to = frame.hit.verb == "being" or (frame.hit.cue.name == "is-to" and frame.passive)
    arranged = frame.hit.cue.name == "is-to" and frame.verb in PEOPLES_ACTS | RESULTS
    decided = frame.subject.text.casefold() == "it" and _BEEN_DECIDED.match(
        frame.flat, frame.hit.start
    )
    if kind in BOUND or done_to or arranged or decided:
        return None
    if kind is SubjectKind.BODY and frame.scene.binds(frame.subject.name or frame.subject.text):
        return None
    if frame.scene.speaker is None and kind in ACTORS:
        return None
    if frame.hit.cue.name == "hope-verb" and frame.flat[frame.hit.start : frame.hit.end].startswith(
        "is "
    ):
        return None
    if frame.scene.context.news and kind in ACTORS:
        return None
    if (
        frame.governor is not None
        and frame.governor.kind in ("report", "resolve")
        and kind in ACTORS
    ):
        return None
    if (
        frame.hit.cue.name == "present-progressive"
        and kind is SubjectKind.BODY
        and frame.scene.context.publisher is None
    ):
        return None
    if kind is SubjectKind.NONE and frame.left.joined and frame.scene.context.minutes:
        return None
    if frame.scene.context.minutes and kind in ACTORS:
        return None
    if kind is SubjectKind.BODY and frame.scene.speaker is None:
        return None
    if (
        kind in (SubjectKind.PERSON, SubjectKind.PEOPLE, SubjectKind.BODY)
        and frame.subject.pronoun
        and frame.left.joined
    ):
        return None
    return f"not of the speaker's side: {frame.subject.text or 'no subject'}"


_SHARED = frozenset(["joint-statement", "action-plan"])
"""Genres in which several bodies speak with one voice."""


_OFFICERS = frozenset({SubjectKind.PART, SubjectKind.PEOPLE, SubjectKind.THING})
_OVERSEERS = wordlist("inspectorate ombudsman regulator court tribunal coroner parliament auditors")


def _oversees(name: str, own: str) -> bool:
    """Whether a body, named or not, watches over others, and the speaker is none of its kind."""
    kind = name.split()[-1].casefold() if name else ""
    watches = kind in _OVERSEERS or OF_SOMETHING.fullmatch(name) is not None
    return watches and kind not in own.casefold()


def other_body(frame: Frame) -> str | None:
    """What another body is going to do is in its diary, and none of the speaker's undertakings."""
    subject, scene = frame.subject, frame.scene
    own = scene.speaker
    watches = (
        subject.kind in _OFFICERS
        and own is not None
        and not subject.text.casefold().startswith(("our ", "its ", "my "))
        and _oversees(subject.text, own)
    )
    if watches and not (scene.context.news or scene.context.minutes or frame.passive):
        return f"another's act: {subject.text}"
    if subject.kind is not SubjectKind.BODY or own is None or scene.context.news:
        return None
    reports = frame.governor is not None and frame.governor.kind == "resolve"
    if reports or frame.passive or scene.context.genre in _SHARED:
        return None
    name = subject.name or subject.text
    if is_branch(name):
        return None
    named = scene.parties.names(name) or is_state(subject.text) or _oversees(name, own)
    if not named or scene.binds(name):
        return None
    return f"another body's act: {subject.text}"


def asked_by_others(frame: Frame) -> str | None:
    """What somebody asks for whom the speaker does not speak for is none of its recommendations."""
    kind = frame.subject.kind
    context = frame.scene.context
    if kind is SubjectKind.PEOPLE and is_staff(frame.subject.text):
        outsider = False
    elif kind not in ACTORS | {SubjectKind.NONE}:
        outsider = True
    elif context.news or context.minutes:
        outsider = kind is SubjectKind.PEOPLE
    elif kind is SubjectKind.NONE:
        outsider = not frame.left.joined
    else:
        said_of = frame.flat[frame.subject.start : frame.hit.start]
        visits = kind is SubjectKind.PERSON and _OF_ELSEWHERE.search(said_of) is not None
        other = visits or kind in (SubjectKind.PEOPLE, SubjectKind.BODY)
        outsider = other and frame.scene.speaker is not None
    return f"asked by others: {frame.subject.text or 'nobody named'}" if outsider else None


def anothers(frame: Frame) -> str | None:
    """Another body's pledge, spoken of by somebody who cannot bind it."""
    if frame.hit.owner_end < 0 or frame.scene.context.news or frame.scene.speaker is None:
        return None
    written = frame.flat[frame.hit.start : frame.hit.owner_end]
    if written.casefold() in ("our", "my", "its", "their", "his", "her"):
        return None
    name = frame.scene.parties.full(bare_name(written), frame.hit.start)
    known = frame.scene.parties.names(name) or is_state(bare_name(written))
    return f"another's pledge: {written}" if known and not frame.scene.binds(name) else None
