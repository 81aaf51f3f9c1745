"""The tests which keep a cue from becoming an item: one function each, named in the cue table.

A guard returns why it holds the cue back, or None to let it pass.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from commitrack.extract.lexicon import (
    NEVER_UNDERTAKEN,
    POLITE,
    base_of_ing,
    is_act,
    may_act,
)
from commitrack.extract.motions import is_done_by_the_vote
from commitrack.extract.parties import bare_name
from commitrack.extract.predictions import habitual, hypothetical, norm, prediction
from commitrack.extract.subject_kinds import (
    ACTORS,
    BOUND,
    SubjectKind,
    is_branch,
    is_staff,
    is_state,
)
from commitrack.extract.wordlist import words
from commitrack.model.kinds import Kind

if TYPE_CHECKING:
    from collections.abc import Callable

    from commitrack.extract.frames import Frame

_NOT_OWN_WORK = words(
    """
    according advising aiming announcing asking becoming beginning being calling coming
    committing copying delivering doing dying encouraging facing failing falling feeling
    getting giving going grieving growing having hearing hoping improving including increasing
    intending inviting keeping leading learning leaving living looking losing making missing
    offering outstanding paying placing planning proposing providing publishing putting
    recommending rising running saying seeing seeking serving showing sitting speaking
    standing starting struggling suffering taking telling thinking trying turning urging using
    waiting willing writing
    """
)
_OWN_WORK = words(
    """
    analysing arranging assessing auditing bringing building carrying closing collaborating
    collecting commissioning conducting considering consulting continuing creating designing
    developing discussing drafting drawing engaging establishing evaluating examining
    expanding exploring extending finalising funding gathering holding implementing inspecting
    installing introducing investigating investing launching liaising looking making mapping
    meeting monitoring moving negotiating opening partnering piloting preparing putting
    recalling recruiting reforming replacing researching reviewing revising rewriting rolling
    scoping seeking setting stepping strengthening studying supporting taking talking testing
    training transforming trialling undertaking updating upgrading working
    """
)
_NOUN_BEFORE = re.compile(
    r"\b(?:the|a|an|our|my|its|their|his|her|your|this|that|these|those|any|no|of|in|every|whose|'s|free"
    r"|political|good|living|public|last|against|on|for|with|by|new|some|its own|such|further"
    r"|ambitious) $",
    re.IGNORECASE,
)


def question(frame: Frame) -> str | None:
    """The clause is asked and not stated."""
    return "a question" if frame.flat[frame.end : frame.end + 1] == "?" else None


def embedded(frame: Frame) -> str | None:
    """The cue stands inside a clause that is a part of another ("how it will", "which will")."""
    link = frame.left.link
    if link in ("", "that"):
        return None
    return f"inside a clause with {link}"


_NOT_SAID = re.compile(r"\b(?:cannot|can't|could not|couldn't|not|never|unable to) $")


def reported(frame: Frame) -> str | None:
    """What is believed, feared, warned of or noted is not undertaken."""
    governor = frame.governor
    if governor is None:
        return None
    if _NOT_SAID.search(frame.flat, max(0, governor.at - 12), governor.at):
        return f"not said: {governor.word}"
    if governor.kind == "belief":
        return f"reported belief: {governor.word}"
    if governor.kind == "unknown":
        return "content of an unknown verb"
    return None


_SAYS_SO = re.compile(r"notice is|please be assured|rest assured", re.IGNORECASE)


def other_side(frame: Frame) -> str | None:
    """What somebody has said whom the speaker cannot bind is none of the speaker's undertakings."""
    governor = frame.governor
    if governor is None or governor.kind not in ("report", "resolve"):
        return None
    who = governor.subject
    context = frame.scene.context
    quoted = frame.scene.voice is not None and frame.scene.voice.quoted
    if governor.kind == "resolve" and (who.kind is SubjectKind.NONE or who.text.casefold() == "it"):
        return None
    if frame.subject.kind is SubjectKind.OWN and not (
        frame.subject.pronoun and who.kind not in BOUND
    ):
        return None
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
    if who.kind is SubjectKind.NONE or who.kind is SubjectKind.EXISTENTIAL:
        return "reported, nobody named"
    said_of = frame.flat[who.start : governor.at]
    if frame.scene.is_of_own_body(said_of, governor.at):
        return None
    if context.minutes and who.kind is SubjectKind.PERSON and not _OF_ELSEWHERE.search(said_of):
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


