"""Recommendations put in the imperative, and the short answers that responses give them.

"Recommendation 2: Publish the list." is asked of nobody by name; "Agreed.", "We concur." and
"Accepted in principle." take a recommendation on without repeating it.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import by_letter
from commitrack.extract.clause_ends import end_of
from commitrack.extract.items import Draft
from commitrack.extract.lexicon import EXPLORATORY, base_of_participle, may_act
from commitrack.extract.owners import NOBODY, Owner
from commitrack.extract.subject_kinds import ACTORS, SubjectKind
from commitrack.extract.subjects import ABSENT, classify
from commitrack.model.kinds import Confidence, Kind, OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.segment import Span
    from commitrack.extract.subjects import Scene

_LABEL = re.compile(r"(?P<label>[A-Z][\w' ]{2,40}?)(?: ?: ?| [–—-] )")
_ANSWERING = by_letter(
    r"\b(?:[Rr]esponse|[Rr]eply|[Aa]nswer|[Dd]ecision|[Pp]osition|[Ss]tatus|[Cc]omments?)$"
)
_DEGREE = r"(?:(?:[Ff]ully|[Pp]artially|[Pp]artly|[Ss]ubstantially|[Gg]enerally|[Bb]roadly) )?"
_EXTENT = r"(?:,? (?:in (?:full|principle|part)|with (?:modifications?|amendments?|comments?)))?"
_ACCEPTS = re.compile(rf"{_DEGREE}(?:[Aa]ccepted|[Aa]ccept){_EXTENT}")
"""Says so wherever it stands alone."""
_AGREES = re.compile(
    rf"{_DEGREE}(?:[Aa]greed?|[Cc]oncur|[Ss]upported|[Ss]upport|[Ee]ndorsed){_EXTENT}"
)
"""Says so only in answer to a recommendation."""
_WHO_AGREES = re.compile(
    rf"(?P<who>[Ww]e|[Mm]anagement|[Tt]he (?:[A-Z][\w'-]+ ?){{1,6}}?|[A-Z]{{2,8}}) {_DEGREE}"
    rf"(?:accepts?|agrees?|concurs?)(?: this| both| (?:all of )?these)?{_EXTENT}"
)
_LONGEST = 120
"""Characters: a longer sentence says more than that."""
_PARTLY = re.compile(r"\bpart|modification|amendment", re.IGNORECASE)
_NUMBERED = re.compile(
    r"Recommendations? (?:No\.? ?)?\d+[a-z]?(?:\.\d+)?(?: ?[:.–—-]+ ?| (?=[A-Z]))(?:That )?"
)
_HEADED = re.compile(r"Recommendations? (?:No\.? ?)?\d+[a-z]?\b[^.]{0,60}$")
_THAT = re.compile(r"[“\"]?(?=That )")
_ACTS = re.compile(r" (?P<modal>(?:should|must|shall) )?(?P<not>not )?(?P<verb>be [a-z]+|[a-z]+)\b")
_NO_VERB_AFTER = re.compile(r"\b(?:the|a|an|to|of|for|any|its|their|no|and|in|on|that)$")
_IMPERATIVE = re.compile(r"(?:(?:Immediately|Promptly|Fully|Urgently) )?(?P<verb>[A-Za-z-]+)\b")


def responds(flat: str) -> bool:
    """Whether a statement answers numbered recommendations."""
    return len(_NUMBERED_ANYWHERE.findall(flat[:200_000])) >= 1


_NUMBERED_ANYWHERE = re.compile(r"(?:^|\n| ) *Recommendations? (?:No\.? ?)?\d", re.IGNORECASE)


def is_numbered(words: str) -> bool:
    """Whether a sentence is a numbered recommendation."""
    return _NUMBERED.match(words) is not None


def is_headed(words: str) -> bool:
    """Whether a heading announces a recommendation: "Recommendation 4"."""
    return _HEADED.match(words) is not None


def accepted(flat: str, sentence: Span, scene: Scene) -> list[Draft]:
    """A line or a sentence which says only that a recommendation is accepted."""
    start, end = sentence.start, sentence.end
    if end - start > _LONGEST:
        return []
    while end > start and flat[end - 1] in ". ":
        end -= 1
    label = _LABEL.match(flat, start, end)
    answers = scene.context.responds
    if label:
        start = label.end()
        answers = answers or _ANSWERING.search(label["label"]) is not None
    body = scene.speaker
    owner = Owner(body, None, OwnerBasis.SPEAKER if body else OwnerBasis.UNSTATED)
    if not _ACCEPTS.fullmatch(flat, start, end):
        if not answers:
            return []
        if not _AGREES.fullmatch(flat, start, end):
            who = _WHO_AGREES.fullmatch(flat, start, end)
            if who is None:
                return []
            owner = _answerer(who["who"], start, scene)
    firm = 3 if _PARTLY.search(flat, start, end) else 4
    return [
        Draft(
            Kind.COMMITMENT,
            start,
            end,
            "accept",
            start,
            owner,
            firm,
            ("accepted-line",),
            Confidence.HIGH,
            testable=False,
        )
    ]


def _answerer(written: str, at: int, scene: Scene) -> Owner:
    if written.casefold() in ("we", "management"):
        body = scene.speaker
        basis = OwnerBasis.SPEAKER if body else OwnerBasis.UNSTATED
        return Owner(body, written if written.casefold() == "we" else None, basis)
    return Owner(scene.parties.full(written.removeprefix("The "), at), written, OwnerBasis.STATED)


def recommended(flat: str, sentence: Span, scene: Scene, *, headed: bool) -> list[Draft]:
    """ "Recommendation 1: Publish the list", or the first words below such a heading."""
    start = sentence.start
    numbered = flat.startswith("Recommendation", start)
    label = _NUMBERED.match(flat, start, sentence.end) if numbered else None
    if label is not None:
        start = label.end()
    elif not headed and not scene.context.responds:
        return []
    asked = _THAT.match(flat, start, sentence.end)
    if asked is not None:
        return _asked_that(flat, asked, sentence.end, scene)
    if label is None and not headed:
        return []
    if bound := _bound(flat, start, sentence.end, scene):
        return bound
    match = _IMPERATIVE.match(flat, start, sentence.end)
    verb = match["verb"].lower() if match else ""
    if match is None or not may_act(verb) or not flat[start].isupper():
        return []
    after = flat[match.end() : match.end() + 12]
    if after.startswith((" of ", " is ", " was ", ",", ":")):
        return []
    end = end_of(flat, match.end(), sentence.end)
    return [
        Draft(
            Kind.RECOMMENDATION,
            start,
            end,
            verb,
            match.start("verb"),
            NOBODY,
            1 if verb in EXPLORATORY else 2,
            ("imperative",),
            Confidence.MEDIUM,
        )
    ]


_BOUND = re.compile(r"(?P<who>[A-Z][^,.;:]{2,120}?) shall (?P<verb>be [a-z]+|[a-z]+)\b")


def _bound(flat: str, start: int, end: int, scene: Scene) -> list[Draft]:
    """ "Exits shall be lit within a year", which a recommendation says and nobody undertakes."""
    match = _BOUND.match(flat, start, end)
    if match is None:
        return []
    verb = match["verb"]
    act = base_of_participle(verb[3:]) if verb.startswith("be ") else verb
    if act is None or not may_act(act):
        return []
    subject = classify(flat, start, match.end("who"), scene, ABSENT)
    if subject.kind is SubjectKind.FIRST:
        return []
    name = subject.name or subject.text
    stated = subject.kind in ACTORS and not verb.startswith("be ")
    return [
        Draft(
            Kind.RECOMMENDATION,
            start,
            end_of(flat, match.end(), end),
            act,
            match.start("verb"),
            Owner(name, subject.text, OwnerBasis.STATED) if stated else NOBODY,
            1 if act in EXPLORATORY else 3,
            ("shall-verb",),
            Confidence.MEDIUM,
        )
    ]


def _asked_that(flat: str, opened: re.Match[str], end: int, scene: Scene) -> list[Draft]:
    """ "That the Department review its guidelines": a recommendation repeated by its answer."""
    start = opened.end()
    begin = start + len("That ")
    for match in _ACTS.finditer(flat, begin, end):
        verb = match["verb"]
        passive = verb.startswith("be ")
        if match.start() <= begin or _NO_VERB_AFTER.search(flat, begin, match.start()):
            continue
        act = base_of_participle(verb[3:]) if passive else verb
        if act is None or not may_act(act):
            continue
        subject = classify(flat, begin, match.start(), scene, ABSENT)
        name = subject.name or subject.text
        owner = NOBODY if passive else Owner(name, subject.text, OwnerBasis.STATED)
        return [
            Draft(
                Kind.RECOMMENDATION,
                start,
                end_of(flat, match.end(), end),
                act,
                match.start("verb"),
                owner,
                1 if act in EXPLORATORY else 2,
                ("imperative",),
                Confidence.MEDIUM,
            )
        ]
    return []
