"""What a meeting decides without a modal verb, and to whom it gives the action.

"RESOLVED that the inner bar be dredged"; "JB to write".
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import by_letter
from commitrack.extract.clause_ends import end_of, joined_verbs
from commitrack.extract.flat import trim
from commitrack.extract.items import Draft
from commitrack.extract.lexicon import (
    EXPLORATORY,
    base_of_participle,
    base_of_third,
    is_act,
    may_act,
)
from commitrack.extract.motions import is_carried, is_done_by_the_vote, is_lost
from commitrack.extract.names import bare_name
from commitrack.extract.owners import Owner
from commitrack.extract.signs import holds
from commitrack.extract.subject_kinds import ACTORS
from commitrack.extract.subjects import ABSENT, Scene, classify
from commitrack.model.kinds import Confidence, Kind, OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.segment import Span

_DECIDES = by_letter(
    r"(?:^|\b)(?:It was |IT WAS |BE IT |Be it )?(?:RESOLVED|AGREED|DECIDED|APPROVED|Resolved|Agreed"
    r"|agreed|resolved)\b"
    r"(?:,? (?:unanimously|by [^.;]{1,50}?|on [^.;]{1,60}?|nem con),?)?(?: ?[–—:-])? (?:that"
    r"|That|THAT)\b"
)
_MOVES = by_letter(
    r"\b(?:[Mm]oved|MOVED|[Mm]otion|MOTION)\b[^.;]{0,160}?\b(?:that|That|THAT)\b(?= )"
)
_THAT = re.compile(r"[;,]?(?: and)? (?:that|That|THAT) ")
_AGAIN = re.compile(r"[;,]? and (?:that|That|THAT) |[;,] ?(?:that|That|THAT) ")
_OPENS = re.compile(r"(?:That|THAT|that) ")
HEADED = by_letter(
    r"(?:(?:IT WAS |It was |NOW,? THEREFORE,? )?(?:BE IT )?(?:RESOLVED|Resolved|AGREED|Agreed"
    r"|DECIDED|Decided)"
    r"|(?:Moved|MOVED|Seconded|SECONDED|Motion|MOTION)\b.*?)(?: that| THAT)?[:,–— -]*"
)
"""A line that says that what stands below it was moved or resolved."""
HEADED_OPENS = (
    *("IT ", "It ", "NOW", "BE IT", "RESOLVED", "Resolved", "AGREED", "Agreed", "DECIDED"),
    *("Decided", "Moved", "MOVED", "Seconded", "SECONDED", "Motion", "MOTION"),
)
"""How such a line begins."""
_VERB = re.compile(r" (?P<verb>[a-z-]+)\b")
_DONE = re.compile(r" (?:not )?(?:also )?(?P<done>[\w-]+)")
_NO_VERB_AFTER = re.compile(r"\b(?:the|a|an|to|of|for|any|its|their|no|and|in|on)$")
_PHRASE = re.compile(r"(?P<subject>[^.;:]{2,120}?) (?:not )?(?P<verb>[a-z-]+)\b")
_ACTION = re.compile(
    r"(?:(?:ACTIONS?|Actions?|Action points?) ?[:–-]? *)?"
    r"(?!RESOLVED|AGREED|NOTED|DECIDED|Agreed|Resolved|Call to|Calls to|Motion|Responses? to"
    r"|Reply to"
    r"|Welcome|Amendments? to|Changes to|Apologies)"
    r"(?P<who>[A-Z]{2,5}(?:(?:, [A-Z]{2,5})* and [A-Z]{2,5})?"
    r"|(?:(?:Mr|Mrs|Ms|Dr|Cllr|Prof)\. )?(?:The |the )?[A-Z][\w'-]+(?: (?:of |for "
    r"|and )?[A-Z][\w'-]+){0,5})"
    r" to (?P<verb>[a-z-]+)\b"
)
_IS_DONE = re.compile(r"(?:[(\[]| [–—-] )(?:done|completed?|closed|actioned)\b(?!-)")
"""What is written behind an action that was done: "(done 30 January)"."""
_DECIDED = re.compile(r"\b(?:RESOLVED|AGREED|NOTED|DECIDED|APPROVED|RECEIVED|CONSIDERED)\b")
_ASSIGN_OPENS = ("ACTION", "Action", "Owner", "Lead")
_ASSIGNED = re.compile(
    r"(?:ACTIONS?|Actions?|Action by|Owner|Lead)\s*[:–-]\s*(?P<who>[A-Z]{2,5}\b"
    r"|[A-Z][\w' -]{2,60}?)(?=[,.;(]|$)(?P<rest>[^.]*)"
)


def resolved(
    flat: str,
    sentence: Span,
    scene: Scene,
    taken: list[tuple[int, int]],
    *,
    headed: bool,
    until: int,
) -> list[Draft]:
    """Clauses after "RESOLVED that", or after a motion that is carried, without a modal verb.

    ``headed`` says that a line above announces what was moved or resolved; ``until`` is how far
    the words that say what became of a motion may stand.
    """
    if not scene.context.minutes:
        return []
    start = _opening(flat, sentence, headed=headed, until=until)
    if start is None:
        return []
    starts = [start]
    starts += [
        one.end()
        for one in _THAT.finditer(flat, start, sentence.end)
        if _AGAIN.fullmatch(one.group())
    ]
    found: list[Draft] = []
    for index, begin in enumerate(starts):
        limit = sentence.end if index + 1 == len(starts) else starts[index + 1]
        if any(begin < stop and at < limit for at, stop in taken):
            continue
        found += _subjunctive(flat, begin, limit, scene)
    return found


def _opening(flat: str, sentence: Span, *, headed: bool, until: int) -> int | None:
    """Where the words that were resolved begin."""
    opened = _DECIDES.search(flat, sentence.start, sentence.end)
    if opened is not None:
        return opened.end() + 1
    if headed:
        begins = _OPENS.match(flat, sentence.start, sentence.end)
        if begins is not None:
            return None if is_lost(flat, sentence.end, until) else begins.end()
    moved = _MOVES.match(flat, sentence.start, sentence.end) or _MOVES.search(
        flat, sentence.start, min(sentence.end, sentence.start + 120)
    )
    if moved is not None and is_carried(flat, moved.end(), until):
        return moved.end() + 1
    return None


def _subjunctive(flat: str, start: int, limit: int, scene: Scene) -> list[Draft]:
    for match in _VERB.finditer(flat, start, limit):
        verb = match["verb"]
        if verb in ("would", "will", "should", "shall", "must"):
            return []
        if match.start() <= start or _NO_VERB_AFTER.search(flat, start, match.start()):
            continue
        named = _capital_before(flat, match.start())
        plain = named and (may_act(verb) or verb in ("get", "take", "have", "give", "make"))
        if verb != "be" and not (is_act(verb) or plain):
            present = base_of_third(verb) if named else None
            if present is None:
                continue
            verb = present
        verb_end = match.end()
        passive = verb == "be"
        done = None
        if passive:
            done = _DONE.match(flat, verb_end, limit)
            act = base_of_participle(done["done"]) if done else None
            if done is None or act is None:
                continue
            verb, verb_end = act, done.end()
        if is_done_by_the_vote(done["done"] if passive and done else verb):
            return []
        if "cognisance" in flat[start : match.start()]:
            return []
        end = end_of(flat, verb_end, limit)
        end = _untied(flat, verb_end, end)
        subject = classify(flat, start, match.start(), scene, ABSENT)
        body = scene.context.organisation
        if not passive and (subject.kind in ACTORS or _capital_before(flat, match.start())):
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


def _capital_before(flat: str, at: int) -> bool:
    """Whether the word that ends at ``at`` is a name: "that Council holds", "the Board meets"."""
    return flat[flat.rfind(" ", 0, at) + 1 : at][:1].isupper()


def _untied(flat: str, start: int, end: int) -> int:
    cut = re.search(r"(?:[;,]? ?(?:and )?that|,? and)$", flat[start:end].rstrip())
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
        draft._replace(end=cut),
        draft._replace(start=begin, verb_at=begin, owner=taken, cues=(*draft.cues, "joined-verb")),
    ]


_LISTING = frozenset(["minutes", "action-plan"])
_TO_DO = re.compile(
    r"(?:(?:ACTIONS?|Actions?) ?[:–-] *)?(?P<what>[A-Z][^.;:,]{3,100}?) to "
    r"(?:be (?P<done>[a-z]+(?:ed|t|n))|(?P<verb>come|return))\b"
)
_TO_DO_SIGNS = (" to be ", " to come", " to return")
_FINITE = re.compile(
    r"\b(?:is|are|was|were|has|have|had|will|would|should|must|may|can|could|agreed|resolved|asked"
    r"|wished|wanted|wants|wishes|hoped|preferred|said|noted|needs?|RESOLVED|AGREED|NOTED|plans|aims|due|expected|able|likely|set|how|what)\b"
)


def _left_to_do(flat: str, sentence: Span) -> Draft | None:
    """ "Draft strategy to be circulated by 6 May": an action that names nobody."""
    if not holds(flat[sentence.start : sentence.end], _TO_DO_SIGNS):
        return None
    match = _TO_DO.match(flat, sentence.start, sentence.end)
    if match is None or _FINITE.search(flat, match.start("what"), match.end("what")):
        return None
    act = base_of_participle(match["done"]) if match["done"] else match["verb"]
    if act is None or (match["done"] and not may_act(act)):
        return None
    if match["what"].endswith(("in order", "so as")):
        return None
    return Draft(
        Kind.COMMITMENT,
        match.start("what"),
        end_of(flat, match.end(), sentence.end),
        act,
        match.end() - len(act),
        Owner(None, None, OwnerBasis.UNSTATED),
        3,
        ("action-line",),
        Confidence.MEDIUM,
        lifts=True,
    )


def action(flat: str, sentence: Span, scene: Scene) -> list[Draft]:
    """ "JB to write to the family by 12 December" in minutes and plans."""
    if scene.context.genre not in _LISTING:
        return []
    if flat.find(" to ", sentence.start, sentence.end) < 0:
        return []
    left = _left_to_do(flat, sentence)
    if left is not None:
        return [left]
    match = _ACTION.match(flat, sentence.start, sentence.end)
    if (
        match is None
        or _IS_DONE.search(flat, sentence.start, sentence.end)
        or _DECIDED.search(match["who"])
        or not may_act(match["verb"])
    ):
        return []
    start, end = match.start("who"), end_of(flat, match.end(), sentence.end)
    draft = Draft(
        Kind.COMMITMENT,
        start,
        end,
        match["verb"],
        match.start("verb"),
        _named(match["who"], start, scene),
        3,
        ("action-line",),
        Confidence.HIGH,
        lifts=True,
    )
    return _with_joined(flat, draft, match.end())


def assigned(flat: str, sentence: Span, scene: Scene) -> tuple[Owner, int, int] | None:
    """ "ACTION: JB, by 5 December" below a resolution: its owner, and where a deadline may be."""
    if not flat.startswith(_ASSIGN_OPENS, sentence.start):
        return None
    match = _ASSIGNED.match(flat, sentence.start, sentence.end)
    if match is None or _ACTION.match(flat, sentence.start, sentence.end):
        return None
    start, end = trim(flat, match.start("rest"), match.end("rest"))
    return _named(match["who"].strip(), match.start("who"), scene), start, end


def _named(written: str, at: int, scene: Scene) -> Owner:
    return Owner(scene.parties.full(written, at), written, OwnerBasis.STATED)