def not_own(frame: Frame) -> str | None:
    """Plans, pledges and work in hand count only of the speaker's side; in news of any side."""
    kind = frame.subject.kind
    if kind in BOUND or (frame.hit.cue.name == "is-to" and frame.passive):
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


def other_body(frame: Frame) -> str | None:
    """What another body is going to do is in its diary, and none of the speaker's undertakings."""
    subject, scene = frame.subject, frame.scene
    own = scene.speaker
    if subject.kind is not SubjectKind.BODY or own is None or scene.context.news:
        return None
    reports = frame.governor is not None and frame.governor.kind == "resolve"
    if reports or frame.passive or scene.context.genre in _SHARED:
        return None
    name = subject.name or subject.text
    if is_branch(name):
        return None
    named = scene.parties.names(name) or is_state(subject.text)
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


_SUPPOSES = re.compile(r"\b(?:if|were|otherwise|unless|whether|could|might)\b", re.IGNORECASE)


def backshift_only(frame: Frame) -> str | None:
    """Would and intended look ahead only in what somebody said in the past."""
    governor = frame.governor
    if governor is not None and governor.kind in ("report", "resolve") and governor.past:
        return None
    if governor is not None and governor.word.isupper():
        return None
    if (
        frame.scene.context.minutes
        and governor is None
        and frame.subject.kind in ACTORS
        and frame.subject.kind is not SubjectKind.FIRST
        and may_act(frame.verb)
        and not _SUPPOSES.search(frame.words)
    ):
        return None  # minutes report what was said, and need not say so each time
    return "hypothetical: not reported"


_OURS = frozenset({SubjectKind.OWN, SubjectKind.PART, SubjectKind.PERSON})
_LONG_AGO = re.compile(r"\b(?:last|ago|previous|earlier|had|in \d{4}|since)\b")


def minutes_only(frame: Frame) -> str | None:
    """A past "recommended" still asks only where a meeting's decisions are minuted."""
    if not frame.scene.context.minutes:
        kinds = ACTORS if frame.scene.context.news else _OURS
        told = frame.scene.context.genre in ("press", "statement", "news") and (
            frame.subject.kind in kinds - {SubjectKind.FIRST}
        )
        asks = (
            frame.hit.cue.kind is Kind.RECOMMENDATION and told and not _LONG_AGO.search(frame.words)
        )
        return None if asks else "past, and not in minutes"
    return None if frame.subject.kind in ACTORS | {SubjectKind.NONE} else "asked by an outsider"


def will_noun(frame: Frame) -> str | None:
    """A last will, a political will, somebody called Will."""
    flat, start, end = frame.flat, frame.hit.start, frame.hit.end
    word = flat[start:end]
    if word not in ("will", "Will"):
        return None
    near = flat[max(0, start - 14) : start]
    if _NOUN_BEFORE.search(near) and not re.search(r"(?i:\b(?:this|that|these|those)) $", near):
        return "will as a noun"
    following = flat[end : end + 2].strip()
    if word == "Will":
        return "a name or a title"
    if not following and not frame.verb:
        return "will as a noun"
    return None


def not_able(frame: Frame) -> str | None:
    """ "Will not be able to" undertakes nothing."""
    words = frame.flat[frame.hit.start : frame.verb_end + 12]
    if frame.negated and re.search(r"\bbe (?:able|in a position)\b", words):
        return "not able"
    return None


def no_plans(_: Frame) -> str | None:
    """ "Has no plans to", "do not intend to": nothing is undertaken."""
    return "no plans"


_HOPES_IT_HELPS = re.compile(
    r" (?:that )?(?:this|these|you|it|the (?:above|information))\b(?: \w+)?"
    r" (?:is|are|clarif|answer|help|find"
    r"|assist|enjoy|agree|understand|explain|reassur|address|provid|will (?:find|join|agree|enjoy))"
)


_TURNS_TO = re.compile(r" (?:to|back to|on to|into|through)\b")


