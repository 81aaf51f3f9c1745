"""Guards against how things already work: habits, norms, and what would follow if."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from commitrack.extract.by_letter import by_letter
from commitrack.extract.signs import holds
from commitrack.extract.subject_kinds import BOUND, SubjectKind

if TYPE_CHECKING:
    from commitrack.extract.frames import Frame
_HABIT = by_letter(
    r"\b(?:as now|as usual|as ever|then as now|as a matter of (?:routine|course)"
    r"|as in previous years"
    r"|on an? (?:ordinary|average|typical|normal) \w+|has (?:long|always) been"
    r"|as it does (?:now|today)"
    r"|as they do (?:now|today)|with luck|every time|just (?:like|as) (?:in )?(?:every|any|each))\b"
    r"|\bas (?:the |our |its |their )?(?:[\w-]+ ){0,4}?(?:law|laws|rules?|regulations?"
    r"|polic(?:y|ies)|act"
    r"|guidance|terms|procedure|code|statute|contract)(?: [^,.]{0,30}?)? (?:provides?"
    r"|requires?|ha(?:s|ve) required"
    r"|makes? clear|explains?|states?|says?|set out|allows?)\b"
    r"|\bunder (?:the|a|an|its|our|their) [^,.]{0,30}?(?:law|rules|regulations|procedure"
    r"|scheme|statute"
    r"|code|act|polic(?:y|ies)) (?:that|which|since|in force|of \d{4})"
    r"|\bas (?:they|it) (?:has|have) (?:been|done|had|always)\b"
    r"|\bas (?:under|in|with|for|at|on) [^,.]{1,40}\bsince \d{4}\b"
    r"|\bas (?:we|they|it) (?:have|has|do|does|did|always) (?:done|do|always|been|every|now)?"
    r"|\bunder (?:(?:our|the|its|their) )?(?:current|existing|present) \w+"
    r"|\bas (?:it|they|he|she|the|an?|our|has|have|was|is)\b[^.;:]{0,80}?\bsince\b"
    r"|\bas (?:is|was|has (?:long )?been) (?:the |our |its |their )?(?:\w+ )?(?:practice|custom"
    r"|policy|rule|case)\b"
    r"|\bas (?:at present|you know)\b|\bas is the case\b|\bas provided (?:in|for|by)\b"
    r"|\bas is (?:currently|now|already) the case\b"
    r"|\bas has been\b|\bas at every\b"
    r"|\bas per (?:the )?"
    r"|^under the \w+(?: \w+){0,3}, an? "
    r"|\b(?:already|such an?|when an? [\w ]{2,30} (?:comes|is|calls|arrives|misses|fails|asks"
    r"|reports)"
    r"|in force since|since \d{4} (?:a|an|any|every))\b",
    ignore_case=True,
)
_AS_WE_DO = re.compile(
    r"\bas (?:we|I) (?:have (?:done|always)|always|already|do (?:now|today|every))\b"
    r"|\bas (?:now|ever|usual)\b(?<!continue, as now)|\bas (?:we|I) have\b[^,.;]{0,40}\bsince\b"
    r"|\bas has (?:been|long been)\b"
)
_TRAILING = re.compile(r", (?:where|which|who|whose)\b[^,]*$")
_ASIDE_CLAUSE = re.compile(r", (?:who|which)\b[^,]*,")
_HABIT_SIGNS = (
    *(
        " as ",
        "As ",
        "nder ",
        "already",
        "such a",
        "hen a",
        "in force",
        "since",
        "ince ",
        "very time",
    ),
    *(" has long", " has always", " on a", "On a", "ith luck", "just like"),
)
"""Letters of which some stand wherever a habit is told; most sentences have none."""
_USUALLY = by_letter(r"\b(?:always|normally|usually|generally|often|sometimes|typically|still)\b")
_AS_A_RULE = by_letter(r"\bwill (?:normally|usually|generally|typically|often) [^.;:]*\band\b")
"""A habit that a clause joined by "and" goes on telling."""
_LAW = by_letter(
    r"^(?:[“\" ]*)(?:under|by|in) (?:the |an? |food |uk |english |existing |current "
    r"|our )*[\w' ]{0,30}?"
    r"\b(?:law|laws|rules|regulations|statute|act|charter|articles|code|constitution|directive|agreement|contract|order|by-?laws?|ordinance|licence"
    r"|lease|tenancy|terms|policy|scheme)\b"
    r"|\b(?:code|clause|agreement|rules?|statutes?|constitution|act|regulations|law|contract|charter"
    r"|guidance|policy|standards?|procedure|terms)\b[^.,]{0,50}? (?:states?|says?|provides?"
    r"|requires?|stipulates?)\b(?: that\b)?"
    r"|\b(?:must|shall|should) (?:already|still)\b|\b(?:already|still) (?:must|shall|should)\b",
    ignore_case=True,
)
_AS_A_LAW = re.compile(
    r"\bas (?:an? |the )(?:[\w-]+ ){0,3}(?:law|ordinance|by-?laws?|rules?|regulations?|act"
    r"|statute|code)"
    r"(?: of \d{4})? (?:has |have )?(?:long |always )?"
    r"(?:requires?|required|provides?|says|demands?)\b",
    re.IGNORECASE,
)
"""What a law has required for long is not asked for now."""
_LAW_SIGNS = ("as a", "as the ")
_UNDER_A_LAW = re.compile(
    r"\b[Uu]nder (?:the |our |its |their )?(?:[A-Z][\w'-]* (?:of |and )?){0,4}?"
    r"(?:Act|Code|Statutes?|Regulations?|Rules?|Charter|Articles|Constitution|Standing Orders?"
    r"|By-?laws?|Ordinances?)\b"
)
"""A law by its name, anywhere in what it binds to: "must be declared under the Conduct Code"."""
_BINDS = frozenset(["must-verb", "shall-verb"])
_HYPOTHESIS = re.compile(
    r"^[“\"]?Without (?:it|this|that|them|these|those|such|the|more|new)\b[^,.;]{0,40},"
    r"|\bif\b[^,.]{0,60}\b(?:were|was to)\b|(?:^|[.“\" ])(?:Were|Had) (?!to\b)[^,.]{2,80},"
    r"|\bwere to\b|\bin (?:theory)\b",
)


def habitual(frame: Frame) -> str | None:
    """How a thing already works, with a sign that it does."""
    clause = frame.words
    if holds(clause, _HABIT_SIGNS):
        clause = _ASIDE_CLAUSE.sub(",", clause)
        clause = _TRAILING.sub("", clause)
        if " who are already " in clause:
            clause = clause.replace(" who are already ", " ")
        if frame.subject.kind is SubjectKind.FIRST:
            if _AS_WE_DO.search(clause):
                return "habitual: what is done already"
        elif _HABIT.search(clause):
            return "habitual: how it works already"
    coordinate = frame.flat[frame.sentence.start : frame.hit.start]
    if frame.subject.kind is not SubjectKind.FIRST and _AS_A_RULE.search(coordinate):
        return "habitual: usually, always"
    near = (
        frame.flat[frame.hit.start : frame.verb_end + 1]
        + frame.flat[max(frame.start, frame.hit.start - 9) : frame.hit.start]
    )
    if (
        _USUALLY.search(near)
        and frame.subject.kind is not SubjectKind.FIRST
        and ("still" not in near or frame.passive)
    ):
        return "habitual: usually, always"
    then = frame.flat.startswith("will then ", frame.hit.start)
    if then and frame.subject.kind not in BOUND:
        return "habitual: a step of a process"
    return None


def hypothetical(frame: Frame) -> str | None:
    """What would follow if something were so."""
    if "Without " in frame.words and _HYPOTHESIS.match(frame.words):
        return "hypothetical"
    clause = frame.flat[frame.start : frame.end]
    if not ("if" in clause or "were to" in clause or "Were " in clause or "Had " in clause):
        return "hypothetical" if "in theory" in clause else None
    return "hypothetical" if _HYPOTHESIS.search(clause) else None


def norm(frame: Frame) -> str | None:
    """What a law, a code or an agreement already says."""
    words = frame.words
    if (holds(words.lower(), _LAW_SIGNS) or not words.isascii()) and _AS_A_LAW.search(words):
        return "a norm that stands already"
    if frame.hit.cue.name in _BINDS and "nder " in words and _bound_by_law(frame):
        return "a norm that stands already"
    if _A_RULE.search(words, frame.verb_end - frame.sentence.start):
        return "a norm that stands already"
    opens = words.lstrip('“" ')[:6].casefold()
    told = " that " in words or " says " in words or " say " in words
    if not (opens.startswith(("under ", "by ", "in ")) or told or _still(words)):
        return None
    return "a norm that stands already" if _LAW.search(words) else None


_A_RULE = re.compile(
    r", an? (?:[a-z-]+ ){0,2}?(?:rule|duty|requirement|obligation|practice)"
    r" (?:that|which|since|in force)\b"
)
"""What is set beside a demand and says that it stands: ", a rule that has been in force since"."""


def _bound_by_law(frame: Frame) -> bool:
    """Whether a law that is named in the clause, or just before it, is what binds.

    A meeting that resolves to act under a law does lay down something new.
    """
    if frame.governor is not None and frame.governor.kind in ("resolve", "recommend"):
        return False
    begin = frame.sentence.start if frame.left.front is None else frame.left.front.start
    return _UNDER_A_LAW.search(frame.flat, min(begin, frame.start), frame.end) is not None


def _still(words: str) -> bool:
    return "already" in words or "still" in words
