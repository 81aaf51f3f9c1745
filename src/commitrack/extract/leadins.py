"""Bullets under a lead-in ("We will:") take its kind, owner, strength and deadline."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from commitrack.extract import attribution, deadlines, owners
from commitrack.extract.by_letter import by_letter
from commitrack.extract.cue_search import Hit, hits
from commitrack.extract.cues import Shape, Whose
from commitrack.extract.frames import read
from commitrack.extract.items import Draft, split_at_verbs
from commitrack.extract.lexicon import EXPLORATORY, base_of_ing, base_of_third, is_act, may_act
from commitrack.extract.motions import is_done_by_the_vote
from commitrack.extract.names import bare_name
from commitrack.extract.owners import Owner
from commitrack.extract.reckoning import UNDATED
from commitrack.extract.subject_kinds import BOUND, SubjectKind
from commitrack.extract.subjects import Scene, Subject, classify, is_animate
from commitrack.model.frozen import dataclass
from commitrack.model.kinds import Confidence, Kind, OwnerBasis

if TYPE_CHECKING:
    from commitrack.extract.antecedents import Nearby
    from commitrack.extract.result import Deadline
    from commitrack.extract.segment import Block, Span

_ENDS = re.compile(
    r"(?:[ ,]*(?:also|therefore|now|then|be|jointly|together|do the following"
    r"|take the following (?:actions?|steps)"
    r"|the following|following|work to|including|have|not))*[ ]*:?$"
)
_ASKS = re.compile(
    r"(?P<verb>(?:strongly )?(?:ask|asks|urge|urges|call on|calls on|call upon|recommend that"
    r"|recommends that"
    r"|encourage|encourages|advise|advises|are calling on|is calling on"
    r"|are asking))(?:, [^,:;.]{2,50},)? (?P<who>[^:;.,]{2,80}?)"
    r"(?: to| should)?:$"
)


_TITLE = by_letter(
    r"(?:(?:Our|The|Key|Agreed|Main|Next|Specific|Priority|Immediate|Further|These) )*"
    r"(?:[Cc]ommitments?|[Aa]ctions?|[Pp]ledges|[Pp]romises|[Uu]ndertakings|[Ss]teps)"
    r"(?: (?:are|include|we will take))?(?: (?:for|by|of) (?:the )?[A-Z][\w' ]{2,60})?:?"
    r"|What (?:we|the [A-Z][a-z]+) (?:will|are going to|is going to|promise to"
    r"|plan to) do(?: next)?:?"
)


_QUESTION = re.compile(r"(?:To ask|Will) (?:the|[A-Z])")
"""What opens a question to a minister, whose parts below it ask and do not tell."""


@dataclass(frozen=True, slots=True)
class LeadIn:
    """What the bullets below inherit."""

    kind: Kind
    owner: Owner
    strength: int
    cues: tuple[str, ...]
    lifts: bool = False
    ongoing: bool = False
    verb: str = ""
    """A verb that the lead-in holds already, so that its bullets need none: "We will explore:"."""
    resolves: bool = False
    """Bullets below "That the Committee:" have verbs in the third person, and some only note."""
    doing: bool = False
    """Bullets below "The Council is:" say what it is doing, each with a verb in -ing."""
    acts_only: bool = False
    """Bullets below a title such as "Key commitments:" must begin with an act."""
    deadline: Deadline | None = None


def read_lead_in(flat: str, sentence: Span, scene: Scene, nearby: Nearby) -> LeadIn | None:
    """The lead-in whose last words are a cue with nothing after it but a time."""
    lead = _undated(flat, sentence, scene, nearby)
    if lead is None:
        return None
    reckoning = scene.context.reckoning
    found = deadlines.find(flat, sentence.start, sentence.end, reckoning)
    return replace(lead, deadline=deadlines.best(found, reckoning.earliest))


def _undated(flat: str, sentence: Span, scene: Scene, nearby: Nearby) -> LeadIn | None:
    if _QUESTION.match(flat, sentence.start, sentence.end):
        return None
    asked = _ASKS.search(flat, sentence.start, sentence.end)
    if asked:
        start = asked.start("who")
        party = classify(flat, start, start + len(asked["who"]), scene, nearby.before)
        owner = Owner(party.name or party.text, party.text, OwnerBasis.LEAD_IN)
        firm = (
            3 if asked["verb"].startswith("strongly") else 1 if "encourage" in asked["verb"] else 2
        )
        return LeadIn(Kind.RECOMMENDATION, owner, firm, ("lead-in", "advise-verb"))
    if _TITLE.fullmatch(flat, sentence.start, sentence.end):
        body = scene.speaker
        owner = Owner(body, None, OwnerBasis.SPEAKER if body else OwnerBasis.UNSTATED)
        cues = ("lead-in", "title")
        return LeadIn(Kind.COMMITMENT, owner, 3, cues, lifts=True, acts_only=True)
    moved = _RESOLVES.fullmatch(flat, sentence.start, sentence.end)
    if moved is not None and scene.context.minutes:
        who = classify(flat, moved.start("who"), moved.end("who"), scene, nearby.before)
        owner = Owner(who.name or moved["who"], moved["who"], OwnerBasis.LEAD_IN)
        return LeadIn(Kind.COMMITMENT, owner, 4, ("lead-in", "resolved-that"), resolves=True)
    found = [
        one for one in hits(flat, sentence.start, sentence.end) if _closes(flat, one, sentence.end)
    ]
    if not found:
        return _doing(flat, sentence, scene, nearby)
    hit = found[-1]
    frame = read(flat, sentence, hit, scene, nearby)
    you = frame.subject.kind is SubjectKind.SECOND
    if frame.left.link not in ("", "that") or (you and not frame.subject.name):
        return None
    if re.search(r"\bhave been\b", flat[hit.end : sentence.end]):
        return None
    subject = frame.subject
    cues = ("lead-in", hit.cue.name)
    owner = owners.of(frame) if hit.cue.whose is Whose.WORDS else _owner(subject)
    if hit.cue.name in ("must-verb", "should-verb", "need-verb"):
        if subject.kind is SubjectKind.FIRST:
            return LeadIn(Kind.ASPIRATION, owner, 0, cues)
        if not is_animate(subject) and not you:
            return None
        firm = 3 if hit.cue.name == "must-verb" else 2
        return LeadIn(Kind.RECOMMENDATION, owner, firm, cues)
    if hit.cue.name == "is-asked":
        mild = re.search(r"encouraged|invited", flat[hit.start : hit.end])
        bound = re.search(r"directed|instructed|required|ordered", flat[hit.start : hit.end])
        firm = 1 if mild else 3 if bound else 2
        return LeadIn(Kind.RECOMMENDATION, owner, firm, cues)
    if (
        hit.cue.kind is not Kind.COMMITMENT
        or attribution.reported(frame)
        or attribution.other_side(frame)
    ):
        return None
    if hit.cue.strength is None or subject.kind in (SubjectKind.NOBODY, SubjectKind.DEMONSTRATIVE):
        return None
    lifts = hit.cue.by_day
    ongoing = hit.cue.shape is Shape.PROGRESSIVE
    holds = _HOLDS_VERB.fullmatch(flat, hit.end, sentence.end)
    verb = holds["verb"] if holds and hit.cue.shape is Shape.MODAL else ""
    firm = int(hit.cue.strength)
    return LeadIn(Kind.COMMITMENT, owner, firm, cues, lifts, ongoing, verb=verb)


_DOES = re.compile(
    r"(?:[^,:;]{3,60}, )?(?P<who>[Ww]e|[A-Z][\w' -]{2,60}?)(?: are| is|'re)"
    r"(?: also| now| currently| already| therefore)*(?: doing the following)?:"
)


def _doing(flat: str, sentence: Span, scene: Scene, nearby: Nearby) -> LeadIn | None:
    """ "The Council is:" above bullets that say what it is doing: "installing a second pump"."""
    match = _DOES.fullmatch(flat, sentence.start, sentence.end)
    if match is None:
        return None
    start = match.start("who")
    who = classify(flat, start, match.end("who"), scene, nearby.before)
    if who.kind not in BOUND | {SubjectKind.BODY}:
        return None
    cues = ("lead-in", "present-progressive")
    return LeadIn(Kind.COMMITMENT, _owner(who), 1, cues, ongoing=True, doing=True)


def title(flat: str, block: Block, scene: Scene) -> LeadIn | None:
    """The lead-in that a heading is: "What we will do", "Key commitments"."""
    if _TITLE.fullmatch(flat, block.start, block.end) is None:
        return None
    body = scene.speaker
    owner = Owner(body, None, OwnerBasis.SPEAKER if body else OwnerBasis.UNSTATED)
    return LeadIn(Kind.COMMITMENT, owner, 3, ("lead-in", "title"), lifts=True, acts_only=True)


_RESOLVES = re.compile(
    r"(?:(?:\d[\d/.]* )?(?:MOVED|Moved|moved|RESOLVED|Resolved)\b[^.;:]{0,120}? )?(?:that|That"
    r"|THAT)"
    r" (?P<who>(?:the )?[A-Z][\w' ]{2,60}?):"
)
_HOLDS_VERB = re.compile(
    r"(?: also| now| further| jointly)* (?P<verb>[a-z-]+)(?: (?:the following|on|in|for|with|to"
    r"|into))*:"
)


def _closes(flat: str, hit: Hit, end: int) -> bool:
    if hit.cue.shape is Shape.PASSIVE_STATE:
        return False
    if _ENDS.fullmatch(flat, hit.end, end) is not None:
        return True
    holds = _HOLDS_VERB.fullmatch(flat, hit.end, end) if hit.cue.shape is Shape.MODAL else None
    if holds is not None and may_act(holds["verb"]):
        return True
    return any(
        not flat[hit.end : one.start].strip(" ,") and _ENDS.fullmatch(flat, one.end, end)
        for one in deadlines.find(flat, hit.end, end, UNDATED)
    )


def _owner(subject: Subject) -> Owner:
    if subject.kind is SubjectKind.NONE:
        return owners.NOBODY
    name = subject.name or bare_name(subject.text) or None
    return Owner(name, subject.text, OwnerBasis.LEAD_IN if name else OwnerBasis.UNSTATED)


_WITH = re.compile(
    r"(?:[Cc]ontinue (?:to|with)|[Ww]ork (?:closely |together )?(?:with"
    r"|alongside))\b"
)
"""To go on, or to work with somebody, is less than to do it."""


def bullet(flat: str, block: Block, lead: LeadIn) -> list[Draft]:
    """The item of one bullet, without its sign and its closing mark."""
    start, end = block.start, block.end
    if block.sentences:
        end = block.sentences[0].end
    closing = re.search(r"(?:[;,]? (?:and|or))?[ ;.,”\"]*$", flat[start:end])
    if closing:
        end = start + closing.start()
    match = re.compile(r"(?:also |not |to |never |\w+ly )*(?P<verb>[A-Za-z-]+)").match(
        flat, start, end
    )
    verb = match["verb"].casefold() if match else ""
    if end <= start or re.match(r"(?:has|have|had|is|are|was|were)\b", flat[start:end]):
        return []
    act = verb if is_act(verb) else base_of_ing(verb) or verb
    if lead.resolves:
        act = base_of_third(verb) or verb
        dated = deadlines.find(flat, start, end, UNDATED)
        if (is_done_by_the_vote(act) and not dated) or not may_act(act):
            return []
    if lead.acts_only and not is_act(act):
        return []
    if lead.doing and not verb.endswith("ing"):
        return []
    act = lead.verb or act
    firm: int | None = lead.strength
    if lead.kind is Kind.COMMITMENT and act in EXPLORATORY:
        firm = 1
    goes_on = lead.kind is Kind.COMMITMENT and _WITH.match(flat, start, end) is not None
    if goes_on and firm:
        firm = min(firm, 2)
    if lead.kind is Kind.RECOMMENDATION and act in ("consider", "explore"):
        firm = 1
    if lead.kind is Kind.ASPIRATION:
        firm = None
    whole = [
        Draft(
            lead.kind,
            start,
            end,
            act,
            match.start("verb") if match else start,
            lead.owner,
            firm,
            lead.cues,
            Confidence.HIGH if is_act(act) else Confidence.MEDIUM,
            None,
            lead.lifts and not goes_on,
            lead.ongoing,
            False if lead.ongoing or lead.kind is Kind.ASPIRATION else None,
            inherited=lead.deadline,
        )
    ]
    if match is None or lead.verb or not is_act(act):
        return whole
    return split_at_verbs(flat, whole[0], match.end("verb"), lead.strength)
