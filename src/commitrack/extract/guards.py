"""The tests which keep a cue from becoming an item: one function each, named in the cue table.

A guard returns why it holds the cue back, or None to let it pass.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from commitrack.extract.attribution import (
    anothers,
    asked_by_others,
    not_own,
    other_body,
    other_side,
    reported,
)
from commitrack.extract.backshift import backshift_only, minutes_only
from commitrack.extract.by_ending import last_words
from commitrack.extract.by_letter import by_letter
from commitrack.extract.habits import habitual, hypothetical, norm
from commitrack.extract.lexicon import (
    is_act,
    may_act,
)
from commitrack.extract.manners import polite
from commitrack.extract.motions import is_done_by_the_vote
from commitrack.extract.predictions import prediction
from commitrack.extract.subject_kinds import (
    SubjectKind,
)
from commitrack.extract.work_in_hand import not_own_work
from commitrack.model.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable

    from commitrack.extract.frames import Frame

_BEFORE_NOUN = (
    "the|a|an|our|my|its|their|his|her|your|this|that|these|those|any|no|of|in|every|whose|free"
    "|political|good|living|public|last|against|on|for|with|by|new|some|its own|such|further"
    "|ambitious"
)
_NOUN_BEFORE = by_letter(rf"(?<![\w-])(?:{_BEFORE_NOUN}) $|'s $", ignore_case=True)
_BEFORE_A_NOUN = last_words(_BEFORE_NOUN)


def _noun_before(near: str) -> bool:
    """Whether the words up to a cue end in one that makes a noun of it; the last word tells."""
    last = near[:-1].rpartition(" ")[2].lower()
    plain = last.isascii() and last.isalpha()
    return (last in _BEFORE_A_NOUN or not plain) and _NOUN_BEFORE.search(near) is not None


def question(frame: Frame) -> str | None:
    """The clause is asked and not stated."""
    return "a question" if frame.flat[frame.end : frame.end + 1] == "?" else None


def embedded(frame: Frame) -> str | None:
    """The cue stands inside a clause that is a part of another ("how it will", "which will")."""
    link = frame.left.link
    if link in ("", "that"):
        return None
    return f"inside a clause with {link}"


def will_noun(frame: Frame) -> str | None:
    """A last will, a political will, somebody called Will."""
    flat, start, end = frame.flat, frame.hit.start, frame.hit.end
    word = flat[start:end]
    if word not in ("will", "Will"):
        return None
    near = flat[max(0, start - 14) : start]
    if _noun_before(near) and not re.search(r"(?i:\b(?:this|that|these|those)) $", near):
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


def only_expected(frame: Frame) -> str | None:
    """What somebody expects to hear or to receive is another's act."""
    expects = "expect" in frame.flat[frame.hit.start : frame.hit.end]
    if expects and frame.verb in ("hear", "receive", "learn", "see", "know", "get"):
        return f"expected of others: {frame.verb}"
    return None


_PERSONS = frozenset(
    {SubjectKind.FIRST, SubjectKind.SECOND, SubjectKind.PERSON, SubjectKind.NONE}
    | {SubjectKind.EXISTENTIAL, SubjectKind.DEMONSTRATIVE}
)
_CALENDAR = re.compile(
    r"\b(?:terms?|school|season|inquests?|trials?|hearings?|match|matches|applications?"
    r"|registration|nominations?|tenders?|bidding|voting|polls?|ballot|parliament|month|fast|holidays?"
    r"|year|quarter|day|story|it|this|that|he|she|they|we|i|you|meetings?|which|who)$",
    re.IGNORECASE,
)


def in_the_calendar(frame: Frame) -> str | None:
    """ "Term starts in September": a date in everybody's diary, and nobody's undertaking."""
    subject = frame.subject
    if subject.kind in _PERSONS or not subject.text or _CALENDAR.search(subject.text):
        return f"a date in the diary: {subject.text or 'no subject'}"
    return None


def answers_only(frame: Frame) -> str | None:
    """That a recommendation is accepted counts where recommendations are answered."""
    if frame.scene.context.responds or frame.scene.context.genre == "response":
        return None
    return "no answer to recommendations"