def polite(frame: Frame) -> str | None:
    """What a speaker does by speaking ("I will not keep you long") leaves nothing to deliver."""
    if frame.subject.kind is not SubjectKind.FIRST:
        return None
    singular = frame.subject.text.casefold() == "i"
    verb = frame.verb
    if frame.hit.cue.name == "hope-verb":
        return "polite formula" if _HOPES_IT_HELPS.match(frame.tail) else None
    if frame.hit.cue.name == "want-verb":
        match = re.match(r" to (\w+)", frame.flat[frame.hit.end : frame.hit.end + 30])
        verb = match[1] if match else ""
        if match and (
            verb in POLITE
            or verb in ("be", "stress", "pay", "start", "make", "emphasise", "set", "explain")
        ):
            return "polite formula"
        return None
    if verb in ("try", "endeavour"):
        tried = re.match(r" (?:not )?to (\w+)", frame.tail)
        return "polite formula" if tried and tried[1] in POLITE else None
    if singular and verb in ("come", "get", "go") and _TURNS_TO.match(frame.tail):
        return "polite formula"
    if verb == "keep" and not re.match(r" you\b", frame.tail):
        return None
    if (singular and verb in POLITE and verb != "be") or verb in ("talk", "pretend", "dwell"):
        return "polite formula"
    return None


_ENTITLES = re.compile(
    r"(?:be able to|receive|get (?:an?|the|your|up to|[£$€]?\d)|be (?:entitled|eligible) to"
    r"|be (?:offered|given|sent|paid|refunded|reimbursed|compensated|contacted|notified|told"
    r"|informed"
    r"|charged|invited|assigned|rehoused|reconnected))\b"
)
"""What a body lets its hearers have is its undertaking: "you will be able to book online"."""


def second_person(frame: Frame) -> str | None:
    """ "You will" foretells and does not undertake."""
    if frame.subject.kind is not SubjectKind.SECOND:
        return None
    entitled = frame.flat[frame.verb_start : frame.end] if frame.verb_start > 0 else ""
    return None if _ENTITLES.match(entitled) else "said of the hearer"


def nobody(frame: Frame) -> str | None:
    """Nobody and nothing can undertake; a passive about none of a thing still can."""
    if frame.subject.kind is not SubjectKind.NOBODY:
        return None
    if frame.passive and (
        frame.subject.text.casefold().startswith("none of th") or may_act(frame.verb)
    ):
        return None
    if frame.verb in ("lose", "pay", "wait") and not frame.passive:
        return None
    return "nobody undertakes"


def done_by_the_vote(frame: Frame) -> str | None:
    """To resolve to note or to receive a report is done by resolving it."""
    if frame.scene.context.minutes and is_done_by_the_vote(frame.verb):
        return f"done by the vote: {frame.verb}"
    return None


def past(frame: Frame) -> str | None:
    """ "Promised" and "undertook" look back, save in minutes and in what is reported."""
    words = frame.flat[frame.hit.start : frame.hit.end]
    if frame.scene.context.minutes or re.match(r"(?:has|have|'ve) ", words):
        return None
    if re.match(r"(?:was|were|Was|Were) ", words):
        return "past"
    if re.match(r"(?:undertook|promised|vowed|guaranteed|agreed|resolved|decided|voted)\b", words):
        announced = (
            frame.scene.context.news and not frame.governor and not words.startswith("voted")
        )
        return None if announced else "past"
    return None


def noun(frame: Frame) -> str | None:
    """A plan, a hope, a promise: the noun with an article is not the verb."""
    flat, start = frame.flat, frame.hit.start
    if _NOUN_BEFORE.search(flat[max(0, start - 14) : start]):
        return "a noun"
    return None


def not_an_act(frame: Frame) -> str | None:
    """ "Commitment to openness" names no act."""
    verb = frame.hit.verb or frame.verb
    if is_act(verb) or verb in ("be", "have", "do", "not", "spend", "ending"):
        return None
    return f"no verb after the noun: {verb}"


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


def broken(frame: Frame) -> str | None:
    """A promise that is said to have been broken or kept is history."""
    if re.search(
        r"\b(?:was|were) (?:broken|not kept|dropped|abandoned|met|kept|honoured|fulfilled)\b",
        frame.words,
    ):
        return "a promise of the past"
    return None