def nothing_of_it(frame: Frame) -> str | None:
    """ "No proposal is under consideration": nothing is."""
    return "nothing is" if frame.subject.text.casefold().startswith(("no ", "none of")) else None


def no_plans(_: Frame) -> str | None:
    """ "Has no plans to", "do not intend to": nothing is undertaken."""
    return "no plans"


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
    if frame.subject.text.casefold().startswith("none of our") and may_act(frame.verb):
        return None
    if frame.passive and (
        frame.subject.text.casefold().startswith("none of th")
        or may_act(frame.verb)
        or frame.verb == "let"
    ):
        return None
    if frame.subject.text.casefold().endswith(" of us") and (
        may_act(frame.verb) or frame.verb == "deal"
    ):
        return None
    if frame.verb in ("lose", "pay", "wait", "face", "suffer") and not frame.passive:
        return None
    return "nobody undertakes"


_AN_OFFER = re.compile(
    r"^ (?:the|an?|its|their)(?: \w+){0,2} (?:quotation|quote|tender|bid|offer|estimate)\b"
)


def done_by_the_vote(frame: Frame) -> str | None:
    """To resolve to note or to receive a report is done by resolving it."""
    if frame.verb == "accept" and _AN_OFFER.search(frame.tail):
        return None  # whoever accepts a quotation has bought something
    if frame.scene.context.minutes and is_done_by_the_vote(frame.verb):
        return f"done by the vote: {frame.verb}"
    return None


_BODIES = frozenset({SubjectKind.OWN, SubjectKind.PART, SubjectKind.BODY})
_LONG_AGO = re.compile(r"\b(?:years? ago|in (?:19|20)\d\d|previous|last year|but|since)\b")


def past(frame: Frame) -> str | None:
    """ "Promised" and "undertook" look back, save in minutes and in what is reported."""
    words = frame.flat[frame.hit.start : frame.hit.end]
    if frame.scene.context.minutes or re.match(r"(?:has|have|'ve) ", words):
        return None
    if re.match(r"(?:was|were|Was|Were) ", words):
        return "past"
    if re.match(r"(?:gave|made)\b", words):
        return None if frame.scene.context.news and not frame.governor else "past"
    if re.match(
        r"(?:undertook|promised|vowed|guaranteed|agreed|resolved|decided|voted|volunteered|offered)\b",
        words,
    ):
        ours = words.startswith(("agreed", "resolved", "decided")) and frame.subject.kind in _BODIES
        announced = (
            (frame.scene.context.news or ours)
            and not frame.governor
            and not words.startswith("voted")
            and not _LONG_AGO.search(frame.words)
        )
        return None if announced else "past"
    return None


def noun(frame: Frame) -> str | None:
    """A plan, a hope, a promise: the noun with an article is not the verb."""
    flat, start = frame.flat, frame.hit.start
    if _noun_before(flat[max(0, start - 14) : start]):
        return "a noun"
    return None


def not_an_act(frame: Frame) -> str | None:
    """ "Commitment to openness" names no act."""
    verb = frame.hit.verb or frame.verb
    if (
        is_act(verb)
        or (frame.passive and may_act(verb))
        or verb in ("be", "have", "do", "not", "spend", "ending")
    ):
        return None
    return f"no verb after the noun: {verb}"


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
        Guard("only-expected", only_expected, "We expect to hear from the regulator in May."),
        Guard("answers-only", answers_only, "The recommendation is accepted by most clinicians."),
        Guard("in-the-calendar", in_the_calendar, "The autumn term starts in September."),
        Guard("nothing-of-it", nothing_of_it, "No new scheme is under consideration."),
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


@cache
def _tests(names: tuple[str, ...]) -> tuple[Callable[[Frame], str | None], ...]:
    return tuple(GUARDS[name].test for name in names)


class Objection(NamedTuple):
    """The guard that holds a cue back, with its reason, and those that had let it pass."""

    guard: str
    reason: str
    passed: tuple[str, ...] = ()


def objection(frame: Frame, names: tuple[str, ...]) -> Objection | None:
    """The first of the guards that objects; None when the cue may pass."""
    for index, test in enumerate(_tests(names)):
        reason = test(frame)
        if reason is not None:
            return Objection(names[index], reason, names[:index])
    return None