def rejection(frame: Frame) -> str | None:
    """ "Does not accept", and acceptance of a finding."""
    before = frame.flat[max(0, frame.hit.start - 24) : frame.hit.start]
    if re.search(r"\b(?:not|never|cannot|therefore not)(?: therefore)? $", before):
        return "a recommendation turned down"
    return None


def letter(frame: Frame) -> str | None:
    """ "I am copying this letter to" is done by the letter itself."""
    if re.search(r"\bthis (?:letter|statement|report|note|reply)\b", frame.tail[:60]):
        return "done by the letter itself"
    return None


_A_THING = re.compile(r" (?:an?|the|our|its|to|for|new|more|another|\d+)\b")
_A_SUM = re.compile(r" at an? (?:[£$€]|\d|loss|gap|hole|shortfall|deficit)")


def not_own_work(frame: Frame) -> str | None:
    """A present progressive counts when it is work on something still to come."""
    verb = frame.hit.verb
    if verb in ("planning", "organising", "organizing", "arranging", "preparing"):
        thing = _A_THING.match(frame.flat, frame.hit.end)
        return None if thing else f"not work in hand: {verb}"
    if verb == "looking" and _A_SUM.match(frame.flat, frame.hit.end):
        return "an idiom: facing an amount"
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
            r" (?:at|into|again|action|steps|measures|forward (?:plans|proposals)|in place|up"
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


@dataclass(frozen=True, slots=True)
class Guard:
    """One row of the table of guards."""

    name: str
    test: Callable[[Frame], str | None]
    example: str
    """A sentence whose cue it holds back."""

    @property
    def doc(self) -> str:
        """What it holds back, in a sentence: that of the function's documentation."""
        return " ".join((self.test.__doc__ or "").split())


GUARDS: dict[str, Guard] = {
    guard.name: guard
    for guard in (
        Guard("question", question, "Will the council pay for it, and will it publish the bill?"),
        Guard("embedded", embedded, "The review looked at how the Trust will pay for it."),
        Guard("reported", reported, "We believe that the ward will close."),
        Guard("other-side", other_side, "The contractor said that it will finish the roof."),
        Guard("not-own", not_own, "The contractor plans to finish the roof."),
        Guard("other-body", other_body, "The Council will build a new hall."),
        Guard("asked-by-others", asked_by_others, "Passengers ask the Trust to pay."),
        Guard("backshift-only", backshift_only, "It would cost a great deal."),
        Guard("minutes-only", minutes_only, "The contractor asked the Council to pay."),
        Guard("will-noun", will_noun, "It is a test of political will."),
        Guard("not-able", not_able, "We will not be able to open the ward."),
        Guard("no-plans", no_plans, "The Trust has no plans to close the ward."),
        Guard("polite", polite, "I will not keep you long."),
        Guard("second-person", second_person, "You will find it on our website."),
        Guard("nobody", nobody, "Nobody will forget it."),
        Guard("habitual", habitual, "Patients will normally be seen by a nurse."),
        Guard("hypothetical", hypothetical, "If a pandemic were to come, we will open the hall."),
        Guard("norm", norm, "Under the Act, the Trust shall publish its accounts."),
        Guard("prediction", prediction, "This will mean hard choices."),
        Guard("done-by-the-vote", done_by_the_vote, "RESOLVED to note the report."),
        Guard("past", past, "We undertook to publish the report."),
        Guard("noun", noun, "It is a plan to train nurses."),
        Guard("not-an-act", not_an_act, "Our commitment to openness is well known."),
        Guard("anothers", anothers, "The Council's pledge to plant 500 trees stands."),
        Guard("broken", broken, "Our pledge to plant 500 trees was broken."),
        Guard("rejection", rejection, "The Trust cannot accept the second recommendation."),
        Guard("letter", letter, "I am sending this letter to every family."),
        Guard("not-own-work", not_own_work, "We are facing hard choices."),
    )
}
"""Every guard by its name."""


@dataclass(frozen=True, slots=True)
class Objection:
    """The guard that holds a cue back, with its reason, and those that had let it pass."""

    guard: str
    reason: str
    passed: tuple[str, ...] = ()


def objection(frame: Frame, names: tuple[str, ...]) -> Objection | None:
    """The first of the guards that objects; None when the cue may pass."""
    for index, name in enumerate(names):
        reason = GUARDS[name].test(frame)
        if reason is not None:
            return Objection(name, reason, names[:index])
    return None
